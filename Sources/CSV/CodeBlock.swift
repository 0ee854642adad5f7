/// Rows of codes, column after column, handed over while a file is scanned.
///
/// Rows are written one after the other and turned into columns eight at a time.
@safe public struct CodeBlock: ~Copyable {
  /// Rows a block holds at most; a multiple of eight.
  public static let capacity = 256

  private static let tileRows = 8

  /// Rows in this block.
  public private(set) var rows = 0
  /// Rows of the block that are not columns yet.
  private var pending = 0
  private let tile: UnsafeMutablePointer<Int16>
  /// Codes from one row of the tile to the next; eight codes may be written at the last column.
  private let tileStride: Int
  private let codes: UnsafeMutablePointer<Int16>
  private let count: Int
  /// Values of the columns that have some, column after column.
  private let values: UnsafeMutablePointer<Int>
  private let valueCount: Int

  init(columns: Int, valued: Int = 0) {
    valueCount = valued * CodeBlock.capacity
    unsafe values = .allocate(capacity: max(1, valueCount))
    unsafe values.initialize(repeating: 0, count: max(1, valueCount))
    let columns = max(columns, 1)
    tileStride = (columns + 7) / 8 * 8 + 8
    count = columns * CodeBlock.capacity
    // Eight columns are turned at a time, so there is room for as many.
    unsafe codes = .allocate(capacity: tileStride * CodeBlock.capacity)
    unsafe codes.initialize(repeating: 0, count: tileStride * CodeBlock.capacity)
    unsafe tile = .allocate(capacity: tileStride * CodeBlock.tileRows)
    unsafe tile.initialize(repeating: 0, count: tileStride * CodeBlock.tileRows)
  }

  deinit {
    unsafe values.deallocate()
    unsafe codes.deallocate()
    unsafe tile.deallocate()
  }

  /// Calls `body` with the codes of the block: those of the k-th column that is read begin at `k · capacity`.
  public borrowing func withCodes(_ body: (Span<Int16>) -> Void) {
    unsafe body(Span(_unsafeStart: UnsafePointer(codes), count: count))
  }

  /// The same with the values of the columns that have some: those of the k-th begin at `k · capacity`.
  public borrowing func withValues(_ body: (Span<Int>) -> Void) {
    unsafe body(Span(_unsafeStart: UnsafePointer(values), count: valueCount))
  }

  /// Sets the value of the next row in the k-th column that has values.
  func setValue(_ value: Int, of column: Int) {
    unsafe values[column &* CodeBlock.capacity &+ rows &+ pending] = value
  }

  /// Where the codes of the next row go, in the order of the columns that are read; eight more may be written.
  @inline(__always)
  var nextRow: UnsafeMutablePointer<Int16> { unsafe tile + pending &* tileStride }

  /// Keeps the row written last.
  @inline(__always)
  mutating func keepRow() {
    pending &+= 1
    if pending == CodeBlock.tileRows { turn() }
  }

  /// Makes columns of the rows kept so far, before the block is handed over.
  mutating func finish() {
    if pending > 0 { turn() }
  }

  /// Begins anew.
  mutating func clear() {
    rows = 0
  }

  private mutating func turn() {
    var column = 0
    while column < tileStride &- 8 {
      unsafe CodeBlock.turn(tile + column, tileStride, into: codes + column &* CodeBlock.capacity + rows)
      column &+= 8
    }
    rows &+= pending
    pending = 0
  }
}

extension CodeBlock {
  /// Turns eight rows of eight codes, `stride` codes apart, into eight columns, `capacity` codes apart.
  @inline(__always)
  private static func turn(
    _ rows: UnsafeMutablePointer<Int16>, _ stride: Int, into columns: UnsafeMutablePointer<Int16>
  ) {
    @inline(__always) func row(_ k: Int) -> SIMD8<Int16> {
      unsafe UnsafeRawPointer(rows + k &* stride).loadUnaligned(as: SIMD8<Int16>.self)
    }
    @inline(__always) func put(_ column: SIMD2<Int64>, _ k: Int) {
      unsafe UnsafeMutableRawPointer(columns + k &* capacity).storeBytes(of: column, as: SIMD2<Int64>.self)
    }
    @inline(__always) func quarter(
      _ a: SIMD4<Int32>, _ b: SIMD4<Int32>, _ c: SIMD4<Int32>, _ d: SIMD4<Int32>, _ k: Int
    ) {
      let (firstLow, firstHigh) = (Interleaving.low(a, b), Interleaving.low(c, d))
      let (lastLow, lastHigh) = (Interleaving.high(a, b), Interleaving.high(c, d))
      put(Interleaving.low(firstLow, firstHigh), k)
      put(Interleaving.high(firstLow, firstHigh), k &+ 1)
      put(Interleaving.low(lastLow, lastHigh), k &+ 2)
      put(Interleaving.high(lastLow, lastHigh), k &+ 3)
    }
    let (a, b, c, d) = (row(0), row(1), row(2), row(3))
    let (e, f, g, h) = (row(4), row(5), row(6), row(7))
    quarter(Interleaving.low(a, b), Interleaving.low(c, d), Interleaving.low(e, f), Interleaving.low(g, h), 0)
    quarter(Interleaving.high(a, b), Interleaving.high(c, d), Interleaving.high(e, f), Interleaving.high(g, h), 4)
  }
}

/// Lanes of two vectors in turn, read as lanes of twice the width where there are such.
private enum Interleaving {
  @inline(__always)
  static func low(_ a: SIMD8<Int16>, _ b: SIMD8<Int16>) -> SIMD4<Int32> {
    unsafe unsafeBitCast(SIMD8<Int16>(a[0], b[0], a[1], b[1], a[2], b[2], a[3], b[3]), to: SIMD4<Int32>.self)
  }

  @inline(__always)
  static func high(_ a: SIMD8<Int16>, _ b: SIMD8<Int16>) -> SIMD4<Int32> {
    unsafe unsafeBitCast(SIMD8<Int16>(a[4], b[4], a[5], b[5], a[6], b[6], a[7], b[7]), to: SIMD4<Int32>.self)
  }

  @inline(__always)
  static func low(_ a: SIMD4<Int32>, _ b: SIMD4<Int32>) -> SIMD2<Int64> {
    unsafe unsafeBitCast(SIMD4<Int32>(a[0], b[0], a[1], b[1]), to: SIMD2<Int64>.self)
  }

  @inline(__always)
  static func high(_ a: SIMD4<Int32>, _ b: SIMD4<Int32>) -> SIMD2<Int64> {
    unsafe unsafeBitCast(SIMD4<Int32>(a[2], b[2], a[3], b[3]), to: SIMD2<Int64>.self)
  }
  @inline(__always)
  static func low(_ a: SIMD2<Int64>, _ b: SIMD2<Int64>) -> SIMD2<Int64> { SIMD2(a[0], b[0]) }

  @inline(__always)
  static func high(_ a: SIMD2<Int64>, _ b: SIMD2<Int64>) -> SIMD2<Int64> { SIMD2(a[1], b[1]) }
}
