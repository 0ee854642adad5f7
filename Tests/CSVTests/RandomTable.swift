import TestSupport

@testable import CSV

/// A made-up table with all that may go wrong in one, and how its columns are read; the same for the same seed.
struct RandomTable: Sendable {
  /// What a column's cells are like.
  enum Column: Sendable, CaseIterable {
    case rising, falling, grade, sparse, yes, skipped, interned
  }

  let columns: [Column]
  let dialect: Dialect
  let bytes: [UInt8]

  var file: CSVFile { CSVFile(.bytes(bytes), dialect: dialect) }
  var readings: [ColumnReading] { columns.map(\.reading) }

  init(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let delimiter = random.pick(Array(",;\t|".utf8))
    dialect = Dialect(delimiter: delimiter, quote: random.pick([34, 39]))
    var columns: [Column] = []
    while columns.count < 40, columns.isEmpty || !random.chance(15) {
      let column = random.pick(Column.allCases)
      columns += Array(repeating: column, count: random.chance(3) ? Int.random(in: 1...20, using: &random) : 1)
    }
    self.columns = columns
    var writer = Writer(
      dialect: dialect, lineEnd: random.pick(["\n", "\r\n", "\r"]), tidiness: random.pick([0, 30, 200]))
    for _ in 0..<Int.random(in: 0...60, using: &random) { writer.record(columns, &random) }
    if random.chance(3) { writer.dropLast() }
    bytes = writer.bytes
  }

  /// Other bytes under the same columns.
  init(_ table: RandomTable, bytes: [UInt8]) {
    (columns, dialect) = (table.columns, table.dialect)
    self.bytes = bytes
  }

  /// Writes records, and one in `tidiness` of all things wrong; nothing wrong for 0.
  private struct Writer {
    let dialect: Dialect
    let lineEnd: String
    let tidiness: Int
    var bytes: [UInt8] = []

    mutating func record(_ columns: [Column], _ random: inout SeededGenerator) {
      var count = columns.count
      if random.chance(tidiness) { count = Int.random(in: 0...(count + 2), using: &random) }
      for index in 0..<count {
        if index > 0 { bytes.append(dialect.delimiter) }
        let cell = random.chance(6) ? "" : columns[min(index, columns.count - 1)].cell(&random)
        append(cell, &random)
      }
      bytes += Array((random.chance(tidiness) ? "\r\n" : lineEnd).utf8)
    }

    mutating func append(_ cell: String, _ random: inout SeededGenerator) {
      if random.chance(tidiness * 3) {
        bytes += Array(cell.utf8) + [dialect.quote, 120]
      } else if random.chance(5) {
        var inside = Array(cell.utf8)
        if random.chance(4) { inside += random.pick([[10], [13, 10], [13], [dialect.delimiter], [dialect.quote]]) }
        bytes.append(dialect.quote)
        for byte in inside { bytes += byte == dialect.quote ? [byte, byte] : [byte] }
        bytes.append(dialect.quote)
      } else {
        bytes += Array(cell.utf8)
      }
    }

    mutating func dropLast() {
      if !bytes.isEmpty { bytes.removeLast() }
    }
  }
}

extension RandomTable.Column {
  var reading: ColumnReading {
    switch self {
    case .rising: .coded { RandomTable.Column.level($0, ["1", "2", "3", "4", "5", "6", "7"]) }
    case .falling: .coded { RandomTable.Column.level($0, ["5", "4", "3", "2", "1"]) }
    case .grade: .coded { RandomTable.Column.level($0, (0...10).map { String($0) }) }
    case .sparse: .coded { RandomTable.Column.level($0, ["1", "3", "5"]) }
    case .yes: .coded { RandomTable.Column.level($0, ["no", "yes", "perhaps", "in some time to come"]) }
    case .skipped: .skip
    case .interned: .interned
    }
  }

  /// `9` is missing, `8` does not apply, what is no level is a problem.
  private static func level(_ cell: [UInt8], _ levels: [String]) -> Int16 {
    if cell.isEmpty || cell == [57] { return CellCode.missing }
    if cell == [56] { return CellCode.notApplicable }
    return levels.firstIndex { Array($0.utf8) == cell }.map { Int16($0) } ?? (cell.count == 1 ? -3 : -4)
  }

  fileprivate func cell(_ random: inout SeededGenerator) -> String {
    switch self {
    case .rising, .falling, .grade, .sparse:
      random.chance(12)
        ? random.pick(["10", "9", "8", " 3", "x", "07"]) : String(Int.random(in: 1...5, using: &random))
    case .yes: random.pick(["no", "yes", "yes", "perhaps", "8"])
    case .skipped:
      random.pick(["R000000001", "Très bien", "a", "fifteen letters", "sixteen letters!", "a good deal more than that"])
    case .interned: random.pick(["north", "south ", "B001", "fifteen letters", "a good deal more than that", "é", " "])
    }
  }
}

extension SeededGenerator {
  /// True once in `count` times; never for 0.
  fileprivate mutating func chance(_ count: Int) -> Bool { count > 0 && Int.random(in: 0..<count, using: &self) == 0 }

  fileprivate mutating func pick<T>(_ choices: [T]) -> T { choices[Int.random(in: choices.indices, using: &self)] }
}
