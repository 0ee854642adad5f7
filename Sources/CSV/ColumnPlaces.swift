/// What the scanner must know of each column for nearly every cell, in plain memory.
@safe struct ColumnPlaces: ~Copyable {
  /// How the cells of a column are met.
  enum Kind: UInt8 {
    case skipped
    /// Behind the last column.
    case beyond
    case interned, coded, valued
    /// Coded, and one digit nearly always is the whole cell.
    case digits
  }

  /// One column, in one cache line.
  struct Column: ~Copyable {
    var expected = ExpectedLength()
    var cells = ShortCells()
    var kind: Kind
    /// Position among the columns that are read; 0 for those that are not.
    let slot: Int32
    /// Of a column that is read by digits, or not read, the first behind it that is met otherwise.
    var runEnd: Int32
  }

  let count: Int
  /// One for each column and one for what is behind the last.
  let columns: UnsafeMutablePointer<Column>
  /// The four numbers of ``DigitRange``, row after row, `stride` apart; each row goes on for eight behind the last.
  private let ranges: UnsafeMutablePointer<Int16>
  private let stride: Int
  /// Masks of keys by length, for ``ShortCells``.
  let masks: UnsafeMutablePointer<ShortCells.Key>

  init(_ decoders: [ColumnDecoder]) {
    count = decoders.count
    stride = count + 8
    unsafe columns = .allocate(capacity: count + 1)
    unsafe ranges = .allocate(capacity: stride * 4)
    unsafe ranges.initialize(repeating: 0, count: stride * 4)
    unsafe masks = .allocate(capacity: 16)
    for length in 0..<16 { unsafe (masks + length).initialize(to: ShortCells.Key(maskOf: length)) }
    unsafe (columns + count).initialize(to: Column(kind: .beyond, slot: 0, runEnd: Int32(count)))
    for (index, decoder) in decoders.enumerated().reversed() {
      let next = unsafe columns + index + 1
      var column = Column(kind: decoder.kind, slot: Int32(decoder.slot), runEnd: Int32(index + 1))
      if let range = DigitRange(codes: decoder.digits) {
        put(range, at: index)
        column.kind = .digits
      }
      let goesOn = column.kind == .digits || column.kind == .skipped
      if unsafe goesOn && next.pointee.kind == column.kind { column.runEnd = unsafe next.pointee.runEnd }
      unsafe (columns + index).initialize(to: column)
    }
  }

  private func put(_ range: DigitRange, at index: Int) {
    unsafe ranges[index] = range.lowest
    unsafe ranges[stride + index] = range.highest
    unsafe ranges[stride * 2 + index] = range.flip
    unsafe ranges[stride * 3 + index] = range.offset
  }

  deinit {
    unsafe columns.deinitialize(count: count + 1)
    unsafe columns.deallocate()
    unsafe ranges.deallocate()
    unsafe masks.deallocate()
  }

  /// Reads one-digit and empty cells, which nearly all cells of a survey are, up to the first of another kind or the
  /// first column that is not read so.
  ///
  /// Eight columns are a group, and the next group begins behind it whether cells were empty or not: what a processor
  /// learned of one record's jumps then holds for the next. The padding behind the bytes held is neither digit nor
  /// delimiter, so this stops there.
  ///
  /// - Returns: the place and the column where it stopped.
  @inline(__always)
  func readDigits(
    at start: UnsafePointer<UInt8>, from first: Int, delimiter: UInt8, into row: UnsafeMutablePointer<Int16>
  ) -> (UnsafePointer<UInt8>, Int) {
    // A digit with a delimiter behind it is a number from 0 to 9 after this; bytes come lowest first on every
    // processor that Swift runs on.
    let pattern = SIMD8<Int16>(repeating: Int16(truncatingIfNeeded: UInt16(delimiter) << 8 | 48))
    let (ranges, stride) = unsafe (UnsafeRawPointer(ranges), stride &* 2)
    let end = Int(unsafe columns[first].runEnd)
    let codes = unsafe UnsafeMutableRawPointer(row + (Int(columns[first].slot) &- first))
    var p = unsafe start
    var field = first
    /// The cells at hand as eight digits; bytes that are all ones for those that are none.
    @inline(__always) func readEight() -> UInt64 {
      let range = unsafe ranges + field &* 2
      let lowest = unsafe range.loadUnaligned(as: SIMD8<Int16>.self)
      let highest = unsafe range.loadUnaligned(fromByteOffset: stride, as: SIMD8<Int16>.self)
      let flip = unsafe range.loadUnaligned(fromByteOffset: stride &* 2, as: SIMD8<Int16>.self)
      let offset = unsafe range.loadUnaligned(fromByteOffset: stride &* 3, as: SIMD8<Int16>.self)
      let digits = unsafe (UnsafeRawPointer(p).loadUnaligned(as: SIMD8<Int16>.self) ^ pattern) &- lowest
      unsafe codes.storeBytes(of: (digits ^ flip) &+ offset, toByteOffset: field &* 2, as: SIMD8<Int16>.self)
      return ByteVector.octets(digits .> highest)
    }
    while field < end {
      var others = readEight()
      while others == 0, field &+ 8 <= end {
        unsafe p += 16
        field &+= 8
        others = readEight()
      }
      let group = min(field &+ 8, end)
      while true {
        let good = min(others.trailingZeroBitCount >> 3, group &- field)
        unsafe p += good &* 2
        field &+= good
        if field == group { break }
        guard unsafe p.pointee == delimiter else { return unsafe (p, field) }
        unsafe codes.storeBytes(of: CellCode.missing, toByteOffset: field &* 2, as: Int16.self)
        unsafe p += 1
        field &+= 1
        if field == group { break }
        others = readEight()
      }
    }
    return unsafe (p, field)
  }

  /// Steps over cells that are not read, without a look at each, up to the first that has a quote, ends the record or is
  /// long.
  ///
  /// - Returns: the place and the column where it stopped.
  @inline(__always)
  func skip(
    at start: UnsafePointer<UInt8>, from first: Int, marks: FieldMarks
  ) -> (UnsafePointer<UInt8>, Int) {
    let end = Int(unsafe columns[first].runEnd)
    var p = unsafe start
    var field = first
    while field < end {
      var (delimiters, others) = unsafe marks.apart(at: p)
      if others != 0 { delimiters &= (others & (0 &- others)) &- 1 }
      let cells = delimiters.nonzeroBitCount >> 2
      if cells == 0 { break }
      let surplus = cells &- (end &- field)
      if surplus > 0 {
        for _ in 0..<surplus {
          delimiters &= ~(0xF << UInt64(truncatingIfNeeded: 60 &- delimiters.leadingZeroBitCount))
        }
      }
      unsafe p += 16 &- delimiters.leadingZeroBitCount >> 2
      field &+= min(cells, end &- field)
      if others != 0 { break }
    }
    return unsafe (p, field)
  }
}

extension ColumnPlaces {
  /// Digits of a column whose codes are found by sums: `(x ^ flip) + offset`, where x is the digit less `lowest`.
  ///
  /// All sums wrap. `lowest` is 32,768 too much, so that one comparison finds what is below the range and above it.
  struct DigitRange: Equatable {
    var lowest: Int16
    var highest: Int16
    /// 0 when codes rise with digits, −1 when they fall.
    var flip: Int16
    var offset: Int16

    /// The longest run of digits whose codes are answers that rise, or fall, by one; nil where no digit is an answer.
    ///
    /// - Parameter codes: those of the digits 0 to 9; empty for a column that is not read by digits.
    init?(codes: [Int16]) {
      var longest = 0..<0
      var first = 0
      while first < codes.count {
        let end = DigitRange.end(of: codes, from: first)
        if end - first > longest.count { longest = first..<end }
        first = max(end, first + 1)
      }
      guard let digit = longest.first else { return nil }
      let falls = longest.count > 1 && codes[digit + 1] < codes[digit]
      lowest = Int16(truncatingIfNeeded: digit + 32_768)
      highest = Int16(truncatingIfNeeded: longest.count - 1 - 32_768)
      flip = falls ? -1 : 0
      // ~x is −x − 1.
      offset = Int16(truncatingIfNeeded: Int(codes[digit]) + (falls ? 1 : 0) + 32_768)
    }

    /// End of the run that begins at `first`, which is `first` where the digit is no answer.
    private static func end(of codes: [Int16], from first: Int) -> Int {
      guard codes[first] >= 0 else { return first }
      var end = first + 1
      guard end < codes.count else { return end }
      let step = codes[end] < codes[first] ? -1 : 1
      while end < codes.count, codes[end] >= 0, Int(codes[end]) == Int(codes[end - 1]) + step { end += 1 }
      return end
    }
  }
}

/// A guess at how long the next cell of a column is: as long as the last one.
///
/// Where it holds, the next field's place does not wait for this one's bytes. It is given up where it often fails.
struct ExpectedLength {
  private static let patience: Int32 = 64

  /// The nibbles of ``FieldMarks/all(at:)`` up to the expected end, and what they must be.
  private(set) var kept: UInt64 = 0
  private(set) var wanted: UInt64 = 1
  private(set) var length: Int32 = 0
  private var misses: Int32 = 0

  /// Learns from a cell of another length, at most 15 bytes; `found` is what ``FieldMarks/all(at:)`` gave.
  @inline(__always)
  mutating func learn(_ length: Int, from found: UInt64) {
    if misses < ExpectedLength.patience { change(to: length, from: found) }
  }

  @inline(never)
  private mutating func change(to length: Int, from found: UInt64) {
    misses += 1
    // In quotes it ends with the third mark.
    guard found.trailingZeroBitCount >> 2 == length else { return }
    self.length = Int32(length)
    let end: UInt64 = 0xF << UInt64(truncatingIfNeeded: length &* 4)
    (kept, wanted) = misses < ExpectedLength.patience ? (end | (end &- 1), end) : (0, 1)
  }
}
