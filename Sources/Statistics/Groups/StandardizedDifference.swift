/// The difference of two independent means in units of their pooled standard deviation, first minus second.
///
/// Source: methodology 2.4. d = (mean₁ − mean₂)/√(((n₁−1)s₁² + (n₂−1)s₂²)/(n₁+n₂−2)); Hedges' g = d·(1 − 3/(4(n₁+n₂−2) − 1)).
///
/// Edges: a sample without rows `no_data`, of one row `n_lt_2`; no spread in either `zero_variance`.
public struct StandardizedDifference: Sendable, Equatable {
  /// The pooled standard deviation, in units of the scale.
  public let pooledSD: Estimate
  /// Cohen's d, signed.
  public let d: Estimate
  /// Hedges' g: d less its bias in small samples, signed.
  public let g: Estimate

  /// - Parameters:
  ///   - first: The rows of the sample that is compared.
  ///   - second: The rows of the sample that it is compared with.
  public init(_ first: Counts, _ second: Counts) {
    let (one, other) = (Moments(first).variance, Moments(second).variance)
    let missing = min(first.n, second.n) == 0 ? Reason.noData : .nLt2
    guard let one = one.value, let other = other.value,
      let difference = Fraction.differenceOfMeans(first, second)
    else {
      (pooledSD, d, g) = (.unavailable(missing), .unavailable(missing), .unavailable(missing))
      return
    }
    let df = Double(first.n) + Double(second.n) - 2
    let sd = (Double(first.n - 1) / df * one + Double(second.n - 1) / df * other).squareRoot()
    pooledSD = Estimate(finite: sd)
    d = sd > 0 ? Estimate(finite: difference / sd) : .unavailable(.zeroVariance)
    g = d.map { $0 * (1 - 3 / (4 * df - 1)) }
  }
}
