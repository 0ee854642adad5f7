/// Two independent shares compared, first minus second.
///
/// Source: methodology 2.4. Pooled z test; interval Newcombe 1998 (Stat. Med. 17, 873–890, method 10) from the Wilson
/// bounds of each; Cohen's h = 2·asin√p₁ − 2·asin√p₂. Differences are exact before the last division.
///
/// Edges: a sample without rows `no_data`; of one row a difference and h alone (`n_lt_2`); nobody or everybody in both:
/// z and p `zero_variance`, the interval stands.
public struct ProportionDifference: Sendable, Equatable {
  /// p₁ − p₂, −1 to 1.
  public let difference: Estimate
  /// The test statistic, with the pooled share.
  public let z: Estimate
  /// Two-sided p.
  public let p: Estimate
  /// Lower bound of the interval for the difference.
  public let low: Estimate
  /// Upper bound of the interval for the difference.
  public let high: Estimate
  /// Cohen's h, −π to π.
  public let h: Estimate

  /// - Parameters:
  ///   - first: The share that is compared; its bounds have the coverage that the interval shall have.
  ///   - second: The share that it is compared with, with bounds of the same coverage.
  public init(_ first: Proportion, _ second: Proportion) {
    guard first.n > 0, second.n > 0 else {
      let reason = Estimate.unavailable(.noData)
      (difference, z, p, low, high, h) = (reason, reason, reason, reason, reason, reason)
      return
    }
    let (n1, n2) = (UInt128(first.n), UInt128(second.n))
    let (x1, x2) = (UInt128(first.successes), UInt128(second.successes))
    let (ahead, behind) = (x1 * n2, x2 * n1)
    let size = UInt256(low: ahead > behind ? ahead - behind : behind - ahead).divided(by: n1 * n2)
    let difference = ahead < behind ? -size : size
    self.difference = .value(difference)
    h = .value(Self.angle(Self.parts(first), Self.parts(second), difference: difference))
    guard first.n > 1, second.n > 1 else {
      (z, p, low, high) = (.unavailable(.nLt2), .unavailable(.nLt2), .unavailable(.nLt2), .unavailable(.nLt2))
      return
    }
    let pooled = Double((x1 + x2) * (n1 + n2 - x1 - x2)) / Double((n1 + n2) * (n1 + n2))
    let variance = pooled * (1 / Double(min(n1, n2)) + 1 / Double(max(n1, n2)))
    z = variance > 0 ? Estimate(finite: difference / variance.squareRoot()) : .unavailable(.zeroVariance)
    p = z.map { Normal.twoSided($0) }
    low = Self.bound(difference, -1, WeightedShare(first), WeightedShare(second))
    high = Self.bound(difference, 1, WeightedShare(first), WeightedShare(second))
  }

  /// Weighted shares, each as of n_eff rows (methodology 4.2).
  ///
  /// - Parameters:
  ///   - first: The share that is compared; its bounds have the coverage that the interval shall have.
  ///   - second: The share that it is compared with, with bounds of the same coverage.
  public init(_ first: WeightedShare, _ second: WeightedShare) {
    guard let p1 = first.share.value, let p2 = second.share.value, let n1 = first.effectiveN.value,
      let n2 = second.effectiveN.value
    else {
      let reason = Estimate.unavailable(.noData)
      (difference, z, p, low, high, h) = (reason, reason, reason, reason, reason, reason)
      return
    }
    difference = .value(p1 - p2)
    h = .value(Self.angle((p1, 1 - p1), (p2, 1 - p2), difference: p1 - p2))
    if let reason = first.low.reason ?? second.low.reason {
      (z, p, low, high) = (.unavailable(reason), .unavailable(reason), .unavailable(reason), .unavailable(reason))
      return
    }
    let pooled = (n1 * p1 + n2 * p2) / (n1 + n2)
    let variance = pooled * (1 - pooled) * (1 / n1 + 1 / n2)
    z = variance > 0 ? Estimate(finite: (p1 - p2) / variance.squareRoot()) : .unavailable(.zeroVariance)
    p = z.map { Normal.twoSided($0) }
    low = Self.bound(p1 - p2, -1, first, second)
    high = Self.bound(p1 - p2, 1, first, second)
  }

  /// Adds to, or takes off, the root of the squared distances to the Wilson bounds on the facing sides.
  private static func bound(
    _ difference: Double, _ sign: Double, _ first: WeightedShare, _ second: WeightedShare
  ) -> Estimate {
    let (own, other) = sign < 0 ? (first.low, second.high) : (first.high, second.low)
    return first.share.flatMap { p1 in
      second.share.flatMap { p2 in
        own.flatMap { own in
          other.map { other in
            let distance = ((p1 - own) * (p1 - own) + (p2 - other) * (p2 - other)).squareRoot()
            return max(-1, min(1, difference + sign * distance))
          }
        }
      }
    }
  }

  /// Those with the property and those without, as shares.
  private static func parts(_ sample: Proportion) -> (with: Double, without: Double) {
    let n = Double(sample.n)
    return (Double(sample.successes) / n, Double(sample.n - sample.successes) / n)
  }

  /// 2·asin√p₁ − 2·asin√p₂ as one angle, so that near shares lose no digits.
  private static func angle(
    _ first: (with: Double, without: Double), _ second: (with: Double, without: Double), difference: Double
  ) -> Double {
    let ((p1, q1), (p2, q2)) = (first, second)
    // sin(a − b) = √(p₁q₂) − √(p₂q₁) = (p₁ − p₂)/(√(p₁q₂) + √(p₂q₁)), cos(a − b) = √(p₁p₂) + √(q₁q₂).
    let sum = (p1 * q2).squareRoot() + (p2 * q1).squareRoot()
    guard sum > 0 else { return 0 }
    let cosine = (p1 * p2).squareRoot() + (q1 * q2).squareRoot()
    let h = 2 * Elementary.angle(sine: difference / sum, cosine: cosine)
    return max(-Double.pi, min(Double.pi, h))
  }
}
