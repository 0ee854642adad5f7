/// Reads records one by one as arrays of bytes: the friendly face, for headers, samples and tests.
public struct RecordReader: ~Copyable {
  /// One record: its fields with quotes removed, and where it stood.
  public struct Record: Hashable, Sendable {
    /// Contents of the fields.
    public var fields: [[UInt8]]
    /// 1-based line on which the record begins.
    public var line: Int
    /// Offset in bytes of the first byte behind the record.
    public var endOffset: Int
    /// A quote stands where none may be.
    public var hasStrayQuote: Bool
    /// A quote left open has likely swallowed other records.
    public var isSwallowing = false
  }

  private var window: ByteWindow
  private var consumed = 0
  private let dialect: Dialect
  private let limits: CSVLimits
  private let marks: FieldMarks

  /// Opens a file at its first record; a byte order mark before it is stepped over.
  ///
  /// - Throws: ``CSVError``.
  public init(_ file: CSVFile) throws(CSVError) {
    try self.init(file, capacity: 1 << 16)
  }

  /// With a window that holds `capacity` bytes at first.
  init(_ file: CSVFile, capacity: Int) throws(CSVError) {
    var window = try ByteWindow(file, capacity: capacity)
    _ = try window.advance(consuming: 0)
    dialect = file.dialect
    marks = FieldMarks(dialect)
    if unsafe window.filled >= 3 && window.start[0] == 0xEF && window.start[1] == 0xBB && window.start[2] == 0xBF {
      consumed = 3
    }
    consumed = max(consumed, min(file.start, window.filled))
    limits = file.limits
    self.window = window
  }

  /// 1-based line on which the next record begins.
  public var line: Int { unsafe window.line(at: window.start + consumed) }

  /// The next record as a header: longer ones than the limits of headers allow are refused.
  ///
  /// - Throws: ``CSVError``.
  public mutating func header() throws(CSVError) -> Record? {
    let first = window.baseOffset + consumed
    do throws(CSVError) {
      guard let record = try next() else { return nil }
      guard record.endOffset - first <= limits.header else {
        throw .headerTooLong(line: record.line, limit: limits.header)
      }
      guard record.fields.count <= limits.columns else {
        throw .tooManyColumns(line: record.line, limit: limits.columns)
      }
      return record
    } catch {
      // What does not even fit a record is too long for a header in the first place.
      switch error {
      case .recordTooLong(let line, _), .quoteTooLong(let line, _):
        throw .headerTooLong(line: line, limit: limits.header)
      default: throw error
      }
    }
  }

  /// The next record, or nil at the end; blank lines are records with one empty field.
  ///
  /// - Throws: ``CSVError``.
  public mutating func next() throws(CSVError) -> Record? {
    while true {
      if consumed >= window.filled {
        if window.isFinal { return nil }
        _ = try window.advance(consuming: consumed)
        consumed = 0
        continue
      }
      if let record = try record() { return record }
      try window.advance(consuming: consumed, dialect: dialect)
      consumed = 0
    }
  }

  /// The next record behind the header that ``CodeScanner`` counts as a row, its cells cleaned as there: one with as many
  /// fields, without a quote in the wrong place, and not the header once more.
  ///
  /// - Parameters:
  ///   - fieldCount: columns of the file.
  ///   - header: bytes of the header, its line break included.
  ///   - dataOffset: where the first record behind the header begins.
  /// - Returns: the row, or nil at the end.
  /// - Throws: ``CSVError``.
  public mutating func nextRow(
    fieldCount: Int, header: [UInt8], from dataOffset: Int
  ) throws(CSVError) -> Record? {
    while true {
      if try stepOver(header) { continue }
      guard var record = try next() else { return nil }
      guard record.endOffset > dataOffset, record.fields.count == fieldCount, !record.hasStrayQuote,
        !record.isSwallowing
      else { continue }
      for index in record.fields.indices {
        if let cleaned = CellCleaning.cleaned(record.fields[index]) { record.fields[index] = cleaned.bytes }
      }
      return record
    }
  }

  /// Whether the bytes at hand, behind a byte order mark, are those of the header, which are then stepped over.
  private mutating func stepOver(_ header: [UInt8]) throws(CSVError) -> Bool {
    while window.filled - consumed < header.count + 3, !window.isFinal {
      try window.advance(consuming: consumed, dialect: dialect)
      consumed = 0
    }
    let held = unsafe UnsafeBufferPointer(start: window.start + consumed, count: max(0, window.filled - consumed))
    let mark = unsafe held.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard !header.isEmpty, unsafe held.dropFirst(mark).starts(with: header) else { return false }
    consumed += mark + header.count
    return true
  }

  /// Nil when the bytes held end inside the record.
  private mutating func record() throws(CSVError) -> Record? {
    let start = unsafe window.start + consumed
    let limit = unsafe window.start + window.filled
    var record = unsafe Record(fields: [], line: window.line(at: start), endOffset: 0, hasStrayQuote: false)
    var p = unsafe start
    if unsafe p.pointee == 0xEF {
      // A byte order mark begins a file, also one that was put behind another.
      if unsafe limit - p < 3 && !window.isFinal { return nil }
      if unsafe limit - p >= 3 && p[1] == 0xBB && p[2] == 0xBF { unsafe p += 3 }
    }
    while true {
      let field = unsafe FieldScan.scan(at: p, limit: limit, isFinal: window.isFinal, dialect: dialect, marks: marks)
      if field.isUnclosed { throw .unclosedQuote(line: unsafe window.line(at: p)) }
      if field.end == .incomplete { return nil }
      record.fields.append(field.bytes(quote: dialect.quote))
      record.hasStrayQuote = record.hasStrayQuote || field.isStray
      unsafe p = field.next
      if field.end == .record { break }
    }
    consumed = unsafe p - window.start
    record.endOffset = window.baseOffset + consumed
    let bytes = unsafe UnsafeBufferPointer(start: start, count: p - start)
    record.isSwallowing = unsafe SwallowedLines.areLikely(
      in: bytes, fieldCount: record.fields.count, delimiter: dialect.delimiter)
    return record
  }
}
