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
