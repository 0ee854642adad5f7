import Audit
import CSV

/// Working space for one block: what each row scored on a set of items, in levels above the scale's minimum.
struct RowScores {
  /// Counter that the row calls for, below 0 for none.
  var counters = [Int](repeating: -1, count: CodeBlock.capacity)
  var answered = [Int32](repeating: 0, count: CodeBlock.capacity)
  var perceptions = [Int32](repeating: 0, count: CodeBlock.capacity)
  /// Expectations, standards or satisfied-from answers.
  var targets = [Int32](repeating: 0, count: CodeBlock.capacity)
  var shortfalls = [Int32](repeating: 0, count: CodeBlock.capacity)
  var gaps = [Int32](repeating: 0, count: CodeBlock.capacity)

  /// Sums over the answered ones of `items`; with an expectation an item is answered when the pair is complete.
  mutating func sum(_ items: [Int], of plan: SurveyPlan, _ codes: Swift.Span<Int16>, rows: Int) {
    for row in 0..<rows {
      answered[row] = 0
      perceptions[row] = 0
      targets[row] = 0
      shortfalls[row] = 0
    }
    for index in items {
      let item = plan.definition.items[index]
      let p = plan.items[index].perception * CodeBlock.capacity
      switch item.comparison {
      case .expectation:
        let e = (plan.items[index].expectation ?? plan.items[index].perception) * CodeBlock.capacity
        for row in 0..<rows { add(Int32(codes[p &+ row]), target: Int32(codes[e &+ row]), row) }
      case .standard(let level):
        let target = Int32(level - item.scale.minimum)
        for row in 0..<rows { add(Int32(codes[p &+ row]), target: target, row) }
      case .none:
        let target = Int32(item.satisfiedFrom - item.scale.minimum)
        for row in 0..<rows { add(Int32(codes[p &+ row]), target: target, row) }
      }
    }
  }

  @inline(__always)
  private mutating func add(_ perception: Int32, target: Int32, _ row: Int) {
    guard perception >= 0, target >= 0 else { return }
    answered[row] &+= 1
    perceptions[row] &+= perception
    targets[row] &+= target
    shortfalls[row] &+= max(0, target &- perception)
  }
}
