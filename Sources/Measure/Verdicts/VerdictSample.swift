import Audit
import Statistics

/// The answers of one place in one wave.
struct VerdictSample {
  let mean: SampleMean
  let n: Int
  /// Nil where the sample is a mean over several touchpoints.
  let rows: VerdictRows?

  init(_ rows: VerdictRows, confidence: Double) {
    mean = rows.mean(confidence: confidence)
    n = rows.n
    self.rows = rows
  }

  /// Several touchpoints that the same customers rate; at least one.
  init(together parts: [VerdictRows], confidence: Double) {
    mean = SampleMean(together: parts.map { $0.mean(confidence: confidence) })
    n = parts.reduce(0) { $0 + $1.n }
    rows = parts.count == 1 ? parts[0] : nil
  }

  /// Its level with the interval of the measure's form; nil without answers.
  func level(_ form: CorrectionEffect.Form, confidence: Double) -> CorrectionEffect.Level? {
    guard let value = mean.mean.value else { return nil }
    let bounds = rows?.interval(form, confidence: confidence)
    return CorrectionEffect.Level(value: value, low: bounds?.low.value, high: bounds?.high.value, n: n)
  }
}

/// The same places before and after.
struct VerdictPair {
  let before: VerdictSample
  let after: VerdictSample

  func levels(_ form: CorrectionEffect.Form, confidence: Double) -> CorrectionEffect.Pair? {
    guard let before = before.level(form, confidence: confidence), let after = after.level(form, confidence: confidence)
    else { return nil }
    return CorrectionEffect.Pair(before: before, after: after)
  }
}

/// What stands behind the change of a gap, where it was corrected.
struct GapParts {
  let expectation: TestedChange
  let perception: TestedChange
}

/// A change with its test, whatever the test was.
struct TestedChange {
  let difference: Estimate
  let se: Estimate
  /// Of a test by t; unavailable for others.
  let df: Estimate
  let low: Estimate
  let high: Estimate
  let p: Estimate

  init(_ test: WelchTest) {
    (difference, se, df) = (test.difference, test.se, test.df)
    (low, high, p) = (test.low, test.high, test.p)
  }

  private init(
    difference: Estimate, se: Estimate, low: Estimate, high: Estimate, p: Estimate
  ) {
    (self.difference, self.se, self.low, self.high, self.p) = (difference, se, low, high, p)
    df = .unavailable(.noData)
  }

  /// Two waves of different customers (methodology 5.1): Welch for means, Newcombe for shares, the difference of scores.
  init(_ pair: VerdictPair, _ form: CorrectionEffect.Form, confidence: Double) {
    let welch = WelchTest(pair.after.mean, pair.before.mean, confidence: confidence)
    guard let before = pair.before.rows, let after = pair.after.rows else {
      self.init(welch)
      return
    }
    switch form {
    case .points:
      guard case .alike(let then) = before, case .alike(let now) = after else {
        self.init(welch)
        return
      }
      self.init(WelchTest(now, then, confidence: confidence))
    case .share:
      let test = after.shareDifference(from: before, confidence: confidence)
      self.init(difference: test.difference, se: welch.se, low: test.low, high: test.high, p: test.p)
    case .netPromoter:
      let test = NetPromoterDifference(
        earlier: before.score(confidence: confidence), later: after.score(confidence: confidence),
        confidence: confidence)
      self.init(difference: test.difference, se: test.se, low: test.low, high: test.high, p: test.p)
    }
  }
}
