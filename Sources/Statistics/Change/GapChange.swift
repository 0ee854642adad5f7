/// Change of a gap between two independent waves, split into what was perceived and what was expected.
///
/// Source: methodology 5.1: Δgap = ΔP − ΔE, each by Welch, later minus earlier.
public struct GapChange: Sendable, Equatable {
  /// The rows of one wave: perceptions, expectations and their differences over the same complete pairs.
  public struct Wave: Sendable, Equatable {
    /// Perceptions.
    public let perception: Counts
    /// Expectations.
    public let expectation: Counts
    /// Perception minus expectation, row by row.
    public let gap: Counts

    /// The rows of one wave, as many in each.
    public init(perception: Counts, expectation: Counts, gap: Counts) {
      precondition(perception.n == gap.n && expectation.n == gap.n, "all of the same pairs")
      (self.perception, self.expectation, self.gap) = (perception, expectation, gap)
    }
  }

  /// Δgap.
  public let gap: WelchTest
  /// ΔP.
  public let perception: WelchTest
  /// ΔE.
  public let expectation: WelchTest
  /// Whether the gap is wider because customers expect more: Δgap below 0, ΔP not below 0, ΔE above 0 with its whole
  /// interval. That is the ladder of service at work, not decline.
  public let isRisingExpectation: Bool

  /// - Parameters:
  ///   - earlier: The wave to compare with.
  ///   - later: The wave that is compared.
  ///   - confidence: Coverage of the intervals, between 0 and 1, exclusive.
  public init(earlier: Wave, later: Wave, confidence: Double = 0.95) {
    gap = WelchTest(later.gap, earlier.gap, confidence: confidence)
    perception = WelchTest(later.perception, earlier.perception, confidence: confidence)
    expectation = WelchTest(later.expectation, earlier.expectation, confidence: confidence)
    let wider = gap.difference.value.map { $0 < 0 } ?? false
    let kept = perception.difference.value.map { $0 >= 0 } ?? false
    let more = expectation.low.value.map { $0 > 0 } ?? false
    isRisingExpectation = wider && kept && more
  }
}
