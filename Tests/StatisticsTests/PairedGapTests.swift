import Statistics
import Testing

/// Example X1 of the methodology: forty pairs on 1 to 7.
private enum X1 {
  static let pairs: [(e: Int, p: Int, count: Int)] = [
    (7, 7, 5), (7, 6, 7), (7, 5, 5), (7, 4, 3), (7, 3, 1), (6, 7, 2), (6, 6, 4), (6, 5, 4), (6, 4, 2), (6, 2, 1),
    (5, 5, 2), (5, 6, 1), (5, 4, 1), (5, 3, 1), (4, 4, 1),
  ]
  static func counts(_ value: ((e: Int, p: Int, count: Int)) -> Int) -> Counts {
    Counts(values: pairs.map(value), counts: pairs.map(\.count))
  }
  static let expectations = counts { $0.e }
  static let perceptions = counts { $0.p }
  static let gaps = counts { $0.p - $0.e }
}

@Suite struct PairedGapTests {
  @Test func pairsMergeIntoTheGapHistogram() {
    #expect(X1.gaps == Counts(values: [-4, -3, -2, -1, 0, 1], counts: [2, 3, 8, 12, 12, 3]))
    #expect(X1.gaps.n == 40)
  }

  @Test func columnsHaveTheirMeansAndSpreads() {
    let (e, p) = (Moments(X1.expectations), Moments(X1.perceptions))
    #expect(e.mean == .value(6.35))
    #expect(printed(e.sd, as: 0.802240))
    #expect(p.mean == .value(5.3))
    #expect(printed(p.sd, as: 1.244475))
    let r = correlation(
      varianceExpectation: e.variance, variancePerception: p.variance, varianceDifference: Moments(X1.gaps).variance)
    #expect(printed(r, as: 0.303059))
  }

  @Test func meanGapIsTestedWithIntervalAndEffects() {
    let test = MeanTest(X1.gaps)
    #expect(test.mean == .value(-1.05))
    #expect(printed(test.sd, as: 1.259833))
    #expect(printed(test.se, as: 0.199197))
    #expect(printed(test.t, as: -5.271161))
    #expect(test.df == .value(39))
    #expect(agree(test.p, 5.305697e-6, within: 1e-7))
    #expect(printed(test.low, as: -1.452914))
    #expect(printed(test.high, as: -0.647086))
    #expect(printed(test.dz, as: -0.833444))
    let average = averageStandardizedDifference(
      gapMean: test.mean, sdExpectation: Moments(X1.expectations).sd, sdPerception: Moments(X1.perceptions).sd)
    #expect(printed(average, as: -1.026034))
  }

  @Test func signedRanksFollowPratt() {
    let ranks = SignedRank(X1.gaps)
    #expect(ranks.wPlus == .value(60))
    #expect(ranks.wMinus == .value(682))
    #expect(agree(ranks.z, (60 - 371) / 5291.375.squareRoot(), within: 1e-15))
    #expect(printed(ranks.z, as: -4.275394))
    #expect(agree(ranks.p, 1.908e-5, within: 3e-4))
    #expect(agree(ranks.pExact, 5.841e-6, within: 1e-4))
    #expect(printed(ranks.rankBiserial, as: -0.838275))
    #expect(ranks.note == nil)
    #expect(ranks.nonZero == 28)
  }

  @Test func signedRanksWithoutTheZerosAreWilcoxons() {
    let ranks = SignedRank(Counts(values: [-4, -3, -2, -1, 1], counts: [2, 3, 8, 12, 3]))
    #expect(ranks.wPlus == .value(24))
    #expect(ranks.wMinus == .value(382))
    #expect(printed(ranks.z, as: -4.164621))
    #expect(agree(ranks.p, 3.119e-5, within: 3e-4))
  }

  static let prattsExample: [(first: [Int], oneSided: Double)] = [
    ([0], 49.0 / 4096), ([], 70.0 / 4096), ([-1], 109.0 / 8192),
  ]

  /// A worse answer must not give a smaller p: with zeros dropped it does, with Pratt's rule it does not.
  @Test(arguments: prattsExample)
  func exactSignedRankOfPrattsExample(first: [Int], oneSided: Double) {
    let data = Counts(observations: first + [2, 3, 4, 6, 7, 8, 9, 11, 14, 15, 17, -18])
    #expect(SignedRank(data).pExact == .value(2 * oneSided))
  }

  @Test func polarisedServiceIsFoundByTheSignFlipAndMissedByRanks() throws {
    let gaps = Counts(values: [1, 0, -4], counts: [45, 30, 25])
    let test = MeanTest(gaps)
    #expect(test.mean == .value(-0.55))
    #expect(try abs(#require(test.low.value) + 0.96) < 0.005)
    #expect(try abs(#require(test.high.value) + 0.14) < 0.005)
    #expect(try abs(#require(SignedRank(gaps).p.value) - 0.74) < 0.005)
    #expect(try abs(#require(signFlipExact(gaps, limit: 70).value) - 0.0097) < 0.00005)
    #expect(signFlipExact(gaps) == .unavailable(.tooManyPairs))
  }

  static let arrangements: [(rows: [Int], p: Double)] = [
    ([3], 1.0), ([1, 1, 1, 1, 1], 2.0 / 32), ([2, 2, -2], 1.0), ([5, 3, 1, -1], 6.0 / 16), ([0, 0, 7, 7], 2.0 / 4),
  ]

  @Test(arguments: arrangements)
  func signFlipCountsTheArrangements(rows: [Int], p: Double) {
    // A row of zeros changes nothing but makes every case one of at least two rows.
    #expect(signFlipExact(Counts(observations: rows + [0])) == .value(p))
  }

  @Test func standardIsTestedLikeShiftedPerceptions() {
    let direct = MeanTest(X1.perceptions, against: 6)
    let shifted = MeanTest(X1.perceptions.shifted(by: -6))
    #expect(agree(direct.t, shifted.t, within: 1e-14))
    #expect(agree(direct.p, shifted.p, within: 1e-13))
    #expect(agree(direct.dz, shifted.dz, within: 1e-14))
    #expect(direct.mean == .value(5.3))
  }

  static let populations: [(n: Int, population: Int, factor: Double)] = [
    (24, 40, 16.0 / 39), (24, 480, 1.0), (24, 479, 455.0 / 478), (24, 10, 1.0),
  ]

  @Test(arguments: populations)
  func smallPopulationsShrinkTheError(n: Int, population: Int, factor: Double) {
    let counts = Counts(values: [-3, -1], counts: [n / 2, n / 2])
    let (plain, corrected) = (MeanTest(counts), MeanTest(counts, populationSize: population))
    #expect(agree(corrected.se, plain.se.map { $0 * factor.squareRoot() }, within: 1e-15))
    #expect(corrected.dz == plain.dz)
  }

  @Test func censusKnowsItsMean() {
    let counts = Counts(values: [-3, -1], counts: [12, 12])
    let test = MeanTest(counts, populationSize: 24)
    #expect(test.se == .value(0))
    #expect(test.p == .value(0))
    #expect(test.t == .unavailable(.census))
    #expect(test.low == .value(-2) && test.high == .value(-2))
    #expect(MeanTest(counts, against: -2, populationSize: 24).p == .value(1))
  }
}
