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

    /// An entry of so many rows, at least one once it is counted.
    public init(value: Int, count: Int) { (self.value, self.count) = (value, count) }
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
    self.init(unsorted: zip(values, counts).map { Entry(value: $0, count: $1) }, denominator: denominator)
  }

  /// Counts of values in any order; repeated values are added up, zero counts dropped.
  ///
  /// - Parameters:
  ///   - entries: Numerators and their rows, no count negative.
  ///   - denominator: What every value is divided by, at least 1.
  public init(entries: [Entry], denominator: Int = 1) { self.init(unsorted: entries, denominator: denominator) }

  /// Counts from an array whose element at index i is the number of rows of `minimum + i`.
  public init(dense: [Int], minimum: Int, denominator: Int = 1) {
    var entries: [Entry] = []
    entries.reserveCapacity(dense.count)
    for (index, count) in dense.enumerated() where count != 0 {
      entries.append(Entry(value: minimum + index, count: count))
    }
    self.init(unsorted: entries, denominator: denominator)
  }

  /// Counts of a list of whole numbers, one a row.
  public init(observations: some Sequence<Int>, denominator: Int = 1) {
    self.init(unsorted: observations.map { Entry(value: $0, count: 1) }, denominator: denominator)
  }

  init(unsorted: [Entry], denominator: Int) {
    precondition(denominator >= 1, "a denominator is at least 1")
    precondition(unsorted.allSatisfy { $0.count >= 0 }, "a count is not negative")
    self.denominator = denominator
    self.n = unsorted.reduce(0) { $0 + $1.count }
    if Counts.areFinal(unsorted) {
      entries = unsorted
      return
    }
    entries = Counts.spread(unsorted) ?? Counts.merged(unsorted.sorted { $0.value < $1.value })
  }

  private static func merged(_ ascending: [Entry]) -> [Entry] {
    var merged: [Entry] = []
    merged.reserveCapacity(ascending.count)
    for entry in ascending where entry.count > 0 {
      if let last = merged.last, last.value == entry.value {
        merged[merged.count - 1] = Entry(value: last.value, count: last.count + entry.count)
      } else {
        merged.append(entry)
      }
    }
    return merged
  }

  /// The same by a counter for each value there could be; nil where the values lie too far apart for that.
  private static func spread(_ entries: [Entry]) -> [Entry]? {
    guard let first = entries.first?.value else { return [] }
    var (least, most) = (first, first)
    for entry in entries { (least, most) = (min(least, entry.value), max(most, entry.value)) }
    let (width, overflow) = most.subtractingReportingOverflow(least)
    guard !overflow, width < 32 * entries.count else { return nil }
    var cells = [Int](repeating: 0, count: width + 1)
    for entry in entries { cells[entry.value - least] += entry.count }
    var spread: [Entry] = []
    spread.reserveCapacity(entries.count)
    for (index, count) in cells.enumerated() where count > 0 {
      spread.append(Entry(value: least + index, count: count))
    }
    return spread
  }

  /// Every value occurs, once, and they ascend.
  private static func areFinal(_ entries: [Entry]) -> Bool {
    guard let first = entries.first else { return true }
    var last = first.value
    for entry in entries.dropFirst() {
      guard entry.value > last, entry.count > 0 else { return false }
      last = entry.value
    }
    return first.count > 0
  }

  /// The squares of all rows add up to less than 2⁶³.
  private var areSmall: Bool { largest < 1 << 15 && n < 1 << 33 }

  /// No numerator has a larger magnitude.
  private var largest: UInt { max(entries.first?.value.magnitude ?? 0, entries.last?.value.magnitude ?? 0) }

  /// The exact sum S of the numerators over all rows.
  public var sum: Int128 {
    if areSmall { return Int128(entries.reduce(0) { $0 &+ $1.value &* $1.count }) }
    return entries.reduce(0) { $0 + Int128($1.value) * Int128($1.count) }
  }

  /// The exact sum Q of the squared numerators over all rows.
  public var sumOfSquares: UInt128 {
    if areSmall { return UInt128(entries.reduce(0) { $0 &+ $1.value &* $1.value &* $1.count }) }
    return entries.reduce(0) {
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
