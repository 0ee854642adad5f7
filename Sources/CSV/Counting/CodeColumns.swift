/// Columns of codes, each with room for some rows; the counting works on them eight rows at a time.
///
/// Rows that are not filled hold anything; what is made of them is never counted.
@safe package final class CodeColumns {
  package let count: Int
  /// Rows that a column has room for, a multiple of eight.
  package let capacity: Int
  /// Cells from one column to the next; eight rows are written at a time, and so are eight columns.
  let pitch: Int
  private let cells: UnsafeMutablePointer<Int16>

  package init(count: Int, capacity: Int) {
    precondition(capacity % 8 == 0, "whole vectors")
    self.count = count
    self.capacity = capacity
    pitch = capacity + 8
    let room = (count + 7) / 8 * 8 * pitch
    unsafe cells = .allocate(capacity: room)
    unsafe cells.initialize(repeating: 0, count: room)
  }

  deinit {
    unsafe cells.deallocate()
  }

  /// The rows of one column.
  @inline(__always)
  subscript(column: Int) -> UnsafeMutablePointer<Int16> {
    precondition(column >= 0 && column < count, "a column that is there")
    return unsafe cells + column &* pitch
  }

  /// One cell.
  package func code(_ column: Int, _ row: Int) -> Int {
    precondition(row >= 0 && row < capacity, "a row of the column")
    return unsafe Int(self[column][row])
  }

  /// A copy of the first rows of one column.
  package func codes(_ column: Int, rows: Int) -> [Int16] {
    unsafe Array(UnsafeBufferPointer(start: self[column], count: min(rows, capacity)))
  }
}

/// Eight codes.
typealias CodeVector = SIMD8<Int16>

extension SIMD8 where Scalar == Int16 {
  @inline(__always)
  static func load(_ column: UnsafeMutablePointer<Int16>, _ row: Int) -> CodeVector {
    unsafe UnsafeRawPointer(column + row).loadUnaligned(as: CodeVector.self)
  }

  @inline(__always)
  func store(_ column: UnsafeMutablePointer<Int16>, _ row: Int) {
    unsafe UnsafeMutableRawPointer(column + row).storeBytes(of: self, as: CodeVector.self)
  }

  /// All ones where the code is below zero, else zero.
  @inline(__always)
  var isNegative: CodeVector { self &>> CodeVector(repeating: 15) }

  /// The larger one lane by lane.
  @inline(__always)
  func maximum(_ other: CodeVector) -> CodeVector { replacing(with: other, where: other .> self) }

  /// The smaller one lane by lane.
  @inline(__always)
  func minimum(_ other: CodeVector) -> CodeVector { replacing(with: other, where: other .< self) }
}
