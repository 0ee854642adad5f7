import Audit

/// A cell of the customers' latest answers falls short of what they expect.
enum GapRule: AuditRule {
  static let metadata = RuleMetadata(
    name: Phrase("Service falls short of expectation"),
    whenItHolds: Phrase(
      """
      Customers get less than they expect (or than the standard asks, or than satisfies them), by more than chance \
      explains and by enough to matter; the class is the share of customers who are seriously failed.
      """),
    whenItFails: Phrase(
      """
      The answers do not show a shortfall that is both more than chance and large enough to matter. This is not proof \
      that there is none.
      """),
    needs: Phrase("a survey of customers with items that name a dimension or a touchpoint"),
    source: Phrase(
      """
      Parasuraman, Zeithaml & Berry 1988, J. Retailing 64(1), 12–40 (gap); Foster, Greer & Thorbecke 1984, \
      Econometrica 52, 761–766 (shortfall); Wilson 1927, JASA 22, 209–212 (interval); Benjamini & Hochberg 1995, JRSS \
      B 57, 289–300 (many tests)
      """))

  static func missing(_ material: Material, _ findings: [Finding]) -> String? {
    if !material.measured.surveys.contains(where: { $0.respondents == .customers }) {
      return say("there is no survey of customers")
    }
    return material.cells.isEmpty ? say("no item of the latest waves names a dimension or a touchpoint") : nil
  }

  static func findings(_ material: Material) -> [Finding] {
    material.cells.compactMap { finding(about: $0, material) }
  }

  private static func finding(about cell: MeasuredCell, _ material: Material) -> Finding? {
    let configuration = material.configuration
    let gate = Gate(cell.lead, configuration)
    let findingClass: FindingClass
    switch gate.outcome {
    case .deficiency(let graded): findingClass = graded
    case .watch: findingClass = .watch
    case .nothing: return nil
    }
    var finding = Finding(
      id: "gap.\(cell.cell.id)", kind: .gap,
      title: Headline.gap(cell.cell, isWatch: findingClass == .watch, configuration),
      findingClass: findingClass, statement: GapStatement(cell.lead, gate, configuration).text)
    finding.touchpoint = cell.cell.touchpoint
    finding.dimension = cell.cell.dimension
    finding.support = .surveyOnly
    finding.measurement = cell.lead.measurement.key
    finding.evidence = cell.lead.evidence(in: material.measured)
    finding.evidence += cell.others.filter { $0[.failedShare] != nil }.map { $0.share(in: material.measured) }
    finding.remarks = remarks(cell.lead, gate, configuration)
    finding.setSize(cell.lead)
    setSeen(in: &finding, cell, configuration)
    return finding
  }

  /// The first and last wave in which the gate holds.
  private static func setSeen(in finding: inout Finding, _ cell: MeasuredCell, _ configuration: Configuration) {
    let labels = cell.history.filter { wave in
      switch Gate(wave, configuration).outcome {
      case .deficiency: true
      case .watch: finding.findingClass == .watch
      case .nothing: false
      }
    }.compactMap(\.label)
    finding.firstSeen = labels.first
    finding.lastSeen = labels.last
  }

  private static func remarks(_ cell: SurveyCell, _ gate: Gate, _ configuration: Configuration) -> [String] {
    var remarks: [String] = []
    if case .watch(let ifItHolds) = gate.outcome {
      remarks.append(LowBase.remark(configuration, ifItHolds: ifItHolds))
    }
    if gate.isRaised, let below = cell[.zoneBelow] {
      remarks.append(say("raised because \(FigureText.percent(below)) got less than the least they find acceptable"))
    }
    if gate.isCeiling { remarks.append(say("ceiling expectations")) }
    if configuration.isSmallPopulation, let low = cell[.failedLow], let high = cell[.failedHigh] {
      remarks.append(say("small base: \(FigureText.percentRange(low, high)) of customers seriously failed"))
    }
    return remarks + cell.cautions(configuration)
  }
}
