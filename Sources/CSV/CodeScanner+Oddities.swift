/// What is odd about a file without making it unreadable: traces of files put together, and of quotes left open.
extension CodeScanner {
  /// Something odd in the record at hand.
  struct Oddity {
    enum Kind { case nulBytes, byteOrderMarks, repeatedHeader }

    var kind: Kind
    var count = 1
    var line: Int
  }

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
        unsafe note(.repeatedHeader, at: start)
        if length > 0 { unsafe note(.byteOrderMarks, at: start) }
        return .header(length + count)
      case .none, .header: break
      }
    }
    if length == 0 { return .none }
    unsafe note(.byteOrderMarks, at: start)
    return .mark(length)
  }

  mutating func note(_ kind: Oddity.Kind, count: Int = 1, at place: UnsafePointer<UInt8>) {
    guard count > 0 else { return }
    oddities.append(Oddity(kind: kind, count: count, line: unsafe window.line(at: place)))
  }

  /// Adds what was odd about a record that has been read to its end.
  @inline(never)
  mutating func keepOddities() {
    for oddity in oddities {
      switch oddity.kind {
      case .nulBytes: summary.nulBytes.add(oddity.count, line: oddity.line)
      case .byteOrderMarks: summary.byteOrderMarks.add(oddity.count, line: oddity.line)
      case .repeatedHeader: summary.repeatedHeaders.add(oddity.count, line: oddity.line)
      }
    }
    oddities.removeAll(keepingCapacity: true)
  }

  /// Where the quote opens that swallowed other records; nil when the record is none of the kind.
  @inline(never)
  func swallowing(_ record: UnsafePointer<UInt8>, length: Int) -> (field: Int, place: UnsafePointer<UInt8>)? {
    let bytes = unsafe UnsafeBufferPointer(start: record, count: length)
    guard unsafe SwallowedLines.areLikely(in: bytes, fieldCount: fieldCount, delimiter: dialect.delimiter) else {
      return nil
    }
    let limit = unsafe window.start + window.filled
    var p = unsafe record
    var field = 0
    while true {
      let scanned = unsafe FieldScan.scan(at: p, limit: limit, isFinal: true, dialect: dialect, marks: marks)
      if unsafe scanned.content.contains(where: { $0 == 10 || $0 == 13 }) { return unsafe (field, p) }
      if scanned.end != .delimiter { return nil }
      unsafe p = scanned.next
      field += 1
    }
  }
}

extension OddBytes {
  mutating func add(_ more: Int, line: Int) {
    count += more
    if lines.count < OddBytes.lineLimit { lines.append(line) }
  }

  /// Adds those of the next stretch of a file, whose first line is `linesBefore` + 1.
  public mutating func add(_ other: OddBytes, linesBefore: Int) {
    count += other.count
    lines += other.lines.prefix(OddBytes.lineLimit - lines.count).map { $0 + linesBefore }
  }
}
