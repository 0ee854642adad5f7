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

  /// Notes the test of a weighted mean; its q comes later.
  mutating func record(
    _ found: WeightedEstimate, t: Statistic, df: Statistic, p: Statistic, q: Statistic
  ) {
    record(t, found.test.t, n: found.n)
    record(df, found.test.df, n: found.n)
    record(p, found.test.p, n: found.n)
    record([q], unavailable: .noFamily, n: found.n)
  }
}
