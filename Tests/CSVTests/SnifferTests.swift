import TestSupport
import Testing

@testable import CSV

@Suite("Finding out how a file is written")
struct SnifferTests {
  /// What is expected of one text.
  struct Example: Sendable, CustomTestStringConvertible {
    var text: String
    var delimiter: Character = ","
    var quote: Character = "\""
    var ends = Sniffer.LineEnds.lf
    var decimalComma = false
    var headerLine = 1
    var testDescription: String { text.prefix(60).debugDescription }
  }

  static let examples = [
    Example(text: ""),
    Example(text: "a"),
    Example(text: "a\n1\n2\n"),
    Example(text: "a,b\n1,2\n"),
    Example(text: "a;b\r\n1;2\r\n", delimiter: ";", ends: .crlf),
    Example(text: "a\tb\r1\t2\r", delimiter: "\t", ends: .cr),
    Example(text: "a|b\n1|2\r\n", delimiter: "|", ends: .mixed),
    Example(text: "a,b\n\"x\r\ny\",2\n", ends: .lf),
    // Decimal commas are in every row but not in the header.
    Example(text: "a;b;c\n3,5;4,5;5,0\n1,5;2,0;4,0\n", delimiter: ";", decimalComma: true),
    Example(text: "a\tb\n3,5\t1.250,0\n2,5\t7\n", delimiter: "\t", decimalComma: true),
    Example(text: "a;b\n3.5;1\n2,5;7\n4.5;1\n", delimiter: ";"),
    Example(text: "a,b\n\"3,5\",1\n\"4,5\",2\n", decimalComma: true),
    Example(text: "a;b\n1,200;1\n1,250;2\n", delimiter: ";"),
    // Several answers in a cell, joined by the other mark.
    Example(text: "when,what,score\n1,a;b;c,5\n2,a;c,4\n3,b,3\n4,a;b;c,3\n"),
    Example(text: "name,comment\n1,\"x; y; z\"\n2,\"a; b; c\"\n"),
    Example(text: "q one, really;q two, really\n1;2\n3;4\n", delimiter: ";"),
    Example(text: "'a,1','b'\n'x,y','2'\n", quote: "'"),
    Example(text: "'a';'b'\n'x';'2'\n", delimiter: ";", quote: "'"),
    Example(text: "a,b\nI don't,'really' no\n'tis,can't\n"),
    Example(text: "a,b\n\"it's\",'x'\n\"y\",1\n"),
    Example(text: "sep=;\r\na;b\r\n1,2;3\r\n", delimiter: ";", ends: .crlf, decimalComma: true, headerLine: 2),
    Example(text: "\u{FEFF}SEP=\t\na\tb\n", delimiter: "\t", headerLine: 2),
    Example(text: "\"sep=|\"\na|b,c\n", delimiter: "|", headerLine: 2),
    Example(text: "sep=x\n1\n"),
    // A quote that never closes does not hide the delimiter.
    Example(text: "a;b\n1;2\n3;4\n5;\"6\n", delimiter: ";"),
    Example(text: "Timestamp,\"Which, if any?\"\n2019/08/06 10:01,\"a;b\"\n", ends: .lf),
  ]

  @Test("delimiter, quote, line ends, decimal mark and header line", arguments: examples)
  func form(_ example: Example) throws {
    let finding = try Sniffer.sniff(.bytes(Array(example.text.utf8)))
    #expect(finding.file.dialect.delimiter == example.delimiter.asciiValue)
    #expect(finding.file.dialect.quote == example.quote.asciiValue)
    #expect(finding.lineEnds == example.ends)
    #expect(finding.decimalComma == example.decimalComma)
    #expect(finding.headerLine == example.headerLine)
    #expect(finding.file.encoding == .utf8)
    #expect(!finding.isEncodingGuessed)
  }

  @Test("a text reads the same in every encoding that shows itself", arguments: ["é,ü\n1,\"a,b\"\n", "a;b\r\n1;2\r\n"])
  func marked(_ text: String) throws {
    let wide = Array(text.utf16)
    let little = wide.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    let big = wide.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    let four = text.unicodeScalars.flatMap { scalar -> [UInt8] in [UInt8(scalar.value & 0xFF), 0, 0, 0] }
    let cases: [(bytes: [UInt8], encoding: TextEncoding, hasMark: Bool)] = [
      (Array(text.utf8), .utf8, false), ([0xEF, 0xBB, 0xBF] + Array(text.utf8), .utf8, true),
      (little, .utf16LittleEndian, false), ([0xFF, 0xFE] + little, .utf16LittleEndian, true),
      (big, .utf16BigEndian, false), ([0xFE, 0xFF] + big, .utf16BigEndian, true),
      ([0xFF, 0xFE, 0, 0] + four, .other("UTF-32LE"), true),
    ]
    for (bytes, encoding, hasMark) in cases {
      let finding = try Sniffer.sniff(.bytes(bytes))
      #expect(finding.file.encoding == encoding)
      #expect(finding.hasByteOrderMark == hasMark)
      #expect(!finding.isEncodingGuessed)
      var plain = try RecordReader(CSVFile(.bytes(Array(text.utf8)), dialect: finding.file.dialect))
      var reader = try RecordReader(finding.file)
      while let record = try plain.next() { #expect(try reader.next()?.fields == record.fields) }
      #expect(try reader.next() == nil)
    }
  }

  @Test("NUL bytes alone do not make a file UTF-16")
  func nul() throws {
    let finding = try Sniffer.sniff(.bytes(Array("Name,\0,\0\n1,2,3\n\0,1,2\nabc,def,ghi\n".utf8)))
    #expect(finding.file.encoding == .utf8)
    #expect(finding.nulBytes.count == 3)
    #expect(finding.nulBytes.lines == [1, 1, 3])
  }

  @Test("older encodings are told apart and said to be guessed", arguments: LegacySamples.all)
  func legacy(_ sample: (name: String, bytes: [UInt8])) throws {
    let finding = try Sniffer.sniff(.bytes(sample.bytes))
    #expect(finding.file.encoding == TextEncoding(name: sample.name))
    #expect(finding.isEncodingGuessed)
  }

  @Test("a few bad bytes among good UTF-8 are damage, counted with their lines")
  func damaged() throws {
    let bytes = Array("é\nü\né\nü\né\n".utf8) + [0xE9, 10] + Array("ö\nä\nß\nx\n".utf8)
    let finding = try Sniffer.sniff(.bytes(bytes))
    #expect(finding.file.encoding == .utf8)
    #expect(finding.invalid.count == 1)
    #expect(finding.invalid.lines == [6])
  }

  @Test("bad bytes far behind the beginning of a large file are met in a stretch")
  func spread() throws {
    let line = Array("1,abcdefghijklmnopqrstuvwxyz\n".utf8)
    var bytes = Array(repeatElement(line, count: 40_000).joined())
    for index in stride(from: 500_000, to: bytes.count, by: 100) { bytes[index] = 0xE9 }
    #expect(try Sniffer.sniff(.bytes(bytes)).file.encoding == .windows1252)
  }

  @Test("what is declared is not looked for")
  func declared() throws {
    let declared = Sniffer.Declared(
      encoding: .latin1, delimiter: UInt8(ascii: ","), quote: UInt8(ascii: "'"), decimalComma: false)
    let finding = try Sniffer.sniff(.bytes(Array("sep=;\na;b\n1,5;2\n".utf8)), declared: declared)
    #expect(finding.file.encoding == .latin1)
    #expect(finding.file.dialect == Dialect(delimiter: UInt8(ascii: ","), quote: UInt8(ascii: "'")))
    #expect(!finding.decimalComma)
    #expect(finding.headerLine == 2)
  }

  @Test("no sample makes the sniffer stumble, and every finding can be read")
  func anyBytes() throws {
    var random = SeededGenerator(seed: 7)
    let alphabet = Array("a1,;\t|\"'\n\r =.-sep".utf8) + [0, 0xEF, 0xBB, 0xBF, 0xFF, 0xFE, 0xC3, 0xA9, 0xB8, 0x81]
    for _ in 0..<500 {
      let bytes = (0..<Int.random(in: 0..<60, using: &random)).map { _ in
        alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
      }
      let finding = try Sniffer.sniff(.bytes(bytes))
      do throws(CSVError) {
        var reader = try RecordReader(finding.file)
        while try reader.next() != nil {}
      } catch {
        guard case .unclosedQuote = error else {
          Issue.record("\(error)")
          continue
        }
      }
    }
  }
}
