/// What one line can cost the parser: counted in one pass over its bytes, without knowing what the line means.
struct LineShape {
  /// Bars, escaped or not.
  private(set) var bars = 0
  /// Opening brackets.
  private(set) var brackets = 0
  /// Quote and list markers at the line's beginning.
  private(set) var nesting = 0
  /// Nothing but blanks behind the markers.
  private(set) var isBlank = true
  /// Behind the markers only `|`, `-`, `:` and blanks, with at least one dash and one bar or colon.
  var isDelimiterRow: Bool { onlyDelimiters && dashes > 0 && (bars > 0 || colons > 0) }

  /// Offset of the first byte that is over the limit of columns or of nesting.
  private(set) var excess: Int?

  private var onlyDelimiters = true
  private var dashes = 0
  private var colons = 0

  init(_ line: SourceLine) {
    let bytes = Array(line.text.utf8)
    let start = countMarkers(bytes)
    for offset in start..<bytes.count { count(bytes[offset], at: offset) }
  }

  private mutating func count(_ byte: UInt8, at offset: Int) {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\t"):
      return
    case UInt8(ascii: "|"):
      bars += 1
      if bars == ParsingLimit.Kind.columns.maximum + 1 { excess = excess ?? offset }
    case UInt8(ascii: "-"):
      dashes += 1
    case UInt8(ascii: ":"):
      colons += 1
    case UInt8(ascii: "["):
      brackets += 1
      onlyDelimiters = false
    default:
      onlyDelimiters = false
    }
    isBlank = false
  }

  /// Counts the markers that open quotes and list items; returns the offset behind the last.
  private mutating func countMarkers(_ bytes: [UInt8]) -> Int {
    var offset = 0
    var behind = 0
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"):
        offset += 1
        continue
      case UInt8(ascii: ">"):
        offset += 1
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
        guard Self.isBlank(bytes, at: offset + 1) else { return behind }
        offset += 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        guard let end = Self.endOfNumber(bytes, from: offset) else { return behind }
        offset = end
      default:
        return behind
      }
      behind = offset
      nesting += 1
      if nesting == ParsingLimit.Kind.nesting.maximum + 1 { excess = offset - 1 }
    }
    return behind
  }

  /// The offset behind `12.` or `12)` and before a blank, where that stands at `offset`.
  private static func endOfNumber(_ bytes: [UInt8], from offset: Int) -> Int? {
    var end = offset
    while end < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[end]) { end += 1 }
    guard end < bytes.count, bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ")") else { return nil }
    return isBlank(bytes, at: end + 1) ? end + 1 : nil
  }

  private static func isBlank(_ bytes: [UInt8], at offset: Int) -> Bool {
    offset >= bytes.count || bytes[offset] == UInt8(ascii: " ") || bytes[offset] == UInt8(ascii: "\t")
  }
}
