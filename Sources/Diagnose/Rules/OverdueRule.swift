import Audit

/// A correction plan that should have been done by now.
enum OverdueRule: AuditRule {
  static let metadata = RuleMetadata(
    name: "Overdue",
    whenItHolds: "The day by which a plan was to be done is past, and steps are open.",
    whenItFails: "No plan with a due day is late.",
    needs: "a correction plan with a due day",
    source: "product rule: overdue is derived from the due day and the boxes, never written")

  static func missing(_ material: Material, _ findings: [Finding]) -> String? {
    let plans = material.project.corrections
    if plans.isEmpty { return "there is no correction plan" }
    return plans.contains { $0.due != nil } ? nil : "no correction plan names a due day"
  }

  /// `deficiencies` give the touchpoint and dimension; `aliases` lead from other ids to theirs.
  static func findings(
    _ material: Material, beside deficiencies: [Finding], aliases: [String: String]
  ) -> [Finding] {
    material.project.corrections.filter { $0.isOverdue(on: material.asOf) }.map { correction in
      var finding = Finding(
        id: "overdue.\(correction.slug)", kind: .overdue, title: "Overdue: \(correction.title)",
        findingClass: .observation, statement: statement(correction, asOf: material.asOf))
      let corrected = correction.corrects.lazy.map { aliases[$0.id] ?? $0.id }
        .compactMap { id in deficiencies.first { $0.id == id } }.first
      finding.touchpoint = corrected?.touchpoint
      finding.dimension = corrected?.dimension
      finding.plan = Finding.Plan(correction)
      finding.status = .overdue
      return finding
    }
  }

  private static func statement(_ correction: Correction, asOf day: Day) -> String {
    guard let due = correction.due else { return "" }
    let late = FigureText.counted(day.ordinal - due.ordinal, "day")
    let open = correction.steps.count { !$0.done }
    let all = FigureText.counted(correction.steps.count, "step")
    let steps =
      correction.steps.isEmpty
      ? "it lists no steps" : "\(FigureText.count(open)) of \(all) \(open == 1 ? "is" : "are") open"
    return "The plan was due on \(DayText.long(due)) and is \(late) late; \(steps)."
  }
}
