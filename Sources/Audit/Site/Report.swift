/// All that the site is made of.
package struct Report: Sendable {
  package var project: Project
  /// Figures as they may be shown: small cells are withheld already.
  package var measured: MeasuredAudit
  /// In register order.
  package var findings: [Finding]
  /// Each rule and what came of it, for the method page.
  package var rules: [RuleOutcome]
  /// Findings that the consultant left out.
  package var hidden: [Finding]
  /// What waves say of correction plans, in the order of the plans.
  package var verdicts: [PlanVerdict]
  /// What came of the agreed gates, in the order of `cxaudit.yml`.
  package var gates: [GateResult]
  /// The register against earlier builds; nil where none is kept.
  package var history: RegisterHistory?
  /// The day of the report.
  package var asOf: Day
  /// Warnings about the inputs, for the method page.
  package var remarks: [Diagnostic]

  package init(
    project: Project, measured: MeasuredAudit, findings: [Finding], rules: [RuleOutcome] = [],
    hidden: [Finding] = [], verdicts: [PlanVerdict] = [], gates: [GateResult] = [],
    history: RegisterHistory? = nil, asOf: Day, remarks: [Diagnostic]
  ) {
    self.project = project
    self.measured = measured
    self.findings = findings
    self.rules = rules
    self.hidden = hidden
    self.verdicts = verdicts
    self.gates = gates
    self.history = history
    self.asOf = asOf
    self.remarks = remarks
  }
}
