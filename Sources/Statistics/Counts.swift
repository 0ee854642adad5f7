/// How often each value of an exact rational variable occurs.
///
/// The real value of an entry is `value / denominator`. Everything is integer, so counts may be filled in any order and
/// merged in any grouping with the same result. Source: methodology 0.2 (A1–A3) and 0.4.
///
/// Range: the sum of `count · value²` stays below 2¹²⁸ (values of 10¹² over 10¹⁰ rows use 2¹¹³); beyond it the
/// arithmetic traps rather than wraps.
public struct Counts: Sendable, Equatable {
  /// One value and how often it occurs.
  public struct Entry: Sendable, Equatable {
    /// The numerator of the value.
    public let value: Int
    /// The number of rows, above 0.
    public let count: Int
  }

  /// The values that occur, ascending, each once.
  public let entries: [Entry]
  /// What every value is divided by, at least 1.
  public let denominator: Int
  /// The number of rows.
  public let n: Int

  /// Counts of values in any order; repeated values are added up, zero counts dropped.
  ///
  /// - Parameters:
  ///   - values: The numerators, as many as there are counts.
  ///   - counts: The number of rows of each value, none negative.
  ///   - denominator: What every value is divided by, at least 1.
  public init(values: [Int], counts: [Int], denominator: Int = 1) {
    precondition(values.count == counts.count, "one count for each value")
    let pairs = zip(values, counts).map { Entry(value: $0, count: $1) }
    self.init(unsorted: pairs, denominator: denominator)
  }

  /// Counts from an array whose element at index i is the number of rows of `minimum + i`.
  public init(dense: [Int], minimum: Int, denominator: Int = 1) {
    let entries = dense.enumerated().map { Entry(value: minimum + $0.offset, count: $0.element) }
    self.init(unsorted: entries, denominator: denominator)
  }

  /// Counts of a list of whole numbers, one a row.
  public init(observations: some Sequence<Int>, denominator: Int = 1) {
    self.init(unsorted: observations.map { Entry(value: $0, count: 1) }, denominator: denominator)
  }

  init(unsorted: [Entry], denominator: Int) {
    precondition(denominator >= 1, "a denominator is at least 1")
    var merged: [Entry] = []
    merged.reserveCapacity(unsorted.count)
    for entry in unsorted.sorted(by: { $0.value < $1.value }) {
      precondition(entry.count >= 0, "a count is not negative")
      guard entry.count > 0 else { continue }
      if let last = merged.last, last.value == entry.value {
        merged[merged.count - 1] = Entry(value: last.value, count: last.count + entry.count)
      } else {
        merged.append(entry)
      }
    }
    self.entries = merged
    self.denominator = denominator
    self.n = merged.reduce(0) { $0 + $1.count }
  }

  /// The exact sum S of the numerators over all rows.
  public var sum: Int128 {
    entries.reduce(0) { $0 + Int128($1.value) * Int128($1.count) }
  }

  /// The exact sum Q of the squared numerators over all rows.
  public var sumOfSquares: UInt128 {
    entries.reduce(0) {
      let magnitude = UInt128($1.value.magnitude)
      return $0 + magnitude * magnitude * UInt128($1.count)
    }
  }

  /// n·Q − S², exact; divided by n(n−1)·denominator² it is the variance (methodology 0.4).
  public var numeratorOfVariance: UInt256 {
    let magnitude = sum.magnitude
    return UInt256(product: UInt128(n), sumOfSquares) - UInt256(product: magnitude, magnitude)
  }

  /// The number of rows whose numerator satisfies the condition.
  public func count(where condition: (Int) -> Bool) -> Int {
    entries.reduce(0) { condition($1.value) ? $0 + $1.count : $0 }
  }
}
