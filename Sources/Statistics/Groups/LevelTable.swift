/// Rows of several groups by the levels they share, ascending: all that tests of ranks look at.
///
/// Values are compared exactly, whatever their denominators.
struct LevelTable {
  /// The number of rows of each group.
  let sizes: [Int]
  /// Rows of each group at each level, level by level.
  private var cells: [Int] = []
  /// Rows of each group below each level.
  private var lower: [Int] = []

  /// The number of rows of all groups.
  var n: Int { sizes.reduce(0, +) }
  /// The levels that occur, from the lowest, 0.
  var levels: Range<Int> { 0..<(sizes.isEmpty ? 0 : cells.count / sizes.count) }

  init(_ groups: [Counts]) {
    sizes = groups.map(\.n)
    let common = groups.reduce(1) { $0 / greatestCommonDivisor($0, $1.denominator) * $1.denominator }
    let factors = groups.map { common / $0.denominator }
    let most = groups.reduce(0) { $0 + $1.entries.count } * groups.count
    cells.reserveCapacity(most)
    lower.reserveCapacity(most)
    var next = groups.map { _ in 0 }
    var below = next
    while let value = LevelTable.least(groups, factors, next) {
      for group in groups.indices {
        lower.append(below[group])
        let (place, entries) = (next[group], groups[group].entries)
        guard place < entries.count, entries[place].value * factors[group] == value else {
          cells.append(0)
          continue
        }
        cells.append(entries[place].count)
        below[group] += entries[place].count
        next[group] += 1
      }
    }
  }

  /// The lowest value that stands next in any group; nil at the end.
  private static func least(_ groups: [Counts], _ factors: [Int], _ next: [Int]) -> Int? {
    var least: Int?
    for group in groups.indices where next[group] < groups[group].entries.count {
      let value = groups[group].entries[next[group]].value * factors[group]
      least = min(least ?? value, value)
    }
    return least
  }

  /// Rows of one group at a level.
  func rows(_ level: Int, group: Int) -> Int { cells[level * sizes.count + group] }

  /// Rows of one group below a level.
  func below(_ level: Int, group: Int) -> Int { lower[level * sizes.count + group] }

  /// Rows of one group above a level.
  func above(_ level: Int, group: Int) -> Int { sizes[group] - below(level, group: group) - rows(level, group: group) }

  /// Rows of all groups at a level.
  func tied(_ level: Int) -> Int { sizes.indices.reduce(0) { $0 + rows(level, group: $1) } }

  /// N³ − N − Σ(t³ − t), exact: 0 where all rows are tied. Needs at most some 10¹² rows.
  var untied: Int128 {
    let cube = { (count: Int) in Int128(count) * (Int128(count) * Int128(count) - 1) }
    return levels.reduce(cube(n)) { $0 - cube(tied($1)) }
  }
}
