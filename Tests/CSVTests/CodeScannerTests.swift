import Testing

@testable import CSV

@Suite("Scanning into codes")
struct CodeScannerTests {
  /// Codes by column, with the summary, through a window that holds `capacity` bytes at first.
  private func scan(
    _ text: String, _ columns: [ColumnReading], from offset: Int = 0, until stop: Int = .max, capacity: Int = 1 << 20
  ) throws -> (codes: [[Int16]], summary: CodeScanner.Summary) {
    let file = try TemporaryFile(text)
    var scanner = try CodeScanner(
      CSVFile(path: file.path), from: offset, columns: columns, capacity: capacity)
    let read = columns.count { if case .skip = $0 { false } else { true } }
    var codes = [[Int16]](repeating: [], count: read)
    let summary = try scanner.scan(until: stop) { block in
      for column in 0..<read { for row in 0..<block.rows { codes[column].append(block.code(column, row)) } }
    }
    return (codes, summary)
  }

  /// 1…5, `x` not applicable, anything else a problem.
  private static let rating = ColumnReading.coded { cell in
    if cell == Array("x".utf8) { return CellCode.notApplicable }
    if cell == Array("five".utf8) { return 4 }
    guard cell.count == 1, (49...53).contains(cell[0]) else { return -3 }
    return Int16(cell[0]) - 49
  }

  @Test("levels, missing, not applicable, problems, texts and skipped columns, cut at every byte")
  func everyCut() throws {
    let text = "1,a,\"u,\n1\",5\n,b ,x,x\r\n\"3\",a,,five\n9,\"b\",\"\"\"\",2"
    let columns = [CodeScannerTests.rating, .interned, .skip, CodeScannerTests.rating]
    for capacity in 8...text.utf8.count + 2 {
      let (codes, summary) = try scan(text, columns, capacity: capacity)
      #expect(codes == [[0, -1, 2, -3], [0, 1, 0, 1], [4, -2, 4, 1]], "window of \(capacity) bytes")
      #expect(summary.records == 4)
      #expect(summary.texts == [1: [Array("a".utf8), Array("b".utf8)]])
      #expect(summary.endOffset == text.utf8.count)
      #expect(summary.cellProblems.map(\.line) == [5])
      #expect(summary.cellProblems.map(\.position) == [1])
    }
  }

  @Test("ragged records and stray quotes are left out, counted and placed")
  func unusable() throws {
    let text = "1,1\n1\n1,1,1\n1,a\"b\n\"1\"2,1\n\n2,2\n"
    let (codes, summary) = try scan(text, [CodeScannerTests.rating, CodeScannerTests.rating])
    #expect(codes == [[0, 1], [0, 1]])
    #expect(summary.records == 6)
    #expect(summary.ragged == 2)
    #expect(summary.strayQuotes == 2)
    #expect(summary.recordProblems.map(\.line) == [2, 3, 4, 5])
    #expect(summary.cellProblems.isEmpty)
  }

  @Test("a compressed file is scanned from the same offset as a plain one")
  func compressed() throws {
    let bytes: [UInt8] = [
      0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 3, 75, 212, 73, 226, 50, 212, 49, 226, 2, 0, 123, 7, 151, 10, 8, 0, 0, 0,
    ]
    let file = try TemporaryFile(bytes: bytes)
    let columns = [CodeScannerTests.rating, CodeScannerTests.rating]
    var scanner = try CodeScanner(CSVFile(path: file.path), from: 4, columns: columns)
    let summary = try scanner.scan { _ in }
    #expect(summary.records == 1)
    #expect(summary.cellProblems.isEmpty)
  }

  @Test("only the first three problems of a kind are kept")
  func fewProblems() throws {
    let text = String(repeating: "9\n", count: 10)
    let (_, summary) = try scan(text, [CodeScannerTests.rating])
    #expect(summary.cellProblems.map(\.line) == [1, 2, 3])
  }

  @Test("an unclosed quote is an error at the line where it opens")
  func unclosed() {
    #expect(throws: CSVError.unclosedQuote(line: 2)) { try scan("1\n\"2\n3\n", [CodeScannerTests.rating]) }
  }

  @Test("stretches that follow one another give what the whole gives")
  func stretches() throws {
    let text = (0..<200).map { "\($0 % 5 + 1),\"a\n\($0 % 3)\"\n" }.joined()
    let columns = [CodeScannerTests.rating, ColumnReading.interned]
    let whole = try scan(text, columns)
    for stop in stride(from: 1, to: text.utf8.count, by: 37) {
      let first = try scan(text, columns, until: stop)
      let second = try scan(text, columns, from: first.summary.endOffset)
      #expect(first.codes[0] + second.codes[0] == whole.codes[0])
      #expect(first.summary.lines + second.summary.lines == whole.summary.lines)
    }
  }

  @Test("a guessed boundary is a record's beginning, also where quoted line breaks look like one")
  func boundaries() throws {
    let text = (0..<400).map { "\($0 % 5 + 1),\"a\n1,2\nb\"\n" }.joined()
    let file = try TemporaryFile(text)
    let length = text.utf8.count / 400
    for offset in stride(from: 0, to: text.utf8.count - 8 * length, by: 7) {
      let guess = try RecordBoundary.guess(in: CSVFile(path: file.path), near: offset, fieldCount: 2)
      let boundary = try #require(guess)
      #expect(boundary >= offset)
      #expect(boundary % length == 0)
    }
  }
}
