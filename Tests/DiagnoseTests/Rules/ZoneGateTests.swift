import Audit
import Testing

@testable import Diagnose

/// The gap rule on cells with a zone of tolerance: the own minimum is the target.
struct ZoneGateTests {
  private static let net = GateTests.net.changed { $0.comparison = .zone }

  @Test("it fires by the mean against the minimum, and by reach without a sign test") func fires() throws {
    func finding(_ figures: CellFigures) -> Finding? {
      deficiencies(audit([TestCell("branch", "empathy", figures)])).first
    }
    #expect(finding(Self.net)?.findingClass == .observation)
    #expect(finding(Self.net.changed { $0.q = 0.06 }) == nil)
    let reach = GateTests.reach.changed { ($0.comparison, $0.signQ) = (.zone, nil) }
    #expect(finding(reach)?.findingClass == .minor)
    #expect(finding(Self.net)?.evidence.contains { $0.figure == "cell/branch/empathy/msa.mean" } == true)
  }

  @Test(
    "more than a quarter below their own minimum make the class one graver",
    arguments: [
      (0.1, 0.26, FindingClass.minor), (0.1, 0.25, .observation), (0.35, 0.4, .critical), (0.6, 0.7, .critical),
    ])
  func raises(failed: Double, below: Double, expected: FindingClass) throws {
    let figures = Self.net.changed { ($0.failed, $0.below) = (failed, below) }
    let found = try #require(deficiencies(audit([TestCell("branch", "empathy", figures)])).first)
    #expect(found.findingClass == expected)
    let isSaid = found.remarks.contains { $0.hasPrefix("raised because") }
    #expect(isSaid == (failed < 0.5 && below > 0.25))
  }

  @Test("a wave that asked something else is no part of a cell's history") func history() throws {
    func wave(_ label: String, scale: (Int, Int)) -> TestWave {
      TestWave(label, [TestCell("branch", "empathy", CellFigures().changed { $0.scale = (scale.0, scale.1) })])
    }
    func firstSeen(_ scale: (Int, Int)) -> String? {
      let measured = MeasuredAudit(surveys: [
        survey(waves: [wave("2026-Q1", scale: scale), wave("2026-Q2", scale: (1, 7)), wave("2026-Q3", scale: (1, 7))])
      ])
      return deficiencies(measured).first?.firstSeen
    }
    #expect(firstSeen((1, 7)) == "2026-Q1")
    #expect(firstSeen((1, 5)) == "2026-Q2")
  }
}
