/// The cells of a sheet as CSV in UTF-8: one line for each row of the sheet, so that lines are rows.
///
/// Rows without content are blank lines; those behind the last one with content are left out.
final class SheetText: XMLListener {
  private let strings: [String]
  private let styles: CellStyles
  private let startsIn1904: Bool
  private let limits: WorkbookLimits

  /// Lines without the commas that make all equally wide, and where each ends.
  private var bytes: [UInt8] = []
  private var rows: [(end: Int, cells: Int)] = []
  private var width = 0

  private var row = 0
  private var column = 0
  /// Cells of the row that are written, empty ones before the last included.
  private var written = 0
  private var kind = ""
  private var style = 0
  private var value: [UInt8] = []
  private var takesText = false
  private var isPhonetic = false

  init(strings: [String], styles: CellStyles, startsIn1904: Bool, limits: WorkbookLimits) {
    self.strings = strings
    self.styles = styles
    self.startsIn1904 = startsIn1904
    self.limits = limits
  }

  func started(_ element: String, _ attributes: XMLAttributes) throws(WorkbookError) {
    switch element {
    case "row": try startRow(attributes["r"].flatMap { Int($0) })
    case "c":
      try startCell(attributes["r"])
      kind = attributes["t"] ?? ""
      style = attributes["s"].flatMap { Int($0) } ?? 0
      value.removeAll(keepingCapacity: true)
    case "v", "t": takesText = !isPhonetic
    case "rPh": isPhonetic = true
    default: break
    }
  }

  func ended(_ element: String) throws(WorkbookError) {
    switch element {
    case "v", "t": takesText = false
    case "rPh": isPhonetic = false
    case "c": try endCell()
    case "row": endRow()
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if takesText { unsafe value.append(contentsOf: bytes) }
  }

  /// The finished CSV.
  ///
  /// - Throws: ``WorkbookError/tooLarge(part:limit:)`` where commas would fill the memory.
  func csv() throws(WorkbookError) -> [UInt8] {
    let used = rows.prefix((rows.lastIndex { $0.cells > 0 } ?? -1) + 1)
    let padding = used.reduce(0) { $0 + ($1.cells > 0 ? width - $1.cells : 0) + 1 }
    guard bytes.count + padding <= limits.bytes else { throw .tooLarge(part: "the sheet", limit: limits.bytes) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + padding)
    var start = 0
    for row in used {
      result.append(contentsOf: bytes[start..<row.end])
      if row.cells > 0 {
        result.append(contentsOf: repeatElement(UInt8(ascii: ","), count: width - row.cells))
      }
      result.append(UInt8(ascii: "\n"))
      start = row.end
    }
    return result
  }
}

extension SheetText {
  /// Rows that the file leaves out are blank.
  private func startRow(_ number: Int?) throws(WorkbookError) {
    let number = number ?? row + 1
    guard number > row else { throw .damaged(part: "the sheet", reason: "row \(number) stands behind row \(row)") }
    guard number <= limits.rows else { throw .tooManyRows(limit: limits.rows) }
    while row < number - 1 {
      rows.append((bytes.count, 0))
      row += 1
    }
    row = number
    column = 0
    written = 0
  }

  private func endRow() {
    width = max(width, written)
    rows.append((bytes.count, written))
  }

  /// `C7` says where the cell stands; without it, it is the next one.
  private func startCell(_ reference: String?) throws(WorkbookError) {
    let next = reference.flatMap(SheetText.column) ?? column + 1
    guard next <= limits.columns else { throw .tooManyColumns(row: row, limit: limits.columns) }
    guard next > column else { throw .damaged(part: "the sheet", reason: "the cells of row \(row) are out of order") }
    column = next
  }

  private func endCell() throws(WorkbookError) {
    guard !value.isEmpty else { return }
    let text = try cellText()
    guard !text.utf8.isEmpty else { return }
    if written > 0 { bytes.append(UInt8(ascii: ",")) }
    bytes.append(contentsOf: repeatElement(UInt8(ascii: ","), count: max(0, column - written - 1)))
    written = column
    append(text)
    guard bytes.count <= limits.bytes else { throw .tooLarge(part: "the sheet", limit: limits.bytes) }
  }

  private func cellText() throws(WorkbookError) -> String {
    let raw = String(decoding: value, as: UTF8.self)
    switch kind {
    case "s":
      guard let index = Int(raw), strings.indices.contains(index) else {
        throw .damaged(part: "the sheet", reason: "a cell of row \(row) refers to text \(raw), which is not there")
      }
      return strings[index]
    case "b": return raw == "1" ? "TRUE" : "FALSE"
    case "d": return raw.replacing("T", with: " ", maxReplacements: 1)
    case "str", "inlineStr", "e": return raw
    default: return CellNumberText.text(of: raw, as: styles.format(ofStyle: style), startsIn1904: startsIn1904)
    }
  }

  /// In quotes where it has to be; a line break becomes a blank, so that a row stays one line.
  private func append(_ text: String) {
    let needsQuotes = text.utf8.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") }
    let quote = UInt8(ascii: "\"")
    if needsQuotes { bytes.append(quote) }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): bytes.append(UInt8(ascii: " "))
      case quote: bytes += [quote, quote]
      default: bytes.append(byte)
      }
    }
    if needsQuotes { bytes.append(quote) }
  }

  /// 1-based column of `AB12`; nil for anything else.
  private static func column(_ reference: String) -> Int? {
    var column = 0
    for byte in reference.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"): return column > 0 ? column : nil
      default: return nil
      }
      guard column < 1 << 20 else { return column }
    }
    return nil
  }
}
