import Audit
import Testing

@testable import Diagnose

/// Units that should serve alike.
struct ConsistencyRuleTests {
  static func wave(
    q: Double = 0.001, icc: Double = 0.06, reliability: Double = 0.83, unitQ: Double = 0.5, unitN: Int = 45,
    mean: Double = 4.2, measure: String = "overall"
  ) -> MeasuredAudit {
    let units = ["B003": 5.8, "B017": 4.9].sorted { $0.key < $1.key }.map { name, shrunken in
      figures(
        .unit, "\(measure)/\(name)", n: unitN,
        [
          .mean: name == "B017" ? mean : 5.9, .shrunkenMean: shrunken, .funnelLow: 4.5, .funnelHigh: 6.1,
          .funnelQ: name == "B017" ? unitQ : 0.9,
        ])
    }
    let together = figures(.unit, measure, n: 1120, [.q: q, .icc1: icc, .reliability: reliability])
    return audit([
      quietWave.adding([together] + units).changed {
        $0.definition.unitColumn = "branch"
        $0.familySize = 96
      }
    ])
  }

  @Test("units that differ by more than chance are named by their drawn-in means") func uneven() throws {
    let found = Self.wave().found(.consistency)
    try #require(found.count == 1)
    #expect(found[0].id == "consistency.overall")
    #expect(found[0].title == "The service as a whole depends on the branch")
    #expect(
      found[0].statement
        == "2 units were rated by 1,120 customers, and 6\u{202F}% of all variation lies between units. Allowing for chance "
        + "they range from 4.9 (B017) to 5.8 (B003) on a scale of 1 to 7. Their order can be trusted to 83\u{202F}%. That is "
        + "more than chance explains, though 96 things were tested at once.")
    #expect(found[0].findingClass == .observation)
    #expect(found[0].remarks.isEmpty)
  }

  static let cases: [(MeasuredAudit, [String])] = [
    (wave(q: 0.051), []), (wave(icc: 0.019), []), (wave(icc: 0.02), ["consistency.overall"]),
    (wave(measure: "branch/empathy"), ["consistency.branch.empathy"]),
    (wave(q: 1, unitQ: 0.04), ["consistency.unit.B017"]),
    (wave(q: 1, unitQ: 0.04, mean: 4.5), []), (wave(q: 1, unitQ: 0.051), []),
    (wave(q: 1, unitQ: 0.04, measure: "branch/empathy"), ["consistency.unit.B017.branch.empathy"]),
  ]

  @Test("the limits hold", arguments: cases) func limits(measured: MeasuredAudit, ids: [String]) {
    #expect(measured.found(.consistency).map(\.id) == ids)
  }

  @Test("a unit outside its funnel is named with the limits of its size; of few answers it is watched") func unit()
    throws
  {
    let found = try #require(Self.wave(q: 1, unitQ: 0.01).found(.consistency).first)
    #expect(
      found.statement
        == "Branch B017 is rated 4.2 on average by 45 customers, on a scale of 1 to 7, where chance takes a unit of its size "
        + "between 4.5 and 6.1; allowing for chance its level is about 4.9. That is more than chance explains, though 2 "
        + "things were tested at once.")
    #expect(found.findingClass == .observation)
    #expect(Self.wave(q: 1, unitQ: 0.01, unitN: 15).found(.consistency).map(\.findingClass) == [.watch])
  }

  @Test("an order that can hardly be trusted is said to be so") func unreliable() {
    #expect(
      Self.wave(reliability: 0.59).found(.consistency).first?.remarks == [
        "the order of units is uncertain: pool waves before naming one"
      ])
  }

  @Test("it says why it did not run") func missing() {
    #expect(noAudit.notRun(.consistency) == "there is no survey of customers")
    #expect(audit([quietWave]).notRun(.consistency) == "no survey of customers names two units or more")
    #expect(Self.wave(q: 1).notRun(.consistency) == nil)
  }
}
