import Testing

@testable import CSV

@Suite("Groups of records")
struct RecordGroupTests {
  /// The code behind those of the columns, row by row.
  private func groups(_ file: CSVFile, from offset: Int = 0, capacity: Int = 1 << 20) throws -> [Int16] {
    let columns: [ColumnReading] = [.skip, .coded { $0 == [49] ? 0 : -3 }, .interned]
    var scanner = try CodeScanner(file, from: offset, columns: columns, recordGroups: 20, capacity: capacity)
    var groups: [Int16] = []
    _ = try scanner.scan { block in
      for row in 0..<block.rows { groups.append(block.code(2, row)) }
    }
    return groups
  }

  private static let records =
    (0..<300).map { "\($0),\($0 % 3),text" } + ["x,1,\"a\nb\"", "ü,\"1\",\"c\n\nd\"\"\n\"", "z,,"]

  private static func text(_ lineEnd: String, isClosed: Bool = true) -> String {
    records.map { $0.replacing("\n", with: lineEnd) }.joined(separator: lineEnd) + (isClosed ? lineEnd : "")
  }

  @Test("are the same whatever ends lines, the file, the window or the encoding")
  func same() throws {
    let plain = try groups(CSVFile(.bytes(Array(Self.text("\n").utf8))))
    #expect(plain.count == Self.records.count)
    for lineEnd in ["\n", "\r\n", "\r"] {
      for isClosed in [true, false] {
        let text = Self.text(lineEnd, isClosed: isClosed)
        let file = CSVFile(.bytes(Array(text.utf8)))
        for capacity in [8, 9, 31, 64, 1000] {
          #expect(try groups(file, capacity: capacity) == plain, "\(lineEnd.debugDescription) \(capacity)")
        }
        let wide = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
        let utf16 = CSVFile(.bytes(wide), encoding: try #require(TextEncoding(name: "UTF-16LE")))
        #expect(try groups(utf16) == plain)
      }
    }
  }

  @Test("are those of the records, wherever they stand, and a mark before one makes no difference")
  func moved() throws {
    let plain = try groups(CSVFile(.bytes(Array(Self.text("\n").utf8))))
    let reversed = Self.records.reversed().joined(separator: "\n\u{FEFF}")
    #expect(try groups(CSVFile(.bytes(Array(reversed.utf8)))) == plain.reversed())
  }

  @Test("are all used about equally")
  func spread() throws {
    let text = (0..<20_000).map { "\($0),1,a\n" }.joined()
    var rows = [Int](repeating: 0, count: 20)
    for group in try groups(CSVFile(.bytes(Array(text.utf8)))) { rows[Int(group)] += 1 }
    // Expected 1000 each, standard deviation 31.
    for count in rows { #expect((850...1150).contains(count)) }
  }
}
