/// Why a workbook could not be read.
package enum WorkbookError: Error, Hashable, Sendable {
  /// The file cannot be opened or read; the text is the system's.
  case unreadable(String)
  /// It opens with a password only.
  case encrypted
  /// It is no workbook in Office Open XML but something else: `an old workbook (.xls)`.
  case otherFormat(String)
  /// A part of it is missing or not as it should be: the part's name in the package, and why.
  case damaged(part: String, reason: String)
  /// A part is larger than this when unpacked, in bytes.
  case tooLarge(part: String, limit: Int)
  /// A cell of this 1-based row stands beyond the last column that is read.
  case tooManyColumns(row: Int, limit: Int)
  /// There are more rows than this.
  case tooManyRows(limit: Int)
  /// There is no sheet of that name; the names of those there are.
  case noSheet(String, sheets: [String])
}

/// What is refused as too large, so that a damaged or hostile file cannot take all memory.
package struct WorkbookLimits: Hashable, Sendable {
  /// Bytes of a part of the package when unpacked, and of the sheet as CSV.
  package var bytes: Int
  package var rows: Int
  package var columns: Int

  /// 512 MiB, the 1,048,576 rows of the format, and 20,000 columns unless told otherwise.
  package init(bytes: Int = 512 << 20, rows: Int = 1 << 20, columns: Int = 20_000) {
    self.bytes = bytes
    self.rows = rows
    self.columns = columns
  }
}
