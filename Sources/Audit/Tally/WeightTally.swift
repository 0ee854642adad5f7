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
  /// Perceptions (gap rows: differences, from −R) of each item, and answers to each outcome, by level.
  package var items: [Levels]
  package var differences: [Levels]
  package var outcomes: [Levels]

  /// Rows, Σw and Σw² by level; all three run parallel.
  package struct Levels: Hashable, Sendable {
    package var rows: [Int]
    package var sums: [Int128]
    package var squares: [Int128]

    /// Nothing yet at so many levels.
    package init(count: Int) {
      self.init(
        rows: Array(repeating: 0, count: count), sums: Array(repeating: 0, count: count),
        squares: Array(repeating: 0, count: count))
    }

    package init(rows: [Int] = [], sums: [Int128] = [], squares: [Int128] = []) {
      self.rows = rows
      self.sums = sums
      self.squares = squares
    }
  }

  package init(
    n: Int = 0, sum: Int128 = 0, squares: Int128 = 0, minimum: Int = 0, maximum: Int = 0, rounded: Int = 0,
    items: [Levels] = [], differences: [Levels] = [], outcomes: [Levels] = []
  ) {
    self.n = n
    self.sum = sum
    self.squares = squares
    self.minimum = minimum
    self.maximum = maximum
    self.rounded = rounded
    self.items = items
    self.differences = differences
    self.outcomes = outcomes
  }
}
