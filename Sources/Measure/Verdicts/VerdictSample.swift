import Audit
import Statistics

/// The answers of one place in one wave.
struct VerdictSample {
  let mean: SampleMean
  let n: Int
  /// Nil where the sample is a mean over several touchpoints.
  let counts: Counts?

  init(_ counts: Counts) {
    mean = SampleMean(counts)
    n = counts.n
    self.counts = counts
  }

  /// Several touchpoints that the same customers rate; at least one.
  init(together parts: [Counts]) {
    mean = SampleMean(together: parts.map { SampleMean($0) })
    n = parts.reduce(0) { $0 + $1.n }
    counts = parts.count == 1 ? parts[0] : nil
  }

  /// Its level with the interval of the measure's form; nil without answers.
  func level(_ form: CorrectionEffect.Form, confidence: Double) -> CorrectionEffect.Level? {
    guard let value = mean.mean.value else { return nil }
    let bounds = counts.map { Self.interval($0, form, confidence) }
    return CorrectionEffect.Level(value: value, low: bounds?.low.value, high: bounds?.high.value, n: n)
  }

  private static func interval(
    _ counts: Counts, _ form: CorrectionEffect.Form, _ confidence: Double
  ) -> (low: Estimate, high: Estimate) {
    switch form {
    case .points:
      let test = MeanTest(counts, confidence: confidence)
      return (test.low, test.high)
    case .share:
      let share = Proportion(successes: counts.count { $0 > 0 }, n: counts.n, confidence: confidence)
      return (share.low, share.high)
    case .netPromoter:
      let score = NetPromoter(counts.recommendations, confidence: confidence)
      return (score.low, score.high)
    }
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

/// A change with its test, whatever the test was.
struct TestedChange {
  let difference: Estimate
  let se: Estimate
  let low: Estimate
  let high: Estimate
  let p: Estimate

  init(_ test: WelchTest) {
    (difference, se, low, high, p) = (test.difference, test.se, test.low, test.high, test.p)
  }

  private init(
    difference: Estimate, se: Estimate, low: Estimate, high: Estimate, p: Estimate
  ) {
    (self.difference, self.se, self.low, self.high, self.p) = (difference, se, low, high, p)
  }

  /// Two waves of different customers (methodology 5.1): Welch for means, Newcombe for shares, the difference of scores.
  init(_ pair: VerdictPair, _ form: CorrectionEffect.Form, confidence: Double) {
    let welch = WelchTest(pair.after.mean, pair.before.mean, confidence: confidence)
    guard let before = pair.before.counts, let after = pair.after.counts else {
      self.init(welch)
      return
    }
    switch form {
    case .points: self.init(WelchTest(after, before, confidence: confidence))
    case .share:
      let share = { (counts: Counts) in
        Proportion(successes: counts.count { $0 > 0 }, n: counts.n, confidence: confidence)
      }
      let test = ProportionDifference(share(after), share(before))
      self.init(difference: test.difference, se: welch.se, low: test.low, high: test.high, p: test.p)
    case .netPromoter:
      let test = NetPromoterDifference(
        earlier: NetPromoter(before.recommendations, confidence: confidence),
        later: NetPromoter(after.recommendations, confidence: confidence), confidence: confidence)
      self.init(difference: test.difference, se: test.se, low: test.low, high: test.high, p: test.p)
    }
  }
}

extension Counts {
  /// Answers of 0…10 of as many promoters, passives and detractors as these values of 100, 0 and −100 tell of.
  var recommendations: Counts { map { $0 > 0 ? 10 : ($0 < 0 ? 0 : 7) } }
}
