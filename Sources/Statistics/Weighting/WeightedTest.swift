/// The test of a weighted mean against 0: Student's t, with degrees of freedom of n_eff in place of n.
///
/// Source: methodology 4.2 and 2.3.
///
/// Edges: a mean or an error that is lacking leaves nothing, for its reason; rows that are all equal no test
/// (`zero_variance`); where all of a known population answered the mean is known (`census`).
public struct WeightedTest: Sendable, Equatable {
  /// The mean in standard errors.
  public let t: Estimate
  /// Degrees of freedom, above 0.
  public let df: Estimate
  /// Two-sided probability of a mean at least as far from 0, 0 to 1.
  public let p: Estimate

  /// No test.
  init(unavailable reason: Reason) {
    (t, df, p) = (.unavailable(reason), .unavailable(reason), .unavailable(reason))
  }

  /// - Parameters:
  ///   - mean: What is tested.
  ///   - se: Its standard error.
  ///   - spread: How much rows differ, 0 where they are equal, before a known population is allowed for.
  ///   - df: Degrees of freedom.
  init(mean: Estimate, se: Estimate, spread: Estimate, df: Double) {
    guard let centre = mean.value, let error = se.value, let spread = spread.value, df > 0 else {
      let reason = Estimate.unavailable(mean.reason ?? se.reason ?? spread.reason ?? .nLt2)
      (t, self.df, p) = (reason, reason, reason)
      return
    }
    let t = error > 0 ? Estimate(finite: centre / error) : .unavailable(spread > 0 ? .census : .zeroVariance)
    (self.t, self.df, p) = (t, .value(df), t.map { StudentT(df: df).twoSided($0) })
  }
}
