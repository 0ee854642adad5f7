/// Scans records into blocks of codes in one pass, without an allocation a field.
///
/// A record ends at LF, CRLF or CR outside quotes. Blank lines are stepped over unless there is only one column.
@safe public struct CodeScanner: ~Copyable {
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
    /// NUL bytes left out of cells that were read.
    public var nulBytes = OddBytes()
    /// Byte order marks left out at the beginning of records and in cells that were read.
    public var byteOrderMarks = OddBytes()
    /// Records that are the header once more; stepped over.
    public var repeatedHeaders = OddBytes()
    /// Bytes that are no characters of the file's encoding; of files in UTF-8 they are not counted.
    public var invalidBytes = OddBytes()
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

  var window: ByteWindow
  let dialect: Dialect
  let marks: FieldMarks
  let fieldCount: Int
  private var columns: [ColumnDecoder]
  private let places: ColumnPlaces
  private var block: CodeBlock
  var summary = Summary()
  /// Of the record at hand.
  var oddities: [Oddity] = []
  /// Bytes of the header, which may stand again where files were put together.
  let repeated: [UInt8]
  /// A record that begins with another byte than this or a byte order mark's begins as it should.
  private let repeatedFirst: UInt8
  private let suspectLength: Int
  /// The first quote of the record at hand that stands where none may be.
  private var stray: (field: Int, place: UnsafePointer<UInt8>)?

  /// Prepares a scan of the records from `offset` on.
  ///
  /// - Parameters:
  ///   - file: where the records are and how they are written.
  ///   - offset: where the first record begins, in bytes of the text as UTF-8.
  ///   - columns: one reading for each field of a record.
  ///   - header: bytes of the header, its line break included; where they stand again they are stepped over.
  /// - Throws: ``CSVError``.
  public init(
    _ file: CSVFile, from offset: Int, columns: [ColumnReading], header: [UInt8] = []
  ) throws(CSVError) {
    try self.init(file, from: offset, columns: columns, header: header, capacity: 1 << 20)
  }

  /// With a window that holds `capacity` bytes at first.
  init(
    _ file: CSVFile, from offset: Int, columns: [ColumnReading], header: [UInt8] = [], capacity: Int
  ) throws(CSVError) {
    window = try ByteWindow(file, from: offset, capacity: capacity)
    dialect = file.dialect
    marks = FieldMarks(dialect)
    fieldCount = columns.count
    repeated = header
    repeatedFirst = header.first ?? 0xEF
    suspectLength = SwallowedLines.suspectLength(fieldCount: columns.count)
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
          block.clear()
        }
      } else {
        oddities.removeAll(keepingCapacity: true)
        try window.advance(consuming: consumed, dialect: dialect)
        consumed = 0
      }
    }
    block.finish()
    if block.rows > 0 { onBlock(block) }
    block.clear()
    summary.endOffset = window.baseOffset + consumed
    summary.invalidBytes = window.invalidBytes
    summary.lines = unsafe window.line(at: window.start + consumed) - 1
    for (index, column) in columns.enumerated() where column.isInterned { summary.texts[index] = column.texts }
    return summary
  }

  /// Reads the record at an offset of the window; its length in bytes, or nil when the bytes held end inside it.
  @inline(__always)
  private mutating func record(at offset: Int) throws(CSVError) -> Int? {
    let start = unsafe window.start + offset
    let limit = unsafe window.start + window.filled
    let row = unsafe block.nextRow
    let marked = summary.cellProblems.count
    unsafe stray = nil
    var p = unsafe start
    if unsafe start.pointee == 0xEF || start.pointee == repeatedFirst {
      switch unsafe joint(at: start, limit: limit) {
      case .none: break
      case .incomplete: return nil
      case .mark(let length): unsafe p += length
      case .header(let length):
        keepOddities()
        return length
      }
    }
    let first = unsafe p
    var field = 0
    while true {
      var column = min(field, fieldCount)
      let end = Int(unsafe places.columns[column].digitsEnd)
      if column < end {
        unsafe (p, column) = places.readDigits(at: p, from: column, to: end, delimiter: dialect.delimiter, into: row)
        field = column
      }
      let (next, shortEnd) = unsafe shortField(at: p, in: column, limit: limit, into: row)
      if shortEnd != .incomplete {
        unsafe p = next
        field &+= 1
        if shortEnd == .record { break }
        continue
      }
      let (behind, longEnd) = try unsafe longField(at: p, in: field, record: start, limit: limit, into: row)
      if longEnd == .incomplete {
        summary.forgetCells(from: marked)
        return nil
      }
      unsafe p = behind
      field &+= 1
      if longEnd == .record { break }
    }
    let length = unsafe p - start
    if !oddities.isEmpty { keepOddities() }
    let isBlank = unsafe field == 1 && fieldCount > 1 && (first.pointee == 10 || first.pointee == 13)
    if isBlank { return length }
    if unsafe length > suspectLength && stray == nil { unsafe stray = swallowing(first, length: length) }
    summary.records &+= 1
    if unsafe stray != nil || field != fieldCount {
      unsafe refuse(start, length: length, fields: field, marked: marked)
    } else {
      block.keepRow()
    }
    return length
  }

  /// Reads a field of at most fifteen bytes that was met before, or need not be known; ``FieldScan/End/incomplete``
  /// when it is another.
  @inline(__always)
  private func shortField(
    at p: UnsafePointer<UInt8>, in column: Int, limit: UnsafePointer<UInt8>, into row: UnsafeMutablePointer<Int16>
  ) -> (next: UnsafePointer<UInt8>, end: FieldScan.End) {
    let found = unsafe marks.all(at: p)
    let place = unsafe places.columns + column
    var length = Int(unsafe place.pointee.expected.length)
    if unsafe found & place.pointee.expected.kept != place.pointee.expected.wanted {
      if found == 0 { return unsafe (p, .incomplete) }
      length = found.trailingZeroBitCount >> 2
      if unsafe p[length] == dialect.quote {
        // A short field in quotes is known with its quotes.
        let behind = found & ~0xF
        guard length == 0, behind != 0 else { return unsafe (p, .incomplete) }
        length = behind.trailingZeroBitCount >> 2
        guard unsafe length < 15 && p[length] == dialect.quote else { return unsafe (p, .incomplete) }
        length &+= 1
      } else {
        unsafe place.pointee.expected.learn(length)
      }
    }
    let mark = unsafe p[length]
    var next = unsafe p + length + 1
    let end: FieldScan.End
    if mark == dialect.delimiter {
      end = .delimiter
    } else if unsafe mark == 10 && next <= limit {
      end = .record
    } else if unsafe mark == 13 && next < limit && next.pointee == 10 {
      end = .record
      unsafe next += 1
    } else {
      return unsafe (p, .incomplete)
    }
    let kind = unsafe place.pointee.kind
    if kind == .coded || kind == .interned {
      let key = unsafe ShortCells.Key(at: p, length: length)
      guard let code = unsafe place.pointee.cells.code(for: key) else { return unsafe (p, .incomplete) }
      unsafe row[Int(place.pointee.slot)] = code
    }
    return unsafe (next, end)
  }

  /// Reads a field of any kind.
  @inline(never)
  private mutating func longField(
    at p: UnsafePointer<UInt8>, in field: Int, record: UnsafePointer<UInt8>, limit: UnsafePointer<UInt8>,
    into row: UnsafeMutablePointer<Int16>
  ) throws(CSVError) -> (next: UnsafePointer<UInt8>, end: FieldScan.End) {
    let scanned = unsafe FieldScan.scan(at: p, limit: limit, isFinal: window.isFinal, dialect: dialect, marks: marks)
    if scanned.end == .incomplete { return unsafe (p, .incomplete) }
    if scanned.isUnclosed { throw .unclosedQuote(line: unsafe window.line(at: p)) }
    if unsafe scanned.isStray && stray == nil { unsafe stray = (field, p) }
    if unsafe field < fieldCount && places.columns[field].kind != .skipped {
      let code = columns[field].code(for: scanned, quote: dialect.quote)
      unsafe row[Int(places.columns[field].slot)] = code
      if let cleaned = columns[field].takeCleaned() {
        unsafe note(.nulBytes, count: cleaned.nulBytes, at: p)
        unsafe note(.byteOrderMarks, count: cleaned.byteOrderMarks, at: p)
        if code < CellCode.notApplicable { unsafe note(scanned, at: p, code, field, record) }
      } else if code < CellCode.notApplicable {
        unsafe note(scanned, at: p, code, field, record)
      } else if !scanned.isStray && !scanned.isEscaped {
        unsafe remember(code, at: p, length: scanned.content.count + (scanned.isQuoted ? 2 : 0), in: field)
      }
    }
    return unsafe (scanned.next, scanned.end)
  }

  /// Keeps the code of a short field for ``shortField(at:in:limit:into:)``.
  private func remember(_ code: Int16, at place: UnsafePointer<UInt8>, length: Int, in column: Int) {
    guard length < 16 else { return }
    let key = unsafe ShortCells.Key(at: place, length: length)
    let place = unsafe places.columns + column
    if unsafe place.pointee.cells.code(for: key) == nil { unsafe place.pointee.cells.insert(key, code: code) }
  }

  /// Counts a record that cannot be used.
  @inline(never)
  private mutating func refuse(_ record: UnsafePointer<UInt8>, length: Int, fields: Int, marked: Int) {
    summary.forgetCells(from: marked)
    if let stray = unsafe stray {
      summary.strayQuotes += 1
      let lines = unsafe LineCount.breaks(in: record, count: length)
      unsafe note(
        .strayQuote(field: stray.field, lines: max(1, lines)), at: stray.place, record, count: summary.strayQuotes)
    } else {
      summary.ragged += 1
      unsafe note(.fieldCount(fields), at: record, record, count: summary.ragged)
    }
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
