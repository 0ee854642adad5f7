import Audit
import CSV

/// What the weights of one wave's rows are (methodology 0.2, A8).
struct WeightSums: Sendable {
  private(set) var n = 0
  private(set) var rounded = 0
  private var sum: Int128 = 0
  private var squares: Int128 = 0
  private var minimum = Int.max
  private var maximum = 0

  /// Adds the weights of some rows; those without one have a code below 0, rounded ones 1.
  mutating func add(_ weights: [Int], codes: [Int16]) {
    for (weight, code) in zip(weights, codes) where code >= 0 {
      n += 1
      rounded += Int(code)
      sum += Int128(weight)
      squares += Int128(weight) * Int128(weight)
      minimum = min(minimum, weight)
      maximum = max(maximum, weight)
    }
  }

  mutating func add(_ other: WeightSums) {
    n += other.n
    rounded += other.rounded
    sum += other.sum
    squares += other.squares
    minimum = min(minimum, other.minimum)
    maximum = max(maximum, other.maximum)
  }

  func tally(_ slices: [WeightedSlice]) -> WeightTally {
    WeightTally(
      n: n, sum: sum, squares: squares, minimum: n == 0 ? 0 : minimum, maximum: maximum, rounded: rounded,
      slices: slices)
  }
}

/// Weights of the rows at hand; those without one have a code below 0.
struct RowWeights {
  var values: [Int] = []
  var codes: [Int16] = []

  subscript(row: Int) -> Int? { codes[row] < 0 ? nil : values[row] }
}

/// Adds up what the rows at hand weigh by slot and mark of one table: many rows share a mark, so that each mark goes to the
/// slots' tables once.
struct BatchWeights {
  /// Slots times marks that there is room for; where there are more, each has few rows.
  private static let most = 1 << 16

  private var cells: [WeightTally.Cell] = []

  /// Rows with a mark above 0, which is below `width`; nil where there is no room for all of them.
  fileprivate mutating func sums(
    of weights: RowWeights, marks: [Int16], in slots: RowSlots, width: Int
  ) -> [(slot: Int, mark: Int, cell: WeightTally.Cell)]? {
    let room = (slots.highest + 1) * width
    guard room <= BatchWeights.most else { return nil }
    if room > cells.count { cells.append(contentsOf: repeatElement(WeightTally.Cell(), count: room - cells.count)) }
    var met: [Int] = []
    for row in marks.indices where marks[row] > 0 {
      guard let weight = weights[row] else { continue }
      let place = slots[row] * width + Int(marks[row])
      if cells[place].rows == 0 { met.append(place) }
      cells[place].add(weight: weight)
    }
    return met.map { place in
      defer { cells[place] = WeightTally.Cell() }
      return (place / width, place % width, cells[place])
    }
  }
}

/// What the rows of the slots of one partition weigh, by table and mark.
///
/// Only what occurs has a place: tables of row scores are wide, and most of their marks are never met.
struct SlotWeights: Sendable {
  private var slots: [MarkTable] = []
  /// Rows of sets that have no table.
  private(set) var sparse: [SlotCounts.SparseKey: WeightTally.Cell] = [:]

  /// Adds the weights of the rows to what their marks in a table stand for, which are below `width`; mark 0 is no answer.
  mutating func add(
    _ weights: RowWeights, marks: [Int16], in numbers: RowSlots, table: Int, width: Int, by batch: inout BatchWeights
  ) {
    reserve(numbers.highest + 1)
    if let sums = batch.sums(of: weights, marks: marks, in: numbers, width: width) {
      for sum in sums { slots[sum.slot].add(sum.cell, table: table, mark: sum.mark) }
      return
    }
    for row in marks.indices where marks[row] > 0 {
      guard let weight = weights[row] else { continue }
      slots[numbers[row]].add(WeightTally.Cell(weight: weight), table: table, mark: Int(marks[row]))
    }
  }

  mutating func add(_ weight: Int, to key: SlotCounts.SparseKey) {
    sparse[key, default: WeightTally.Cell()].add(weight: weight)
  }

  /// Adds those of another one; its slot k goes to `places[k]`.
  mutating func add(_ other: SlotWeights, slots places: [Int]) {
    for (slot, table) in other.slots.enumerated() where !table.isEmpty {
      reserve(places[slot] + 1)
      slots[places[slot]].add(table)
    }
    for (key, cell) in other.sparse {
      var moved = key
      moved.slot = places[key.slot]
      sparse[moved, default: WeightTally.Cell()].add(cell)
    }
  }

  /// What the rows of some slots weigh together, by table, marks ascending.
  func gathered(_ numbers: [Int]) -> [Int: [(mark: Int, cell: WeightTally.Cell)]] {
    var whole = MarkTable()
    for slot in numbers where slot < slots.count { whole.add(slots[slot]) }
    var tables: [Int: [(mark: Int, cell: WeightTally.Cell)]] = [:]
    for entry in whole.entries { tables[entry.table, default: []].append((entry.mark, entry.cell)) }
    return tables.mapValues { cells in cells.sorted { $0.mark < $1.mark } }
  }

  private mutating func reserve(_ count: Int) {
    if count > slots.count { slots.append(contentsOf: repeatElement(MarkTable(), count: count - slots.count)) }
  }
}
