import TestSupport
import Testing

@testable import Workbooks

/// Files that are no workbook, or one that should not be read.
@Suite struct RefusedWorkbooks {
  private func failure(
    _ bytes: [UInt8], sheet: String? = nil, limits: WorkbookLimits = WorkbookLimits()
  ) throws -> WorkbookError? {
    let folder = try TemporaryFolder()
    try folder.write(bytes, to: "a.xlsx")
    do throws(WorkbookError) {
      _ = try Workbook.sheet(named: sheet, ofFile: folder.path("a.xlsx"), limits: limits)
      return nil
    } catch {
      return error
    }
  }

  private let one = WorkbookFixture("<row r='1'><c r='A1'><v>1</v></c></row>")

  @Test func otherFormatsAreNamed() throws {
    #expect(try failure([]) == .otherFormat("an empty file"))
    #expect(try failure(Array("a,b\n".utf8)) == .otherFormat("another kind of file"))
    let container: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)
    #expect(try failure(container) == .otherFormat("an old workbook (.xls)"))
    let name: [UInt8] = "EncryptedPackage".utf8.flatMap { byte -> [UInt8] in [byte, 0] }
    #expect(try failure(container + name + container) == .encrypted)
    var zip = ZipFixture()
    zip.add("mimetype", Array("application/vnd.oasis.opendocument.spreadsheet".utf8))
    #expect(try failure(zip.finished()) == .otherFormat("an OpenDocument file (.ods)"))
    var binary = one
    binary.parts["_rels/.rels"] =
      "<Relationships><Relationship Id='a' Type='x/officeDocument' Target='xl/workbook.bin'/></Relationships>"
    #expect(try failure(binary.bytes) == .otherFormat("a binary workbook (.xlsb)"))
  }

  @Test func aFileThatIsNotThereIsUnreadable() {
    #expect(throws: WorkbookError.unreadable("No such file or directory")) {
      try Workbook.sheet(named: nil, ofFile: "/nonexistent/a.xlsx")
    }
  }

  @Test func aMissingSheetIsNamedWithThoseThereAre() throws {
    #expect(try failure(one.bytes, sheet: "Form1") == .noSheet("Form1", sheets: ["Sheet1"]))
  }

  @Test func everyCutIsAnErrorAndNoCrash() throws {
    let bytes = one.bytes
    for length in stride(from: 1, to: bytes.count - 1, by: 7) {
      #expect(try failure(Array(bytes.prefix(length))) != nil, "cut to \(length) bytes")
    }
  }

  @Test func aWrongChecksumIsDamage() throws {
    var zip = ZipFixture()
    zip.add("[Content_Types].xml", Array("<Types/>".utf8))
    zip.add("_rels/.rels", Array("<Relationships/>".utf8), checksum: 7)
    #expect(try failure(zip.finished()) == .damaged(part: "_rels/.rels", reason: "its checksum does not agree"))
  }

  @Test func anEntryWithAPasswordIsEncrypted() throws {
    var zip = ZipFixture()
    zip.add("[Content_Types].xml", Array("<Types/>".utf8))
    zip.add("_rels/.rels", Array("<Relationships/>".utf8), flags: 1)
    #expect(try failure(zip.finished()) == .encrypted)
  }

  @Test func documentTypesAreRefusedSoThatEntitiesCannotGrow() throws {
    var fixture = one
    fixture.parts["xl/worksheets/sheet1.xml"] = """
      <!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet><sheetData><row r="1"><c r="A1" t="str">
      <v>&b;</v></c></row></sheetData></worksheet>
      """
    let reason = "it declares a document type, which no workbook does"
    #expect(try failure(fixture.bytes) == .damaged(part: "xl/worksheets/sheet1.xml", reason: reason))
  }

  @Test(arguments: [
    ("<worksheet><sheetData><row r='1'>", "no element found in line 1"),
    ("<worksheet>\n</x>", "mismatched tag in line 2"),
    ("", "no element found in line 1"),
  ])
  func brokenMarkupIsDamage(_ case: (sheet: String, reason: String)) throws {
    var fixture = one
    fixture.parts["xl/worksheets/sheet1.xml"] = `case`.sheet
    #expect(try failure(fixture.bytes) == .damaged(part: "xl/worksheets/sheet1.xml", reason: `case`.reason))
  }

  @Test(arguments: [
    ("<row r='2'/><row r='1'/>", "row 1 stands behind row 2"),
    ("<row r='1'><c r='B1'/><c r='A1'/></row>", "the cells of row 1 are out of order"),
    ("<row r='1'><c r='A1' t='s'><v>3</v></c></row>", "a cell of row 1 refers to text 3, which is not there"),
  ])
  func sheetsThatContradictThemselvesAreDamage(_ case: (rows: String, reason: String)) throws {
    #expect(try failure(WorkbookFixture(`case`.rows).bytes) == .damaged(part: "the sheet", reason: `case`.reason))
  }

  @Test func limitsAreKept() throws {
    let wide = WorkbookFixture("<row r='3'><c r='AAA3'><v>1</v></c></row>")
    #expect(try failure(wide.bytes, limits: WorkbookLimits(columns: 702)) == .tooManyColumns(row: 3, limit: 702))
    #expect(try failure(wide.bytes, limits: WorkbookLimits(columns: 703)) == nil)
    let long = WorkbookFixture("<row r='9'/>")
    #expect(try failure(long.bytes, limits: WorkbookLimits(rows: 8)) == .tooManyRows(limit: 8))
    // Commas alone would fill the memory.
    let sparse = WorkbookFixture(
      "<row r='1'><c r='ZZ1'><v>1</v></c></row>" + (2...300).map { "<row r='\($0)'><c><v>1</v></c></row>" }.joined())
    #expect(
      try failure(sparse.bytes, limits: WorkbookLimits(bytes: 100_000)) == .tooLarge(part: "the sheet", limit: 100_000))
  }

  @Test func whatUnpacksToTooMuchIsRefused() throws {
    let part = "xl/worksheets/sheet1.xml"
    func zip(size: Int?) -> [UInt8] {
      var zip = ZipFixture()
      for (name, content) in [
        ("[Content_Types].xml", "<Types/>"), ("_rels/.rels", "<Relationships/>"),
        (
          "xl/_rels/workbook.xml.rels",
          "<R><Relationship Id='a' Type='x/worksheet' Target='worksheets/sheet1.xml'/></R>"
        ),
        ("xl/workbook.xml", "<workbook><sheets><sheet name='S' id='a'/></sheets></workbook>"),
      ] { zip.add(name, Array(content.utf8)) }
      zip.add(part, Array("<worksheet>\(String(repeating: " ", count: 3000))</worksheet>".utf8), size: size)
      return zip.finished()
    }
    let limits = WorkbookLimits(bytes: 2000)
    #expect(try failure(zip(size: nil), limits: limits) == .tooLarge(part: part, limit: 2000))
    // What the directory says is all that is unpacked, so a part that says less is damaged.
    #expect(try failure(zip(size: 10), limits: limits) == .damaged(part: part, reason: "its checksum does not agree"))
    #expect(try failure(zip(size: nil), limits: WorkbookLimits(bytes: 4000)) == nil)
  }

  /// Whatever happens to a file, it is read or refused.
  @Test func damagedBytesNeverStopTheProgram() throws {
    var random = SeededGenerator(seed: 20260301)
    let fixture = WorkbookFixture(table: [["a", "b,c"], ["1", "x"], ["", "y"]])
    let whole = fixture.bytes
    var refused = 0
    for _ in 0..<400 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      if try failure(bytes) != nil { refused += 1 }
    }
    #expect(refused > 200)
  }

  @Test func aTagThatNeverEndsIsRefused() throws {
    var fixture = one
    fixture.parts["xl/worksheets/sheet1.xml"] = "<worksheet a='" + String(repeating: "x", count: 3 << 19) + "'/>"
    let reason = "a tag is longer than 1048576 bytes"
    #expect(try failure(fixture.bytes) == .damaged(part: "xl/worksheets/sheet1.xml", reason: reason))
  }
}
