import TestSupport
import Testing

@testable import Workbooks

/// What the cells of a sheet become.
@Suite struct Sheets {
  private func lines(_ fixture: WorkbookFixture, sheet: String? = nil) throws -> [String] {
    let folder = try TemporaryFolder()
    try folder.write(fixture.bytes, to: "a.xlsx")
    let sheet = try Workbook.sheet(named: sheet, ofFile: folder.path("a.xlsx"))
    let text = String(decoding: sheet.csv, as: UTF8.self)
    return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  @Test func sharedStringsStandWhereCellsReferToThem() throws {
    #expect(try lines(WorkbookFixture(table: [["a", "b"], ["b", "", "a & <b>"]])) == ["a,b,", "b,,a & <b>"])
  }

  @Test(arguments: [
    ("<c r='A1'><v>7</v></c>", "7"), ("<c r='A1'><v>7.0</v></c>", "7.0"), ("<c r='A1'><v>-0.25</v></c>", "-0.25"),
    ("<c r='A1'><v>3.237565956E9</v></c>", "3237565956"), ("<c r='A1'><v>1.5E-3</v></c>", "0.0015"),
    ("<c r='A1' t='b'><v>1</v></c>", "TRUE"), ("<c r='A1' t='b'><v>0</v></c>", "FALSE"),
    ("<c r='A1' t='e'><v>#N/A</v></c>", "#N/A"), ("<c r='A1' t='str'><f>A2</f><v>x</v></c>", "x"),
    ("<c r='A1'><f>1+1</f><v>2</v></c>", "2"),
    ("<c r='A1' t='d'><v>2024-03-05T10:01:25</v></c>", "2024-03-05 10:01:25"),
    ("<c r='A1' t='inlineStr'><is><t>plain</t></is></c>", "plain"),
    ("<c r='A1' t='inlineStr'><is><r><t>rich </t></r><r><t>text</t></r><rPh><t>spoken</t></rPh></is></c>", "rich text"),
    ("<c r='A1' t='str'><v>a,b</v></c>", "\"a,b\""),
    ("<c r='A1' t='str'><v>say &quot;a&quot;</v></c>", "\"say \"\"a\"\"\""),
    ("<c r='A1' t='str'><v>two\nlines</v></c>", "two lines"), ("<x:c r='A1' t='str'><x:v>prefix</x:v></x:c>", "prefix"),
  ])
  func aCellBecomes(_ case: (cell: String, text: String)) throws {
    #expect(try lines(WorkbookFixture("<row r='1'>\(`case`.cell)</row>")) == [`case`.text])
  }

  @Test(arguments: [
    ("14", "45356", "2024-03-05"), ("22", "45356.41765046296", "2024-03-05 10:01:25"),
    ("20", "0.4201388889", "10:05:00"),
    ("46", "2.0625", "49:30:00"), ("yyyy\\-mm\\-dd hh:mm", "59.5", "1900-02-28 12:00:00"),
    ("d. mmm", "61", "1900-03-01"),
    ("[$-409]m/d/yy h:mm AM/PM;@", "45356.5", "2024-03-05 12:00:00"), ("0.00 \"days\"", "1.5", "1.5"),
    ("#,##0", "45356", "45356"), ("General", "45356", "45356"), ("9", "0.5", "0.5"), ("0", "12", "12"),
    ("[h]:mm", "1.25", "30:00:00"), ("[Red]0.0", "3.5", "3.5"), ("mm:ss.0", "0.5", "12:00:00"), ("14", "-3", "-3"),
  ])
  func aNumberIsADayWhereItsFormatSaysSo(_ case: (format: String, number: String, text: String)) throws {
    var fixture = WorkbookFixture("<row r='1'><c r='A1' s='1'><v>\(`case`.number)</v></c></row>")
    fixture.formats = ["General", `case`.format]
    #expect(try lines(fixture) == [`case`.text])
  }

  @Test func daysOfOldMacintoshesAreCountedFrom1904() throws {
    var fixture = WorkbookFixture("<row r='1'><c r='A1' s='0'><v>0</v></c><c r='B1' s='0'><v>43894</v></c></row>")
    fixture.formats = ["14"]
    fixture.startsIn1904 = true
    #expect(try lines(fixture) == ["1904-01-01,2024-03-05"])
  }

  @Test func linesAreRowsAndAllAreEquallyWide() throws {
    let rows = """
      <row r='2'><c r='B2'><v>1</v></c></row><row r='3'/><row r='5'><c r='A5'><v>2</v></c><c r='D5'><v>3</v></c></row>
      <row r='6'><c r='A6' s='0'/></row><row r='9'/>
      """
    #expect(try lines(WorkbookFixture(rows)) == ["", ",1,,", "", "", "2,,,3"])
  }

  @Test func cellsAndRowsWithoutAPlaceFollowOneAnother() throws {
    let rows = "<row><c><v>1</v></c><c><v>2</v></c></row><row><c/><c><v>3</v></c></row>"
    #expect(try lines(WorkbookFixture(rows)) == ["1,2", ",3"])
  }

  @Test func aSheetWithoutCellsIsAnEmptyText() throws {
    #expect(try lines(WorkbookFixture("")) == [])
  }

  @Test func controlCharactersAreReadFromTheirEscapes() throws {
    #expect(try lines(WorkbookFixture(table: [["a_x000D_b", "_x0041_", "_xyz"]])) == ["a b,A,_xyz"])
  }

  @Test func aSheetIsNamedAndTheFirstIsTheDefault() throws {
    var fixture = WorkbookFixture("<row><c><v>1</v></c></row>")
    fixture.sheets.append(("Wave 2 & 3", "<row><c><v>2</v></c></row>"))
    #expect(try lines(fixture) == ["1"])
    #expect(try lines(fixture, sheet: "wave 2 & 3") == ["2"])
  }
}
