import Audit
import Statistics

/// Each wave of a survey against the one before (methodology 5.1 and 5.5), for `all` and each slice that both have.
///
/// The respondents of two waves are taken to be different people, which is conservative where they are not; where they can be
/// found again, what became of each stands beside it for `all`. A measure that
/// was asked otherwise in the two waves is left out: what changed is not the service. Where both waves are weighted, so is the
/// change.
struct ChangeFigures {
  let survey: String
  let earlier: SurveyWave
  let later: SurveyWave
  let weights: SurveyWeights?
  let rules: MeasureRules

  var measurements: [Measurement] {
    let before = Dictionary(
      ComparedMeasure.all(of: earlier.definition).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let slices = Dictionary(earlier.tally.slices.map { ($0.slice, $0) }, uniquingKeysWith: { first, _ in first })
    let measures = ComparedMeasure.all(of: later.definition).filter { isComparable($0) }
    let weights = weights?.of(earlier).flatMap { then in self.weights?.of(later).map { (then: then, now: $0) } }
    let paired = PairedChange(earlier, later)
    return later.tally.slices.flatMap { now -> [Measurement] in
      guard let then = slices[now.slice] else { return [] }
      let weighted = weights.flatMap { weights in
        weights.then.rows(of: now.slice).flatMap { then in weights.now.rows(of: now.slice).map { (then, $0) } }
      }
      return measures.compactMap { measure in
        guard let old = before[measure.id] else { return nil }
        var found = change(measure, from: (old, then), to: now)
        if let (then, now) = weighted { add((old, then), (measure, now), to: &found) }
        if now.slice == .all {
          paired?.add(
            old, measure, n: (old.values(then).n, measure.values(now).n), to: &found, rules: rules)
        }
        return found
      }
    }
  }

  /// Both waves ask for it in the same way.
  private func isComparable(_ measure: ComparedMeasure) -> Bool {
    let (kind, subject) = measure.subject
    return later.definition.obstacle(kind, subject, since: earlier.definition) == nil
  }

  private func change(
    _ measure: ComparedMeasure, from earlier: (measure: ComparedMeasure, tally: SliceTally), to later: SliceTally
  ) -> Measurement {
    let (then, now) = (earlier.measure.values(earlier.tally), measure.values(later))
    let n = then.n + now.n
    let test = WelchTest(now, then, confidence: rules.confidence)
    let key = MeasurementKey(
      survey: survey, wave: "\(self.earlier.wave.label)>\(self.later.wave.label)", slice: later.slice, kind: .change,
      subject: measure.id)
    var measurement = Measurement(key: key, n: min(then.n, now.n))
    measurement.record(test, n: n)
    measurement.record(
      .mde, DetectableEffect(confidence: rules.confidence, power: rules.power).minimum(se: test.se), n: n)
    measurement.record([.differenceQ], unavailable: .noFamily, n: n)
    guard measure.isGap else { return measurement }
    for (statistic, part) in [(Statistic.deltaPerception, GapPart.perception), (.deltaExpectation, .expectation)] {
      let (was, became) = (part.mean(earlier.measure, earlier.tally), part.mean(measure, later))
      measurement.record(statistic, became.flatMap { now in was.map { now - $0 } }, n: n)
    }
    let expected = WelchTest(
      measure.expectations(later), earlier.measure.expectations(earlier.tally), confidence: rules.confidence)
    measurement.record(.deltaExpectationLow, expected.low, n: n)
    measurement.record(.deltaExpectationHigh, expected.high, n: n)
    return measurement
  }
}

/// The same under weights.
extension ChangeFigures {
  private typealias Side = (measure: ComparedMeasure, slice: SliceWeights)

  private func add(_ then: Side, _ now: Side, to measurement: inout Measurement) {
    let rows = (then: then.measure.rows(then.slice), now: now.measure.rows(now.slice))
    let n = rows.then.n + rows.now.n
    let test = test(rows.now, rows.then)
    measurement.record(weighted: test, n: n)
    measurement.record(
      .weightedMDE, DetectableEffect(confidence: rules.confidence, power: rules.power).minimum(se: test.se), n: n)
    guard let was = then.measure.expectedRows(then.slice), let became = now.measure.expectedRows(now.slice) else {
      return
    }
    let expected = self.test(became, was)
    measurement.record(.weightedDeltaExpectation, expected.difference, n: n)
    measurement.record(.weightedDeltaExpectationLow, expected.low, n: n)
    measurement.record(.weightedDeltaExpectationHigh, expected.high, n: n)
    // On the rows of the gap, P is E + gap, and so are their means.
    measurement.record(
      .weightedDeltaPerception, test.difference.flatMap { gap in expected.difference.map { gap + $0 } }, n: n)
  }

  private func test(_ later: WeightedRows, _ earlier: WeightedRows) -> WelchTest {
    WelchTest(
      later.sample(confidence: rules.confidence), earlier.sample(confidence: rules.confidence),
      confidence: rules.confidence)
  }
}

/// One side of a gap, on the rows that the gap rests on.
private enum GapPart {
  case perception, expectation

  func mean(_ measure: ComparedMeasure, _ tally: SliceTally) -> Estimate {
    let expectation = measure.expectations(tally)
    switch self {
    case .expectation: return Moments(expectation).mean
    case .perception:
      let gap = Moments(measure.values(tally)).mean
      return gap.flatMap { gap in Moments(expectation).mean.map { $0 + gap } }
    }
  }
}

extension Measurement {
  /// A difference of two groups with its test and interval.
  mutating func record(_ test: WelchTest, n: Int) {
    record(.difference, test.difference, n: n)
    record(.differenceSE, test.se, n: n)
    record(.differenceLow, test.low, n: n)
    record(.differenceHigh, test.high, n: n)
    record(.differenceT, test.t, n: n)
    record(.differenceDF, test.df, n: n)
    record(.differenceP, test.p, n: n)
  }

  /// A difference of two weighted groups; its q comes later.
  mutating func record(weighted test: WelchTest, n: Int) {
    record(.weightedDifference, test.difference, n: n)
    record(.weightedDifferenceSE, test.se, n: n)
    record(.weightedDifferenceLow, test.low, n: n)
    record(.weightedDifferenceHigh, test.high, n: n)
    record(.weightedDifferenceT, test.t, n: n)
    record(.weightedDifferenceDF, test.df, n: n)
    record(.weightedDifferenceP, test.p, n: n)
    record([.weightedDifferenceQ], unavailable: .noFamily, n: n)
  }
}
