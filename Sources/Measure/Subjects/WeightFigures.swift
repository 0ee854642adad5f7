import Audit
import Statistics

/// Fills in what weights, of a column or raked, make of items, sets and outcomes, and what they cost.
struct WeightFigures {
  /// Where the weights of rows come from.
  enum Source {
    case column(WeightTally)
    case raked(RakedWeights)
  }

  /// What is weighted, by its place in the definition.
  private enum Levels {
    case perception(Int)
    case difference(Int)
    case outcome(Int)
  }

  let source: Source
  let rules: MeasureRules

  /// Nil where a wave is not weighted, or cannot be.
  init?(_ wave: SurveyWave, rules: MeasureRules) {
    if let tally = wave.tally.weights {
      source = .column(tally)
    } else if let raked = RakedWeights(wave), raked.raking.outcome == .raked {
      source = .raked(raked)
    } else {
      return nil
    }
    self.rules = rules
  }

  /// Weights of a column are kept as w·10⁶.
  private static let unit = 1e6

  /// The figures of the weights themselves.
  func measurement(_ key: MeasurementKey) -> Measurement {
    switch source {
    case .column(let tally): measurement(key, tally)
    case .raked(let raked): measurement(key, raked.raking.kish)
    }
  }

  private func measurement(_ key: MeasurementKey, _ kish: KishEffect) -> Measurement {
    var measurement = Measurement(key: key, n: kish.n)
    measurement.record(.deff, kish.deff, n: kish.n)
    measurement.record(.effectiveN, kish.effectiveN, n: kish.n)
    measurement.record(.leastWeight, kish.least, n: kish.n)
    measurement.record(.mostWeight, kish.most, n: kish.n)
    return measurement
  }

  private func measurement(_ key: MeasurementKey, _ tally: WeightTally) -> Measurement {
    let n = tally.n
    var measurement = Measurement(key: key, n: n)
    let (sum, squares) = (Double(tally.sum), Double(tally.squares))
    guard n > 0, sum > 0 else {
      measurement.record([.deff, .effectiveN, .leastWeight, .mostWeight], unavailable: .noData, n: n)
      return measurement
    }
    measurement.record(.deff, .value(Double(n) * squares / (sum * sum)), n: n)
    measurement.record(.effectiveN, .value(sum * sum / squares), n: n)
    measurement.record(.leastWeight, .value(Double(tally.minimum) / Self.unit), n: n)
    measurement.record(.mostWeight, .value(Double(tally.maximum) / Self.unit), n: n)
    return measurement
  }

  /// Adds the weighted mean of an item's perceptions, and of its gap.
  func add(to measurement: inout Measurement, item: Item, at index: Int) {
    measurement.record(weightedPerception: estimate(.perception(index)) { item.scale.minimum + $0 })
    switch item.comparison {
    case .expectation: measurement.record(weightedGap: estimate(.difference(index)) { $0 - item.scale.range })
    case .standard(let level):
      measurement.record(weightedGap: estimate(.perception(index)) { item.scale.minimum + $0 - level })
    case .zone, .none: return
    }
  }

  /// Adds the same of a set's row means, of which a column of weights tells nothing.
  func add(to measurement: inout Measurement, set index: Int, hasGap: Bool) {
    guard case .raked(let raked) = source else { return }
    let perceptions = raked.cells.map { RowMeans.counts($0.sets[index].perception) }
    measurement.record(weightedPerception: estimate(perceptions, raked))
    guard hasGap else { return }
    measurement.record(weightedGap: estimate(raked.cells.map { RowMeans.counts($0.sets[index].gap) }, raked))
  }

  /// Adds an outcome's headline under the weights.
  func add(to measurement: inout Measurement, outcome: Outcome, at index: Int) {
    let levels = Levels.outcome(index)
    let minimum = outcome.scale.minimum
    switch outcome.kind {
    case .nps: recordPromoters(levels, minimum, &measurement)
    case .yes:
      record(
        levels, [.weightedShare, .weightedShareSE, .weightedShareLow, .weightedShareHigh], in: &measurement
      ) { $0 > 0 }
    case .csat, .ces:
      measurement.record(
        estimate(levels) { minimum + $0 }, .weightedMean, .weightedMeanSE, .weightedMeanLow, .weightedMeanHigh)
      recordBest(levels, outcome, &measurement)
    }
  }

  /// The share of rows of which something holds, with Wilson's interval at n_eff answers; `statistics` are the share, its
  /// error and its bounds.
  private func record(
    _ levels: Levels, _ statistics: [Statistic], in measurement: inout Measurement, where holds: (Int) -> Bool
  ) {
    let share = WeightedShare(mean(levels) { holds($0) ? 1 : 0 }, confidence: rules.confidence)
    let found = estimate(levels) { holds($0) ? 1 : 0 }
    for (statistic, figure) in zip(statistics, [share.share, found.se, share.low, share.high]) {
      measurement.record(statistic, figure, n: found.n)
    }
  }

  /// The share at the two best levels.
  private func recordBest(_ levels: Levels, _ outcome: Outcome, _ measurement: inout Measurement) {
    let statistics: [Statistic] = [.weightedTop2, .weightedTop2SE, .weightedTop2Low, .weightedTop2High]
    guard outcome.scale.levels <= Statistic.mostTop2Levels else {
      measurement.record(statistics, unavailable: .wrongScale, n: mean(levels) { $0 }.n)
      return
    }
    let (minimum, maximum) = (outcome.scale.minimum, outcome.scale.maximum)
    record(levels, statistics, in: &measurement) { level in
      switch outcome.better {
      case .high: minimum + level >= maximum - 1
      case .low: minimum + level <= minimum + 1
      }
    }
  }

  /// Promoters less detractors; the interval as without weights, at n_eff answers.
  private func recordPromoters(_ levels: Levels, _ minimum: Int, _ measurement: inout Measurement) {
    let promoters = mean(levels) { minimum + $0 >= 9 ? 1 : 0 }
    let n = promoters.n
    let detractors = mean(levels) { minimum + $0 <= 6 ? 1 : 0 }
    let score = promoters.mean.flatMap { high in detractors.mean.map { 100 * (high - $0) } }
    let error = estimate(levels) { minimum + $0 >= 9 ? 100 : (minimum + $0 <= 6 ? -100 : 0) }.se
    measurement.record(.weightedNPS, score, n: n)
    measurement.record(.weightedNPSSE, error, n: n)
    guard let high = promoters.mean.value, let low = detractors.mean.value, let size = promoters.effectiveN.value,
      promoters.se.value != nil
    else {
      measurement.record([.weightedNPSLow, .weightedNPSHigh], unavailable: n > 0 ? .nLt2 : .noData, n: n)
      return
    }
    let trials = size + 3
    let (p, d) = ((high * size + 0.75) / trials, (low * size + 0.75) / trials)
    let variance = (p + d - (p - d) * (p - d)) / trials
    let margin = Normal.quantile((1 + rules.confidence) / 2) * variance.squareRoot()
    measurement.record(.weightedNPSLow, .value(100 * max(-1, p - d - margin)), n: n)
    measurement.record(.weightedNPSHigh, .value(100 * min(1, p - d + margin)), n: n)
  }

  private func mean(_ levels: Levels, _ value: (Int) -> Int) -> WeightedMean {
    switch source {
    case .column(let tally):
      let counts = counts(levels, tally)
      return WeightedMean(
        counts.sums.indices.map { level in
          WeightedMean.Level(
            value: Double(value(level)), rows: counts.rows[level], sum: counts.sums[level],
            squares: counts.squares[level])
        }, confidence: rules.confidence, populationSize: rules.populationSize)
    case .raked(let raked): return mean(cells(levels, raked, value), raked)
    }
  }

  private func estimate(_ levels: Levels, _ value: (Int) -> Int) -> WeightedEstimate {
    switch source {
    case .column: WeightedEstimate(mean(levels, value))
    case .raked(let raked): estimate(cells(levels, raked, value), raked)
    }
  }

  private func mean(_ cells: [Counts], _ raked: RakedWeights) -> WeightedMean {
    WeightedMean(
      cells: cells, weights: raked.raking.weights, confidence: rules.confidence, populationSize: rules.populationSize)
  }

  /// Raked by one segment alone the cells are strata, whose rows differ less than all rows do.
  private func estimate(_ cells: [Counts], _ raked: RakedWeights) -> WeightedEstimate {
    let shares = zip(cells, raked.raking.weights).map { Double($0.n) * $1 }
    guard raked.areCellsStrata, shares.contains(where: { $0 > 0 }) else { return WeightedEstimate(mean(cells, raked)) }
    return WeightedEstimate(
      PostStratifiedMean(
        strata: cells, shares: shares, confidence: rules.confidence, populationSize: rules.populationSize))
  }

  private func cells(_ levels: Levels, _ raked: RakedWeights, _ value: (Int) -> Int) -> [Counts] {
    raked.cells.map { Counts(dense: counts(levels, $0), minimum: 0).map(value) }
  }

  private func counts(_ levels: Levels, _ tally: WeightTally) -> WeightTally.Levels {
    switch levels {
    case .perception(let index): tally.items[index]
    case .difference(let index): tally.differences[index]
    case .outcome(let index): tally.outcomes[index]
    }
  }

  private func counts(_ levels: Levels, _ cell: SliceTally) -> [Int] {
    switch levels {
    case .perception(let index): cell.items[index].perception
    case .difference(let index): cell.items[index].difference
    case .outcome(let index): cell.outcomes[index]
    }
  }
}
