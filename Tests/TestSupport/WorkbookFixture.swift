/// A ZIP file made by hand, for tests.
package struct ZipFixture {
  /// How a part lies in the file.
  package enum Packing: UInt16, Sendable {
    case stored = 0
    case deflated = 8
  }

  package private(set) var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  package init() {}

  /// Adds a part. What the headers say of it can be wrong: flags, the checksum, the unpacked size.
  package mutating func add(
    _ name: String, _ content: [UInt8], packing: Packing = .deflated, flags: UInt16 = 0, checksum: UInt32? = nil,
    size: Int? = nil
  ) {
    let packed = packing == .stored ? content : ZipFixture.deflated(content)
    var entry = le16(20) + le16(flags) + le16(packing.rawValue) + le32(0)
    entry +=
      le32(checksum ?? ZipFixture.crc(content)) + le32(UInt32(packed.count)) + le32(UInt32(size ?? content.count))
    entry += le16(UInt16(name.utf8.count)) + le16(0)
    directory += [0x50, 0x4B, 1, 2] + le16(20) + entry + [UInt8](repeating: 0, count: 10) + le32(UInt32(bytes.count))
    directory += Array(name.utf8)
    bytes += [0x50, 0x4B, 3, 4] + entry + Array(name.utf8) + packed
    count += 1
  }

  /// The whole file, with its directory.
  package func finished() -> [UInt8] {
    bytes + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + le16(UInt16(count)) + le16(UInt16(count))
      + le32(UInt32(directory.count)) + le32(UInt32(bytes.count)) + le16(0)
  }

  /// Blocks that are marked as not packed: valid, and no compressor is needed.
  private static func deflated(_ content: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var rest = content[...]
    repeat {
      let block = rest.prefix(0xFFFF)
      rest = rest.dropFirst(block.count)
      let length = UInt16(block.count)
      result += [rest.isEmpty ? 1 : 0] + le16(length) + le16(~length) + block
    } while !rest.isEmpty
    return result
  }

  private static func crc(_ bytes: [UInt8]) -> UInt32 {
    let table = (UInt32(0)..<256).map { byte in
      (0..<8).reduce(byte) { value, _ in value >> 1 ^ (value & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
    var value = ~UInt32(0)
    for byte in bytes { value = value >> 8 ^ table[Int(UInt8(truncatingIfNeeded: value) ^ byte)] }
    return ~value
  }
}

private func le16(_ number: UInt16) -> [UInt8] { [UInt8(number & 0xFF), UInt8(number >> 8)] }
private func le32(_ number: UInt32) -> [UInt8] { le16(UInt16(number & 0xFFFF)) + le16(UInt16(number >> 16)) }

/// A workbook made by hand, for tests.
package struct WorkbookFixture {
  /// Names of the sheets and their `sheetData`, in the order of the tabs.
  package var sheets: [(name: String, rows: String)]
  package var strings: [String] = []
  /// Number formats of the styles 0, 1, …: ids of formats, or codes.
  package var formats: [String] = []
  package var startsIn1904 = false
  /// Parts in place of those that would be written, or beside them.
  package var parts: [String: String] = [:]

  package init(_ rows: String) { sheets = [("Sheet1", rows)] }

  /// Rows of cells as text, in the strings that cells refer to.
  package init(table: [[String]]) {
    sheets = []
    var rows = ""
    for (number, cells) in table.enumerated() {
      rows += "<row r=\"\(number + 1)\">"
      for (index, cell) in cells.enumerated() where !cell.isEmpty {
        rows += "<c r=\"\(WorkbookFixture.letters(index))\(number + 1)\" t=\"s\"><v>\(strings.count)</v></c>"
        strings.append(cell)
      }
      rows += "</row>"
    }
    sheets = [("Form1", rows)]
  }

  package var bytes: [UInt8] {
    var zip = ZipFixture()
    for (name, text) in allParts { zip.add(name, Array(text.utf8)) }
    return zip.finished()
  }

  private var allParts: [(String, String)] {
    let tabs = sheets.indices.map {
      "<sheet name=\"\(escaped(sheets[$0].name))\" sheetId=\"\($0 + 5)\" r:id=\"rId\($0 + 1)\"/>"
    }
    let links = sheets.indices.map { link("rId\($0 + 1)", "worksheet", "worksheets/sheet\($0 + 1).xml") }
    var all = [
      ("[Content_Types].xml", "<Types/>"),
      ("_rels/.rels", "<Relationships>\(link("rId1", "officeDocument", "xl/workbook.xml"))</Relationships>"),
      (
        "xl/workbook.xml",
        "<workbook xmlns:r=\"r\"><workbookPr date1904=\"\(startsIn1904 ? 1 : 0)\"/><sheets>\(tabs.joined())</sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships>\(links.joined())\(link("s", "sharedStrings", "/xl/sharedStrings.xml"))"
          + "\(link("f", "styles", "styles.xml"))</Relationships>"
      ),
      ("xl/sharedStrings.xml", "<sst>\(strings.map { "<si><t>\(escaped($0))</t></si>" }.joined())</sst>"),
      ("xl/styles.xml", styles),
    ]
    for (index, sheet) in sheets.enumerated() {
      let text = "<worksheet><sheetData>\(sheet.rows)</sheetData></worksheet>"
      all.append(("xl/worksheets/sheet\(index + 1).xml", text))
    }
    let known = Set(all.map(\.0))
    all = all.map { ($0.0, parts[$0.0] ?? $0.1) }
    return all + parts.filter { !known.contains($0.key) }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private var styles: String {
    var codes = ""
    var cells = ""
    for (index, format) in formats.enumerated() {
      let id = Int(format) ?? 164 + index
      if Int(format) == nil { codes += "<numFmt numFmtId=\"\(id)\" formatCode=\"\(escaped(format))\"/>" }
      cells += "<xf numFmtId=\"\(id)\"/>"
    }
    // The styles of styles are not those of cells.
    return "<styleSheet><numFmts>\(codes)</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
      + "<cellXfs>\(cells)</cellXfs></styleSheet>"
  }

  private func link(_ id: String, _ kind: String, _ target: String) -> String {
    "<Relationship Id=\"\(id)\" Type=\"http://example.org/relationships/\(kind)\" Target=\"\(target)\"/>"
  }

  private func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }

  /// `A` for 0, `AA` for 26.
  private static func letters(_ index: Int) -> String {
    let last = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(index % 26)))
    return index < 26 ? last : letters(index / 26 - 1) + last
  }
}
