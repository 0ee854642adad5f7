import Audit
import CommonMark

/// The steps in the text of a plan: every list item with a box, in the order of the text.
struct CorrectionSteps {
  private(set) var steps: [Step] = []
  /// The first heading, if it is of the first level.
  private(set) var heading: String?
  /// Whether there is a numbered list without a box.
  private(set) var hasUnboxedList = false

  init(_ document: borrowing Document) {
    let blocks = document.blocks
    for (position, block) in blocks.enumerated() {
      switch block.kind {
      case .item(let task?):
        guard let paragraph = blocks.children(of: position).first else { continue }
        let lines = document.inlineSource(of: blocks[paragraph]).map(\.text)
        steps.append(
          Step(text: lines.joined(separator: " "), done: task == .done, source: .plan, line: block.line))
      case .heading(let level):
        if heading == nil, level == 1, steps.isEmpty { heading = block.plainText.asOneLine }
      case .list(let ordered):
        let boxed = blocks.children(of: position).contains { blocks[$0].kind != .item(task: nil) }
        if ordered, !boxed { hasUnboxedList = true }
      case .item(task: nil), .paragraph, .blockQuote, .alert, .table, .tableRow, .tableCell, .codeBlock, .htmlBlock,
        .thematicBreak, .footnote:
        break
      }
    }
  }
}
