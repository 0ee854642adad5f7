import Audit
import Statistics

/// Fills the measurement of an outcome.
enum OutcomeFigures {
  static func measurement(
    _ key: MeasurementKey, _ outcome: Outcome, levels: [Int], rules: MeasureRules
  ) -> Measurement {
    let counts = Counts(dense: levels, minimum: outcome.scale.minimum)
    var measurement = Measurement(key: key, n: counts.n)
    measurement.set(.n, Figure(Double(counts.n), n: counts.n))
    switch outcome.kind {
    case .nps: recordPromoters(&measurement, counts, rules)
    case .csat: recordRating(&measurement, outcome, counts, rules)
    case .ces:
      recordRating(&measurement, outcome, counts, rules)
      recordBest(3, &measurement, outcome, counts, rules, .top3Share, .top3Low, .top3High)
    case .yes:
      let share = Proportion(successes: counts.count { $0 > 0 }, n: counts.n, confidence: rules.confidence)
      measurement.record(share, .share, .shareLow, .shareHigh)
    }
    return measurement
  }

  private static func recordPromoters(_ measurement: inout Measurement, _ counts: Counts, _ rules: MeasureRules) {
    let n = counts.n
    let score = NetPromoter(counts, confidence: rules.confidence)
    measurement.record(.nps, score.nps, n: n)
    measurement.record(.npsSE, score.se, n: n)
    measurement.record(.npsLow, score.low, n: n)
    measurement.record(.npsHigh, score.high, n: n)
    measurement.record(.promoters, score.nps.map { _ in Double(score.promoters) }, n: n)
    measurement.record(.passives, score.nps.map { _ in Double(score.passives) }, n: n)
    measurement.record(.detractors, score.nps.map { _ in Double(score.detractors) }, n: n)
  }

  private static func recordRating(
    _ measurement: inout Measurement, _ outcome: Outcome, _ counts: Counts, _ rules: MeasureRules
  ) {
    let test = MeanTest(counts, confidence: rules.confidence, populationSize: rules.populationSize)
    measurement.record(.mean, test.mean, n: counts.n)
    measurement.record(.sd, test.sd, n: counts.n)
    measurement.record(.meanLow, test.low, n: counts.n)
    measurement.record(.meanHigh, test.high, n: counts.n)
    recordBest(2, &measurement, outcome, counts, rules, .top2Share, .top2Low, .top2High)
  }

  /// The share of answers at the best levels: the highest, or the lowest where low is better.
  private static func recordBest(
    _ best: Int, _ measurement: inout Measurement, _ outcome: Outcome, _ counts: Counts, _ rules: MeasureRules,
    _ share: Statistic, _ low: Statistic, _ high: Statistic
  ) {
    let scale = outcome.scale
    guard scale.levels <= Statistic.mostTop2Levels else {
      measurement.record([share, low, high], unavailable: .wrongScale, n: counts.n)
      return
    }
    let successes = counts.count { outcome.isBest($0, of: best) }
    let proportion = Proportion(successes: successes, n: counts.n, confidence: rules.confidence)
    measurement.record(proportion, share, low, high)
  }
}

extension Outcome {
  /// An answer is one of so many best levels.
  func isBest(_ value: Int, of number: Int) -> Bool {
    switch better {
    case .high: value > scale.maximum - number
    case .low: value < scale.minimum + number
    }
  }
}
