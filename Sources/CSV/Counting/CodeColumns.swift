/// Columns of codes, each with room for some rows; the counting works on them eight rows at a time.
///
/// Rows that are not filled hold anything; what is made of them is never counted.
@safe package final class CodeColumns {
  package let count: Int
  /// Rows that a column has room for, a multiple of eight.
  package let capacity: Int
  private let cells: UnsafeMutablePointer<Int16>

  package init(count: Int, capacity: Int) {
    precondition(capacity % 8 == 0, "whole vectors")
    self.count = count
    self.capacity = capacity
    unsafe cells = .allocate(capacity: max(1, count) * capacity)
    unsafe cells.initialize(repeating: 0, count: max(1, count) * capacity)
  }

  deinit {
    unsafe cells.deallocate()
  }

  /// The rows of one column.
  @inline(__always)
  subscript(column: Int) -> UnsafeMutablePointer<Int16> {
    precondition(column >= 0 && column < count, "a column that is there")
    return unsafe cells + column &* capacity
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

  /// Takes over the rows `first..<first + rows` of a block's columns behind the `filled` rows that are there.
  package func append(_ codes: Span<Int16>, first: Int, rows: Int, behind filled: Int) {
    precondition(filled + rows <= capacity && first + rows <= CodeBlock.capacity, "room for the rows")
    precondition(codes.count >= count * CodeBlock.capacity, "a block with as many columns")
    unsafe codes.withUnsafeBufferPointer { source in
      guard let base = source.baseAddress else { return }
      for column in 0..<count {
        unsafe (self[column] + filled).update(from: base + column &* CodeBlock.capacity + first, count: rows)
      }
    }
  }

  /// The same for the rows that `order` names from `first` on.
  package func append(_ codes: Span<Int16>, order: [UInt8], first: Int, rows: Int, behind filled: Int) {
    precondition(filled + rows <= capacity && first + rows <= order.count, "room for the rows")
    precondition(codes.count >= count * CodeBlock.capacity, "a block with as many columns")
    unsafe codes.withUnsafeBufferPointer { source in
      unsafe order.withUnsafeBufferPointer { order in
        guard let base = source.baseAddress, let order = order.baseAddress else { return }
        for column in 0..<count {
          unsafe CodeColumns.gather(
            base + column &* CodeBlock.capacity, order + first, rows: rows, into: self[column] + filled)
        }
      }
    }
  }

  @inline(__always)
  private static func gather(
    _ source: UnsafePointer<Int16>, _ order: UnsafePointer<UInt8>, rows: Int, into target: UnsafeMutablePointer<Int16>
  ) {
    for row in 0..<rows { unsafe target[row] = source[Int(order[row])] }
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
