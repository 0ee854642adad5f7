extension Document {
  /// The positions in `lines` of the lines that a block covers; never empty.
  ///
  /// The parser's own positions are mended where they are known to be wrong: a paragraph that a table cuts off has
  /// none and the table has the paragraph's; a paragraph behind link definitions begins with these; a block that a
  /// blank line ends sometimes includes it, and an underlined heading the line that follows.
  func span(of node: Node) -> Range<Int> {
    var end = node.rawEndLine
    if node.rawEndColumn == 0, end > node.rawStartLine { end -= 1 }
    let start = firstLine(of: node)
    if node.isCutOff { end = start + node.lineBreaks }
    if node.kind == .tableHeader { end = start }
    if let next = node.next?.rawStartLine, next > start { end = Swift.min(end, next - 1) }
    let last = lines.count
    let lower = Swift.min(Swift.max(start, 1), last) - 1
    return lower..<Swift.max(lower + 1, Swift.min(end, last))
  }

  /// The byte where a block begins on the line at `position`.
  func byte(of node: Node, onLineAt position: Int) -> Int {
    let isMended = node.rawStartColumn == 0 || node.rawStartLine != position + 1
    guard isMended else { return node.rawStartColumn - 1 }
    return lines[position].text.utf8.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.count
  }

  private func firstLine(of node: Node) -> Int {
    if node.isCutOff { return node.next?.rawStartLine ?? 1 }
    if node.kind == .paragraph, begins(withDefinition: node) { return node.rawEndLine - node.lineBreaks }
    if node.kind == .table, let header = node.firstChild { return headerLine(of: header) }
    if node.kind == .tableHeader { return headerLine(of: node) }
    if node.kind == .tableCell, let row = node.parent, row.kind == .tableHeader { return headerLine(of: row) }
    return node.rawStartLine
  }

  /// Header, delimiter row and first row are three lines that follow each other.
  private func headerLine(of header: Node) -> Int {
    if let row = header.next, row.rawStartLine > 2 { return row.rawStartLine - 2 }
    guard let above = header.parent?.previous, above.isCutOff else { return header.rawStartLine }
    return header.rawStartLine + above.lineBreaks + 1
  }

  private func begins(withDefinition node: Node) -> Bool {
    let position = node.rawStartLine - 1
    guard lines.indices.contains(position) else { return false }
    let text = lines[position].text.utf8.dropFirst(node.rawStartColumn - 1)
    guard text.first == UInt8(ascii: "["), let bracket = text.firstIndex(of: UInt8(ascii: "]")) else { return false }
    return text[text.index(after: bracket)...].first == UInt8(ascii: ":")
  }
}

extension Node {
  /// Whether the node is a paragraph that ends where a table begins in the middle of it.
  fileprivate var isCutOff: Bool { kind == .paragraph && rawStartLine == 0 && next?.kind == .table }

  /// How many line breaks there are in the text below.
  var lineBreaks: Int {
    subtree.count { $0.kind == .softBreak || $0.kind == .lineBreak }
  }
}
