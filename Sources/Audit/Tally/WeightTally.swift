/// Weights of a column, as integers w·10⁶, so that their sums are exact in any order.
package struct WeightTally: Hashable, Sendable {
  /// Rows with a weight.
  package var n: Int
  package var sum: Int128
  package var squares: Int128
  package var minimum: Int
  package var maximum: Int
  /// Weights with more than six decimals, rounded half to even.
  package var rounded: Int
  /// The weighted rows of each slice, in the order of the wave's slices.
  package var slices: [WeightedSlice]

  package init(
    n: Int = 0, sum: Int128 = 0, squares: Int128 = 0, minimum: Int = 0, maximum: Int = 0, rounded: Int = 0,
    slices: [WeightedSlice] = []
  ) {
    self.n = n
    self.sum = sum
    self.squares = squares
    self.minimum = minimum
    self.maximum = maximum
    self.rounded = rounded
    self.slices = slices
  }

  /// Some rows: how many, Σw and Σw².
  package struct Cell: Hashable, Sendable {
    package var rows: Int
    package var sum: Int128
    package var squares: Int128

    package init(rows: Int = 0, sum: Int128 = 0, squares: Int128 = 0) {
      self.rows = rows
      self.sum = sum
      self.squares = squares
    }

    /// One row.
    package init(weight: Int) {
      self.init(rows: 1, sum: Int128(weight), squares: Int128(weight) &* Int128(weight))
    }

    /// One more row.
    package mutating func add(weight: Int) { add(Cell(weight: weight)) }

    package mutating func add(_ other: Cell) {
      rows += other.rows
      sum += other.sum
      squares += other.squares
    }
  }
}

/// The weighted rows of one slice; arrays run parallel to the definition's items, sets and outcomes.
package struct WeightedSlice: Hashable, Sendable {
  package var slice: Slice
  /// All rows that have a weight.
  package var all: WeightTally.Cell
  package var items: [Item]
  package var sets: [Set]
  /// By level, as in ``SliceTally``.
  package var outcomes: [[WeightTally.Cell]]

  /// One item by level, as in ``ItemTally`` and ``ZoneTally``; empty where it is not asked.
  package struct Item: Hashable, Sendable {
    package var expectation: [WeightTally.Cell] = []
    package var perception: [WeightTally.Cell] = []
    package var difference: [WeightTally.Cell] = []
    package var adequacy: [WeightTally.Cell] = []
    package var superiority: [WeightTally.Cell] = []

    package init() {}
  }

  /// Row scores of one set, as in ``SetTally``.
  package struct Set: Hashable, Sendable {
    package var gap: [Entry] = []
    package var expectation: [Entry] = []
    package var perception: [Entry] = []
    package var shortfall: [Entry] = []
    package var adequacy: [Entry] = []
    package var superiority: [Entry] = []
    package var seriousShortfalls = WeightTally.Cell()
    package var seriousSurpluses = WeightTally.Cell()

    package init() {}
  }

  /// Rows that answered so many items with this sum; lists of them ascend by answers, then sum.
  package struct Entry: Hashable, Sendable {
    package var answered: Int
    package var sum: Int
    package var cell: WeightTally.Cell

    package init(answered: Int, sum: Int, cell: WeightTally.Cell) {
      self.answered = answered
      self.sum = sum
      self.cell = cell
    }
  }

  package init(
    slice: Slice, all: WeightTally.Cell, items: [Item], sets: [Set], outcomes: [[WeightTally.Cell]]
  ) {
    self.slice = slice
    self.all = all
    self.items = items
    self.sets = sets
    self.outcomes = outcomes
  }
}

/// The rows of one slice by the values of all raked segments; those that lack one are in no cell.
package struct RakedSlice: Hashable, Sendable {
  package var slice: Slice
  /// The slice of a cell names the raked segments alone. There are neither points nor importance.
  package var cells: [SliceTally]

  package init(slice: Slice, cells: [SliceTally]) {
    self.slice = slice
    self.cells = cells
  }
}

extension WeightTally: Codable {}
extension WeightTally.Cell: Codable {}
extension WeightedSlice: Codable {}
extension WeightedSlice.Item: Codable {}
extension WeightedSlice.Set: Codable {}
extension WeightedSlice.Entry: Codable {}
extension RakedSlice: Codable {}
