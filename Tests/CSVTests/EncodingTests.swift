import Testing

@testable import CSV

@Suite("Texts in other encodings")
struct EncodingTests {
  struct Example: Sendable, CustomTestStringConvertible {
    var encoding: String
    var bytes: [UInt8]
    var text: String
    var testDescription: String { encoding }
  }

  /// The bytes are what Python's codecs write.
  static let examples = [
    Example(encoding: "utf-8", bytes: Array("é,€\n".utf8), text: "é,€\n"),
    Example(encoding: "UTF-16", bytes: [0x61, 0, 0xE9, 0, 0xAC, 0x20, 0x3D, 0xD8, 0x00, 0xDE, 10, 0], text: "aé€😀\n"),
    Example(encoding: "UTF-16LE", bytes: [0xFE, 0xFF, 0, 0x61, 0x20, 0xAC], text: "\u{FEFF}a€"),
    Example(encoding: "UTF-16BE", bytes: [0, 0x61, 0xD8, 0x3D, 0xDE, 0x00], text: "a😀"),
    Example(encoding: "latin1", bytes: [0x61, 0xE9, 0x80, 0xFF], text: "aé\u{80}ÿ"),
    Example(encoding: "Windows-1252", bytes: [0x80, 0x85, 0x9F, 0xDF, 0x93, 0x94], text: "€…Ÿß“”"),
    Example(encoding: "Shift_JIS", bytes: [0x96, 0x9E, 0x91, 0xAB, 0xB1, 0x2C, 0x82, 0xCD], text: "満足ｱ,は"),
    Example(encoding: "cp949", bytes: [0xB8, 0xB8, 0xC1, 0xB7, 0x2C, 0xC3, 0xBB], text: "만족,청"),
    Example(encoding: "EUC-KR", bytes: [0xB8, 0xB8, 0xC1, 0xB7], text: "만족"),
    Example(encoding: "EUC-JP", bytes: [0xCB, 0xFE, 0xC2, 0xAD], text: "満足"),
    Example(encoding: "ISO-8859-15", bytes: [0xA4, 0xE9], text: "€é"),
    Example(encoding: "ISO-8859-2", bytes: [0xB3, 0xF3, 0x64, 0xBC], text: "łódź"),
    Example(encoding: "KOI8-R", bytes: [0xC4, 0xC1], text: "да"),
    Example(encoding: "GB18030", bytes: [0xC2, 0xFA, 0xD2, 0xE2, 0x81, 0x30, 0x81, 0x30], text: "满意\u{80}"),
    Example(encoding: "big5", bytes: [0xBA, 0xA1, 0xB7, 0x4E], text: "滿意"),
    Example(encoding: "windows-1251", bytes: [0xC4, 0xE0], text: "Да"),
    Example(encoding: "UTF-32LE", bytes: [0x61, 0, 0, 0, 0, 0xF6, 1, 0], text: "a😀"),
  ]

  @Test("every encoding becomes UTF-8, whole and piece by piece", arguments: examples)
  func decodes(_ example: Example) throws {
    let encoding = try #require(TextEncoding(name: example.encoding))
    #expect(try decoded(example.bytes, encoding, atMost: 1000).text == Array(example.text.utf8))
    #expect(try decoded(example.bytes, encoding, atMost: 1).text == Array(example.text.utf8))
    #expect(try decodedInPieces(example.bytes, encoding) == Array(example.text.utf8))
  }

  @Test(
    "a byte that is no character stays visible and is counted",
    arguments: [
      ("windows-1252", [0x61, 0x81, 0x62], "a?b"), ("UTF-16LE", [0x00, 0xD8, 0x61, 0], "?a"),
      ("UTF-16LE", [0x00, 0xDC, 0x61, 0], "?a"), ("UTF-16LE", [0x61, 0, 0x62], "a?"), ("UTF-16LE", [0x3D, 0xD8], "?"),
      ("CP949", [0x61, 0xFF, 0x62], "a?b"), ("CP949", [0x61, 0xB8], "a?"), ("EUC-JP", [0xCB, 0xFE, 0xCB, 0x2C], "満?,"),
    ] as [(String, [UInt8], String)])
  func invalid(_ case: (name: String, bytes: [UInt8], text: String)) throws {
    let expected = `case`.text.utf8.map { $0 == UInt8(ascii: "?") ? 0xFF : $0 }
    let (text, invalid, places) = try decoded(`case`.bytes, try #require(TextEncoding(name: `case`.name)), atMost: 1)
    #expect(text == expected)
    #expect(invalid == 1)
    #expect(places == [expected.firstIndex(of: 0xFF)])
  }

  @Test("a stretch is read from its offset in the text, and counts no invalid byte before it")
  func offsets() throws {
    let bytes: [UInt8] = [0xE9, 0x81, 0x62, 0x8D, 0x63]
    var source = try TextSource(CSVFile(.bytes(bytes), encoding: .windows1252))
    try source.seek(to: 3)
    #expect(try EncodingTests.read(&source, atMost: 7) == [0x62, 0xFF, 0x63])
    #expect(source.invalid == 1)
    #expect(source.invalidPlaces == [4])
  }

  @Test("long texts come whole through the chunks", arguments: ["CP949", "UTF-16LE", "windows-1252"])
  func long(_ name: String) throws {
    let unit: (bytes: [UInt8], text: String) =
      switch name {
      case "CP949": ([0x61, 0xB8, 0xB8], "a만")
      case "UTF-16LE": ([0x3D, 0xD8, 0x00, 0xDE, 0x61, 0], "😀a")
      default: ([0x80, 0x61, 0x62], "€ab")
      }
    let count = 70_001
    let bytes = Array(repeatElement(unit.bytes, count: count).joined())
    let text = try decoded(bytes, try #require(TextEncoding(name: name)), atMost: 40_000)
    #expect(text.text == Array(repeatElement(Array(unit.text.utf8), count: count).joined()))
    #expect(text.invalid == 0)
  }

  @Test(
    "names are read as people write them",
    arguments: [
      ("UTF-8", .utf8), ("utf8", .utf8), ("UTF_16", .utf16LittleEndian), ("utf-16be", .utf16BigEndian),
      ("ISO-8859-1", .latin1), ("Latin 1", .latin1), ("CP1252", .windows1252), ("ANSI", .windows1252),
      ("Shift-JIS", .other("CP932")), ("gbk", .other("GB18030")), ("KOI8-R", .other("KOI8-R")), ("", nil), ("-", nil),
      ("a/b", nil), ("utf8\n", nil),
    ] as [(String, TextEncoding?)])
  func names(_ case: (name: String, encoding: TextEncoding?)) {
    #expect(TextEncoding(name: `case`.name) == `case`.encoding)
  }

  @Test("an encoding that nobody knows is refused")
  func unknown() throws {
    let file = CSVFile(.bytes([0x61]), encoding: .other("klingon"))
    #expect(throws: CSVError.noConversion("klingon", isKnown: false)) { _ = try RecordReader(file) }
  }

  @Test("records, codes and lines are those of the same text in UTF-8", arguments: ["UTF-16", "CP949"])
  func records(_ name: String) throws {
    let text = "a,만\r\n1,\"만\n족\"\r\n9,x\r\n"
    let bytes: [UInt8] =
      name == "CP949"
      ? Array("a,".utf8) + [0xB8, 0xB8] + Array("\r\n1,\"".utf8) + [0xB8, 0xB8, 10, 0xC1, 0xB7]
        + Array("\"\r\n9,x\r\n".utf8)
      : text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    let file = CSVFile(.bytes(bytes), encoding: try #require(TextEncoding(name: name)))
    let plain = CSVFile(.bytes(Array(text.utf8)))
    #expect(try EncodingTests.records(file) == EncodingTests.records(plain))
    let offset = 7
    var scanner = try CodeScanner(
      file, from: offset, columns: [.coded { $0 == [49] ? 0 : -3 }, .interned], capacity: 8)
    let summary = try scanner.scan { _ in }
    #expect(summary.texts == [1: [Array("만\n족".utf8), Array("x".utf8)]])
    #expect(summary.cellProblems.map(\.line) == [3])
  }

  private static func records(_ file: CSVFile) throws -> [RecordReader.Record] {
    var reader = try RecordReader(file)
    var records: [RecordReader.Record] = []
    while let record = try reader.next() { records.append(record) }
    return records
  }

  /// All text, read in pieces of at most so many bytes.
  private func decoded(
    _ bytes: [UInt8], _ encoding: TextEncoding, atMost count: Int
  ) throws -> (text: [UInt8], invalid: Int, places: [Int]) {
    var source = try TextSource(CSVFile(.bytes(bytes), encoding: encoding))
    let text = try EncodingTests.read(&source, atMost: count)
    return (text, source.invalid, source.invalidPlaces)
  }

  private static func read(_ source: inout TextSource, atMost count: Int) throws -> [UInt8] {
    var text: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: count)
    while true {
      var result: Result<Int, CSVError> = .success(0)
      unsafe buffer.withUnsafeMutableBytes { target in
        guard let first = target.baseAddress else { return }
        result = Result { () throws(CSVError) in try unsafe source.read(into: first, count: count) }
      }
      let read = try result.get()
      if read == 0 { return text }
      text += buffer.prefix(read)
    }
  }

  /// Through the decoder alone, one more byte each time.
  private func decodedInPieces(_ bytes: [UInt8], _ encoding: TextEncoding) throws -> [UInt8] {
    var decoder = try TextDecoder(encoding)
    var text: [UInt8] = []
    var invalid: [Int] = []
    var held: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      held.append(byte)
      held.removeFirst(decoder.decode(held, isFinal: index == bytes.count - 1, into: &text, invalid: &invalid))
    }
    #expect(held.isEmpty)
    #expect(invalid.isEmpty)
    return text
  }
}
