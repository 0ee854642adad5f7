/// Cliff's δ of two independent samples: P(first > second) − P(first < second).
///
/// Source: methodology 2.4; Cliff 1993 (Psych. Bull. 114, 494–509); unbiased variance, at least (1 − δ²)/(n₁n₂ − 1);
/// asymmetric interval of Feng & Cliff 2004 (J. Modern Appl. Stat. Methods 3, 322–332) with t of n₁ + n₂ − 2 degrees of
/// freedom. At |δ| = 1 the variance is 0; the interval then ends at ±1 and begins at ±(n − q²)/(n + q²), n the smaller
/// sample (their eq. 8). Every sum of dominances is exact.
///
/// Edges: a sample without rows `no_data`; one row in either a δ alone (`n_lt_2`). All rows tied: δ 0 with an interval.
public struct CliffDelta: Sendable, Equatable {
  /// The difference of the two probabilities, −1 to 1.
  public let delta: Estimate
  /// The variance of δ, 0 or more.
  public let variance: Estimate
  /// Lower bound of the interval, −1 to δ.
  public let low: Estimate
  /// Upper bound of the interval, δ to 1.
  public let high: Estimate

  /// - Parameters:
  ///   - first: The rows of the sample that is compared.
  ///   - second: The rows of the sample that it is compared with.
  ///   - confidence: Coverage of the interval, between 0 and 1, exclusive.
  public init(_ first: Counts, _ second: Counts, confidence: Double = 0.95) {
    precondition(confidence > 0 && confidence < 1, "a confidence between 0 and 1")
    guard first.n > 0, second.n > 0 else {
      let reason = Estimate.unavailable(.noData)
      (delta, variance, low, high) = (reason, reason, reason, reason)
      return
    }
    let dominances = Dominances(LevelTable([first, second]))
    let delta = dominances.delta
    self.delta = .value(delta)
    guard first.n > 1, second.n > 1 else {
      (variance, low, high) = (.unavailable(.nLt2), .unavailable(.nLt2), .unavailable(.nLt2))
      return
    }
    let variance = dominances.variance
    self.variance = .value(variance)
    let quantile = StudentT(df: Double(first.n) + Double(second.n) - 2).quantile((1 + confidence) / 2)
    let square = quantile * quantile * variance
    let rest = dominances.rest
    guard rest > 0 else {
      let smaller = Double(min(first.n, second.n))
      let bound = (smaller - quantile * quantile) / (smaller + quantile * quantile)
      (low, high) = delta > 0 ? (.value(bound), .value(1)) : (.value(-1), .value(-bound))
      return
    }
    let spread = square.squareRoot() * (rest * rest + square).squareRoot()
    low = .value(max(-1, min(delta, (delta * rest - spread) / (rest + square))))
    high = .value(min(1, max(delta, (delta * rest + spread) / (rest + square))))
  }

  /// The word for the size of δ; nil where there is no δ.
  public var magnitude: CliffMagnitude? { delta.value.map { CliffMagnitude(delta: $0) } }
}

/// Conventional words for |δ|: limits .147, .33 and .474 (Romano et al. 2006).
public enum CliffMagnitude: String, Sendable, CaseIterable {
  case negligible, small, medium, large

  /// - Parameter delta: Cliff's δ, −1 to 1.
  public init(delta: Double) {
    self =
      switch abs(delta) {
      case ..<0.147: .negligible
      case ..<0.33: .small
      case ..<0.474: .medium
      case _: .large
      }
  }
}

/// Exact sums over the matrix of dominances d_ij = sign(first_i − second_j).
private struct Dominances {
  let n1: UInt128
  let n2: UInt128
  /// Σ d_ij.
  private(set) var total: Int128 = 0
  /// Σ_i (Σ_j d_ij)².
  private(set) var rowSquares: UInt128 = 0
  /// Σ_j (Σ_i d_ij)².
  private(set) var columnSquares: UInt128 = 0
  /// Σ d_ij², the pairs that are not tied.
  private(set) var untied: UInt128 = 0

  init(_ table: LevelTable) {
    n1 = UInt128(table.sizes[0])
    n2 = UInt128(table.sizes[1])
    for level in table.levels {
      let (lower, higher) = (table.below(level, group: 1), table.above(level, group: 1))
      let rows = (UInt128(table.rows(level, group: 0)), UInt128(table.rows(level, group: 1)))
      let row = Int128(lower - higher)
      let column = Int128(table.above(level, group: 0) - table.below(level, group: 0))
      total += row * Int128(rows.0)
      rowSquares += row.magnitude * row.magnitude * rows.0
      columnSquares += column.magnitude * column.magnitude * rows.1
      untied += UInt128(lower + higher) * rows.0
    }
  }

  var delta: Double {
    let size = UInt256(low: total.magnitude).divided(by: n1 * n2)
    return total < 0 ? -size : size
  }

  /// 1 − δ², from exact 1 − |δ|; 0 where one sample is wholly above the other.
  var rest: Double {
    UInt256(low: n1 * n2 - total.magnitude).divided(by: n1 * n2) * (1 + abs(delta))
  }

  /// The unbiased variance, but at least (1 − δ²)/(n₁n₂ − 1).
  var variance: Double {
    let square = UInt256(product: total.magnitude, total.magnitude)
    let rows = (UInt256(product: n1, rowSquares) - square).divided(by: n1)
    let columns = (UInt256(product: n2, columnSquares) - square).divided(by: n2)
    let cells = (UInt256(product: n1 * n2, untied) - square).divided(by: n1 * n2)
    let (one, other) = (Double(n1), Double(n2))
    // Where the parts nearly cancel the floor is the larger, so no digits are lost.
    let unbiased = (min(rows, columns) + max(rows, columns) - cells) / (one * other * (one - 1) * (other - 1))
    return max(unbiased, rest / (one * other - 1))
  }
}
