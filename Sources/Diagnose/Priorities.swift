import Audit

/// The order of the register and the value for effort (methodology 6.6).
enum Priorities {
  /// Share of a trouble that a correction is expected to take away, until verified corrections say more.
  static let expectedReduction = 0.3

  /// Graver classes first, then the larger Z·B, then ids by their bytes: a total order, since ids are unique.
  static func comesBefore(_ left: Finding, _ right: Finding) -> Bool {
    if left.findingClass != right.findingClass { return left.findingClass < right.findingClass }
    if left.order != right.order { return left.order > right.order }
    return left.id.utf8.lexicographicallyPrecedes(right.id.utf8)
  }

  /// π = B·ρ ÷ working days; nil without a burden or an effort.
  static func value(burden: Double?, effort: Effort?) -> Double? {
    guard let burden, let days = effort?.days, days > 0 else { return nil }
    return burden * expectedReduction / days
  }
}
