/// Tells a text of several lines from records that a quote left open has swallowed.
enum SwallowedLines {
  /// Records of fewer bytes are not looked into.
  static func suspectLength(fieldCount: Int) -> Int { 512 + 64 * fieldCount }

  /// Most lines inside the record have exactly as many delimiters as a record; three columns at least, since prose easily
  /// has one comma a line.
  static func areLikely(in record: UnsafeBufferPointer<UInt8>, fieldCount: Int, delimiter: UInt8) -> Bool {
    guard fieldCount >= 3, record.count > suspectLength(fieldCount: fieldCount) else { return false }
    var (lines, alike, delimiters, bytes) = (0, 0, 0, 0)
    var first: Bool?
    for index in 0..<record.count {
      let byte = unsafe record[index]
      guard byte == 10 || byte == 13 else {
        bytes += 1
        if byte == delimiter { delimiters += 1 }
        continue
      }
      // The first line begins before the quote, blank ones tell nothing.
      if first != nil, bytes > 0 {
        lines += 1
        if delimiters == fieldCount - 1 { alike += 1 }
      }
      first = first ?? true
      (delimiters, bytes) = (0, 0)
    }
    // The last of them ends the record, and behind the closing quote anything may stand.
    return alike >= 3 && alike * 5 >= (lines - 1) * 4
  }
}
