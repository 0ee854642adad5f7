import Audit

/// A service standard, or a criterion of a scorecard, is met less often than required.
enum StandardRule: AuditRule {
  static let metadata = RuleMetadata(
    name: Phrase("Standard not kept"),
    whenItHolds: Phrase(
      """
      A standard was met on a smaller share of the occasions on which it was checked than is required, and by more \
      than chance explains. Where a deficiency of the same touchpoint and dimension is known, it is evidence of that \
      one.
      """),
    whenItFails: Phrase(
      """
      No standard was checked and missed so often that chance cannot explain it, or the deficiencies that tell of it \
      are listed already. Few checks can miss a trouble that is there.
      """),
    needs: Phrase("checklists in notes, or a scorecard"),
    source: Phrase(
      """
      exact binomial test of the share required; Benjamini & Hochberg 1995, JRSS B 57, 289–300 (many tests), over all \
      standards
      """))

  static func missing(_ material: Material, _ findings: [Finding]) -> String? {
    material.records.isEmpty ? say("no standard was checked in a note or on a scorecard") : nil
  }

  /// Standards that are missed and held against none of `deficiencies`.
  static func findings(_ material: Material, beside deficiencies: [Finding]) -> [Finding] {
    let cells = deficiencies.filter { $0.isOfCell && $0.findingClass != .strength }.map(\.cell)
      .filter { $0 != Cell() }
    return material.records.filter { record in
      isMissed(record, material) && !cells.contains { record.standard.isHeld(against: $0) }
    }.map { finding(about: $0, material) }
  }

  private static func figures(of record: StandardRecord, _ material: Material) -> Measurement? {
    material.measured[MeasurementKey(survey: "", wave: "", kind: .standard, subject: record.standard.id)]
  }

  private static func isMissed(_ record: StandardRecord, _ material: Material) -> Bool {
    guard record.isMissed, let q = figures(of: record, material)?[.requiredQ] else { return false }
    return q <= material.configuration.thresholds.falseDiscovery
  }

  private static func finding(about record: StandardRecord, _ material: Material) -> Finding {
    var finding = Finding(
      id: "standard.\(record.standard.id)", kind: .standard, title: Headline.standard(record.standard),
      findingClass: record.isKnockOut ? .major : .minor, statement: statement(record, material))
    finding.touchpoint = record.standard.touchpoint
    finding.dimension = record.standard.dimension
    finding.support = .seenOnly
    let notes = NoteEvidence(project: material.project)
    finding.evidence = notes.checked(record) + notes.quotes(finding.cell)
    finding.cause = .delivery
    judge(&finding, record, material)
    return finding
  }

  /// `Standard S1 “…” met in 28 of 56 visits: 50 % (37 to 63 %), where 90 % is required, which is less often than
  /// chance explains.`
  private static func statement(_ record: StandardRecord, _ material: Material) -> String {
    var share = FigureText.percent(record.share)
    let figures = figures(of: record, material)
    if let low = figures?[.shareLow], let high = figures?[.shareHigh] {
      share += " (\(FigureText.percentRange(low, high)))"
    }
    let (met, required) = (LetterCase.capitalised(record.text), FigureText.percent(record.standard.target))
    return say("\(met): \(share), where \(required) is required, which is less often than chance explains.")
  }

  /// S = 100·r·f·ω, r the share missed (methodology 6.5); it only orders.
  private static func judge(_ finding: inout Finding, _ record: StandardRecord, _ material: Material) {
    let survey = material.cells.first { $0.cell == finding.cell }
    let importance = survey?.lead[.importance] ?? 1
    let volume = finding.touchpoint.flatMap { material.configuration.touchpoint($0)?.volume }
    let severity = 100 * (1 - record.share) * finding.findingClass.judgedDepth * importance
    let burden = (volume ?? 1) * severity
    let checks = Double(record.checks)
    finding.severity = severity
    finding.burden = burden
    finding.order = burden * checks / (checks + material.configuration.thresholds.credibility)
    finding.size = Finding.Size(n: checks)
    finding.remarks = [say("judged, not measured")]
    if record.isKnockOut { finding.remarks.append(say("major because missing it makes a visit's score zero")) }
    if finding.touchpoint != nil, volume == nil { finding.remarks.append(say("reach unknown")) }
  }
}
