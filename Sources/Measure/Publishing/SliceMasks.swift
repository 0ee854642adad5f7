import Audit

/// Which counts of a wave's slices are hidden: one mask for each list of counts, whatever it counts.
///
/// Counts that are the same in every slice are one count: what one figure showed would give away what another hides. So
/// the mask depends on the counts alone. A slice whose rows are hidden is hidden in every list.
struct SliceMasks {
  /// Counts by slice, in byte order of the slices; nil where they are withheld already.
  typealias Counts = [Int?]

  private let minimum: Int
  private let slices: [Slice]
  private let lines: [SliceLines.Line]
  /// Segments of whose values figures are published that tell Σn²: those that are units, too.
  private let spreadSegments: Set<String>
  private let rowCounts: Counts
  /// Slices whose rows are hidden.
  private(set) var rows: Set<Int> = []
  private var known: [Counts: Set<Int>] = [:]

  /// - Parameters:
  ///   - slices: In byte order.
  ///   - rows: Of each slice.
  ///   - minimum: Fewer rows than this are few.
  ///   - spreadSegments: Segments whose values are units as well.
  init(_ slices: [Slice], rows: Counts, minimum: Int, spreadSegments: Set<String>) {
    self.minimum = minimum
    self.slices = slices
    self.spreadSegments = spreadSegments
    lines = SliceLines(slices).lines
    rowCounts = rows
    self.rows = hidden(rows)
  }

  /// Hidden slices of a list that nothing but slices adds up to.
  mutating func hidden(_ counts: Counts) -> Set<Int> {
    if let found = known[counts] { return found }
    let table = CellTable(cells: cells(counts), lines: lines(of: 0))
    let found = HiddenCells(table, minimum: minimum, hidden: rows).cells
    known[counts] = found
    return found
  }

  /// Lists that add up to others in each slice, such as touchpoints to all items where each row is about one touchpoint.
  struct Family {
    var total: Counts
    var parts: [Counts]
  }

  /// Makes the masks of lists that add up to others; their totals are hidden as if they stood for themselves.
  mutating func add(_ families: [Family]) {
    for family in families { _ = hidden(family.total) }
    var places: [ListPlace: Int] = [:]
    var lists: [Counts] = []
    var table = CellTable(cells: [], lines: [])
    var first: Set<Int> = []
    for family in families {
      let members = family.members
      for member in members where places[member] == nil {
        let place = lists.count
        places[member] = place
        lists.append(member.counts)
        first.formUnion((known[member.counts] ?? rows).map { $0 + place * slices.count })
        // A part that is all there is of a total is hidden as that is.
        table.cells += cells(
          member.counts, at: place, areFixed: known[member.counts] != nil, isPart: true)
        table.lines += lines(of: place)
      }
      table.lines += lines(total: members[0], parts: members.dropFirst().filter { $0 != members[0] }, places)
    }
    let found = HiddenCells(table, minimum: minimum, hidden: first).cells
    var masks: [Counts: Set<Int>] = [:]
    for (place, counts) in lists.enumerated() {
      masks[counts, default: []].formUnion(slices.indices.filter { found.contains($0 + place * slices.count) })
    }
    known.merge(masks) { old, new in old.union(new) }
  }

  /// Cells of the list at a place of a table. Everyone stays, unless it is a part of another list.
  private func cells(
    _ counts: Counts, at place: Int = 0, areFixed: Bool = false, isPart: Bool = false
  ) -> [CellTable.Cell] {
    let complete = counts == rowCounts ? [] : slices.indices.filter { isComplete($0, counts) }
    return slices.indices.map { index in
      let slice = slices[index]
      let tellers =
        slice.parts.count < 2 || rows.contains(index)
        ? [] : complete.filter { Set(slices[$0].parts).isStrictSubset(of: slice.parts) }
      return CellTable.Cell(
        count: counts[index], level: slice.parts.count, isFixed: areFixed || (slice.parts.isEmpty && !isPart),
        toldBy: tellers.map { $0 + place * slices.count })
    }
  }

  /// All rows of a value count, so also all of those that it is crossed with: their number stands at the rows.
  private func isComplete(_ slice: Int, _ counts: Counts) -> Bool {
    slices[slice].parts.count > 0 && !rows.contains(slice) && counts[slice] != nil && counts[slice] == rowCounts[slice]
  }

  private func lines(of place: Int) -> [CellTable.Line] {
    lines.map { line in
      CellTable.Line(
        total: line.total + place * slices.count, parts: line.parts.map { $0 + place * slices.count },
        tellsSizes: slices[line.total].parts.isEmpty && line.segments.isSubset(of: spreadSegments))
    }
  }

  private func lines(total: ListPlace, parts: [ListPlace], _ places: [ListPlace: Int]) -> [CellTable.Line] {
    let parts = parts.compactMap { places[$0] }
    guard let total = places[total], !parts.isEmpty else { return [] }
    return slices.indices.map { slice in
      CellTable.Line(total: slice + total * slices.count, parts: parts.map { slice + $0 * slices.count })
    }
  }
}

/// A list of counts; where a family has several that are the same, which of them.
private struct ListPlace: Hashable {
  var counts: SliceMasks.Counts
  var occurrence: Int
}

extension SliceMasks.Family {
  /// The total first.
  fileprivate var members: [ListPlace] {
    var occurrences: [SliceMasks.Counts: Int] = [:]
    return [ListPlace(counts: total, occurrence: 0)]
      + parts.map { counts in
        // A part that is the total is no other list.
        if counts == total { return ListPlace(counts: counts, occurrence: 0) }
        defer { occurrences[counts, default: 0] += 1 }
        return ListPlace(counts: counts, occurrence: occurrences[counts] ?? 0)
      }
  }
}
