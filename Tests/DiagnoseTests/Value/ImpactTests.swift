import Audit
import Testing

@testable import Diagnose

/// What deficiencies cost and what correcting them is worth.
struct ImpactTests {
  static let id = "gap.aftersale.responsiveness"

  /// Example X19 of the methodology: what its first deficiency costs.
  static let declared: [Economics.Parameter: Spread] = [
    .customers: Spread(12_000), .churnIncrease: Spread(0.08), .margin: Spread(180), .shareTelling: Spread(0.56),
    .told: Spread(15), .lossPerTold: Spread(0.01), .expectedReduction: Spread(0.5), .dayRate: Spread(400),
  ]

  static func project(
    _ economics: Economics = Economics(currency: "EUR", declared),
    plans: [Correction] = [
      plan("host", [id]) {
        $0.effort = .days(20)
        $0.cost = 5000
      }
    ]
  ) -> Project {
    var configuration = Configuration()
    configuration.journey = Journey(phases: [
      Phase(name: "After", touchpoints: [Touchpoint(id: "aftersale", volume: 0.35), Touchpoint(id: "desk")])
    ])
    configuration.economics = economics
    var project = Project(configuration: configuration)
    project.corrections = plans
    return project
  }

  static let figures = CellFigures().changed {
    $0.n = 120
    ($0.failed, $0.failedLow, $0.failedHigh) = (0.35, 0.270519, 0.438787)
    ($0.severity, $0.burden) = (21.083333, 7.379167)
  }

  static func found(_ project: Project, _ touchpoint: String = "aftersale") throws -> Finding {
    let measured = audit([TestCell(touchpoint, "responsiveness", figures)])
    return try #require(findings(measured, project).first { $0.kind == .gap })
  }

  private func expect(_ value: Double?, _ expected: Double, _ tolerance: Double = 1e-6) throws {
    let value = try #require(value)
    #expect(abs(value - expected) <= tolerance * abs(expected), "\(value), not \(expected)")
  }

  @Test("the worked example: customers hit, revenue at risk, word of mouth, value, cost and value for effort")
  func worked() throws {
    let found = try Self.found(Self.project())
    let impact = try #require(found.impact)
    let worth = try #require(found.worth)
    try expect(impact.customers.mid, 1470)
    try expect(impact.atRisk?.mid, 21_168)
    try expect(impact.told?.mid, 12_348)
    try expect(impact.lostByTold?.mid, 22_226.40)
    try expect(worth.relief?.mid, 21_697.20)
    try expect(worth.cost?.mid, 13_000)
    try expect(found.priority, 1.669015)
    #expect(worth.unit == .money(currency: "EUR") && worth.reduction.source == .declared)
    #expect(worth.outlay == Worth.Outlay(days: 20, cash: 5000, source: .plan))
    #expect(impact.currency == "EUR" && found.impactNotes.isEmpty)
  }

  @Test("the least takes every factor at its least, and the bound of the share; the most likewise")
  func range() throws {
    var economics = Economics(currency: "EUR", Self.declared)
    economics[.told] = Spread(low: 9, mid: 11, high: 16)
    economics[.customers] = Spread(low: 10_000, mid: 12_000, high: 15_000)
    let impact = try #require(try Self.found(Self.project(economics)).impact)
    try expect(impact.customers.low, 10_000 * 0.35 * 0.270519)
    try expect(impact.customers.high, 15_000 * 0.35 * 0.438787)
    try expect(impact.lostByTold?.low, 10_000 * 0.35 * 0.270519 * 0.56 * 9 * 0.01 * 180)
    let total = try #require(impact.total)
    try expect(total.mid, 12_000 * 0.35 * 0.35 * 180 * (0.08 + 0.56 * 11 * 0.01))
    #expect(total.low < total.mid && total.mid < total.high)
  }

  @Test("the population stands in for customers that nobody declared beside the money")
  func population() throws {
    var project = Self.project()
    project.configuration.economics[.customers] = nil
    project.configuration.engagement.population = 12_000
    try expect(try Self.found(project).impact?.customers.mid, 1470)
  }

  static let gaps: [([Economics.Parameter], hasImpact: Bool, isMoney: Bool, [String])] = [
    (
      Economics.Parameter.allCases, false, false, ["Nothing is declared of what customers are worth."]
    ),
    ([.customers], false, false, ["How many customers there are is not declared (`customers`)."]),
    ([.margin], false, false, ["What a customer brings in is not declared (`margin-per-year`)."]),
    (
      [.churnIncrease], true, true, ["Customers who leave for it are not counted: `churn-increase` is not declared."]
    ),
    ([.told], true, true, ["Word of mouth is not counted: `told` is not declared."]),
    (
      [.churnIncrease, .shareTelling, .lossPerTold], false, false,
      [
        "Customers who leave for it are not counted: `churn-increase` is not declared.",
        "Word of mouth is not counted: `share-telling` and `loss-per-told` are not declared.",
      ]
    ),
    ([.dayRate], true, false, []),
    ([.expectedReduction], true, true, []),
  ]

  @Test("what is not declared is not made up: it is left out, and said", arguments: gaps)
  func undeclared(missing: [Economics.Parameter], hasImpact: Bool, isMoney: Bool, notes: [String]) throws {
    var economics = Economics(currency: "EUR", Self.declared)
    for parameter in missing { economics[parameter] = nil }
    let found = try Self.found(Self.project(economics))
    #expect((found.impact != nil) == hasImpact)
    #expect(found.impactNotes == notes)
    #expect((found.worth?.unit == .burden) == !isMoney)
    #expect(found.priority != nil)
  }

  @Test("nobody declared how many pass the touchpoint: all are taken, and the sheet says so")
  func unknownVolume() throws {
    var project = Self.project()
    project.configuration.journey.phases[0].touchpoints[1].name = "Desk"
    let found = try Self.found(project, "desk")
    try expect(found.impact?.customers.mid, 4200)
    #expect(found.impactNotes == ["How many customers pass “Desk” is not declared: all are taken."])
  }

  @Test("what auditors saw has no count of customers, so neither impact nor value in money")
  func judged() throws {
    var project = Self.project()
    project.notes = [note("visit", touchpoint: "desk", [alert("Cold", .major, dimension: "empathy")])]
    let measured = audit([TestCell("aftersale", "responsiveness", Self.figures)])
    let found = try #require(findings(measured, project).first { $0.kind == .observed })
    #expect(found.impact == nil && found.priority == nil)
    #expect(found.impactNotes == ["Auditors saw it: nobody counted the customers whom it hits."])
  }

  @Test("a group of customers costs what the group costs")
  func group() throws {
    let estimate = ImpactEstimate(configuration: Self.project().configuration)
    var finding = Finding(id: "parity", kind: .parity, title: "", findingClass: .major, statement: "")
    finding.reach = Finding.Reach(share: 0.5, n: 100, low: 0.4, high: 0.6)
    finding.part = 0.25
    try expect(estimate.impact(of: finding).impact?.customers.mid, 12_000 * 0.25 * 0.5)
  }
}
