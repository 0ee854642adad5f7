/// Number, sum and sum of squares of an integer score a row: what is left of a derived score such as weighted SERVQUAL.
///
/// Source: methodology 0.2 (A4) and 1.3: with points w_k of each row and Σd of m_k items a dimension,
/// N = Σ_k w_k·(Σd)_k·(L/m_k), L the least common multiple of the m_k, and the row's score is N/(100·L). Merged by
/// addition.
public struct ScoreSums: Sendable, Equatable {
  /// The number of rows.
  public let n: Int
  /// ΣN.
  public let sum: Int128
  /// ΣN².
  public let sumOfSquares: UInt128
  /// What every score is divided by, at least 1.
  public let denominator: Int

  /// Sums that are counted already; by Cauchy and Schwarz, n·ΣN² is not below (ΣN)².
  public init(n: Int, sum: Int128, sumOfSquares: UInt128, denominator: Int = 1) {
    precondition(n >= 0 && denominator >= 1, "a number of rows, and a denominator of at least 1")
    (self.n, self.sum, self.sumOfSquares, self.denominator) = (n, sum, sumOfSquares, denominator)
  }

  /// The sums of counts.
  public init(_ counts: Counts) {
    self.init(n: counts.n, sum: counts.sum, sumOfSquares: counts.sumOfSquares, denominator: counts.denominator)
  }

  /// The rows of both, which have one denominator.
  public static func + (first: ScoreSums, second: ScoreSums) -> ScoreSums {
    precondition(first.denominator == second.denominator, "scores over one denominator")
    return ScoreSums(
      n: first.n + second.n, sum: first.sum + second.sum, sumOfSquares: first.sumOfSquares + second.sumOfSquares,
      denominator: first.denominator)
  }
}

extension ScoreSums: Removable {
  /// The rows that are not of the part, which has the same denominator.
  public func removing(_ part: ScoreSums) -> ScoreSums {
    precondition(denominator == part.denominator, "scores over one denominator")
    return ScoreSums(
      n: n - part.n, sum: sum - part.sum, sumOfSquares: sumOfSquares - part.sumOfSquares, denominator: denominator)
  }
}

/// Σw̄·ḡ/Σw̄: dimension gaps weighted by mean points that were asked of another sample (methodology 1.3, *aggregate
/// weighting*; the mean of rows' own products is not this).
///
/// - Parameters:
///   - points: The mean points of each dimension, not negative.
///   - gaps: The mean gap of each dimension, in the same order.
/// - Returns: The weighted gap; `no_data` without points; else the reason of the first figure that is lacking.
public func aggregateWeighting(points: [Estimate], gaps: [Estimate]) -> Estimate {
  precondition(points.count == gaps.count, "points and a gap for every dimension")
  if let lacking = (points + gaps).first(where: { $0.value == nil }) { return lacking }
  let (points, gaps) = (points.compactMap(\.value), gaps.compactMap(\.value))
  let whole = points.reduce(0, +)
  guard whole > 0 else { return .unavailable(.noData) }
  return Estimate(finite: zip(points, gaps).reduce(0.0) { $0 + $1.0 * $1.1 } / whole)
}
