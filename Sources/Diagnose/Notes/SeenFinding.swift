import Audit

/// An observation that no survey finding shares.
struct SeenFinding {
  var id: String
  var group: ObservationGroup
  var material: Material

  var finding: Finding {
    let notes = NoteEvidence(project: material.project, isSeen: true)
    let standards = group.kind == .strength ? [] : notes.standards(group.cell)
    let survey = material.cells.first { $0.cell == group.cell && $0.lead[.failedShare] != nil }
    var finding = Finding(
      id: id, kind: .observed, title: group.title, findingClass: group.findingClass, statement: "")
    finding.touchpoint = group.cell.touchpoint
    finding.dimension = group.cell.dimension
    finding.support = .seenOnly
    finding.evidence = notes.sightings([group])
    (finding.firstSeen, finding.lastSeen) = Sightings.span([group])
    finding.statement = SeenStatement.text([group], standards)
    switch group.kind {
    case .strength: break
    case .deficiency:
      finding.evidence += notes.context(group.cell)
      if let survey {
        finding.statement += " " + SeenStatement.silence(of: survey.lead)
        finding.evidence.insert(survey.lead.share(in: material.measured), at: 0)
      }
      finding.cause = Causes.cause(of: group.cell, [group], isSeen: true, material)
      judge(&finding, standards, survey)
    }
    return finding
  }

  /// S = 100·r·f·ω, which only orders; Z takes visits for answers (methodology 6.2 and 6.5).
  private func judge(_ finding: inout Finding, _ standards: [StandardRecord], _ survey: MeasuredCell?) {
    let missed = standards.map { 1 - $0.share }.max() ?? 0
    let occurrence = missed > 0 ? missed : 1
    let importance = survey?.lead[.importance] ?? 1
    let severity = 100 * occurrence * group.findingClass.judgedDepth * importance
    let volume = group.cell.touchpoint.flatMap { material.configuration.touchpoint($0)?.volume }
    let burden = (volume ?? 1) * severity
    let visits = Double(group.notes.count)
    finding.severity = severity
    finding.burden = burden
    finding.order = burden * visits / (visits + material.configuration.thresholds.credibility)
    finding.size = Finding.Size(n: visits)
    finding.remarks = [say("judged, not measured")]
    if DataQualityRule.doubtedSeverities(material) != nil {
      (finding.severity, finding.burden, finding.size, finding.order) = (nil, nil, nil, 0)
      finding.remarks.append(say("not weighed: auditors do not agree on what is grave"))
    }
    if group.declaredClass == nil { finding.remarks.append(say("no severity given: taken as minor")) }
    if group.cell.touchpoint != nil, volume == nil { finding.remarks.append(say("reach unknown")) }
  }
}

extension FindingClass {
  /// f: the depth that an auditor's word stands for.
  var judgedDepth: Double {
    switch self {
    case .critical: 0.60
    case .major: 0.40
    case .minor: 0.20
    case .observation: 0.05
    case .watch, .strength: 0
    }
  }
}
