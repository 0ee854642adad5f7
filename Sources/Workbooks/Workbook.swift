/// A workbook in Office Open XML (`.xlsx`), read sheet by sheet.
package enum Workbook {
  /// A sheet as CSV in UTF-8, with commas and LF: line n is row n of the sheet.
  package struct Sheet: Hashable, Sendable {
    package var name: String
    package var csv: [UInt8]
  }

  /// A file that begins as workbooks do, new ones and old ones, whatever its name: no text begins so.
  ///
  /// False for what is no regular file.
  package static func begins(_ path: String) -> Bool { FileKind.isWorkbook(path) }

  /// Reads the sheet of this name, capitals making no difference; without a name the first with cells.
  ///
  /// Days and times become `2019-08-06 10:01:25`, flags `TRUE` and `FALSE`, numbers stay as they are stored; of a
  /// formula its last value counts. Line breaks inside cells become blanks.
  ///
  /// - Throws: ``WorkbookError``.
  package static func sheet(
    named name: String?, ofFile path: String, limits: WorkbookLimits = WorkbookLimits()
  ) throws(WorkbookError) -> Sheet {
    let archive = try ZipArchive(path: path)
    let index = try WorkbookIndex(archive, limit: limits.bytes)
    let sheet = try sheet(named: name, in: index)
    let strings = SharedStrings()
    if let part = index.sharedStrings, archive.contains(part) {
      try XMLPart.read(part, of: archive, limit: limits.bytes, to: strings)
    }
    let styles = CellStyles()
    if let part = index.styles, archive.contains(part) {
      try XMLPart.read(part, of: archive, limit: limits.bytes, to: styles)
    }
    let text = SheetText(
      strings: strings.texts.map(EscapedText.plain), styles: styles, startsIn1904: index.startsIn1904, limits: limits)
    try XMLPart.read(sheet.part, of: archive, limit: limits.bytes, to: text)
    return Sheet(name: sheet.name, csv: try text.csv())
  }

  private static func sheet(named name: String?, in index: WorkbookIndex) throws(WorkbookError) -> WorkbookIndex.Sheet {
    guard let name else { return index.sheets[0] }
    if let found = index.sheets.first(where: { $0.name.lowercased() == name.lowercased() }) { return found }
    throw .noSheet(name, sheets: index.sheets.map(\.name))
  }
}

/// Characters that XML cannot hold stand as `_x000D_`.
enum EscapedText {
  static func plain(_ text: String) -> String {
    guard text.contains("_x") else { return text }
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.first {
      let candidate = rest.prefix(7)
      let digits = String(candidate.dropFirst(2).prefix(4))
      if candidate.count == 7, scalar == "_", candidate.dropFirst().first == "x", candidate.last == "_",
        let number = UInt32(digits, radix: 16), digits.utf8.count == 4, let decoded = Unicode.Scalar(number)
      {
        result.append(decoded)
        rest = rest.dropFirst(7)
      } else {
        result.append(scalar)
        rest = rest.dropFirst()
      }
    }
    return String(result)
  }
}
