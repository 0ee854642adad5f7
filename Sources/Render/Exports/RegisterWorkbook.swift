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
      name: say("Register"), columns: matter + extent + value + support + remedy + record, rows: context.report.findings
    )
  }

  private var matter: [SheetColumn<Finding>] {
    [
      SheetColumn(say("Class"), width: 12) { .text(FindingWords.name($0.findingClass)) },
      SheetColumn(say("Finding"), width: 44) { linked($0.title, to: context.sitemap.path(of: .deficiency($0.id))) },
      SheetColumn(say("Touchpoint"), width: 20) { .words($0.touchpoint.map(context.name(ofTouchpoint:))) },
      SheetColumn(say("Dimension"), width: 18) { .words($0.dimension.map(context.name(ofDimension:))) },
      SheetColumn(say("Customers"), width: 18) { .words($0.segment.map(customers)) },
      SheetColumn(say("What was found"), width: 70) { .text(FindingWords.firstSentence(of: $0)) },
    ]
  }

  private var extent: [SheetColumn<Finding>] {
    [
      SheetColumn(say("Seriously failed"), width: 10) { .rounded($0.reach?.share, .share) },
      SheetColumn(say("From", as: "interval"), width: 8) { .rounded($0.reach?.low, .share) },
      SheetColumn(say("To", as: "interval"), width: 8) { .rounded($0.reach?.high, .share) },
      SheetColumn(say("Answers"), width: 10) { .count($0.reach?.n) },
      SheetColumn(say("Severity"), width: 10) { .rounded($0.severity, .tenths) },
      SheetColumn(say("Burden"), width: 10) { .rounded($0.burden, .tenths) },
    ]
  }

  private var value: [SheetColumn<Finding>] {
    [
      SheetColumn(say("Costs a year"), width: 12) { .rounded($0.impact?.total?.mid, .count) },
      SheetColumn(say("At least"), width: 12) { .rounded($0.impact?.total?.low, .count) },
      SheetColumn(say("At most"), width: 12) { .rounded($0.impact?.total?.high, .count) },
      SheetColumn(say("Currency"), width: 10) { .words($0.impact?.total == nil ? nil : $0.impact?.currency) },
      SheetColumn(say("Value for effort"), width: 10) { .rounded($0.priority, .hundredths) },
      SheetColumn(say("Quick win"), width: 8) { .words($0.isQuickWin ? say("yes") : nil) },
    ]
  }

  private var support: [SheetColumn<Finding>] {
    [
      SheetColumn(say("Shown by"), width: 24) { .words(context.support(of: $0)) },
      SheetColumn(say("Cause"), width: 30) { .words($0.cause.map(FindingWords.explanation)) },
    ]
  }

  private var remedy: [SheetColumn<Finding>] {
    [
      SheetColumn(say("State"), width: 14) { .words(state(of: $0)) },
      SheetColumn(say("Owner"), width: 22) { .words(PlanWords($0, context).owner) },
      SheetColumn(say("Due"), width: 12) { .date($0.plan?.due) },
      SheetColumn(say("Steps"), width: 8) { .count($0.plan?.steps) },
      SheetColumn(say("Done"), width: 8) { .count($0.plan?.stepsDone) },
      SheetColumn(say("Plan"), width: 36) { plan($0.plan.flatMap { context.correction($0.correction) }) },
      SheetColumn(say("Verdict"), width: 22) {
        .words($0.verdict.map { FindingWords.name($0.word, needed: $0.needed) })
      },
    ]
  }

  private var record: [SheetColumn<Finding>] {
    [
      SheetColumn(say("First seen"), width: 12) { .words($0.firstSeen) },
      SheetColumn(say("Last seen"), width: 12) { .words($0.lastSeen) },
      SheetColumn(say("In full"), width: 60, wraps: false) { .text($0.statement) },
      SheetColumn(say("Id"), width: 36, wraps: false) { .text($0.id) },
    ]
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
    WorkbookDraft.Sheet(name: say("Steps"), columns: step + lead + origin, rows: actions)
  }

  private var step: [SheetColumn<Action>] {
    [
      SheetColumn(say("Step"), width: 60) { .text($0.text) },
      SheetColumn(say("State"), width: 10) {
        .text($0.done ? say("done") : isLate($0) ? say("late") : say("open", as: "status"))
      },
      SheetColumn(say("Owner"), width: 22) { .words($0.owner) },
      SheetColumn(say("Due"), width: 12) { .date($0.due) },
      SheetColumn(say("Done on"), width: 12) { .date($0.doneOn) },
    ]
  }

  private var lead: [SheetColumn<Action>] {
    [
      SheetColumn(say("Class"), width: 12) { .words($0.lead.map { FindingWords.name($0.findingClass) }) },
      SheetColumn(say("Finding"), width: 44) {
        linked($0.lead?.title ?? "", to: $0.lead.flatMap { context.sitemap.path(of: .deficiency($0.id)) })
      },
      SheetColumn(say("Touchpoint"), width: 20) { .words($0.lead?.touchpoint.map(context.name(ofTouchpoint:))) },
      SheetColumn(say("Dimension"), width: 18) { .words($0.lead?.dimension.map(context.name(ofDimension:))) },
    ]
  }

  private var origin: [SheetColumn<Action>] {
    [
      SheetColumn(say("Plan"), width: 36) { plan($0.plan) },
      SheetColumn(say("State of the plan"), width: 14) {
        .words($0.plan.map { FindingWords.state(of: $0, asOf: context.report.asOf) })
      },
      SheetColumn(say("No."), width: 6) { .count($0.number) },
      SheetColumn(say("Milestone"), width: 30) { .words($0.milestone) },
      SheetColumn(say("From", as: "source"), width: 14) { .text(FindingWords.name($0.source)) },
      SheetColumn(say("Findings"), width: 36, wraps: false) { .text($0.findings.map(\.id).joined(separator: "; ")) },
    ]
  }

  private func isLate(_ action: Action) -> Bool {
    action.isAskedFor && action.due.map { $0 < context.report.asOf } == true
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
