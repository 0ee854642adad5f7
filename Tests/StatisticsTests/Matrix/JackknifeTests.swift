import Statistics
import TestSupport
import Testing

@Suite struct JackknifeTests {
  private static func alpha(_ moments: IntegerMoments) -> Estimate { Reliability(moments).alpha }

  private static let examples: [(rows: [[Int]?], replicates: [Double], se: Double)] = [
    (X9.complete, [0.927854, 0.919955, 0.922751, 0.878976, 0.888889], 0.040465),
    (X9.rows, [0.903226, 0.919955, 0.922751, 0.905124, 0.899291], 0.019207),
  ]

  @Test("The example of 0.7: α of five groups, by complete rows and by all rows", arguments: examples)
  func example(rows: [[Int]?], replicates: [Double], se: Double) {
    let jackknife = Jackknife(total: X9.moments, buckets: X9.buckets(rows), figure: Self.alpha)
    #expect(printed(jackknife.estimate, as: 0.911807))
    #expect(jackknife.groups == 5)
    for (replicate, expected) in zip(jackknife.replicates, replicates) { #expect(printed(replicate, as: expected)) }
    #expect(printed(jackknife.se, as: se))
    // t at 4 degrees of freedom is 2.776445.
    let margin = (jackknife.high.value ?? 0) - (jackknife.estimate.value ?? 0)
    #expect(agree(margin, 2.7764451051977987 * (jackknife.se.value ?? 0), within: 1e-12))
  }

  /// Leaving out one row at a time gives a mean its usual standard error.
  @Test("Of a mean with one row a group it is the usual error")
  func means() {
    var generator = SeededGenerator(seed: 22)
    for _ in 0..<300 {
      let rows = generator.observations(in: -6...6, atMost: 40) + [1, 2]
      let counts = Counts(observations: rows)
      let buckets = rows.map { Counts(observations: [$0]) }
      let jackknife = Jackknife(total: counts, buckets: buckets) { Moments($0).mean }
      let test = MeanTest(counts)
      #expect(agree(jackknife.se, test.se, within: 1e-12))
      #expect(abs((jackknife.low.value ?? 0) - (test.low.value ?? 1)) < 1e-11)
      let shuffled = Jackknife(total: counts, buckets: buckets.shuffled(using: &generator)) { Moments($0).mean }
      #expect(shuffled.se == jackknife.se)
    }
  }

  @Test("An empty group is left out and lowers G")
  func emptyGroups() {
    let (total, parts) = (Counts(observations: [1, 2, 4, 6]), [[1, 4], [2, 6]].map { Counts(observations: $0) })
    let none = Counts(observations: [])
    let plain = Jackknife(total: total, buckets: parts) { Moments($0).mean }
    let padded = Jackknife(total: total, buckets: [none, parts[0], none, parts[1]]) { Moments($0).mean }
    #expect(plain.groups == 2 && padded == plain)
    let lone = Jackknife(total: total, buckets: [none, total]) { Moments($0).mean }
    #expect(lone.estimate == .value(3.25))
    #expect(lone.se == .unavailable(.nLt2) && lone.low == .unavailable(.nLt2))
  }

  @Test("What the total or a replicate lacks, and replicates without spread")
  func edges() {
    let total = Counts(observations: [3, 3, 3, 3])
    let parts = [Counts(observations: [3, 3]), Counts(observations: [3, 3])]
    let even = Jackknife(total: total, buckets: parts) { Moments($0).mean }
    #expect(even.se == .value(0) && even.low == .unavailable(.zeroVariance))
    let lacking = Jackknife(total: total, buckets: parts) { MeanTest($0).t }
    #expect(lacking.estimate == .unavailable(.zeroVariance) && lacking.se == .unavailable(.zeroVariance))
    let uneven = Counts(observations: [1, 2, 2, 2])
    let thin = Jackknife(
      total: uneven, buckets: [Counts(observations: [1, 2, 2]), Counts(observations: [2])]
    ) { Moments($0).sd }
    #expect(thin.estimate.value != nil && thin.se == .unavailable(.nLt2))
  }

  @Test("The interval keeps to the range of the figure")
  func range() {
    let bounded = Jackknife(
      estimate: .value(0.9), replicates: [.value(0.5), .value(1), .value(0.9)], range: 0...1)
    #expect(bounded.low == .value(0) && bounded.high == .value(1))
  }

  @Test("Taking a part away leaves the other rows, over any denominators")
  func removal() {
    var generator = SeededGenerator(seed: 23)
    for _ in 0..<300 {
      let (first, second) = (
        Counts(
          observations: generator.observations(in: -9...9, atMost: 30),
          denominator: Int.random(in: 1...6, using: &generator)),
        Counts(
          observations: generator.observations(in: -9...9, atMost: 30),
          denominator: Int.random(in: 1...6, using: &generator))
      )
      let left = [first + second, first].removing([second, first])
      #expect(left[0].reduced == first.reduced && left[0].n == first.n && left[1].n == 0)
    }
  }

  @Test("Several figures at once are what each is alone")
  func several() {
    let buckets = X9.buckets(X9.complete)
    let both = Jackknife.several(total: X9.moments, buckets: buckets) { [Self.alpha($0), $0.mean(0)] }
    #expect(both[0] == Jackknife(total: X9.moments, buckets: buckets, figure: Self.alpha))
    #expect(both[1] == Jackknife(total: X9.moments, buckets: buckets) { $0.mean(0) })
  }
}
