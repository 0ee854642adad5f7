import Audit
import Statistics

/// Figures that rest on moments by group of respondents (methodology 0.7).
extension MomentTally {
  /// α of all columns with its standard error; nil where groups were not counted.
  var jackknifedAlpha: Jackknife? {
    guard !buckets.isEmpty else { return nil }
    let items = Array(columns.indices)
    return Jackknife(total: IntegerMoments(self), buckets: groups, range: -Double.infinity...1) {
      Reliability.alpha($0, of: items)
    }
  }

  /// Shares of the drivers of the first column with their intervals, and ranks; nil where groups were not counted.
  func driverRanking(confidence: Double) -> DriverRanking? {
    guard !buckets.isEmpty else { return nil }
    return DriverRanking(total: IntegerMoments(self), buckets: groups, confidence: confidence)
  }

  fileprivate var groups: [IntegerMoments] {
    buckets.map { IntegerMoments(n: $0.n, sums: $0.sums.map { Int128($0) }, products: $0.products) }
  }
}

extension DriverFigures {
  /// Adds how sure the shares are, and a rank to each driver where drivers are ranked: those whose intervals overlap, be it
  /// by way of others, share one.
  func record(_ ranking: DriverRanking, gate: (Estimate) -> Estimate, in measurements: inout [Measurement]) {
    let (shares, n) = (ranking.relativeShares, ranking.drivers.n)
    let ranks = ranking.drivers.gate == .open ? DriverRanking.ranks(shares) : []
    for (index, share) in shares.enumerated() {
      measurements[index].record(.lmgShareSE, gate(share.se), n: n)
      measurements[index].record(.lmgShareLow, gate(share.low), n: n)
      measurements[index].record(.lmgShareHigh, gate(share.high), n: n)
      guard !ranks.isEmpty else { continue }
      let rank = ranks[index].map { Estimate.value(Double($0)) }
      measurements[index].record(.rank, rank ?? .unavailable(share.low.reason ?? .noData), n: n)
    }
  }
}

/// Derived importance against performance (methodology 3.1 and 3.2).
extension DriverFigures {
  /// Adds quadrants: importance is the driver's part of R², performance where its mean stands on its own scale. A driver
  /// without a part is left out of the cross.
  func recordQuadrants(
    _ drivers: KeyDrivers, _ ranking: DriverRanking?, _ moments: MomentTally, in measurements: inout [Measurement]
  ) {
    let kept = drivers.drivers.indices.filter { drivers.drivers[$0].relativeShare.value != nil }
    guard kept.count > 1 else { return }
    func ratings(_ shares: [Double?], _ rows: IntegerMoments) -> ImportancePerformance.Ratings? {
      let pairs = kept.compactMap { index -> (importance: Double, performance: Double)? in
        guard let share = shares[index], let mean = rows.mean(index + 1).value else { return nil }
        return (share, mean / range(of: moments.columns[index + 1]))
      }
      guard pairs.count == kept.count else { return nil }
      return ImportancePerformance.Ratings(
        importance: pairs.map(\.importance), performance: pairs.map(\.performance))
    }
    let total = IntegerMoments(moments)
    let rests = Jackknife.replicates(of: total, moments.groups)
    let replicates = rests.indices.compactMap { place in
      ranking.flatMap { ranking in
        ratings(ranking.relativeShares.map { $0.replicates[place].value }, rests[place])
      }
    }
    guard let whole = ratings(drivers.drivers.map(\.relativeShare.value), total) else { return }
    let found = ImportancePerformance(whole, replicates: replicates)
    for (index, quadrant) in zip(kept, found.attributes) {
      measurements[index].record(quadrant, isGrouped: ranking != nil, n: drivers.n)
    }
  }

  /// What lies between the lowest and the highest value of a driver's column.
  private func range(of column: MomentTally.Column) -> Double {
    switch column {
    case .score(let dimension, let multiple):
      let item = definition.items.first { $0.dimension == dimension }
      return Double(multiple * (item?.scale.range ?? 1))
    case .perception(let item): return Double(definition.items[item].scale.range)
    case .expectation, .difference, .outcome, .low, .high, .lowItem, .highItem: return 1
    }
  }
}
