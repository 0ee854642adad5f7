/// A buffer that slides over a byte source: the unread part of a file, always followed by readable padding.
///
/// Bytes behind `end` are line feeds, so that a loop that looks for one always stops.
@safe struct ByteWindow: ~Copyable {
  /// Bytes that may be read behind `end`.
  static let padding = 64

  private var source: TextSource
  private var storage: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// A record may not be longer, in bytes.
  private let recordLimit: Int
  /// Bytes of the source held: `storage[0..<filled]`.
  private(set) var filled = 0
  /// Offset in the source of `storage[0]`.
  private(set) var baseOffset: Int
  /// Line breaks before `storage[0]`, counted from where the window began; whoever counts them otherwise sets it.
  var breaksBefore = 0
  /// Breaks are counted as bytes are dropped.
  private let countsLines: Bool
  /// The source has no bytes behind those held.
  private(set) var isFinal = false

  /// Begins at `offset` of the file's text.
  init(
    _ file: CSVFile, from offset: Int = 0, capacity: Int = 1 << 20, countsLines: Bool = true
  ) throws(CSVError) {
    var source = try TextSource(file)
    try source.seek(to: offset)
    self.source = source
    self.countsLines = countsLines
    recordLimit = max(1, file.limits.record)
    self.capacity = min(capacity, recordLimit)
    baseOffset = offset
    unsafe storage = .allocate(capacity: self.capacity + ByteWindow.padding)
  }

  deinit {
    unsafe storage.deallocate()
  }

  /// Begins anew at another offset, as if nothing had been read; of a file that is read front to back one further behind.
  mutating func move(to offset: Int) throws(CSVError) {
    try source.seek(to: offset)
    (baseOffset, filled, breaksBefore) = (offset, 0, 0)
    (isFinal, invalidBytes) = (false, OddBytes())
  }

  /// First byte held.
  var start: UnsafePointer<UInt8> { unsafe UnsafePointer(storage) }

  /// 1-based line of a place in the window.
  func line(at pointer: UnsafePointer<UInt8>) -> Int {
    let count = unsafe pointer - start
    // The padding behind a CR that ends the file looks like the rest of a CRLF.
    let isLastCR = unsafe count > 0 && count == filled && isFinal && start[count - 1] == 13
    return unsafe breaksBefore + LineCount.breaks(in: start, count: count) + (isLastCR ? 2 : 1)
  }

  /// Drops the first `consumed` bytes and reads on behind the rest; false when nothing could be added.
  ///
  /// - Throws: ``CSVError``, also when the bytes held fill the limit of a record.
  mutating func advance(consuming consumed: Int) throws(CSVError) -> Bool {
    if consumed > 0 {
      if countsLines { breaksBefore += unsafe LineCount.breaks(in: start, count: consumed) }
      unsafe storage.update(from: storage + consumed, count: filled - consumed)
      filled -= consumed
      baseOffset += consumed
    }
    if filled == capacity { try grow() }
    let before = filled
    while filled < capacity {
      let count = try unsafe source.read(into: storage + filled, count: capacity - filled)
      if count == 0 {
        isFinal = true
        break
      }
      filled += count
    }
    unsafe (storage + filled).update(repeating: 10, count: ByteWindow.padding)
    if source.invalid > invalidBytes.count { noteInvalid() }
    return filled > before
  }

  /// Bytes read that are no characters of the encoding, with their lines.
  private(set) var invalidBytes = OddBytes()

  private mutating func noteInvalid() {
    invalidBytes.count = source.invalid
    for place in source.invalidPlaces.dropFirst(invalidBytes.lines.count).prefix(
      OddBytes.lineLimit - invalidBytes.lines.count)
    {
      invalidBytes.lines.append(unsafe line(at: start + (place - baseOffset)))
    }
  }

  private mutating func grow() throws(CSVError) {
    guard capacity < recordLimit else {
      throw .recordTooLong(line: breaksBefore + 1, limit: recordLimit)
    }
    let larger = min(capacity * 4, recordLimit)
    let target = UnsafeMutablePointer<UInt8>.allocate(capacity: larger + ByteWindow.padding)
    unsafe target.update(from: storage, count: filled)
    unsafe storage.deallocate()
    unsafe storage = target
    capacity = larger
  }
}

extension ByteWindow {
  /// Reads on behind a record that begins at `consumed` and is not whole.
  ///
  /// - Throws: ``CSVError``; where the record is too long inside quotes, the line where they open.
  mutating func advance(consuming consumed: Int, dialect: Dialect) throws(CSVError) {
    do throws(CSVError) {
      _ = try advance(consuming: consumed)
    } catch {
      guard case .recordTooLong(_, let limit) = error, let line = lineOfOpenQuote(dialect) else { throw error }
      throw .quoteTooLong(line: line, limit: limit)
    }
  }

  /// 1-based line where a quote opens in the first record held that does not close in it.
  private func lineOfOpenQuote(_ dialect: Dialect) -> Int? {
    let marks = FieldMarks(dialect)
    var p = unsafe start
    let limit = unsafe start + filled
    while unsafe p < limit {
      let field = unsafe FieldScan.scan(at: p, limit: limit, isFinal: true, dialect: dialect, marks: marks)
      if field.isUnclosed { return unsafe line(at: p) }
      unsafe p = field.next
    }
    return nil
  }
}
