import CCMarkGFM

/// The kinds of nodes that our grammar yields.
enum NodeKind: Sendable {
  case document, blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak, footnoteDefinition
  case table, tableHeader, tableRow, tableCell
  case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, strikethrough, link, image, footnoteReference

  init(_ type: cmark_node_type, name: UnsafePointer<CChar>?) {
    switch type {
    case CMARK_NODE_DOCUMENT: self = .document
    case CMARK_NODE_BLOCK_QUOTE: self = .blockQuote
    case CMARK_NODE_LIST: self = .list
    case CMARK_NODE_ITEM: self = .item
    case CMARK_NODE_CODE_BLOCK: self = .codeBlock
    case CMARK_NODE_HTML_BLOCK: self = .htmlBlock
    case CMARK_NODE_PARAGRAPH: self = .paragraph
    case CMARK_NODE_HEADING: self = .heading
    case CMARK_NODE_THEMATIC_BREAK: self = .thematicBreak
    case CMARK_NODE_FOOTNOTE_DEFINITION: self = .footnoteDefinition
    case CMARK_NODE_TEXT: self = .text
    case CMARK_NODE_SOFTBREAK: self = .softBreak
    case CMARK_NODE_LINEBREAK: self = .lineBreak
    case CMARK_NODE_CODE: self = .code
    case CMARK_NODE_HTML_INLINE: self = .htmlInline
    case CMARK_NODE_EMPH: self = .emphasis
    case CMARK_NODE_STRONG: self = .strong
    case CMARK_NODE_LINK: self = .link
    case CMARK_NODE_IMAGE: self = .image
    case CMARK_NODE_FOOTNOTE_REFERENCE: self = .footnoteReference
    default: self = unsafe NodeKind(extensionType: name)
    }
  }

  /// The types of extensions get their numbers when these are registered: only their names are fixed.
  private init(extensionType name: UnsafePointer<CChar>?) {
    let name = unsafe name.map { unsafe String(cString: $0) } ?? ""
    switch name {
    case "table": self = .table
    case "table_header": self = .tableHeader
    case "table_row": self = .tableRow
    case "table_cell": self = .tableCell
    case "strikethrough": self = .strikethrough
    default: preconditionFailure("cmark made a node of the unknown type '\(name)'")
    }
  }
}

/// How a table's column is set.
enum ColumnAlignment: Sendable {
  case natural, left, center, right

  /// From the letter that the table extension keeps for a column; 0 where the delimiter row has no colon.
  init(_ letter: UInt8) {
    switch letter {
    case UInt8(ascii: "l"): self = .left
    case UInt8(ascii: "c"): self = .center
    case UInt8(ascii: "r"): self = .right
    default: self = .natural
    }
  }
}
