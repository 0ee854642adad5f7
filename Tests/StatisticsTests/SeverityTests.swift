import Statistics
import Testing

/// One line of example X19: shortfalls 0 to 4 on a scale of range 6.
struct SeverityCase: Sendable {
  let name: String
  let shortfalls: [Int]
  let exposure: Double
  let points: Double
  let n: Int
  let failed: (share: Double, low: Double, high: Double)
  let f0: Double
  let f1: Double
  let f1SE: Double
  let severity: Double
  let burden: Double
  let credibility: Double
  let order: Double
}

@Suite struct SeverityTests {
  static let table = [
    SeverityCase(
      name: "T1", shortfalls: [48, 30, 24, 12, 6], exposure: 0.35, points: 22, n: 120,
      failed: (0.35, 0.270519, 0.438787), f0: 0.6, f1: 0.191667, f1SE: 0.018254, severity: 21.083333,
      burden: 7.379167, credibility: 0.857143, order: 6.325),
    SeverityCase(
      name: "T2", shortfalls: [180, 70, 35, 12, 3], exposure: 0.9, points: 32, n: 300,
      failed: (0.166667, 0.128765, 0.212997), f0: 0.4, f1: 0.104444, f1SE: 0.008767, severity: 16.711111,
      burden: 15.04, credibility: 0.9375, order: 14.1),
    SeverityCase(
      name: "T3", shortfalls: [10, 6, 5, 3, 1], exposure: 0.6, points: 19, n: 25,
      failed: (0.36, 0.202479, 0.554815), f0: 0.6, f1: 0.193333, f1SE: 0.04046, severity: 18.366667,
      burden: 11.02, credibility: 0.555556, order: 6.122222),
  ]

  @Test(arguments: table) func workedTableComesOut(line: SeverityCase) throws {
    let shortfall = Shortfall(Counts(dense: line.shortfalls, minimum: 0), range: 6)
    #expect(shortfall.n == line.n)
    #expect(printed(shortfall.failed.share, as: line.failed.share))
    #expect(printed(shortfall.failed.low, as: line.failed.low))
    #expect(printed(shortfall.failed.high, as: line.failed.high))
    #expect(printed(shortfall.f0, as: line.f0))
    #expect(printed(shortfall.f1, as: line.f1))
    #expect(printed(shortfall.f1SE, as: line.f1SE))
    // Five dimensions: importance is five times the share of the points.
    let severity = try severity(f1: #require(shortfall.f1.value), importance: 5 * line.points / 100)
    let burden = burden(exposure: line.exposure, severity: severity)
    let credibility = credibility(n: Double(line.n))
    #expect(printed(severity, as: line.severity))
    #expect(printed(burden, as: line.burden))
    #expect(printed(credibility, as: line.credibility))
    #expect(printed(credibility * burden, as: line.order))
  }

  static let quarters: [(counts: Counts, range: Int, failed: Int)] = [
    (Counts(values: [1], counts: [2]), 4, 0), (Counts(values: [2], counts: [2]), 4, 2),
    (Counts(values: [3], counts: [2], denominator: 2), 6, 0), (Counts(values: [2], counts: [2]), 6, 2),
    (Counts(values: [10], counts: [2], denominator: 4), 10, 0),
    (Counts(values: [7_500_001], counts: [2], denominator: 3_000_000), 10, 2),
    (Counts(values: [99, 100], counts: [1, 1], denominator: 4), 99, 1),
  ]

  /// Above a quarter of the range, not at it; thirds and halves are compared exactly.
  @Test(arguments: quarters)
  func seriousFailureIsMoreThanAQuarterOfTheRange(counts: Counts, range: Int, failed: Int) {
    #expect(Shortfall(counts, range: range).failed.successes == failed)
  }

  @Test func secondIndexIsTheMeanSquare() {
    let shortfall = Shortfall(Counts(values: [0, 3, 12], counts: [1, 2, 1], denominator: 2), range: 6)
    #expect(shortfall.f2 == .value(0.28125))
    #expect(printed(shortfall.f1SE, as: 0.216506))
  }

  /// A lower bound as score would fall when one of ten answers gets worse; credibility does not.
  @Test func boundsAreNoScores() throws {
    let before = MeanTest(Counts(values: [5, 6], counts: [9, 1], denominator: 10))
    let after = MeanTest(Counts(values: [5, 10], counts: [9, 1], denominator: 10))
    #expect(try #require(after.mean.value) > #require(before.mean.value))
    #expect(try #require(after.low.value) < #require(before.low.value))
    #expect(printed(after.low, as: 0.436892))
  }
}
