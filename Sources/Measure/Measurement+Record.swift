import Audit
import Statistics

extension Measurement {
  /// Notes a computed figure, or why there is none.
  mutating func record(_ statistic: Statistic, _ estimate: Estimate, n: Int) {
    switch estimate {
    case .value(let number): set(statistic, Figure(number, n: n))
    case .unavailable(let reason): set(statistic, Figure(unavailable: Audit.Reason(reason), n: n))
    }
  }

  /// Notes that none of these can be computed.
  mutating func record(_ statistics: [Statistic], unavailable reason: Audit.Reason, n: Int) {
    for statistic in statistics { set(statistic, Figure(unavailable: reason, n: n)) }
  }

  /// Notes a share and its interval.
  mutating func record(_ proportion: Proportion, _ share: Statistic, _ low: Statistic, _ high: Statistic) {
    record(share, proportion.share, n: proportion.n)
    record(low, proportion.low, n: proportion.n)
    record(high, proportion.high, n: proportion.n)
  }

  /// Notes a count, which no rows make `no_data`.
  mutating func record(_ statistic: Statistic, count: Int, of n: Int) {
    record(statistic, n == 0 ? .unavailable(.noData) : .value(Double(count)), n: n)
  }
}

extension Audit.Reason {
  /// The reason of the same name.
  init(_ reason: Statistics.Reason) {
    self =
      switch reason {
      case .noData: .noData
      case .nLt2: .nLt2
      case .zeroVariance: .zeroVariance
      case .allZero: .allZero
      case .singular: .singular
      case .noVariation: .noVariation
      case .tooManyPairs: .tooManyPairs
      case .census: .census
      case .wrongScale: .wrongScale
      case .overflow: .overflow
      case .suppressed: .suppressed
      case .lowBase: .lowBase
      case .noExpectation: .noExpectation
      case .mixedScales: .mixedScales
      case .needsRows: .needsRows
      case .tooFew: .tooFew
      case .tooManyColumns: .tooManyColumns
      }
  }
}
