/// What the scanner must know of each column for nearly every cell, in plain memory.
@safe struct ColumnPlaces: ~Copyable {
  /// Codes of the cells `0` to `9`, ten a column.
  let digits: UnsafeMutablePointer<Int16>
  /// Where the column's codes go in a block; below 0 for columns that are not read.
  let targets: UnsafeMutablePointer<Int>
  /// The column is read by digits first; false behind the last column.
  let isCoded: UnsafeMutablePointer<Bool>

  init(_ columns: [ColumnDecoder]) {
    let count = max(columns.count, 1)
    unsafe digits = .allocate(capacity: count * 10)
    unsafe targets = .allocate(capacity: count)
    unsafe isCoded = .allocate(capacity: count + 1)
    unsafe digits.initialize(repeating: 0, count: count * 10)
    unsafe targets.initialize(repeating: -1, count: count)
    unsafe isCoded.initialize(repeating: false, count: count + 1)
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

  /// Reads one-digit and empty cells, which nearly all cells of a survey are, up to the first of another kind.
  ///
  /// The padding behind the bytes held is neither digit nor delimiter, so this stops there. A function of its own keeps
  /// its few values in registers.
  ///
  /// - Returns: the place and the column where it stopped.
  @inline(never)
  func readDigits(
    at start: UnsafePointer<UInt8>, from first: Int, delimiter: UInt8, into codes: UnsafeMutablePointer<Int16>
  ) -> (UnsafePointer<UInt8>, Int) {
    var p = unsafe start
    var field = first
    while unsafe isCoded[field] {
      let byte = unsafe p.pointee
      if byte == delimiter {
        unsafe codes[targets[field]] = CellCode.missing
        unsafe p += 1
      } else {
        let digit = byte &- 48
        guard unsafe digit < 10 && p[1] == delimiter else { break }
        let code = unsafe digits[field &* 10 &+ Int(digit)]
        // A problem is left to the slow way, which notes its place.
        guard code >= CellCode.notApplicable else { break }
        unsafe codes[targets[field]] = code
        unsafe p += 2
      }
      field &+= 1
    }
    return unsafe (p, field)
  }
}
