package import Audit

/// What the rules have to say.
package struct Diagnosis: Sendable {
  /// In register order.
  package var findings: [Finding]
  /// Each rule and what came of it, in the order in which they run.
  package var rules: [RuleOutcome]
  /// Findings that the consultant left out, each with the reason.
  package var hidden: [Finding]
  /// What waves say of correction plans, in the order of the plans.
  package var verdicts: [PlanVerdict]
  /// What came of the agreed gates, in the order of `cxaudit.yml`.
  package var gates: [GateResult]
  /// The register against earlier builds; nil where none is kept.
  package var history: RegisterHistory?
  package var diagnostics: [Diagnostic]
}
