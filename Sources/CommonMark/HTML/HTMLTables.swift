extension HTMLRenderer {
  mutating func enterTable(_ node: Node) {
    alignments = node.columnAlignments
    block("<div class=\"table\" tabindex=\"0\">\n<table>")
  }

  mutating func leaveTable(_ node: Node) {
    if node.firstChild?.next != nil { block("</tbody>") }
    block("</table>\n</div>")
  }

  mutating func enterRow(_ node: Node) {
    column = 0
    if node.kind == .tableHeader {
      block("<thead>\n<tr>")
    } else {
      if node.previous?.kind == .tableHeader { block("<tbody>") }
      block("<tr>")
    }
  }

  mutating func enterCell(_ node: Node) {
    out.raw(node.isHeaderCell ? "<th scope=\"col\"" : "<td")
    let alignment = alignments.indices.contains(column) ? alignments[column] : .natural
    if let name = alignment.className { out.attribute("class", name) }
    out.raw(">")
  }

  mutating func leaveCell(_ node: Node) {
    out.raw(node.isHeaderCell ? "</th>\n" : "</td>\n")
    column += 1
  }
}

extension Node {
  /// Whether the cell heads a column: an empty cell of the header heads none.
  fileprivate var isHeaderCell: Bool { parent?.kind == .tableHeader && firstChild != nil }
}

extension ColumnAlignment {
  fileprivate var className: String? {
    switch self {
    case .natural: nil
    case .left: "left"
    case .center: "center"
    case .right: "right"
    }
  }
}
