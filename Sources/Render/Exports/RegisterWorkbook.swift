import Audit
import Workbooks

/// `data/register.xlsx`: the register, the steps and the headline figures, for those who work in a spreadsheet.
struct RegisterWorkbook {
  /// Whether the workbook lies in `data/` of the site, so that its cells can lead to the pages.
  enum Place: Sendable { case inSite, elsewhere }

  private let context: SiteContext
  private let actions: [Action]
  private let place: Place

  static func bytes(_ actions: [Action], _ context: SiteContext, place: Place) -> [UInt8] {
    RegisterWorkbook(context: context, actions: actions, place: place).draft.bytes()
  }

  private init(context: SiteContext, actions: [Action], place: Place) {
    self.context = context
    self.actions = actions
    self.place = place
  }

  private var draft: WorkbookDraft {
    WorkbookDraft(
      title: context.configuration.title, created: context.report.asOf.iso,
      sheets: [register, steps, StatisticsSheet(context).sheet])
  }

  // MARK: Register

  private var register: WorkbookDraft.Sheet {
    WorkbookDraft.Sheet(
      name: say("Register"),
      columns: [
        WorkbookDraft.Column(say("Class"), width: 12), WorkbookDraft.Column(say("Finding"), width: 44),
        WorkbookDraft.Column(say("Touchpoint"), width: 20), WorkbookDraft.Column(say("Dimension"), width: 18),
        WorkbookDraft.Column(say("Customers"), width: 18), WorkbookDraft.Column(say("What was found"), width: 70),
        WorkbookDraft.Column(say("Seriously failed"), width: 10),
        WorkbookDraft.Column(say("From", as: "interval"), width: 8),
        WorkbookDraft.Column(say("To", as: "interval"), width: 8), WorkbookDraft.Column(say("Answers"), width: 10),
        WorkbookDraft.Column(say("Severity"), width: 10), WorkbookDraft.Column(say("Burden"), width: 10),
        WorkbookDraft.Column(say("Costs a year"), width: 12), WorkbookDraft.Column(say("At least"), width: 12),
        WorkbookDraft.Column(say("At most"), width: 12), WorkbookDraft.Column(say("Currency"), width: 10),
        WorkbookDraft.Column(say("Value for effort"), width: 10), WorkbookDraft.Column(say("Quick win"), width: 8),
        WorkbookDraft.Column(say("Shown by"), width: 24),
        WorkbookDraft.Column(say("Cause"), width: 30), WorkbookDraft.Column(say("State"), width: 14),
        WorkbookDraft.Column(say("Owner"), width: 22), WorkbookDraft.Column(say("Due"), width: 12),
        WorkbookDraft.Column(say("Steps"), width: 8), WorkbookDraft.Column(say("Done"), width: 8),
        WorkbookDraft.Column(say("Plan"), width: 36), WorkbookDraft.Column(say("Verdict"), width: 22),
        WorkbookDraft.Column(say("First seen"), width: 12), WorkbookDraft.Column(say("Last seen"), width: 12),
        WorkbookDraft.Column(say("In full"), width: 60, wraps: false),
        WorkbookDraft.Column(say("Id"), width: 36, wraps: false),
      ], rows: context.report.findings.map(row))
  }

  private func row(_ finding: Finding) -> [WorkbookDraft.Cell] {
    let (plan, reach, words) = (finding.plan, finding.reach, PlanWords(finding, context))
    var cells: [WorkbookDraft.Cell] = [.text(FindingWords.name(finding.findingClass))]
    cells.append(linked(finding.title, to: context.sitemap.path(of: .deficiency(finding.id))))
    cells.append(text(finding.touchpoint.map(context.name(ofTouchpoint:))))
    cells.append(text(finding.dimension.map(context.name(ofDimension:))))
    cells += [text(finding.segment.map(customers)), text(FindingWords.firstSentence(of: finding))]
    cells += [reach?.share, reach?.low, reach?.high].map { number($0, .share) }
    cells.append(count(reach?.n))
    cells += [number(finding.severity, .tenths), number(finding.burden, .tenths)]
    let costs = finding.impact?.total
    cells += [costs?.mid, costs?.low, costs?.high].map { number($0, .count) }
    cells += [text(costs == nil ? nil : finding.impact?.currency), number(finding.priority, .hundredths)]
    cells.append(text(finding.isQuickWin ? say("yes") : nil))
    cells += [text(context.support(of: finding)), text(finding.cause.map(FindingWords.explanation))]
    cells += [text(state(of: finding)), text(words.owner), day(plan?.due), count(plan?.steps), count(plan?.stepsDone)]
    cells.append(self.plan(plan.flatMap { context.correction($0.correction) }))
    cells.append(text(finding.verdict.map { FindingWords.name($0.word, needed: $0.needed) }))
    return cells + [text(finding.firstSeen), text(finding.lastSeen), text(finding.statement), text(finding.id)]
  }

  /// What is well done and what only tells of plans has no plan of its own to be missed.
  private func state(of finding: Finding) -> String? {
    let isToMend = finding.findingClass.isDeficiency && finding.kind.asksForSteps
    return isToMend || finding.plan != nil ? FindingWords.name(finding.status) : nil
  }

  private func customers(_ part: Slice.Part) -> String {
    "\(context.segments.first { $0.id == part.segment }?.name ?? part.segment): \(part.value)"
  }

  // MARK: Steps

  private var steps: WorkbookDraft.Sheet {
    WorkbookDraft.Sheet(
      name: say("Steps"),
      columns: [
        WorkbookDraft.Column(say("Step"), width: 60), WorkbookDraft.Column(say("State"), width: 10),
        WorkbookDraft.Column(say("Owner"), width: 22), WorkbookDraft.Column(say("Due"), width: 12),
        WorkbookDraft.Column(say("Done on"), width: 12), WorkbookDraft.Column(say("Class"), width: 12),
        WorkbookDraft.Column(say("Finding"), width: 44), WorkbookDraft.Column(say("Touchpoint"), width: 20),
        WorkbookDraft.Column(say("Dimension"), width: 18), WorkbookDraft.Column(say("Plan"), width: 36),
        WorkbookDraft.Column(say("State of the plan"), width: 14), WorkbookDraft.Column(say("No."), width: 6),
        WorkbookDraft.Column(say("Milestone"), width: 30), WorkbookDraft.Column(say("From", as: "source"), width: 14),
        WorkbookDraft.Column(say("Findings"), width: 36, wraps: false),
      ], rows: actions.map(row))
  }

  private func row(_ action: Action) -> [WorkbookDraft.Cell] {
    let (lead, today) = (action.lead, context.report.asOf)
    let isLate = !action.done && action.isAskedFor && action.due.map { $0 < today } == true
    var cells: [WorkbookDraft.Cell] = [
      .text(action.text), .text(action.done ? say("done") : isLate ? say("late") : say("open", as: "status")),
    ]
    cells += [text(action.owner), day(action.due), day(action.doneOn)]
    cells.append(text(lead.map { FindingWords.name($0.findingClass) }))
    cells.append(linked(lead?.title ?? "", to: lead.flatMap { context.sitemap.path(of: .deficiency($0.id)) }))
    cells.append(text(lead?.touchpoint.map(context.name(ofTouchpoint:))))
    cells.append(text(lead?.dimension.map(context.name(ofDimension:))))
    cells.append(plan(action.plan))
    cells.append(text(action.plan.map { FindingWords.name($0.state(asOf: today)) }))
    cells += [count(action.number), text(action.milestone), text(FindingWords.name(action.source))]
    cells.append(text(action.findings.map(\.id).joined(separator: "; ")))
    return cells
  }

  // MARK: Cells

  private func linked(_ text: String, to path: String?) -> WorkbookDraft.Cell {
    guard place == .inSite, let path else { return .text(text) }
    return .link(text, to: "../" + path)
  }

  private func plan(_ plan: Correction?) -> WorkbookDraft.Cell {
    guard let plan else { return .empty }
    return linked(plan.title, to: context.sitemap.path(of: .corrections).map { "\($0)#plan-\(plan.slug)" })
  }

  private func text(_ text: String?) -> WorkbookDraft.Cell { text.map { .text($0) } ?? .empty }
  private func day(_ day: Day?) -> WorkbookDraft.Cell { day.map { .day($0.ordinal) } ?? .empty }
  private func count(_ count: Int?) -> WorkbookDraft.Cell { count.map { .number(Double($0), .count) } ?? .empty }

  private func number(_ value: Double?, _ style: WorkbookDraft.NumberStyle) -> WorkbookDraft.Cell {
    .rounded(value, style)
  }
}

extension WorkbookDraft.Cell {
  /// Twelve significant digits, as in `data/statistics.csv`.
  static func rounded(_ value: Double?, _ style: WorkbookDraft.NumberStyle) -> WorkbookDraft.Cell {
    value.flatMap(CanonicalNumber.text).flatMap { Double($0) }.map { .number($0, style) } ?? .empty
  }
}

extension Action {
  /// Not so where its plan is done or its risk accepted.
  var isAskedFor: Bool {
    switch plan?.status {
    case .done, .accepted: false
    case .planned, .inProgress, nil: true
    }
  }
}
