import Statistics
import Testing

/// Section 0.6 of the methodology: a value, or none and the reason.
@Suite struct EdgeContractTests {
  static let none = Counts(observations: [])
  static let one = Counts(observations: [4])
  static let constant = Counts(values: [3], counts: [9])
  static let zeros = Counts(values: [0], counts: [9])

  @Test(arguments: [(none, Reason.noData), (one, .nLt2)])
  func tooFewRowsLeaveNoSpread(counts: Counts, reason: Reason) {
    let (moments, test) = (Moments(counts), MeanTest(counts))
    let mean: Estimate = counts.n == 1 ? .value(4) : .unavailable(.noData)
    #expect(moments.mean == mean && test.mean == mean)
    for estimate in [
      moments.variance, moments.sd, test.sd, test.se, test.t, test.df, test.p, test.low, test.high, test.dz,
    ] {
      #expect(estimate == .unavailable(reason))
    }
    let ranks = SignedRank(counts)
    for estimate in [ranks.wPlus, ranks.wMinus, ranks.z, ranks.p, ranks.pExact, ranks.rankBiserial] {
      #expect(estimate == .unavailable(reason))
    }
    #expect(ranks.note == nil)
    #expect(signFlipExact(counts) == .unavailable(reason))
    let score = NetPromoter(counts)
    #expect(score.nps == (counts.n == 1 ? .value(-100) : .unavailable(.noData)))
    #expect(score.se == .unavailable(reason) && score.low == .unavailable(reason) && score.high == .unavailable(reason))
    let change = NetPromoterDifference(earlier: NetPromoter(OutcomeTests.first), later: score)
    #expect(change.z == .unavailable(reason) && change.low == .unavailable(reason))
  }

  @Test(arguments: [(0, Reason.noData), (1, .nLt2)])
  func sharesNeedTwoForAnInterval(n: Int, reason: Reason) {
    let share = Proportion(successes: n, n: n)
    #expect(share.share == (n == 1 ? .value(1) : .unavailable(.noData)))
    #expect(share.low == .unavailable(reason) && share.high == .unavailable(reason))
    let shortfall = Shortfall(Counts(observations: Array(repeating: 3, count: n)), range: 6)
    let mean: (Double) -> Estimate = { n == 1 ? .value($0) : .unavailable(.noData) }
    #expect(shortfall.f0 == mean(1) && shortfall.f1 == mean(0.5) && shortfall.f2 == mean(0.25))
    #expect(shortfall.f1SE == .unavailable(reason))
  }

  @Test func equalAnswersHaveNoTest() {
    let test = MeanTest(Self.constant)
    #expect(test.mean == .value(3) && test.sd == .value(0) && test.se == .value(0) && test.df == .value(8))
    for estimate in [test.t, test.p, test.low, test.high, test.dz] {
      #expect(estimate == .unavailable(.zeroVariance))
    }
    let ranks = SignedRank(Self.constant)
    #expect(ranks.wPlus == .value(45) && ranks.wMinus == .value(0))
    #expect(ranks.pExact == .value(2.0 / 512))
    #expect(signFlipExact(Self.constant) == .value(2.0 / 512))
  }

  @Test func noDifferenceAtAllIsNotSignificant() {
    let ranks = SignedRank(Self.zeros)
    #expect(ranks.wPlus == .value(0) && ranks.wMinus == .value(0))
    #expect(ranks.p == .value(1) && ranks.pExact == .value(1))
    #expect(ranks.z == .unavailable(.allZero) && ranks.rankBiserial == .unavailable(.allZero))
    #expect(ranks.note == .allZero)
    #expect(signFlipExact(Self.zeros) == .value(1))
    #expect(MeanTest(Self.zeros).p == .unavailable(.zeroVariance))
  }

  @Test func effectsNeedSpread() {
    let (zero, some, lacking) = (Estimate.value(0), Estimate.value(2), Estimate.unavailable(.nLt2))
    let effect = { averageStandardizedDifference(gapMean: some, sdExpectation: $0, sdPerception: $1) }
    #expect(effect(zero, zero) == .unavailable(.zeroVariance))
    #expect(effect(zero, some) == .value(2))
    #expect(effect(lacking, some) == lacking)
    let r = { correlation(varianceExpectation: $0, variancePerception: $1, varianceDifference: some) }
    #expect(r(zero, some) == .unavailable(.zeroVariance))
    #expect(r(some, lacking) == lacking)
    #expect(r(some, some) == .value(0.5))
  }

  @Test func signTestNeedsADifference() {
    #expect(signTest(negative: 0, positive: 0) == .unavailable(.noData))
  }

  /// Fifty pairs are tested exactly, one more is not.
  @Test(arguments: [(50, true), (51, false)])
  func exactTestsEndAtTheLimit(pairs: Int, exact: Bool) {
    let counts = Counts(values: [-1, 0, 2], counts: [pairs / 2, 500, pairs - pairs / 2])
    #expect((signFlipExact(counts).value != nil) == exact)
    #expect((SignedRank(counts).pExact.value != nil) == exact)
    #expect(SignedRank(counts).p.value != nil)
  }

  @Test func exactTestsEndWhereSumsAreTooWide() {
    let wide = Counts(values: [-1, 3, 1_000_000, 1_000_003], counts: [1, 1, 1, 1])
    #expect(signFlipExact(wide) == .unavailable(.tooManyPairs))
    #expect(signFlipExact(Counts(values: [-1_000_000, 3_000_000], counts: [1, 1])) == .value(1))
    let manyZeros = Counts(values: [-1, 0, 1], counts: [20, 1_000_000, 5])
    #expect(SignedRank(manyZeros).pExact == .unavailable(.tooManyPairs))
  }

  @Test func estimatesNeverHoldWhatIsNotFinite() {
    #expect(Estimate(finite: .nan) == .unavailable(.overflow))
    #expect(Estimate(finite: -.infinity, otherwise: .noVariation) == .unavailable(.noVariation))
    #expect(Estimate.value(1e308).map { $0 * 10 } == .unavailable(.overflow))
    #expect(Estimate.unavailable(.noData).map { $0 + 1 } == .unavailable(.noData))
    #expect(Estimate.value(2).map { $0 + 1 }.value == 3)
    #expect(Estimate.unavailable(.census).reason == .census)
    #expect(Estimate.value(2).reason == nil)
  }
}
