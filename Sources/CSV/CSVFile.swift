/// A table as it lies on disk: where its bytes are and what they mean. All that reads one is given this value.
///
/// `Sniffer` finds it out from a sample; offsets count bytes of the text as UTF-8, unpacked and without any change else.
public struct CSVFile: Hashable, Sendable {
  /// Where the bytes are.
  public enum Origin: Hashable, Sendable {
    /// A plain or gzip-compressed file (told by its first two bytes).
    case path(String)
    /// Bytes that are held already, such as a sheet of a workbook written as CSV.
    case bytes([UInt8])
  }

  /// Where the bytes are.
  public var origin: Origin
  /// What its bytes mean as characters.
  public var encoding: TextEncoding
  /// How records and fields are told apart.
  public var dialect: Dialect
  /// Offset of the first record; what stands before it (a byte order mark, `sep=;`) is none.
  public var start: Int
  /// What is refused as too large.
  public var limits: CSVLimits

  /// A file in UTF-8 with commas unless told otherwise.
  public init(
    _ origin: Origin, encoding: TextEncoding = .utf8, dialect: Dialect = Dialect(), start: Int = 0,
    limits: CSVLimits = CSVLimits()
  ) {
    self.origin = origin
    self.encoding = encoding
    self.dialect = dialect
    self.start = start
    self.limits = limits
  }

  /// The same for a file on disk.
  public init(
    path: String, encoding: TextEncoding = .utf8, dialect: Dialect = Dialect(), start: Int = 0,
    limits: CSVLimits = CSVLimits()
  ) {
    self.init(.path(path), encoding: encoding, dialect: dialect, start: start, limits: limits)
  }
}

extension CSVFile {
  /// Bytes of the text as UTF-8 between two offsets; fewer where it ends.
  ///
  /// - Throws: ``CSVError``.
  public func text(from start: Int, to end: Int) throws(CSVError) -> [UInt8] {
    var source = try TextSource(self)
    try source.seek(to: start)
    var text: [UInt8] = []
    while text.count < end - start {
      let more = try source.bytes(atMost: end - start - text.count)
      if more.isEmpty { break }
      text += more
    }
    return text
  }
}

/// What is refused as too large, so that a damaged file cannot take all memory.
public struct CSVLimits: Hashable, Sendable {
  /// Bytes of a record, at least 1.
  public var record: Int
  /// Fields of the header.
  public var columns: Int
  /// Bytes of the header, its line break included.
  public var header: Int

  /// 16 MiB a record, 20,000 columns, 1 MiB a header unless told otherwise.
  public init(record: Int = 16 << 20, columns: Int = 20_000, header: Int = 1 << 20) {
    self.record = record
    self.columns = columns
    self.header = header
  }
}
