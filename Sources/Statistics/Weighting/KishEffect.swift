/// What unequal weights cost: the design effect and the number of equal rows that would tell as much.
///
/// Source: methodology 4.2; Kish 1965 (*Survey Sampling*, § 11.7) and 1992 (J. Official Statistics 8, 183–200):
/// deff = n·Σw²/(Σw)², n_eff = (Σw)²/Σw². Edges: no rows, or none with a weight, `no_data`.
public struct KishEffect: Sendable, Equatable {
  /// The number of rows.
  public let n: Int
  /// At least 1.
  public let deff: Estimate
  /// At most n.
  public let effectiveN: Estimate
  /// The smallest weight of a row.
  public let least: Estimate
  /// The largest weight of a row.
  public let most: Estimate

  /// - Parameters:
  ///   - cells: The number of rows of each cell, not negative.
  ///   - weights: The weight of a row of each cell, not negative, in any unit.
  public init(cells: [Int], weights: [Double]) {
    precondition(cells.count == weights.count, "a weight for every cell")
    precondition(weights.allSatisfy { $0 >= 0 && $0.isFinite }, "weights are not negative")
    n = cells.reduce(0, +)
    let rated = zip(cells, weights).filter { $0.0 > 0 }
    let sum = sumAscending(rated.map { Double($0.0) * $0.1 })
    let squares = sumAscending(rated.map { Double($0.0) * $0.1 * $0.1 })
    guard sum > 0 else {
      let reason = Estimate.unavailable(.noData)
      (deff, effectiveN, least, most) = (reason, reason, reason, reason)
      return
    }
    deff = Estimate(finite: max(1, Double(n) * squares / (sum * sum)))
    effectiveN = Estimate(finite: min(Double(n), sum * sum / squares))
    let used = rated.map(\.1)
    least = .value(used.min() ?? 0)
    most = .value(used.max() ?? 0)
  }
}
