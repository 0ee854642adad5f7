#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Counters of rows by slot and mark, table by table, in zeroed memory that costs nothing until it is counted in.
///
/// Every slot has the same tables. A mark is below its table's width. Counters hold up to 2³¹ − 1 rows.
/// One task at a time works on them: they are filled by one and then handed on.
@safe package final class CodeCounters: @unchecked Sendable {
  /// Counters that a slot has in each table.
  package let widths: [Int]
  private let starts: [Int]
  /// Counters of one slot.
  package let stride: Int
  /// Slots there is room for.
  private var capacity = 0
  private var cells: UnsafeMutablePointer<Int32>?

  package init(widths: [Int], slots: Int = 8) {
    self.widths = widths
    var starts: [Int] = []
    var total = 0
    for width in widths {
      starts.append(total)
      total += width
    }
    self.starts = starts
    stride = total
    unsafe cells = nil
    reserve(slots: max(1, slots))
  }

  deinit {
    unsafe free(cells)
  }

  /// Makes room for as many slots.
  package func reserve(slots: Int) {
    guard slots > capacity else { return }
    let larger = max(slots, 2 * capacity)
    guard let fresh = unsafe calloc(max(1, larger * stride), MemoryLayout<Int32>.stride) else {
      fatalError("no memory for the counters of \(larger) groups")
    }
    let target = unsafe fresh.bindMemory(to: Int32.self, capacity: larger * stride)
    if let cells = unsafe cells {
      for (start, width) in zip(starts, widths) {
        let (from, to, count) = unsafe (cells + start * capacity, target + start * larger, width * capacity)
        // What is zero is not written, so that its memory stays untouched.
        for index in 0..<count where unsafe from[index] != 0 { unsafe to[index] = from[index] }
      }
    }
    unsafe free(cells)
    unsafe cells = target
    capacity = larger
  }

  @inline(__always)
  private func table(_ table: Int) -> UnsafeMutablePointer<Int32> {
    guard let cells = unsafe cells else { fatalError("counters have memory from the start") }
    return unsafe cells + starts[table] &* capacity
  }

  /// Adds one for each row, at the mark that stands in a column, in the row's slot.
  package func count(_ marks: CodeColumns, _ column: Int, in slots: RowSlots, table: Int, rows: Int) {
    precondition(rows <= CodeColumns.capacity && slots.highest < capacity, "a slot for every row")
    let width = Int32(truncatingIfNeeded: widths[table])
    unsafe CodeCounters.increment(self.table(table), marks[column], slots.values, width: width, rows: rows)
  }

  private static func increment(
    _ cells: UnsafeMutablePointer<Int32>, _ marks: UnsafeMutablePointer<Int16>, _ slots: UnsafeMutablePointer<Int32>,
    width: Int32, rows: Int
  ) {
    let width = Int(width)
    var row = 0
    while row &+ 4 <= rows {
      let a = unsafe Int(slots[row]) &* width &+ Int(marks[row])
      let b = unsafe Int(slots[row &+ 1]) &* width &+ Int(marks[row &+ 1])
      let c = unsafe Int(slots[row &+ 2]) &* width &+ Int(marks[row &+ 2])
      let d = unsafe Int(slots[row &+ 3]) &* width &+ Int(marks[row &+ 3])
      unsafe cells[a] &+= 1
      unsafe cells[b] &+= 1
      unsafe cells[c] &+= 1
      unsafe cells[d] &+= 1
      row &+= 4
    }
    while row < rows {
      unsafe cells[Int(slots[row]) &* width &+ Int(marks[row])] &+= 1
      row &+= 1
    }
  }

  /// Adds one for each row in the one counter of a table of width 1.
  package func count(rowsIn slots: RowSlots, table: Int, rows: Int) {
    precondition(rows <= CodeColumns.capacity && slots.highest < capacity && widths[table] == 1, "a slot for every row")
    let cells = unsafe self.table(table)
    for row in 0..<rows { unsafe cells[Int(slots.values[row])] &+= 1 }
  }

  /// Adds the counters of a table in a slot to `sums`.
  package func add(table: Int, slot: Int, to sums: inout [Int]) {
    guard slot < capacity else { return }
    let width = widths[table]
    let cells = unsafe self.table(table) + slot * width
    for index in 0..<min(width, sums.count) { unsafe sums[index] += Int(cells[index]) }
  }

  /// Adds the counters of all slots of another one; its slot k goes to `slots[k]`.
  package func add(_ other: CodeCounters, slots: [Int]) {
    precondition(widths == other.widths, "the same tables")
    reserve(slots: (slots.max() ?? -1) + 1)
    for index in widths.indices {
      let width = widths[index]
      let (mine, theirs) = unsafe (table(index), other.table(index))
      for (from, to) in slots.enumerated() where from < other.capacity {
        let (source, target) = unsafe (theirs + from * width, mine + to * width)
        for cell in 0..<width where unsafe source[cell] != 0 { unsafe target[cell] &+= source[cell] }
      }
    }
  }
}
