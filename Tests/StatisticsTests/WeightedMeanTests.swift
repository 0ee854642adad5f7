import Statistics
import Testing

/// Weighted means and shares (methodology 4.2).
@Suite struct WeightedMeanTests {
  /// Example X15: weights by cell, and the answers 1 to 5 in each.
  private static let cells: [(weight: Int, answers: [Int])] = [
    (1_143_905, [0, 10, 20, 20, 10]), (1_249_564, [0, 0, 10, 20, 10]), (1_569_156, [0, 0, 0, 5, 15]),
    (712_189, [5, 10, 10, 5, 0]), (777_972, [0, 20, 30, 30, 10]), (976_948, [0, 0, 10, 30, 20]),
  ]

  private func levels(_ value: (Int) -> Double) -> [WeightedMean.Level] {
    (1...5).map { answer in
      var level = WeightedMean.Level(value: value(answer), rows: 0, sum: 0, squares: 0)
      for cell in Self.cells {
        let rows = cell.answers[answer - 1]
        level.rows += rows
        level.sum += Int128(rows * cell.weight)
        level.squares += Int128(rows) * Int128(cell.weight) * Int128(cell.weight)
      }
      return level
    }
  }

  @Test("X15: mean, standard error and how many answers it is worth") func example() {
    let mean = WeightedMean(levels(Double.init))
    #expect(mean.n == 300)
    #expect(abs((mean.mean.value ?? 0) - 3.734209) < 1e-6)
    #expect(abs((mean.se.value ?? 0) - 0.058217) < 1e-6)
    // The weights of the example have six decimals.
    #expect(abs((mean.effectiveN.value ?? 0) - 283.762886) < 1e-4)
  }

  @Test("Equal weights give the plain mean, its interval and Wilson's") func equalWeights() {
    let counts = [4, 9, 20, 31, 12]
    let plain = MeanTest(Counts(dense: counts, minimum: 1))
    func weighted(_ value: (Int) -> Double) -> WeightedMean {
      WeightedMean(
        counts.enumerated().map { index, count in
          WeightedMean.Level(
            value: value(index + 1), rows: count, sum: Int128(3 * count), squares: Int128(9 * count))
        })
    }
    let mean = weighted(Double.init)
    for (own, other) in [(mean.mean, plain.mean), (mean.se, plain.se), (mean.low, plain.low), (mean.high, plain.high)] {
      #expect(abs((own.value ?? 0) - (other.value ?? 1)) < 1e-12)
    }
    let share = WeightedShare(weighted { $0 >= 4 ? 1 : 0 })
    let wilson = Proportion(successes: 43, n: 76)
    for (own, other) in [(share.share, wilson.share), (share.low, wilson.low), (share.high, wilson.high)] {
      #expect(abs((own.value ?? 0) - (other.value ?? 1)) < 1e-12)
    }
  }

  @Test("Edges say why there is no number") func edges() {
    func level(_ value: Double, _ rows: Int, _ sum: Int128, _ squares: Int128) -> WeightedMean.Level {
      WeightedMean.Level(value: value, rows: rows, sum: sum, squares: squares)
    }
    #expect(WeightedMean([]).mean == .unavailable(.noData))
    #expect(WeightedMean([level(3, 4, 0, 0)]).mean == .unavailable(.noData))
    let one = WeightedMean([level(3, 1, 2, 4)])
    #expect(one.mean == .value(3) && one.low == .unavailable(.nLt2))
    #expect(WeightedShare(one).low == .unavailable(.nLt2))
    // Two rows, one of which weighs nothing.
    #expect(WeightedMean([level(3, 1, 2, 4), level(4, 1, 0, 0)]).se == .unavailable(.nLt2))
    let equal = WeightedMean([level(3, 2, 5, 13)])
    #expect(equal.se == .value(0) && equal.low == .unavailable(.zeroVariance))
    let none = WeightedShare(WeightedMean([level(0, 12, 12, 12), level(1, 0, 0, 0)]))
    #expect(none.low == .value(0))
    #expect(abs((none.high.value ?? 0) - (Proportion(successes: 0, n: 12).high.value ?? 1)) < 1e-12)
  }
}
