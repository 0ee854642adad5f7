import Audit
import Testing

@testable import Diagnose

/// Cells at the edge of what customers accept that the gap rule leaves alone.
struct ZoneRuleTests {
  static func wave(
    mean: Double, low: Double, high: Double, q: Double = 0.001, desired: (Double, Double, Double) = (-1.4, -1.6, -1.2),
    below: Double = 0.31, failed: Double = 0.08, n: Int = 214
  ) -> MeasuredAudit {
    let quiet = GateTests.quiet.changed {
      ($0.comparison, $0.scale, $0.n, $0.mean) = (.zone, (1, 9), n, nil)
    }
    var wave = TestWave([TestCell("branch", "empathy", quiet)]).measured(survey: "customers")
    for index in wave.slices[0].measurements.indices where wave.slices[0].measurements[index].key.kind == .cell {
      let values: [Statistic: Double] = [
        .msaMean: mean, .msaLow: low, .msaHigh: high, .msaQ: q, .msaDz: mean < 0 ? -0.15 : 0.1, .mssMean: desired.0,
        .mssLow: desired.1, .mssHigh: desired.2, .zoneBelow: below, .failedShare: failed, .failedLow: failed - 0.03,
        .failedHigh: failed + 0.03,
      ]
      for (statistic, value) in values {
        wave.slices[0].measurements[index].set(statistic, Figure(value, n: n))
      }
    }
    return audit([wave])
  }

  @Test("only just inside: a quarter and more get less than they accept, and the class is raised") func justInside()
    throws
  {
    let found = Self.wave(mean: 0.1, low: -0.1, high: 0.3).found(.zone)
    try #require(found.count == 1)
    #expect(found[0].id == "zone.branch.empathy")
    #expect(found[0].title == "Branch: empathy, only just what customers accept")
    #expect(
      found[0].statement
        == "31\u{202F}% of 214 customers got less than the least they find acceptable; on average they got 0.1 points more than "
        + "that, on a scale of 1 to 9 (0.1 below to 0.3 above), and 1.4 points less than they desire (1.2 to 1.6).")
    #expect(found[0].findingClass == .minor)
    #expect(found[0].remarks.first == "raised because 31\u{202F}% got less than the least they find acceptable")
  }

  @Test("below: the whole interval is, though not by enough for the gap rule") func below() throws {
    let found = try #require(Self.wave(mean: -0.2, low: -0.35, high: -0.05, below: 0.2).found(.zone).first)
    #expect(found.title == "Branch: empathy, less than customers accept")
    #expect(
      found.statement
        == "20\u{202F}% of 214 customers got less than the least they find acceptable; on average they got 0.2 points less than "
        + "that, on a scale of 1 to 9 (0.05 to 0.35).")
    #expect(found.findingClass == .observation)
  }

  static let silent: [(String, MeasuredAudit)] = [
    ("inside", wave(mean: 0.6, low: 0.4, high: 0.8, below: 0.25)),
    ("open", wave(mean: -0.1, low: -0.3, high: 0.1)),
    ("chance", wave(mean: -0.2, low: -0.35, high: -0.05, q: 0.051)),
    ("few", wave(mean: 0.1, low: -0.1, high: 0.3, n: 29)),
    ("raised by the gap rule", wave(mean: -0.9, low: -1.1, high: -0.7, failed: 0.4)),
  ]

  @Test("it is silent where nothing is sure, or where the gap rule has spoken", arguments: silent)
  func silence(name: String, measured: MeasuredAudit) {
    #expect(measured.found(.zone).isEmpty)
  }

  @Test("above what customers desire is a strength") func strength() throws {
    let measured = Self.wave(mean: 2, low: 1.8, high: 2.2, desired: (0.3, 0.1, 0.5), below: 0.02, failed: 0.01)
    let found = try #require(measured.found(.strength).first)
    #expect(found.id == "strength.branch.empathy")
    #expect(
      found.statement
        == "On average 214 customers get 0.3 points more than they desire, on a scale of 1 to 9 (0.1 to 0.5), and 1\u{202F}% say "
        + "they got far less than the least they find acceptable.")
    #expect(found.findingClass == .strength)
  }

  @Test("it says why it did not run") func missing() {
    #expect(noAudit.notRun(.zone) == "there is no survey of customers")
    #expect(audit([quietWave]).notRun(.zone) == "no item of the latest waves asks for the least acceptable level")
  }
}
