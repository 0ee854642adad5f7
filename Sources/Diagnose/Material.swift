import Audit

/// What the rules look at.
struct Material {
  var project: Project
  var measured: MeasuredAudit
  var asOf: Day
  /// Cells that customers were asked about in the latest waves, in the order of surveys and items.
  var cells: [MeasuredCell]
  /// How often each standard was found met.
  var records: [StandardRecord]

  init(project: Project, measured: MeasuredAudit, asOf: Day) {
    self.project = project
    self.measured = measured
    self.asOf = asOf
    cells = MeasuredCell.gather(measured)
    records = project.standardRecords
  }

  var configuration: Configuration { project.configuration }
}
