import Audit

/// Customers get at least what they expect, and few are failed.
enum StrengthRule: AuditRule {
  static let metadata = RuleMetadata(
    name: "Strength",
    whenItHolds: """
      On average customers get more than they expect (than the standard asks, than satisfies them, than they desire), by \
      more than chance explains, and surely fewer are seriously failed than the share that makes a deficiency.
      """,
    whenItFails:
      "No cell is shown to be better than it is held against. Most good service only meets what is expected.",
    needs: "a survey of customers with items that name a dimension or a touchpoint",
    source: """
      Parasuraman, Zeithaml & Berry 1988, J. Retailing 64(1), 12–40; Zeithaml, Berry & Parasuraman 1993, J. Academy of \
      Marketing Science 21(1), 1–12 (above the desired level)
      """)

  static func missing(_ material: Material, _ findings: [Finding]) -> String? { GapRule.missing(material, findings) }

  static func findings(_ material: Material) -> [Finding] {
    material.cells.compactMap { finding(about: $0.lead, material) }
  }

  private static func finding(about cell: SurveyCell, _ material: Material) -> Finding? {
    let configuration = material.configuration
    guard let n = cell.measurement.n, n >= configuration.lowBase, isSurpassed(cell, configuration.thresholds),
      let share = cell[.failedShare], let high = cell[.failedHigh], high < configuration.thresholds.reach
    else { return nil }
    var finding = Finding(
      id: "strength.\(cell.cell.id)", kind: .strength,
      title: "\(Headline.name(cell.cell, configuration) ?? "Service"), \(praise(cell.target))", findingClass: .strength,
      statement: statement(cell, n: n, share: share))
    finding.touchpoint = cell.cell.touchpoint
    finding.dimension = cell.cell.dimension
    finding.support = .surveyOnly
    finding.measurement = cell.measurement.key
    finding.evidence = cell.evidence(in: material.measured)
    (finding.firstSeen, finding.lastSeen) = (cell.label, cell.label)
    return finding
  }

  /// The mean is above what the cell is held against; of a zone, above what is desired.
  private static func isSurpassed(_ cell: SurveyCell, _ thresholds: Thresholds) -> Bool {
    switch cell.target {
    case .minimum: (cell[.mssLow] ?? 0) > 0
    case .expectation, .standard, .satisfied:
      (cell.mean ?? 0) > 0 && (cell.q ?? 1) <= thresholds.falseDiscovery
    }
  }

  private static func praise(_ target: ItemTarget) -> String {
    switch target {
    case .expectation: "more than customers expect"
    case .minimum: "more than customers desire"
    case .standard: "better than the standard asks"
    case .satisfied: "customers are satisfied"
    }
  }

  /// `On average 611 customers get 0.3 points more than they expect, on a scale of 1 to 7 (0.2 to 0.4), and 3 % say they got
  /// far less than they expect.`
  private static func statement(_ cell: SurveyCell, n: Int, share: Double) -> String {
    let customers = "On average \(FigureText.counted(n, "customer"))"
    guard let scale = cell.scale else { return "" }
    let decimals = scale.decimals
    var text: String
    switch cell.target {
    case .expectation, .standard:
      text = "\(customers) get \(TestedText.points(cell.mean ?? 0, decimals: decimals)) more than "
      text += cell.target == .expectation ? "they expect" : "the standard asks"
      text += ", on a scale of \(scale.text)"
      if let (low, high) = cell.interval { text += " (\(FigureText.range(low, high, decimals: decimals)))" }
    case .minimum:
      text = "\(customers) get \(TestedText.points(cell[.mssMean] ?? 0, decimals: decimals)) more than they desire"
      text += ", on a scale of \(scale.text)"
      if let low = cell[.mssLow], let high = cell[.mssHigh] {
        text += " (\(FigureText.range(low, high, decimals: decimals)))"
      }
    case .satisfied:
      text = "\(customers) answer \(FigureText.fixed(cell[.perceptionMean] ?? 0, decimals: decimals))"
      text += " on a scale of \(scale.text)"
      if let low = cell[.perceptionLow], let high = cell[.perceptionHigh] {
        text += " (\(FigureText.range(low, high, decimals: decimals)))"
      }
      if let satisfied = cell[.satisfiedShare] { text += "; \(FigureText.percent(satisfied)) are satisfied" }
    }
    return text + ", and \(FigureText.percent(share)) \(cell.target.failed)."
      + (cell.target == .minimum ? "" : TestedText.beyondChance(tests: cell.wave.familySize))
  }
}
