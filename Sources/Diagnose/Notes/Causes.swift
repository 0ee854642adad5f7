import Audit

/// Which of the provider's gaps is behind a deficiency.
enum Causes {
  /// The auditors' word; else knowledge where managers misjudge what customers expect of it; else standards where the
  /// project keeps some and none speaks of the cell, delivery where one that does is missed; else unknown.
  static func cause(
    of cell: Cell, _ groups: [ObservationGroup], isSeen: Bool = false, _ material: Material
  ) -> Cause? {
    if let told = groups.lazy.compactMap(\.cause).first { return told }
    if KnowledgeRule.isMisjudged(cell, material) { return .knowledge }
    let project = material.project
    let standards = project.standards
    guard !standards.isEmpty, cell != Cell() else { return nil }
    guard standards.contains(where: { $0.covers(cell) }) else { return .standards }
    return StandardRecord.gather(cell, isSeen: isSeen, project).contains(where: \.isMissed) ? .delivery : nil
  }
}
