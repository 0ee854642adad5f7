/// Rows of codes, handed over while a file is scanned.
@safe public struct CodeBlock: ~Copyable {
  /// Rows a block holds at most.
  public static let capacity = 256

  /// Rows in this block.
  public private(set) var rows = 0
  /// Codes that a row has.
  public let columns: Int
  /// Codes from one row to the next; eight may be written, and read, at the last column.
  private let stride: Int
  private let codes: UnsafeMutablePointer<Int16>
  private let valued: Int
  /// Values of the columns that have some, row after row.
  private let values: UnsafeMutablePointer<Int>

  init(columns: Int, valued: Int = 0) {
    self.columns = columns
    self.valued = valued
    unsafe values = .allocate(capacity: max(1, valued) * CodeBlock.capacity)
    unsafe values.initialize(repeating: 0, count: max(1, valued) * CodeBlock.capacity)
    stride = (columns + 7) / 8 * 8 + 8
    unsafe codes = .allocate(capacity: stride * CodeBlock.capacity)
    unsafe codes.initialize(repeating: 0, count: stride * CodeBlock.capacity)
  }

  deinit {
    unsafe values.deallocate()
    unsafe codes.deallocate()
  }

  /// The code of a row in the k-th column that is read.
  public func code(_ column: Int, _ row: Int) -> Int16 {
    precondition(column >= 0 && column < columns, "a column that is read")
    return unsafe self[row][column]
  }

  /// The value of a row in the k-th column that has values.
  public func value(_ column: Int, _ row: Int) -> Int {
    precondition(column >= 0 && column < valued && row >= 0 && row < rows, "a column that has values")
    return unsafe values[row &* valued &+ column]
  }

  /// The codes of a row, and behind them room for eight more.
  @inline(__always)
  subscript(row: Int) -> UnsafePointer<Int16> {
    precondition(row >= 0 && row < rows, "a row of the block")
    return unsafe UnsafePointer(codes + row &* stride)
  }

  /// Sets the value of the next row in the k-th column that has values.
  func setValue(_ value: Int, of column: Int) {
    unsafe values[rows &* valued &+ column] = value
  }

  /// Where the codes of the next row go, in the order of the columns that are read; eight more may be written.
  @inline(__always)
  var nextRow: UnsafeMutablePointer<Int16> { unsafe codes + rows &* stride }

  /// Keeps the row written last.
  @inline(__always)
  mutating func keepRow() { rows &+= 1 }

  /// Begins anew.
  mutating func clear() { rows = 0 }
}
