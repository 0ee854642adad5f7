import Audit

/// Customers get no more than the least they accept, or only just more.
enum ZoneRule: AuditRule {
  static let metadata = RuleMetadata(
    name: Phrase("At the edge of what customers accept"),
    whenItHolds: Phrase(
      """
      On average customers get less than the least they find acceptable; or a little more, while over a quarter get \
      less. The class is the share of customers who are seriously failed, one class graver where over a quarter get \
      less than their least.
      """),
    whenItFails: Phrase(
      """
      Where a least acceptable level was asked, customers get more than it by enough, or the shortfall is listed as \
      one already.
      """),
    needs: Phrase("a survey of customers with items that ask for the least acceptable and the desired level"),
    source: Phrase(
      """
      Zeithaml, Berry & Parasuraman 1993, J. Academy of Marketing Science 21(1), 1–12; Parasuraman, Zeithaml & Berry \
      1994, J. Retailing 70(3), 201–230
      """))

  static func missing(_ material: Material, _ findings: [Finding]) -> String? {
    if material.customers.isEmpty { return say("there is no survey of customers") }
    return material.cells.contains { $0.lead.target == .minimum }
      ? nil : say("no item of the latest waves asks for the least acceptable level")
  }

  /// Cells that none of `gaps` is about already.
  static func findings(_ material: Material, beside gaps: [Finding]) -> [Finding] {
    material.cells.filter { cell in
      cell.lead.target == .minimum && !gaps.contains { $0.cell == cell.cell }
    }.compactMap { finding(about: $0.lead, material) }
  }

  /// Where the mean lies in the zone of tolerance.
  enum Place: Hashable {
    case below, justInside, inside, above
    /// The answers leave it open.
    case unknown

    init(_ cell: SurveyCell, falseDiscovery: Double) {
      guard let mean = cell[.msaMean], let high = cell[.msaHigh], let desired = cell[.mssHigh],
        let atLeast = cell[.mssLow]
      else {
        self = .unknown
        return
      }
      if high < 0, let q = cell[.msaQ], q <= falseDiscovery {
        self = .below
      } else if atLeast > 0 {
        self = .above
      } else if mean >= 0, desired < 0 {
        self = (cell[.zoneBelow] ?? 0) > Gate.mostBelowMinimum ? .justInside : .inside
      } else {
        self = .unknown
      }
    }
  }

  private static func finding(about cell: SurveyCell, _ material: Material) -> Finding? {
    let configuration = material.configuration
    let place = Place(cell, falseDiscovery: configuration.thresholds.falseDiscovery)
    guard place == .below || place == .justInside, let n = cell.n, n >= configuration.lowBase,
      let failed = cell[.failedShare]
    else { return nil }
    let bySize = FindingClass(seriouslyFailed: failed, configuration.thresholds)
    let below = cell[.zoneBelow] ?? 0
    let isRaised = below > Gate.mostBelowMinimum && bySize > .critical
    let name = Headline.name(cell.cell, configuration) ?? say("Service")
    var finding = Finding(
      id: "zone.\(cell.cell.id)", kind: .zone,
      title: place == .below
        ? say("\(name), less than customers accept") : say("\(name), only just what customers accept"),
      findingClass: isRaised ? bySize.raised : bySize, statement: statement(cell, place, n))
    finding.touchpoint = cell.cell.touchpoint
    finding.dimension = cell.cell.dimension
    finding.support = .surveyOnly
    finding.measurement = cell.measurement.key
    finding.statistic = .msaMean
    finding.evidence = cell.evidence(in: material.measured)
    if isRaised {
      finding.remarks.append(
        say("raised because \(FigureText.percent(below)) got less than the least they find acceptable"))
    }
    finding.remarks += cell.cautions(configuration)
    finding.setSize(cell)
    (finding.firstSeen, finding.lastSeen) = (cell.label, cell.label)
    return finding
  }

  /// `31 % of 214 customers got less than the least they find acceptable; on average they got 0.1 points more than
  /// that, on a scale of 1 to 9 (0.1 below to 0.3 above), and 1.4 points less than they desire (1.2 to 1.6).`
  private static func statement(_ cell: SurveyCell, _ place: Place, _ n: Int) -> String {
    guard let scale = cell.scale, let below = cell[.zoneBelow], let mean = cell[.msaMean],
      let (low, high) = cell.interval
    else { return "" }
    let decimals = scale.decimals
    let (share, customers) = (FigureText.percent(below), CountWords.of(n, .customer))
    let (points, interval) = (TestedText.points(mean, decimals: decimals), sides(low, high, decimals: decimals))
    let text =
      mean < 0
      ? say(
        """
        \(share) of \(customers) got less than the least they find acceptable; on average they got \(points) less than \
        that, on a scale of \(scale.text) (\(interval))
        """)
      : say(
        """
        \(share) of \(customers) got less than the least they find acceptable; on average they got \(points) more than \
        that, on a scale of \(scale.text) (\(interval))
        """)
    guard place == .justInside, let desired = cell[.mssMean], let low = cell[.mssLow], let high = cell[.mssHigh] else {
      return text + "."
    }
    let lacking = TestedText.points(desired, decimals: decimals)
    let size = TestedText.size(low, high, decimals: decimals)
    return "\(text), " + say("and \(lacking) less than they desire (\(size))") + "."
  }

  /// `0.1 to 0.3`; `0.1 below to 0.3 above` where both are possible.
  private static func sides(_ low: Double, _ high: Double, decimals: Int) -> String {
    guard low < 0 && high > 0 else { return TestedText.size(low, high, decimals: decimals) }
    let (below, above) = (FigureText.magnitude(low, decimals: decimals), FigureText.fixed(high, decimals: decimals))
    return say("\(below) below to \(above) above")
  }
}
