import Audit

/// Where a plan that has begun corrects what.
struct Treatment {
  let slug: String
  let start: Day
  let cells: [Cell]
  var units: [String] = []
  /// Keys of slices.
  var segments: [String] = []

  /// Nil for a plan that has not begun, or of which no survey says anything.
  init?(_ plan: Correction, _ own: (String) -> String, _ surveys: [Survey]) {
    guard plan.status != .accepted, plan.hasBegun, let start = plan.start else { return nil }
    (slug, self.start) = (plan.slug, start)
    let subjects = plan.corrects.compactMap { try? VerdictSubject.find(own($0.id), in: surveys).get() }
    cells = subjects.compactMap { subject in subject.survey.waves.last.map { subject.cell($0.definition) } }
    guard !cells.isEmpty else { return nil }
    units = plan.scope?.part(.unit)?.names.map(\.id) ?? []
    segments = (plan.scope?.part(.segment)?.names.map(\.id) ?? []) + subjects.compactMap { $0.group?.key }
  }
}

extension Cell {
  /// One is a part of the other, or both are the same.
  func meets(_ other: Cell) -> Bool {
    (touchpoint == nil || other.touchpoint == nil || touchpoint == other.touchpoint)
      && (dimension == nil || other.dimension == nil || dimension == other.dimension)
  }
}
