/// Finds out from a bounded sample how a file is written.
public enum Sniffer {
  /// What is known beforehand and not looked for; nil where it has to be found.
  public struct Declared: Hashable, Sendable {
    /// What the bytes mean.
    public var encoding: TextEncoding?
    /// Between fields.
    public var delimiter: UInt8?
    /// Around fields.
    public var quote: UInt8?
    /// Numbers are written `3,5`.
    public var decimalComma: Bool?
    /// What is refused as too large.
    public var limits: CSVLimits

    /// Nothing unless told otherwise.
    public init(
      encoding: TextEncoding? = nil, delimiter: UInt8? = nil, quote: UInt8? = nil, decimalComma: Bool? = nil,
      limits: CSVLimits = CSVLimits()
    ) {
      self.encoding = encoding
      self.delimiter = delimiter
      self.quote = quote
      self.decimalComma = decimalComma
      self.limits = limits
    }
  }

  /// How a file is written.
  public struct Finding: Hashable, Sendable {
    /// The file with encoding, dialect and start as declared or found: what the readers want.
    public var file: CSVFile
    /// The text begins with a byte order mark.
    public var hasByteOrderMark = false
    /// How lines end in the sample.
    public var lineEnds = LineEnds.lf
    /// Numbers are written `3,5`.
    public var decimalComma = false
    /// 1-based line on which the header begins: 2 behind a line `sep=;`.
    public var headerLine = 1
    /// The encoding is none that the bytes prove, only a likely one.
    public var isEncodingGuessed = false
    /// Bytes of the sample that are no characters of the encoding.
    public var invalid = OddBytes()
  }

  /// How lines end.
  public enum LineEnds: String, Hashable, Sendable, CaseIterable {
    case lf = "LF"
    case crlf = "CRLF"
    case cr = "CR"
    case mixed
  }

  /// Sniffs a file.
  ///
  /// - Throws: ``CSVError`` when it cannot be read.
  public static func sniff(
    _ origin: CSVFile.Origin, declared: Declared = Declared()
  ) throws(CSVError) -> Finding {
    var file = CSVFile(origin, encoding: declared.encoding ?? .utf8, limits: declared.limits)
    file.dialect.delimiter = declared.delimiter ?? file.dialect.delimiter
    file.dialect.quote = declared.quote ?? file.dialect.quote
    return Finding(file: file, decimalComma: declared.decimalComma ?? false)
  }
}

/// Bytes that should not be there: how many, and where the first few stand.
public struct OddBytes: Hashable, Sendable {
  /// Bytes in all.
  public var count = 0
  /// 1-based lines of the first few, ascending.
  public var lines: [Int] = []

  /// Nothing found.
  public init() {}
}
