/// How records and fields are told apart; RFC 4180 with a free choice of delimiter.
public struct Dialect: Hashable, Sendable {
  /// Between fields: one ASCII byte, never a quote or a line break.
  public var delimiter: UInt8
  /// Around fields that hold delimiters, quotes or line breaks; doubled inside.
  public var quote: UInt8

  /// Comma and double quote unless told otherwise.
  public init(delimiter: UInt8 = UInt8(ascii: ","), quote: UInt8 = UInt8(ascii: "\"")) {
    self.delimiter = delimiter
    self.quote = quote
  }
}

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
}
