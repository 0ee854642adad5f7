extension Document {
  /// The blocks of the document, each before those inside it; footnotes that are referred to stand at the end.
  package var blocks: [Block] {
    var reader = BlockReader()
    var walk = TreeWalk(root)
    while let visit = walk.next() {
      switch visit {
      case .enter(let node):
        guard let kind = blockKind(of: node) else { continue }
        reader.open(block(of: node, kind))
        if node.holdsInlines {
          walk.skip(node)
          reader.close()
        }
      case .leave(let node):
        if node != root { reader.close() }
      }
    }
    return reader.blocks
  }

  private func block(of node: Node, _ kind: Block.Kind) -> Block {
    let span = span(of: node)
    let byte = byte(of: node, onLineAt: span.lowerBound)
    let first = lines[span.lowerBound]
    return Block(
      kind: kind, depth: 0, line: first.number, column: first.column(ofByte: byte),
      endLine: lines[span.upperBound - 1].number, plainText: node.ownText, descendants: 0..<0, span: span, byte: byte)
  }

  /// The kind of a block node; nil for the document itself and for inlines.
  private func blockKind(of node: Node) -> Block.Kind? {
    switch node.kind {
    case .heading: .heading(level: node.headingLevel)
    case .paragraph: .paragraph
    case .blockQuote: alert(of: node).map(Block.Kind.alert) ?? .blockQuote
    case .list: .list(ordered: node.isOrderedList)
    case .item: .item(task: node.taskMark)
    case .table: .table
    case .tableHeader: .tableRow(isHeader: true)
    case .tableRow: .tableRow(isHeader: false)
    case .tableCell: .tableCell
    case .codeBlock: .codeBlock(info: node.fenceInfo)
    case .htmlBlock: .htmlBlock
    case .thematicBreak: .thematicBreak
    case .footnoteDefinition: .footnote
    case .document, .text, .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong, .strikethrough, .link,
      .image, .footnoteReference:
      nil
    }
  }
}

/// Collects blocks in the order of the text and gives each its depth and its descendants.
private struct BlockReader {
  private(set) var blocks: [Block] = []
  private var path: [Int] = []

  mutating func open(_ block: Block) {
    let inside = blocks.count + 1
    blocks.append(
      Block(
        kind: block.kind, depth: path.count, line: block.line, column: block.column, endLine: block.endLine,
        plainText: block.plainText, descendants: inside..<inside, span: block.span, byte: block.byte))
    path.append(blocks.count - 1)
  }

  mutating func close() {
    guard let position = path.popLast() else { return }
    blocks[position].descendants = (position + 1)..<blocks.count
  }
}

extension Node {
  /// Whether what is directly below is text and not blocks.
  var holdsInlines: Bool { kind == .paragraph || kind == .heading || kind == .tableCell }

  /// What `Block.plainText` says of the node.
  fileprivate var ownText: String {
    if holdsInlines { return plainText }
    if kind == .codeBlock || kind == .htmlBlock { return literal }
    if kind == .item, let paragraph = firstChild, paragraph.kind == .paragraph { return paragraph.plainText }
    return ""
  }
}
