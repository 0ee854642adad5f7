/// Rows of several groups by the levels they share, ascending: all that tests of ranks look at.
///
/// Values are compared exactly, whatever their denominators.
struct LevelTable {
  /// One level: how many rows of each group stand at it, and how many of all groups below and above it.
  struct Level {
    /// Rows of each group at this level, in the order of the groups.
    let rows: [Int]
    /// Rows of each group below this level.
    let below: [Int]
    /// Rows of all groups at this level.
    var tied: Int { rows.reduce(0, +) }
  }

  /// The levels that occur, ascending.
  let levels: [Level]
  /// The number of rows of each group.
  let sizes: [Int]
  /// The number of rows of all groups.
  var n: Int { sizes.reduce(0, +) }

  init(_ groups: [Counts]) {
    let common = groups.reduce(1) { $0 / greatestCommonDivisor($0, $1.denominator) * $1.denominator }
    var entries: [(value: Int, group: Int, count: Int)] = []
    for (group, counts) in groups.enumerated() {
      let factor = common / counts.denominator
      entries += counts.entries.map { (value: $0.value * factor, group: group, count: $0.count) }
    }
    entries.sort { $0.value == $1.value ? $0.group < $1.group : $0.value < $1.value }
    sizes = groups.map(\.n)
    levels = Self.levels(entries, groups: groups.count)
  }

  private static func levels(_ entries: [(value: Int, group: Int, count: Int)], groups: Int) -> [Level] {
    var levels: [Level] = []
    var below = [Int](repeating: 0, count: groups)
    var index = 0
    while index < entries.count {
      var rows = [Int](repeating: 0, count: groups)
      let value = entries[index].value
      while index < entries.count, entries[index].value == value {
        rows[entries[index].group] += entries[index].count
        index += 1
      }
      levels.append(Level(rows: rows, below: below))
      for group in rows.indices { below[group] += rows[group] }
    }
    return levels
  }

  /// Rows of one group above a level.
  func above(_ level: Level, group: Int) -> Int { sizes[group] - level.below[group] - level.rows[group] }

  /// N³ − N − Σ(t³ − t), exact: 0 where all rows are tied. Needs at most some 10¹² rows.
  var untied: Int128 {
    let cube = { (count: Int) in Int128(count) * (Int128(count) * Int128(count) - 1) }
    return levels.reduce(cube(n)) { $0 - cube($1.tied) }
  }
}
