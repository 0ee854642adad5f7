/// Listwise sums and cross products of some columns of integers, over blocks of rows.
package struct MomentSums: Sendable {
  /// What one column holds. Levels are columns of the block's codes, sums are columns beside it.
  package enum Column: Sendable {
    case level(Int)
    /// A level less another one.
    case difference(perception: Int, expectation: Int)
    /// A sum times `factors[answered]`; rows whose factor is 0 have none.
    case score(sum: Int, answered: Int, factors: [Int])
    /// 1 where 4 · sum is at most (for high: at least) `quarters` · answered, else 0. Rows with fewer than `least`
    /// answers have none.
    case sumFlag(sum: Int, answered: Int, least: Int, quarters: Int, isHigh: Bool)
    /// The same of one level.
    case levelFlag(Int, quarters: Int, isHigh: Bool)
  }

  package let columns: [Column]
  /// The largest magnitude in any column, below 2³¹.
  private let largest: Int
  package private(set) var n = 0
  package private(set) var sums: [Int]
  /// Upper triangle row by row.
  package private(set) var products: [Int128]

  package init(columns: [Column], largest: Int) {
    self.columns = columns
    self.largest = largest
    sums = Array(repeating: 0, count: columns.count)
    products = Array(repeating: 0, count: columns.count * (columns.count + 1) / 2)
  }

  package mutating func add(_ other: MomentSums) {
    n += other.n
    for index in sums.indices { sums[index] += other.sums[index] }
    for index in products.indices { products[index] += other.products[index] }
  }

  /// The products of all rows of a workspace fit 31 bits.
  func isShort(in workspace: MomentWorkspace) -> Bool { largest * largest * workspace.capacity < 1 << 31 }

  /// Adds those of some rows, no more than the workspace has room for, that have all columns. The first row begins a
  /// vector.
  package mutating func add(
    _ codes: CodeColumns, rowSums: CodeColumns, rows: Range<Int>, workspace: MomentWorkspace
  ) {
    precondition(
      rows.lowerBound % 8 == 0 && rows.upperBound <= min(codes.capacity, rowSums.capacity), "rows of a block")
    workspace.begin(rows: rows.count)
    let isShort = isShort(in: workspace)
    // Where the products of a lane fit 15 bits, eight are added at a time.
    let isTiny = largest * largest * workspace.capacity / 8 < 1 << 15
    for (index, column) in columns.enumerated() {
      workspace.fill(index, column, codes, rowSums, rows: rows, isShort: isShort)
    }
    n += workspace.whole(columns: columns.count, isShort: isShort)
    var place = 0
    for i in columns.indices {
      sums[i] += workspace.sum(i, isShort: isShort)
      for j in i..<columns.count {
        if isTiny {
          products[place] += Int128(workspace.tinyProduct(i, j))
        } else {
          products[place] += isShort ? Int128(workspace.shortProduct(i, j)) : workspace.product(i, j, largest: largest)
        }
        place += 1
      }
    }
  }
}

/// Columns that products are made of, and which rows have all of them.
@safe package final class MomentWorkspace {
  /// Rows, a multiple of eight.
  let capacity: Int
  private let columns: Int
  /// All ones for a row that counts.
  let kept: UnsafeMutablePointer<Int16>
  /// Values of up to 16 bits, and of up to 32.
  let short: UnsafeMutablePointer<Int16>
  let long: UnsafeMutablePointer<Int32>

  package init(columns: Int, capacity: Int) {
    self.columns = columns
    self.capacity = capacity
    let cells = max(1, columns) * capacity
    unsafe kept = .allocate(capacity: capacity)
    unsafe short = .allocate(capacity: cells)
    unsafe long = .allocate(capacity: cells)
    unsafe kept.initialize(repeating: 0, count: capacity)
    unsafe short.initialize(repeating: 0, count: cells)
    unsafe long.initialize(repeating: 0, count: cells)
  }

  deinit {
    unsafe kept.deallocate()
    unsafe short.deallocate()
    unsafe long.deallocate()
  }

  fileprivate func begin(rows: Int) {
    precondition(rows <= capacity, "a block")
    unsafe kept.update(repeating: -1, count: rows)
    unsafe (kept + rows).update(repeating: 0, count: capacity - rows)
  }

  fileprivate func fill(
    _ index: Int, _ column: MomentSums.Column, _ codes: CodeColumns, _ sums: CodeColumns, rows: Range<Int>,
    isShort: Bool
  ) {
    precondition(index < columns, "room for the column")
    let target = unsafe short + index &* capacity
    let (first, rows) = (rows.lowerBound, rows.count)
    switch column {
    case .score(let sum, let answered, let factors):
      unsafe fill(index, sums[sum] + first, sums[answered] + first, factors, rows: rows, isShort: isShort)
      return
    case .level(let level):
      for row in stride(from: 0, to: rows, by: 8) {
        let value = unsafe CodeVector.load(codes[level], first + row)
        unsafe put(value, isLeft: value.isNegative, target, row)
      }
    case .difference(let perception, let expectation):
      for row in stride(from: 0, to: rows, by: 8) {
        let (p, e) = unsafe (
          CodeVector.load(codes[perception], first + row), CodeVector.load(codes[expectation], first + row)
        )
        unsafe put(p &- e, isLeft: (p | e).isNegative, target, row)
      }
    case .levelFlag(let level, let quarters, let isHigh):
      for row in stride(from: 0, to: rows, by: 8) {
        let value = unsafe CodeVector.load(codes[level], first + row)
        let beyond = CodeVector(repeating: Int16(quarters)) &- 4 &* value
        unsafe put(~(isHigh ? 0 &- beyond : beyond).isNegative & 1, isLeft: value.isNegative, target, row)
      }
    case .sumFlag(let sum, let answered, let least, let quarters, let isHigh):
      for row in stride(from: 0, to: rows, by: 8) {
        let given = unsafe CodeVector.load(sums[answered], first + row)
        let beyond =
          unsafe given &* CodeVector(repeating: Int16(quarters)) &- 4 &* CodeVector.load(sums[sum], first + row)
        let isLeft = (given &- CodeVector(repeating: Int16(least))).isNegative
        unsafe put(~(isHigh ? 0 &- beyond : beyond).isNegative & 1, isLeft: isLeft, target, row)
      }
    }
    guard !isShort else { return }
    let wide = unsafe long + index &* capacity
    for row in 0..<rows { unsafe wide[row] = Int32(target[row]) }
  }

  @inline(__always)
  private func put(_ value: CodeVector, isLeft: CodeVector, _ target: UnsafeMutablePointer<Int16>, _ row: Int) {
    unsafe value.store(target, row)
    unsafe (CodeVector.load(kept, row) & ~isLeft).store(kept, row)
  }

  private func fill(
    _ index: Int, _ sums: UnsafeMutablePointer<Int16>, _ answered: UnsafeMutablePointer<Int16>, _ factors: [Int],
    rows: Int, isShort: Bool
  ) {
    if isShort {
      let target = unsafe short + index &* capacity
      for row in stride(from: 0, to: rows, by: 8) {
        let given = unsafe CodeVector.load(answered, row)
        var factor = CodeVector()
        for (count, value) in factors.enumerated() where value != 0 {
          let isSo = given .== CodeVector(repeating: Int16(count))
          factor.replace(with: CodeVector(repeating: Int16(value)), where: isSo)
        }
        unsafe put(CodeVector.load(sums, row) &* factor, isLeft: (factor &- 1).isNegative, target, row)
      }
      return
    }
    let wide = unsafe long + index &* capacity
    unsafe factors.withUnsafeBufferPointer { factors in
      for row in 0..<rows {
        let factor = unsafe factors[Int(answered[row])]
        unsafe kept[row] &= factor == 0 ? 0 : -1
        unsafe wide[row] = Int32(truncatingIfNeeded: Int(sums[row]) &* factor)
      }
    }
  }

  /// Sets what is not kept to zero, so that it adds nothing; returns how many rows are kept.
  fileprivate func whole(columns: Int, isShort: Bool) -> Int {
    var count = CodeVector()
    for row in stride(from: 0, to: capacity, by: 8) {
      let mask = unsafe CodeVector.load(kept, row)
      count &-= mask
      for index in 0..<columns {
        let place = unsafe short + index &* capacity
        unsafe (CodeVector.load(place, row) & mask).store(place, row)
      }
    }
    if !isShort {
      for index in 0..<columns {
        let place = unsafe long + index &* capacity
        for row in 0..<capacity { unsafe place[row] &= Int32(kept[row]) }
      }
    }
    return Int(count.wrappedSum())
  }

  fileprivate func sum(_ index: Int, isShort: Bool) -> Int {
    if isShort {
      let column = unsafe short + index &* capacity
      var total: Int32 = 0
      for row in 0..<capacity { unsafe total &+= Int32(column[row]) }
      return Int(total)
    }
    let column = unsafe long + index &* capacity
    var total = 0
    for row in 0..<capacity { unsafe total &+= Int(column[row]) }
    return total
  }

  fileprivate func tinyProduct(_ i: Int, _ j: Int) -> Int {
    let (a, b) = unsafe (short + i &* capacity, short + j &* capacity)
    var first = CodeVector()
    var second = CodeVector()
    var row = 0
    while row &+ 16 <= capacity {
      unsafe first &+= CodeVector.load(a, row) &* CodeVector.load(b, row)
      unsafe second &+= CodeVector.load(a, row &+ 8) &* CodeVector.load(b, row &+ 8)
      row &+= 16
    }
    if row < capacity { unsafe first &+= CodeVector.load(a, row) &* CodeVector.load(b, row) }
    return Int(SIMD8<Int32>(truncatingIfNeeded: first).wrappedSum())
      + Int(SIMD8<Int32>(truncatingIfNeeded: second).wrappedSum())
  }

  @inline(__always)
  fileprivate func shortProduct(_ i: Int, _ j: Int) -> Int {
    unsafe MomentWorkspace.shortProduct(short + i &* capacity, short + j &* capacity, rows: capacity)
  }

  /// Products in pairs of lanes: one instruction where the processor has it.
  private static func shortProduct(_ a: UnsafeMutablePointer<Int16>, _ b: UnsafeMutablePointer<Int16>, rows: Int) -> Int
  {
    var total: Int32 = 0
    for row in 0..<rows { unsafe total &+= Int32(a[row]) &* Int32(b[row]) }
    return Int(total)
  }

  fileprivate func product(_ i: Int, _ j: Int, largest: Int) -> Int128 {
    let (a, b) = unsafe (long + i &* capacity, long + j &* capacity)
    if largest * largest < (1 << 62) / capacity {
      var total = 0
      for row in 0..<capacity { unsafe total &+= Int(a[row]) &* Int(b[row]) }
      return Int128(total)
    }
    var total: Int128 = 0
    for row in 0..<capacity { total += unsafe Int128(Int(a[row]) &* Int(b[row])) }
    return total
  }
}
