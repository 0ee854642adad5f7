import Audit

/// One thing that somebody is to do: a step of a plan or of a note, one that the playbook suggests, or a plan that has no steps.
struct Action: Sendable {
  /// The findings that it serves, in register order; empty where its plan corrects nothing that the register shows.
  var findings: [Finding]
  /// From 1, among the steps of its plan or of what else it stands in; nil for a plan without steps.
  var number: Int?
  /// Plain text on one line.
  var text: String
  var done: Bool
  var doneOn: Day?
  /// Who has it: its own word, then its plan's, then the touchpoint's.
  var owner: String?
  /// Its own day, then its milestone's, then its plan's.
  var due: Day?
  var milestone: String?
  var plan: Correction?
  var source: Step.Source
  /// Relative to the site: the first finding's page, or the plan's place among the corrections.
  var page: String?

  /// The gravest finding that it serves.
  var lead: Finding? { findings.first }

  /// Each action once: by the gravest finding that it serves, in register order, then as the plan or the note has it; last
  /// the plans that correct nothing in the register.
  static func all(_ context: SiteContext) -> [Action] {
    var list = ActionList(context)
    for finding in context.report.findings { list.add(finding) }
    for plan in context.report.project.corrections { list.add(plan) }
    return list.actions
  }
}

/// Collects actions; what several findings share is taken once.
private struct ActionList {
  private let context: SiteContext
  private(set) var actions: [Action] = []
  private var taken: Set<String> = []
  private let plans: [String: Correction]
  private var served: [String: [Finding]] = [:]
  private var noted: [Step: [Finding]] = [:]
  /// The playbook says the same of many findings.
  private var texts: [String: String] = [:]

  init(_ context: SiteContext) {
    self.context = context
    plans = Dictionary(context.report.project.corrections.map { ($0.slug, $0) }) { first, _ in first }
    for finding in context.report.findings {
      for plan in finding.plans { served[plan, default: []].append(finding) }
      for step in Set(finding.steps) where step.source == .note { noted[step, default: []].append(finding) }
    }
  }

  mutating func add(_ finding: Finding) {
    for slug in finding.plans { if let plan = plans[slug] { add(plan) } }
    for source in [Step.Source.note, .playbook] {
      let steps = finding.steps.filter { $0.source == source }
      for (index, step) in steps.enumerated() {
        let findings = source == .note ? noted[step] ?? [] : [finding]
        // A step of a note stands where the first of its findings does.
        guard findings.first?.id == finding.id else { continue }
        actions.append(action(step, number: index + 1, of: findings, plan: nil))
      }
    }
  }

  mutating func add(_ plan: Correction) {
    guard taken.insert(plan.slug).inserted else { return }
    let findings = served[plan.slug] ?? []
    for (index, step) in plan.steps.enumerated() {
      actions.append(action(step, number: index + 1, of: findings, plan: plan))
    }
    guard plan.steps.isEmpty else { return }
    let step = Step(text: "", done: plan.status == .done, source: .plan)
    var action = action(step, number: nil, of: findings, plan: plan)
    action.text = plan.title
    actions.append(action)
  }

  private mutating func action(_ step: Step, number: Int?, of findings: [Finding], plan: Correction?) -> Action {
    let touchpoint = findings.first?.touchpoint.flatMap { context.configuration.touchpoint($0) }
    let milestone = plan?.milestones.first { $0.title == step.milestone }
    return Action(
      findings: findings, number: number, text: plain(step.text), done: step.done, doneOn: step.doneOn,
      owner: step.owner ?? plan?.owner ?? touchpoint?.owner, due: step.due ?? milestone?.due ?? plan?.due,
      milestone: step.milestone, plan: plan, source: step.source, page: page(findings.first, plan))
  }

  private func page(_ finding: Finding?, _ plan: Correction?) -> String? {
    if let page = finding.flatMap({ context.sitemap.path(of: .deficiency($0.id)) }) { return page }
    return context.sitemap.path(of: .corrections).map { path in plan.map { "\(path)#plan-\($0.slug)" } ?? path }
  }

  private mutating func plain(_ markdown: String) -> String {
    if let known = texts[markdown] { return known }
    let text = PlainLine.of(markdown)
    texts[markdown] = text
    return text
  }
}
