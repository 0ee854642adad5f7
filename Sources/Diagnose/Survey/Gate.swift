import Audit

/// Whether what a survey measured of a cell is a deficiency, a watch point or nothing (methodology 6.3 and 6.4).
struct Gate: Equatable {
  enum Outcome: Equatable {
    case deficiency(FindingClass)
    /// Too few answers; the class that it would have if it held.
    case watch(ifItHolds: FindingClass)
    case nothing
  }

  var outcome: Outcome
  /// The mean falls short, by more than chance and by enough to matter, and enough customers are seriously failed.
  var isNet = false
  /// Enough customers are seriously failed whatever the mean says.
  var isByReach = false
  /// Customers expect the top of the scale and are satisfied, so that the class is observation.
  var isCeiling = false
  /// So many get less than the least they put up with that the class is one graver.
  var isRaised = false

  init(_ cell: SurveyCell, _ configuration: Configuration) {
    let thresholds = configuration.thresholds
    guard let n = cell.n, let failed = cell[.failedShare] else {
      outcome = .nothing
      return
    }
    isCeiling = Self.isCeiling(cell)
    let bySize = FindingClass(seriouslyFailed: failed, thresholds)
    isRaised = bySize > .critical && (cell[.zoneBelow] ?? 0) > Self.mostBelowMinimum
    let graded = isCeiling ? max(bySize, .observation) : isRaised ? bySize.raised : bySize
    guard n >= configuration.lowBase else {
      let wouldMatter = graded <= .minor && (cell.mean ?? 0) < 0
      outcome = wouldMatter ? .watch(ifItHolds: graded) : .nothing
      return
    }
    let isEnough = cell.rowsOfMean.map { $0 >= configuration.lowBase } ?? false
    isNet = isEnough && failed >= thresholds.reach && Self.fallsShort(cell, thresholds)
    isByReach = Self.reaches(cell, thresholds)
    outcome = isNet || isByReach ? .deficiency(graded) : .nothing
  }

  /// Share of customers below their own minimum that lifts the class (methodology 6.4).
  static let mostBelowMinimum = 0.25

  /// The mean is below the target, q ≤ the false discovery rate, and |d_z| is large enough; where all fall short by one
  /// amount there is no d_z, and it has no bound.
  private static func fallsShort(_ cell: SurveyCell, _ thresholds: Thresholds) -> Bool {
    guard let mean = cell.mean, mean < 0, let q = cell.q, q <= thresholds.falseDiscovery, let effect = cell.effect
    else {
      return false
    }
    return effect.reason == .zeroVariance || abs(effect.value ?? 0) >= thresholds.effect
  }

  /// The lower bound of F_s is above the limit and, where customers judge by their own expectation, more are seriously
  /// failed than seriously surpassed.
  private static func reaches(_ cell: SurveyCell, _ thresholds: Thresholds) -> Bool {
    guard let low = cell[.failedLow], low > thresholds.reach else { return false }
    switch cell.target {
    case .minimum, .standard, .satisfied: return true
    case .expectation:
      guard let shortfalls = cell[.failedShortfalls], let surpluses = cell[.failedSurpluses],
        let q = cell[.failedSignQ]
      else { return false }
      return shortfalls > surpluses && q <= thresholds.falseDiscovery
    }
  }

  /// Mean expectation above max − R/12, and at least 85 % of answers satisfied.
  private static func isCeiling(_ cell: SurveyCell) -> Bool {
    guard cell.target == .expectation, let scale = cell.scale, let expected = cell[.expectationMean],
      let satisfied = cell[.satisfiedShare]
    else { return false }
    return expected > Double(scale.maximum) - Double(scale.range) / 12 && satisfied >= 0.85
  }
}
