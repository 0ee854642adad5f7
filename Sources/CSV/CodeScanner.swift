/// Scans records into blocks of codes in one pass, without an allocation a field.
///
/// A record ends at LF, CRLF or CR outside quotes. Blank lines are stepped over unless there is only one column.
public struct CodeScanner: ~Copyable {
  /// What a scan of a stretch of records found besides codes.
  public struct Summary: Hashable, Sendable {
    /// Records met, usable or not.
    public var records = 0
    /// Line breaks met.
    public var lines = 0
    /// Offset of the first byte behind the last record.
    public var endOffset = 0
    /// Records with more or fewer fields than there are columns; not used.
    public var ragged = 0
    /// Records with a quote where none may be; not used.
    public var strayQuotes = 0
    /// The first few of each reason.
    public var recordProblems: [RecordProblem] = []
    /// The first few of each column and code, in file order.
    public var cellProblems: [CellProblem] = []
    /// Texts of the interned columns, by 0-based column, in the order of their codes.
    public var texts: [Int: [[UInt8]]] = [:]

    /// Drops the cell problems of a record that is not used, or not yet whole.
    mutating func forgetCells(from count: Int) {
      cellProblems.removeLast(cellProblems.count - count)
    }
  }

  /// Problems kept for each column and code, and for each reason.
  static let problemLimit = 3

  private var window: ByteWindow
  private let dialect: Dialect
  private let fieldCount: Int
  private var columns: [ColumnDecoder]
  private let places: ColumnPlaces
  private var block: CodeBlock
  private var summary = Summary()

  /// Prepares a scan of the records from `offset` on.
  ///
  /// - Parameters:
  ///   - file: where the records are and how they are written.
  ///   - offset: where the first record begins, in bytes of the text as UTF-8.
  ///   - columns: one reading for each field of a record.
  /// - Throws: ``CSVError``.
  public init(
    _ file: CSVFile, from offset: Int, columns: [ColumnReading]
  ) throws(CSVError) {
    try self.init(file, from: offset, columns: columns, capacity: 1 << 20)
  }

  /// With a window that holds `capacity` bytes at first.
  init(
    _ file: CSVFile, from offset: Int, columns: [ColumnReading], capacity: Int
  ) throws(CSVError) {
    window = try ByteWindow(file, from: offset, capacity: capacity)
    dialect = file.dialect
    fieldCount = columns.count
    var slot = 0
    let decoders = columns.map { reading in
      let decoder = ColumnDecoder(reading: reading, slot: slot)
      if !decoder.isSkipped { slot += 1 }
      return decoder
    }
    self.columns = decoders
    places = ColumnPlaces(decoders)
    block = CodeBlock(columns: slot)
  }

  /// Scans the records that begin before `stop` (an offset in bytes), handing over each full block and the last one.
  ///
  /// - Throws: ``CSVError``; nothing after the place of the error was read.
  public mutating func scan(until stop: Int = .max, onBlock: (borrowing CodeBlock) -> Void) throws(CSVError) -> Summary
  {
    _ = try window.advance(consuming: 0)
    var consumed = 0
    while true {
      let begun = window.baseOffset + consumed
      if begun >= stop || (consumed >= window.filled && window.isFinal) { break }
      if let length = try record(at: consumed) {
        consumed += length
        if block.rows == CodeBlock.capacity {
          onBlock(block)
          block.rows = 0
        }
      } else {
        _ = try window.advance(consuming: consumed)
        consumed = 0
      }
    }
    if block.rows > 0 { onBlock(block) }
    summary.endOffset = window.baseOffset + consumed
    summary.lines = unsafe window.line(at: window.start + consumed) - 1
    for (index, column) in columns.enumerated() where column.isInterned { summary.texts[index] = column.texts }
    return summary
  }

  /// Reads the record at an offset of the window; its length in bytes, or nil when the bytes held end inside it.
  @inline(__always)
  private mutating func record(at offset: Int) throws(CSVError) -> Int? {
    let start = unsafe window.start + offset
    let limit = unsafe window.start + window.filled
    let isFinal = window.isFinal
    let codes = unsafe block.codes + block.rows
    let targets = unsafe places.targets
    let delimiter = dialect.delimiter
    let marked = summary.cellProblems.count
    var p = unsafe start
    var field = 0
    var stray: (field: Int, place: UnsafePointer<UInt8>)?
    while true {
      if unsafe p >= limit && !isFinal {
        summary.forgetCells(from: marked)
        return nil
      }
      if unsafe field < fieldCount && places.isCoded[field] {
        unsafe (p, field) = places.readDigits(at: p, from: field, delimiter: delimiter, into: codes)
        if unsafe p >= limit && !isFinal { continue }
      }
      let scanned = unsafe FieldScan.scan(at: p, limit: limit, isFinal: isFinal, dialect: dialect)
      if scanned.end == .incomplete {
        summary.forgetCells(from: marked)
        return nil
      }
      if scanned.isUnclosed { throw .unclosedQuote(line: unsafe window.line(at: p)) }
      if unsafe scanned.isStray && stray == nil { unsafe stray = (field, p) }
      if unsafe field < fieldCount && targets[field] >= 0 {
        let code = columns[field].code(for: scanned, quote: dialect.quote)
        unsafe codes[targets[field]] = code
        if code < CellCode.notApplicable { unsafe note(scanned, at: p, code, field, start) }
      }
      unsafe p = scanned.next
      field &+= 1
      if scanned.end == .record { break }
    }
    let length = unsafe p - start
    let isBlank = unsafe field == 1 && fieldCount > 1 && (start.pointee == 10 || start.pointee == 13)
    if isBlank { return length }
    summary.records &+= 1
    if let stray = unsafe stray {
      summary.forgetCells(from: marked)
      summary.strayQuotes += 1
      unsafe note(.strayQuote(field: stray.field), at: stray.place, start, count: summary.strayQuotes)
    } else if field != fieldCount {
      summary.forgetCells(from: marked)
      summary.ragged += 1
      unsafe note(.fieldCount(field), at: start, start, count: summary.ragged)
    } else {
      block.rows &+= 1
    }
    return length
  }

  /// Keeps a cell problem, if few of its kind were met yet.
  private mutating func note(
    _ scanned: FieldScan, at place: UnsafePointer<UInt8>, _ code: Int16, _ field: Int, _ record: UnsafePointer<UInt8>
  ) {
    let known = summary.cellProblems.reduce(0) { $0 + ($1.column == field && $1.code == code ? 1 : 0) }
    guard known < CodeScanner.problemLimit else { return }
    let (position, line) = unsafe self.line(around: place, record: record)
    summary.cellProblems.append(
      CellProblem(
        column: field, code: code, line: unsafe window.line(at: place), position: position,
        cell: Array(scanned.bytes(quote: dialect.quote).prefix(200)), lineBytes: line))
  }

  /// Keeps a record problem, if few of its kind were met yet.
  private mutating func note(
    _ reason: RecordProblem.Reason, at place: UnsafePointer<UInt8>, _ record: UnsafePointer<UInt8>, count: Int
  ) {
    guard count <= CodeScanner.problemLimit else { return }
    let (position, line) = unsafe self.line(around: place, record: record)
    summary.recordProblems.append(
      RecordProblem(reason: reason, line: unsafe window.line(at: place), position: position, lineBytes: line))
  }

  /// 1-based column of `place` in its line, counted in scalars, and the line's bytes, to 256 behind the place at least.
  private func line(around place: UnsafePointer<UInt8>, record: UnsafePointer<UInt8>) -> (Int, [UInt8]) {
    var first = unsafe place
    while unsafe first > record && first[-1] != 10 && first[-1] != 13 { unsafe first -= 1 }
    let limit = unsafe window.start + window.filled
    var last = unsafe first
    let longest = unsafe max(4096, place - first + 256)
    while unsafe last < limit && last.pointee != 10 && last.pointee != 13 && last - first < longest {
      unsafe last += 1
    }
    var position = 1
    var p = unsafe first
    while unsafe p < place {
      if unsafe p.pointee & 0xC0 != 0x80 { position += 1 }
      unsafe p += 1
    }
    return (position, unsafe Array(UnsafeBufferPointer(start: first, count: last - first)))
  }
}
