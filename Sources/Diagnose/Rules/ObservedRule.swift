import Audit

/// What auditors saw: joined with what customers say of the same cell, or alone.
enum ObservedRule {
  static let metadata = RuleMetadata(
    name: "Seen by auditors",
    whenItHolds: """
      Auditors saw a deficiency or a strength. Where customers say the same of that touchpoint and dimension it is \
      confirmed and has the graver class of the two; else it stands alone, judged and not measured.
      """,
    whenItFails: "Auditors wrote of no deficiency and no strength. They see what happens while they are there.",
    needs: "a note with a deficiency or a strength",
    source: "product rule: the auditor's word is the class; visits are counted, not tested")

  struct Result {
    var findings: [Finding]
    /// Ids that notes use, each with the id of the finding that it became part of.
    var aliases: [String: String]
    /// For each finding that auditors had a part in, what they saw.
    var groups: [String: [ObservationGroup]]
  }

  static func missing(_ material: Material) -> String? {
    let notes = material.project.notes
    if notes.isEmpty { return "there are no notes" }
    return notes.allSatisfy(\.observations.isEmpty) ? "no note tells of a deficiency or a strength" : nil
  }

  /// `gaps`, each with what auditors saw of it, and the observations that stand alone.
  static func findings(_ material: Material, beside gaps: [Finding]) -> Result {
    let named = ObservationIDs.assign(
      ObservationGroup.gather(material.project.notes), taken: Set(gaps.map(\.id)))
    var result = Result(findings: [], aliases: [:], groups: [:])
    var alone: [Finding] = []
    for (id, group) in named {
      if let gap = gaps.first(where: { joins(group, $0) }) {
        result.groups[gap.id, default: []].append(group)
        result.aliases[id] = gap.id
      } else {
        result.groups[id] = [group]
        alone.append(SeenFinding(id: id, group: group, material: material).finding)
      }
    }
    result.findings = gaps.map { ConfirmedFinding.join($0, result.groups[$0.id] ?? [], material) } + alone
    return result
  }

  /// The same touchpoint and dimension, or the finding's id given by the auditor.
  private static func joins(_ group: ObservationGroup, _ gap: Finding) -> Bool {
    switch group.kind {
    case .deficiency: group.declaredID == gap.id || (group.cell == gap.cell && group.cell != Cell())
    case .strength: false
    }
  }
}
