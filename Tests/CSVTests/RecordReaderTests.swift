import Testing

@testable import CSV

@Suite("Records as RFC 4180 has them")
struct RecordReaderTests {
  struct Example: Sendable, CustomTestStringConvertible {
    var text: String
    var records: [[String]]
    var testDescription: String { text.debugDescription }
  }

  static let examples = [
    Example(text: "", records: []),
    Example(text: "a", records: [["a"]]),
    Example(text: "a,b\n1,2\n", records: [["a", "b"], ["1", "2"]]),
    Example(text: "a,b\r\n1,2\r\n", records: [["a", "b"], ["1", "2"]]),
    Example(text: "a,b\r1,2\r", records: [["a", "b"], ["1", "2"]]),
    Example(text: "a,b\n1,2", records: [["a", "b"], ["1", "2"]]),
    Example(text: ",\n,,\n", records: [["", ""], ["", "", ""]]),
    Example(text: "\u{FEFF}a,b\n", records: [["a", "b"]]),
    Example(text: "\"a,b\",c\n", records: [["a,b", "c"]]),
    Example(text: "\"a\"\"b\",\"\"\n", records: [["a\"b", ""]]),
    Example(text: "\"\"\"\"\n", records: [["\""]]),
    Example(text: "\"a\nb\",c\r\n\"x\r\ny\"\n", records: [["a\nb", "c"], ["x\r\ny"]]),
    Example(text: "a,\"b\"", records: [["a", "b"]]),
    Example(text: "a\n\nb\n", records: [["a"], [""], ["b"]]),
    Example(text: "é,ü\n", records: [["é", "ü"]]),
    Example(text: "a\tb,c\n", records: [["a\tb", "c"]]),
  ]

  @Test("each case reads the same through windows of every size", arguments: examples)
  func cases(_ example: Example) throws {
    let file = try TemporaryFile(example.text)
    for capacity in 4...max(5, example.text.utf8.count + 1) {
      var reader = try RecordReader(CSVFile(path: file.path), capacity: capacity)
      var records: [[String]] = []
      while let record = try reader.next() {
        records.append(record.fields.map { String(decoding: $0, as: UTF8.self) })
        #expect(!record.hasStrayQuote)
      }
      #expect(records == example.records, "window of \(capacity) bytes")
    }
  }

  @Test("a record knows its line, also behind quoted line breaks")
  func lines() throws {
    let file = try TemporaryFile("a,b\r\n\"x\ny\",2\n\n3,4\n")
    var reader = try RecordReader(CSVFile(path: file.path))
    var lines: [Int] = []
    while let record = try reader.next() { lines.append(record.line) }
    #expect(lines == [1, 2, 4, 5])
  }

  @Test("a stray quote is told", arguments: ["a\"b,c\n", "\"a\"b,c\n"])
  func stray(_ text: String) throws {
    let file = try TemporaryFile(text)
    var reader = try RecordReader(CSVFile(path: file.path))
    #expect(try reader.next()?.hasStrayQuote == true)
  }

  @Test("a quote that never closes names the line where it opened")
  func unclosed() throws {
    let file = try TemporaryFile("a,b\n1,\"2\n3,4\n")
    var reader = try RecordReader(CSVFile(path: file.path))
    _ = try reader.next()
    #expect(throws: CSVError.unclosedQuote(line: 2)) { _ = try reader.next() }
  }

  @Test("a file that is not there says so")
  func absent() {
    #expect(throws: CSVError.unreadable("No such file or directory")) {
      _ = try RecordReader(CSVFile(path: "/no/such/file"))
    }
  }

  @Test("a gzip file reads like a plain one, a damaged one is refused")
  func gzip() throws {
    // `a,b\n1,2\n` compressed by Python's gzip with mtime 0.
    let bytes: [UInt8] = [
      0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 3, 75, 212, 73, 226, 50, 212, 49, 226, 2, 0, 123, 7, 151, 10, 8, 0, 0, 0,
    ]
    let file = try TemporaryFile(bytes: bytes)
    var reader = try RecordReader(CSVFile(path: file.path))
    #expect(try reader.next()?.fields.count == 2)
    let damaged = try TemporaryFile(bytes: Array(bytes.prefix(20)))
    #expect(throws: CSVError.damagedGzip("unexpected end of file")) {
      var reader = try RecordReader(CSVFile(path: damaged.path))
      while try reader.next() != nil {}
    }
  }
}
