/// All that the site is made of.
package struct Report: Sendable {
  package var project: Project
  /// Figures as they may be shown: small cells are withheld already.
  package var measured: MeasuredAudit
  /// In register order.
  package var findings: [Finding]
  /// The day of the report.
  package var asOf: Day
  /// Warnings about the inputs, for the method page.
  package var remarks: [Diagnostic]

  package init(
    project: Project, measured: MeasuredAudit, findings: [Finding], asOf: Day, remarks: [Diagnostic]
  ) {
    self.project = project
    self.measured = measured
    self.findings = findings
    self.asOf = asOf
    self.remarks = remarks
  }
}
