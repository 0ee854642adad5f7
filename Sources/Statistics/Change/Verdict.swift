/// What a later wave says about a correction; exactly one holds.
///
/// Source: methodology 5.6, decided in the order of the cases.
public enum Verdict: String, Sendable, CaseIterable {
  /// The interval of the change lies below 0.
  case worse
  /// The change is above 0, and the whole interval of the new level is at the target or beyond.
  case closed
  /// The change is above 0, and the target is not reached for certain.
  case works
  /// The change lies inside ±δ*: too small to reach the target, and shown to be so.
  case noEffect = "no-effect"
  /// Anything else: more answers are needed.
  case cannotTell = "cannot-tell"

  /// Which way is better.
  public enum Better: Sendable, CaseIterable {
    case higher, lower
  }

  /// - Parameters:
  ///   - change: The interval of the change, net of the comparison or of the rebound.
  ///   - level: The interval of the new level.
  ///   - before: The level before.
  ///   - target: The level that the correction is to reach.
  ///   - better: Which way is better; where lower is, `worse` is a change above 0.
  public init(
    change: (low: Double, high: Double), level: (low: Double, high: Double), before: Double, target: Double,
    better: Better = .higher
  ) {
    switch better {
    case .higher: self = Self.rising(change: change, lowest: level.low - target, distance: target - before)
    case .lower:
      self = Self.rising(
        change: (low: -change.high, high: -change.low), lowest: target - level.high, distance: before - target)
    }
  }

  /// The verdict of estimates; without an interval of the change nothing can be told, and without one of the level
  /// nothing is closed.
  ///
  /// - Parameters:
  ///   - change: The change, net of the comparison.
  ///   - rebound: What the level rises by itself (methodology 5.3), taken off the change.
  ///   - level: The interval of the new level.
  ///   - before: The level before.
  ///   - target: The level that the correction is to reach.
  ///   - better: Which way is better.
  public init(
    change: WelchTest, rebound: Double = 0, level: (low: Estimate, high: Estimate), before: Double, target: Double,
    better: Better = .higher
  ) {
    guard let low = change.low.value, let high = change.high.value else {
      self = .cannotTell
      return
    }
    let known = level.low.value.flatMap { low in level.high.value.map { (low: low, high: $0) } }
    self.init(
      change: (low: low - rebound, high: high - rebound),
      level: known ?? (low: -Double.infinity, high: Double.infinity), before: before, target: target, better: better)
  }

  /// - Parameters:
  ///   - change: The interval of the change, upwards the better.
  ///   - lowest: The worse end of the new level's interval less the target.
  ///   - distance: δ*, from the level before to the target.
  /// - Returns: The first verdict, in their order, that holds.
  private static func rising(change: (low: Double, high: Double), lowest: Double, distance: Double) -> Verdict {
    if change.high < 0 { return .worse }
    if change.low > 0 { return lowest >= 0 ? .closed : .works }
    return change.low > -distance && change.high < distance ? .noEffect : .cannotTell
  }
}
