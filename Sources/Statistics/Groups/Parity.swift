/// What a comparison of a segment with all others shows; exactly one holds.
///
/// Source: methodology 4.1. "Not significant" is never a state: too little is known, or parity is shown.
public enum ParityState: String, Sendable, CaseIterable {
  /// The whole interval is beyond the margin, on one side.
  case disparity
  /// The interval excludes 0, but not all of it is on one side of the margin.
  case unsettled
  /// The interval excludes 0 and lies inside the margin.
  case smallDifference = "small"
  /// The interval of coverage 1 − 2α lies inside the margin, and 0 is not excluded.
  case parityShown = "parity"
  /// Anything could be: no interval, or one that spans 0 and reaches too far.
  case notEnoughData = "unknown"

  /// - Parameters:
  ///   - low: Lower bound of the interval for the difference (95 %).
  ///   - high: Upper bound of that interval, not below the lower.
  ///   - inner: The interval of coverage 1 − 2α for the same difference (90 %).
  ///   - margin: Δ, the largest difference that does not matter, above 0.
  public init(low: Double, high: Double, inner: (low: Double, high: Double), margin: Double) {
    precondition(margin > 0 && margin.isFinite, "a margin above 0")
    let excludesZero = low > 0 || high < 0
    if high < -margin || low > margin {
      self = .disparity
    } else if excludesZero {
      self = low >= -margin && high <= margin ? .smallDifference : .unsettled
    } else {
      self = inner.low >= -margin && inner.high <= margin ? .parityShown : .notEnoughData
    }
  }
}

/// A segment against the rest: the difference, the test of equivalence and what both together say.
///
/// Source: methodology 4.1. The samples are disjoint. Edges: without an interval the state is `notEnoughData`.
public struct Parity: Sendable, Equatable {
  /// Segment minus rest.
  public let test: WelchTest
  /// Whether the difference is smaller than the margin.
  public let equivalence: Equivalence
  /// What holds.
  public let state: ParityState
  /// Whether 0 is excluded and the segment is below the rest: it is served worse where higher is better.
  public let isBelow: Bool

  /// - Parameters:
  ///   - test: Segment minus rest.
  ///   - margin: Δ in units of the scale, above 0, fixed before the data.
  public init(_ test: WelchTest, margin: Double) {
    self.test = test
    equivalence = Equivalence(test, margin: margin)
    guard let low = test.low.value, let high = test.high.value, let innerLow = equivalence.low.value,
      let innerHigh = equivalence.high.value
    else {
      (state, isBelow) = (.notEnoughData, false)
      return
    }
    state = ParityState(low: low, high: high, inner: (innerLow, innerHigh), margin: margin)
    isBelow = high < 0
  }
}
