import Audit
import Statistics

/// A weighted mean as it is printed, whichever way its error is found.
struct WeightedEstimate {
  let n: Int
  let mean: Estimate
  let se: Estimate
  let low: Estimate
  let high: Estimate
  let test: WeightedTest

  /// Weights taken as fixed.
  init(_ mean: WeightedMean) {
    (n, self.mean, se, low, high, test) = (mean.n, mean.mean, mean.se, mean.low, mean.high, mean.test)
  }

  /// Strata whose shares are known.
  init(_ mean: PostStratifiedMean) {
    (n, self.mean, se, low, high, test) = (mean.n, mean.mean, mean.se, mean.low, mean.high, mean.test)
  }
}

extension Measurement {
  /// Notes a weighted mean, its error and its interval.
  mutating func record(
    _ found: WeightedEstimate, _ mean: Statistic, _ se: Statistic, _ low: Statistic, _ high: Statistic
  ) {
    record(mean, found.mean, n: found.n)
    record(se, found.se, n: found.n)
    record(low, found.low, n: found.n)
    record(high, found.high, n: found.n)
  }

  /// Notes a weighted perception.
  mutating func record(weightedPerception found: WeightedEstimate) {
    record(found, .weightedPerception, .weightedPerceptionSE, .weightedPerceptionLow, .weightedPerceptionHigh)
  }

  /// Notes a weighted gap with its test.
  mutating func record(weightedGap found: WeightedEstimate) {
    record(found, .weightedGap, .weightedGapSE, .weightedGapLow, .weightedGapHigh)
    record(.weightedGapT, found.test.t, n: found.n)
    record(.weightedGapDF, found.test.df, n: found.n)
    record(.weightedGapP, found.test.p, n: found.n)
  }
}
