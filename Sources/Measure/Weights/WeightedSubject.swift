import Audit
import Statistics

/// Adds to an item or a set its figures under weights (methodology 4.2): those that are judged, and what they rest on.
struct WeightedSubject {
  let sample: WeightedSample
  let rules: MeasureRules
  /// Share of customers who pass the subject's touchpoint.
  let exposure: Double

  func add(to measurement: inout Measurement) {
    measurement.fewestRaked = sample.fewestRaked
    recordPerception(&measurement)
    recordGap(&measurement)
    recordZone(&measurement)
    recordTarget(&measurement)
    recordFailed(&measurement)
    recordSize(&measurement)
    if sample.target == .expectation { recordSign(&measurement) }
  }

  private func recordPerception(_ measurement: inout Measurement) {
    let (scale, level) = (sample.scale, sample.satisfiedFrom)
    measurement.record(
      sample.perception.estimate(rules), .weightedPerception, .weightedPerceptionSE, .weightedPerceptionLow,
      .weightedPerceptionHigh)
    let satisfied = share { value, unit in value * level.count >= level.sum * unit }
    measurement.record(.weightedSatisfied, satisfied.share, n: sample.perception.n)
    let hasBest = scale.levels <= Statistic.mostTop2Levels
    let best: [Statistic] = [.weightedTop2, .weightedTop2Low, .weightedTop2High]
    let worst: [Statistic] = [.weightedBottom2, .weightedBottom2Low, .weightedBottom2High]
    guard hasBest else {
      measurement.record(
        best + (rules.countsLowest ? worst : []), unavailable: .wrongScale, n: sample.perception.n)
      return
    }
    measurement.record(share { $0 >= (scale.maximum - 1) * $1 }, best, n: sample.perception.n)
    guard rules.countsLowest else { return }
    measurement.record(share { $0 <= (scale.minimum + 1) * $1 }, worst, n: sample.perception.n)
  }

  /// Of the perceptions, with Wilson's interval at n_eff.
  private func share(_ holds: (Int, Int) -> Bool) -> WeightedShare {
    WeightedShare(
      sample.perception.flags(where: holds).mean(confidence: rules.confidence), confidence: rules.confidence)
  }

  private func recordGap(_ measurement: inout Measurement) {
    if let expectation = sample.expectation {
      let found = expectation.estimate(rules)
      measurement.record(.weightedExpectation, found.mean, n: found.n)
    }
    guard let difference = sample.difference else { return }
    let (found, fixed) = (difference.estimate(rules), difference.mean(confidence: rules.confidence))
    measurement.record(found, .weightedGap, .weightedGapSE, .weightedGapLow, .weightedGapHigh)
    measurement.record(found, t: .weightedGapT, df: .weightedGapDF, p: .weightedGapP, q: .weightedGapQ)
    measurement.record(.weightedGapSD, fixed.sd, n: found.n)
    measurement.record(.weightedGapDz, fixed.dz, n: found.n)
  }

  private func recordZone(_ measurement: inout Measurement) {
    guard let zone = sample.zone else { return }
    let (found, fixed) = (zone.adequacy.estimate(rules), zone.adequacy.mean(confidence: rules.confidence))
    let n = found.n
    measurement.record(found, .weightedMSA, .weightedMSASE, .weightedMSALow, .weightedMSAHigh)
    measurement.record(found, t: .weightedMSAT, df: .weightedMSADF, p: .weightedMSAP, q: .weightedMSAQ)
    measurement.record(.weightedMSASD, fixed.sd, n: n)
    measurement.record(.weightedMSADz, fixed.dz, n: n)
    let desired = zone.superiority.estimate(rules)
    measurement.record(.weightedMSS, desired.mean, n: n)
    measurement.record(.weightedMSSLow, desired.low, n: n)
    measurement.record(.weightedMSSHigh, desired.high, n: n)
    let below = sample.belowMinimum?.mean(confidence: rules.confidence).mean ?? .unavailable(.noData)
    let above = zone.superiority.flags { value, _ in value > 0 }.mean(confidence: rules.confidence).mean
    measurement.record(.weightedZoneBelow, below, n: n)
    measurement.record(.weightedZoneAbove, above, n: n)
    measurement.record(
      .weightedZoneInside, below.flatMap { below in above.map { max(0, 1 - below - $0) } }, n: n)
  }

  private func recordTarget(_ measurement: inout Measurement) {
    guard let distance = sample.distance else { return }
    let found = distance.estimate(rules)
    measurement.record(.weightedTarget, found.mean, n: found.n)
    measurement.record(
      found, t: .weightedTargetT, df: .weightedTargetDF, p: .weightedTargetP, q: .weightedTargetQ)
    measurement.record(.weightedTargetDz, distance.mean(confidence: rules.confidence).dz, n: found.n)
  }

  private func recordFailed(_ measurement: inout Measurement) {
    let serious = sample.failed
    measurement.record(
      WeightedShare(serious.mean(confidence: rules.confidence), confidence: rules.confidence),
      [.weightedFailed, .weightedFailedLow, .weightedFailedHigh], n: serious.n)
  }

  /// How much is lost: F1, severity, burden and how far they can be relied on.
  private func recordSize(_ measurement: inout Measurement) {
    let range = Double(sample.scale.range)
    let fixed = sample.shortfall.mean(confidence: rules.confidence)
    let (n, f1) = (fixed.n, fixed.mean.map { $0 / range })
    measurement.record(.weightedF1, f1, n: n)
    measurement.record(.weightedF1SE, sample.shortfall.estimate(rules).se.map { $0 / range }, n: n)
    measurement.record(.effectiveN, fixed.effectiveN, n: n)
    measurement.record(
      .weightedCredibility, fixed.effectiveN.map { $0 / ($0 + rules.credibility) }, n: n)
    guard let importance = measurement[.importance] else {
      let reason = measurement.figure(.importance)?.reason ?? .noData
      measurement.record([.weightedSeverity, .weightedBurden], unavailable: reason, n: n)
      return
    }
    let points = f1.map { severity(f1: $0, importance: importance) }
    measurement.record(.weightedSeverity, points, n: n)
    measurement.record(.weightedBurden, points.map { burden(exposure: exposure, severity: $0) }, n: n)
  }

  /// Whether serious shortfalls outweigh serious surpluses by more than chance. The counts are those of so many rows.
  private func recordSign(_ measurement: inout Measurement) {
    let n = sample.balance.n
    let (short, over) = (flagged { $0 < 0 }, flagged { $0 > 0 })
    measurement.record(.weightedShortfalls, short.map { Double(n) * $0 }, n: n)
    measurement.record(.weightedSurpluses, over.map { Double(n) * $0 }, n: n)
    let isNobody = short.value == 0 && over.value == 0
    let p = sample.balance.estimate(rules).test.p
    measurement.record(.weightedSignP, isNobody ? .unavailable(.allZero) : p, n: n)
    measurement.record([.weightedSignQ], unavailable: .noFamily, n: n)
  }

  private func flagged(_ holds: (Int) -> Bool) -> Estimate {
    sample.balance.flags { value, _ in holds(value) }.mean(confidence: rules.confidence).mean
  }
}

extension Measurement {
  /// Notes a weighted share and its bounds.
  mutating func record(_ share: WeightedShare, _ statistics: [Statistic], n: Int) {
    for (statistic, figure) in zip(statistics, [share.share, share.low, share.high]) {
      record(statistic, figure, n: n)
    }
  }
}
