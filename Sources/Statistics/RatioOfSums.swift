/// What part of a whole was reached, where each case has a whole of its own: Σ part ÷ Σ whole, with its interval.
///
/// The cases' shares are weighted by their wholes. Source: methodology 4.2 (standard error by linearisation, cases drawn with
/// replacement), t with n − 1 degrees of freedom. Edges: no case, or nothing to reach, `no_data`; one case a share alone, the
/// rest `n_lt_2`; no spread `zero_variance`.
public struct RatioOfSums: Sendable, Equatable {
  /// One case: what was reached, 0 to `whole`, and what could be.
  public struct Case: Sendable, Hashable {
    /// What was reached.
    public var part: Int
    /// What could be, more than 0.
    public var whole: Int

    /// A case that reached `part` of `whole`.
    public init(part: Int, whole: Int) {
      self.part = part
      self.whole = whole
    }
  }

  /// Number of cases.
  public let n: Int
  /// Σ part ÷ Σ whole, 0 to 1.
  public let share: Estimate
  /// Standard error of the share.
  public let se: Estimate
  /// Lower bound, 0 to the share.
  public let low: Estimate
  /// Upper bound, the share to 1.
  public let high: Estimate

  /// - Parameters:
  ///   - cases: In any order; the result is the same.
  ///   - confidence: Coverage of the interval, between 0 and 1, exclusive.
  public init(_ cases: [Case], confidence: Double = 0.95) {
    precondition(cases.allSatisfy { $0.part >= 0 && $0.part <= $0.whole }, "a part is between 0 and its whole")
    precondition(confidence > 0 && confidence < 1, "a confidence between 0 and 1")
    let cases = cases.filter { $0.whole > 0 }
    n = cases.count
    let part = cases.reduce(0) { $0 + $1.part }
    let whole = cases.reduce(0) { $0 + $1.whole }
    guard whole > 0 else {
      (share, se, low, high) = (
        .unavailable(.noData), .unavailable(.noData), .unavailable(.noData), .unavailable(.noData)
      )
      return
    }
    let share = Double(part) / Double(whole)
    self.share = .value(share)
    guard n > 1 else {
      (se, low, high) = (.unavailable(.nLt2), .unavailable(.nLt2), .unavailable(.nLt2))
      return
    }
    guard let squares = RatioOfSums.squares(cases, part: part, whole: whole) else {
      (se, low, high) = (.unavailable(.overflow), .unavailable(.overflow), .unavailable(.overflow))
      return
    }
    guard squares > 0 else {
      (se, low, high) = (.unavailable(.zeroVariance), .unavailable(.zeroVariance), .unavailable(.zeroVariance))
      return
    }
    // Σ (part − share·whole)² = squares ÷ (Σ whole)², so that only the last steps are rounded.
    let square = Double(whole) * Double(whole)
    let error = (Double(n) / Double(n - 1) * Double(squares)).squareRoot() / square
    let reach = StudentT(df: Double(n - 1)).quantile((1 + confidence) / 2) * error
    se = .value(error)
    low = .value(max(0, share - reach))
    high = .value(min(1, share + reach))
  }

  /// Σ (part·W − P·whole)², W and P the sums; nil beyond 128 bits.
  private static func squares(_ cases: [Case], part: Int, whole: Int) -> Int128? {
    var sum: Int128 = 0
    for one in cases {
      let distance = Int128(one.part) * Int128(whole) - Int128(part) * Int128(one.whole)
      let (square, isTooLarge) = distance.multipliedReportingOverflow(by: distance)
      let (next, overflows) = sum.addingReportingOverflow(square)
      if isTooLarge || overflows { return nil }
      sum = next
    }
    return sum
  }
}
