/// Welch's comparison of the means of two independent samples, first minus second.
///
/// Source: methodology 2.4; Welch 1947 (Biometrika 34, 28–35): t = d/√(a + b) with a = s₁²/n₁, b = s₂²/n₂ and
/// (a + b)²/(a²/(n₁−1) + b²/(n₂−1)) degrees of freedom. The difference of two counts is exact and rounded once.
///
/// Edges: a sample without rows `no_data`; a sample of one row a difference alone (`n_lt_2`); two samples without spread
/// a difference with se 0, the rest `zero_variance`.
public struct WelchTest: Sendable, Equatable {
  /// The mean of the first sample minus that of the second, in units of the scale.
  public let difference: Estimate
  /// The standard error of the difference.
  public let se: Estimate
  /// Degrees of freedom after Satterthwaite.
  public let df: Estimate
  /// The test statistic.
  public let t: Estimate
  /// Two-sided probability of a difference at least as far from 0, between 0 and 1.
  public let p: Estimate
  /// Lower bound of the interval for the difference.
  public let low: Estimate
  /// Upper bound of the interval for the difference.
  public let high: Estimate
  /// Coverage of the interval, between 0 and 1.
  public let confidence: Double

  /// - Parameters:
  ///   - first: The rows of the sample that is compared.
  ///   - second: The rows of the sample that it is compared with.
  ///   - confidence: Coverage of the interval, between 0 and 1, exclusive.
  public init(_ first: Counts, _ second: Counts, confidence: Double = 0.95) {
    let difference = Fraction.differenceOfMeans(first, second)
    self.init(
      difference: difference.map { Estimate(finite: $0) } ?? .unavailable(.noData),
      samples: [SampleMean(first), SampleMean(second)], confidence: confidence)
  }

  /// - Parameters:
  ///   - first: The sample that is compared; weighted samples come this way.
  ///   - second: The sample that it is compared with.
  ///   - confidence: Coverage of the interval, between 0 and 1, exclusive.
  public init(_ first: SampleMean, _ second: SampleMean, confidence: Double = 0.95) {
    let difference = first.mean.flatMap { mean in second.mean.map { mean - $0 } }
    self.init(difference: difference, samples: [first, second], confidence: confidence)
  }

  /// The test of any sum and difference of independent means, here also of differences of differences.
  init(difference: Estimate, samples: [SampleMean], confidence: Double) {
    precondition(confidence > 0 && confidence < 1, "a confidence between 0 and 1")
    self.difference = difference
    self.confidence = confidence
    let error = CombinedError(samples)
    se = difference.flatMap { _ in error.se }
    df = difference.flatMap { _ in error.df }
    t = df.flatMap { _ in error.se.flatMap { se in difference.map { $0 / se } } }
    (p, (low, high)) = (
      Self.p(t: t, df: df), Self.interval(difference: difference, se: error.se, df: df, confidence: confidence)
    )
  }

  /// The same difference with an interval of another coverage.
  ///
  /// - Parameter confidence: Coverage of the interval, between 0 and 1, exclusive.
  /// - Returns: Lower and upper bound.
  public func interval(confidence: Double) -> (low: Estimate, high: Estimate) {
    precondition(confidence > 0 && confidence < 1, "a confidence between 0 and 1")
    return Self.interval(difference: difference, se: se, df: df, confidence: confidence)
  }

  private static func p(t: Estimate, df: Estimate) -> Estimate {
    df.flatMap { df in t.map { StudentT(df: df).twoSided($0) } }
  }

  private static func interval(difference: Estimate, se: Estimate, df: Estimate, confidence: Double)
    -> (low: Estimate, high: Estimate)
  {
    let margin = df.flatMap { df in se.map { StudentT(df: df).quantile((1 + confidence) / 2) * $0 } }
    return (
      margin.flatMap { margin in difference.map { $0 - margin } },
      margin.flatMap { margin in difference.map { $0 + margin } }
    )
  }
}

/// The error of a sum of independent means, with degrees of freedom after Satterthwaite.
struct CombinedError {
  /// √Σ s²/n.
  let se: Estimate
  /// (Σa)²/Σ(a²/df), a = s²/n; `zero_variance` where every a is 0.
  let df: Estimate

  init(_ samples: [SampleMean]) {
    if let reason = samples.lazy.compactMap(\.mean.reason).first ?? samples.lazy.compactMap(\.df.reason).first {
      (se, df) = (.unavailable(reason), .unavailable(reason))
      return
    }
    let parts = samples.compactMap { sample in
      sample.squaredError.value.flatMap { error in sample.df.value.map { (error: error, df: $0) } }
    }
    // Ascending, so that the sums do not depend on which sample is named first.
    let total = parts.map(\.error).sorted().reduce(0, +)
    se = Estimate(finite: total.squareRoot())
    guard total > 0 else {
      df = .unavailable(.zeroVariance)
      return
    }
    let shares = parts.map { $0.error / total * ($0.error / total) / $0.df }
    df = Estimate(finite: 1 / shares.sorted().reduce(0, +))
  }
}
