/// Why a file could not be read to its end.
public enum CSVError: Error, Hashable, Sendable {
  /// The file cannot be opened or read; the text is the system's.
  case unreadable(String)
  /// The compressed data end too early or are damaged.
  case damagedGzip(String)
  /// A quote that opens on this 1-based line is never closed.
  case unclosedQuote(line: Int)
  /// A record that begins on this 1-based line is longer than the limit in bytes.
  case recordTooLong(line: Int, limit: Int)
  /// A quote that opens on this 1-based line does not close within the limit of a record in bytes.
  case quoteTooLong(line: Int, limit: Int)
  /// The header, which begins on this 1-based line, is longer than the limit in bytes.
  case headerTooLong(line: Int, limit: Int)
  /// The header, which begins on this 1-based line, has more fields than the limit.
  case tooManyColumns(line: Int, limit: Int)
  /// The file was written to, replaced or cut while it was read.
  case changed
  /// Standard input cannot be kept in a file in this folder; the reason is the system's.
  case notSpooled(folder: String, reason: String)
  /// The C library cannot convert this encoding: it does not know the name, or its module is not installed.
  case noConversion(String, isKnown: Bool)
}
