/// Hidden cells whose count follows from the visible ones and the lines.
///
/// The lines are linear equations of the hidden counts. A count is known exactly if it is 0 in every solution of the
/// homogeneous equations, so one solution with arbitrary values of the free cells tells it: arithmetic is modulo a prime near
/// 2⁶¹, where a cell that is not known comes out as 0 about once in 10¹⁸.
struct KnownCells {
  private static let prime: UInt64 = (1 << 61) - 1
  /// Ascending.
  let cells: [Int]

  /// - Parameters:
  ///   - lines: Every total with its parts.
  ///   - hidden: Cells whose counts are unknown.
  init(_ lines: [CellTable.Line], hidden: Set<Int>) {
    var rows = lines.map { Self.equation($0, hidden) }.filter { !$0.isEmpty }
    var pivots: [(cell: Int, row: [Int: UInt64])] = []
    while let index = rows.indices.min(by: { rows[$0].count < rows[$1].count }) {
      let row = rows.remove(at: index)
      guard let pivot = row.keys.min() else { continue }
      for other in rows.indices { Self.eliminate(pivot, row, from: &rows[other]) }
      rows.removeAll(where: \.isEmpty)
      pivots.append((pivot, row))
    }
    let dependent = Set(pivots.map(\.cell))
    var values: [Int: UInt64] = [:]
    for cell in hidden where !dependent.contains(cell) { values[cell] = Self.arbitrary(cell) }
    for (cell, row) in pivots.reversed() {
      var sum: UInt64 = 0
      for (other, factor) in row where other != cell { sum = Self.sum(sum, Self.product(factor, values[other] ?? 0)) }
      values[cell] = Self.product(Self.negative(sum), Self.inverse(row[cell] ?? 1))
    }
    cells = values.filter { $0.value == 0 }.keys.sorted()
  }

  private static func equation(_ line: CellTable.Line, _ hidden: Set<Int>) -> [Int: UInt64] {
    var row: [Int: UInt64] = [:]
    for part in line.parts where hidden.contains(part) { row[part] = 1 }
    if hidden.contains(line.total) { row[line.total] = prime - 1 }
    return row
  }

  private static func eliminate(_ pivot: Int, _ row: [Int: UInt64], from other: inout [Int: UInt64]) {
    guard let factor = other[pivot], let own = row[pivot] else { return }
    let scale = negative(product(factor, inverse(own)))
    for (cell, value) in row {
      let new = sum(other[cell] ?? 0, product(scale, value))
      other[cell] = new == 0 ? nil : new
    }
  }

  /// Never 0; the same in each run.
  private static func arbitrary(_ cell: Int) -> UInt64 {
    var z = UInt64(cell + 1) &* 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return (z ^ (z >> 31)) % (prime - 1) + 1
  }

  private static func sum(_ a: UInt64, _ b: UInt64) -> UInt64 { (a + b) % prime }

  private static func negative(_ a: UInt64) -> UInt64 { a == 0 ? 0 : prime - a }

  private static func product(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let (high, low) = a.multipliedFullWidth(by: b)
    return prime.dividingFullWidth((high, low)).remainder
  }

  /// By Fermat's little theorem.
  private static func inverse(_ a: UInt64) -> UInt64 {
    if a == 1 || a == prime - 1 { return a }
    var (result, base, exponent) = (UInt64(1), a, prime - 2)
    while exponent > 0 {
      if exponent & 1 == 1 { result = product(result, base) }
      base = product(base, base)
      exponent >>= 1
    }
    return result
  }
}
