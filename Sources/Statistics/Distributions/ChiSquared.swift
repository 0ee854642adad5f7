/// The χ² distribution.
public struct ChiSquared: Sendable {
  /// Degrees of freedom, above 0.
  public let df: Double

  /// - Parameter df: Degrees of freedom, above 0 and finite.
  public init(df: Double) {
    precondition(df > 0 && df.isFinite, "degrees of freedom are above 0")
    self.df = df
  }

  /// P(χ² > x) = Q(df/2, x/2), relatively accurate in the upper tail.
  ///
  /// Source: DLMF 8.7.1 and 8.9.2.
  public func upperTail(_ x: Double) -> Double {
    precondition(!x.isNaN, "a quantile is a number")
    guard x > 0 else { return 1 }
    return x.isFinite ? IncompleteGamma.upper(df / 2, x / 2) : 0
  }
}
