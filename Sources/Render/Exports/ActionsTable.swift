import Audit

/// `data/actions.csv`: one action a row, for whatever a team plans its work with.
enum ActionsTable {
  private static let header = [
    "findings", "title", "class", "touchpoint", "dimension", "number", "step", "done", "done-on", "owner", "due",
    "milestone", "plan", "plan-title", "plan-status", "source", "page",
  ]

  static func csv(_ actions: [Action], asOf day: Day) -> [UInt8] {
    actions.reduce(into: CSVText.row(header)) { $0 += CSVText.row(row($1, asOf: day)) }
  }

  private static func row(_ action: Action, asOf day: Day) -> [String] {
    let lead = action.lead
    var texts: [String?] = [action.findings.map(\.id).joined(separator: "; "), lead?.title]
    texts += [lead?.findingClass.rawValue, lead?.touchpoint, lead?.dimension]
    texts += [action.number.map { String($0) }, action.text, action.done ? "true" : "false", action.doneOn?.iso]
    texts += [action.owner, action.due?.iso, action.milestone]
    texts += [action.plan?.slug, action.plan?.title, action.plan.map { $0.status(asOf: day).rawValue }]
    texts += [action.source.rawValue, action.page]
    return texts.map { CSVText.guarded($0 ?? "") }
  }
}
