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

  private var groups: [IntegerMoments] {
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
