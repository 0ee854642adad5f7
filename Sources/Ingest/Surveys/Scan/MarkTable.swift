import Audit

/// What rows weigh by table and mark: a hash table with open addressing.
///
/// Rows meet it some dozens of times each, which the general dictionary makes several times slower.
struct MarkTable: Sendable {
  /// A table and one of its marks, which are below 2¹⁶; 0 is no place, since mark 0 is no answer.
  private static func key(_ table: Int, _ mark: Int) -> UInt64 { UInt64(table) << 16 | UInt64(mark) }

  private var keys: [UInt64] = []
  private var cells: [WeightTally.Cell] = []
  private var count = 0

  var isEmpty: Bool { count == 0 }

  mutating func add(_ cell: WeightTally.Cell, table: Int, mark: Int) {
    cells[place(of: Self.key(table, mark))].add(cell)
  }

  mutating func add(_ other: MarkTable) {
    for index in other.keys.indices where other.keys[index] != 0 {
      cells[place(of: other.keys[index])].add(other.cells[index])
    }
  }

  /// In no order that means anything.
  var entries: [(table: Int, mark: Int, cell: WeightTally.Cell)] {
    keys.indices.compactMap { index in
      keys[index] == 0 ? nil : (Int(keys[index] >> 16), Int(keys[index] & 0xFFFF), cells[index])
    }
  }

  /// Where a key is, or goes.
  private mutating func place(of key: UInt64) -> Int {
    if 2 * count >= keys.count { grow() }
    let place = free(key)
    if keys[place] == 0 {
      keys[place] = key
      count += 1
    }
    return place
  }

  /// The place that holds the key, else the first empty one from its own on.
  private func free(_ key: UInt64) -> Int {
    // Fibonacci hashing: the high bits of the product are well mixed.
    var place = Int((key &* 0x9E37_79B9_7F4A_7C15) >> 32) & (keys.count - 1)
    while keys[place] != 0 && keys[place] != key { place = (place + 1) & (keys.count - 1) }
    return place
  }

  /// To twice as many places, a power of two.
  private mutating func grow() {
    let (oldKeys, oldCells) = (keys, cells)
    let size = max(64, 2 * keys.count)
    keys = Array(repeating: 0, count: size)
    cells = Array(repeating: WeightTally.Cell(), count: size)
    for index in oldKeys.indices where oldKeys[index] != 0 {
      let place = free(oldKeys[index])
      keys[place] = oldKeys[index]
      cells[place] = oldCells[index]
    }
  }
}
