import Audit

/// What is to be done about a deficiency: the plan, or the steps that usually help.
struct StepsView: View {
  var heading: String
  /// Says so where nobody has taken the steps on.
  var warning: String?
  var meta: [MetaView]
  var progress: HTML?
  var progressText: String?
  var steps: [StepView]
  var plan: String?

  static let fields: [Field<StepsView>] = [
    .text("heading", \.heading), .text("warning", \.warning), .list("meta", \.meta), .html("progress", \.progress),
    .text("progressText", \.progressText), .list("steps", \.steps), .text("plan", \.plan),
  ]

  /// Nil for what needs no steps.
  init?(_ finding: Finding, on page: Page, _ context: SiteContext, _ prose: inout Prose) {
    let isToMend = finding.findingClass.isDeficiency && finding.kind.asksForSteps
    guard isToMend || finding.plan != nil || !finding.steps.isEmpty else { return nil }
    let correction = finding.plan.flatMap { context.correction($0.correction) }
    let neighbour = finding.plan == nil ? Self.planned(forTheSameAs: finding, context) : nil
    let words = PlanWords(finding, context)
    heading = finding.plan == nil ? say("Suggested steps") : say("Steps")
    meta = []
    steps = finding.steps.map { step in
      StepView(step, file: step.file ?? correction?.file ?? finding.evidence.first?.source ?? "", &prose)
    }
    if finding.plan == nil { warning = Self.warning(finding, neighbour) }
    add(say("Owner"), words.owner)
    if let plan = finding.plan {
      add(say("Due"), plan.due.map(DayText.long) ?? "")
      add(say("Status"), FindingWords.name(finding.status), isLate: finding.status == .overdue)
      if plan.steps > 0 {
        progress = StepProgress.picture(done: plan.stepsDone, of: plan.steps)
        progressText = StepWords.done(plan.stepsDone, of: plan.steps)
      }
    }
    add(
      say("Cause"), finding.cause.map(FindingWords.explanation) ?? say("not known yet: the first steps find it"))
    if let correction { add(say("Target"), PlanMeta.target(of: correction, context)) }
    if let until = correction?.until { add(say("Until"), DayText.long(until)) }
    add(say("Reason"), correction?.reason ?? "")
    add(say("Approved by"), correction?.approver ?? "")
    plan = (correction ?? neighbour).flatMap {
      context.sitemap.link(from: page, to: .corrections, fragment: "plan-\($0.slug)")
    }
  }

  /// Of a finding about a cell's change, units or groups the plan for the cell itself.
  private static func planned(forTheSameAs finding: Finding, _ context: SiteContext) -> Correction? {
    guard let cell = finding.pictured, cell != finding.measurement else { return nil }
    let now = context.deficiencies.first { $0.plan != nil && $0.measurement == cell }
    return now?.plan.flatMap { context.correction($0.correction) }
  }

  private static func warning(_ finding: Finding, _ neighbour: Correction?) -> String {
    let who =
      neighbour.map { say("No plan names this one; “\($0.title)” is the plan for the same questions.") }
      ?? (finding.steps.isEmpty
        ? say("Nobody has planned how to correct this, and the playbook has nothing that fits.")
        : say("Nobody has taken this on yet."))
    guard !finding.steps.isEmpty else { return who }
    let help =
      finding.remedy.map { say("These are the steps that usually help: \($0).") }
      ?? say("These are the steps that usually help.")
    return "\(who) \(help)"
  }

  private mutating func add(_ name: String, _ value: String, isLate: Bool = false) {
    if !value.isEmpty { meta.append(MetaView(name: name, value: value, isLate: isLate)) }
  }
}

/// A name and what stands behind it.
struct MetaView: View {
  var name: String
  var value: String
  var isLate = false

  static let fields: [Field<MetaView>] = [
    .text("name", \.name), .text("value", \.value), .flag("isLate", \.isLate),
  ]
}

/// One step with its box.
struct StepView: View {
  var text: HTML
  var isDone: Bool
  /// `Cards · due 30 June 2026`.
  var detail: String?
  /// What shows that it was done.
  var evidence: HTML?

  static let fields: [Field<StepView>] = [
    .html("text", \.text), .flag("isDone", \.isDone), .text("detail", \.detail), .html("evidence", \.evidence),
  ]

  init(_ step: Step, file: String, _ prose: inout Prose) {
    text = prose.inline(step.text, from: file, line: step.line)
    isDone = step.done
    let day = step.doneOn.map { say("done \(DayText.long($0))") } ?? step.due.map { say("due \(DayText.long($0))") }
    var parts = [step.owner, day].compactMap(\.self)
    if step.source == .note { parts.append(FindingWords.name(step.source)) }
    detail = parts.isEmpty ? nil : parts.joined(separator: " · ")
    evidence = step.evidence.map { prose.inline($0, from: file, line: step.line) }
  }
}
