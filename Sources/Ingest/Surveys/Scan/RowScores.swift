import Audit
import CSV

/// What each row of a block scored on a set of items, in levels above the scale's minimum.
///
/// One array holds all columns, one after another, so that a pass over the rows needs one exclusive access.
struct RowScores {
  /// Where a column begins.
  enum Column {
    static let answered = 0
    static let perception = CodeBlock.capacity
    /// Expectation, standard or satisfied-from answer.
    static let target = 2 * CodeBlock.capacity
    static let shortfall = 3 * CodeBlock.capacity
    /// P − target, shifted so that the lowest possible sum is 0.
    static let gap = 4 * CodeBlock.capacity
  }

  private(set) var values = [Int32](repeating: 0, count: 5 * CodeBlock.capacity)

  /// Sums over the answered ones of `items`; with an expectation an item is answered when the pair is complete.
  mutating func sum(_ items: [Int], of plan: SurveyPlan, _ codes: Swift.Span<Int16>, range: Int, rows: Int) {
    var values = values.mutableSpan
    for index in 0..<Column.gap { values[index] = 0 }
    for index in items {
      let item = plan.definition.items[index]
      let p = plan.items[index].perception * CodeBlock.capacity
      switch item.comparison {
      case .expectation:
        let e = (plan.items[index].expectation ?? plan.items[index].perception) * CodeBlock.capacity
        for row in 0..<rows { RowScores.add(Int32(codes[p &+ row]), target: Int32(codes[e &+ row]), row, &values) }
      case .standard(let level):
        let target = Int32(level - item.scale.minimum)
        for row in 0..<rows { RowScores.add(Int32(codes[p &+ row]), target: target, row, &values) }
      case .zone, .none:
        let target = Int32(item.satisfiedFrom - item.scale.minimum)
        for row in 0..<rows { RowScores.add(Int32(codes[p &+ row]), target: target, row, &values) }
      }
    }
    for row in 0..<rows {
      values[Column.gap &+ row] =
        values[Column.perception &+ row] &- values[Column.target &+ row] &+ values[row] &* Int32(range)
    }
  }

  @inline(__always)
  private static func add(_ perception: Int32, target: Int32, _ row: Int, _ values: inout MutableSpan<Int32>) {
    // All ones for a complete answer, else zero: no branch.
    let mask = ~((perception | target) >> 31)
    values[row] &+= mask & 1
    values[Column.perception &+ row] &+= perception & mask
    values[Column.target &+ row] &+= target & mask
    values[Column.shortfall &+ row] &+= max(0, target &- perception) & mask
  }
}
