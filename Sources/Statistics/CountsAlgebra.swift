/// Operations that keep counts exact.
extension Counts {
  /// Counts of the transformed numerators; values that fall together are added up.
  ///
  /// - Parameters:
  ///   - denominator: The denominator of the new values; default: the present one.
  ///   - transform: From an old numerator to the new one.
  /// - Returns: As many rows as before.
  public func map(denominator: Int? = nil, _ transform: (Int) -> Int) -> Counts {
    Counts(
      unsorted: entries.map { Entry(value: transform($0.value), count: $0.count) },
      denominator: denominator ?? self.denominator)
  }

  /// The same rows with the sign of every value changed.
  public var negated: Counts { map { -$0 } }

  /// The same rows with `amount` whole units (not numerators) added to every value.
  public func shifted(by amount: Int) -> Counts {
    map { $0 + amount * denominator }
  }

  /// The same real values with the smallest possible denominator.
  public var reduced: Counts {
    var divisor = denominator
    for entry in entries where divisor > 1 { divisor = greatestCommonDivisor(divisor, entry.value) }
    return divisor == 1 ? self : map(denominator: denominator / divisor) { $0 / divisor }
  }

  /// The rows of both, over the least common denominator.
  public static func + (first: Counts, second: Counts) -> Counts {
    let common = greatestCommonDivisor(first.denominator, second.denominator)
    let (toFirst, toSecond) = (second.denominator / common, first.denominator / common)
    return Counts(
      unsorted: first.scaledEntries(by: toFirst) + second.scaledEntries(by: toSecond),
      denominator: first.denominator * toFirst)
  }

  private func scaledEntries(by factor: Int) -> [Entry] {
    factor == 1 ? entries : entries.map { Entry(value: $0.value * factor, count: $0.count) }
  }
}

/// The greatest common divisor of the magnitudes; that of 0 and b is |b|.
func greatestCommonDivisor(_ first: Int, _ second: Int) -> Int {
  var (a, b) = (first.magnitude, second.magnitude)
  while b != 0 { (a, b) = (b, a % b) }
  return Int(a)
}
