/// Counts that add up, as they are published side by side.
///
/// What the lines leave out, such as rows that name no value of a segment, is taken to be known: the counts of columns and of
/// comparisons give it away. So it shields nothing.
struct CellTable {
  struct Line {
    /// The cell that the parts add up to; it may itself be a part of another line.
    var total: Int
    var parts: [Int]
  }

  /// Rows of each cell; nil where they are withheld already.
  var counts: [Int?]
  /// Breaks ties, so that the result does not depend on the order of the cells; one for each cell, all different.
  var names: [String]
  var lines: [Line]
}

/// Cells of a table that are not shown, so that no count of 1 up to the minimum can be had, directly or by subtraction
/// (methodology 2.8).
///
/// In each line none is hidden, or at least two that together are not few; the smallest visible cell goes next, totals last.
/// Over all lines together no hidden cell has one possible value. Where no cell is few nothing is hidden.
struct HiddenCells {
  private let table: CellTable
  private let minimum: Int
  private let preferred: Set<Int>
  /// Lines in which a cell stands.
  private var linesOfCell: [[Int]]
  private(set) var cells: Set<Int>

  /// - Parameters:
  ///   - table: The counts.
  ///   - minimum: Fewer rows than this are few; none may be shown.
  ///   - hidden: Cells that are hidden for another reason.
  ///   - preferred: Cells that are hidden before others, since they are hidden in a table of their own.
  init(_ table: CellTable, minimum: Int, hidden: Set<Int> = [], preferred: Set<Int> = []) {
    self.table = table
    self.minimum = minimum
    self.preferred = preferred
    cells = hidden.union(table.counts.indices.filter { isFew(table.counts[$0], minimum) })
    linesOfCell = []
    guard !cells.isEmpty, !table.lines.isEmpty else { return }
    linesOfCell = Array(repeating: [], count: table.counts.count)
    for (index, line) in table.lines.enumerated() {
      for cell in line.parts + [line.total] { linesOfCell[cell].append(index) }
    }
    protect()
  }

  /// Smallest first, and by name.
  private func precedes(_ left: Int, _ right: Int) -> Bool {
    let (a, b) = (preferred.contains(left), preferred.contains(right))
    if a != b { return a }
    let (one, other) = (table.counts[left] ?? 0, table.counts[right] ?? 0)
    if one != other { return one < other }
    return table.names[left].utf8.lexicographicallyPrecedes(table.names[right].utf8)
  }

  /// Visible, and somebody is in it.
  private func canBeHidden(_ cell: Int) -> Bool { !cells.contains(cell) && (table.counts[cell] ?? 0) > 0 }

  private mutating func protect() {
    let names = table.lines.map(name)
    let order = names.indices.sorted { names[$0].lexicographicallyPrecedes(names[$1]) }
    while true {
      var isSettled = false
      while !isSettled {
        isSettled = true
        for index in order where protect(table.lines[index]) { isSettled = false }
      }
      let known = KnownCells(table.lines, hidden: cells).cells.filter { table.counts[$0] != 0 }
      guard let cell = known.sorted(by: precedes).first(where: { canBeShielded($0) }) else { return }
      shield(cell)
    }
  }

  private func name(_ line: CellTable.Line) -> [String] {
    [table.names[line.total]] + line.parts.map { table.names[$0] }.sorted()
  }

  /// Whether something had to be hidden.
  private mutating func protect(_ line: CellTable.Line) -> Bool {
    var hidden = line.parts.filter(cells.contains)
    let isTotalHidden = cells.contains(line.total)
    // Withheld counts come from a table that was protected before.
    var together = hidden.reduce(0) { $0 + (table.counts[$1] ?? minimum) }
    func isOpen() -> Bool {
      // That nobody is in them may be known.
      isTotalHidden ? hidden.isEmpty : together > 0 && (hidden.count < 2 || together < minimum)
    }
    guard isOpen() else { return false }
    var candidates = line.parts.filter(canBeHidden).sorted(by: precedes)[...]
    var didHide = false
    while isOpen(), let next = candidates.popFirst() {
      cells.insert(next)
      hidden.append(next)
      together += table.counts[next] ?? 0
      didHide = true
    }
    if isOpen(), canBeHidden(line.total) {
      cells.insert(line.total)
      didHide = true
    }
    return didHide
  }

  private func neighbours(of cell: Int) -> (parts: [Int], totals: [Int]) {
    let lines = linesOfCell[cell].map { table.lines[$0] }
    return (lines.flatMap(\.parts).filter(canBeHidden), lines.map(\.total).filter(canBeHidden))
  }

  private func canBeShielded(_ cell: Int) -> Bool {
    let (parts, totals) = neighbours(of: cell)
    return !parts.isEmpty || !totals.isEmpty
  }

  /// Hides one more cell beside one that the lines together give away.
  private mutating func shield(_ cell: Int) {
    let (parts, totals) = neighbours(of: cell)
    if let next = parts.min(by: precedes) ?? totals.min(by: precedes) { cells.insert(next) }
  }
}

/// Somebody, but fewer than the minimum.
func isFew(_ count: Int?, _ minimum: Int) -> Bool { count.map { $0 > 0 && $0 < minimum } ?? true }
