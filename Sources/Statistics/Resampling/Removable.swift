/// An additive statistic from which the rows of a part can be taken away again: what a jackknife needs.
///
/// Source: methodology 0.2 (A10).
public protocol Removable: Sendable {
  /// The number of rows counted.
  var n: Int { get }
  /// What is left without a part.
  ///
  /// - Parameter part: Some of the rows of this total.
  /// - Returns: The other rows.
  func removing(_ part: Self) -> Self
}

extension Counts: Removable {
  /// The rows that are not of the part; a value that the part has more often than the total is refused.
  public func removing(_ part: Counts) -> Counts {
    let all = Counts(unsorted: [], denominator: denominator) + Counts(unsorted: [], denominator: part.denominator)
    let (ownFactor, partFactor) = (all.denominator / denominator, all.denominator / part.denominator)
    var taken = part.entries[...]
    var left: [Entry] = []
    for entry in entries {
      let value = entry.value * ownFactor
      var count = entry.count
      if let first = taken.first, first.value * partFactor == value {
        count -= first.count
        taken.removeFirst()
      }
      precondition(count >= 0, "a part is not larger than the total")
      left.append(Entry(value: value, count: count))
    }
    precondition(taken.isEmpty, "a part holds values of the total alone")
    return Counts(unsorted: left, denominator: all.denominator)
  }
}

extension Array: Removable where Element: Removable {
  /// The rows of all elements together.
  public var n: Int { reduce(0) { $0 + $1.n } }

  /// Takes each element of the part from the element at the same place.
  public func removing(_ part: [Element]) -> [Element] {
    precondition(count == part.count, "a part of the same shape")
    return zip(self, part).map { $0.removing($1) }
  }
}
