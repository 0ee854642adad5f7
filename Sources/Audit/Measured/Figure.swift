/// Why there is no value (methodology 0.6 and formats).
package enum Reason: String, Sendable, CaseIterable, Hashable {
  case noData = "no_data"
  case nLt2 = "n_lt_2"
  case zeroVariance = "zero_variance"
  case allZero = "all_zero"
  case tooManyPairs = "too_many_pairs"
  case noVariation = "no_variation"
  case singular
  /// Everyone was asked: the mean is known, and nothing is left to test.
  case census
  /// The scale is not one that the statistic is defined for, such as a top-2 share of eleven levels.
  case wrongScale = "wrong_scale"
  /// Beyond the range of a double.
  case overflow
  case suppressed
  case lowBase = "low_base"
  case noExpectation = "no_expectation"
  case mixedScales = "mixed_scales"
  case needsRows = "needs_rows"
  /// Fewer answers, groups, units, touchpoints, waves or columns than the method needs.
  case tooFew = "too_few"
  /// More columns than the method can take.
  case tooManyColumns = "too_many_columns"
  /// No finding can come of this test, so it is in no family and has no q.
  case noFamily = "no_family"
}

/// One number, or the reason why there is none, with the rows it rests on.
package struct Figure: Hashable, Sendable {
  package var value: Double?
  package var reason: Reason?
  /// Nil only when suppressed.
  package var n: Int?

  package init(_ value: Double, n: Int) {
    self.value = value
    self.reason = nil
    self.n = n
  }

  package init(unavailable reason: Reason, n: Int?) {
    self.value = nil
    self.reason = reason
    self.n = n
  }

  package static let suppressed = Figure(unavailable: .suppressed, n: nil)
}
