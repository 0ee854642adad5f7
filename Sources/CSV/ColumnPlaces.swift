/// What the scanner must know of each column for nearly every cell, in plain memory.
///
/// Eight columns at a time are read by digits, so each row of numbers goes on for eight behind the last column.
@safe struct ColumnPlaces: ~Copyable {
  /// How the cells of a column are met.
  enum Kind: UInt8 {
    case skipped, coded, interned
    /// Behind the last column.
    case beyond
  }

  /// One digit of a column becomes a code by `(digit ^ flip) + offset`; other digits take the slow way.
  struct DigitRange: Equatable {
    /// Lowest digit that is read so, and how far the highest is above it; below 0 when none is.
    var lowest: Int16 = 0
    var span: Int16 = -1
    /// 0 when codes rise with digits, −1 when they fall.
    var flip: Int16 = 0
    var offset: Int16 = 0
  }

  let count: Int
  let kinds: UnsafeMutablePointer<Kind>
  /// Position among the columns that are read; 0 for those that are not.
  let slots: UnsafeMutablePointer<Int>
  /// The four numbers of ``DigitRange``, row after row, `stride` apart.
  let ranges: UnsafeMutablePointer<Int16>
  let stride: Int
  /// How long the column's cells are expected to be.
  let lengths: UnsafeMutablePointer<ExpectedLength>
  /// Codes of short cells, for the columns that are read.
  let cells: UnsafeMutablePointer<ShortCells>

  init(_ columns: [ColumnDecoder]) {
    count = columns.count
    stride = count + 8
    unsafe kinds = .allocate(capacity: count + 1)
    unsafe slots = .allocate(capacity: count + 1)
    unsafe ranges = .allocate(capacity: stride * 4)
    unsafe lengths = .allocate(capacity: count + 1)
    unsafe cells = .allocate(capacity: count + 1)
    unsafe kinds.initialize(repeating: .beyond, count: count + 1)
    unsafe slots.initialize(repeating: 0, count: count + 1)
    unsafe ranges.initialize(repeating: -1, count: stride * 4)
    unsafe lengths.initialize(repeating: ExpectedLength(), count: count + 1)
    for (index, column) in columns.enumerated() {
      unsafe kinds[index] = column.kind
      unsafe slots[index] = column.slot
      unsafe (cells + index).initialize(to: ShortCells())
      put(DigitRange(codes: column.digits), at: index)
    }
  }

  private func put(_ range: DigitRange, at index: Int) {
    unsafe ranges[index] = range.lowest
    unsafe ranges[stride + index] = range.span
    unsafe ranges[stride * 2 + index] = range.flip
    unsafe ranges[stride * 3 + index] = range.offset
  }

  deinit {
    unsafe kinds.deallocate()
    unsafe slots.deallocate()
    unsafe ranges.deallocate()
    unsafe lengths.deallocate()
    unsafe cells.deinitialize(count: count)
    unsafe cells.deallocate()
  }

  /// Reads one-digit and empty cells, which nearly all cells of a survey are, up to the first of another kind.
  ///
  /// The padding behind the bytes held is neither digit nor delimiter, so this stops there.
  ///
  /// - Returns: the place and the column where it stopped.
  @inline(__always)
  func readDigits(
    at start: UnsafePointer<UInt8>, from first: Int, delimiter: UInt8, into row: UnsafeMutablePointer<Int16>
  ) -> (UnsafePointer<UInt8>, Int) {
    // A digit with a delimiter behind it is a number from 0 to 9 after this; bytes come lowest first on every
    // processor that Swift runs on.
    let pattern = SIMD8<Int16>(repeating: Int16(truncatingIfNeeded: UInt16(delimiter) << 8 | 48))
    let zero = SIMD8<Int16>(repeating: 0)
    let (kinds, slots, ranges, stride) = unsafe (kinds, slots, ranges, stride)
    var p = unsafe start
    var field = first
    while true {
      let range = unsafe UnsafeRawPointer(ranges + field)
      let lowest = unsafe range.loadUnaligned(as: SIMD8<Int16>.self)
      let span = unsafe range.loadUnaligned(fromByteOffset: stride &* 2, as: SIMD8<Int16>.self)
      let flip = unsafe range.loadUnaligned(fromByteOffset: stride &* 4, as: SIMD8<Int16>.self)
      let offset = unsafe range.loadUnaligned(fromByteOffset: stride &* 6, as: SIMD8<Int16>.self)
      let digits = unsafe (UnsafeRawPointer(p).loadUnaligned(as: SIMD8<Int16>.self) ^ pattern) &- lowest
      let others = ByteVector.octets((digits .< zero) .| (digits .> span))
      let codes = (digits ^ flip) &+ offset
      unsafe UnsafeMutableRawPointer(row + slots[field]).storeBytes(of: codes, as: SIMD8<Int16>.self)
      if others == 0 {
        unsafe p += 16
        field &+= 8
        continue
      }
      let good = others.trailingZeroBitCount >> 3
      unsafe p += good &* 2
      field &+= good
      guard unsafe p.pointee == delimiter && kinds[field] == .coded else { break }
      unsafe row[slots[field]] = CellCode.missing
      unsafe p += 1
      field &+= 1
      guard unsafe kinds[field] == .coded else { break }
    }
    return unsafe (p, field)
  }
}

extension ColumnPlaces.DigitRange {
  /// The longest run of digits whose codes are answers that rise, or fall, by one.
  ///
  /// - Parameter codes: those of the digits 0 to 9; empty for a column that is not read by digits.
  init(codes: [Int16]) {
    self.init()
    var first = 0
    while first < codes.count {
      guard codes[first] >= 0 else {
        first += 1
        continue
      }
      let step = first + 1 < codes.count && codes[first + 1] == codes[first] - 1 ? -1 : 1
      var last = first
      while last + 1 < codes.count, codes[last + 1] >= 0, Int(codes[last + 1]) == Int(codes[last]) + step { last += 1 }
      if last - first > Int(span) {
        lowest = Int16(first)
        span = Int16(last - first)
        flip = step < 0 ? -1 : 0
        // ~x is −x − 1.
        offset = step < 0 ? codes[first] + 1 : codes[first]
      }
      first = last + 1
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
  private(set) var length = 0
  private var misses: Int32 = 0

  /// Learns from a cell of another length, at most 15 bytes.
  @inline(__always)
  mutating func learn(_ length: Int) {
    guard misses < ExpectedLength.patience else { return }
    misses += 1
    self.length = length
    let end: UInt64 = 0xF << UInt64(truncatingIfNeeded: length &* 4)
    (kept, wanted) = misses < ExpectedLength.patience ? (end | (end &- 1), end) : (0, 1)
  }
}
