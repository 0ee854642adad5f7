import Statistics
import Testing

/// Weighted shares and scores against others.
@Suite struct WeightedComparisonTests {
  /// So many rows of 1 and of 0, each of the same weight.
  private func mean(_ ones: Int, of n: Int, weight: Int128 = 3) -> WeightedMean {
    WeightedMean(
      [(0.0, n - ones), (1, ones)].map { value, rows in
        let sum = Int128(rows) * weight
        return WeightedMean.Level(value: value, rows: rows, sum: sum, squares: sum * weight)
      })
  }

  @Test(
    "rows that weigh the same are compared as rows without weights",
    arguments: [(25, 40, 10, 35), (0, 12, 3, 9), (9, 9, 4, 4), (0, 5, 0, 7), (1, 2, 1, 3)])
  func shares(x1: Int, n1: Int, x2: Int, n2: Int) {
    let weighted = ProportionDifference(WeightedShare(mean(x1, of: n1)), WeightedShare(mean(x2, of: n2, weight: 7)))
    let (first, second) = (Proportion(successes: x1, n: n1), Proportion(successes: x2, n: n2))
    let mixed = ProportionDifference(WeightedShare(first), WeightedShare(mean(x2, of: n2)))
    let plain = ProportionDifference(first, second)
    for found in [weighted, mixed] {
      let pairs = [
        (found.difference, plain.difference), (found.low, plain.low), (found.high, plain.high), (found.z, plain.z),
        (found.p, plain.p), (found.h, plain.h),
      ]
      for (own, other) in pairs {
        #expect(own.reason == other.reason)
        #expect(abs((own.value ?? 0) - (other.value ?? 0)) < 1e-12)
      }
    }
  }

  @Test("what a weighted share lacks is lacking in its comparison") func edges() {
    let (none, one) = (WeightedShare(WeightedMean([])), WeightedShare(mean(1, of: 1)))
    let some = WeightedShare(mean(3, of: 9))
    #expect(ProportionDifference(none, some).difference == .unavailable(.noData))
    #expect(ProportionDifference(some, none).p == .unavailable(.noData))
    let alone = ProportionDifference(one, some)
    #expect(abs((alone.difference.value ?? 0) - 2.0 / 3) < 1e-12 && alone.h.value != nil)
    #expect(alone.low == .unavailable(.nLt2) && alone.p == .unavailable(.nLt2))
  }

  /// X5: 54 promoters, 23 passives and 20 detractors of 97.
  private func score(weight: Int128) -> WeightedNetPromoter {
    WeightedNetPromoter(
      promoters: mean(54, of: 97, weight: weight), detractors: mean(20, of: 97, weight: weight), se: .value(8),
      confidence: 0.95)
  }

  @Test("a score of answers that weigh the same has the interval of one without weights") func scores() throws {
    let counts = Counts(values: [3, 7, 10], counts: [20, 23, 54])
    let (plain, weighted) = (NetPromoter(counts), score(weight: 5))
    for (own, other) in [(weighted.nps, plain.nps), (weighted.low, plain.low), (weighted.high, plain.high)] {
      #expect(abs((own.value ?? 0) - (other.value ?? 1)) < 1e-10)
    }
    let same = WeightedNetPromoter(plain)
    #expect(same.nps == plain.nps && same.se == plain.se && same.low == plain.low && same.high == plain.high)
    #expect(same.promoters == .value(54.0 / 97) && same.detractors == .value(20.0 / 97))
    let change = NetPromoterDifference(earlier: weighted, later: same)
    let error = try #require(plain.se.value)
    #expect(abs((change.se.value ?? 0) - (64 + error * error).squareRoot()) < 1e-12)
    let published = PublishedScoreDifference(weighted, published: 20, n: 400, sd: 80)
    #expect(abs((published.difference.value ?? 0) - (100.0 * 34 / 97 - 20)) < 1e-10)
    let margin = 1.959963984540054 * (64.0 + 6400 / 400).squareRoot()
    #expect(abs((published.low.value ?? 0) - (100.0 * 34 / 97 - 20 - margin)) < 1e-9)
  }

  @Test("a score of nobody says why") func nobody() {
    let none = WeightedNetPromoter(
      promoters: WeightedMean([]), detractors: WeightedMean([]), se: .unavailable(.noData))
    #expect(none.nps == .unavailable(.noData) && none.low == .unavailable(.noData))
    let one = WeightedNetPromoter(promoters: mean(1, of: 1), detractors: mean(0, of: 1), se: .unavailable(.nLt2))
    #expect(one.nps == .value(100) && one.high == .unavailable(.nLt2))
    #expect(WeightedNetPromoter(NetPromoter(Counts(values: [], counts: []))).promoters == .unavailable(.noData))
  }
}
