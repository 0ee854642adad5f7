import Audit

/// What a deficiency costs in a year, as far as that is declared (methodology 6.6).
struct ImpactEstimate {
  let configuration: Configuration

  private var economics: Economics { configuration.economics }

  /// N, as declared for money, else for the engagement.
  private var customers: Spread? {
    economics[.customers] ?? configuration.engagement.population.map { Spread(Double($0)) }
  }

  private static let told: [Economics.Parameter] = [.shareTelling, .told, .lossPerTold]

  /// Everything is declared that turns a share of customers into money.
  var isPossible: Bool {
    customers != nil && economics[.margin] != nil && economics.currency != nil
      && (economics[.churnIncrease] != nil || economics.missing(of: Self.told).isEmpty)
  }

  /// The impact, and in sentences why there is none, what it leaves out and what it takes for granted.
  func impact(of finding: Finding) -> (impact: Impact?, notes: [String]) {
    guard economics.isDeclared else { return (nil, [say("Nothing is declared of what customers are worth.")]) }
    var notes = missing
    if finding.reach == nil { notes.append(Self.unknownReach(finding)) }
    guard let reach = finding.reach, let customers, let margin = economics[.margin], let currency = economics.currency
    else { return (nil, notes) }
    let failed = Spread(low: reach.low, mid: reach.share, high: reach.high)
    let volume = finding.touchpoint.flatMap { configuration.touchpoint($0)?.volume }
    let hit = customers * (failed * ((volume ?? 1) * finding.part))
    var impact = Impact(currency: currency, customers: hit)
    if let leaving = economics[.churnIncrease] { impact.atRisk = hit * leaving * margin }
    if let telling = economics[.shareTelling], let told = economics[.told] {
      impact.told = hit * telling * told
      if let lost = economics[.lossPerTold] { impact.lostByTold = hit * telling * told * lost * margin }
    }
    if let touchpoint = finding.touchpoint, volume == nil {
      let name = configuration.touchpoint(touchpoint)?.name ?? IdentifierText.name(of: touchpoint)
      notes.append(say("How many customers pass “\(name)” is not declared: all are taken."))
    }
    if finding.kind == .information, finding.touchpoint == nil {
      notes.append(say("How many customers were promised it is not known: all are taken."))
    }
    return (impact.total == nil ? nil : impact, notes)
  }

  /// What is not declared, whatever the finding.
  private var missing: [String] {
    var notes: [String] = []
    if customers == nil { notes.append(say("How many customers there are is not declared (`customers`).")) }
    if economics[.margin] == nil { notes.append(say("What a customer brings in is not declared (`margin-per-year`).")) }
    if economics[.churnIncrease] == nil {
      notes.append(say("Customers who leave for it are not counted: `churn-increase` is not declared."))
    }
    let untold = economics.missing(of: Self.told)
    if !untold.isEmpty {
      let list = CountWords.list(untold.map { "`\($0.rawValue)`" })
      notes.append(
        untold.count == 1
          ? say("Word of mouth is not counted: \(list) is not declared.")
          : say("Word of mouth is not counted: \(list) are not declared."))
    }
    return notes
  }

  private static func unknownReach(_ finding: Finding) -> String {
    switch finding.kind {
    case .observed, .standard: say("Auditors saw it: nobody counted the customers whom it hits.")
    case .employees, .internal: say("It hits staff: how many customers that reaches is not known.")
    case .gap, .zone, .parity, .consistency, .weakestLink, .knowledge, .belief, .information, .loyalty, .risingBar,
      .regression, .fixed, .strength, .blindSpot, .dataQuality, .instrument, .noPlan, .overdue:
      say("No share of customers is known whom it hits.")
    }
  }
}
