import Foundation
import TestSupport
import Testing

@testable import CSV

@Suite("The same fields as Python's csv module reads")
struct DifferentialTests {
  /// What `differential.py` writes: a file, and the fields that Python reads in it.
  private struct Example {
    var file: CSVFile
    /// A blank line is a row without fields.
    var rows: [[[UInt8]]]

    init(_ folder: TemporaryFolder, _ number: Int) throws {
      let lines = try folder.read("\(number).txt").split(separator: "\n").map { $0.split(separator: " ") }
      let dialect = lines[0].compactMap { UInt8($0) }
      let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.path("\(number).csv")))
      file = CSVFile(.bytes(Array(bytes)), dialect: Dialect(delimiter: dialect[0], quote: dialect[1]))
      rows = lines.dropFirst().map { $0.dropFirst().map { Example.bytes($0.dropFirst()) } }
    }

    private static func bytes(_ hexadecimal: Substring) -> [UInt8] {
      let digits = hexadecimal.utf8.map { $0 < 97 ? $0 - 48 : $0 - 87 }
      return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }
  }

  @Test("every field of 300 made-up files, through the reader and the scanner, whole and cut")
  func agree() throws {
    let folder = try TemporaryFolder()
    let python = Process()
    python.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    python.arguments = [
      "python3", Repository.url("Tests/CSVTests/differential.py").path(percentEncoded: false), folder.path(""),
    ]
    try python.run()
    python.waitUntilExit()
    try #require(python.terminationStatus == 0, "this test needs python3; `make test` installs it")
    for number in 0..<300 {
      let example = try Example(folder, number)
      #expect(try read(example.file, capacity: 1 << 16) == example.rows.map { $0.isEmpty ? [[]] : $0 }, "\(number).csv")
      #expect(try read(example.file, capacity: 7) == example.rows.map { $0.isEmpty ? [[]] : $0 }, "\(number).csv")
      try compareCodes(example, number)
    }
  }

  private func read(_ file: CSVFile, capacity: Int) throws -> [[[UInt8]]] {
    var reader = try RecordReader(file, capacity: capacity)
    var rows: [[[UInt8]]] = []
    while let record = try reader.next() {
      #expect(!record.hasStrayQuote)
      rows.append(record.fields)
    }
    return rows
  }

  /// The scanner keeps the rows of the usual width, without blanks around their texts.
  private func compareCodes(_ example: Example, _ number: Int) throws {
    guard let width = example.rows.map(\.count).max(), width > 1 else { return }
    let expected = example.rows.filter { $0.count == width }.map { $0.map(trimmed) }
    for capacity in [16, 1 << 20] {
      var scanner = try CodeScanner(
        example.file, from: 0, columns: Array(repeating: .interned, count: width), capacity: capacity)
      var codes: [[Int16]] = []
      let summary = try scanner.scan { block in
        for row in 0..<block.rows { codes.append((0..<width).map { block.code($0, row) }) }
      }
      let texts = codes.map { row in
        row.enumerated().map { column, code in code < 0 ? [] : summary.texts[column]?[Int(code)] ?? [] }
      }
      #expect(texts == expected, "\(number).csv")
      #expect(summary.ragged == example.rows.count { !$0.isEmpty && $0.count != width })
    }
  }

  private func trimmed(_ text: [UInt8]) -> [UInt8] {
    let isBlank: (UInt8) -> Bool = { $0 == 32 || $0 == 9 }
    return Array(text.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
  }
}
