import Audit
import Measure
import Statistics
import Testing

struct ScorecardFiguresTests {
  private static func scorecard() -> Scorecard {
    let sections = [
      ScorecardSection(
        id: "welcome", name: "Welcome",
        criteria: [
          Criterion(id: "greeted", text: "Greeted", points: 2, standard: "S1"),
          Criterion(id: "tidy", text: "Tidy", points: 3),
        ]),
      ScorecardSection(
        id: "talk", name: "Talk", criteria: [Criterion(id: "identity", text: "Identity", points: 5, isKnockOut: true)]),
    ]
    func visit(_ id: String, _ unit: String?, _ marks: [ScorecardVisit.Mark]) -> ScorecardVisit {
      ScorecardVisit(id: id, unit: unit, marks: marks, line: 2)
    }
    return Scorecard(
      id: "v", file: "v.csv", title: "V", wave: "2026", sections: sections,
      visits: [
        visit("1", "B1", [.points(2), .points(2), .points(5)]),
        visit("2", "B1", [.points(0), .points(3), .points(0)]),
        visit("3", "B2", [.points(2), .notApplicable, .points(5)]),
        visit("4", nil, [.none, .none, .none]),
      ], plan: VisitPlan(visitsPerUnit: 2, units: ["B1", "B3"]))
  }

  private static let audit = measure([], scorecards: [scorecard()], configuration: Configuration())

  @Test(
    "points, scores with knock-outs, visits and plan by section, criterion and unit",
    arguments: [
      ("all", .score, 16.0 / 27, 3), ("all", .pointsShare, 19.0 / 27, 3), ("all", .pointsGained, 19, 3),
      ("all", .pointsApplicable, 27, 3), ("all", .knockOuts, 1, 4), ("all", .visits, 4, 4),
      ("all", .visitsPlanned, 4, 4),
      ("section/welcome", .pointsShare, 9.0 / 12, 3), ("section/talk", .pointsShare, 10.0 / 15, 3),
      ("criterion/tidy", .pointsShare, 5.0 / 6, 2), ("criterion/tidy", .met, 1, 2), ("criterion/tidy", .share, 0.5, 2),
      ("unit/B1", .score, 9.0 / 20, 2), ("unit/B1", .pointsShare, 12.0 / 20, 2), ("unit/B1", .visitsPlanned, 2, 2),
      ("unit/B2", .score, 1, 1), ("unit/B3", .visits, 0, 0), ("unit/B3", .visitsPlanned, 2, 0),
    ] as [(String, Statistic, Double, Int)])
  func figures(_ subject: String, _ statistic: Statistic, value: Double, n: Int) {
    let key = MeasurementKey(survey: "v", wave: "2026", kind: .scorecard, subject: subject)
    #expect(Self.audit[key]?.figure(statistic) == Figure(value, n: n))
  }

  @Test("what cannot be known has its reason, and what was not planned has no row")
  func edges() {
    func figure(_ subject: String, _ statistic: Statistic) -> Figure? {
      Self.audit[MeasurementKey(survey: "v", wave: "2026", kind: .scorecard, subject: subject)]?.figure(statistic)
    }
    #expect(figure("unit/B2", .scoreLow)?.reason == .nLt2)
    #expect(figure("unit/B3", .score)?.reason == .noData)
    #expect(figure("unit/B2", .visitsPlanned) == nil)
    #expect(figure("section/talk", .score) == nil && figure("criterion/greeted", .visits) == nil)
  }

  @Test("visits are few by nature: none of their figures is withheld")
  func nothingWithheld() {
    let shown = publishable(Self.audit, configuration: Configuration())
    #expect(shown.scorecards.flatMap(\.measurements) == Self.audit.scorecards.flatMap(\.measurements))
    #expect(shown.measurements.count == 9)
  }

  /// P(X ≤ x | n, p) computed apart with scipy's `binom.cdf`; q by hand: the smallest of three times 3, then 3/2, then 1.
  @Test("a standard is tested against the share required, with q over all standards")
  func standards() throws {
    func record(_ id: String, _ met: Int, _ n: Int, _ target: Double) -> StandardRecord {
      StandardRecord(
        standard: Standard(id: id, text: id, touchpoint: nil, dimension: nil, target: target), criterion: nil,
        isKnockOut: false,
        sources: [
          StandardRecord.Source(
            kind: .note, file: "n.md", line: 1, count: MetCount(met: met, occasions: n), visits: n)
        ])
    }
    let audit = measure(
      [], standards: [record("a", 30, 61, 0.9), record("b", 6, 13, 0.85), record("c", 9, 13, 0.8)],
      configuration: Configuration())
    let p = [1.1003005338682856e-15, 0.0012675473022159677, 0.25267569049599986]
    for (index, id) in ["a", "b", "c"].enumerated() {
      let found = try #require(audit[MeasurementKey(survey: "", wave: "", kind: .standard, subject: id)])
      let value = try #require(found[.requiredP])
      #expect(abs(value / p[index] - 1) < 1e-9)
      let q = try #require(found[.requiredQ])
      #expect(abs(q / (p[index] * [3, 1.5, 1][index]) - 1) < 1e-9)
    }
  }
}
