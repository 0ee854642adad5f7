/// The rank test of Mann and Whitney for two independent samples, without continuity correction.
///
/// Source: methodology 2.4; U counts the pairs in which the first is above, ties by half; variance
/// n₁n₂/12·[(N+1) − Σ(t³−t)/(N(N−1))]. Numerators are exact.
///
/// Edges: a sample without rows `no_data`; one row in either U alone (`n_lt_2`); all rows tied: z and p `zero_variance`.
public struct MannWhitney: Sendable, Equatable {
  /// Pairs in which the first is above the second, ties by half: 0 to n₁n₂.
  public let u: Estimate
  /// (U − n₁n₂/2)/√Var, signed.
  public let z: Estimate
  /// Two-sided p by the normal approximation.
  public let p: Estimate

  /// - Parameters:
  ///   - first: The rows of the sample that is compared.
  ///   - second: The rows of the sample that it is compared with.
  public init(_ first: Counts, _ second: Counts) {
    guard first.n > 0, second.n > 0 else {
      (u, z, p) = (.unavailable(.noData), .unavailable(.noData), .unavailable(.noData))
      return
    }
    let table = LevelTable([first, second])
    let pairs = Int128(first.n) * Int128(second.n)
    // Σ sign(first − second) over all pairs = 2U − n₁n₂.
    let excess = table.levels.reduce(Int128(0)) { sum, level in
      sum + Int128(table.rows(level, group: 0))
        * Int128(table.below(level, group: 1) - table.above(level, group: 1))
    }
    u = .value(Double(excess + pairs) / 2)
    guard first.n > 1, second.n > 1 else {
      (z, p) = (.unavailable(.nLt2), .unavailable(.nLt2))
      return
    }
    let untied = table.untied
    guard untied > 0 else {
      (z, p) = (.unavailable(.zeroVariance), .unavailable(.zeroVariance))
      return
    }
    let n = Double(table.n)
    let variance = Double(pairs) / (12 * n * (n - 1)) * Double(untied)
    z = Estimate(finite: Double(excess) / 2 / variance.squareRoot())
    p = z.map { Normal.twoSided($0) }
  }
}
