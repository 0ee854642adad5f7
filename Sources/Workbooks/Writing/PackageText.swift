/// The small parts of a workbook's package.
enum PackageText {
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let sheetML = "application/vnd.openxmlformats-officedocument.spreadsheetml"

  static func contentTypes(sheets: Int) -> [UInt8] {
    func override(_ part: String, _ type: String) -> String {
      "<Override PartName=\"/\(part)\" ContentType=\"\(type)\"/>"
    }
    var text = "<Types xmlns=\"\(package)/content-types\">"
    text += "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    text += "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    text += override("xl/workbook.xml", "\(sheetML).sheet.main+xml")
    for number in 1..<(sheets + 1) {
      text += override("xl/worksheets/sheet\(number).xml", "\(sheetML).worksheet+xml")
    }
    text += override("xl/styles.xml", "\(sheetML).styles+xml")
    text += override("xl/sharedStrings.xml", "\(sheetML).sharedStrings+xml")
    text += override("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")
    return part(text + "</Types>")
  }

  static var relationships: [UInt8] {
    relationships([
      ("\(XMLText.relations)/officeDocument", "xl/workbook.xml", false),
      ("\(package)/relationships/metadata/core-properties", "docProps/core.xml", false),
    ])
  }

  static func properties(title: String, created: String) -> [UInt8] {
    let date = "xsi:type=\"dcterms:W3CDTF\">\(XMLText.escaped(created))T00:00:00Z"
    return part(
      "<cp:coreProperties xmlns:cp=\"\(package)/metadata/core-properties\""
        + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\""
        + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
        + "<dc:title>\(XMLText.escaped(title))</dc:title><dc:creator>cxaudit</dc:creator>"
        + "<dcterms:created \(date)</dcterms:created><dcterms:modified \(date)</dcterms:modified></cp:coreProperties>")
  }

  /// With the names that filters and repeated heads go by.
  static func workbook(names: [String], parts: [SheetPart]) -> [UInt8] {
    var text = "<workbook xmlns=\"\(XMLText.main)\" xmlns:r=\"\(XMLText.relations)\">"
    text +=
      "<bookViews><workbookView xWindow=\"0\" yWindow=\"0\" windowWidth=\"28800\" windowHeight=\"15000\"/></bookViews>"
    text += "<sheets>"
    for (index, name) in names.enumerated() {
      text += "<sheet name=\"\(XMLText.escaped(name))\" sheetId=\"\(index + 1)\" r:id=\"rId\(index + 1)\"/>"
    }
    text += "</sheets><definedNames>"
    for (index, name) in names.enumerated() {
      text += defined("_xlnm._FilterDatabase", name, index, parts[index].absoluteRange, isHidden: true)
    }
    for (index, name) in names.enumerated() {
      text += defined("_xlnm.Print_Titles", name, index, "$1:$1", isHidden: false)
    }
    return part(text + "</definedNames></workbook>")
  }

  private static func defined(_ name: String, _ sheet: String, _ index: Int, _ range: String, isHidden: Bool) -> String
  {
    let quoted = "'" + sheet.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    return "<definedName name=\"\(name)\" localSheetId=\"\(index)\"\(isHidden ? " hidden=\"1\"" : "")>"
      + "\(XMLText.escaped(quoted))!\(range)</definedName>"
  }

  static func workbookRelationships(sheets: Int) -> [UInt8] {
    let parts = (1..<(sheets + 1)).map { ("\(XMLText.relations)/worksheet", "worksheets/sheet\($0).xml", false) }
    return relationships(
      parts + [
        ("\(XMLText.relations)/styles", "styles.xml", false),
        ("\(XMLText.relations)/sharedStrings", "sharedStrings.xml", false),
      ])
  }

  static func links(_ targets: [String]) -> [UInt8] {
    relationships(targets.map { ("\(XMLText.relations)/hyperlink", $0, true) })
  }

  private static func relationships(_ entries: [(type: String, target: String, isOutside: Bool)]) -> [UInt8] {
    var text = "<Relationships xmlns=\"\(package)/relationships\">"
    for (index, entry) in entries.enumerated() {
      text += "<Relationship Id=\"rId\(index + 1)\" Type=\"\(entry.type)\" Target=\"\(XMLText.escaped(entry.target))\""
      text += entry.isOutside ? " TargetMode=\"External\"/>" : "/>"
    }
    return part(text + "</Relationships>")
  }

  /// In the order of ``CellStyle``.
  static var styles: [UInt8] {
    let font = "<sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/>"
    var text = "<styleSheet xmlns=\"\(XMLText.main)\"><numFmts count=\"3\">"
    text += "<numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/><numFmt numFmtId=\"165\" formatCode=\"0.0\"/>"
    text += "<numFmt numFmtId=\"166\" formatCode=\"0.0%\"/></numFmts>"
    text += "<fonts count=\"3\"><font>\(font)</font><font><b/>\(font)</font>"
    text +=
      "<font><u/><sz val=\"11\"/><color rgb=\"FF0B4F8A\"/><name val=\"Calibri\"/><family val=\"2\"/></font></fonts>"
    text += "<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill>"
    text += "<fill><patternFill patternType=\"gray125\"/></fill><fill><patternFill patternType=\"solid\">"
    text += "<fgColor rgb=\"FFE8EAED\"/><bgColor indexed=\"64\"/></patternFill></fill></fills>"
    text += "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
    text += "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
    let styles = [
      style(0), style(0, font: 1, fill: 2, isText: true, wraps: true), style(0, isText: true, wraps: true),
      style(0, font: 2, isText: true, wraps: true), style(164), style(0), style(3), style(165), style(2), style(166),
      style(0, isText: true),
    ]
    text += "<cellXfs count=\"\(styles.count)\">\(styles.joined())</cellXfs>"
    text += "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>"
    return part(text)
  }

  /// Texts stand a little apart from the numbers to their left.
  private static func style(
    _ format: Int, font: Int = 0, fill: Int = 0, isText: Bool = false, wraps: Bool = false
  ) -> String {
    "<xf numFmtId=\"\(format)\" fontId=\"\(font)\" fillId=\"\(fill)\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\""
      + " applyFont=\"1\" applyFill=\"1\" applyAlignment=\"1\"><alignment"
      + "\(isText ? " horizontal=\"left\" indent=\"1\"" : "") vertical=\"top\"\(wraps ? " wrapText=\"1\"" : "")/></xf>"
  }

  private static func part(_ text: String) -> [UInt8] { Array((XMLText.declaration + text).utf8) }
}
