import Statistics
import TestSupport
import Testing

@Suite struct SamplePropertyTests {
  private static func pair(_ generator: inout SeededGenerator, denominator: Int = 1) -> (Counts, Counts) {
    (
      Counts(observations: generator.observations(in: -6...6, atMost: 60), denominator: denominator),
      Counts(observations: generator.observations(in: -6...6, atMost: 60), denominator: denominator)
    )
  }

  private static func values(_ first: Counts, _ second: Counts) -> [Estimate] {
    let (test, cliff) = (WelchTest(first, second), CliffDelta(first, second))
    let (effect, ranks) = (StandardizedDifference(first, second), MannWhitney(first, second))
    return [
      test.difference, test.se, test.df, test.t, test.p, test.low, test.high, effect.d, effect.g, cliff.delta,
      cliff.variance, cliff.low, cliff.high, ranks.u, ranks.z, ranks.p,
    ]
  }

  @Test func exchangingTheSamplesChangesSignsOnly() {
    var generator = SeededGenerator(seed: 21)
    for _ in 0..<700 {
      let (first, second) = Self.pair(&generator)
      let (test, other) = (WelchTest(first, second), WelchTest(second, first))
      #expect(other.difference == test.difference.map { -$0 } && other.t == test.t.map { -$0 })
      #expect(other.se == test.se && other.df == test.df && other.p == test.p)
      #expect(other.low == test.high.map { -$0 } && other.high == test.low.map { -$0 })
      let (cliff, turned) = (CliffDelta(first, second), CliffDelta(second, first))
      #expect(turned.delta == cliff.delta.map { -$0 } && turned.variance == cliff.variance)
      #expect(turned.low == cliff.high.map { -$0 } && turned.high == cliff.low.map { -$0 })
      let (ranks, reverse) = (MannWhitney(first, second), MannWhitney(second, first))
      #expect(reverse.z == ranks.z.map { -$0 } && reverse.p == ranks.p)
      #expect(reverse.u == ranks.u.map { Double(first.n * second.n) - $0 })
      #expect(StandardizedDifference(second, first).g == StandardizedDifference(first, second).g.map { -$0 })
      let parity = (Equivalence(test, margin: 0.5), Equivalence(other, margin: 0.5))
      #expect(parity.0.p == parity.1.p)
      #expect(Parity(test, margin: 0.5).state == Parity(other, margin: 0.5).state)
    }
  }

  @Test func deltaIsTwiceUOverPairsLessOne() {
    var generator = SeededGenerator(seed: 22)
    for _ in 0..<300 {
      let (first, second) = Self.pair(&generator)
      let u = MannWhitney(first, second).u.value ?? .nan
      let delta = CliffDelta(first, second).delta.value ?? .nan
      #expect(abs(2 * u / Double(first.n * second.n) - 1 - delta) < 1e-15)
    }
  }

  @Test func expandedFractionsAndShiftsKeepRanksAndTests() {
    var generator = SeededGenerator(seed: 23)
    for _ in 0..<500 {
      let (first, second) = Self.pair(&generator, denominator: Int.random(in: 1...6, using: &generator))
      let factor = Int.random(in: 2...420, using: &generator)
      let expanded = first.map(denominator: first.denominator * factor) { $0 * factor }
      #expect(Self.values(expanded, second) == Self.values(first, second))
      let shift = Int.random(in: -9...9, using: &generator)
      let moved = (first.shifted(by: shift), second.shifted(by: shift))
      #expect(Self.values(moved.0, moved.1) == Self.values(first, second))
    }
  }

  @Test func scalingScalesTheDifferenceAndLeavesTheRest() {
    var generator = SeededGenerator(seed: 24)
    for _ in 0..<500 {
      let (first, second) = Self.pair(&generator)
      let factor = Int.random(in: 2...9, using: &generator)
      let (large, other) = (first.map { $0 * factor }, second.map { $0 * factor })
      let (test, scaled) = (WelchTest(first, second), WelchTest(large, other))
      for (one, many) in [(test.difference, scaled.difference), (test.se, scaled.se)] {
        #expect(agree(many, one.map { $0 * Double(factor) }, within: 1e-14))
      }
      #expect(agree(scaled.df, test.df, within: 1e-13) && agree(scaled.p, test.p, within: 1e-11))
      #expect(CliffDelta(large, other) == CliffDelta(first, second))
      #expect(MannWhitney(large, other) == MannWhitney(first, second))
      #expect(
        agree(StandardizedDifference(large, other).d, StandardizedDifference(first, second).d, within: 1e-13))
    }
  }

  @Test func intervalsHoldTheirEstimateAndKeepTheirRange() {
    var generator = SeededGenerator(seed: 25)
    for _ in 0..<700 {
      let (first, second) = Self.pair(&generator)
      let cliff = CliffDelta(first, second)
      if let delta = cliff.delta.value, let low = cliff.low.value, let high = cliff.high.value {
        #expect(-1 <= low && low <= delta && delta <= high && high <= 1)
      }
      let shares = ProportionDifference(
        Proportion(successes: first.count { $0 > 0 }, n: first.n),
        Proportion(successes: second.count { $0 > 0 }, n: second.n))
      if let difference = shares.difference.value, let low = shares.low.value, let high = shares.high.value {
        #expect(-1 <= low && low <= difference && difference <= high && high <= 1)
      }
      #expect(shares.h.value.map { abs($0) <= Double.pi } == true)
    }
  }

  /// Over single pairs of rows, as Cliff defines them.
  @Test func dominancesCountEveryPair() {
    var generator = SeededGenerator(seed: 26)
    for _ in 0..<200 {
      let rows = (
        generator.observations(in: -4...4, atMost: 12) + [0], generator.observations(in: -4...4, atMost: 12) + [0]
      )
      let cliff = CliffDelta(Counts(observations: rows.0), Counts(observations: rows.1))
      let expected = cliffByPairs(rows.0, rows.1)
      #expect(abs((cliff.delta.value ?? .nan) - expected.delta) < 1e-14)
      #expect(abs((cliff.variance.value ?? .nan) - expected.variance) < 1e-14)
    }
  }

  @Test func orderOfGroupsAndStrataDoesNotMatterToTheLastBit() {
    var generator = SeededGenerator(seed: 27)
    for _ in 0..<300 {
      let groups = (0..<Int.random(in: 2...6, using: &generator)).map { _ in
        Counts(observations: generator.observations(in: -6...6, atMost: 60) + [-1, 1])
      }
      let shuffled = groups.shuffled(using: &generator)
      #expect(KruskalWallis(shuffled) == KruskalWallis(groups))
      #expect(WelchAnova(shuffled) == WelchAnova(groups))
      let strata = groups.map { counts in
        FourfoldTable(
          counts.count { $0 < -2 }, counts.count { $0 == -1 }, counts.count { $0 == 1 }, counts.count { $0 > 2 })
      }
      #expect(MantelHaenszel(strata.shuffled(using: &generator)) == MantelHaenszel(strata))
    }
  }

  /// For two groups the omnibus tests are those of two samples.
  @Test func omnibusOfTwoGroupsIsTheTestOfTwo() {
    var generator = SeededGenerator(seed: 28)
    for _ in 0..<300 {
      let (first, second) = Self.pair(&generator)
      let ranks = (KruskalWallis([first, second]), MannWhitney(first, second))
      if let h = ranks.0.h.value, let z = ranks.1.z.value { #expect(abs(h - z * z) <= 1e-12 * (1 + h)) }
      let (welch, anova) = (WelchTest(first, second), WelchAnova([first, second]))
      if let f = anova.f.value, let t = welch.t.value, let df2 = anova.df2.value, let df = welch.df.value {
        #expect(abs(f - t * t) <= 1e-12 * (1 + f) && agree(df2, df, within: 1e-12))
      }
    }
  }

  /// p ≤ .05 exactly where the 90 % interval lies inside the margin.
  @Test func equivalenceIsTheInnerIntervalInsideTheMargin() {
    var generator = SeededGenerator(seed: 29)
    for _ in 0..<500 {
      let (first, second) = Self.pair(&generator)
      let parity = Parity(WelchTest(first, second), margin: Double.random(in: 0.1...3, using: &generator))
      guard let p = parity.equivalence.p.value else { continue }
      #expect(p >= 0 && p <= 1)
      if parity.state == .parityShown { #expect(p <= 0.05 + 1e-12) }
      if parity.state == .notEnoughData { #expect(p > 0.05 - 1e-12) }
    }
  }
}

private func cliffByPairs(_ first: [Int], _ second: [Int]) -> (delta: Double, variance: Double) {
  let (n1, n2) = (Double(first.count), Double(second.count))
  let rows = first.map { x in second.map { Double((x - $0).signum()) } }
  let delta = rows.joined().reduce(0, +) / (n1 * n2)
  let squares = { (means: [Double]) in means.reduce(0) { $0 + ($1 - delta) * ($1 - delta) } }
  let rowMeans = rows.map { $0.reduce(0, +) / n2 }
  let columnMeans = second.indices.map { column in rows.reduce(0) { $0 + $1[column] } / n1 }
  let cells = squares(Array(rows.joined()))
  let spread = n2 * n2 * squares(rowMeans) + n1 * n1 * squares(columnMeans) - cells
  return (delta, max(spread / (n1 * n2 * (n1 - 1) * (n2 - 1)), (1 - delta * delta) / (n1 * n2 - 1)))
}
