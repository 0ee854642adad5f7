import Audit
import Statistics

/// Adds to an outcome its figures under weights.
struct WeightedOutcome {
  let outcome: Outcome
  let answers: WeightedRows
  let rules: MeasureRules
  let fewestRaked: Int?

  init(_ slice: SliceWeights, outcome: Outcome, at index: Int, rules: MeasureRules) {
    self.outcome = outcome
    self.rules = rules
    answers = slice.rows(.outcome(index))
    fewestRaked = slice.fewest(.outcome(index))
  }

  func add(to measurement: inout Measurement) {
    measurement.fewestRaked = fewestRaked
    measurement.record(.effectiveN, answers.mean(confidence: rules.confidence).effectiveN, n: answers.n)
    switch outcome.kind {
    case .nps: recordPromoters(&measurement)
    case .yes:
      record([.weightedShare, .weightedShareLow, .weightedShareHigh], se: .weightedShareSE, in: &measurement) {
        $0 > 0
      }
    case .csat, .ces:
      measurement.record(
        answers.estimate(rules), .weightedMean, .weightedMeanSE, .weightedMeanLow, .weightedMeanHigh)
      recordBest(2, [.weightedTop2, .weightedTop2Low, .weightedTop2High], se: .weightedTop2SE, &measurement)
      if outcome.kind == .ces {
        recordBest(3, [.weightedTop3, .weightedTop3Low, .weightedTop3High], se: nil, &measurement)
      }
    }
  }

  /// The share of rows of which something holds, with Wilson's interval at n_eff answers.
  private func record(
    _ statistics: [Statistic], se: Statistic?, in measurement: inout Measurement, where holds: (Int) -> Bool
  ) {
    let flags = answers.flags { value, _ in holds(value) }
    let found = flags.estimate(rules)
    measurement.record(
      WeightedShare(
        flags.mean(confidence: rules.confidence, populationSize: rules.populationSize), confidence: rules.confidence),
      statistics, n: found.n)
    if let se { measurement.record(se, found.se, n: found.n) }
  }

  /// The share at the best levels.
  private func recordBest(
    _ best: Int, _ statistics: [Statistic], se: Statistic?, _ measurement: inout Measurement
  ) {
    guard outcome.scale.levels <= Statistic.mostTop2Levels else {
      measurement.record(statistics + [se].compactMap(\.self), unavailable: .wrongScale, n: answers.n)
      return
    }
    record(statistics, se: se, in: &measurement) { outcome.isBest($0, of: best) }
  }

  /// Promoters less detractors; the interval as without weights, at n_eff answers.
  private func recordPromoters(_ measurement: inout Measurement) {
    let scores = answers.promoterScores
    let score = scores.netPromoter(se: scores.estimate(rules).se, confidence: rules.confidence)
    let n = answers.n
    measurement.record(.weightedNPS, score.nps, n: n)
    measurement.record(.weightedNPSSE, score.se, n: n)
    measurement.record(.weightedNPSLow, score.low, n: n)
    measurement.record(.weightedNPSHigh, score.high, n: n)
    let passives = score.promoters.flatMap { high in score.detractors.map { max(0, 1 - high - $0) } }
    let shares: [(Statistic, Estimate)] = [
      (.weightedPromoters, score.promoters), (.weightedPassives, passives), (.weightedDetractors, score.detractors),
    ]
    for (statistic, share) in shares { measurement.record(statistic, share.map { Double(n) * $0 }, n: n) }
  }
}

extension WeightedRows {
  /// Promoters are 100, detractors −100.
  var promoterScores: WeightedRows { map { value, _ in value >= 9 ? 100 : (value <= 6 ? -100 : 0) } }

  /// The score of rows that are 100 for promoters and −100 for detractors, whose mean has the error `se`.
  func netPromoter(se: Estimate, confidence: Double) -> WeightedNetPromoter {
    WeightedNetPromoter(
      promoters: flags { value, _ in value > 0 }.mean(confidence: confidence),
      detractors: flags { value, _ in value < 0 }.mean(confidence: confidence), se: se, confidence: confidence)
  }
}
