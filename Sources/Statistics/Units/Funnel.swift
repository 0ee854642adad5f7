/// Units whose mean lies further from the mean of all than chance takes units of their size.
///
/// Source: methodology 7; limits μ ± z·√(MSW/n_j), z = 3.09 for 99.8 %, with μ the mean over all rows. A unit outside is a
/// finding only after the p values of all units are adjusted (``benjaminiHochberg(_:)``).
///
/// Edges: fewer than ten units with rows, `too_few`; a unit without rows `no_data`; no spread within units
/// `zero_variance`.
public struct Funnel: Sendable, Equatable {
  /// One unit.
  public struct Unit: Sendable, Equatable {
    /// The number of rows.
    public let n: Int
    /// The unit's mean, in units of the scale.
    public let mean: Estimate
    /// Lower limit at this size.
    public let low: Estimate
    /// Upper limit at this size.
    public let high: Estimate
    /// The distance from the mean of all in standard errors.
    public let z: Estimate
    /// The probability of a distance at least as large by chance, 0 to 1.
    public let p: Estimate
    /// Whether the mean lies beyond a limit; nil without limits.
    public let isOutside: Bool?
  }

  /// The number of units that a funnel needs.
  public static let fewestUnits = 10

  /// The mean over all rows, in units of the scale.
  public let centre: Estimate
  /// One entry a unit, in the given order.
  public let units: [Unit]

  /// - Parameters:
  ///   - all: The rows of each unit.
  ///   - coverage: The share of units between the limits where none differs, between 0 and 1, exclusive.
  public init(_ all: [Counts], coverage: Double = 0.998) {
    let moments = all.map { Moments($0) }
    self.init(moments: moments, variance: UnitVariance(moments: moments), coverage: coverage)
  }

  /// - Parameters:
  ///   - moments: Those of each unit's rows.
  ///   - variance: Of the same units.
  ///   - coverage: The share of units between the limits where none differs, between 0 and 1, exclusive.
  public init(moments: [Moments], variance: UnitVariance, coverage: Double = 0.998) {
    precondition(coverage > 0 && coverage < 1, "a coverage between 0 and 1")
    let mean = variance.mean
    centre = mean.map { .value($0) } ?? .unavailable(.noData)
    let reach = Normal.quantile((1 + coverage) / 2)
    let enough = variance.units >= Self.fewestUnits
    units = moments.map { unit in
      let own = unit.mean
      let error = enough ? variance.within.map { ($0 / Double(max(1, unit.n))).squareRoot() } : .unavailable(.tooFew)
      let usable = own.flatMap { _ in error.value == 0 ? .unavailable(.zeroVariance) : error }
      let z = usable.flatMap { error in own.map { ($0 - (mean ?? 0)) / error } }
      return Unit(
        n: unit.n, mean: own, low: usable.map { (mean ?? 0) - reach * $0 },
        high: usable.map { (mean ?? 0) + reach * $0 }, z: z, p: z.map { Normal.twoSided($0) },
        isOutside: z.value.map { abs($0) > reach })
    }
  }
}
