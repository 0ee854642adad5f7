/// One unit, a branch or a team, before and after.
public struct UnitChange: Sendable, Equatable {
  /// Its mean after minus its mean before, in units of the scale; `no_data` where either has no rows.
  public let change: Estimate

  /// - Parameters:
  ///   - before: The rows of the unit before the correction.
  ///   - after: Its rows after it.
  public init(before: Counts, after: Counts) {
    change = Fraction.differenceOfMeans(after, before).map { Estimate(finite: $0) } ?? .unavailable(.noData)
  }
}

/// Units that were corrected against units that were not, each unit counting once.
///
/// Source: methodology 5.6: units vary by themselves from wave to wave, so the test is Student's t over the units'
/// changes, Welch's for two sides, with at least 4 units a side. Units without a change are left out.
///
/// Edges: no unit with a change `no_data`; fewer than 4 on a side a difference alone (`too_few`); all changes equal
/// `zero_variance`. The result does not depend on the order of the units, to the last bit.
public struct UnitComparison: Sendable, Equatable {
  /// The fewest units a side.
  public static let fewest = 4

  /// Corrected units with a change.
  public let treated: Int
  /// Other units with a change; 0 where there is no comparison.
  public let control: Int
  /// Mean change of the corrected units minus that of the others, or the mean change alone.
  public let test: WelchTest

  /// - Parameters:
  ///   - treated: The corrected units.
  ///   - control: The units they are compared with; nil for before and after alone.
  ///   - confidence: Coverage of the interval, between 0 and 1, exclusive.
  public init(treated: [UnitChange], control: [UnitChange]? = nil, confidence: Double = 0.95) {
    let own = treated.compactMap(\.change.value)
    let others = control.map { $0.compactMap(\.change.value) }
    (self.treated, self.control) = (own.count, others?.count ?? 0)
    let sample = SampleMean(units: own)
    guard let others else {
      test = WelchTest(difference: sample.mean, samples: [sample], confidence: confidence)
      return
    }
    test = WelchTest(sample, SampleMean(units: others), confidence: confidence)
  }
}

extension SampleMean {
  /// The mean of values of units, one a unit; the error needs `UnitComparison.fewest`.
  fileprivate init(units: [Double]) {
    guard !units.isEmpty else {
      self.init(mean: .unavailable(.noData), squaredError: .unavailable(.noData), df: .unavailable(.noData))
      return
    }
    let spread = Spread(units)
    let enough = units.count >= UnitComparison.fewest
    self.init(
      mean: Estimate(finite: spread.mean),
      squaredError: enough ? Estimate(finite: spread.variance / Double(units.count)) : .unavailable(.tooFew),
      df: enough ? .value(Double(units.count - 1)) : .unavailable(.tooFew))
  }
}
