/// A stretch of a scale that shows a chart's values, with round ticks.
struct Axis: Hashable, Sendable {
  let low: Double
  let high: Double
  let ticks: [Double]
  /// Places that the ticks need.
  let decimals: Int

  /// Covers the values, widened to ticks and kept within the scale; the whole scale where there are no values.
  ///
  /// The ends lie on ticks or on the ends of the scale. At most `count` steps, none smaller than `minimumStep`.
  init(covering values: [Double], within scale: ClosedRange<Double>, count: Int = 6, minimumStep: Double = 1) {
    let kept = values.filter(\.isFinite).map { min(max($0, scale.lowerBound), scale.upperBound) }
    let smallest = kept.min() ?? scale.lowerBound
    let largest = kept.max() ?? scale.upperBound
    var index = 0
    var step = Self.step(0, from: minimumStep)
    var first = 0.0
    var last = 0.0
    while true {
      step = Self.step(index, from: minimumStep)
      first = (smallest / step).rounded(.down)
      last = (largest / step).rounded(.up)
      if last - first < 2 {
        if first * step - step >= scale.lowerBound { first -= 1 } else { last += 1 }
      }
      if last - first <= Double(count) || index > 60 { break }
      index += 1
    }
    low = max(first * step, scale.lowerBound)
    high = min(last * step, scale.upperBound)
    let (from, to) = (low, high)
    ticks = (Int(first)...Int(last)).map { Double($0) * step }.filter { $0 >= from - 1e-9 && $0 <= to + 1e-9 }
    decimals = step >= 1 ? 0 : (step >= 0.1 ? 1 : 2)
  }

  /// 1, 2, 5, 10, 20, 50, … times the smallest step.
  private static func step(_ index: Int, from smallest: Double) -> Double {
    var step = smallest
    for _ in 0..<(index / 3) { step *= 10 }
    return step * [1, 2, 5][index % 3]
  }

  /// Where a value lies between two edges; values beyond the axis lie on its ends.
  func position(of value: Double, from start: Double, to end: Double) -> Double {
    guard high > low else { return (start + end) / 2 }
    return start + (end - start) * (min(max(value, low), high) - low) / (high - low)
  }
}
