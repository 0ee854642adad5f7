/// The same columns' sums for each group of rows; the groups add up to the whole.
package struct GroupedMoments: Sendable {
  /// Those of one group.
  package struct Part: Hashable, Sendable {
    package var n = 0
    package var sums: [Int]
    /// Upper triangle row by row.
    package var products: [Int128]
  }

  package private(set) var parts: [Part]

  package init(columns: Int, groups: Int) {
    let part = Part(
      sums: Array(repeating: 0, count: columns), products: Array(repeating: 0, count: columns * (columns + 1) / 2))
    parts = Array(repeating: part, count: groups)
  }

  package mutating func add(_ other: GroupedMoments) {
    for group in parts.indices {
      parts[group].n += other.parts[group].n
      for index in parts[group].sums.indices { parts[group].sums[index] += other.parts[group].sums[index] }
      for index in parts[group].products.indices { parts[group].products[index] += other.parts[group].products[index] }
    }
  }

  /// Adds the rows that were added to `whole` last, and are in the workspace still.
  package mutating func add(
    _ whole: MomentSums, _ workspace: MomentWorkspace, _ groups: RowGroups, _ sorted: SortedRows
  ) {
    precondition(groups.count == parts.count, "a part for each group")
    let columns = whole.columns.count
    let isShort = whole.isShort(in: workspace)
    sorted.take(workspace, groups, columns: columns, isShort: isShort)
    for group in parts.indices {
      let places = groups.starts[group]..<groups.starts[group + 1]
      if places.isEmpty { continue }
      parts[group].n += sorted.kept(places)
      var product = 0
      for i in 0..<columns {
        parts[group].sums[i] += sorted.sum(i, places, isShort: isShort)
        for j in i..<columns {
          parts[group].products[product] += isShort ? sorted.shortProduct(i, j, places) : sorted.product(i, j, places)
          product += 1
        }
      }
    }
  }
}

/// Columns of a workspace with the rows of each group together.
@safe package final class SortedRows {
  private let columns: Int
  private let room: Int
  private let kept: UnsafeMutablePointer<Int16>
  private let short: UnsafeMutablePointer<Int16>
  private let long: UnsafeMutablePointer<Int32>

  package init(columns: Int, groups: RowGroups) {
    self.columns = columns
    room = groups.room
    let cells = max(1, columns) * room
    unsafe kept = .allocate(capacity: room)
    unsafe short = .allocate(capacity: cells)
    unsafe long = .allocate(capacity: cells)
    unsafe kept.initialize(repeating: 0, count: room)
    unsafe short.initialize(repeating: 0, count: cells)
    unsafe long.initialize(repeating: 0, count: cells)
  }

  deinit {
    unsafe kept.deallocate()
    unsafe short.deallocate()
    unsafe long.deallocate()
  }

  /// Takes the columns' values of all rows; places without a row are zero.
  fileprivate func take(_ workspace: MomentWorkspace, _ groups: RowGroups, columns: Int, isShort: Bool) {
    precondition(columns <= self.columns && groups.room == room && groups.capacity <= workspace.capacity, "room")
    unsafe kept.update(repeating: 0, count: room)
    for row in 0..<groups.rows { unsafe kept[Int(groups.places[row])] = workspace.kept[row] }
    for index in 0..<columns {
      if isShort {
        let (source, target) = unsafe (workspace.short + index &* workspace.capacity, short + index &* room)
        unsafe target.update(repeating: 0, count: room)
        for row in 0..<groups.rows { unsafe target[Int(groups.places[row])] = source[row] }
      } else {
        let (source, target) = unsafe (workspace.long + index &* workspace.capacity, long + index &* room)
        unsafe target.update(repeating: 0, count: room)
        for row in 0..<groups.rows { unsafe target[Int(groups.places[row])] = source[row] }
      }
    }
  }

  fileprivate func kept(_ places: Range<Int>) -> Int {
    var count = 0
    for place in places { unsafe count &-= Int(kept[place]) }
    return count
  }

  fileprivate func sum(_ index: Int, _ places: Range<Int>, isShort: Bool) -> Int {
    var total = 0
    if isShort {
      let column = unsafe short + index &* room
      for place in places { unsafe total &+= Int(column[place]) }
    } else {
      let column = unsafe long + index &* room
      for place in places { unsafe total &+= Int(column[place]) }
    }
    return total
  }

  /// The products of all rows of a workspace fit 31 bits, so those of a group do.
  fileprivate func shortProduct(_ i: Int, _ j: Int, _ places: Range<Int>) -> Int128 {
    let (a, b) = unsafe (short + i &* room, short + j &* room)
    var total: Int32 = 0
    for place in places { unsafe total &+= Int32(a[place]) &* Int32(b[place]) }
    return Int128(total)
  }

  fileprivate func product(_ i: Int, _ j: Int, _ places: Range<Int>) -> Int128 {
    let (a, b) = unsafe (long + i &* room, long + j &* room)
    var total: Int128 = 0
    for place in places { total += unsafe Int128(Int(a[place]) &* Int(b[place])) }
    return total
  }
}
