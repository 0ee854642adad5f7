import Audit
import CommonMark

/// The steps in the text of a plan: every list item with a box, in the order of the text.
///
/// Lines `owner:`, `due:`, `done:` and `evidence:` below a step, or in a list of its own, are its details. A heading that
/// ends with a day is a milestone, and the steps up to the next heading of its level or above belong to it.
struct CorrectionSteps {
  private(set) var steps: [Step] = []
  private(set) var milestones: [Correction.Milestone] = []
  /// The first heading, if it is of the first level.
  private(set) var heading: String?
  /// Whether there is a numbered list without a box.
  private(set) var hasUnboxedList = false
  private(set) var diagnostics: [Diagnostic] = []
  private let source: SourceText
  /// Level and title of the milestone that the text is in.
  private var stage: (level: Int, milestone: Correction.Milestone)?

  /// `source` is the plan's file.
  init(_ document: borrowing Document, in source: SourceText) {
    self.source = source
    let blocks = document.blocks
    for (position, block) in blocks.enumerated() {
      switch block.kind {
      case .item(let task?): add(position, isDone: task == .done, blocks, document)
      case .heading(let level): read(block, level: level)
      case .list(let ordered):
        let boxed = blocks.children(of: position).contains { blocks[$0].kind != .item(task: nil) }
        if ordered, !boxed { hasUnboxedList = true }
      case .item(task: nil): diagnostics += [BoxSpelling.problem(of: block, in: source)].compactMap(\.self)
      case .paragraph, .blockQuote, .alert, .table, .tableRow, .tableCell, .codeBlock, .htmlBlock,
        .thematicBreak, .footnote:
        break
      }
    }
  }

  private mutating func read(_ block: Block, level: Int) {
    let text = block.plainText.asOneLine
    if let open = stage, level <= open.level { stage = nil }
    if let milestone = Self.milestone(text, line: block.line) {
      milestones.append(milestone)
      stage = (level, milestone)
    } else if heading == nil, level == 1, steps.isEmpty {
      heading = text
    }
  }

  /// `Trial in four branches by 2026-05-31`, `Trial (2026-05-31)`, `Trial: 2026-05-31`.
  static func milestone(_ heading: String, line: Int) -> Correction.Milestone? {
    let bare = heading.last == ")" ? String(heading.dropLast()) : heading
    guard bare.unicodeScalars.count > 10, let due = Day(iso: String(bare.suffix(10))) else { return nil }
    var title = bare.dropLast(10)
    while let last = title.last, " (:,–—-".contains(last) { title = title.dropLast() }
    for word in [" by", " (by", " until", " (until"] where title.hasSuffix(word) { title = title.dropLast(word.count) }
    return title.isEmpty ? nil : Correction.Milestone(title: String(title), due: due, line: line)
  }

  private mutating func add(_ position: Int, isDone: Bool, _ blocks: [Block], _ document: borrowing Document) {
    let children = blocks.children(of: position)
    guard let paragraph = children.first, blocks[paragraph].kind == .paragraph else { return }
    var details = StepDetails(source: source)
    var lines = document.inlineSource(of: blocks[paragraph])
    let own = lines.removeFirst().text
    let text = [own] + lines.filter { !details.take($0) }.map(\.text)
    for list in children.dropFirst() {
      for item in blocks.children(of: list) where blocks[item].kind == .item(task: nil) {
        guard let paragraph = blocks.children(of: item).first, blocks[paragraph].kind == .paragraph else { continue }
        let lines = document.inlineSource(of: blocks[paragraph])
        if let first = lines.first { _ = details.take(first, more: lines.dropFirst().map(\.text)) }
      }
    }
    let line = blocks[position].line
    var step = Step(text: text.joined(separator: " "), done: isDone, source: .plan, line: line)
    (step.owner, step.due, step.doneOn, step.evidence) = (details.owner, details.due, details.done, details.evidence)
    step.milestone = stage?.milestone.title
    if step.due == nil { step.due = stage?.milestone.due }
    if !isDone, let key = details.ofDone.first {
      diagnostics.append(.correctionStepNotDone(key.name, at: source.place(of: key.span)))
    }
    diagnostics += details.diagnostics
    steps.append(step)
  }
}

/// What stands below a step: who, by when, when it was done, and what shows it.
private struct StepDetails {
  let source: SourceText
  private(set) var owner: String?
  private(set) var due: Day?
  private(set) var done: Day?
  private(set) var evidence: String?
  /// Keys that only a done step can have.
  private(set) var ofDone: [(name: String, span: TextSpan)] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(source: SourceText) {
    self.source = source
  }

  /// Whether the line is a detail; `more` are the lines that continue it.
  mutating func take(_ line: SourceLine, more: [String] = []) -> Bool {
    guard let colon = line.text.firstIndex(of: ":"), let key = Step.Detail(rawValue: line.text[..<colon].lowercased())
    else {
      return false
    }
    let tail = line.dropping(bytes: line.text.utf8.distance(from: line.text.startIndex, to: colon) + 1)
    let value = tail.dropping(bytes: tail.text.utf8.prefix { $0 == UInt8(ascii: " ") }.count)
    let text = ([value.text] + more).joined(separator: " ")
    let span = TextSpan(line: value.number, column: value.column, length: max(1, value.text.unicodeScalars.count))
    switch key {
    case .owner: owner = text
    case .evidence: evidence = text
    case .due: due = day(text, of: key, at: span)
    case .done: done = day(text, of: key, at: span)
    }
    if key == .done || key == .evidence {
      let place = TextSpan(line: line.number, column: line.column, length: key.rawValue.utf8.count)
      ofDone.append((key.rawValue, place))
    }
    return true
  }

  private mutating func day(_ text: String, of key: Step.Detail, at span: TextSpan) -> Day? {
    if let day = Day(iso: text) { return day }
    diagnostics.append(.correctionStepDay(key.rawValue, text, at: source.place(of: span)))
    return nil
  }
}
