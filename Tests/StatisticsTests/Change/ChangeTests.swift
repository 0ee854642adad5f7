import Statistics
import Testing

/// Before and after: the examples of sections 5.1, 5.2 and 5.3, and figures of statsmodels.
@Suite struct ChangeTests {
  static let treated = (
    before: Counts(dense: [10, 22, 30, 24, 12, 2], minimum: 2),
    after: Counts(dense: [4, 12, 26, 34, 22, 8], minimum: 2)
  )
  static let control = (
    before: Counts(dense: [8, 22, 36, 24, 10], minimum: 3), after: Counts(dense: [7, 20, 38, 27, 12], minimum: 3)
  )

  @Test func linkedSharesByMcNemar() {
    let change = McNemar(lost: 18, gained: 7, n: 60)
    #expect(printed(change.chiSquared, as: 4.84))
    #expect(printed(change.pApproximate, as: 0.027807))
    #expect(printed(change.pExact, as: 0.043285))
    #expect(change.p == change.pApproximate)
    #expect(agree(change.difference, -11.0 / 60, within: 1e-15))
    let few = McNemar(lost: 17, gained: 7, n: 60)
    #expect(few.p == few.pExact && few.p != few.pApproximate)
  }

  @Test(arguments: Fixtures.rows(Fixtures.linkedShares))
  func agreesWithStatsmodelsOnLinkedShares(row: [Double]) {
    let change = McNemar(lost: Int(row[0]), gained: Int(row[1]), n: 1000)
    for (estimate, expected) in zip([change.chiSquared, change.pApproximate, change.pExact], row[2...]) {
      #expect(agree(estimate, expected, within: 1e-9))
    }
    #expect(row.count == 5)
  }

  @Test func differenceInDifferencesOfFourSamples() {
    let did = DifferenceInDifferences(
      treatedBefore: Self.treated.before, treatedAfter: Self.treated.after, controlBefore: Self.control.before,
      controlAfter: Self.control.after)
    #expect(did.treated.map { printed($0.difference, as: 0.653585) } == true)
    #expect(did.treated.map { printed($0.low, as: 0.315193) && printed($0.high, as: 0.991977) } == true)
    #expect(printed(did.test.difference, as: 0.550123))
    #expect(printed(did.test.se, as: 0.229261))
    #expect(printed(did.test.df, as: 399.314470))
    #expect(printed(did.test.t, as: 2.399549))
    #expect(printed(did.test.p, as: 0.016873))
    #expect(printed(did.test.low, as: 0.099414))
    #expect(printed(did.test.high, as: 1.000833))
  }

  @Test func differenceInDifferencesOfTheSameRespondents() {
    let before = Counts(dense: [2, 8, 20, 30, 14, 6], minimum: -3)
    let after = Counts(values: [-2, -1, 0, 1, 2, 3], counts: [4, 14, 32, 24, 9, 2])
    let did = DifferenceInDifferences(rowsBefore: before, rowsAfter: after)
    #expect(printed(did.test.difference, as: 0.505882))
    #expect(printed(did.test.se, as: 0.174913))
    #expect(printed(did.test.df, as: 160.882174))
    #expect(printed(did.test.p, as: 0.004355))
    #expect(did.treated == nil && did.control == nil)
  }

  @Test(arguments: Fixtures.rows(Fixtures.fourSamples))
  func agreesWithStatsmodelsOnFourSamples(row: [Double]) {
    let samples = (0..<4).map { Fixtures.counts(row, 7 * $0..<7 * $0 + 7) }
    let did = DifferenceInDifferences(
      treatedBefore: samples[0], treatedAfter: samples[1], controlBefore: samples[2], controlAfter: samples[3])
    let test = did.test
    for (estimate, expected) in zip(
      [test.difference, test.se, test.df, test.t, test.p, test.low, test.high], row[28...])
    {
      #expect(agree(estimate, expected, within: 1e-9))
    }
    #expect(row.count == 35)
  }

  @Test func aTrendNeedsThreeEarlierWaves() {
    let (t, c) = (Self.treated.before, Self.control.before)
    #expect(EarlierTrend(treated: [t, t, t], control: [c, c, c]).isShown)
    let two = EarlierTrend(treated: [t, t, t], control: [c, Counts(observations: []), c])
    #expect(!two.isShown && two.differences.count == 3)
    #expect(two.differences[0] == WelchTest(t, c))
    #expect(!EarlierTrend(treated: [], control: []).isShown)
  }

  @Test func risingExpectationsAreNoDecline() {
    let wave = { (pairs: [(e: Int, p: Int, count: Int)]) in
      GapChange.Wave(
        perception: Counts(values: pairs.map(\.p), counts: pairs.map(\.count)),
        expectation: Counts(values: pairs.map(\.e), counts: pairs.map(\.count)),
        gap: Counts(values: pairs.map { $0.p - $0.e }, counts: pairs.map(\.count)))
    }
    let earlier = wave([(5, 5, 30), (6, 5, 20)])
    let demanding = GapChange(earlier: earlier, later: wave([(6, 5, 30), (7, 6, 10), (7, 5, 10)]))
    #expect(demanding.isRisingExpectation)
    #expect(agree(demanding.perception.difference, 0.2, within: 1e-15))
    #expect(agree(demanding.expectation.difference, 1, within: 1e-15))
    #expect(agree(demanding.gap.difference, -0.8, within: 1e-15))
    #expect(!GapChange(earlier: earlier, later: wave([(6, 4, 30), (7, 6, 10), (7, 5, 10)])).isRisingExpectation)
    #expect(!GapChange(earlier: earlier, later: wave([(5, 4, 30), (6, 5, 20)])).isRisingExpectation)
    #expect(!GapChange(earlier: earlier, later: wave([(6, 7, 50), (5, 7, 1)])).isRisingExpectation)
  }

  static let picked: [(n: Int, mean: Double, variance: Double)] = [
    (80, 4.10, 1.69), (120, 4.55, 1.44), (60, 3.60, 1.96), (150, 4.80, 1.21), (90, 4.35, 1.60), (100, 4.95, 1.30),
  ]

  @Test func theLowestTouchpointReboundsByItself() {
    let samples = Self.picked.map { SampleMean(n: $0.n, mean: $0.mean, variance: $0.variance) }
    let regression = RegressionToMean(samples)
    let lowest = regression.rebound(of: samples[2])
    #expect(printed(regression.centre, as: 4.391667))
    #expect(printed(regression.between, as: 0.225977))
    #expect(printed(lowest.reliability, as: 0.873700))
    #expect(printed(lowest.rebound, as: 0.099987))
    #expect(lowest.expected.value.map { printed($0, as: 3.6 + 0.099987) } == true)
    #expect(regression.rebound(of: samples[5]).rebound.value.map { $0 < 0 } == true)
    #expect(RegressionToMean(samples.reversed()) == regression)
  }

  @Test func fewTouchpointsLeaveACautionOnly() {
    let samples = Self.picked.prefix(4).map { SampleMean(n: $0.n, mean: $0.mean, variance: $0.variance) }
    let few = RegressionToMean(samples + [SampleMean(Counts(observations: [4]))])
    #expect(few.touchpoints == 4)
    let rebound = few.rebound(of: samples[0])
    for estimate in [few.centre, few.between, rebound.reliability, rebound.expected, rebound.rebound] {
      #expect(estimate == .unavailable(.tooFew))
    }
    #expect(RegressionToMean([]).centre == .unavailable(.noData))
    let constant = [SampleMean](repeating: SampleMean(Counts(values: [3], counts: [7])), count: 5)
    #expect(RegressionToMean(constant).between == .value(0))
    #expect(RegressionToMean(constant).rebound(of: constant[0]).rebound == .unavailable(.zeroVariance))
  }

  @Test func linkedSharesOfTooFewSayWhy() {
    #expect(McNemar(lost: 0, gained: 0, n: 0).difference == .unavailable(.noData))
    #expect(McNemar(lost: 0, gained: 1, n: 1).p == .unavailable(.nLt2))
    #expect(McNemar(lost: 0, gained: 1, n: 1).difference == .value(1))
    let same = McNemar(lost: 0, gained: 0, n: 9)
    #expect(same.chiSquared == .unavailable(.allZero) && same.p == .value(1) && same.pExact == .value(1))
  }
}
