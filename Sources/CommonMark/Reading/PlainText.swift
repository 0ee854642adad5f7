extension Node {
  /// The text of the inlines below, without marks and without a task's box; a line break is one line feed.
  var plainText: String {
    var text = ""
    let box = boxed?.text
    for node in subtree {
      switch node.kind {
      case .text: text += node == box ? String(node.literal.dropFirst(4)) : node.literal
      case .code: text += node.literal
      case .softBreak, .lineBreak: text += "\n"
      case .htmlInline: text += RawHTML(node.literal).plainText
      case .emphasis, .strong, .strikethrough, .link, .image, .footnoteReference: break
      case .document, .blockQuote, .list, .item, .codeBlock, .htmlBlock, .paragraph, .heading, .thematicBreak,
        .footnoteDefinition, .table, .tableHeader, .tableRow, .tableCell:
        break
      }
    }
    return text
  }

  /// The box of a list item, read from the text the item begins with: `[ ] `, `[x] ` or `[X] `.
  var taskMark: TaskMark? { kind == .item ? firstChild?.boxed?.mark : nil }

  /// The box that a paragraph begins with, where it is the first of a list item, and the text node that holds it.
  var boxed: (mark: TaskMark, text: Node)? {
    guard kind == .paragraph, previous == nil, parent?.kind == .item, let text = firstChild, text.kind == .text else {
      return nil
    }
    switch Array(text.literal.utf8.prefix(4)) {
    case Array("[ ] ".utf8), Array("[ ]\t".utf8): return (.open, text)
    case Array("[x] ".utf8), Array("[X] ".utf8), Array("[x]\t".utf8), Array("[X]\t".utf8): return (.done, text)
    default: return nil
    }
  }
}

extension Document {
  /// The text of all blocks, one after the other, for a search.
  package var plainText: String {
    blocks.filter { !$0.isRepeated }.map(\.plainText).filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// The first paragraph outside lists and quotes, as one line; nil where there is none.
  package var summary: String? {
    let paragraph = root.children.first { $0.kind == .paragraph && !$0.plainText.isEmpty }
    return paragraph.map { String($0.plainText.map { $0 == "\n" ? " " : $0 }) }
  }
}

extension Block {
  /// Whether the text of the block is also that of a block inside it.
  fileprivate var isRepeated: Bool {
    if case .item = kind { true } else { false }
  }
}
