/// The change where something was corrected, net of the change where nothing was.
///
/// Source: methodology 5.2; Card & Krueger 1994; Angrist & Pischke 2009, ch. 5. d = (T₁ − T₀) − (C₁ − C₀).
///
/// Edges: those of `WelchTest`, over all samples.
public struct DifferenceInDifferences: Sendable, Equatable {
  /// d, with its error, test and interval.
  public let test: WelchTest
  /// T₁ − T₀ alone, the naive change; nil where the same respondents rate both and only their differences are known.
  public let treated: WelchTest?
  /// C₁ − C₀ alone; nil likewise.
  public let control: WelchTest?

  /// Four independent samples: the squared error is Σs²/n, with degrees of freedom after Welch and Satterthwaite. It is
  /// the interaction of the least-squares fit with HC2 errors.
  ///
  /// - Parameters:
  ///   - treatedBefore: T₀, where the correction was made, before it.
  ///   - treatedAfter: T₁, there after it.
  ///   - controlBefore: C₀, where nothing was changed, before.
  ///   - controlAfter: C₁, there after.
  ///   - confidence: Coverage of the intervals, between 0 and 1, exclusive.
  public init(
    treatedBefore: Counts, treatedAfter: Counts, controlBefore: Counts, controlAfter: Counts, confidence: Double = 0.95
  ) {
    let (treated, control) = (
      WelchTest(treatedAfter, treatedBefore, confidence: confidence),
      WelchTest(controlAfter, controlBefore, confidence: confidence)
    )
    (self.treated, self.control) = (treated, control)
    test = WelchTest(
      difference: Self.exact([treatedAfter, treatedBefore, controlAfter, controlBefore])
        ?? treated.difference.flatMap { treated in control.difference.map { treated - $0 } },
      samples: [treatedAfter, treatedBefore, controlAfter, controlBefore].map { SampleMean($0) },
      confidence: confidence)
  }

  /// Four samples whose means and errors are known: weighted ones, or means over several touchpoints.
  ///
  /// - Parameters:
  ///   - treatedBefore: T₀, where the correction was made, before it.
  ///   - treatedAfter: T₁, there after it.
  ///   - controlBefore: C₀, where nothing was changed, before.
  ///   - controlAfter: C₁, there after.
  ///   - confidence: Coverage of the intervals, between 0 and 1, exclusive.
  public init(
    treatedBefore: SampleMean, treatedAfter: SampleMean, controlBefore: SampleMean, controlAfter: SampleMean,
    confidence: Double = 0.95
  ) {
    let (treated, control) = (
      WelchTest(treatedAfter, treatedBefore, confidence: confidence),
      WelchTest(controlAfter, controlBefore, confidence: confidence)
    )
    (self.treated, self.control) = (treated, control)
    test = WelchTest(
      difference: treated.difference.flatMap { treated in control.difference.map { treated - $0 } },
      samples: [treatedAfter, treatedBefore, controlAfter, controlBefore], confidence: confidence)
  }

  /// The same respondents rate both: row differences treated − control of each wave, compared by Welch.
  ///
  /// - Parameters:
  ///   - rowsBefore: Treated minus control, row by row, before the correction.
  ///   - rowsAfter: The same after it.
  ///   - confidence: Coverage of the interval, between 0 and 1, exclusive.
  public init(rowsBefore: Counts, rowsAfter: Counts, confidence: Double = 0.95) {
    test = WelchTest(rowsAfter, rowsBefore, confidence: confidence)
    (treated, control) = (nil, nil)
  }

  /// d rounded once; nil without rows, or where 128 bits do not suffice.
  private static func exact(_ samples: [Counts]) -> Estimate? {
    let means = samples.compactMap { Fraction(meanOf: $0) }
    guard means.count == samples.count, let treated = means[0].subtracting(means[1]),
      let control = means[2].subtracting(means[3]), let difference = treated.subtracting(control)
    else { return nil }
    return Estimate(finite: difference.value)
  }
}

/// How treated and untreated went together before the correction, on which a difference in differences relies.
///
/// Source: methodology 5.2: with three earlier waves their differences are printed, with fewer the trend is unverified.
public struct EarlierTrend: Sendable, Equatable {
  /// Treated minus control of each earlier wave, oldest first.
  public let differences: [WelchTest]
  /// Whether there are three earlier waves with answers on both sides.
  public let isShown: Bool

  /// - Parameters:
  ///   - treated: The rows of each earlier wave where the correction was made later, oldest first.
  ///   - control: The rows of the same waves elsewhere.
  ///   - confidence: Coverage of the intervals, between 0 and 1, exclusive.
  public init(treated: [Counts], control: [Counts], confidence: Double = 0.95) {
    precondition(treated.count == control.count, "the same waves on both sides")
    differences = zip(treated, control).map { WelchTest($0, $1, confidence: confidence) }
    isShown = differences.count { $0.difference.value != nil } >= 3
  }
}
