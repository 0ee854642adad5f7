import Audit

/// A finding that customers' answers make, with what auditors saw of it.
enum ConfirmedFinding {
  static func join(_ measured: Finding, _ groups: [ObservationGroup], _ material: Material) -> Finding {
    var finding = measured
    let notes = NoteEvidence(project: material.project)
    finding.evidence += notes.sightings(groups)
    if measured.fallsShort {
      finding.evidence += notes.context(measured.cell)
      finding.cause = Causes.cause(of: measured.cell, groups, material)
    }
    guard let gravest = groups.min(by: { $0.findingClass < $1.findingClass }) else { return finding }

    finding.title = gravest.title
    // A watch point is not shown by the survey: what stands is what the auditors saw.
    finding.support = measured.findingClass == .watch ? .seenOnly : .confirmed
    finding.statement += " " + SeenStatement.text(groups, measured.fallsShort ? notes.standards(measured.cell) : [])
    raise(&finding, to: gravest, isDoubted: DataQualityRule.doubtedSeverities(material) != nil)
    if finding.firstSeen == nil {
      (finding.firstSeen, finding.lastSeen) = Sightings.span(groups)
    }
    return finding
  }

  /// The auditor's word lifts the class, never lowers it. No word lifts nothing but a watch point, which has no class; nor
  /// do the words of auditors who do not agree on what is grave.
  private static func raise(_ finding: inout Finding, to group: ObservationGroup, isDoubted: Bool) {
    let word = finding.findingClass == .watch ? group.findingClass : group.declaredClass
    guard let word, word < finding.findingClass else { return }
    if isDoubted, finding.findingClass != .watch {
      finding.remarks.insert(
        say("not raised, though an auditor calls it \(word.inSentence): auditors do not agree on what is grave"), at: 0)
      return
    }
    finding.findingClass = word
    finding.remarks.insert(say("raised because auditors saw “\(group.title)”"), at: 0)
  }
}
