import Statistics
import TestSupport
import Testing

/// Example X15 of the methodology: six cells of two rows and three columns.
private enum X15 {
  static let cells = [60, 40, 20, 30, 90, 60]
  static let margins = [
    Raking.Margin(levels: [0, 0, 0, 1, 1, 1], targets: [150, 150]),
    Raking.Margin(levels: [0, 1, 2, 0, 1, 2], targets: [90, 120, 90]),
  ]
  static let answers = [
    [0, 10, 20, 20, 10], [0, 0, 10, 20, 10], [0, 0, 0, 5, 15], [5, 10, 10, 5, 0], [0, 20, 30, 30, 10],
    [0, 0, 10, 30, 20],
  ].map { Counts(dense: $0, minimum: 1) }
}

@Suite struct RakingTests {
  @Test("X15: weights, their cost and the weighted mean") func example() {
    let raking = Raking(cells: X15.cells, margins: X15.margins)
    #expect(raking.outcome == .raked && raking.trimmedRows == 0)
    for (weight, expected) in zip(raking.weights, [1.143905, 1.249564, 1.569156, 0.712189, 0.777972, 0.976948]) {
      #expect(printed(weight, as: expected))
    }
    #expect(printed(raking.kish.deff, as: 1.057221) && printed(raking.kish.effectiveN, as: 283.762886))
    let mean = WeightedMean(cells: X15.answers, weights: raking.weights)
    #expect(printed(mean.mean, as: 3.734209) && printed(mean.se, as: 0.058217) && mean.n == 300)
    #expect(agree(mean.effectiveN, raking.kish.effectiveN, within: 1e-14))
    let plain = WeightedMean(cells: X15.answers, weights: Array(repeating: 1, count: 6))
    #expect(printed(plain.mean, as: 3.633333))
  }

  @Test("X15: post-stratified by row") func postStratified() {
    let strata = [0, 3].map { first in X15.answers[first..<first + 3].reduce(Counts(observations: []), +) }
    let mean = PostStratifiedMean(strata: strata, shares: [1, 1])
    #expect(printed(mean.mean, as: 3.673611) && printed(mean.se, as: 0.057597) && mean.n == 300)
    let margin = StudentT(df: 298).quantile(0.975) * (mean.se.value ?? 0)
    #expect(agree(mean.high, (mean.mean.value ?? 0) + margin, within: 1e-14))
    let ratio = (mean.mean.value ?? 0) / (mean.se.value ?? 1)
    #expect(mean.test.df == .value(298) && agree(mean.test.t, ratio, within: 1e-15))
    let small = PostStratifiedMean(strata: strata, shares: [1, 1], populationSize: 1000)
    #expect(agree(small.se, (mean.se.value ?? 0) * (700.0 / 999).squareRoot(), within: 1e-14))
  }

  @Test("R's survey package gives the same weights, mean and error", arguments: Fixtures.rows(Fixtures.raking))
  func reference(row: [Double]) {
    var reader = FixtureReader(row)
    let sizes = reader.wholes(reader.whole())
    let cells = sizes.reduce(1, *)
    var after = cells
    let margins = sizes.map { size in
      after /= size
      let levels = (0..<cells).map { [after] in $0 / after % size }
      return Raking.Margin(levels: levels, targets: reader.wholes(size).map { Double($0) })
    }
    let answers = (0..<cells).map { _ in reader.counts() }
    let raking = Raking(cells: answers.map(\.n), margins: margins)
    #expect(raking.outcome == .raked && raking.trimmedRows == 0)
    for weight in raking.weights { #expect(agree(weight, reader.number(), within: 1e-8)) }
    let mean = WeightedMean(cells: answers, weights: raking.weights)
    #expect(agree(mean.mean, reader.number(), within: 1e-9))
    #expect(agree(mean.se, reader.number(), within: 1e-8))
    #expect(reader.isAtEnd)
  }

  @Test("Margins hold, the mean weight is 1, and names of levels do not matter")
  func properties() {
    var generator = SeededGenerator(seed: 61)
    for _ in 0..<200 {
      let (rows, columns) = (Int.random(in: 1...4, using: &generator), Int.random(in: 1...4, using: &generator))
      let cells = (0..<rows * columns).map { _ in Int.random(in: 10...60, using: &generator) }
      let targets = [rows, columns].map { size in
        (0..<size).map { _ in Double.random(in: 1...2, using: &generator) }
      }
      let levels = [cells.indices.map { $0 / columns }, cells.indices.map { $0 % columns }]
      let margins = zip(levels, targets).map { Raking.Margin(levels: $0, targets: $1) }
      let raking = Raking(cells: cells, margins: margins, trim: 0...100)
      let n = Double(cells.reduce(0, +))
      #expect(raking.outcome == .raked)
      for (level, target) in zip(levels, targets) {
        for place in target.indices {
          let members = cells.indices.filter { level[$0] == place }
          let raked = members.reduce(0) { $0 + raking.weights[$1] * Double(cells[$1]) }
          #expect(abs(raked - target[place] / target.reduce(0, +) * n) <= 1.01e-10 * n)
        }
      }
      let sum = zip(cells, raking.weights).reduce(0) { $0 + Double($1.0) * $1.1 }
      #expect(agree(sum, n, within: 1e-9))
      #expect((raking.kish.deff.value ?? 0) >= 1 && (raking.kish.effectiveN.value ?? 0) <= n)
      let order = Array(cells.indices).shuffled(using: &generator)
      let renamed = Raking(
        cells: order.map { cells[$0] },
        margins: zip(levels, targets).map { level, target in
          Raking.Margin(levels: order.map { level[$0] }, targets: target)
        },
        trim: 0...100)
      for (place, cell) in order.enumerated() {
        #expect(agree(renamed.weights[place], raking.weights[cell], within: 1e-8))
      }
    }
  }

  @Test("Extreme weights are cut once, and the margins met again")
  func trimming() {
    // The first level of the first margin has 5 % of the rows and should have 50 %: a weight of about 10.
    let cells = [5, 5, 95, 95]
    let margins = [
      Raking.Margin(levels: [0, 0, 1, 1], targets: [1, 1]), Raking.Margin(levels: [0, 1, 0, 1], targets: [1, 1]),
    ]
    let free = Raking(cells: cells, margins: margins, trim: 0...100)
    #expect(agree(free.weights[0], 10, within: 1e-12) && free.trimmedRows == 0)
    let cut = Raking(cells: cells, margins: margins)
    #expect(cut.outcome == .raked && cut.trimmedRows == 10)
    // One variable decides all of these weights, so raking brings them back; their number is what is reported.
    #expect(agree(cut.weights[0], 10, within: 1e-9) && agree(cut.kish.most, 10, within: 1e-9))
    #expect(agree(cut.kish.least, 100.0 / 190, within: 1e-9))
  }

  @Test("What cannot be raked is told and stays unweighted")
  func obstacles() {
    let two = [0, 0, 1, 1]
    let plain = Raking.Margin(levels: [0, 1, 0, 1], targets: [1, 1])
    let cases: [([Int], Raking.Margin, Raking.Outcome)] = [
      ([0, 0, 0, 0], Raking.Margin(levels: two, targets: [1, 1]), .noData),
      ([0, 0, 5, 5], Raking.Margin(levels: two, targets: [1, 1]), .notRakeable(margin: 1, level: 0)),
      ([5, 5, 5, 5], Raking.Margin(levels: two, targets: [1, 0]), .notRakeable(margin: 1, level: 1)),
      ([5, 5, 5, 5], Raking.Margin(levels: two, targets: [1, 1, 1]), .notRakeable(margin: 1, level: 2)),
      // Level 0 of both margins meets in one cell only, and the targets ask for different numbers there.
      ([5, 0, 0, 5], Raking.Margin(levels: two, targets: [2, 1]), .noConvergence),
    ]
    for (cells, margin, outcome) in cases {
      let raking = Raking(cells: cells, margins: [plain, margin])
      #expect(raking.outcome == outcome)
      #expect(raking.weights == [1, 1, 1, 1])
    }
    #expect(Raking(cells: [0, 0, 0, 0], margins: [plain]).kish.deff == .unavailable(.noData))
    #expect(Raking(cells: [5, 0, 0, 5], margins: [plain, cases[4].1]).rounds == 500)
  }

  @Test("The test of a weighted mean is Student's with n_eff − 1, and equal weights change nothing")
  func test() {
    let gaps = [Counts(observations: [-2, -1, 0, -3]), Counts(observations: [1, 0, -1, -1])]
    let plain = MeanTest(gaps[0] + gaps[1])
    let equal = WeightedMean(cells: gaps, weights: [0.5, 0.5])
    #expect(agree(equal.test.t, plain.t.value ?? 0, within: 1e-14) && agree(equal.test.df, 7, within: 1e-14))
    #expect(agree(equal.test.p, plain.p.value ?? 0, within: 1e-13))
    let mean = WeightedMean(cells: gaps, weights: [1, 3])
    // Σw = 16 and Σw² = 40.
    #expect(agree(mean.test.df, 5.4, within: 1e-14))
    let ratio = (mean.mean.value ?? 0) / (mean.se.value ?? 1)
    #expect(agree(mean.test.t, ratio, within: 1e-14))
    let (t, df) = (mean.test.t.value ?? 0, mean.test.df.value ?? 1)
    #expect(agree(mean.test.p, 2 * StudentT(df: df).upperTail(abs(t)), within: 1e-14))
    let cases: [([Int], Int?, Reason)] = [
      ([], nil, .noData), ([3], nil, .nLt2), ([3, 3], nil, .zeroVariance), ([1, 3], 2, .census),
    ]
    for (rows, size, reason) in cases {
      let found = WeightedMean(cells: [Counts(observations: rows)], weights: [1], populationSize: size).test
      #expect(found.t == .unavailable(reason) && found.p == .unavailable(reason))
    }
    let equalRows = PostStratifiedMean(strata: [Counts(observations: [1, 1])], shares: [1])
    #expect(equalRows.test.p == .unavailable(.zeroVariance))
  }

  @Test("A small population shrinks the error, and all of it leaves none")
  func finitePopulation() {
    let weights = [1.0, 2.0]
    let cells = [Counts(observations: [1, 2, 5]), Counts(observations: [3, 4, 4])]
    let plain = WeightedMean(cells: cells, weights: weights)
    for (size, factor) in [(120, 1.0), (119, 113.0 / 118), (10, 4.0 / 9), (5, 1.0)] {
      let mean = WeightedMean(cells: cells, weights: weights, populationSize: size)
      #expect(agree(mean.se, (plain.se.value ?? 0) * factor.squareRoot(), within: 1e-14))
    }
    let census = WeightedMean(cells: cells, weights: weights, populationSize: 6)
    #expect(census.se == .value(0) && census.low == census.mean && census.high == census.mean)
  }

  @Test("Edges of means: nothing, one row, one value, a stratum without rows")
  func edges() {
    let (none, one, even) = (Counts(observations: []), Counts(observations: [4]), Counts(observations: [3, 3]))
    #expect(WeightedMean(cells: [none], weights: [1]).mean == .unavailable(.noData))
    #expect(WeightedMean(cells: [even], weights: [0]).mean == .unavailable(.noData))
    #expect(WeightedMean(cells: [one], weights: [2]).se == .unavailable(.nLt2))
    #expect(WeightedMean(cells: [even], weights: [2]).low == .unavailable(.zeroVariance))
    let lacking = PostStratifiedMean(strata: [even, none], shares: [1, 1])
    #expect(lacking.mean == .unavailable(.noData) && lacking.low == .unavailable(.noData))
    let left = PostStratifiedMean(strata: [even, none], shares: [1, 0])
    #expect(left.mean == .value(3) && left.se == .value(0) && left.low == .unavailable(.zeroVariance))
    let thin = PostStratifiedMean(strata: [even, one], shares: [1, 1])
    #expect(thin.mean == .value(3.5) && thin.se == .unavailable(.nLt2) && thin.high == .unavailable(.nLt2))
  }
}
