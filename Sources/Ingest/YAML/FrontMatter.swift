import Audit

/// A Markdown file, taken apart: the YAML between `---` lines at its very beginning, and the text below.
struct FrontMatter {
  /// Nil when the file has none.
  var yaml: SourceText?
  var body: MarkdownText
  /// The line of `---` that is never answered.
  var diagnostics: [Diagnostic] = []

  /// A front matter opens with a first line `---` and ends at the next line `---` or `...`. One that never ends is an
  /// error at its opening line, and the whole file is taken for text.
  init(_ source: SourceText) {
    body = MarkdownText(text: source.text, file: source.file, firstLine: source.firstLine)
    guard let opening = source.lines.first, Self.isFence(opening, "---") else { return }
    let rest = source.lines.dropFirst()
    guard let end = rest.firstIndex(where: { Self.isFence($0, "---") || Self.isFence($0, "...") }) else {
      let span = TextSpan(line: source.firstLine, column: 1, length: 3)
      diagnostics = [.frontMatterUnclosed(at: source.place(of: span))]
      return
    }
    if let first = rest.first, end > rest.startIndex {
      let text = source.text[first.startIndex..<source.lines[end].startIndex]
      yaml = SourceText(String(text), file: source.file, firstLine: source.firstLine + 1)
    } else {
      yaml = SourceText("", file: source.file, firstLine: source.firstLine + 1)
    }
    let text = end + 1 < source.lines.count ? String(source.text[source.lines[end + 1].startIndex...]) : ""
    body = MarkdownText(text: text, file: source.file, firstLine: source.firstLine + end + 1)
  }

  /// The fence, and blanks at most.
  private static func isFence(_ line: Substring, _ fence: String) -> Bool {
    line.utf8.starts(with: fence.utf8) && line.utf8.dropFirst(3).allSatisfy { $0 == UInt8(ascii: " ") }
  }
}
