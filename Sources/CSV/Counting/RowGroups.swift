/// Rows of a block put together by their group: the places of each begin at a whole vector.
@safe package final class RowGroups {
  package let count: Int
  /// Rows that can be sorted, and places for them.
  let capacity: Int
  let room: Int
  /// The place of each row.
  let places: UnsafeMutablePointer<Int32>
  /// The first place of each group, then the one behind the last; multiples of eight.
  private(set) var starts: [Int]
  private var next: [Int]
  private(set) var rows = 0

  package init(count: Int, capacity: Int) {
    precondition(count > 0 && capacity % 8 == 0, "groups, and whole vectors")
    self.count = count
    self.capacity = capacity
    room = capacity + 8 * count
    starts = Array(repeating: 0, count: count + 1)
    next = Array(repeating: 0, count: count)
    unsafe places = .allocate(capacity: capacity)
    unsafe places.initialize(repeating: 0, count: capacity)
  }

  deinit {
    unsafe places.deallocate()
  }

  /// Finds the place of each of some rows by the group in a column; where that is no level, by the one in the other.
  package func sort(_ codes: CodeColumns, by first: Int, else second: Int, rows range: Range<Int>) {
    precondition(range.count <= capacity && range.upperBound <= codes.capacity, "a block")
    rows = range.count
    let (own, other) = unsafe (codes[first] + range.lowerBound, codes[second] + range.lowerBound)
    for group in 0..<count { next[group] = 0 }
    for row in 0..<rows {
      let group = unsafe Int(own[row] < 0 ? other[row] : own[row])
      next[group] += 1
      unsafe places[row] = Int32(truncatingIfNeeded: group)
    }
    var place = 0
    for group in 0..<count {
      (starts[group], place) = (place, place + (next[group] + 7) / 8 * 8)
      next[group] = starts[group]
    }
    starts[count] = place
    for row in 0..<rows {
      let group = unsafe Int(places[row])
      unsafe places[row] = Int32(truncatingIfNeeded: next[group])
      next[group] += 1
    }
  }
}
