import Audit

/// Customers get at least what they expect, and few are failed.
enum StrengthRule: AuditRule {
  static let metadata = RuleMetadata(
    name: Phrase("Strength"),
    whenItHolds: Phrase(
      """
      On average customers get more than they expect (than the standard asks, than satisfies them, than they desire), \
      by more than chance explains, and surely fewer are seriously failed than the share that makes a deficiency.
      """),
    whenItFails: Phrase(
      "No cell is shown to be better than it is held against. Most good service only meets what is expected."),
    needs: Phrase("a survey of customers with items that name a dimension or a touchpoint"),
    source: Phrase(
      """
      Parasuraman, Zeithaml & Berry 1988, J. Retailing 64(1), 12–40; Zeithaml, Berry & Parasuraman 1993, J. Academy of \
      Marketing Science 21(1), 1–12 (above the desired level)
      """))

  static func missing(_ material: Material, _ findings: [Finding]) -> String? { GapRule.missing(material, findings) }

  static func findings(_ material: Material) -> [Finding] {
    material.cells.compactMap { finding(about: $0.lead, material) }
  }

  private static func finding(about cell: SurveyCell, _ material: Material) -> Finding? {
    let configuration = material.configuration
    guard let n = cell.n, n >= configuration.lowBase, isSurpassed(cell, configuration.thresholds),
      let share = cell[.failedShare], let high = cell[.failedHigh], high < configuration.thresholds.reach
    else { return nil }
    var finding = Finding(
      id: "strength.\(cell.cell.id)", kind: .strength,
      title: title(Headline.name(cell.cell, configuration) ?? say("Service"), cell.target), findingClass: .strength,
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

  private static func title(_ name: String, _ target: ItemTarget) -> String {
    switch target {
    case .expectation: say("\(name), more than customers expect")
    case .minimum: say("\(name), more than customers desire")
    case .standard: say("\(name), better than the standard asks")
    case .satisfied: say("\(name), customers are satisfied")
    }
  }

  /// `On average 611 customers get 0.3 points more than they expect, on a scale of 1 to 7 (0.2 to 0.4), and 3 % say
  /// they got far less than they expect.`
  private static func statement(_ cell: SurveyCell, n: Int, share: Double) -> String {
    guard let scale = cell.scale else { return "" }
    let (customers, decimals) = (CountWords.of(n, .customer), scale.decimals)
    let (failed, failing) = (FigureText.percent(share), cell.target.failed)
    let chance = TestedText.beyondChance(tests: cell.wave.familySize)
    switch cell.target {
    case .expectation:
      let points = TestedText.points(cell.mean ?? 0, decimals: decimals)
      let range = withInterval(scale, cell.interval?.low, cell.interval?.high)
      return say(
        """
        On average \(customers) get \(points) more than they expect, on a scale of \(range), and \(failed) \(failing).
        """) + chance
    case .standard:
      let points = TestedText.points(cell.mean ?? 0, decimals: decimals)
      let range = withInterval(scale, cell.interval?.low, cell.interval?.high)
      return say(
        """
        On average \(customers) get \(points) more than the standard asks, on a scale of \(range), and \(failed) \
        \(failing).
        """) + chance
    case .minimum:
      let points = TestedText.points(cell[.mssMean] ?? 0, decimals: decimals)
      let range = withInterval(scale, cell[.mssLow], cell[.mssHigh])
      return say(
        """
        On average \(customers) get \(points) more than they desire, on a scale of \(range), and \(failed) \(failing).
        """)
    case .satisfied: return satisfied(cell, customers, scale, "\(failed) \(failing)") + chance
    }
  }

  /// `On average 611 customers answer 4.4 on a scale of 1 to 5 (4.3 to 4.5); 91 % are satisfied, and 3 % are far from
  /// satisfied.`
  private static func satisfied(_ cell: SurveyCell, _ customers: String, _ scale: Scale, _ failed: String) -> String {
    let level = FigureText.fixed(cell[.perceptionMean] ?? 0, decimals: scale.decimals)
    let range = withInterval(scale, cell[.perceptionLow], cell[.perceptionHigh])
    guard let share = cell[.satisfiedShare] else {
      return say("On average \(customers) answer \(level) on a scale of \(range), and \(failed).")
    }
    let satisfied = FigureText.percent(share)
    return say(
      "On average \(customers) answer \(level) on a scale of \(range); \(satisfied) are satisfied, and \(failed).")
  }

  /// `1 to 7 (0.2 to 0.4)`: the scale, and the interval where there is one.
  private static func withInterval(_ scale: Scale, _ low: Double?, _ high: Double?) -> String {
    guard let low, let high else { return scale.text }
    return "\(scale.text) (\(FigureText.range(low, high, decimals: scale.decimals)))"
  }
}
