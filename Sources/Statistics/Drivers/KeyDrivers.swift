/// What drives an outcome: its R² on some columns, divided among them, with their correlations and slopes.
///
/// Source: methodology 3.2. Shares are Lindeman, Merenda & Gold's (``ShapleyShares``). They describe association in one
/// survey, not cause. Rows are those with the outcome and every driver.
///
/// A driver that depends on earlier ones is dropped, so its slope and share are `singular`; one that does not vary has
/// neither these nor a correlation (`zero_variance`), however vital it may be.
///
/// Edges: no rows `no_data`; one row `n_lt_2`; a constant outcome `zero_variance` throughout; above twelve drivers the
/// shares alone are `too_many_columns`. Whether the figures may be ranked is said by ``gate``.
public struct KeyDrivers: Sendable, Equatable {
  /// One driver.
  public struct Driver: Sendable, Equatable {
    /// The correlation with the outcome, −1 to 1.
    public let correlation: Estimate
    /// The slope in standard deviations, given the other drivers.
    public let beta: Estimate
    /// What the driver has of R², 0 to 1; the shares add up to R².
    public let share: Estimate
    /// The same as a part of R², 0 to 1; the parts add up to 1.
    public let relativeShare: Estimate
    /// Whether correlation and slope have different signs.
    public var isSuppressor: Bool {
      guard let r = correlation.value, let beta = beta.value else { return false }
      return r * beta < 0
    }
  }

  /// Whether drivers may be ranked.
  public enum Gate: Sendable, Equatable {
    /// They may.
    case open
    /// There are fewer rows than max(50, 10p).
    case tooFewRows(needed: Int)
    /// R² is below 0.1: drivers explain little.
    case explainsLittle
    /// There is no R², and why.
    case closed(Reason)
  }

  /// The number of rows.
  public let n: Int
  /// The share of the outcome's variance that the drivers explain together, 0 to 1.
  public let r2: Estimate
  /// One entry a driver, in the given order.
  public let drivers: [Driver]
  /// Drivers left out because they depend on earlier ones or do not vary: places in `drivers`, ascending.
  public let dropped: [Int]
  /// Whether drivers may be ranked.
  public let gate: Gate

  /// - Parameters:
  ///   - moments: Rows with the outcome and every driver.
  ///   - outcome: The column of the outcome.
  ///   - drivers: The columns of the drivers, one at least; default: all but the outcome.
  public init(_ moments: IntegerMoments, outcome: Int = 0, drivers: [Int]? = nil) {
    let columns = drivers ?? (0..<moments.columns).filter { $0 != outcome }
    precondition(!columns.isEmpty && !columns.contains(outcome), "drivers beside the outcome")
    n = moments.n
    if let reason = Self.obstacle(moments, outcome) {
      let lacking = Estimate.unavailable(reason)
      r2 = lacking
      let driver = Driver(correlation: lacking, beta: lacking, share: lacking, relativeShare: lacking)
      self.drivers = Array(repeating: driver, count: columns.count)
      dropped = []
      gate = .closed(reason)
      return
    }
    let fit = DriverFit(moments, outcome, columns)
    r2 = .value(fit.r2)
    dropped = fit.dropped
    self.drivers = columns.indices.map { fit.driver($0) }
    gate = Self.gate(n: moments.n, kept: columns.count - fit.dropped.count, r2: fit.r2)
  }

  private static func obstacle(_ moments: IntegerMoments, _ outcome: Int) -> Reason? {
    if moments.n < 2 { return moments.n == 0 ? .noData : .nLt2 }
    return moments.comoment(outcome, outcome).isZero ? .zeroVariance : nil
  }

  private static func gate(n: Int, kept: Int, r2: Double) -> Gate {
    let needed = max(50, 10 * kept)
    if n < needed { return .tooFewRows(needed: needed) }
    return r2 < 0.1 ? .explainsLittle : .open
  }
}

/// The regression behind ``KeyDrivers``, on correlations.
private struct DriverFit {
  let r2: Double
  /// Places of the drivers left out, ascending.
  let dropped: [Int]
  private let correlations: [Estimate]
  /// By place among all drivers; nil for those left out, shares also where there are too many.
  private var betas: [Double?]
  private var shares: [Double?]

  init(_ moments: IntegerMoments, _ outcome: Int, _ columns: [Int]) {
    correlations = columns.map { moments.correlation($0, outcome) }
    let varying = columns.indices.filter { [correlations] in correlations[$0].value != nil }
    let matrix = varying.map { i in
      varying.map { j in i == j ? 1 : moments.correlation(columns[i], columns[j]).value ?? 0 }
    }
    let factor = Cholesky(matrix)
    let kept = factor.kept.map { varying[$0] }
    dropped = columns.indices.filter { !kept.contains($0) }
    let right = kept.map { [correlations] in correlations[$0].value ?? 0 }
    let slopes = factor.solve(right)
    (betas, shares) = (Array(repeating: nil, count: columns.count), Array(repeating: nil, count: columns.count))
    for (place, index) in kept.enumerated() { betas[index] = slopes[place] }
    guard kept.count <= ShapleyShares.mostColumns else {
      r2 = max(0, min(1, zip(slopes, right).reduce(0.0) { $0 + $1.0 * $1.1 }))
      return
    }
    let divided = ShapleyShares(
      correlations: factor.kept.map { i in factor.kept.map { matrix[i][$0] } }, outcome: right)
    r2 = divided.r2
    for (place, index) in kept.enumerated() { shares[index] = divided.shares[place] }
  }

  func driver(_ index: Int) -> KeyDrivers.Driver {
    let lacking = correlations[index].value == nil ? correlations[index] : .unavailable(.singular)
    let beta = betas[index].map { Estimate(finite: $0) } ?? lacking
    let undivided = betas[index] == nil ? lacking : .unavailable(.tooManyColumns)
    let share = shares[index].map { Estimate.value($0) } ?? undivided
    return KeyDrivers.Driver(
      correlation: correlations[index], beta: beta, share: share,
      relativeShare: share.flatMap { r2 > 0 ? .value(min(1, $0 / r2)) : .unavailable(.zeroVariance) })
  }
}
