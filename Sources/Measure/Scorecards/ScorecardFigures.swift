import Audit
import Statistics

/// What the visits of one scorecard come to: in all, by section, by criterion and by unit.
struct ScorecardFigures {
  private let scorecard: Scorecard
  private let confidence: Double

  init(_ scorecard: Scorecard, confidence: Double) {
    self.scorecard = scorecard
    self.confidence = confidence
  }

  var measured: MeasuredScorecard {
    var measurements = [visits(scorecard.visits, of: .all, planned: plannedVisits)]
    for (section, range) in zip(scorecard.sections, scorecard.sectionRanges) {
      measurements.append(part(range, of: .section(section.id)))
    }
    for (index, criterion) in scorecard.criteria.enumerated() {
      var measurement = part(index..<index + 1, of: .criterion(criterion.id))
      let count = scorecard.met(at: index)
      let share = Proportion(successes: count.met, n: count.occasions, confidence: confidence)
      measurement.record(.met, count: count.met, of: count.occasions)
      measurement.record(share, .share, .shareLow, .shareHigh)
      measurements.append(measurement)
    }
    for unit in scorecard.units {
      let own = scorecard.visits.filter { $0.unit == unit }
      measurements.append(visits(own, of: .unit(unit), planned: plannedVisits(in: unit)))
    }
    return MeasuredScorecard(id: scorecard.id, wave: scorecard.wave, measurements: measurements)
  }

  /// A set of visits over all criteria: their score, the points beside it, and how many visits were done of those planned.
  private func visits(_ visits: [ScorecardVisit], of subject: ScorecardSubject, planned: Int?) -> Measurement {
    let scored = visits.map { (score: scorecard.score(of: $0), points: scorecard.points(of: $0)) }
      .filter { $0.points.applicable > 0 }
    var measurement = empty(subject, n: scored.count)
    record(&measurement, scored.map(\.points))
    let score = ratio(scored.map(\.score))
    measurement.record(.score, score.share, n: score.n)
    measurement.record(.scoreLow, score.low, n: score.n)
    measurement.record(.scoreHigh, score.high, n: score.n)
    let knocked = visits.count { !scorecard.knockOuts(of: $0).isEmpty }
    measurement.set(.knockOuts, Figure(Double(knocked), n: visits.count))
    measurement.set(.visits, Figure(Double(visits.count), n: visits.count))
    if let planned { measurement.set(.visitsPlanned, Figure(Double(planned), n: visits.count)) }
    return measurement
  }

  /// Some of the criteria over all visits to which any of them applied.
  private func part(_ criteria: Range<Int>, of subject: ScorecardSubject) -> Measurement {
    let points = scorecard.visits.map { scorecard.points(of: $0, at: criteria) }.filter { $0.applicable > 0 }
    var measurement = empty(subject, n: points.count)
    record(&measurement, points)
    return measurement
  }

  private func empty(_ subject: ScorecardSubject, n: Int) -> Measurement {
    let key = MeasurementKey(
      survey: scorecard.id, wave: scorecard.wave, kind: .scorecard, subject: subject.text)
    return Measurement(key: key, n: n, figures: [.n: Figure(Double(n), n: n)])
  }

  private func record(_ measurement: inout Measurement, _ points: [Points]) {
    let all = points.reduce(Points(), +)
    let ratio = ratio(points)
    measurement.record(.pointsGained, count: all.gained, of: ratio.n)
    measurement.record(.pointsApplicable, count: all.applicable, of: ratio.n)
    measurement.record(.pointsShare, ratio.share, n: ratio.n)
    measurement.record(.pointsLow, ratio.low, n: ratio.n)
    measurement.record(.pointsHigh, ratio.high, n: ratio.n)
  }

  private func ratio(_ points: [Points]) -> RatioOfSums {
    RatioOfSums(points.map { RatioOfSums.Case(part: $0.gained, whole: $0.applicable) }, confidence: confidence)
  }

  private var plannedVisits: Int? {
    scorecard.plan.map { _ in scorecard.units.compactMap(plannedVisits(in:)).reduce(0, +) }
  }

  /// Nil without a plan, and for a unit that the plan does not name.
  private func plannedVisits(in unit: String) -> Int? {
    guard let plan = scorecard.plan, plan.units.isEmpty || plan.units.contains(unit) else { return nil }
    return plan.visitsPerUnit
  }
}

/// How each standard is met, and whether it is met less often than required by more than chance explains.
///
/// P(X ≤ met | checks, required) of the exact binomial distribution; q after Benjamini and Hochberg over all standards of the
/// project, one family. Source: methodology 1.4 (gap 3) and 6.5. Visits and checklists are of no one wave, so survey and wave
/// are empty.
func standardFigures(_ records: [StandardRecord], confidence: Double) -> [Measurement] {
  let p = records.map { Binomial.lowerTail($0.met, n: $0.checks, p: min(1, max(0, $0.standard.target))) }
  let q = benjaminiHochberg(p)
  return records.indices.map { index in
    let record = records[index]
    let n = record.checks
    let key = MeasurementKey(survey: "", wave: "", kind: .standard, subject: record.standard.id)
    var measurement = Measurement(key: key, n: n, figures: [.n: Figure(Double(n), n: n)])
    measurement.record(.met, count: record.met, of: n)
    measurement.record(Proportion(successes: record.met, n: n, confidence: confidence), .share, .shareLow, .shareHigh)
    measurement.set(.required, Figure(record.standard.target, n: n))
    measurement.set(.requiredP, Figure(p[index], n: n))
    if let value = q[index] { measurement.set(.requiredQ, Figure(value, n: n)) }
    return measurement
  }
}
