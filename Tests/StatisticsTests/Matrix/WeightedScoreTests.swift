import Statistics
import Testing

/// Example X2 of the methodology: five rows of five dimensions with one or two items each.
@Suite struct WeightedScoreTests {
  private static let items = [2, 2, 1, 1, 1]
  private static let rows: [(gaps: [Int], points: [Int])] = [
    ([-3, -2, -1, 0, -1], [40, 25, 15, 10, 10]), ([-1, 0, 1, -2, -1], [30, 30, 20, 10, 10]),
    ([-4, -1, -2, -1, 0], [50, 20, 10, 10, 10]), ([0, -2, 0, -1, -3], [20, 20, 20, 20, 20]),
    ([-2, 1, -1, -1, -2], [35, 25, 20, 10, 10]),
  ]
  /// N = Σ w·Σd·(L/m) with L = 2.
  private static let scores = rows.map { row in
    items.indices.reduce(0) { (sum: Int, k: Int) -> Int in sum + row.points[k] * row.gaps[k] * (2 / items[k]) }
  }

  @Test("X2: the mean of rows' own products, with its error") func example() {
    #expect(Self.scores == [-220, -50, -280, -200, -145])
    let counts = Counts(observations: Self.scores, denominator: 200)
    let test = MeanTest(Moments(ScoreSums(counts)))
    #expect(printed(test.mean, as: -0.895) && printed(test.sd, as: 0.433878) && printed(test.se, as: 0.194036))
    #expect(test == MeanTest(counts))
  }

  @Test("X2: aggregate weighting is another figure") func aggregate() {
    let gaps = Self.items.indices.map { dimension in
      let counts = Counts(observations: Self.rows.map { $0.gaps[dimension] }, denominator: Self.items[dimension])
      return Moments(counts).mean
    }
    let points = Self.items.indices.map { dimension in
      Moments(Counts(observations: Self.rows.map { $0.points[dimension] })).mean
    }
    for (gap, expected) in zip(gaps, [-1.0, -0.4, -0.6, -1.0, -1.4]) { #expect(printed(gap, as: expected)) }
    #expect(points == [35, 24, 17, 12, 12].map { .value($0) })
    #expect(printed(aggregateWeighting(points: points, gaps: gaps), as: -0.836))
    #expect(printed(Estimate.value(gaps.compactMap(\.value).reduce(0, +) / 5), as: -0.88))
    #expect(aggregateWeighting(points: [.value(0)], gaps: [.value(1)]) == .unavailable(.noData))
    #expect(aggregateWeighting(points: [.value(2)], gaps: [.unavailable(.nLt2)]) == .unavailable(.nLt2))
  }

  @Test("Sums add up and come apart again") func merging() {
    let sums = Self.scores.map { ScoreSums(Counts(observations: [$0], denominator: 200)) }
    let total = sums.dropFirst().reduce(sums[0], +)
    #expect(total == ScoreSums(Counts(observations: Self.scores, denominator: 200)))
    #expect(total.removing(sums[0]) == sums[2...].reduce(sums[1], +))
    let jackknife = Jackknife(total: total, buckets: sums) { Moments($0).mean }
    #expect(printed(jackknife.se, as: 0.194036))
  }

  @Test("A billion billion squares are exact") func manyRows() {
    let counts = Counts(values: [-400_000, 400_001], counts: [5_000_000_000, 5_000_000_000], denominator: 1000)
    let moments = Moments(ScoreSums(counts))
    #expect(moments == Moments(counts) && moments.mean == .value(0.0005))
  }
}
