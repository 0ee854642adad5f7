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
      name: "Register", columns: matter + extent + value + support + remedy + record, rows: context.report.findings)
  }

  private var matter: [SheetColumn<Finding>] {
    [
      SheetColumn("Class", width: 12) { .text(FindingWords.name($0.findingClass)) },
      SheetColumn("Finding", width: 44) { linked($0.title, to: context.sitemap.path(of: .deficiency($0.id))) },
      SheetColumn("Touchpoint", width: 20) { .words($0.touchpoint.map(context.name(ofTouchpoint:))) },
      SheetColumn("Dimension", width: 18) { .words($0.dimension.map(context.name(ofDimension:))) },
      SheetColumn("Customers", width: 18) { .words($0.segment.map(customers)) },
      SheetColumn("What was found", width: 70) { .text(FindingWords.firstSentence(of: $0)) },
    ]
  }

  private var extent: [SheetColumn<Finding>] {
    [
      SheetColumn("Seriously failed", width: 10) { .rounded($0.reach?.share, .share) },
      SheetColumn("From", width: 8) { .rounded($0.reach?.low, .share) },
      SheetColumn("To", width: 8) { .rounded($0.reach?.high, .share) },
      SheetColumn("Answers", width: 10) { .count($0.reach?.n) },
      SheetColumn("Severity", width: 10) { .rounded($0.severity, .tenths) },
      SheetColumn("Burden", width: 10) { .rounded($0.burden, .tenths) },
    ]
  }

  private var value: [SheetColumn<Finding>] {
    [
      SheetColumn("Costs a year", width: 12) { .rounded($0.impact?.total?.mid, .count) },
      SheetColumn("At least", width: 12) { .rounded($0.impact?.total?.low, .count) },
      SheetColumn("At most", width: 12) { .rounded($0.impact?.total?.high, .count) },
      SheetColumn("Currency", width: 10) { .words($0.impact?.total == nil ? nil : $0.impact?.currency) },
      SheetColumn("Value for effort", width: 10) { .rounded($0.priority, .hundredths) },
      SheetColumn("Quick win", width: 8) { .words($0.isQuickWin ? "yes" : nil) },
    ]
  }

  private var support: [SheetColumn<Finding>] {
    [
      SheetColumn("Shown by", width: 24) { .words(context.support(of: $0)) },
      SheetColumn("Cause", width: 30) { .words($0.cause.map(FindingWords.explanation)) },
    ]
  }

  private var remedy: [SheetColumn<Finding>] {
    [
      SheetColumn("State", width: 14) { .words(state(of: $0)) },
      SheetColumn("Owner", width: 22) { .words(PlanWords($0, context).owner) },
      SheetColumn("Due", width: 12) { .date($0.plan?.due) },
      SheetColumn("Steps", width: 8) { .count($0.plan?.steps) },
      SheetColumn("Done", width: 8) { .count($0.plan?.stepsDone) },
      SheetColumn("Plan", width: 36) { plan($0.plan.flatMap { context.correction($0.correction) }) },
      SheetColumn("Verdict", width: 22) { .words($0.verdict.map { FindingWords.name($0.word, needed: $0.needed) }) },
    ]
  }

  private var record: [SheetColumn<Finding>] {
    [
      SheetColumn("First seen", width: 12) { .words($0.firstSeen) },
      SheetColumn("Last seen", width: 12) { .words($0.lastSeen) },
      SheetColumn("In full", width: 60, wraps: false) { .text($0.statement) },
      SheetColumn("Id", width: 36, wraps: false) { .text($0.id) },
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
    WorkbookDraft.Sheet(name: "Steps", columns: step + lead + origin, rows: actions)
  }

  private var step: [SheetColumn<Action>] {
    [
      SheetColumn("Step", width: 60) { .text($0.text) },
      SheetColumn("State", width: 10) { .text($0.done ? "done" : isLate($0) ? "late" : "open") },
      SheetColumn("Owner", width: 22) { .words($0.owner) },
      SheetColumn("Due", width: 12) { .date($0.due) },
      SheetColumn("Done on", width: 12) { .date($0.doneOn) },
    ]
  }

  private var lead: [SheetColumn<Action>] {
    [
      SheetColumn("Class", width: 12) { .words($0.lead.map { FindingWords.name($0.findingClass) }) },
      SheetColumn("Finding", width: 44) {
        linked($0.lead?.title ?? "", to: $0.lead.flatMap { context.sitemap.path(of: .deficiency($0.id)) })
      },
      SheetColumn("Touchpoint", width: 20) { .words($0.lead?.touchpoint.map(context.name(ofTouchpoint:))) },
      SheetColumn("Dimension", width: 18) { .words($0.lead?.dimension.map(context.name(ofDimension:))) },
    ]
  }

  private var origin: [SheetColumn<Action>] {
    [
      SheetColumn("Plan", width: 36) { plan($0.plan) },
      SheetColumn("State of the plan", width: 14) {
        .words($0.plan.map { FindingWords.name($0.state(asOf: context.report.asOf)) })
      },
      SheetColumn("No.", width: 6) { .count($0.number) },
      SheetColumn("Milestone", width: 30) { .words($0.milestone) },
      SheetColumn("From", width: 14) { .text(FindingWords.name($0.source)) },
      SheetColumn("Findings", width: 36, wraps: false) { .text($0.findings.map(\.id).joined(separator: "; ")) },
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
