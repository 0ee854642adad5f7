import Audit
import Testing

@testable import Diagnose

/// Segments that are served worse than all others.
struct ParityRuleTests {
  static let tier = Segment(id: "tier", name: "Customer tier", order: ["basic", "plus"])

  /// Figures of `basic` against the rest, on everything and on one cell.
  static func wave(
    n: Int = 120, low: Double = -0.9, high: Double = -0.4, q: Double = 0.001, tost: Double = 0.9, failed: Double = 0.36,
    measure: String = "overall"
  ) -> MeasuredAudit {
    let slice = Slice(parts: [Slice.Part(segment: "tier", value: "basic")])
    let subject = measure == "overall" ? (SubjectKind.overall, "all") : (.cell, measure)
    let own = figures(
      subject.0, subject.1, n: n,
      [
        .failedShare: failed, .failedLow: failed - 0.08, .failedHigh: failed + 0.08, .severity: 20, .burden: 20,
        .credibility: Double(n) / Double(n + 20),
      ], slice: slice)
    let parity = figures(
      .parity, "tier/\(measure)", n: min(n, 380),
      [
        .difference: (low + high) / 2, .differenceLow: low, .differenceHigh: high, .differenceQ: q, .tostP: tost,
      ], slice: slice, rows: n + 380)
    return audit([
      quietWave.adding(tier, "basic", rows: n, [own, parity]).changed { $0.familySize = 96 }
    ])
  }

  @Test("a disparity has the class of the segment's own failed customers, and says how large and how sure it is")
  func disparity() throws {
    let found = Self.wave().found(.parity)
    try #require(found.count == 1)
    #expect(found[0].id == "parity.tier.basic")
    #expect(found[0].title == "Customer tier basic is served worse than the others")
    #expect(
      found[0].statement
        == "Customer tier basic: 120 customers rate the service 0.6 points lower than the 380 others, on a scale of 1 to 7 "
        + "(0.4 to 0.9 lower); 36\u{202F}% of them say they got far less than they expect (28 to 44\u{202F}%), of all "
        + "customers 8\u{202F}%. That is more than chance explains, though 96 things were tested at once. Up to 0.3 points "
        + "would count as alike.")
    #expect(found[0].findingClass == .major)
    #expect(found[0].segment == Slice.Part(segment: "tier", value: "basic"))
    #expect(found[0].evidence.first?.figure == "parity/tier/overall/difference[tier=basic]")
    #expect(found[0].burden == 20.0 * 120 / 500)
  }

  @Test("the way to a class asks for the whole interval beyond the margin", arguments: [(-0.4, true), (-0.29, false)])
  func path(high: Double, isBeyond: Bool) throws {
    let measured = Self.wave(high: high, failed: 0.6)
    let finding = try #require(measured.found(.parity).first)
    let steps = gatePath(of: finding, in: .bank, measured: measured)
    let index = try #require(steps.firstIndex { $0.condition.hasPrefix("the whole interval is beyond 0.30 points") })
    #expect(steps[index].holds == isBeyond && steps[index].value == high)
    // What is not settled has no class of its own.
    #expect((index < steps.count - 1) == isBeyond)
    #expect(finding.findingClass == (isBeyond ? .critical : .observation))
  }

  static let cases: [(String, MeasuredAudit, FindingClass?)] = [
    ("a quarter failed", wave(failed: 0.25), .minor),
    ("hardly any failed", wave(failed: 0.1), .observation),
    ("size unsettled", wave(high: -0.29, failed: 0.6), .observation),
    ("small", wave(low: -0.29, high: -0.1), nil),
    ("chance", wave(q: 0.051), nil),
    ("better", wave(low: 0.4, high: 0.9), nil),
    ("few answers", wave(n: 29), .watch),
  ]

  @Test("the state comes of the interval, the margin and q", arguments: cases)
  func states(name: String, measured: MeasuredAudit, expected: FindingClass?) {
    #expect(measured.found(.parity).map(\.findingClass) == [expected].compactMap(\.self))
  }

  @Test("a difference whose size is not settled says so, and is not called a disparity") func unsettled() throws {
    let found = try #require(Self.wave(high: -0.2).found(.parity).first)
    #expect(found.statement.hasSuffix("Whether it is more than the 0.3 points that count as alike is not settled."))
  }

  @Test("no difference is called parity only where equivalence is shown") func equivalence() {
    func state(_ measured: MeasuredAudit) -> ParityRule.State? {
      measured.surveys[0].waves[0].slices.last?.measurements.last
        .map { ParityRule.State($0, margin: 0.3, falseDiscovery: 0.05) }
    }
    #expect(state(Self.wave(low: -0.2, high: 0.1, q: 0.6, tost: 0.01)) == .parityShown)
    #expect(state(Self.wave(low: -0.4, high: 0.1, q: 0.6, tost: 0.2)) == .notEnoughData)
    #expect(state(Self.wave(low: -0.2, high: -0.1)) == .small)
  }

  @Test("a cell is raised where the whole is not") func cells() throws {
    let found = Self.wave(measure: "branch/empathy").found(.parity)
    try #require(found.count == 1)
    #expect(found[0].id == "parity.tier.basic.branch.empathy")
    #expect(found[0].title == "Branch: empathy, worse for customer tier basic")
    #expect(found[0].touchpoint == "branch")
    #expect(Self.wave(high: -0.2, measure: "branch/empathy").found(.parity).isEmpty)
  }

  @Test("a segment that is worse only because it meets other touchpoints is said to be so") func mix() throws {
    let plain = Self.wave()
    #expect(plain.found(.parity).first?.remarks.isEmpty == true)
    var wave = plain.surveys[0].waves[0]
    let last = wave.slices.count - 1
    for index in wave.slices[last].measurements.indices {
      wave.slices[last].measurements[index].set(.cmhReversed, Figure(1, n: 500))
    }
    #expect(audit([wave]).found(.parity).first?.remarks.first?.hasPrefix("not worse at the same touchpoints") == true)
  }

  @Test("it says why it did not run") func missing() {
    #expect(noAudit.notRun(.parity) == "there is no survey of customers")
    #expect(audit([quietWave]).notRun(.parity) == "no survey of customers has a segment of two values or more")
    #expect(Self.wave(q: 1).notRun(.parity) == nil)
  }
}
