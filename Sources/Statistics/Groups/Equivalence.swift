/// Two one-sided tests: is a difference shown to be smaller than a margin either way?
///
/// Source: methodology 4.1; Schuirmann 1987 (J. Pharmacokin. Biopharm. 15, 657–680); Lakens 2017. p is the larger of the
/// two one-sided p values; p ≤ α exactly where the interval of coverage 1 − 2α lies inside ±margin.
///
/// Edges: what the difference lacks is lacking here.
public struct Equivalence: Sendable, Equatable {
  /// Probability of a difference as near to 0 although the true one is at or beyond the margin, 0 to 1.
  public let p: Estimate
  /// Lower bound of the interval of coverage 1 − 2α: 90 % beside an interval of 95 %.
  public let low: Estimate
  /// Upper bound of that interval.
  public let high: Estimate

  /// - Parameters:
  ///   - test: The difference; α is 1 less the coverage of its interval.
  ///   - margin: The largest difference that does not matter, in units of the scale, above 0.
  public init(_ test: WelchTest, margin: Double) {
    precondition(margin > 0 && margin.isFinite, "a margin above 0")
    (low, high) = test.interval(confidence: max(2 * test.confidence - 1, 0x1p-52))
    p = test.df.flatMap { df in
      test.se.flatMap { se in
        test.difference.map { difference in
          let distribution = StudentT(df: df)
          return max(
            distribution.upperTail((margin + difference) / se), distribution.upperTail((margin - difference) / se))
        }
      }
    }
  }
}
