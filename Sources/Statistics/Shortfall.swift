/// How many customers fall short of their target, and how far.
///
/// Source: methodology 6.2; F0, F1, F2 are the indices of Foster, Greer & Thorbecke 1984 (Econometrica 52, 761–766).
///
/// Edges: no rows `no_data`; with one row the shares and means stand, the error and the bounds are `n_lt_2`.
public struct Shortfall: Sendable, Equatable {
  /// The number of respondents.
  public let n: Int
  /// F_s, the seriously failed: κ above a quarter of the range, compared in integers, with Wilson's interval.
  public let failed: Proportion
  /// The share with any shortfall, 0 to 1.
  public let f0: Estimate
  /// The mean of κ/R, 0 to 1: reach times depth.
  public let f1: Estimate
  /// The mean of (κ/R)², 0 to 1.
  public let f2: Estimate
  /// The standard error of F1, √((F2 − F1²)/(n − 1)).
  public let f1SE: Estimate

  /// - Parameters:
  ///   - counts: κ, each respondent's mean shortfall, 0 to R.
  ///   - range: R, the scale's maximum minus its minimum, above 0.
  ///   - confidence: Coverage of Wilson's interval, between 0 and 1, exclusive.
  public init(_ counts: Counts, range: Int, confidence: Double = 0.95) {
    precondition(range > 0, "a scale has a range")
    precondition((counts.entries.first?.value ?? 0) >= 0, "a shortfall is not negative")
    n = counts.n
    let quarter = Int128(range) * Int128(counts.denominator)
    failed = Proportion(
      successes: counts.count { 4 * Int128($0) > quarter }, n: n, confidence: confidence)
    guard n > 0 else {
      let reason = Estimate.unavailable(.noData)
      (f0, f1, f2, f1SE) = (reason, reason, reason, reason)
      return
    }
    let (rows, unit) = (UInt128(n), UInt128(counts.denominator) * UInt128(range))
    f0 = .value(Double(counts.count { $0 > 0 }) / Double(n))
    f1 = .value(UInt256(low: counts.sum.magnitude).divided(by: rows * unit))
    f2 = .value(UInt256(low: counts.sumOfSquares).divided(by: rows) / Double(unit) / Double(unit))
    // F2 − F1² is the variance with n below, over R²: the exact variance spares the difference.
    let (n, range) = (Double(n), Double(range))
    f1SE = Moments(counts).sd.map { $0 / n.squareRoot() / range }
  }
}
