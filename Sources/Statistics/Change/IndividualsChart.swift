/// A control chart of single values over waves, mostly means: XmR.
///
/// Source: methodology 5.4; Wheeler 2000; NIST/SEMATECH e-Handbook 6.3.2.2. Limits x̄ ± 3·MR̄/1.128, with MR̄ the mean of the
/// steps between neighbours in the baseline; steps above 3.267·MR̄ are too large.
///
/// Edges: no wave `no_data`; fewer than the baseline `too_few`, without limits; no steps at all `zero_variance`.
public struct IndividualsChart: Sendable, Equatable {
  /// x̄ of the baseline.
  public let centre: Estimate
  /// MR̄ of the baseline, 0 or more.
  public let meanRange: Estimate
  /// The lower limit.
  public let low: Estimate
  /// The upper limit.
  public let high: Estimate
  /// The largest step that is still chance.
  public let rangeLimit: Estimate
  /// The waves in order, with limits and signals.
  public let points: [ChartPoint]
  /// The steps to each point from the one before, one fewer than points.
  public let ranges: [Double]

  /// - Parameters:
  ///   - waves: The rows of each wave, in order; waves without rows are left out.
  ///   - baseline: The number of first waves that fix the limits, at least 2; methodology: 8.
  public init(_ waves: [Counts], baseline: Int = 8) {
    let places = waves.indices.filter { waves[$0].n > 0 }
    self.init(values: places.compactMap { Moments(waves[$0]).mean.value }, places: places, baseline: baseline)
  }

  /// - Parameters:
  ///   - values: One finite value a wave, in order.
  ///   - baseline: The number of first waves that fix the limits, at least 2; methodology: 8.
  public init(values: [Double], baseline: Int = 8) {
    self.init(values: values, places: Array(values.indices), baseline: baseline)
  }

  private init(values: [Double], places: [Int], baseline: Int) {
    precondition(baseline > 1, "a baseline of two waves at least")
    ranges = zip(values.dropFirst(), values).map { abs($0 - $1) }
    let enough = values.count >= baseline
    let reason = Estimate.unavailable(values.isEmpty ? .noData : .tooFew)
    centre = enough ? Estimate(finite: Spread(Array(values.prefix(baseline))).mean) : reason
    meanRange = enough ? Estimate(finite: ranges.prefix(baseline - 1).reduce(0, +) / Double(baseline - 1)) : reason
    let usable = meanRange.flatMap { $0 > 0 ? .value($0) : .unavailable(.zeroVariance) }
    let (low, high) = (
      centre.flatMap { centre in usable.map { centre - 3 * $0 / 1.128 } },
      centre.flatMap { centre in usable.map { centre + 3 * $0 / 1.128 } }
    )
    (self.low, self.high, rangeLimit) = (low, high, usable.map { 3.267 * $0 })
    let line = centre.value
    points = SignalRules.points(
      zip(places, values).map { place, value in
        let side: ChartSide? = line.flatMap { value == $0 ? nil : value > $0 ? .above : .below }
        return SignalRules.Wave(place: place, value: value, limits: (low, high), side: side)
      })
  }

  /// The points whose step from the one before is beyond the limit, as places in `points`.
  public var largeSteps: [Int] {
    guard let limit = rangeLimit.value else { return [] }
    return ranges.indices.filter { ranges[$0] > limit }.map { $0 + 1 }
  }
}
