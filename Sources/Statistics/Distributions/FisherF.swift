/// Fisher's F distribution.
public struct FisherF: Sendable {
  /// Degrees of freedom of the numerator, above 0.
  public let df1: Double
  /// Degrees of freedom of the denominator, above 0.
  public let df2: Double

  /// - Parameters:
  ///   - df1: Degrees of freedom of the numerator, above 0 and finite.
  ///   - df2: Degrees of freedom of the denominator, above 0 and finite.
  public init(df1: Double, df2: Double) {
    precondition(df1 > 0 && df1.isFinite && df2 > 0 && df2.isFinite, "degrees of freedom are above 0")
    self.df1 = df1
    self.df2 = df2
  }

  /// P(F > f) = I_x(df2/2, df1/2) with x = df2/(df2 + df1·f), relatively accurate in the upper tail.
  ///
  /// Source: DLMF 8.17.22.
  public func upperTail(_ f: Double) -> Double {
    precondition(!f.isNaN, "a quantile is a number")
    guard f > 0 else { return 1 }
    guard (df1 * f).isFinite else { return 0 }
    return point(f).lower
  }

  /// The f below which a share p lies.
  ///
  /// - Parameter p: Between 0 and 1, exclusive.
  /// - Returns: The quantile.
  public func quantile(_ p: Double) -> Double {
    precondition(p > 0 && p < 1, "a probability between 0 and 1")
    // Either end is solved as an upper tail: 1/F has the degrees of freedom exchanged.
    return p < 0.5 ? 1 / FisherF(df1: df2, df2: df1).upperQuantile(p) : upperQuantile(1 - p)
  }

  private func upperQuantile(_ q: Double) -> Double {
    TailRoot(probability: q, start: 1).solve { (f: Double) in (tail: upperTail(f), slope: point(f).power) }
  }

  private func point(_ f: Double) -> BetaPoint {
    BetaPoint(a: df2 / 2, b: df1 / 2, s: 1, t: f, excess: 1 - f)
  }
}
