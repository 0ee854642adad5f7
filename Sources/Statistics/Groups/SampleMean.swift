/// What comparisons of means need to know of one independent sample.
///
/// It stands between the data and the tests of sections 2.4, 4.1 and 5, so that weighted samples (methodology 4.2: the
/// linearised error, n_eff − 1 degrees of freedom) are compared by the same formulas.
///
/// Edges: no rows `no_data`; one row a mean alone (`n_lt_2`).
public struct SampleMean: Sendable, Equatable {
  /// The mean, in units of the scale.
  public let mean: Estimate
  /// The squared standard error of the mean: s²/n, 0 where all rows are equal.
  public let squaredError: Estimate
  /// Degrees of freedom of that error: n − 1, above 0.
  public let df: Estimate

  /// The mean of unweighted rows.
  public init(_ counts: Counts) {
    let moments = Moments(counts)
    self.init(n: Double(counts.n), mean: moments.mean, variance: moments.variance)
  }

  /// The weighted mean, with its linearised error and n_eff − 1 degrees of freedom.
  public init(_ weighted: WeightedMean) {
    mean = weighted.mean
    squaredError = weighted.se.map { $0 * $0 }
    df = weighted.se.flatMap { _ in weighted.effectiveN.map { $0 - 1 } }
  }

  /// The mean of strata whose shares are known, with its own error and degrees of freedom.
  public init(_ strata: PostStratifiedMean) {
    mean = strata.mean
    squaredError = strata.se.map { $0 * $0 }
    df = strata.se.flatMap { _ in strata.test.df }
  }

  /// The mean of a published table.
  ///
  /// - Parameters:
  ///   - n: The number of rows, at least 2.
  ///   - mean: Their mean, finite.
  ///   - variance: Their variance with n − 1 below, not negative.
  public init(n: Int, mean: Double, variance: Double) {
    precondition(n >= 2, "a variance needs two rows")
    precondition(mean.isFinite && variance >= 0 && variance.isFinite, "a finite mean and variance")
    self.init(n: Double(n), mean: .value(mean), variance: .value(variance))
  }

  /// The mean of the means of samples that share respondents, such as several touchpoints.
  ///
  /// How they go together is not known, so its error is the mean of theirs: the most that it can be.
  ///
  /// - Parameter samples: At least one. Without an error in any of them there is none.
  public init(together samples: [SampleMean]) {
    precondition(!samples.isEmpty, "a mean of nothing")
    let count = Double(samples.count)
    mean = Self.sum(samples.map(\.mean)).map { $0 / count }
    let error = Self.sum(samples.map { $0.squaredError.map { $0.squareRoot() } }).map { $0 / count }
    squaredError = error.map { $0 * $0 }
    let least = samples.compactMap(\.df.value).min().map { Estimate.value($0) } ?? .unavailable(.noData)
    df = samples.lazy.compactMap(\.df.reason).first.map { .unavailable($0) } ?? least
  }

  /// The reason of the first that is lacking, if one is.
  private static func sum(_ parts: [Estimate]) -> Estimate {
    parts.reduce(.value(0)) { sum, part in sum.flatMap { sum in part.map { sum + $0 } } }
  }

  init(mean: Estimate, squaredError: Estimate, df: Estimate) {
    (self.mean, self.squaredError, self.df) = (mean, squaredError, df)
  }

  private init(n: Double, mean: Estimate, variance: Estimate) {
    self.mean = mean
    squaredError = variance.map { $0 / n }
    df = variance.map { _ in n - 1 }
  }
}
