/// What the scanner must know of each column for nearly every cell, in plain memory.
@safe struct ColumnPlaces: ~Copyable {
  /// Codes of the cells `0` to `9`, ten a column.
  let digits: UnsafeMutablePointer<Int16>
  /// Where the column's codes go in a block; below 0 for columns that are not read.
  let targets: UnsafeMutablePointer<Int>
  /// The column is read by digits first.
  let isCoded: UnsafeMutablePointer<Bool>

  init(_ columns: [ColumnDecoder]) {
    let count = max(columns.count, 1)
    unsafe digits = .allocate(capacity: count * 10)
    unsafe targets = .allocate(capacity: count)
    unsafe isCoded = .allocate(capacity: count)
    unsafe digits.initialize(repeating: 0, count: count * 10)
    unsafe targets.initialize(repeating: -1, count: count)
    unsafe isCoded.initialize(repeating: false, count: count)
    for (index, column) in columns.enumerated() where !column.isSkipped {
      unsafe targets[index] = column.slot * CodeBlock.capacity
      unsafe isCoded[index] = column.isCoded
      for (digit, code) in column.digits.enumerated() { unsafe digits[index * 10 + digit] = code }
    }
  }

  deinit {
    unsafe digits.deallocate()
    unsafe targets.deallocate()
    unsafe isCoded.deallocate()
  }
}
