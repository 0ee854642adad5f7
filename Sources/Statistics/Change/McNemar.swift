/// A share before and after among the same people: McNemar's test of those who changed.
///
/// Source: methodology 5.1. χ² = (b − c)²/(b + c) with one degree of freedom, no correction; the exact p is the sign test
/// of b against c, and stands for `p` below 25 changes.
///
/// Edges: no pairs `no_data`; one pair a difference alone (`n_lt_2`); nobody changed: both p 1, χ² `all_zero`.
public struct McNemar: Sendable, Equatable {
  /// The number of people asked twice.
  public let n: Int
  /// b, those who had the property only before.
  public let lost: Int
  /// c, those who have it only after.
  public let gained: Int
  /// The share after minus the share before, −1 to 1.
  public let difference: Estimate
  /// The statistic χ².
  public let chiSquared: Estimate
  /// Probability of at least this χ².
  public let pApproximate: Estimate
  /// Two-sided exact p.
  public let pExact: Estimate
  /// The exact p below 25 changes, else the approximate one.
  public let p: Estimate

  /// - Parameters:
  ///   - lost: Those who had the property only before, not negative.
  ///   - gained: Those who have it only after, not negative.
  ///   - n: The number of people asked twice, at least those who changed.
  public init(lost: Int, gained: Int, n: Int) {
    precondition(lost >= 0 && gained >= 0 && lost + gained <= n, "those who changed are some of all")
    (self.lost, self.gained, self.n) = (lost, gained, n)
    difference = n > 0 ? .value(Double(gained - lost) / Double(n)) : .unavailable(.noData)
    guard n > 1 else {
      let reason = Estimate.unavailable(n == 0 ? .noData : .nLt2)
      (chiSquared, pApproximate, pExact, p) = (reason, reason, reason, reason)
      return
    }
    let changed = lost + gained
    guard changed > 0 else {
      (chiSquared, pApproximate, pExact, p) = (.unavailable(.allZero), .value(1), .value(1), .value(1))
      return
    }
    let distance = Double(gained - lost)
    let chiSquared = distance * distance / Double(changed)
    self.chiSquared = .value(chiSquared)
    pApproximate = .value(ChiSquared(df: 1).upperTail(chiSquared))
    pExact = signTest(negative: lost, positive: gained)
    p = changed < 25 ? pExact : pApproximate
  }
}
