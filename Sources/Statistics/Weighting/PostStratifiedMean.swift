/// The mean of strata brought together by their known shares of the population.
///
/// Source: methodology 4.2; ȳ = ΣW_h·ȳ_h, variance ΣW_h²·s_h²/n_h; the interval is mean ± t·se with n − H degrees of
/// freedom, H the strata with a share.
///
/// Edges: a stratum with a share and no rows leaves nothing (`no_data`); one with a single row a mean alone (`n_lt_2`);
/// strata without spread have se 0 and no interval (`zero_variance`). Strata without a share are left out.
public struct PostStratifiedMean: Sendable, Equatable {
  /// The number of rows in strata with a share.
  public let n: Int
  /// The mean, in units of the values.
  public let mean: Estimate
  /// Its standard error.
  public let se: Estimate
  /// Lower bound of the interval.
  public let low: Estimate
  /// Upper bound of the interval.
  public let high: Estimate
  /// The difference of the mean from 0 in standard errors, against none.
  public let test: WeightedTest

  /// - Parameters:
  ///   - strata: The rows of each stratum.
  ///   - shares: How much of the population is in each, in any unit, not negative, in all above 0.
  ///   - confidence: Coverage of the interval, between 0 and 1, exclusive.
  ///   - populationSize: As in ``MeanTest``.
  public init(strata: [Counts], shares: [Double], confidence: Double = 0.95, populationSize: Int? = nil) {
    precondition(strata.count == shares.count, "a share for every stratum")
    precondition(shares.allSatisfy { $0 >= 0 && $0.isFinite } && shares.contains { $0 > 0 }, "shares above 0")
    precondition(confidence > 0 && confidence < 1, "a confidence between 0 and 1")
    let whole = shares.reduce(0, +)
    let used = zip(strata, shares).filter { $0.1 > 0 }.map { (moments: Moments($0.0), share: $0.1 / whole) }
    n = used.reduce(0) { $0 + $1.moments.n }
    mean = Self.total(used.map { stratum in stratum.moments.mean.map { stratum.share * $0 } })
    let variance = Self.total(
      used.map { stratum in
        stratum.moments.variance.map { stratum.share * stratum.share * $0 / Double(stratum.moments.n) }
      })
    let correction = finitePopulationFactor(n: n, populationSize: populationSize)
    let se = variance.map { $0.squareRoot() * correction }
    self.se = se
    let df = Double(n - used.count)
    test = WeightedTest(mean: mean, se: se, spread: variance, df: df)
    if variance.value == 0 {
      (low, high) = (.unavailable(.zeroVariance), .unavailable(.zeroVariance))
      return
    }
    let margin = se.map { $0 * StudentT(df: df).quantile((1 + confidence) / 2) }
    let mean = mean
    low = margin.flatMap { margin in mean.map { $0 - margin } }
    high = margin.flatMap { margin in mean.map { $0 + margin } }
  }

  /// The sum, or the reason of the first that is lacking.
  private static func total(_ terms: [Estimate]) -> Estimate {
    if let lacking = terms.first(where: { $0.value == nil }) { return lacking }
    return Estimate(finite: sumAscending(terms.compactMap(\.value)))
  }
}
