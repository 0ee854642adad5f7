import Audit

/// A correction plan that should have been done by now.
enum OverdueRule: AuditRule {
  static let metadata = RuleMetadata(
    name: Phrase("Overdue"),
    whenItHolds: Phrase("The day by which a plan was to be done is past, and steps are open."),
    whenItFails: Phrase("No plan with a due day is late."),
    needs: Phrase("a correction plan with a due day"),
    source: Phrase("product rule: overdue is derived from the due day and the boxes, never written"))

  static func missing(_ material: Material, _ findings: [Finding]) -> String? {
    let plans = material.project.corrections
    if plans.isEmpty { return say("there is no correction plan") }
    return plans.contains { $0.due != nil } ? nil : say("no correction plan names a due day")
  }

  /// `deficiencies` give the touchpoint and dimension; `aliases` lead from other ids to theirs.
  static func findings(
    _ material: Material, beside deficiencies: [Finding], aliases: [String: String]
  ) -> [Finding] {
    material.project.corrections.filter { $0.isOverdue(on: material.asOf) }.map { correction in
      var finding = Finding(
        id: "overdue.\(correction.slug)", kind: .overdue, title: say("Overdue: \(correction.title)"),
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
    let (dueDay, late) = (DayText.long(due), CountWords.of(day.ordinal - due.ordinal, .day))
    if correction.steps.isEmpty { return say("The plan was due on \(dueDay) and is \(late) late; it lists no steps.") }
    let left = correction.steps.count { !$0.done }
    let (open, all) = (FigureText.count(left), CountWords.of(correction.steps.count, .step))
    return left == 1
      ? say("The plan was due on \(dueDay) and is \(late) late; \(open) of \(all) is open.")
      : say("The plan was due on \(dueDay) and is \(late) late; \(open) of \(all) are open.")
  }
}
