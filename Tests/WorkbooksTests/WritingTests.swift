import TestSupport
import Testing

@testable import Workbooks

/// Workbooks that we write, read back.
@Suite struct Writing {
  private typealias Cell = WorkbookDraft.Cell

  private static func draft(_ rows: [[WorkbookDraft.Cell]], name: String = "A") -> WorkbookDraft {
    let columns = (0..<(rows.map(\.count).max() ?? 1)).map { WorkbookDraft.Column("h\($0)", width: 10) }
    return WorkbookDraft(
      title: "T & U", created: "2026-09-30", sheets: [WorkbookDraft.Sheet(name: name, columns: columns, rows: rows)])
  }

  /// The lines of a sheet, the head first.
  private static func lines(_ bytes: [UInt8], sheet: String? = nil) throws -> [String] {
    let folder = try TemporaryFolder()
    try folder.write(bytes, to: "a.xlsx")
    let sheet = try Workbook.sheet(named: sheet, ofFile: folder.path("a.xlsx"))
    return String(decoding: sheet.csv, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private static func part(_ name: String, of bytes: [UInt8]) throws -> [UInt8] {
    let folder = try TemporaryFolder()
    try folder.write(bytes, to: "a.zip")
    let archive = try ZipArchive(path: folder.path("a.zip"))
    var content: [UInt8] = []
    try unsafe archive.read(name, limit: 1 << 26) { unsafe content.append(contentsOf: $0) }
    return content
  }

  @Test(
    "texts, numbers and days come back as they were",
    arguments: [
      (WorkbookDraft.Cell.text("plain"), "plain"), (.text("a & <b> \"c\", d"), "\"a & <b> \"\"c\"\", d\""),
      (.text("=1+1"), "=1+1"), (.text(" ends with blanks "), " ends with blanks "), (.text("Grüße 🏦 水"), "Grüße 🏦 水"),
      (.text("a\u{1}b\u{B}c"), "a\u{1}b\u{B}c"), (.text("_x0041_"), "_x0041_"), (.text("a\rb\nc"), "a b c"),
      (.text("\u{FFFE}\u{FEFF}é"), "\u{FFFE}\u{FEFF}é"), (.text("_x12_"), "_x12_"),
      (.number(0.533980582524, .share), "0.533980582524"), (.number(-18.12, .tenths), "-18.12"),
      (.number(1842, .count), "1842"), (.number(1e-7, .general), "1e-07"), (.number(.nan, .general), ""),
      (.number(-.infinity, .count), ""), (.day(20_696), "2026-08-31"), (.day(-25_508), "1900-03-01"),
      (.day(-25_509), ""),
      (.link("see", to: "../a.html#b"), "see"), (.empty, ""),
    ])
  func cells(_ case: (cell: WorkbookDraft.Cell, text: String)) throws {
    let bytes = Self.draft([[.text("first"), `case`.cell, .text("last")]]).bytes()
    #expect(try Self.lines(bytes) == ["h0,h1,h2", "first,\(`case`.text),last"])
  }

  @Test("what is longer than a cell is cut with a mark, between characters")
  func longText() throws {
    var limits = SheetLimits()
    limits.characters = 20
    func text(_ long: String) throws -> String { try Self.lines(Self.draft([[.text(long)]]).bytes(limits: limits))[1] }
    #expect(try text(String(repeating: "a", count: 20)) == String(repeating: "a", count: 20))
    #expect(try text(String(repeating: "a", count: 21)) == String(repeating: "a", count: 12) + " … [cut]")
    // A flag takes four units; three fit into twelve.
    #expect(try text(String(repeating: "🇩🇪", count: 6)) == "🇩🇪🇩🇪🇩🇪 … [cut]")
    #expect(SheetLimits().characters == 32_767 && SheetLimits().rows == 1_048_576 && SheetLimits().name == 31)
  }

  @Test("rows that do not fit are counted in the last one")
  func manyRows() throws {
    var limits = SheetLimits()
    limits.rows = 4
    func lines(_ count: Int) throws -> [String] {
      try Self.lines(Self.draft((0..<count).map { [.number(Double($0), .count)] }).bytes(limits: limits))
    }
    #expect(try lines(3) == ["h0", "0", "1", "2"])
    #expect(try lines(5) == ["h0", "0", "1", "… 3 more rows do not fit into a sheet"])
  }

  @Test("links lead to files, those to one place through one entry; too many are plain text")
  func links() throws {
    var limits = SheetLimits()
    limits.links = 3
    let targets = ["../a.html", "../b.html#x&y", "../b.html", "../c.html"]
    let bytes = Self.draft(targets.map { [.link("t", to: $0)] }).bytes(limits: limits)
    let sheet = String(decoding: try Self.part("xl/worksheets/sheet1.xml", of: bytes), as: UTF8.self)
    #expect(
      sheet.contains(
        "<hyperlinks><hyperlink ref=\"A2\" r:id=\"rId1\"/><hyperlink ref=\"A3\" r:id=\"rId2\" location=\"x&amp;y\"/>"
          + "<hyperlink ref=\"A4\" r:id=\"rId2\"/></hyperlinks>"))
    let rels = String(decoding: try Self.part("xl/worksheets/_rels/sheet1.xml.rels", of: bytes), as: UTF8.self)
    #expect(rels.contains("Target=\"../b.html\" TargetMode=\"External\"/>") && !rels.contains("c.html"))
    #expect(try Self.lines(bytes).count == 5)
  }

  @Test("heads stay in sight, and filters and printed heads know their rows")
  func frame() throws {
    let bytes = Self.draft([[.text("a"), .text("b")], [.text("c")]], name: "It's").bytes()
    let sheet = String(decoding: try Self.part("xl/worksheets/sheet1.xml", of: bytes), as: UTF8.self)
    #expect(sheet.contains("<pane ySplit=\"1\" topLeftCell=\"A2\"") && sheet.contains("<autoFilter ref=\"A1:B3\"/>"))
    let workbook = String(decoding: try Self.part("xl/workbook.xml", of: bytes), as: UTF8.self)
    #expect(workbook.contains("hidden=\"1\">'It''s'!$A$1:$B$3</definedName>"))
    #expect(workbook.contains("localSheetId=\"0\">'It''s'!$1:$1</definedName>"))
  }

  @Test(
    "rows are as high as their longest text that wraps",
    arguments: [
      ("short", true, 1), (String(repeating: "a ", count: 25), true, 6), (String(repeating: "a ", count: 25), false, 1),
      ("水水水水水水", true, 2), ("a\nb\nc", true, 3), (String(repeating: "a", count: 9000), true, 27),
    ])
  func heights(_ case: (text: String, wraps: Bool, lines: Int)) {
    let column = WorkbookDraft.Column("h", width: 10, wraps: `case`.wraps)
    #expect(RowHeight.lines([.text(`case`.text), .empty], [column, column], isHead: false) == `case`.lines)
  }

  @Test("names of sheets are what Excel allows, and no two are alike")
  func names() {
    let long = String(repeating: "n", count: 40)
    #expect(
      SheetName.unique(["Steps", "a/b:c", "steps", "", "'q'", long, long], limit: 31) == [
        "Steps", "abc", "steps (2)", "Sheet4", "q", String(repeating: "n", count: 30) + "…",
        String(repeating: "n", count: 27) + " (2)",
      ])
  }

  @Test(
    "columns have letters", arguments: [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")])
  func letters(_ case: (column: Int, letters: String)) {
    #expect(ColumnLetters.of(`case`.column) == `case`.letters)
  }

  /// The archive's reader unpacks with zlib and holds the checksum against what comes out.
  @Test("whatever is packed is unpacked to the same bytes", arguments: 0..<60)
  func packing(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let size = [0, 1, 3, 4, 5, 257, 258, 259, 300, 32_768, 40_000, 70_001][seed % 12]
    let levels = UInt8([1, 2, 7, 255][seed / 12 % 4])
    var content: [UInt8] = []
    while content.count < size {
      // Now and then a piece from any distance back, so that windows and lengths reach their ends.
      if !content.isEmpty, Int.random(in: 0..<4, using: &random) == 0 {
        let start = Int.random(in: 0..<content.count, using: &random)
        content += content[start..<min(content.count, start + Int.random(in: 1...600, using: &random))]
      } else {
        content.append(UInt8.random(in: 0...levels, using: &random))
      }
    }
    content = Array(content.prefix(size))
    var zip = ZipWriter()
    zip.add("a", content)
    #expect(try Self.part("a", of: zip.finished()) == content)
  }

  @Test("a repeat from exactly a window back is found, one from further back is not")
  func window() throws {
    for distance in [32_767, 32_768, 32_769] {
      var random = SeededGenerator(seed: 1)
      let head = (0..<64).map { _ in UInt8.random(in: 0...255, using: &random) }
      let between = (0..<(distance - 64)).map { _ in UInt8.random(in: 0...255, using: &random) }
      var zip = ZipWriter()
      zip.add("a", head + between + head)
      #expect(try Self.part("a", of: zip.finished()) == head + between + head)
    }
  }

  @Test("packing pays: a table of like rows takes a tenth")
  func ratio() {
    let rows = (0..<2000).map { [Cell.number(Double($0), .count), .text("overdue"), .text("Head of branches")] }
    let part = rows.indices.map { "<row r=\"\($0)\"><c r=\"A\($0)\" s=\"6\"><v>\($0)</v></c></row>" }.joined()
    #expect(Deflate.packed(Array(part.utf8)).count * 5 < part.utf8.count)
    #expect(Self.draft(rows).bytes().count < 60_000)
  }

  /// From every build of the program: no library of the system has a say. The number is what came out when this was written.
  @Test("the same draft has the same bytes")
  func bytes() {
    let draft = Self.draft([
      [.text("a"), .number(0.5, .share), .day(20_696)], [.link("b", to: "../b.html"), .empty, .text("a")],
    ])
    #expect(draft.bytes() == draft.bytes())
    #expect(CyclicRedundancy.check(draft.bytes()) == 891_011_464)
    #expect(CyclicRedundancy.check(Array("123456789".utf8)) == 0xCBF4_3926)
  }
}
