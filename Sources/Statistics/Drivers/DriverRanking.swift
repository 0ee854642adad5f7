/// Key drivers with the uncertainty of their shares, and the ranks that it allows.
///
/// Source: methodology 3.2 and 0.7: the shares are jackknifed, and drivers whose intervals overlap share a rank, also
/// where they overlap only by way of a third. Without an open gate there is no ranking.
///
/// Edges: as in ``KeyDrivers`` and ``Jackknife``; a driver without an interval has no rank.
public struct DriverRanking: Sendable, Equatable {
  /// The figures of all rows.
  public let drivers: KeyDrivers
  /// R² with its error and interval.
  public let r2: Jackknife
  /// Each driver's share of R² with its error and interval, in the order of drivers.
  public let shares: [Jackknife]
  /// The same of the parts of R².
  public let relativeShares: [Jackknife]
  /// From 1, the largest share; nil where there is none to give.
  public let ranks: [Int?]

  /// - Parameters:
  ///   - total: Rows with the outcome and every driver.
  ///   - buckets: The same of each group of rows; together they make up the total.
  ///   - outcome: The column of the outcome.
  ///   - drivers: The columns of the drivers, one at least; default: all but the outcome.
  ///   - confidence: Coverage of the intervals, between 0 and 1, exclusive.
  public init(
    total: IntegerMoments, buckets: [IntegerMoments], outcome: Int = 0, drivers: [Int]? = nil,
    confidence: Double = 0.95
  ) {
    let all = KeyDrivers(total, outcome: outcome, drivers: drivers)
    let count = all.drivers.count
    let figures = Jackknife.several(total: total, buckets: buckets, confidence: confidence, range: 0...1) { moments in
      let fit = KeyDrivers(moments, outcome: outcome, drivers: drivers)
      return [fit.r2] + fit.drivers.map(\.share) + fit.drivers.map(\.relativeShare)
    }
    self.drivers = all
    r2 = figures[0]
    shares = Array(figures[1...count])
    relativeShares = Array(figures[(count + 1)...])
    ranks = all.gate == .open ? Self.ranks(shares) : Array(repeating: nil, count: count)
  }

  /// Ranks by size; those whose intervals overlap, be it by way of others, share the first place among them.
  ///
  /// - Returns: From 1; nil for a figure without an interval.
  public static func ranks(_ figures: [Jackknife]) -> [Int?] {
    let intervals = figures.indices.compactMap { index -> (index: Int, low: Double, high: Double)? in
      guard let low = figures[index].low.value, let high = figures[index].high.value else { return nil }
      return (index, low, high)
    }
    var ranks = [Int?](repeating: nil, count: figures.count)
    var (rank, reach) = (1, Double.infinity)
    let descending = intervals.sorted { $0.high == $1.high ? $0.index < $1.index : $0.high > $1.high }
    for (place, interval) in descending.enumerated() {
      if interval.high < reach { rank = place + 1 }
      reach = min(reach, interval.low)
      ranks[interval.index] = rank
    }
    return ranks
  }
}
