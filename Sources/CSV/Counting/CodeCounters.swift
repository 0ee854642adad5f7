#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Counters of rows by slot and mark, table by table, in zeroed memory that costs nothing until it is counted in.
///
/// Every slot has the same tables; the first has one counter, of the slot's rows. A mark is below its table's width.
/// Counters have 16 bits, so that those of many units stay close together; before the rows of a slot could be too many for
/// that, all are added to counters of 32 bits. No slot may have more than 2³¹ − 1 rows.
/// One task at a time works on them: they are filled by one and then handed on.
@safe package final class CodeCounters: @unchecked Sendable {
  /// Counters that a slot has in each table.
  package let widths: [Int]
  private let starts: [Int]
  /// Counters of one slot.
  package let stride: Int
  /// Slots there is room for.
  private var capacity = 0
  private var cells: UnsafeMutablePointer<UInt16>
  /// What was counted earlier; nil until that is needed.
  private var earlier: UnsafeMutablePointer<Int32>?
  /// At least the rows that any slot has in `cells`.
  private var fullest = 0

  private static let most = Int(UInt16.max)

  package init(widths: [Int], slots: Int = 8) {
    precondition(widths.first == 1, "the first table counts rows")
    self.widths = widths
    var starts: [Int] = []
    var total = 0
    for width in widths {
      starts.append(total)
      total += width
    }
    self.starts = starts
    stride = total
    capacity = max(1, slots)
    unsafe cells = CodeCounters.zeros(UInt16.self, capacity * stride)
    unsafe earlier = nil
  }

  deinit {
    unsafe free(cells)
    unsafe free(earlier)
  }

  private static func zeros<Cell>(_ type: Cell.Type, _ count: Int) -> UnsafeMutablePointer<Cell> {
    guard let fresh = unsafe calloc(max(1, count), MemoryLayout<Cell>.stride) else {
      fatalError("no memory for \(count) counters")
    }
    return unsafe fresh.bindMemory(to: type, capacity: count)
  }

  /// Makes room for as many slots.
  package func reserve(slots: Int) {
    guard slots > capacity else { return }
    let larger = max(slots, 2 * capacity)
    unsafe cells = moved(cells, to: larger)
    if let earlier = unsafe earlier { unsafe self.earlier = moved(earlier, to: larger) }
    capacity = larger
  }

  private func moved<Cell: FixedWidthInteger>(
    _ old: UnsafeMutablePointer<Cell>, to larger: Int
  ) -> UnsafeMutablePointer<Cell> {
    let fresh = unsafe CodeCounters.zeros(Cell.self, larger * stride)
    for (start, width) in zip(starts, widths) {
      let (from, to) = unsafe (old + start * capacity, fresh + start * larger)
      // What is zero is not written, so that its memory stays untouched.
      for index in 0..<width * capacity where unsafe from[index] != 0 { unsafe to[index] = from[index] }
    }
    unsafe free(old)
    return unsafe fresh
  }

  /// Adds what was counted to the wider counters.
  private func spill() {
    let wide = unsafe earlier ?? CodeCounters.zeros(Int32.self, capacity * stride)
    unsafe earlier = wide
    for index in 0..<capacity * stride where unsafe cells[index] != 0 {
      unsafe wide[index] &+= Int32(cells[index])
      unsafe cells[index] = 0
    }
    fullest = 0
  }

  /// Counts rows in their slots. What else is known of them is counted behind this.
  package func count(rowsIn slots: RowSlots, rows: Int) {
    precondition(rows <= slots.capacity && slots.highest < capacity, "a slot for every row")
    if fullest + rows > CodeCounters.most { spill() }
    for row in 0..<rows {
      let slot = unsafe Int(slots.values[row])
      unsafe cells[slot] &+= 1
      fullest = unsafe max(fullest, Int(cells[slot]))
    }
  }

  /// Adds one for each row, at the mark that stands in a column, in the row's slot.
  package func count(_ marks: CodeColumns, _ column: Int, in slots: RowSlots, table: Int, rows: Int) {
    precondition(rows <= min(marks.capacity, slots.capacity) && slots.highest < capacity, "a slot for every row")
    unsafe CodeCounters.increment(
      cells + starts[table] &* capacity, marks[column], slots.values, width: widths[table], rows: rows)
  }

  private static func increment(
    _ cells: UnsafeMutablePointer<UInt16>, _ marks: UnsafeMutablePointer<Int16>, _ slots: UnsafeMutablePointer<Int32>,
    width: Int, rows: Int
  ) {
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

  /// Adds the counters of a table in a slot to `sums`.
  package func add(table: Int, slot: Int, to sums: inout [Int]) {
    guard slot < capacity else { return }
    let first = starts[table] * capacity + slot * widths[table]
    let count = min(widths[table], sums.count)
    for index in 0..<count { unsafe sums[index] += Int(cells[first + index]) }
    guard let earlier = unsafe earlier else { return }
    for index in 0..<count { unsafe sums[index] += Int(earlier[first + index]) }
  }

  /// The marks of a table that were counted in some slots together, ascending, with their counts.
  package func counted(table: Int, slots: [Int]) -> [(mark: Int, count: Int)] {
    let width = widths[table]
    if slots.count == 1, slots[0] < capacity, unsafe earlier == nil {
      let first = unsafe cells + (starts[table] * capacity + slots[0] * width)
      return unsafe CodeCounters.nonzero(first, width)
    }
    var sums = [Int](repeating: 0, count: width)
    for slot in slots { add(table: table, slot: slot, to: &sums) }
    return sums.enumerated().lazy.filter { $0.element != 0 }.map { (mark: $0.offset, count: $0.element) }
  }

  /// Most counters are zero: four are looked at together.
  private static func nonzero(_ cells: UnsafeMutablePointer<UInt16>, _ width: Int) -> [(mark: Int, count: Int)] {
    var found: [(mark: Int, count: Int)] = []
    found.reserveCapacity(min(width, 48))
    var mark = 0
    while mark < width {
      if mark &+ 4 <= width, unsafe UnsafeRawPointer(cells + mark).loadUnaligned(as: UInt64.self) == 0 {
        mark &+= 4
        continue
      }
      let end = min(mark &+ 4, width)
      while mark < end {
        let count = unsafe Int(cells[mark])
        if count != 0 { found.append((mark, count)) }
        mark &+= 1
      }
    }
    return found
  }

  /// Adds the counters of all slots of another one; its slot k goes to `slots[k]`.
  package func add(_ other: CodeCounters, slots: [Int]) {
    precondition(widths == other.widths, "the same tables")
    reserve(slots: (slots.max() ?? -1) + 1)
    var rows = [Int](repeating: 0, count: capacity)
    for slot in 0..<capacity { unsafe rows[slot] = Int(cells[slot]) }
    for (from, to) in slots.enumerated() where from < other.capacity { unsafe rows[to] += Int(other.cells[from]) }
    let most = rows.max() ?? 0
    let isWide = unsafe other.earlier != nil
    if isWide || most > CodeCounters.most {
      spill()
      guard let wide = unsafe earlier else { return }
      unsafe add(other.cells, other, slots, to: wide)
      if let more = unsafe other.earlier { unsafe add(more, other, slots, to: wide) }
    } else {
      fullest = most
      unsafe add(other.cells, other, slots, to: cells)
    }
  }

  /// Most counters are zero: 32 are looked at together, and memory that nobody touched stays so.
  private func add<Cell: FixedWidthInteger, Sum: FixedWidthInteger>(
    _ theirs: UnsafeMutablePointer<Cell>, _ other: CodeCounters, _ slots: [Int], to mine: UnsafeMutablePointer<Sum>
  ) {
    for (start, width) in zip(starts, widths) {
      for (from, to) in slots.enumerated() where from < other.capacity {
        let source = unsafe theirs + start * other.capacity + from * width
        let target = unsafe mine + start * capacity + to * width
        for first in Swift.stride(from: 0, to: width, by: 32) {
          let count = min(32, width &- first)
          if unsafe CodeCounters.areZero(source + first, count) { continue }
          for cell in first..<first &+ count {
            unsafe target[cell] &+= Sum(truncatingIfNeeded: source[cell])
          }
        }
      }
    }
  }

  private static func areZero<Cell: FixedWidthInteger>(_ cells: UnsafeMutablePointer<Cell>, _ count: Int) -> Bool {
    var bits: Cell = 0
    for cell in 0..<count { unsafe bits |= cells[cell] }
    return bits == 0
  }
}
