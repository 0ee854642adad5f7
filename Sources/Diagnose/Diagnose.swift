package import Audit

/// Turns figures, notes and plans into findings.
///
/// No statistic is computed here: rules compare figures that stand in `measured`, which holds nothing that may not be
/// published.
package func diagnose(_ project: Project, measured: MeasuredAudit, asOf: Day) -> Diagnosis {
  let material = Material(project: project, measured: measured, asOf: asOf)

  let gaps = GapRule.findings(material)
  var seen = ObservedRule.findings(material, beside: gaps)
  seen.findings += StandardRule.findings(material, beside: seen.findings)
  let planned = PlanJoin(material, seen).join()
  let unplanned = NoPlanRule.findings(planned.findings)
  let overdue = OverdueRule.findings(material, beside: planned.findings, aliases: seen.aliases)

  let findings = planned.findings + unplanned + overdue
  return Diagnosis(
    findings: findings.sorted(by: Priorities.comesBefore),
    rules: Rule.allCases.map { $0.outcome(material, findings: findings) },
    verdicts: planned.verdicts, diagnostics: planned.diagnostics)
}
