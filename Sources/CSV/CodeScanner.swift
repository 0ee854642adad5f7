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
    /// Lines that these fill: such a quote may swallow the records behind it.
    public var strayQuoteLines = 0
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
  }

  /// Problems kept for each column and code, and for each reason.
  static let problemLimit = 3

  var window: ByteWindow
  let dialect: Dialect
  let marks: FieldMarks
  let fieldCount: Int
  private var columns: [ColumnDecoder]
  private let places: ColumnPlaces
  var block: CodeBlock
  /// Of each column the number of columns with values before it.
  private let valueSlots: [Int]
  /// Groups that records fall into by their bytes; 0 where that is not asked. The group is the code behind all columns'.
  let recordGroups: Int
  let groupSlot: Int
  var summary = Summary()
  var oddities = RecordOddities()
  /// Line breaks before the record at hand.
  var breaks = 0
  /// Bytes of the header, which may stand again where files were put together.
  let repeated: [UInt8]
  /// A record that begins with another byte than this or a byte order mark's begins as it should.
  private let repeatedFirst: UInt8

  /// Prepares a scan of the records from `offset` on.
  ///
  /// - Parameters:
  ///   - file: where the records are and how they are written.
  ///   - offset: where the first record begins, in bytes of the text as UTF-8.
  ///   - columns: one reading for each field of a record.
  ///   - header: bytes of the header, its line break included; where they stand again they are stepped over.
  ///   - recordGroups: where above 0, each row has one more code behind those of the columns: which of so many groups,
  ///     from 0, its record falls into by its bytes, whatever its line break.
  /// - Throws: ``CSVError``.
  public init(
    _ file: CSVFile, from offset: Int, columns: [ColumnReading], header: [UInt8] = [], recordGroups: Int = 0
  ) throws(CSVError) {
    // With a quarter of a mebibyte what was read is still in the processor's cache, beside the counters, when it is scanned.
    try self.init(
      file, from: offset, columns: columns, header: header, recordGroups: recordGroups, capacity: 1 << 18)
  }

  /// With a window that holds `capacity` bytes at first.
  init(
    _ file: CSVFile, from offset: Int, columns: [ColumnReading], header: [UInt8] = [], recordGroups: Int = 0,
    capacity: Int
  ) throws(CSVError) {
    precondition(recordGroups >= 0 && recordGroups <= Int(Int16.max), "groups that are codes")
    window = try ByteWindow(file, from: offset, capacity: capacity, countsLines: false)
    dialect = file.dialect
    marks = FieldMarks(dialect)
    fieldCount = columns.count
    repeated = header
    repeatedFirst = header.first ?? 0xEF
    var slot = 0
    let decoders = columns.map { reading in
      let decoder = ColumnDecoder(reading: reading, slot: slot)
      if !decoder.isSkipped { slot += 1 }
      return decoder
    }
    self.columns = decoders
    places = ColumnPlaces(decoders)
    var valued = 0
    valueSlots = decoders.map { decoder in
      defer { valued += decoder.kind == .valued ? 1 : 0 }
      return valued
    }
    self.recordGroups = recordGroups
    groupSlot = slot
    block = CodeBlock(columns: slot + (recordGroups > 0 ? 1 : 0), valued: valued)
  }

  /// Moves to another record of a file whose size ``RecordBoundary/size(of:)`` tells: the next scan tells of what it meets
  /// alone, and codes what was met before alike.
  ///
  /// - Parameter offset: where the record begins, in bytes of the text as UTF-8.
  /// - Throws: ``CSVError``.
  public mutating func move(to offset: Int) throws(CSVError) {
    try window.move(to: offset)
    (summary, oddities, breaks) = (Summary(), RecordOddities(), 0)
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
        window.breaksBefore = breaks
        try window.advance(consuming: consumed, dialect: dialect)
        consumed = 0
      }
    }
    if block.rows > 0 { onBlock(block) }
    block.clear()
    summary.endOffset = window.baseOffset + consumed
    summary.invalidBytes = window.invalidBytes
    // Each record ends with a line break, but for the file's last.
    let last: UInt8 = consumed > 0 ? unsafe window.start[consumed - 1] : 10
    summary.lines = last == 10 || last == 13 ? breaks : breaks - 1
    for (index, column) in columns.enumerated() where column.isInterned { summary.texts[index] = column.texts }
    return summary
  }

  /// Reads the record at an offset of the window; its length in bytes, or nil when the bytes held end inside it.
  @inline(__always)
  private mutating func record(at offset: Int) throws(CSVError) -> Int? {
    let row = unsafe block.nextRow
    let limit = unsafe window.start + window.filled
    var p = unsafe window.start + offset
    if unsafe p.pointee == repeatedFirst || p.pointee == 0xEF {
      switch unsafe joint(at: p, limit: limit) {
      case .none: break
      case .incomplete: return nil
      case .mark(let length): unsafe p += length
      case .header(let length): return length
      }
    }
    var field = 0
    while true {
      if unsafe places.columns[field].kind == .skipped
        && places.columns[field].runEnd &- Int32(truncatingIfNeeded: field) > 2
      {
        unsafe (p, field) = places.skip(at: p, from: field, marks: marks)
      }
      if unsafe places.columns[field].kind == .digits {
        unsafe (p, field) = places.readDigits(at: p, from: field, delimiter: dialect.delimiter, into: row)
      }
      let (next, end) = unsafe shortField(at: p, in: field, limit: limit, into: row)
      if end == .delimiter {
        unsafe p = next
        field &+= 1
        continue
      }
      if end == .record {
        unsafe p = next
        field &+= 1
        break
      }
      let (behind, longEnd) = unsafe try longField(at: p, in: field, record: window.start + offset, into: row)
      unsafe p = behind
      field &+= 1
      if longEnd == .record { break }
      if longEnd == .incomplete { return nil }
    }
    let length = unsafe p - window.start - offset
    if field == fieldCount && oddities.isEmpty {
      if recordGroups > 0 {
        unsafe row[groupSlot] = RecordGroups.group(of: window.start + offset, length: length, among: recordGroups)
      }
      block.keepRow()
      summary.records &+= 1
    } else {
      unsafe finishOdd(window.start + offset, length: length, fields: field)
    }
    breaks &+= 1
    return length
  }

  /// Reads a field of at most fifteen bytes that was met before, or need not be known; ``FieldScan/End/incomplete``
  /// when it is another, or behind the last column.
  @inline(__always)
  private func shortField(
    at p: UnsafePointer<UInt8>, in column: Int, limit: UnsafePointer<UInt8>, into row: UnsafeMutablePointer<Int16>
  ) -> (next: UnsafePointer<UInt8>, end: FieldScan.End) {
    let found = unsafe marks.all(at: p)
    let place = unsafe places.columns + column
    var length = Int(unsafe place.pointee.expected.length)
    if unsafe found & place.pointee.expected.kept != place.pointee.expected.wanted {
      guard let known = unsafe shortLength(at: p, found) else { return unsafe (p, .incomplete) }
      length = known
      unsafe place.pointee.expected.learn(length, from: found)
    }
    if unsafe place.pointee.kind != .skipped {
      let key = unsafe ShortCells.Key(at: p, length: length, masks: places.masks)
      guard let code = unsafe place.pointee.cells.code(for: key) else { return unsafe (p, .incomplete) }
      unsafe row[Int(place.pointee.slot)] = code
    }
    let next = unsafe p + length + 1
    let mark = unsafe p[length]
    if mark == dialect.delimiter { return unsafe (next, .delimiter) }
    if unsafe mark == 10 && next <= limit { return unsafe (next, .record) }
    if unsafe mark == 13 && next < limit && next.pointee == 10 { return unsafe (next + 1, .record) }
    return unsafe (p, .incomplete)
  }

  /// Bytes of the field at `p` whose marks are `found`, quotes around it included; nil for one that is not so short or
  /// has quotes inside.
  @inline(__always)
  private func shortLength(at p: UnsafePointer<UInt8>, _ found: UInt64) -> Int? {
    if found == 0 { return nil }
    let length = found.trailingZeroBitCount >> 2
    if unsafe p[length] != dialect.quote { return length }
    let behind = found & ~0xF
    guard length == 0, behind != 0 else { return nil }
    let last = behind.trailingZeroBitCount >> 2
    return unsafe last < 15 && p[last] == dialect.quote ? last &+ 1 : nil
  }

  /// Reads a field of any kind; behind the last column, all that the record has.
  @inline(never)
  private mutating func longField(
    at p: UnsafePointer<UInt8>, in field: Int, record: UnsafePointer<UInt8>, into row: UnsafeMutablePointer<Int16>
  ) throws(CSVError) -> (next: UnsafePointer<UInt8>, end: FieldScan.End) {
    var p = unsafe p
    var scanned = unsafe try scan(at: p, field: field, record: record)
    while field == fieldCount, scanned.end == .delimiter {
      oddities.addSurplus()
      unsafe p = scanned.next
      scanned = unsafe try scan(at: p, field: field, record: record)
    }
    if scanned.end == .incomplete {
      forgetCells()
      oddities = RecordOddities()
      return unsafe (p, .incomplete)
    }
    if field == fieldCount { return unsafe (scanned.next, .record) }
    if unsafe places.columns[field].kind != .skipped {
      let code = columns[field].code(for: scanned, quote: dialect.quote)
      unsafe row[Int(places.columns[field].slot)] = code
      if columns[field].kind == .valued { block.setValue(columns[field].value, of: valueSlots[field]) }
      if let cleaned = columns[field].takeCleaned() {
        oddities.add(cleaned)
        if code < CellCode.notApplicable { unsafe note(scanned, at: p, code, field, record) }
      } else if code < CellCode.notApplicable {
        unsafe note(scanned, at: p, code, field, record)
      } else if columns[field].kind != .valued && !scanned.isStray && !scanned.isEscaped {
        unsafe remember(code, at: p, length: scanned.content.count + (scanned.isQuoted ? 2 : 0), in: field)
      }
    }
    return unsafe (scanned.next, scanned.end)
  }

  /// Finds the field at `p`, and whether it is odd.
  private mutating func scan(
    at p: UnsafePointer<UInt8>, field: Int, record: UnsafePointer<UInt8>
  ) throws(CSVError) -> FieldScan {
    let limit = unsafe window.start + window.filled
    let scanned = unsafe FieldScan.scan(at: p, limit: limit, isFinal: window.isFinal, dialect: dialect, marks: marks)
    if scanned.end == .incomplete { return scanned }
    if scanned.isUnclosed { throw .unclosedQuote(line: unsafe line(at: p, record: record)) }
    unsafe oddities.add(scanned, field: field, at: p)
    return scanned
  }

  /// Keeps the code of a short field for ``shortField(at:in:limit:into:)``.
  private func remember(_ code: Int16, at place: UnsafePointer<UInt8>, length: Int, in column: Int) {
    guard length < 16 else { return }
    let key = unsafe ShortCells.Key(at: place, length: length, masks: places.masks)
    let place = unsafe places.columns + column
    if unsafe place.pointee.cells.code(for: key) == nil { unsafe place.pointee.cells.insert(key, code: code) }
  }
}
