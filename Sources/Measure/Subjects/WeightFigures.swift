import Audit
import Statistics

/// Fills in what the weights of a column make of items and outcomes, and what they cost.
struct WeightFigures {
  let tally: WeightTally
  let rules: MeasureRules

  /// Weights are kept as w·10⁶.
  private static let unit = 1e6

  /// The figures of the weights themselves.
  func measurement(_ key: MeasurementKey) -> Measurement {
    let n = tally.n
    var measurement = Measurement(key: key, n: n)
    let (sum, squares) = (Double(tally.sum), Double(tally.squares))
    let hasWeight = n > 0 && tally.sum > 0
    func record(_ statistic: Statistic, _ value: @autoclosure () -> Double) {
      measurement.record(statistic, hasWeight ? .value(value()) : .unavailable(.noData), n: n)
    }
    record(.deff, Double(n) * squares / (sum * sum))
    record(.effectiveN, sum * sum / squares)
    record(.leastWeight, Double(tally.minimum) / Self.unit)
    record(.mostWeight, Double(tally.maximum) / Self.unit)
    return measurement
  }

  /// Adds the weighted mean of an item's perceptions, and of its gap.
  func add(to measurement: inout Measurement, item: Item, at index: Int) {
    guard tally.items.indices.contains(index) else { return }
    let perceptions = tally.items[index]
    let mean = mean(perceptions) { Double(item.scale.minimum + $0) }
    measurement.record(mean, .weightedPerception, .weightedPerceptionLow, .weightedPerceptionHigh)
    let gap: WeightedMean
    switch item.comparison {
    case .expectation:
      guard tally.differences.indices.contains(index) else { return }
      gap = self.mean(tally.differences[index]) { Double($0 - item.scale.range) }
    case .standard(let level): gap = self.mean(perceptions) { Double(item.scale.minimum + $0 - level) }
    case .zone, .none: return
    }
    measurement.record(gap, .weightedGap, .weightedGapLow, .weightedGapHigh)
  }

  /// Adds an outcome's headline under the weights.
  func add(to measurement: inout Measurement, outcome: Outcome, at index: Int) {
    guard tally.outcomes.indices.contains(index) else { return }
    let levels = tally.outcomes[index]
    let minimum = outcome.scale.minimum
    switch outcome.kind {
    case .nps: recordPromoters(levels, minimum, &measurement)
    case .yes:
      let share = WeightedShare(mean(levels) { $0 > 0 ? 1 : 0 }, confidence: rules.confidence)
      let n = levels.rows.reduce(0, +)
      measurement.record(.weightedShare, share.share, n: n)
      measurement.record(.weightedShareLow, share.low, n: n)
      measurement.record(.weightedShareHigh, share.high, n: n)
    case .csat, .ces:
      let mean = mean(levels) { Double(minimum + $0) }
      measurement.record(mean, .weightedMean, .weightedMeanLow, .weightedMeanHigh)
      recordBest(levels, outcome, &measurement)
    }
  }

  /// The share at the two best levels.
  private func recordBest(_ levels: WeightTally.Levels, _ outcome: Outcome, _ measurement: inout Measurement) {
    let n = levels.rows.reduce(0, +)
    guard outcome.scale.levels <= Statistic.mostTop2Levels else {
      measurement.record([.weightedTop2, .weightedTop2Low, .weightedTop2High], unavailable: .wrongScale, n: n)
      return
    }
    let range = outcome.scale.range
    let best = mean(levels) { level in
      switch outcome.better {
      case .high: level >= range - 1 ? 1 : 0
      case .low: level <= 1 ? 1 : 0
      }
    }
    let share = WeightedShare(best, confidence: rules.confidence)
    measurement.record(.weightedTop2, share.share, n: n)
    measurement.record(.weightedTop2Low, share.low, n: n)
    measurement.record(.weightedTop2High, share.high, n: n)
  }

  /// Promoters less detractors; the interval as without weights, at n_eff answers.
  private func recordPromoters(_ levels: WeightTally.Levels, _ minimum: Int, _ measurement: inout Measurement) {
    let n = levels.rows.reduce(0, +)
    let promoters = mean(levels) { minimum + $0 >= 9 ? 1 : 0 }
    let detractors = mean(levels) { minimum + $0 <= 6 ? 1 : 0 }
    let score = promoters.mean.flatMap { high in detractors.mean.map { 100 * (high - $0) } }
    measurement.record(.weightedNPS, score, n: n)
    guard let high = promoters.mean.value, let low = detractors.mean.value, promoters.se.reason == nil,
      let effective = promoters.effectiveN.value
    else {
      measurement.record(.weightedNPSLow, promoters.se, n: n)
      measurement.record(.weightedNPSHigh, promoters.se, n: n)
      return
    }
    let size = effective + 3
    let (p, d) = ((high * effective + 0.75) / size, (low * effective + 0.75) / size)
    let margin = Normal.quantile((1 + rules.confidence) / 2) * (max(0, p + d - (p - d) * (p - d)) / size).squareRoot()
    measurement.record(.weightedNPSLow, .value(100 * max(-1, p - d - margin)), n: n)
    measurement.record(.weightedNPSHigh, .value(100 * min(1, p - d + margin)), n: n)
  }

  private func mean(_ levels: WeightTally.Levels, _ value: (Int) -> Double) -> WeightedMean {
    let rows = levels.sums.indices.map { level in
      WeightedMean.Level(
        value: value(level), rows: levels.rows[level], sum: levels.sums[level], squares: levels.squares[level])
    }
    return WeightedMean(rows, confidence: rules.confidence)
  }
}

extension Measurement {
  fileprivate mutating func record(_ mean: WeightedMean, _ value: Statistic, _ low: Statistic, _ high: Statistic) {
    record(value, mean.mean, n: mean.n)
    record(low, mean.low, n: mean.n)
    record(high, mean.high, n: mean.n)
  }
}
