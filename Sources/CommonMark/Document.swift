import CCMarkGFM

/// A parsed Markdown text: the one owner of a cmark tree, which is freed with it.
///
/// GitHub Markdown with tables, strikethrough, autolinks, task lists and footnotes. Raw HTML is shown as the text it
/// was written as, never passed on. Lines and columns are those of the file the text came from.
@safe
package struct Document: ~Copyable {
  /// The text that was parsed.
  package let lines: [SourceLine]

  // The parser owns the list of extensions that the tree's nodes refer to: it lives as long as the tree.
  private let parser: OpaquePointer
  private let tree: OpaquePointer

  /// Parses a text whose first line stands on line `firstLine` of its file; fails when it exceeds a limit.
  package init(parsing text: String, firstLine: Int = 1) throws(ParsingLimit) {
    try self.init(parsing: SourceLine.lines(of: text, from: firstLine))
  }

  /// Parses a part of a file, such as the lines inside a quote; fails when it exceeds a limit.
  package init(parsing lines: [SourceLine]) throws(ParsingLimit) {
    try LimitCheck.check(lines)
    let parsed = unsafe Grammar.parse(lines)
    self.lines = lines
    unsafe parser = parsed.parser
    unsafe tree = parsed.tree
  }

  deinit {
    unsafe cmark_node_free(tree)
    unsafe cmark_parser_free(parser)
  }

  /// The tree's root; it and all nodes below are valid while the document lives.
  var root: Node { unsafe Node(tree) }
}
