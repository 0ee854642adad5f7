import TestSupport
import Testing

@testable import Measure

/// Which cells go beside the few, worked out by hand.
@Suite struct HiddenCellsTests {
  /// A table of rows and columns with its margins: everyone, rows, columns, then cells row by row.
  private static func crossed(_ counts: [[Int]], others: Int = 0) -> CellTable {
    let columns = counts[0].count
    let rows = counts.map { $0.reduce(0, +) + others }
    let sums = (0..<columns).map { column in counts.reduce(0) { $0 + $1[column] } + others }
    func cell(_ row: Int, _ column: Int) -> Int { 1 + counts.count + columns + row * columns + column }
    let margins = rows + sums
    return CellTable(
      cells: [CellTable.Cell(count: rows.reduce(0, +), isFixed: true)]
        + margins.map { CellTable.Cell(count: $0, level: 1) }
        + counts.flatMap { row in row.map { CellTable.Cell(count: $0, level: 2) } },
      lines: [
        CellTable.Line(total: 0, parts: Array(1...counts.count)),
        CellTable.Line(total: 0, parts: Array((1 + counts.count)...(counts.count + columns))),
      ]
        + counts.indices.map { row in
          CellTable.Line(total: 1 + row, parts: (0..<columns).map { cell(row, $0) })
        }
        + (0..<columns).map { column in
          CellTable.Line(total: 1 + counts.count + column, parts: counts.indices.map { cell($0, column) })
        })
  }

  private static func hidden(_ counts: [[Int]]) -> [[Bool]] {
    let found = HiddenCells(crossed(counts), minimum: 5).cells
    let columns = counts[0].count
    let first = 1 + counts.count + columns
    return counts.indices.map { row in (0..<columns).map { found.contains(first + row * columns + $0) } }
  }

  /// Parts of one sum, and which of them go.
  private static let sums: [(parts: [Int], alike: Bool, hidden: [Bool])] = [
    ([9, 30, 7], false, [false, false, false]),
    // One few alone: the next smallest goes.
    ([3, 9, 30, 7], false, [true, false, false, true]),
    // Equal ones: the first.
    ([3, 9, 30, 9], false, [true, true, false, false]),
    // Two few are few together.
    ([1, 3, 30, 9], false, [true, true, false, true]),
    ([2, 3, 30, 9], false, [true, true, false, false]),
    // Nobody is no secret, and shields nobody.
    ([3, 0, 30, 9], false, [true, false, false, true]),
    // Five of one each: who knows the sum knows them.
    ([1, 1, 1, 1, 1, 20], false, [true, true, true, true, true, true]),
    // Where Σn² is known, two can be solved for, and three that are alike.
    ([3, 4, 30, 9], false, [true, true, false, false]),
    ([3, 4, 30, 9], true, [true, true, false, true]),
    ([4, 4, 4, 30, 9], true, [true, true, true, false, true]),
    ([3, 4, 4, 30, 9], true, [true, true, true, false, false]),
    // Of two values both go, whatever is left.
    ([3, 90], false, [true, true]),
  ]

  @Test("Of a sum goes the smallest, until two are hidden that are not few together", arguments: sums)
  func oneSum(_ test: (parts: [Int], alike: Bool, hidden: [Bool])) {
    let table = CellTable(
      cells: [CellTable.Cell(count: test.parts.reduce(0, +), isFixed: true)]
        + test.parts.map { CellTable.Cell(count: $0) },
      lines: [CellTable.Line(total: 0, parts: Array(1...test.parts.count), tellsSizes: test.alike)])
    let found = HiddenCells(table, minimum: 5).cells
    #expect(test.parts.indices.map { found.contains($0 + 1) } == test.hidden)
    #expect(!found.contains(0))
  }

  @Test("A few cell takes one of its row, one of its column, and the corner between them") func square() {
    // 3 is few. In its row 8 is the smallest, in its column 7; the row of 7 has 10 left and 11, the column of 8 has 10.
    let found = Self.hidden([
      [3, 8, 20],
      [7, 10, 11],
      [30, 31, 32],
    ])
    #expect(
      found == [
        [true, true, false],
        [true, true, false],
        [false, false, false],
      ])
  }

  /// Two squares of hidden cells joined by one more. Each row and column has two or three hidden cells, and yet the rows of
  /// the first square less its columns leave the one that joins them.
  @Test("What only all lines together give away is found") func bridge() {
    let counts = [
      [4, 8, 9, 20],
      [8, 4, 20, 20],
      [20, 20, 4, 8],
      [20, 20, 8, 4],
    ]
    let table = Self.crossed(counts)
    func cell(_ row: Int, _ column: Int) -> Int { 9 + row * 4 + column }
    let squares = [(0, 0), (0, 1), (1, 0), (1, 1), (2, 2), (2, 3), (3, 2), (3, 3)].map { cell($0.0, $0.1) }
    let joined = Set(squares + [cell(0, 2)])
    let isHidden = table.cells.indices.map(joined.contains)
    let lines = table.lines.map(SumEquation.init)
    #expect(lines.allSatisfy { ($0.pool(isHidden) ?? []).count != 1 })
    let alone = ReducedEquations(lines, isHidden: isHidden).equations.compactMap { $0.pool(isHidden) }.filter {
      $0.count == 1
    }
    #expect(alone == [[cell(0, 2)]])

    let found = HiddenCells(table, minimum: 5, hidden: joined).cells
    #expect(found.isStrictSuperset(of: joined))
    let after = table.cells.indices.map(found.contains)
    let left = ReducedEquations(lines, isHidden: after).equations.compactMap { $0.pool(after) }.filter { !$0.isEmpty }
    #expect(left.allSatisfy { $0.count > 1 })
  }

  @Test("The order of the lines makes no difference", arguments: UInt64(0)..<100) func order(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let counts = (0..<4).map { _ in (0..<5).map { _ in Int.random(in: 0...12, using: &generator) } }
    var table = Self.crossed(counts)
    let first = HiddenCells(table, minimum: 5).cells
    for index in table.lines.indices { table.lines[index].parts.shuffle(using: &generator) }
    #expect(HiddenCells(table, minimum: 5).cells == first)
  }

  @Test("Residues are a field", arguments: UInt64(0)..<100) func residues(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    func random() -> Residue {
      (0..<Int.random(in: 1...70, using: &generator)).reduce(.one) { sum, _ in sum + sum + .one }
    }
    let (a, b, c) = (random(), random(), random())
    #expect(a * b == b * a && a * (b + c) == a * b + a * c && a + a.negative == .zero)
    #expect(a == .zero || a * a.inverse == .one)
    #expect(Residue.minusOne * .minusOne == .one)
  }
}
