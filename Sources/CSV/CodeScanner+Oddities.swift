/// What is odd about a file without making it unreadable: traces of files put together, and of quotes left open.
extension CodeScanner {
  /// What stands at the beginning of a record that looks like the beginning of a file.
  enum Joint {
    case none, incomplete
    /// Bytes to step over.
    case mark(Int)
    case header(Int)
  }

  /// Looks for a byte order mark and for the header, which files put one behind the other leave in the middle.
  @inline(never)
  mutating func joint(at start: UnsafePointer<UInt8>, limit: UnsafePointer<UInt8>) -> Joint {
    func match(_ bytes: [UInt8], at place: UnsafePointer<UInt8>) -> Joint {
      let held = unsafe limit - place
      for index in 0..<min(bytes.count, max(0, held)) where unsafe bytes[index] != place[index] { return .none }
      if held >= bytes.count { return .mark(bytes.count) }
      return window.isFinal ? .none : .incomplete
    }
    var length = 0
    switch unsafe match([0xEF, 0xBB, 0xBF], at: start) {
    case .incomplete: return .incomplete
    case .mark(let count): length = count
    case .none, .header: break
    }
    if !repeated.isEmpty {
      switch unsafe match(repeated, at: start + length) {
      case .incomplete: return .incomplete
      case .mark(let count):
        summary.repeatedHeaders.add(1, line: breaks + 1)
        summary.byteOrderMarks.add(length > 0 ? 1 : 0, line: breaks + 1)
        breaks += unsafe LineCount.breaks(in: start, count: length + count)
        return .header(length + count)
      case .none, .header: break
      }
    }
    if length == 0 { return .none }
    oddities.add(CellCleaning.Cleaned(byteOrderMarks: 1))
    return .mark(length)
  }

  /// Makes a quote stray that opens in the record and swallowed other records.
  mutating func lookForSwallowed(in record: UnsafePointer<UInt8>, length: Int) {
    let bytes = unsafe UnsafeBufferPointer(start: record, count: length)
    guard unsafe SwallowedLines.areLikely(in: bytes, fieldCount: fieldCount, delimiter: dialect.delimiter) else {
      return
    }
    let limit = unsafe window.start + window.filled
    var p = unsafe record
    var field = 0
    while true {
      let scanned = unsafe FieldScan.scan(at: p, limit: limit, isFinal: true, dialect: dialect, marks: marks)
      if unsafe scanned.content.contains(where: { $0 == 10 || $0 == 13 }) {
        unsafe oddities.addStray(field: field, at: p)
        return
      }
      if scanned.end != .delimiter { return }
      unsafe p = scanned.next
      field += 1
    }
  }
}

extension OddBytes {
  /// Adds `more` of them on a line.
  public mutating func add(_ more: Int, line: Int) {
    guard more > 0 else { return }
    count += more
    if lines.count < OddBytes.lineLimit { lines.append(line) }
  }

  /// Adds those of the next stretch of a file, whose first line is `linesBefore` + 1.
  public mutating func add(_ other: OddBytes, linesBefore: Int) {
    count += other.count
    lines += other.lines.prefix(OddBytes.lineLimit - lines.count).map { $0 + linesBefore }
  }
}
