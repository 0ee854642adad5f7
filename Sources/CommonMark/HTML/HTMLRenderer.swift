/// Writes a tree as HTML, node by node, without recursion.
struct HTMLRenderer {
  let options: RenderingOptions
  let plan: RenderingPlan
  var out: HTMLText
  /// The end tag of the link that is open.
  var linkEnd: String?
  /// The column of the cell that is open, with the alignments of its table.
  var column = 0
  var alignments: [ColumnAlignment] = []

  init(_ options: RenderingOptions, _ plan: RenderingPlan, sizeHint: Int) {
    self.options = options
    self.plan = plan
    out = HTMLText(reserving: sizeHint)
  }

  var html: String { out.string }

  /// Writes everything below the root. A node that is passed over is neither entered nor left.
  mutating func render(_ root: Node) {
    var walk = TreeWalk(root)
    while let visit = walk.next() {
      switch visit {
      case .enter(let node):
        if plan.omitted.contains(node) {
          walk.skip(node)
        } else if node.kind == .image {
          image(node)
          walk.skip(node)
        } else {
          enter(node)
        }
      case .leave(let node):
        leave(node)
      }
    }
  }

  private mutating func enter(_ node: Node) {
    switch node.kind {
    case .document, .image: break
    case .blockQuote: enterQuote(node)
    case .list: enterList(node)
    case .item: enterItem(node)
    case .paragraph: enterParagraph(node)
    case .heading: enterHeading(node)
    case .codeBlock: codeBlock(node)
    case .htmlBlock: rawBlock(node)
    case .thematicBreak: block("<hr>")
    case .footnoteDefinition: enterFootnote(node)
    case .table: enterTable(node)
    case .tableHeader, .tableRow: enterRow(node)
    case .tableCell: enterCell(node)
    case .text: text(node)
    case .softBreak: out.raw("\n")
    case .lineBreak: out.raw("<br>\n")
    case .code: code(node)
    case .htmlInline: rawInline(node)
    case .emphasis: out.raw("<em>")
    case .strong: out.raw("<strong>")
    case .strikethrough: out.raw("<del>")
    case .link: enterLink(node)
    case .footnoteReference: footnoteReference(node)
    }
  }

  private mutating func leave(_ node: Node) {
    switch node.kind {
    case .document: if !plan.footnotes.isEmpty { block("</ol>\n</div>") }
    case .blockQuote: block(plan.alerts[node] == nil ? "</blockquote>" : "</div>")
    case .list: block(node.isOrderedList ? "</ol>" : "</ul>")
    case .item: out.raw("</li>\n")
    case .paragraph: leaveParagraph(node)
    case .heading: out.raw("</h\(level(of: node))>\n")
    case .footnoteDefinition: leaveFootnote(node)
    case .table: leaveTable(node)
    case .tableHeader: block("</tr>\n</thead>")
    case .tableRow: block("</tr>")
    case .tableCell: leaveCell(node)
    case .emphasis: out.raw("</em>")
    case .strong: out.raw("</strong>")
    case .strikethrough: out.raw("</del>")
    case .link: leaveLink()
    case .codeBlock, .htmlBlock, .thematicBreak, .text, .softBreak, .lineBreak, .code, .htmlInline, .image,
      .footnoteReference:
      break
    }
  }

  /// A tag on a line of its own.
  mutating func block(_ markup: String) {
    out.freshLine()
    out.raw(markup)
    out.raw("\n")
  }
}
