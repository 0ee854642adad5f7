import Statistics
import Testing

/// Section 0.6 of the methodology for samples: a value, or none and the reason.
@Suite struct SampleEdgeTests {
  static let none = Counts(observations: [])
  static let one = Counts(observations: [4])
  static let constant = Counts(values: [3], counts: [9])
  static let some = Counts(values: [2, 5], counts: [3, 4])

  @Test(arguments: [(none, Reason.noData), (one, .nLt2)])
  func tooFewRowsLeaveADifferenceAtMost(counts: Counts, reason: Reason) {
    for (first, second) in [(counts, Self.some), (Self.some, counts), (counts, counts)] {
      let (test, cliff) = (WelchTest(first, second), CliffDelta(first, second))
      let (effect, ranks) = (StandardizedDifference(first, second), MannWhitney(first, second))
      let parity = Equivalence(test, margin: 0.3)
      for estimate in [
        test.se, test.df, test.t, test.p, test.low, test.high, cliff.variance, cliff.low, cliff.high, effect.pooledSD,
        effect.d, effect.g, ranks.z, ranks.p, parity.p, parity.low, parity.high,
      ] {
        #expect(estimate == .unavailable(reason))
      }
      for estimate in [test.difference, cliff.delta, ranks.u] {
        #expect(reason == .noData ? estimate == .unavailable(.noData) : estimate.value != nil)
      }
      #expect((cliff.magnitude == nil) == (reason == .noData))
    }
    #expect(WelchAnova([Self.some, counts]).f == .unavailable(reason))
    #expect(WelchAnova([counts, Self.some]).p == .unavailable(reason))
  }

  @Test(arguments: [(0, Reason.noData), (1, .nLt2)])
  func sharesOfTooFewHaveNoTest(n: Int, reason: Reason) {
    let (few, many) = (Proportion(successes: n, n: n), Proportion(successes: 3, n: 9))
    let shares = ProportionDifference(few, many)
    for estimate in [shares.z, shares.p, shares.low, shares.high] { #expect(estimate == .unavailable(reason)) }
    #expect((shares.difference.value != nil) == (n == 1))
    #expect((shares.h.value != nil) == (n == 1))
  }

  @Test func samplesWithoutSpreadHaveNoTest() {
    let test = WelchTest(Self.constant, Self.constant.shifted(by: 1))
    #expect(test.difference == .value(-1) && test.se == .value(0))
    for estimate in [test.df, test.t, test.p, test.low, test.high, Equivalence(test, margin: 2).p] {
      #expect(estimate == .unavailable(.zeroVariance))
    }
    let effect = StandardizedDifference(Self.constant, Self.constant)
    #expect(effect.pooledSD == .value(0) && effect.d == .unavailable(.zeroVariance))
    #expect(effect.g == .unavailable(.zeroVariance))
    #expect(WelchAnova([Self.constant, Self.some]).f == .unavailable(.zeroVariance))
    #expect(WelchTest(Self.constant, Self.some).df == .value(6))
  }

  @Test func rowsThatAreAllTiedHaveNoRanks() {
    let ranks = MannWhitney(Self.constant, Self.constant)
    #expect(ranks.u == .value(40.5))
    #expect(ranks.z == .unavailable(.zeroVariance) && ranks.p == .unavailable(.zeroVariance))
    let omnibus = KruskalWallis([Self.constant, Self.constant])
    for estimate in [omnibus.h, omnibus.p, omnibus.epsilonSquared] { #expect(estimate == .unavailable(.zeroVariance)) }
    let cliff = CliffDelta(Self.constant, Self.constant)
    #expect(cliff.delta == .value(0) && agree(cliff.variance, 1.0 / 80, within: 1e-15))
    #expect(agree(cliff.low, -(cliff.high.value ?? 0), within: 1e-15) && cliff.high.value.map { $0 < 1 } == true)
  }

  /// Feng & Cliff's rule at the end of the scale, with t(.975; 14) = 2.144787.
  @Test func fullyApartSamplesEndAtOne() {
    let (low, high) = (Counts(values: [1, 2], counts: [3, 4]), Counts(values: [4, 5], counts: [5, 4]))
    let q = StudentT(df: 14).quantile(0.975)
    let bound = (7 - q * q) / (7 + q * q)
    let up = CliffDelta(high, low)
    #expect(up.delta == .value(1) && up.variance == .value(0))
    #expect(up.low == .value(bound) && up.high == .value(1))
    let down = CliffDelta(low, high)
    #expect(down.delta == .value(-1) && down.low == .value(-1) && down.high == .value(-bound))
  }

  @Test func omnibusNeedsTwoGroups() {
    #expect(KruskalWallis([]).h == .unavailable(.noData))
    #expect(KruskalWallis([Self.none, Self.none]).p == .unavailable(.noData))
    #expect(KruskalWallis([Self.some, Self.none]).h == .unavailable(.tooFew))
    #expect(WelchAnova([Counts]()).f == .unavailable(.noData))
    #expect(WelchAnova([Self.some]).f == .unavailable(.tooFew))
    #expect(KruskalWallis([Self.some, Self.none, Self.constant]) == KruskalWallis([Self.some, Self.constant]))
  }

  @Test func strataWithoutAComparisonSayWhy() {
    let nobody = MantelHaenszel([])
    #expect(nobody.p == .unavailable(.noData) && nobody.rawDifference == .unavailable(.noData))
    let apart = MantelHaenszel([FourfoldTable(3, 4, 0, 0), FourfoldTable(0, 0, 2, 5)])
    #expect(apart.chiSquared == .unavailable(.tooFew) && apart.riskDifference == .unavailable(.tooFew))
    #expect(apart.rawDifference.value != nil && !apart.isReversed)
    let content = MantelHaenszel([FourfoldTable(5, 0, 7, 0)])
    #expect(content.chiSquared == .unavailable(.zeroVariance) && content.p == .unavailable(.zeroVariance))
    #expect(content.oddsRatio == .unavailable(.zeroVariance) && content.riskDifference == .value(0))
    #expect(MantelHaenszel([FourfoldTable(5, 0, 7, 3)]).oddsRatio == .unavailable(.overflow))
    let everyone = ProportionDifference(Proportion(successes: 4, n: 4), Proportion(successes: 6, n: 6))
    #expect(everyone.z == .unavailable(.zeroVariance) && everyone.h == .value(0))
    #expect(everyone.low.value.map { $0 < 0 } == true && everyone.high.value.map { $0 > 0 } == true)
  }
}
