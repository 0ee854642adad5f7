/// Means of units, drawn towards the mean of all as far as they are uncertain, so that small units do not lead every list.
///
/// Source: methodology 5.3 and 7: μ is the mean of units' means, τ² = max(0, var(means) − mean(s²/n)),
/// ρ_j = τ²/(τ² + s_j²/n_j), and the shrunken mean μ + ρ_j·(m_j − μ).
///
/// A unit of one row, or of equal rows, tells nothing about its spread: the mean square within all units stands in for
/// s_j². Edges: a unit without rows has no mean (`no_data`); fewer than two units, or one row in each, leave nothing to
/// shrink by (`n_lt_2`).
public struct ShrunkenMeans: Sendable, Equatable {
  /// One unit.
  public struct Unit: Sendable, Equatable {
    /// The number of rows.
    public let n: Int
    /// The unit's own mean, in units of the scale.
    public let mean: Estimate
    /// ρ, the part of its distance from the mean of all that it keeps, 0 to 1.
    public let weight: Estimate
    /// The shrunken mean, in units of the scale.
    public let shrunken: Estimate
  }

  /// μ, the mean of units' means.
  public let centre: Estimate
  /// τ², the variance between units' true means, not negative.
  public let variance: Estimate
  /// One entry a unit, in the given order.
  public let units: [Unit]

  /// - Parameter all: The rows of each unit.
  public init(_ all: [Counts]) {
    let moments = all.map { Moments($0) }
    self.init(moments: moments, variance: UnitVariance(moments: moments))
  }

  /// - Parameters:
  ///   - moments: Those of each unit's rows.
  ///   - ofUnits: The variance of the same units.
  public init(moments: [Moments], variance ofUnits: UnitVariance) {
    let means = moments.compactMap(\.mean.value)
    let within = ofUnits.within
    let errors = moments.map { Self.squaredError($0, within: within) }
    let centre = means.isEmpty ? Estimate.unavailable(.noData) : .value(meanAscending(means))
    let variance = centre.flatMap { Self.variance(means, errors.compactMap(\.value), about: $0) }
    (self.centre, self.variance) = (centre, variance)
    units = zip(moments, errors).map { own, error in
      let weight = error.flatMap { error in
        variance.map { $0 > 0 ? $0 / ($0 + error) : 0 }
      }
      let shrunken = weight.flatMap { weight in
        own.mean.flatMap { mean in centre.map { $0 + weight * (mean - $0) } }
      }
      return Unit(n: own.n, mean: own.mean, weight: weight, shrunken: shrunken)
    }
  }

  /// s²/n of a unit.
  private static func squaredError(_ own: Moments, within: Estimate) -> Estimate {
    guard own.n > 0 else { return .unavailable(.noData) }
    if let variance = own.variance.value, variance > 0 { return .value(variance / Double(own.n)) }
    return within.map { $0 / Double(own.n) }
  }

  private static func variance(_ means: [Double], _ errors: [Double], about centre: Double) -> Estimate {
    guard means.count > 1, errors.count == means.count else { return .unavailable(.nLt2) }
    let spread = sumAscending(means.map { ($0 - centre) * ($0 - centre) }) / Double(means.count - 1)
    return Estimate(finite: max(0, spread - meanAscending(errors)))
  }
}
