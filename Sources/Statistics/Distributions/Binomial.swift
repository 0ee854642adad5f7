/// Tails of the binomial distribution, stable for n up to 10⁹ and beyond.
///
/// Source: P(X ≥ x) = I_p(x, n − x + 1), DLMF 8.17.5; each tail is computed by itself, neither as 1 minus the other.
public enum Binomial {
  /// P(X ≤ x) for n trials with probability p, between 0 and 1.
  public static func lowerTail(_ x: Int, n: Int, p: Double) -> Double {
    check(n: n, p: p)
    if x < 0 { return 0 }
    if x >= n { return 1 }
    // I_q(n − x, x + 1), seen from the failures.
    return point(a: Double(n - x), b: Double(x + 1), p: 1 - p, q: p, excess: tailExcess(n: n, p: p, x: x)).lower
  }

  /// P(X ≥ x) for n trials with probability p, between 0 and 1.
  public static func upperTail(_ x: Int, n: Int, p: Double) -> Double {
    check(n: n, p: p)
    if x <= 0 { return 1 }
    if x > n { return 0 }
    let (a, b) = (Double(x), Double(n - x + 1))
    return point(a: a, b: b, p: p, q: 1 - p, excess: (-a).addingProduct(p, Double(n + 1))).lower
  }

  private static func check(n: Int, p: Double) {
    precondition(n >= 0, "a number of trials is not negative")
    precondition(p >= 0 && p <= 1, "a probability is between 0 and 1")
  }

  /// q·b − p·a for a = n − x and b = x + 1, in one rounding: x + 1 − p·(n + 1).
  private static func tailExcess(n: Int, p: Double, x: Int) -> Double {
    Double(x + 1).addingProduct(-p, Double(n + 1))
  }

  /// The beta point with odds p/q: s = p·b and t = q·a.
  private static func point(a: Double, b: Double, p: Double, q: Double, excess: Double) -> BetaPoint {
    BetaPoint(a: a, b: b, s: p * b, t: q * a, excess: excess)
  }
}

/// Two-sided exact sign test of "as many below as above": min(1, 2·P(X ≤ the smaller count)) at ½.
///
/// - Parameters:
///   - negative: How many are below, not negative.
///   - positive: How many are above, not negative; ties are in neither.
/// - Returns: The p value; `no_data` where both are 0.
public func signTest(negative: Int, positive: Int) -> Estimate {
  precondition(negative >= 0 && positive >= 0, "a count is not negative")
  let n = negative + positive
  guard n > 0 else { return .unavailable(.noData) }
  return .value(min(1, 2 * Binomial.lowerTail(min(negative, positive), n: n, p: 0.5)))
}
