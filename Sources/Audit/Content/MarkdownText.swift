/// A Markdown text and where it begins in its file, so that a diagnostic can point at the right line.
package struct MarkdownText: Hashable, Sendable {
  package var text: String
  /// File, relative to the project.
  package var file: String
  /// 1-based line of the text's first line.
  package var firstLine: Int

  package init(text: String, file: String, firstLine: Int) {
    self.text = text
    self.file = file
    self.firstLine = firstLine
  }
}
