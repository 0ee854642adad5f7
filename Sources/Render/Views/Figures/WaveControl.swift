import Audit

/// How far an outcome varies from wave to wave where nothing special happens; known from eight waves on.
struct WaveControl: Sendable {
  private struct Limit: Sendable {
    var wave: Int
    var low: Double
    var high: Double
    var signal: Double
  }

  private let limits: [Limit]
  private let centre: Double

  /// `waves`: the outcome in each wave by its place on the axis; nil without limits, and where weighted figures are drawn,
  /// which these limits are not of.
  init?(_ waves: [(place: Int, measurement: Measurement)]) {
    limits = waves.compactMap { place, measurement in
      guard let low = measurement[.controlLow], let high = measurement[.controlHigh],
        measurement.figures.allSatisfy({ !$0.key.isWeighted })
      else { return nil }
      return Limit(wave: place, low: low, high: high, signal: measurement[.controlSignal] ?? 0)
    }
    guard limits.count > 1, let centre = waves.lazy.compactMap({ $0.measurement[.controlCentre] }).first else {
      return nil
    }
    self.centre = centre
  }

  /// What the axis has to cover.
  var ends: [Double] { limits.flatMap { [$0.low, $0.high] } }

  /// The level and both limits, wave by wave.
  var lines: [PointPlot.Line] {
    func points(_ value: (Limit) -> Double) -> [Point] { limits.map { Point(x: Double($0.wave), y: value($0)) } }
    return [
      PointPlot.Line(points: points { _ in centre }, style: .baseline, name: say("level")),
      PointPlot.Line(points: points(\.high), style: .limit, name: say("upper limit")),
      PointPlot.Line(points: points(\.low), style: .limit, name: say("lower limit")),
    ]
  }

  /// What falls out of it, by the names of waves: `2026-Q3 is more than waves vary by`.
  func finding(_ names: [String]) -> String {
    func waves(_ belongs: (Limit) -> Bool) -> [String] { limits.filter(belongs).map { names[$0.wave] } }
    let (above, below) = (waves { $0.signal > 0 }, waves { $0.signal < 0 })
    let parts =
      (above.isEmpty ? [] : [say("above what waves vary by: \(CountWords.list(above))")])
      + (below.isEmpty ? [] : [say("below what waves vary by: \(CountWords.list(below))")])
    return parts.isEmpty ? say("no wave falls out of what waves vary by") : parts.joined(separator: "; ")
  }

  func isSignal(_ wave: Int) -> Bool { limits.contains { $0.wave == wave && $0.signal != 0 } }

  /// The limits of a wave for the table; empty where it has none.
  func interval(of wave: Int, isPercent: Bool) -> String {
    guard let limit = limits.first(where: { $0.wave == wave }) else { return "" }
    return isPercent
      ? FigureText.percentRange(limit.low, limit.high) : FigureText.range(limit.low, limit.high, decimals: 1)
  }
}
