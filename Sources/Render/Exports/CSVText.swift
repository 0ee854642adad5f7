/// Fields and rows of CSV (RFC 4180, rows end with a line feed).
enum CSVText {
  static func needsQuotes(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  /// In quotes where a comma, a quote or a line break stands, quotes doubled.
  static func quoted(_ field: ArraySlice<UInt8>) -> [UInt8] {
    guard field.contains(where: needsQuotes) else { return Array(field) }
    let quote = UInt8(ascii: "\"")
    return [quote] + field.flatMap { $0 == quote ? [quote, quote] : [$0] } + [quote]
  }

  static func row(_ fields: [String]) -> [UInt8] {
    Array(fields.map { quoted(Array($0.utf8)[...]) }.joined(separator: [UInt8(ascii: ",")])) + [UInt8(ascii: "\n")]
  }

  /// A text that a spreadsheet would take for a formula, as a text: an apostrophe before what begins with `=`, `+`, `-`, `@`,
  /// their wide forms, a tab or a carriage return.
  ///
  /// For texts of the project alone: a number keeps its sign.
  static func guarded(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return text }
    switch first {
    case "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}", "\t", "\r", "\n": return "'" + text
    default: return text
    }
  }
}
