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
    let sums = ScoreSums(counts)
    self.init(sums.isShort ? sums : ScoreSums(counts.reduced))
  }

  /// The moments of sums; edges as of counts.
  public init(_ counts: ScoreSums) {
    n = counts.n
    guard n > 0 else {
      (mean, variance, sd) = (.unavailable(.noData), .unavailable(.noData), .unavailable(.noData))
      return
    }
    mean = .value(Self.mean(counts))
    guard n > 1 else {
      (variance, sd) = (.unavailable(.nLt2), .unavailable(.nLt2))
      return
    }
    variance = .value(Self.variance(counts))
    sd = variance.map { $0.squareRoot() }
  }

  private static func mean(_ counts: ScoreSums) -> Double {
    // Where both are doubles, their quotient is rounded once.
    if counts.isShort { return Double(Int(counts.sum)) / Double(counts.n * counts.denominator) }
    let magnitude = UInt256(low: counts.sum.magnitude).divided(by: UInt128(counts.n) * UInt128(counts.denominator))
    return counts.sum < 0 ? -magnitude : magnitude
  }

  private static func variance(_ counts: ScoreSums) -> Double {
    if counts.isShort {
      let (n, sum, denominator) = (counts.n, Int(counts.sum), counts.denominator)
      return Double(n * Int(counts.sumOfSquares) - sum * sum) / Double(n * (n - 1) * denominator * denominator)
    }
    let (rows, denominator) = (UInt128(counts.n), UInt128(counts.denominator))
    let magnitude = counts.sum.magnitude
    let numerator = UInt256(product: rows, counts.sumOfSquares) - UInt256(product: magnitude, magnitude)
    let (divisor, overflow) = (rows * (rows - 1)).multipliedReportingOverflow(by: denominator * denominator)
    // Only denominators beyond 10⁹ together with 10¹⁰ rows need the second rounding.
    guard overflow else { return numerator.divided(by: divisor) }
    return numerator.divided(by: rows * (rows - 1)) / Double(denominator) / Double(denominator)
  }
}

extension ScoreSums {
  /// Neither n·ΣN² nor n²·denominator² is beyond the whole numbers that doubles hold, 2⁵³.
  fileprivate var isShort: Bool {
    let limit = UInt64(1) << 53
    guard n < 1 << 26, denominator < 1 << 20, sumOfSquares < limit else { return false }
    let rows = UInt64(n)
    let (above, isAbove) = rows.multipliedReportingOverflow(by: UInt64(sumOfSquares))
    let (below, isBelow) = (rows * rows).multipliedReportingOverflow(by: UInt64(denominator * denominator))
    return !isAbove && !isBelow && above < limit && below < limit
  }
}
