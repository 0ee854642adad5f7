import Audit
import CommonMark

/// Reads a note's Markdown from top to bottom.
struct NoteBody {
  let source: SourceText
  let terms: NoteTerms
  let blocks: [Block]
  var diagnostics: [Diagnostic] = []
  var observations: [Observation] = []
  var checks: [StandardCheck] = []
  var marks: [Mark] = []
  var quotes: [Quote] = []
  var scores: [Score] = []
  var actions: [Step] = []
  /// The text of the first heading, if it is of the first level.
  private var heading: String?
  private(set) var area = Area()

  init(_ document: borrowing Document, _ source: SourceText, _ terms: NoteTerms) {
    blocks = document.blocks
    self.source = source
    self.terms = terms
    if let first = blocks.first(where: { $0.isHeading && $0.depth == 0 }), first.kind == .heading(level: 1) {
      heading = first.plainText.asOneLine
    }
  }

  mutating func read(_ document: borrowing Document) {
    for (position, block) in blocks.enumerated() {
      switch block.kind {
      case .heading(let level): if block.depth == 0 { area.enter(block.plainText.asOneLine, level: level, terms) }
      case .alert(let alert): read(alert, at: block)
      case .item(let task): readItem(block, task)
      case .table: read(NoteTable(at: position, of: blocks, in: document))
      case .paragraph, .blockQuote, .list, .tableRow, .tableCell, .codeBlock, .htmlBlock, .thematicBreak, .footnote:
        break
      }
    }
  }

  /// Puts what was read into the note.
  func fill(_ note: inout Note) {
    if note.title.isEmpty { note.title = heading ?? "" }
    note.observations = observations
    note.checks = checks
    note.marks = marks
    note.quotes = quotes
    note.scores = scores
    note.actions = actions
  }

  func place(line: Int, column: Int, length: Int = 1) -> Place {
    source.place(of: TextSpan(line: line, column: column, length: max(1, length)))
  }
}

/// What the headings above a line are about.
struct Area {
  private var headings: [(level: Int, touchpoint: String?, dimension: String?, asksForActions: Bool)] = []

  /// The nearest touchpoint that a heading names.
  var touchpoint: String? { headings.last { $0.touchpoint != nil }?.touchpoint }
  /// The nearest dimension that a heading names.
  var dimension: String? { headings.last { $0.dimension != nil }?.dimension }

  /// A heading above announces what is to be done.
  var asksForActions: Bool { headings.contains(where: \.asksForActions) }

  private static let actionHeadings = [
    "action", "actions", "action items", "action plan", "next steps", "steps", "to do", "todo", "follow up", "followup",
    "recommendations", "recommended actions", "corrective actions",
  ]

  /// A heading ends the areas of all headings of its level and below.
  mutating func enter(_ text: String, level: Int, _ terms: NoteTerms) {
    headings.removeAll { $0.level >= level }
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    let isOfActions = Self.actionHeadings.contains(words)
    headings.append((level, terms.touchpoint(named: text), terms.dimension(named: text), isOfActions))
  }
}

extension Block {
  fileprivate var isHeading: Bool {
    if case .heading = kind { true } else { false }
  }
}

extension String {
  /// With blanks in place of line breaks.
  var asOneLine: String { String(map { $0 == "\n" ? " " : $0 }) }
}
