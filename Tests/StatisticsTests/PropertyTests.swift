import Statistics
import TestSupport
import Testing

/// Every statistic of one set of differences.
private func everything(_ counts: Counts) -> [Estimate] {
  let (moments, test, ranks) = (Moments(counts), MeanTest(counts), SignedRank(counts))
  return [
    moments.mean, moments.variance, moments.sd, test.se, test.t, test.df, test.p, test.low, test.high, test.dz,
    ranks.wPlus, ranks.wMinus, ranks.z, ranks.p, ranks.pExact, ranks.rankBiserial, signFlipExact(counts),
  ]
}

@Suite struct PropertyTests {
  @Test func orderAndShardsDoNotMatterToTheLastBit() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<700 {
      let rows = generator.observations(in: -6...6, atMost: 80)
      let whole = everything(Counts(observations: rows))
      #expect(everything(Counts(observations: rows.shuffled(using: &generator))) == whole)
      let cut = Int.random(in: 0...rows.count, using: &generator)
      let merged = Counts(observations: rows[cut...]) + Counts(observations: rows[..<cut])
      #expect(everything(merged) == whole)
    }
  }

  @Test func expandedFractionsGiveTheSameBits() {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<700 {
      let counts = Counts(
        observations: generator.observations(in: -30...30, atMost: 60),
        denominator: Int.random(in: 1...12, using: &generator))
      let factor = Int.random(in: 2...420, using: &generator)
      let expanded = counts.map(denominator: counts.denominator * factor) { $0 * factor }
      #expect(everything(expanded) == everything(counts))
      #expect(expanded.reduced == counts.reduced)
    }
  }

  @Test func scalingScalesAndTestsStay() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<700 {
      let counts = Counts(observations: generator.observations(in: -6...6, atMost: 60))
      let factor = Int.random(in: 2...9, using: &generator)
      let scaled = counts.map { $0 * factor }
      let (test, other) = (MeanTest(counts), MeanTest(scaled))
      for (one, many) in [(test.mean, other.mean), (test.sd, other.sd), (test.se, other.se)] {
        #expect(agree(many, one.map { $0 * Double(factor) }, within: 1e-14))
      }
      for (one, same) in [(test.t, other.t), (test.dz, other.dz)] { #expect(agree(same, one, within: 1e-14)) }
      #expect(agree(other.p, test.p, within: 1e-11))
      #expect(SignedRank(scaled) == SignedRank(counts))
      #expect(signFlipExact(scaled) == signFlipExact(counts))
    }
  }

  @Test func changingSidesChangesSigns() {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<700 {
      let counts = Counts(observations: generator.observations(in: -6...6, atMost: 60))
      let (test, mirror) = (MeanTest(counts), MeanTest(counts.negated))
      #expect(mirror.p == test.p && mirror.sd == test.sd && mirror.t == test.t.map { -$0 })
      #expect(mirror.low == test.high.map { -$0 })
      let (ranks, turned) = (SignedRank(counts), SignedRank(counts.negated))
      #expect(turned.wPlus == ranks.wMinus && turned.p == ranks.p && turned.pExact == ranks.pExact)
      #expect(signFlipExact(counts.negated) == signFlipExact(counts))
    }
  }

  @Test func probabilitiesAndIntervalsKeepTheirRange() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<700 {
      let counts = Counts(observations: generator.observations(in: -6...6, atMost: 200))
      let (test, ranks) = (MeanTest(counts), SignedRank(counts))
      for p in [test.p, ranks.p, ranks.pExact, signFlipExact(counts)] {
        #expect(p.value.map { $0 >= 0 && $0 <= 1 } ?? true)
      }
      if let mean = test.mean.value, let low = test.low.value, let high = test.high.value {
        #expect(low <= mean && mean <= high)
      }
      #expect(ranks.rankBiserial.value.map { abs($0) <= 1 } ?? true)
    }
  }

  /// The exact tests against all changes of sign, one by one.
  @Test func exactTestsCountEveryChangeOfSign() {
    var generator = SeededGenerator(seed: 6)
    for _ in 0..<150 {
      let rows = generator.observations(in: -5...5, atMost: 8) + [1, 0]
      let counts = Counts(observations: rows)
      #expect(signFlipExact(counts) == .value(twoSidedByEnumeration(rows)))
      #expect(SignedRank(counts).pExact == .value(twoSidedByEnumeration(doubledPrattRanks(rows))))
    }
  }

  @Test func quantilesAreWhereTailsSaySo() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<1000 {
      let p = Double.random(in: 0.0001...0.9999, using: &generator)
      let df = Double.random(in: 0.8...200, using: &generator)
      let other = Double.random(in: 0.8...200, using: &generator)
      #expect(agree(Normal.upperTail(Normal.quantile(p)), 1 - p, within: 1e-11))
      #expect(agree(StudentT(df: df).upperTail(StudentT(df: df).quantile(p)), 1 - p, within: 1e-10))
      let f = FisherF(df1: df, df2: other)
      #expect(agree(f.upperTail(f.quantile(p)), 1 - p, within: 1e-10))
    }
  }

  @Test func tailsOfABinomialShareTheirTerm() {
    var generator = SeededGenerator(seed: 8)
    for _ in 0..<1000 {
      let n = Int.random(in: 1...400, using: &generator)
      let x = Int.random(in: 0...n, using: &generator)
      let p = Double.random(in: 0...1, using: &generator)
      let (lower, upper) = (Binomial.lowerTail(x, n: n, p: p), Binomial.upperTail(x + 1, n: n, p: p))
      #expect(lower >= 0 && lower <= 1 && upper >= 0 && upper <= 1)
      #expect(abs(lower + upper - 1) < 1e-13)
      #expect(Binomial.lowerTail(x - 1, n: n, p: p) <= lower + 1e-15)
    }
  }
}

/// 2·P(sum of flipped ≤ the smaller side), at most 1, by enumeration.
private func twoSidedByEnumeration(_ rows: [Int]) -> Double {
  let sizes = rows.filter { $0 != 0 }.map { abs($0) }
  let positive = rows.filter { $0 > 0 }.reduce(0, +)
  let smaller = min(positive, sizes.reduce(0, +) - positive)
  let few = (0..<(1 << sizes.count)).filter { flips in
    sizes.indices.reduce(0) { flips >> $1 & 1 == 1 ? $0 + sizes[$1] : $0 } <= smaller
  }
  return min(1, 2 * Double(few.count) / Double(1 << sizes.count))
}

/// Twice the mid-rank of each size among all, with the sign of the row; zeros keep 0 but take their ranks.
private func doubledPrattRanks(_ rows: [Int]) -> [Int] {
  rows.map { row in
    let below = rows.filter { abs($0) < abs(row) }.count
    let tied = rows.filter { abs($0) == abs(row) }.count
    return row.signum() * (2 * below + tied + 1)
  }
}
