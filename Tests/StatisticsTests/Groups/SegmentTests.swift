import Statistics
import Testing

/// Segment parity: example X14 of the methodology, and figures of scipy and statsmodels.
@Suite struct SegmentTests {
  static let gold = Counts(dense: [3, 8, 15, 16, 8], minimum: 3)
  static let silver = Counts(dense: [2, 5, 13, 20, 15, 7], minimum: 2)
  static let basic = Counts(dense: [5, 9, 16, 18, 11, 5], minimum: 2)
  static let tiers = [gold, silver, basic]

  @Test func omnibusOfThreeTiers() {
    let ranks = KruskalWallis(Self.tiers)
    #expect(printed(ranks.h, as: 10.331150))
    #expect(printed(ranks.p, as: 0.005710))
    #expect(printed(ranks.epsilonSquared, as: 0.059035))
    let welch = WelchAnova(Self.tiers)
    #expect(printed(welch.f, as: 5.876478))
    #expect(printed(welch.df2, as: 114.245405))
    #expect(printed(welch.p, as: 0.003722))
    #expect(welch.df1 == .value(2))
  }

  @Test func eachTierAgainstTheRest() {
    let rests = [Self.silver + Self.basic, Self.gold + Self.basic, Self.gold + Self.silver]
    let tests = zip(Self.tiers, rests).map { WelchTest($0, $1) }
    let deltas = zip(Self.tiers, rests).map { CliffDelta($0, $1).delta }
    let expected = [(0.582222, 0.003857, 0.249841), (0.087719, 0.661679, 0.033390), (-0.598214, 0.003992, -0.252511)]
    for ((test, delta), (difference, p, cliff)) in zip(zip(tests, deltas), expected) {
      #expect(printed(test.difference, as: difference))
      #expect(printed(test.p, as: p))
      #expect(printed(delta, as: cliff))
    }
    #expect(printed(tests[0].low, as: 0.191593) && printed(tests[0].high, as: 0.972851))
    #expect(printed(tests[2].low, as: -1.001644) && printed(tests[2].high, as: -0.194785))
    for (q, expected) in zip(benjaminiHochberg(tests.map(\.p.value)), [0.005988, 0.661679, 0.005988]) {
      #expect(q.map { printed($0, as: expected) } == true)
    }
  }

  @Test func parityOfTwoAlikeGroupsIsShown() {
    let first = Counts(dense: [20, 55, 120, 90, 35], minimum: 3)
    let second = Counts(dense: [22, 50, 126, 88, 34], minimum: 3)
    let parity = Parity(WelchTest(first, second), margin: 0.3)
    #expect(printed(parity.test.difference, as: 0.009375))
    #expect(printed(parity.test.se, as: 0.082915))
    #expect(printed(parity.equivalence.p, as: 0.000244))
    #expect(printed(parity.equivalence.low, as: -0.127206))
    #expect(printed(parity.equivalence.high, as: 0.145956))
    #expect(parity.state == .parityShown && !parity.isBelow)
  }

  static let states: [(low: Double, high: Double, inner: (low: Double, high: Double), state: ParityState)] = [
    (-0.9, -0.31, (-0.8, -0.4), .disparity), (0.31, 0.9, (0.4, 0.8), .disparity),
    (-0.9, -0.3, (-0.8, -0.4), .unsettled), (-0.9, -0.01, (-0.8, -0.1), .unsettled),
    (0.01, 0.31, (0.05, 0.29), .unsettled), (-0.3, -0.01, (-0.2, -0.05), .smallDifference),
    (0.01, 0.3, (0.05, 0.2), .smallDifference), (-0.2, 0.2, (-0.1, 0.1), .parityShown),
    (-0.4, 0.32, (-0.3, 0.3), .parityShown), (-0.4, 0.32, (-0.31, 0.3), .notEnoughData),
    (0, 0.9, (0.1, 0.8), .notEnoughData), (-2, 2, (-1.8, 1.8), .notEnoughData),
  ]

  @Test(arguments: states)
  func oneStateOfParityHolds(low: Double, high: Double, inner: (low: Double, high: Double), state: ParityState) {
    #expect(ParityState(low: low, high: high, inner: inner, margin: 0.3) == state)
  }

  @Test func aSegmentServedWorseIsBelow() {
    let basic = Parity(WelchTest(Self.basic, Self.gold + Self.silver), margin: 0.1)
    #expect(basic.state == .disparity && basic.isBelow)
    let gold = Parity(WelchTest(Self.gold, Self.silver + Self.basic), margin: 0.1)
    #expect(gold.state == .disparity && !gold.isBelow)
    #expect(Parity(WelchTest(Self.basic, Self.gold + Self.silver), margin: 0.3).state == .unsettled)
    let single = Parity(WelchTest(Counts(observations: [3]), Self.gold), margin: 0.3)
    #expect(single.state == .notEnoughData && !single.isBelow)
  }

  @Test func sharesWithinStrata() {
    let adjusted = MantelHaenszel([
      FourfoldTable(12, 38, 20, 30), FourfoldTable(25, 35, 30, 20), FourfoldTable(8, 42, 9, 21),
    ])
    #expect(printed(adjusted.chiSquared, as: 8.688985))
    #expect(printed(adjusted.p, as: 0.003201))
    #expect(printed(adjusted.oddsRatio, as: 0.468461))
    #expect(printed(adjusted.riskDifference, as: -0.163680))
    #expect(!adjusted.isReversed)
  }

  /// Better in each stratum, worse on the whole: the treatments of kidney stones (Charig et al. 1986, BMJ 292, 879).
  @Test func simpsonsParadoxIsSeen() {
    let strata = [FourfoldTable(81, 6, 234, 36), FourfoldTable(192, 71, 55, 25)]
    let stones = MantelHaenszel(strata)
    #expect(stones.isReversed)
    #expect(printed(stones.rawDifference, as: 273.0 / 350 - 289.0 / 350))
    #expect(stones.riskDifference.value.map { $0 > 0 } == true)
    #expect(!MantelHaenszel([strata[0], strata[0]]).isReversed)
    // 1/6 + 1/6 − 1/3 and 1/10 + 2/10 − 3/10 are 0: no sign to be reversed.
    let level = MantelHaenszel([
      FourfoldTable(2, 2, 1, 5), FourfoldTable(1, 5, 2, 2), FourfoldTable(30, 10, 9, 3),
    ])
    #expect(level.riskDifference == .value(0) && !level.isReversed)
  }

  @Test(arguments: Fixtures.rows(Fixtures.severalSamples))
  func agreesWithScipyOnSeveralSamples(row: [Double]) {
    let samples = (0..<4).map { Fixtures.counts(row, 5 * $0..<5 * $0 + 5) }
    let (ranks, welch) = (KruskalWallis(samples), WelchAnova(samples))
    for (estimate, expected) in zip([ranks.h, ranks.p, welch.f, welch.df2, welch.p], row[20...]) {
      #expect(agree(estimate, expected, within: 1e-9))
    }
    #expect(row.count == 25)
  }

  @Test(arguments: Fixtures.rows(Fixtures.stratifiedTables))
  func agreesWithStatsmodelsOnStrata(row: [Double]) {
    let counts = row[..<12].map { Int($0) }
    let adjusted = MantelHaenszel(
      (0..<3).map { FourfoldTable(counts[4 * $0], counts[4 * $0 + 1], counts[4 * $0 + 2], counts[4 * $0 + 3]) })
    let computed = [adjusted.chiSquared, adjusted.p, adjusted.oddsRatio, adjusted.riskDifference]
    for (estimate, expected) in zip(computed, row[12...]) { #expect(agree(estimate, expected, within: 1e-9)) }
    #expect(row.count == 16)
  }

  @Test func weightedSamplesAreComparedByTheSameFormulas() {
    let weighted = { (counts: Counts, weight: Int128) in
      SampleMean(
        WeightedMean(
          counts.entries.map { entry in
            let rows = Int128(entry.count)
            return .init(
              value: Double(entry.value), rows: entry.count, sum: weight * rows, squares: weight * weight * rows)
          }))
    }
    let test = WelchTest(weighted(Self.gold, 3), weighted(Self.basic, 2))
    let plain = WelchTest(Self.gold, Self.basic)
    for (one, other) in [(test.difference, plain.difference), (test.df, plain.df), (test.p, plain.p)] {
      #expect(agree(one, other, within: 1e-9))
    }
    let table = SampleMean(n: 50, mean: 5.36, variance: 1.25)
    #expect(table.squaredError == .value(0.025) && table.df == .value(49))
  }
}
