import Statistics
import Testing

/// Two independent samples: example X7 of the methodology, and figures of scipy.
@Suite struct TwoSampleTests {
  static let a = Counts(dense: [2, 4, 9, 14, 11], minimum: 1)
  static let b = Counts(dense: [6, 9, 10, 7, 3], minimum: 1)

  @Test func welchOfTwoGroups() {
    let test = WelchTest(Self.a, Self.b)
    #expect(printed(test.difference, as: 0.928571))
    #expect(printed(test.t, as: 3.402741))
    #expect(printed(test.df, as: 70.157685))
    #expect(printed(test.p, as: 0.001106))
    #expect(printed(test.low, as: 0.384332))
    #expect(printed(test.high, as: 1.472810))
    let effect = StandardizedDifference(Self.a, Self.b)
    #expect(printed(effect.d, as: 0.791115))
    #expect(printed(effect.g, as: 0.782959))
  }

  @Test func dominanceAndRanksOfTwoGroups() {
    let cliff = CliffDelta(Self.a, Self.b)
    #expect(printed(cliff.delta, as: 0.422143))
    #expect(printed(cliff.variance, as: 0.013609))
    #expect(printed(cliff.low, as: 0.169382))
    #expect(printed(cliff.high, as: 0.622798))
    #expect(cliff.magnitude == .medium)
    let ranks = MannWhitney(Self.a, Self.b)
    #expect(ranks.u == .value(995.5))
    #expect(printed(ranks.z, as: 3.221341))
    #expect(printed(ranks.p, as: 0.001276))
  }

  @Test func topTwoSharesOfTwoGroups() {
    let shares = ProportionDifference(Proportion(successes: 25, n: 40), Proportion(successes: 10, n: 35))
    #expect(printed(shares.z, as: 2.938300))
    #expect(printed(shares.p, as: 0.003300))
    #expect(printed(shares.difference, as: 0.339286))
    #expect(printed(shares.low, as: 0.113243))
    #expect(printed(shares.high, as: 0.519900))
    #expect(printed(shares.h, as: 0.695591))
  }

  /// The knowledge gap of example X3 is a comparison of the same kind.
  @Test func welchOfCustomersAndManagement() {
    let expectation = Counts(values: [7, 6, 5, 4, 3], counts: [44, 31, 15, 8, 2])
    let belief = Counts(values: [7, 6, 5, 4], counts: [2, 4, 6, 3])
    let test = WelchTest(belief, expectation)
    #expect(printed(test.difference, as: -0.736667))
    #expect(printed(test.se, as: 0.272860))
    #expect(printed(test.t, as: -2.699796))
    #expect(printed(test.df, as: 19.170053))
    #expect(printed(test.p, as: 0.014122))
    #expect(printed(test.low, as: -1.307427))
    #expect(printed(test.high, as: -0.165906))
  }

  @Test(arguments: Fixtures.rows(Fixtures.independentSamples))
  func agreesWithScipyOnTwoSamples(row: [Double]) {
    let (first, second) = (Fixtures.counts(row, 0..<7), Fixtures.counts(row, 7..<14))
    let (test, cliff) = (WelchTest(first, second), CliffDelta(first, second))
    let (parity, ranks) = (Equivalence(test, margin: 0.3), MannWhitney(first, second))
    let effect = StandardizedDifference(first, second)
    let computed = [
      test.difference, test.df, test.t, test.p, test.low, test.high, parity.low, parity.high, parity.p, effect.d,
      ranks.u, ranks.p, cliff.delta, cliff.variance, cliff.low, cliff.high,
    ]
    #expect(computed.count == row.count - 14)
    for (estimate, expected) in zip(computed, row[14...]) { #expect(agree(estimate, expected, within: 1e-9)) }
  }

  @Test(arguments: Fixtures.rows(Fixtures.twoShares))
  func agreesWithStatsmodelsOnTwoShares(row: [Double]) {
    let shares = ProportionDifference(
      Proportion(successes: Int(row[0]), n: Int(row[1])), Proportion(successes: Int(row[2]), n: Int(row[3])))
    let computed = [shares.difference, shares.z, shares.p, shares.low, shares.high, shares.h]
    #expect(computed.count == row.count - 4)
    for (estimate, expected) in zip(computed, row[4...]) { #expect(agree(estimate, expected, within: 1e-9)) }
  }

  static let words: [(delta: Double, word: CliffMagnitude)] = [
    (0.146, .negligible), (-0.147, .small), (0.33, .medium), (-0.474, .large), (1, .large),
  ]

  @Test(arguments: words)
  func wordsForTheSizeOfDelta(delta: Double, word: CliffMagnitude) {
    #expect(CliffMagnitude(delta: delta) == word)
  }

  /// A tenth of a millionth apart at n = 10⁸: the angle keeps the digits that two arcsines would lose.
  @Test func nearSharesKeepTheirAngle() {
    let first = Proportion(successes: 50_000_005, n: 100_000_000)
    let shares = ProportionDifference(first, Proportion(successes: 49_999_995, n: 100_000_000))
    #expect(agree(shares.difference, 1e-7, within: 1e-15))
    #expect(agree(shares.h, 2e-7, within: 1e-12))
  }

  @Test func hundredsOfMillionsOfRowsStayExact() {
    let half = 2_000_000_000
    let first = Counts(values: [0, 10], counts: [half, half])
    let second = Counts(values: [0, 10], counts: [half + 1, half - 1])
    #expect(agree(WelchTest(first, second).difference, 10.0 / Double(2 * half), within: 1e-15))
    #expect(agree(CliffDelta(first, second).delta, 1 / Double(2 * half), within: 1e-15))
    #expect(agree(MannWhitney(first, second).u, Double(2 * half) * (Double(half) + 0.5), within: 1e-15))
    #expect(agree(KruskalWallis([first, second]).p, MannWhitney(first, second).p.value ?? .nan, within: 1e-9))
  }
}

extension Fixtures {
  /// Counts of the answers 1, 2, … in these columns of a row.
  static func counts(_ row: [Double], _ columns: Range<Int>) -> Counts {
    Counts(dense: row[columns].map { Int($0) }, minimum: 1)
  }
}
