import Audit

/// A critical or major deficiency that nobody has planned to correct.
enum NoPlanRule: AuditRule {
  static let metadata = RuleMetadata(
    name: Phrase("No plan"),
    whenItHolds: Phrase("A critical or major deficiency has no correction plan: no owner, no steps, no day."),
    whenItFails: Phrase("Every critical and major deficiency has a correction plan, or its risk is accepted."),
    needs: Phrase("a critical or major deficiency"),
    source: Phrase("product rule: every deficiency has steps that correct it, or is shown as having none"))

  static func missing(_ material: Material, _ findings: [Finding]) -> String? {
    findings.contains(where: needsPlan) ? nil : say("there is no critical or major deficiency")
  }

  static func findings(_ findings: [Finding]) -> [Finding] {
    findings.filter { needsPlan($0) && isUnplanned($0) }.map { deficiency in
      var finding = Finding(
        id: "no-plan.\(deficiency.id)", kind: .noPlan, title: say("No plan yet for “\(deficiency.title)”"),
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
    let lacks = lack(deficiency.plan?.status, isCritical: deficiency.findingClass == .critical)
    let suggested = deficiency.steps.count { $0.source == .playbook }
    guard suggested > 0 else { return lacks }
    return lacks + " " + say("The playbook suggests \(CountWords.of(suggested, .step)).")
  }

  /// What there is instead of a plan, for a deficiency that is critical or else major.
  private static func lack(_ status: Correction.Status?, isCritical: Bool) -> String {
    switch status {
    case nil:
      isCritical
        ? say("Nobody has planned how to correct this critical deficiency.")
        : say("Nobody has planned how to correct this major deficiency.")
    case .accepted:
      isCritical
        ? say("The risk of this critical deficiency is no longer accepted, and there is no plan.")
        : say("The risk of this major deficiency is no longer accepted, and there is no plan.")
    case .planned, .inProgress, .done:
      isCritical
        ? say("The plan for this critical deficiency was carried out and did not work, and there is no other.")
        : say("The plan for this major deficiency was carried out and did not work, and there is no other.")
    }
  }
}
