import Audit

/// Departments get less from each other than they expect.
enum InternalRule: AuditRule {
  static let metadata = RuleMetadata(
    name: Phrase("Service inside falls short"),
    whenItHolds: Phrase(
      """
      Staff get less from other departments than they expect (than the standard asks, than the least they accept), by \
      the same gate and with the same classes as customers. Who is served badly inside seldom serves well outside.
      """),
    whenItFails: Phrase("No internal service is shown to fall short by more than chance and by enough to matter."),
    needs: Phrase("a survey of staff with expectations of other departments, under ids that customers were not asked"),
    source: Phrase(
      """
      Heskett et al. 1994, Harvard Business Review 72(2) (service–profit chain); Parasuraman, Zeithaml & Berry 1988, \
      J. Retailing 64(1), 12–40 (gap)
      """))

  static func missing(_ material: Material, _ findings: [Finding]) -> String? {
    let staff = material.staff
    if staff.isEmpty { return say("there is no survey of staff") }
    let known = material.measured.surveys.customerItems
    return staff.allSatisfy { $0.latest.definition.internalSets(customerItems: known).isEmpty }
      ? say("staff were not asked what they expect of other departments") : nil
  }

  static func findings(_ material: Material) -> [Finding] {
    let known = material.measured.surveys.customerItems
    return material.staff.flatMap { survey, latest in
      latest.definition.internalSets(customerItems: known)
        .compactMap { SurveyCell(survey: survey.id, wave: latest, set: $0, measured: material.measured) }
        .compactMap { finding(about: $0, material) }
    }
  }

  private static func finding(about cell: SurveyCell, _ material: Material) -> Finding? {
    let configuration = material.configuration
    let gate = Gate(cell, configuration)
    guard let found = gate.found else { return nil }
    let name = LetterCase.inSentence(Headline.name(cell.cell, configuration) ?? say("Service"))
    var finding = Finding(
      id: "internal.\(cell.cell.id)", kind: .internal,
      title: found == .watch ? say("Inside, \(name) may fall short") : say("Inside, \(name) falls short"),
      findingClass: found, statement: GapStatement(cell, gate, configuration, people: .employee).text)
    finding.touchpoint = cell.cell.touchpoint
    finding.dimension = cell.cell.dimension
    finding.support = .surveyOnly
    finding.measurement = cell.measurement.key
    finding.evidence = cell.evidence(in: material.measured)
    finding.remarks = [say("asked of staff, not of customers")]
    finding.setSize(cell)
    // Who is failed here are colleagues: no share of customers.
    finding.reach = nil
    (finding.firstSeen, finding.lastSeen) = (cell.label, cell.label)
    return finding
  }
}

extension Gate {
  /// The class of what it lets through.
  var found: FindingClass? {
    switch outcome {
    case .deficiency(let graded): graded
    case .watch: .watch
    case .nothing: nil
    }
  }
}
