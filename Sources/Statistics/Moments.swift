/// Number, mean and spread of counts.
///
/// Source: methodology 0.4, s² = (n·Q − S²)/(n(n−1)). Mean and variance are the doubles nearest to the exact values: one
/// division of integers, one rounding.
public struct Moments: Sendable, Equatable {
  /// The number of rows.
  public let n: Int
  /// The mean, in units of the scale.
  public let mean: Estimate
  /// The variance with n − 1 below, in squared units; needs two rows.
  public let variance: Estimate
  /// The square root of the variance, in units of the scale.
  public let sd: Estimate

  /// The moments of counts; no rows give `no_data`, one row a mean alone (`n_lt_2`).
  public init(_ counts: Counts) {
    self.init(ScoreSums(counts.reduced))
  }

  /// The moments of sums; edges as of counts.
  public init(_ counts: ScoreSums) {
    n = counts.n
    guard n > 0 else {
      (mean, variance, sd) = (.unavailable(.noData), .unavailable(.noData), .unavailable(.noData))
      return
    }
    let (rows, denominator) = (UInt128(n), UInt128(counts.denominator))
    let sum = counts.sum
    let magnitude = UInt256(low: sum.magnitude).divided(by: rows * denominator)
    mean = .value(sum < 0 ? -magnitude : magnitude)
    guard n > 1 else {
      (variance, sd) = (.unavailable(.nLt2), .unavailable(.nLt2))
      return
    }
    variance = .value(Self.variance(counts))
    sd = variance.map { $0.squareRoot() }
  }

  private static func variance(_ counts: ScoreSums) -> Double {
    let (rows, denominator) = (UInt128(counts.n), UInt128(counts.denominator))
    let magnitude = counts.sum.magnitude
    let numerator = UInt256(product: rows, counts.sumOfSquares) - UInt256(product: magnitude, magnitude)
    let (divisor, overflow) = (rows * (rows - 1)).multipliedReportingOverflow(by: denominator * denominator)
    // Only denominators beyond 10⁹ together with 10¹⁰ rows need the second rounding.
    guard overflow else { return numerator.divided(by: divisor) }
    return numerator.divided(by: rows * (rows - 1)) / Double(denominator) / Double(denominator)
  }
}
