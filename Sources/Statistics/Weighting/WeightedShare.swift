/// A share of weighted rows with the interval of Wilson 1927 at n_eff rows (methodology 4.2 and 2.2).
///
/// Edges: no rows `no_data`; n_eff of 1 a share alone, the bounds `n_lt_2`.
public struct WeightedShare: Sendable, Equatable {
  /// How many unweighted rows would tell as much.
  public let effectiveN: Estimate
  /// The weighted share, 0 to 1.
  public let share: Estimate
  /// Lower bound, 0 to the share.
  public let low: Estimate
  /// Upper bound, the share to 1.
  public let high: Estimate

  /// - Parameters:
  ///   - mean: The mean of rows that are 1 with the property and 0 without.
  ///   - confidence: Coverage of the interval, between 0 and 1, exclusive.
  public init(_ mean: WeightedMean, confidence: Double = 0.95) {
    precondition(confidence > 0 && confidence < 1, "a confidence between 0 and 1")
    share = mean.mean
    effectiveN = mean.effectiveN
    guard let share = mean.mean.value, let n = mean.effectiveN.value, mean.se.reason != .nLt2 else {
      let reason = mean.mean.reason ?? .nLt2
      (low, high) = (.unavailable(reason), .unavailable(reason))
      return
    }
    let z = Normal.quantile((1 + confidence) / 2)
    let penalty = z * z / n
    let spread = z * (max(0, share * (1 - share)) / n + penalty / (4 * n)).squareRoot()
    let centre = share + penalty / 2
    low = .value(share <= 0 ? 0 : max(0, min(share, (centre - spread) / (1 + penalty))))
    high = .value(share >= 1 ? 1 : min(1, max(share, (centre + spread) / (1 + penalty))))
  }

  /// A share of rows that weigh the same, to be compared with one of weighted rows.
  public init(_ proportion: Proportion) {
    effectiveN = proportion.n > 0 ? .value(Double(proportion.n)) : .unavailable(.noData)
    (share, low, high) = (proportion.share, proportion.low, proportion.high)
  }
}
