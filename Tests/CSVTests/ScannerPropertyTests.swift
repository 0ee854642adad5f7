import TestSupport
import Testing

@testable import CSV

@Suite("Scanning made-up tables")
struct ScannerPropertyTests {
  /// What a table says, however it was read: codes are replaced by texts where only the scanner knows the codes.
  struct Reading: Equatable {
    enum Cell: Equatable {
      case code(Int16)
      case text([UInt8])
    }

    var rows: [[Cell]] = []
    var records = 0
    var ragged = 0
    var strayQuotes = 0
    var lines = 0
    var endOffset = 0
    var problems: [Problem] = []
    var error: CSVError?

    struct Problem: Hashable {
      var column: Int
      var code: Int16
      var line: Int
    }
  }

  @Test("the scanner reads what the record reader reads", arguments: 0..<300)
  func agreement(_ seed: Int) throws {
    let table = RandomTable(seed: UInt64(seed))
    let expected = try ScannerPropertyTests.reference(table)
    let (reading, _) = try ScannerPropertyTests.scan(table)
    #expect(reading == expected)
  }

  @Test("windows of every size give the same, with the same messages", arguments: 0..<60)
  func windows(_ seed: Int) throws {
    let table = RandomTable(seed: UInt64(seed))
    let whole = try ScannerPropertyTests.scan(table)
    var random = SeededGenerator(seed: UInt64(seed))
    for capacity in [1, 2, 15, 16, 17] + (0..<6).map({ _ in Int.random(in: 1...300, using: &random) }) {
      let cut = try ScannerPropertyTests.scan(table, capacity: capacity)
      #expect(cut.reading == whole.reading, "window of \(capacity) bytes")
      #expect(cut.summary == whole.summary, "window of \(capacity) bytes")
    }
  }

  @Test("stretches that follow one another give what the whole gives", arguments: 0..<60)
  func stretches(_ seed: Int) throws {
    let table = RandomTable(seed: UInt64(seed))
    try expectWhole(of: table, seed) { offset, stop in
      try ScannerPropertyTests.scan(table, from: offset, until: stop).reading
    }
  }

  @Test("scanners that take turns and move on give what the whole gives", arguments: 0..<60)
  func turns(_ seed: Int) throws {
    let table = RandomTable(seed: UInt64(seed))
    var one = try CodeScanner(table.file, from: 0, columns: table.readings, capacity: 1 + seed * 5)
    var other = try CodeScanner(table.file, from: 0, columns: table.readings, capacity: 1 << 20)
    var isFirst = false
    try expectWhole(of: table, seed) { offset, stop in
      isFirst.toggle()
      if isFirst {
        try one.move(to: offset)
        return ScannerPropertyTests.read(&one, table, until: stop).reading
      }
      try other.move(to: offset)
      return ScannerPropertyTests.read(&other, table, until: stop).reading
    }
  }

  @Test("rows that are read one by one are those that the scanner counts", arguments: 0..<200)
  func rows(_ seed: Int) throws {
    var table = RandomTable(seed: UInt64(seed))
    var first = try RecordReader(table.file)
    guard let header = try? first.next(), table.bytes.count > header.endOffset else { return }
    // The header once more, with and without a byte order mark, where a record ends.
    let bytes = Array(table.bytes[..<header.endOffset])
    let more = table.bytes.last == 10 || table.bytes.last == 13 ? bytes + [0xEF, 0xBB, 0xBF] + bytes : []
    table = RandomTable(table, bytes: table.bytes + more)
    var scanner = try CodeScanner(
      table.file, from: header.endOffset, columns: table.readings, header: bytes, capacity: 1 + seed * 3)
    var counted = 0
    guard (try? scanner.scan { counted += $0.rows }) != nil else { return }
    for capacity in [1, 64, 1 << 16] {
      var reader = try RecordReader(table.file, capacity: capacity)
      var rows = 0
      while let row = try reader.nextRow(fieldCount: table.columns.count, header: bytes, from: header.endOffset) {
        #expect(row.fields.count == table.columns.count)
        rows += 1
      }
      #expect(rows == counted, "window of \(capacity) bytes")
    }
  }

  private func expectWhole(of table: RandomTable, _ seed: Int, _ scan: (Int, Int) throws -> Reading) throws {
    let whole = try ScannerPropertyTests.scan(table).reading
    var random = SeededGenerator(seed: UInt64(seed))
    var sum = Reading()
    while sum.endOffset < whole.endOffset, sum.error == nil {
      let stop = sum.endOffset + Int.random(in: 1...400, using: &random)
      let part = try scan(sum.endOffset, stop)
      sum.rows += part.rows
      sum.records += part.records
      sum.ragged += part.ragged
      sum.strayQuotes += part.strayQuotes
      sum.lines += part.lines
      sum.endOffset = part.endOffset
      sum.error = part.error
    }
    #expect(sum.rows == whole.rows)
    #expect(sum.records == whole.records)
    #expect(sum.ragged == whole.ragged)
    #expect(sum.strayQuotes == whole.strayQuotes)
    #expect(sum.lines == whole.lines)
    #expect(sum.endOffset == whole.endOffset)
  }
}

extension ScannerPropertyTests {
  private static func scan(
    _ table: RandomTable, from offset: Int = 0, until stop: Int = .max, capacity: Int = 1 << 20
  ) throws -> (reading: Reading, summary: CodeScanner.Summary?) {
    var scanner = try CodeScanner(table.file, from: offset, columns: table.readings, capacity: capacity)
    return read(&scanner, table, until: stop)
  }

  private static func read(
    _ scanner: inout CodeScanner, _ table: RandomTable, until stop: Int
  ) -> (reading: Reading, summary: CodeScanner.Summary?) {
    var codes: [[Int16]] = []
    let read = table.columns.indices.filter { table.columns[$0] != .skipped }
    do throws(CSVError) {
      let summary = try scanner.scan(until: stop) { block in
        for row in 0..<block.rows { codes.append(read.indices.map { block.code($0, row) }) }
      }
      var reading = Reading()
      reading.rows = codes.map { row in
        zip(read, row).map { column, code in
          if let texts = summary.texts[column], code >= 0 { .text(texts[Int(code)]) } else { .code(code) }
        }
      }
      reading.records = summary.records
      reading.ragged = summary.ragged
      reading.strayQuotes = summary.strayQuotes
      reading.lines = summary.lines
      reading.endOffset = summary.endOffset
      reading.problems = summary.cellProblems.map { .init(column: $0.column, code: $0.code, line: $0.line) }
      return (reading, summary)
    } catch {
      return (Reading(error: error), nil)
    }
  }

  /// The same from whole records, one cell after the other.
  private static func reference(_ table: RandomTable) throws -> Reading {
    var reading = Reading()
    var reader = try RecordReader(table.file)
    do throws(CSVError) {
      while let record = try reader.next() {
        let first = table.bytes[reading.endOffset]
        reading.endOffset = record.endOffset
        if record.fields.count == 1, table.columns.count > 1, first == 10 || first == 13 { continue }
        reading.records += 1
        if record.hasStrayQuote {
          reading.strayQuotes += 1
        } else if record.fields.count != table.columns.count {
          reading.ragged += 1
        } else {
          reading.add(record, table)
        }
      }
      reading.lines = breaks(in: table.bytes)
      return reading
    } catch {
      return Reading(error: error)
    }
  }
}

extension ScannerPropertyTests.Reading {
  fileprivate mutating func add(_ record: RecordReader.Record, _ table: RandomTable) {
    var cells: [Cell] = []
    var line = record.line
    for (index, field) in record.fields.enumerated() {
      switch table.readings[index] {
      case .skip: break
      case .interned:
        let text = Array(field.drop { $0 == 32 || $0 == 9 }.reversed().drop { $0 == 32 || $0 == 9 }.reversed())
        cells.append(text.isEmpty ? .code(CellCode.missing) : .text(text))
      case .coded, .valued:
        let code = field.isEmpty ? CellCode.missing : table.readings[index].code(of: field)
        cells.append(.code(code))
        let problem = Problem(column: index, code: code, line: line)
        let known = problems.count { $0.column == index && $0.code == code }
        if code < CellCode.notApplicable, known < CodeScanner.problemLimit { problems.append(problem) }
      }
      line += ScannerPropertyTests.breaks(in: field)
    }
    rows.append(cells)
  }
}

extension ColumnReading {
  /// The code that a function gives a cell.
  fileprivate func code(of field: [UInt8]) -> Int16 {
    switch self {
    case .skip, .interned: CellCode.missing
    case .coded(let code): code(field)
    case .valued(let value): value(field).code
    }
  }
}

extension ScannerPropertyTests {
  fileprivate static func breaks(in text: [UInt8]) -> Int {
    text.indices.count { text[$0] == 10 || (text[$0] == 13 && ($0 + 1 == text.count || text[$0 + 1] != 10)) }
  }
}
