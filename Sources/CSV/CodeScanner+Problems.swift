/// What was odd in the record at hand.
@safe struct RecordOddities {
  /// Nothing was.
  var isEmpty = true
  /// The first quote that stands where none may be.
  private(set) var stray: (field: Int, place: UnsafePointer<UInt8>)?
  /// Fields behind the first one that is too many.
  private(set) var surplus = 0
  /// Line breaks inside fields.
  private(set) var breaks = 0
  /// NUL bytes and byte order marks left out of it.
  private(set) var nulBytes = 0
  private(set) var byteOrderMarks = 0
  /// Problems of its cells that were kept.
  var cellProblems = 0

  /// Adds what is odd about a field.
  mutating func add(_ scanned: FieldScan, field: Int, at place: UnsafePointer<UInt8>) {
    if unsafe scanned.isStray && stray == nil {
      unsafe stray = (field + surplus, place)
      isEmpty = false
    }
    guard scanned.isQuoted else { return }
    let breaks = unsafe LineCount.breaks(inside: scanned.content)
    if breaks > 0 {
      self.breaks += breaks
      isEmpty = false
    }
  }

  /// Adds what was left out of a cell.
  mutating func add(_ cleaned: CellCleaning.Cleaned) {
    nulBytes += cleaned.nulBytes
    byteOrderMarks += cleaned.byteOrderMarks
    isEmpty = false
  }

  /// A quote left open has swallowed other records.
  mutating func addStray(field: Int, at place: UnsafePointer<UInt8>) {
    unsafe stray = (field, place)
  }

  /// Counts a field behind one that is too many already.
  mutating func addSurplus() {
    surplus += 1
    isEmpty = false
  }
}

extension CodeScanner {
  /// Finishes a record that has something odd: it is not used, or lines end inside it, or cells of it are problems.
  @inline(never)
  mutating func finishOdd(_ start: UnsafePointer<UInt8>, length: Int, fields: Int) {
    let hasMark = unsafe start[0] == 0xEF && start[1] == 0xBB && start[2] == 0xBF
    let record = unsafe hasMark ? start + 3 : start
    let fields = fields + oddities.surplus
    let isBlank = unsafe fields == 1 && fieldCount > 1 && (record.pointee == 10 || record.pointee == 13)
    if oddities.nulBytes + oddities.byteOrderMarks > 0 {
      summary.nulBytes.add(oddities.nulBytes, line: breaks + 1)
      summary.byteOrderMarks.add(oddities.byteOrderMarks, line: breaks + 1)
    }
    if unsafe oddities.breaks > 0 && oddities.stray == nil {
      unsafe lookForSwallowed(in: record, length: length - (record - start))
    }
    if !isBlank {
      summary.records += 1
      if let stray = unsafe oddities.stray {
        summary.strayQuotes += 1
        summary.strayQuoteLines += oddities.breaks + 1
        unsafe note(
          .strayQuote(field: stray.field, lines: oddities.breaks + 1), at: stray.place, record,
          count: summary.strayQuotes)
      } else if fields != fieldCount {
        summary.ragged += 1
        unsafe note(
          .fieldCount(fields, lines: oddities.breaks + 1), at: record, record, count: summary.ragged)
      }
      if unsafe oddities.stray != nil || fields != fieldCount {
        forgetCells()
      } else {
        if recordGroups > 0 {
          unsafe block.nextRow[groupSlot] = RecordGroups.groupAcrossLines(
            of: record, length: length - (record - start), among: recordGroups)
        }
        block.keepRow()
      }
    }
    breaks += oddities.breaks
    oddities = RecordOddities()
  }

  /// Drops the cell problems of a record that is not used, or not yet whole.
  mutating func forgetCells() {
    summary.cellProblems.removeLast(oddities.cellProblems)
    oddities.cellProblems = 0
  }

  /// Keeps a cell problem, if few of its kind were met yet.
  mutating func note(
    _ scanned: FieldScan, at place: UnsafePointer<UInt8>, _ code: Int16, _ field: Int, _ record: UnsafePointer<UInt8>
  ) {
    oddities.isEmpty = false
    let known = summary.cellProblems.reduce(0) { $0 + ($1.column == field && $1.code == code ? 1 : 0) }
    guard known < CodeScanner.problemLimit else { return }
    let (position, line) = unsafe self.line(around: place, record: record)
    oddities.cellProblems += 1
    summary.cellProblems.append(
      CellProblem(
        column: field, code: code, line: unsafe self.line(at: place, record: record), position: position,
        cell: Array(scanned.bytes(quote: dialect.quote).prefix(200)), lineBytes: line))
  }

  /// Keeps a record problem, if few of its kind were met yet.
  private mutating func note(
    _ reason: RecordProblem.Reason, at place: UnsafePointer<UInt8>, _ record: UnsafePointer<UInt8>, count: Int
  ) {
    guard count <= CodeScanner.problemLimit else { return }
    let (position, line) = unsafe self.line(around: place, record: record)
    summary.recordProblems.append(
      RecordProblem(
        reason: reason, line: unsafe self.line(at: place, record: record), position: position, lineBytes: line))
  }

  /// 1-based line of a place in the record at hand.
  func line(at place: UnsafePointer<UInt8>, record: UnsafePointer<UInt8>) -> Int {
    unsafe breaks + LineCount.breaks(in: record, count: place - record) + 1
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
