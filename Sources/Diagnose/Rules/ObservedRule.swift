import Audit

/// What auditors saw: joined with what customers say of the same cell, or alone.
enum ObservedRule: AuditRule {
  static let metadata = RuleMetadata(
    name: Phrase("Seen by auditors"),
    whenItHolds: Phrase(
      """
      Auditors saw a deficiency or a strength. Where customers say the same of that touchpoint and dimension it is \
      confirmed and has the graver class of the two; else it stands alone, judged and not measured.
      """),
    whenItFails: Phrase("Auditors wrote of no deficiency and no strength. They see what happens while they are there."),
    needs: Phrase("a note with a deficiency or a strength"),
    source: Phrase("product rule: the auditor's word is the class; visits are counted, not tested"))

  struct Result {
    var findings: [Finding]
    /// Ids that notes use, each with the id of the finding that it became part of.
    var aliases: [String: String]
    /// For each finding that auditors had a part in, what they saw.
    var groups: [String: [ObservationGroup]]
  }

  static func missing(_ material: Material, _ findings: [Finding]) -> String? {
    let notes = material.project.notes
    if notes.isEmpty { return say("there are no notes") }
    return notes.allSatisfy(\.observations.isEmpty) ? say("no note tells of a deficiency or a strength") : nil
  }

  /// `measured` findings, each with what auditors saw of it, and the observations that stand alone.
  static func findings(_ material: Material, beside measured: [Finding]) -> Result {
    let named = ObservationIDs.assign(
      ObservationGroup.gather(material.project.notes), taken: Set(measured.map(\.id)))
    var result = Result(findings: [], aliases: [:], groups: [:])
    var alone: [Finding] = []
    for (id, group) in named {
      if let gap = measured.first(where: { joins(group, $0) }) {
        result.groups[gap.id, default: []].append(group)
        result.aliases[id] = gap.id
      } else {
        result.groups[id] = [group]
        alone.append(SeenFinding(id: id, group: group, material: material).finding)
      }
    }
    result.findings =
      measured.map { ConfirmedFinding.join($0, result.groups[$0.id] ?? [], material) } + alone
    return result
  }

  /// The finding's id given by the auditor; else the same touchpoint and dimension, a trouble with what falls short
  /// there and a strength with a strength.
  private static func joins(_ group: ObservationGroup, _ finding: Finding) -> Bool {
    let isSameCell = group.cell == finding.cell && group.cell != Cell()
    switch group.kind {
    case .deficiency: return group.declaredID == finding.id || (isSameCell && finding.fallsShort)
    case .strength: return finding.kind == .strength && (group.declaredID == finding.id || isSameCell)
    }
  }
}

extension Finding {
  /// Customers' answers make it the trouble of a cell itself, not of a group, a place or a change.
  var fallsShort: Bool { (kind == .gap || kind == .zone) && findingClass != .strength }

  /// The same, or what auditors saw or checked there.
  var isOfCell: Bool { fallsShort || kind == .observed || kind == .standard }
}
