import Audit

/// A gap that customers' answers show, with what auditors saw of it.
enum ConfirmedFinding {
  static func join(_ gap: Finding, _ groups: [ObservationGroup], _ material: Material) -> Finding {
    var finding = gap
    let notes = NoteEvidence(project: material.project)
    finding.evidence += notes.sightings(groups) + notes.context(gap.cell)
    finding.cause = Causes.cause(of: gap.cell, groups, material.project)
    guard let gravest = groups.min(by: { $0.findingClass < $1.findingClass }) else { return finding }

    finding.title = gravest.title
    // A watch point is not shown by the survey: what stands is what the auditors saw.
    finding.support = gap.findingClass == .watch ? .seenOnly : .confirmed
    finding.statement += " " + SeenStatement.text(groups, notes.standards(gap.cell))
    raise(&finding, to: gravest)
    if finding.firstSeen == nil {
      (finding.firstSeen, finding.lastSeen) = Sightings.span(groups)
    }
    return finding
  }

  /// The auditor's word lifts the class, never lowers it. No word lifts nothing but a watch point, which has no class.
  private static func raise(_ finding: inout Finding, to group: ObservationGroup) {
    let word = finding.findingClass == .watch ? group.findingClass : group.declaredClass
    guard let word, word < finding.findingClass else { return }
    finding.findingClass = word
    finding.remarks.insert("raised because auditors saw “\(group.title)”", at: 0)
  }
}
