/// The side of a chart's centre line.
public enum ChartSide: String, Sendable, CaseIterable {
  case above, below
}

/// One wave on a control chart.
public struct ChartPoint: Sendable, Equatable {
  /// The place of the wave among those given, from 0.
  public let wave: Int
  /// The share or mean of the wave.
  public let value: Double
  /// The lower limit for this wave.
  public let low: Estimate
  /// The upper limit for this wave.
  public let high: Estimate
  /// The side on which the value lies outside the limits: a signal.
  public let outside: ChartSide?
  /// The side on which this is at least the eighth value in a row: a signal. A value on the centre line ends a row.
  public let run: ChartSide?

  /// Whether the wave differs by more than chance from the baseline.
  public var isSignal: Bool { outside != nil || run != nil }
}

/// Marks signals of waves in order: outside the limits, or eight in a row on one side of the centre.
struct SignalRules {
  /// So many values on one side are a signal.
  static let longestRun = 8

  /// One wave with its limits and its side of the centre.
  struct Wave {
    let place: Int
    let value: Double
    let limits: (low: Estimate, high: Estimate)
    /// Nil on the centre line, or without one.
    let side: ChartSide?
  }

  static func points(_ waves: [Wave]) -> [ChartPoint] {
    var (side, length) = (ChartSide?.none, 0)
    return waves.map { wave in
      length = wave.side == side ? length + 1 : 1
      side = wave.side
      return ChartPoint(
        wave: wave.place, value: wave.value, low: wave.limits.low, high: wave.limits.high, outside: outside(wave),
        run: length >= longestRun ? wave.side : nil)
    }
  }

  private static func outside(_ wave: Wave) -> ChartSide? {
    if let high = wave.limits.high.value, wave.value > high { return .above }
    if let low = wave.limits.low.value, wave.value < low { return .below }
    return nil
  }
}
