/// The slot of each of some rows.
@safe package final class RowSlots {
  let values: UnsafeMutablePointer<Int32>
  /// The highest slot that any of the rows was given.
  package internal(set) var highest = 0

  let capacity: Int

  package init(capacity: Int) {
    self.capacity = capacity
    unsafe values = .allocate(capacity: capacity)
    unsafe values.initialize(repeating: 0, count: capacity)
  }

  deinit {
    unsafe values.deallocate()
  }

  package subscript(row: Int) -> Int {
    precondition(row >= 0 && row < capacity, "a row that has a slot")
    return unsafe Int(values[row])
  }
}

/// Numbers the combinations of codes that rows have, in the order in which they are met.
package struct SlotNumbering: Sendable {
  /// One of the columns that rows are told apart by: from the combination of those before to the combination with it.
  private struct Level: Sendable {
    /// Codes from here on are one.
    let limit: Int
    /// Places for a combination: 0 for no code, then code + 1.
    var places = 8
    /// For each combination before and place the combination with it, below 0 where none was met.
    var next = [Int32](repeating: -1, count: 8)
    /// Combinations with this column: the one before and the place.
    var met: [(before: Int, place: Int)] = []

    mutating func widen(to place: Int) {
      var wider = places
      while wider <= place { wider *= 2 }
      var moved = [Int32](repeating: -1, count: next.count / places * wider)
      for (index, value) in next.enumerated() { moved[index / places * wider + index % places] = value }
      next = moved
      places = wider
    }
  }

  private var levels: [Level]

  /// `limits`: of each column the number of codes that are told apart; those beyond count as one more.
  package init(limits: [Int]) {
    levels = limits.map { Level(limit: $0) }
  }

  /// Slots numbered so far; one when there is no column.
  package var count: Int { levels.last?.met.count ?? 1 }

  /// The codes of a slot, −1 for none.
  package func codes(of slot: Int) -> [Int] {
    var codes: [Int] = []
    var node = slot
    for level in levels.reversed() {
      let (before, place) = level.met[node]
      codes.append(place - 1)
      node = before
    }
    return codes.reversed()
  }

  /// The slot of a combination of codes.
  package mutating func slot(of codes: [Int]) -> Int {
    var node = 0
    for (index, code) in codes.enumerated() { node = step(index, from: node, code) }
    return node
  }

  /// Gives each row its slot by the codes in some columns.
  package mutating func number(_ codes: CodeColumns, columns: [Int], rows: Int, into slots: RowSlots) {
    precondition(
      rows <= min(codes.capacity, slots.capacity) && columns.count == levels.count, "a column for each level")
    var highest = 0
    for row in 0..<rows {
      var node = 0
      for index in 0..<levels.count {
        node = step(index, from: node, unsafe Int(codes[columns[index]][row]))
      }
      unsafe slots.values[row] = Int32(truncatingIfNeeded: node)
      highest = max(highest, node)
    }
    slots.highest = highest
  }

  @inline(__always)
  private mutating func step(_ index: Int, from node: Int, _ code: Int) -> Int {
    let place = max(0, min(code, levels[index].limit) &+ 1)
    if place < levels[index].places {
      let known = levels[index].next[node &* levels[index].places &+ place]
      if known >= 0 { return Int(known) }
    }
    return meet(index, from: node, place)
  }

  @inline(never)
  private mutating func meet(_ index: Int, from node: Int, _ place: Int) -> Int {
    if place >= levels[index].places { levels[index].widen(to: place) }
    let number = levels[index].met.count
    levels[index].next[node * levels[index].places + place] = Int32(number)
    levels[index].met.append((node, place))
    if index + 1 < levels.count {
      let places = levels[index + 1].places
      let room = (number + 1) * places - levels[index + 1].next.count
      if room > 0 { levels[index + 1].next.append(contentsOf: repeatElement(-1, count: room)) }
    }
    return number
  }
}
