/// Why a figure has no value.
///
/// The raw values are the reasons that the product's files print; the set is closed.
public enum Reason: String, Sendable, CaseIterable {
  /// Nothing was counted.
  case noData = "no_data"
  /// One answer gives a mean, but no spread, test or interval.
  case nLt2 = "n_lt_2"
  /// All answers are equal, so nothing can be divided by their spread.
  case zeroVariance = "zero_variance"
  /// All differences are zero: there is nothing to rank.
  case allZero = "all_zero"
  /// A column depends on the others.
  case singular
  /// Agreement by chance is complete: raters used one category only.
  case noVariation = "no_variation"
  /// Too many pairs, or too wide a range of sums, for an exact test.
  case tooManyPairs = "too_many_pairs"
  /// The whole population answered: the mean is known, not estimated.
  case census
  /// The answers are not on the scale that the measure is defined for.
  case wrongScale = "wrong_scale"
  /// The result is beyond the range of a double.
  case overflow
  /// Fewer rows, groups, units, items or waves than the method needs.
  case tooFew = "too_few"
  /// Too few answers to show anything.
  case suppressed
  /// Few answers: shown, but never a deficiency.
  case lowBase = "low_base"
  /// The item has perceptions only.
  case noExpectation = "no_expectation"
  /// The items are on different scales, so their mean means nothing.
  case mixedScales = "mixed_scales"
  /// The figure links answers of one person, which counts do not keep.
  case needsRows = "needs_rows"
  /// More columns than the method can take.
  case tooManyColumns = "too_many_columns"
}

/// A finite number, or the reason why there is none.
public enum Estimate: Sendable, Equatable {
  /// A finite number.
  case value(Double)
  /// No number, and why.
  case unavailable(Reason)

  /// Wraps a computed number; one that is not finite becomes unavailable.
  public init(finite number: Double, otherwise reason: Reason = .overflow) {
    self = number.isFinite ? .value(number) : .unavailable(reason)
  }

  /// The number, or nil.
  public var value: Double? {
    switch self {
    case .value(let number): number
    case .unavailable: nil
    }
  }

  /// The reason for there being no number, or nil.
  public var reason: Reason? {
    switch self {
    case .value: nil
    case .unavailable(let reason): reason
    }
  }

  /// The transformed number, or the same reason; a result that is not finite is unavailable as `overflow`.
  public func map(_ transform: (Double) -> Double) -> Estimate {
    switch self {
    case .value(let number): Estimate(finite: transform(number))
    case .unavailable: self
    }
  }

  /// The result of a further computation, or the same reason.
  public func flatMap(_ transform: (Double) -> Estimate) -> Estimate {
    switch self {
    case .value(let number): transform(number)
    case .unavailable: self
    }
  }
}
