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
    /// Bytes of the first 256 KiB that are no characters of the encoding.
    public var invalid = OddBytes()
    /// NUL characters of the first 256 KiB.
    public var nulBytes = OddBytes()
  }

  /// How lines end.
  public enum LineEnds: String, Hashable, Sendable, CaseIterable {
    case lf = "LF"
    case crlf = "CRLF"
    case cr = "CR"
    case mixed
  }

  /// Sniffs a file. What is declared is not looked for; a byte order mark speaks before a declared UTF-8 or UTF-16.
  ///
  /// - Throws: ``CSVError`` when it cannot be read.
  public static func sniff(
    _ origin: CSVFile.Origin, declared: Declared = Declared()
  ) throws(CSVError) -> Finding {
    let sample = try Sample.read(origin)
    let encoding = declared.encoding.map { EncodingSniffer.Finding(encoding: $0) } ?? EncodingSniffer.find(sample)
    let file = CSVFile(origin, encoding: encoding.encoding, limits: declared.limits)
    var finding = Finding(file: file, isEncodingGuessed: encoding.isGuessed)
    var text = sample.head
    if encoding.encoding != .utf8 {
      let (decoded, invalid) = try Sample.text(of: file)
      text = decoded
      finding.invalid = OddBytes(at: invalid, in: text)
    } else {
      var check = UTF8Check()
      check.add(text, isCutBehind: sample.isCut)
      finding.invalid = OddBytes(at: check.places, in: text, count: check.invalid)
    }
    finding.nulBytes = OddBytes(of: 0, in: text)
    finding.hasByteOrderMark = text.starts(with: [0xEF, 0xBB, 0xBF])
    finding.file.start = finding.hasByteOrderMark ? 3 : 0
    read(text, isCut: sample.isCut, declared, into: &finding)
    return finding
  }

  /// What the text of the sample tells: `sep=`, delimiter, quote, line ends, decimal mark.
  private static func read(_ text: [UInt8], isCut: Bool, _ declared: Declared, into finding: inout Finding) {
    var delimiter = declared.delimiter
    if let (named, length) = separatorLine(text[finding.file.start...]) {
      delimiter = delimiter ?? named
      finding.file.start += length
      finding.headerLine = 2
    }
    let body = Array(text[finding.file.start...])
    let (dialect, ends) = DialectSniffer(text: body, isCut: isCut).find(delimiter: delimiter, quote: declared.quote)
    finding.file.dialect = dialect
    finding.lineEnds = ends
    finding.decimalComma =
      declared.decimalComma ?? DecimalSniffer.usesComma(body, isCut: isCut, dialect: dialect)
  }

  /// The delimiter that a first line `sep=;` names for Excel, and the line's length in bytes.
  private static func separatorLine(_ text: ArraySlice<UInt8>) -> (delimiter: UInt8, length: Int)? {
    let isQuoted = text.first == UInt8(ascii: "\"")
    let begin = isQuoted ? Array("\"sep=".utf8) : Array("sep=".utf8)
    guard text.prefix(begin.count).map({ $0 | 0x20 }) == begin.map({ $0 | 0x20 }) else { return nil }
    var rest = text.dropFirst(begin.count)
    guard let delimiter = rest.popFirst(), ",;\t|".utf8.contains(delimiter) else { return nil }
    if isQuoted, rest.popFirst() != UInt8(ascii: "\"") { return nil }
    switch (rest.first, rest.dropFirst().first) {
    case (13, 10): return (delimiter, rest.startIndex + 2 - text.startIndex)
    case (13, _), (10, _): return (delimiter, rest.startIndex + 1 - text.startIndex)
    default: return nil
    }
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

  static let lineLimit = 3

  /// Bytes at ascending places of a text; `count` where there are more than places.
  init(at places: [Int], in text: [UInt8], count: Int? = nil) {
    self.count = count ?? places.count
    for place in places.prefix(OddBytes.lineLimit) { lines.append(LineCount.line(of: place, in: text)) }
  }

  /// All bytes of one kind in a text.
  init(of byte: UInt8, in text: [UInt8]) {
    let places = text.contains(byte) ? text.indices.filter { text[$0] == byte } : []
    self.init(at: places, in: text)
  }
}
