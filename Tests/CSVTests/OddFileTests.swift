import Testing

@testable import CSV

@Suite("Files that are not as they should be")
struct OddFileTests {
  /// Codes row by row (0 for `1` … as digits, texts by their number), with the summary.
  private func scan(
    _ bytes: [UInt8], columns: Int, header: String = "", limits: CSVLimits = CSVLimits(), capacity: Int = 1 << 20,
    cuts: [Int] = []
  ) throws -> (rows: [[Int16]], summaries: [CodeScanner.Summary]) {
    let file = CSVFile(.bytes(bytes), limits: limits)
    let readings: [ColumnReading] = (0..<columns).map { column in
      column % 2 == 0 ? .coded { $0.count == 1 && (48...57).contains($0[0]) ? Int16($0[0]) - 48 : -4 } : .interned
    }
    var rows: [[Int16]] = []
    var summaries: [CodeScanner.Summary] = []
    var start = header.utf8.count
    for stop in cuts + [Int.max] {
      var scanner = try CodeScanner(
        file, from: start, columns: readings, header: Array(header.utf8), capacity: capacity)
      let summary = try scanner.scan(until: stop) { block in
        for row in 0..<block.rows { rows.append((0..<columns).map { block.code($0, row) }) }
      }
      summaries.append(summary)
      start = summary.endOffset
    }
    return (rows, summaries)
  }

  struct Example: Sendable, CustomTestStringConvertible {
    var text: String
    var columns: Int
    var header = ""
    var rows: [[Int16]]
    var nulBytes: [Int] = []
    var marks: [Int] = []
    var headers: [Int] = []
    var ragged = 0
    var stray = 0
    var testDescription: String { text.prefix(60).debugDescription }
  }

  /// Lines are counted from where the scan begins.
  static let examples = [
    Example(
      text: "1,a\n\u{FEFF}2,b\n\u{FEFF}\"3\",a\n", columns: 2, rows: [[1, 0], [2, 1], [3, 0]], marks: [2, 3]),
    Example(text: "1,\u{FEFF}a\n2,a\n", columns: 2, rows: [[1, 0], [2, 0]], marks: [1]),
    Example(text: "1\0,a\n\0\0,\0b\n2,b\n", columns: 2, rows: [[1, 0], [-1, 1], [2, 1]], nulBytes: [1, 2, 2, 2]),
    Example(
      text: "h,t\n1,a\nh,t\n2,a\n\u{FEFF}h,t\n3,b\n", columns: 2, header: "h,t\n", rows: [[1, 0], [2, 0], [3, 1]],
      marks: [4], headers: [2, 4]),
    Example(text: "h,t\n1,a\nh,t", columns: 2, header: "h,t\n", rows: [[1, 0], [-4, 1]]),
    Example(text: "1,a\n2", columns: 2, rows: [[1, 0]], ragged: 1),
    Example(text: "1,a\n2,\"b\"", columns: 2, rows: [[1, 0], [2, 1]]),
    Example(text: "1,a\r\n2,b\n3,a\r4,b\n\r5,a", columns: 2, rows: [[1, 0], [2, 1], [3, 0], [4, 1], [5, 0]]),
    Example(text: "1,\"a\n2,\"b\"\n3,c\n", columns: 2, rows: [[3, 1]], stray: 1),
    Example(text: "\n\n1,a\n\n", columns: 2, rows: [[1, 0]]),
    Example(text: "1\n\n2\n", columns: 1, rows: [[1], [-1], [2]]),
    Example(text: "", columns: 2, rows: []),
  ]

  @Test("what is left out is counted with its lines, whole, cut at every byte and in stretches", arguments: examples)
  func oddities(_ example: Example) throws {
    let bytes = Array(example.text.utf8)
    let whole = try scan(bytes, columns: example.columns, header: example.header)
    #expect(whole.rows == example.rows)
    let summary = whole.summaries[0]
    #expect(summary.nulBytes.count == example.nulBytes.count)
    #expect(summary.byteOrderMarks.lines == example.marks)
    #expect(summary.repeatedHeaders.lines == example.headers)
    #expect(summary.ragged == example.ragged)
    #expect(summary.strayQuotes == example.stray)
    for capacity in 1...bytes.count + 2 {
      let cut = try scan(bytes, columns: example.columns, header: example.header, capacity: capacity)
      #expect(cut.rows == whole.rows, "window of \(capacity) bytes")
      #expect(cut.summaries == whole.summaries, "window of \(capacity) bytes")
    }
    for stop in stride(from: example.header.utf8.count, through: bytes.count, by: 1) {
      let parts = try scan(bytes, columns: example.columns, header: example.header, cuts: [stop])
      #expect(parts.rows.map { $0[0] } == whole.rows.map { $0[0] }, "cut behind \(stop) bytes")
      var marks = OddBytes()
      var lines = 0
      for part in parts.summaries {
        marks.add(part.byteOrderMarks, linesBefore: lines)
        lines += part.lines
      }
      #expect(marks == summary.byteOrderMarks, "cut behind \(stop) bytes")
      #expect(lines == summary.lines, "cut behind \(stop) bytes")
    }
  }

  @Test("invalid text is told in a column of texts, and not taken for one")
  func invalidText() throws {
    let (rows, summaries) = try scan(Array("1,a\n2,".utf8) + [0xE9, 10] + Array("3,é\n".utf8), columns: 2)
    #expect(rows == [[1, 0], [2, CellCode.undecodable], [3, 1]])
    #expect(summaries[0].cellProblems.map(\.line) == [2])
  }

  @Test("a quote left open that swallows records is told by the lines it goes over")
  func swallowed() throws {
    let filler = String(repeating: "x", count: 60)
    let inner = (0..<20).map { "\($0 % 10),\(filler),7\n" }.joined()
    let text = "1,a,2\n3,\"b,4\n" + inner + "5,c\",6\n7,d,8\n"
    let (rows, summaries) = try scan(Array(text.utf8), columns: 3)
    #expect(rows.map { $0[0] } == [1, 7])
    #expect(summaries[0].recordProblems.map(\.reason) == [.strayQuote(field: 1, lines: 22)])
    #expect(summaries[0].recordProblems.map(\.line) == [2])
    #expect(summaries[0].recordProblems.map(\.position) == [3])
  }

  @Test("a record with too few fields is told by the lines it goes over")
  func raggedOverLines() throws {
    let (rows, summaries) = try scan(Array("1,a,2\n3,\"b,4\n5,c,6\n7,d,8\"\n9,e,1\n2,f\n".utf8), columns: 3)
    #expect(rows.map { $0[0] } == [1, 9])
    #expect(
      summaries[0].recordProblems.map(\.reason) == [.fieldCount(2, lines: 3), .fieldCount(2, lines: 1)])
    #expect(summaries[0].recordProblems.map(\.line) == [2, 6])
  }

  @Test("a long text of several lines is none of the kind")
  func longText() throws {
    let text = String(repeating: "A line of prose, with a comma.\n\n", count: 60)
    #expect(try scan(Array("1,\"\(text)\",2\n".utf8), columns: 3).rows.count == 1)
  }

  @Test("a quote that does not close within the limit is told by the line where it opens")
  func quoteTooLong() throws {
    let limits = CSVLimits(record: 4096)
    let text = "1,a\n2,b\n\"3\",\"" + String(repeating: "x\n", count: 5000)
    #expect(throws: CSVError.quoteTooLong(line: 3, limit: 4096)) {
      try scan(Array(text.utf8), columns: 2, limits: limits, capacity: 64)
    }
    #expect(throws: CSVError.quoteTooLong(line: 3, limit: 4096)) {
      var reader = try RecordReader(CSVFile(.bytes(Array(text.utf8)), limits: limits))
      while try reader.next() != nil {}
    }
  }

  @Test("a field of 100 MB is refused with its line, before it is held")
  func hugeField() throws {
    let text = Array("1,a\n2,".utf8) + [UInt8](repeating: 120, count: 100_000_000) + [10]
    #expect(throws: CSVError.recordTooLong(line: 2, limit: 16 << 20)) { try scan(text, columns: 2) }
  }

  @Test("a header of 100,000 columns, and one of more bytes than allowed, are refused")
  func hugeHeader() throws {
    let wide = Array(String(repeating: "a,", count: 100_000).utf8)
    #expect(throws: CSVError.tooManyColumns(line: 1, limit: 20_000)) {
      var reader = try RecordReader(CSVFile(.bytes(wide)))
      _ = try reader.header()
    }
    var reader = try RecordReader(CSVFile(.bytes(wide), limits: CSVLimits(columns: 100_001)))
    #expect(try reader.header()?.fields.count == 100_001)
    let long = [UInt8](repeating: 97, count: 2 << 20)
    #expect(throws: CSVError.headerTooLong(line: 1, limit: 1 << 20)) {
      var reader = try RecordReader(CSVFile(.bytes(long)))
      _ = try reader.header()
    }
  }
}
