import Statistics
import Testing

/// Net promoter score, shares, false discovery rate: examples X5, X6 and X8 of the methodology.
@Suite struct OutcomeTests {
  /// Counts of the answers 10 down to 0.
  static let first = Counts(dense: [30, 24, 22, 15, 9, 6, 3, 3, 2, 1, 5].reversed(), minimum: 0)
  static let second = Counts(dense: [41, 28, 20, 14, 6, 4, 2, 2, 0, 1, 2].reversed(), minimum: 0)

  @Test func netPromoterScoreOfTheFirstWave() {
    let wave = NetPromoter(Self.first)
    #expect(wave.n == 120)
    #expect((wave.promoters, wave.passives, wave.detractors) == (54, 37, 29))
    #expect(printed(wave.nps, as: 20.833333))
    #expect(printed(wave.se, as: 7.349965))
    #expect(printed(wave.low, as: 6.124679))
    #expect(printed(wave.high, as: 34.525727))
    let margin = Normal.quantile(0.975)
    #expect(wave.nps.value.flatMap { nps in wave.se.value.map { printed(nps - margin * $0, as: 6.427666) } } == true)
    #expect(wave.nps.value.flatMap { nps in wave.se.value.map { printed(nps + margin * $0, as: 35.239001) } } == true)
  }

  @Test func netPromoterScoreOfTheSecondWave() {
    let wave = NetPromoter(Self.second)
    #expect(printed(wave.nps, as: 43.333333))
    #expect(printed(wave.se, as: 6.638831))
    #expect(printed(wave.low, as: 29.378567))
    #expect(printed(wave.high, as: 55.174279))
  }

  @Test func netPromoterChangeBetweenWaves() {
    let change = NetPromoterDifference(earlier: NetPromoter(Self.first), later: NetPromoter(Self.second))
    #expect(printed(change.difference, as: 22.5))
    #expect(printed(change.se, as: 9.904346))
    #expect(printed(change.z, as: 2.271730))
    #expect(printed(change.p, as: 0.023103))
    #expect(printed(change.low, as: 3.087839))
    #expect(printed(change.high, as: 41.912161))
  }

  @Test(arguments: [[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 8], [8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]])
  func unanimousAnswersKeepAnInterval(dense: [Int]) throws {
    let wave = NetPromoter(Counts(dense: dense, minimum: 0))
    #expect(wave.se == .value(0))
    let (low, high) = try (#require(wave.low.value), #require(wave.high.value))
    #expect(low >= -100 && high <= 100 && low < high)
    #expect(NetPromoterDifference(earlier: wave, later: wave).z == .unavailable(.zeroVariance))
    #expect(NetPromoterDifference(earlier: wave, later: wave).difference == .value(0))
  }

  static let otherScales: [Counts] = [
    Counts(values: [11], counts: [3]), Counts(values: [-1, 5], counts: [1, 9]),
    Counts(values: [2], counts: [3], denominator: 2),
  ]

  @Test(arguments: otherScales)
  func otherScalesAreRefused(counts: Counts) {
    let score = NetPromoter(counts)
    #expect(score.nps == .unavailable(.wrongScale))
    #expect(score.high == .unavailable(.wrongScale))
  }

  static let shares: [(successes: Int, n: Int, share: Double, low: Double, high: Double)] = [
    (66, 93, 0.709677, 0.610574, 0.792146), (0, 12, 0, 0, 0.242494), (12, 12, 1, 0.757506, 1),
  ]

  @Test(arguments: shares)
  func wilsonIntervalsOfShares(successes: Int, n: Int, share: Double, low: Double, high: Double) {
    let proportion = Proportion(successes: successes, n: n)
    #expect(printed(proportion.share, as: share))
    #expect(printed(proportion.low, as: low))
    #expect(printed(proportion.high, as: high))
  }

  @Test func qValuesOfTenTests() {
    let p = [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216]
    let q = [0.01, 0.04, 0.084, 0.084, 0.084, 0.1, 0.105714, 0.216, 0.216, 0.216]
    for (computed, expected) in zip(benjaminiHochberg(p), q) {
      #expect(computed.map { printed($0, as: expected) } == true)
    }
  }

  @Test func testsThatWereNotMadeDoNotCount() {
    #expect(benjaminiHochberg([nil, 0.5, nil, 0.02]) == [nil, 0.5, nil, 0.04])
    #expect(benjaminiHochberg([]) == [])
    #expect(benjaminiHochberg([nil]) == [nil])
    #expect(benjaminiHochberg([1]) == [1])
  }

  static let signTests: [(negative: Int, positive: Int, p: Double)] = [
    (0, 5, 2.0 / 32), (5, 0, 2.0 / 32), (1, 5, 14.0 / 64), (3, 3, 1), (7, 18, 0.043285), (1, 0, 1),
  ]

  @Test(arguments: signTests)
  func signTestIsExact(negative: Int, positive: Int, p: Double) {
    #expect(printed(signTest(negative: negative, positive: positive), as: p))
  }
}
