import Audit
import CSV

/// Sums of the weights of one wave's rows (methodology 0.2, A8).
struct WeightSums: Sendable {
  private(set) var n = 0
  private(set) var rounded = 0
  private var sum: Int128 = 0
  private var squares: Int128 = 0
  private var minimum = Int.max
  private var maximum = 0
  /// By table of the layout, and mark.
  private var tables: [Int: WeightTally.Levels] = [:]

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

  /// Adds the weights of some rows to what their marks in a table stand for.
  mutating func add(_ weights: [Int], codes: [Int16], marks: [Int16], table: Int, width: Int) {
    let none = WeightTally.Levels(count: width)
    WeightSums.add(weights, codes, marks, to: &tables[table, default: none])
  }

  private static func add(
    _ weights: [Int], _ codes: [Int16], _ marks: [Int16], to levels: inout WeightTally.Levels
  ) {
    for row in weights.indices where codes[row] >= 0 {
      let (weight, mark) = (Int128(weights[row]), Int(marks[row]))
      levels.rows[mark] += 1
      levels.sums[mark] += weight
      levels.squares[mark] += weight * weight
    }
  }

  mutating func add(_ other: WeightSums) {
    n += other.n
    rounded += other.rounded
    sum += other.sum
    squares += other.squares
    minimum = min(minimum, other.minimum)
    maximum = max(maximum, other.maximum)
    for (table, levels) in other.tables {
      guard var mine = tables[table] else {
        tables[table] = levels
        continue
      }
      for index in mine.sums.indices {
        mine.rows[index] += levels.rows[index]
        mine.sums[index] += levels.sums[index]
        mine.squares[index] += levels.squares[index]
      }
      tables[table] = mine
    }
  }

  func tally(_ layout: TallyLayout, _ definition: SurveyDefinition) -> WeightTally {
    var tally = WeightTally(
      n: n, sum: sum, squares: squares, minimum: n == 0 ? 0 : minimum, maximum: maximum, rounded: rounded)
    for (item, tables) in zip(definition.items, layout.items) {
      switch tables {
      case .perception(let table), .zone(let table, _, _, _):
        tally.items.append(levels(table, item.scale.levels))
        tally.differences.append(WeightTally.Levels())
      case .apart(let perception, let difference, _):
        tally.items.append(levels(perception, item.scale.levels))
        tally.differences.append(levels(difference, 2 * item.scale.range + 1))
      case .joint(let table):
        let count = item.scale.levels
        let joint = levels(table, count * count)
        tally.items.append(WeightSums.gather(joint, into: count) { $0 % count })
        tally.differences.append(
          WeightSums.gather(joint, into: 2 * count - 1) { $0 % count - $0 / count + count - 1 })
      }
    }
    tally.outcomes = zip(layout.outcomes, definition.outcomes).map { levels($0, $1.scale.levels) }
    return tally
  }

  /// The table without its first mark, which is no answer.
  private func levels(_ table: Int, _ count: Int) -> WeightTally.Levels {
    guard let found = tables[table] else { return WeightTally.Levels(count: count) }
    return WeightTally.Levels(
      rows: Array(found.rows.dropFirst()), sums: Array(found.sums.dropFirst()),
      squares: Array(found.squares.dropFirst()))
  }

  private static func gather(
    _ joint: WeightTally.Levels, into count: Int, _ place: (Int) -> Int
  ) -> WeightTally.Levels {
    var result = WeightTally.Levels(count: count)
    for index in joint.sums.indices {
      result.rows[place(index)] += joint.rows[index]
      result.sums[place(index)] += joint.sums[index]
      result.squares[place(index)] += joint.squares[index]
    }
    return result
  }
}
