import Audit

/// A critical or major deficiency that nobody has planned to correct.
enum NoPlanRule: AuditRule {
  static let metadata = RuleMetadata(
    name: "No plan",
    whenItHolds: "A critical or major deficiency has no correction plan: no owner, no steps, no day.",
    whenItFails: "Every critical and major deficiency has a correction plan, or its risk is accepted.",
    needs: "a critical or major deficiency",
    source: "product rule: every deficiency has steps that correct it, or is shown as having none")

  static func missing(_ material: Material, _ findings: [Finding]) -> String? {
    findings.contains(where: needsPlan) ? nil : "there is no critical or major deficiency"
  }

  static func findings(_ findings: [Finding]) -> [Finding] {
    findings.filter { needsPlan($0) && isUnplanned($0) }.map { deficiency in
      var finding = Finding(
        id: "no-plan.\(deficiency.id)", kind: .noPlan, title: "No plan yet for “\(deficiency.title)”",
        findingClass: .observation, statement: statement(deficiency))
      finding.touchpoint = deficiency.touchpoint
      finding.dimension = deficiency.dimension
      return finding
    }
  }

  private static func needsPlan(_ finding: Finding) -> Bool { finding.isAboutService && finding.findingClass <= .major }

  /// Without a plan, or with one that says no more than that the risk was accepted until a day that is past, or with
  /// one that was carried out and did not work.
  static func isUnplanned(_ finding: Finding) -> Bool {
    guard let plan = finding.plan else { return true }
    switch plan.status {
    case .planned, .inProgress: return false
    case .accepted: return finding.status == .open
    case .done: return finding.status == .reopened
    }
  }

  private static func statement(_ deficiency: Finding) -> String {
    let named = "this \(deficiency.findingClass.rawValue) deficiency"
    let lacks =
      switch deficiency.plan?.status {
      case nil: "Nobody has planned how to correct \(named)."
      case .accepted: "The risk of \(named) is no longer accepted, and there is no plan."
      case .planned, .inProgress, .done:
        "The plan for \(named) was carried out and did not work, and there is no other."
      }
    let suggested = deficiency.steps.count { $0.source == .playbook }
    guard suggested > 0 else { return lacks }
    return lacks + " The playbook suggests \(FigureText.counted(suggested, "step"))."
  }
}
