/// A share with the interval of Wilson 1927 (JASA 22, 209–212).
///
/// Source: methodology 2.2. Edges: n = 0 `no_data`; n = 1 a share alone, the bounds `n_lt_2`.
public struct Proportion: Sendable, Equatable {
  /// How many have the property.
  public let successes: Int
  /// How many were asked.
  public let n: Int
  /// successes / n, 0 to 1.
  public let share: Estimate
  /// Lower bound, 0 to the share; exactly 0 where none has the property.
  public let low: Estimate
  /// Upper bound, the share to 1; exactly 1 where all have it.
  public let high: Estimate

  /// - Parameters:
  ///   - successes: How many have the property, 0 to n.
  ///   - n: How many were asked, not negative.
  ///   - confidence: Coverage of the interval, between 0 and 1, exclusive.
  public init(successes: Int, n: Int, confidence: Double = 0.95) {
    precondition(successes >= 0 && successes <= n, "successes are between 0 and n")
    precondition(confidence > 0 && confidence < 1, "a confidence between 0 and 1")
    self.successes = successes
    self.n = n
    guard n > 0 else {
      (share, low, high) = (.unavailable(.noData), .unavailable(.noData), .unavailable(.noData))
      return
    }
    let share = Double(successes) / Double(n)
    self.share = .value(share)
    guard n > 1 else {
      (low, high) = (.unavailable(.nLt2), .unavailable(.nLt2))
      return
    }
    let z = Normal.quantile((1 + confidence) / 2)
    let penalty = z * z / Double(n)
    let spread = z * (share * (1 - share) / Double(n) + penalty / Double(4 * n)).squareRoot()
    let upper = successes == n ? 1 : min(1, (share + penalty / 2 + spread) / (1 + penalty))
    high = .value(upper)
    // The bounds are the roots of a quadratic whose product is share²/(1 + z²/n): no difference of near equals.
    low = .value(min(share, share * share / ((1 + penalty) * upper)))
  }
}
