import Audit

/// The weights of an answer sheet: rows of one weight are tallied as any others, and each count weighs so much.
extension AnswerSheet {
  /// Nil where no row has a weight.
  var weights: WeightTally? {
    let all = rows.compactMap(\.weight)
    guard let least = all.min(), let most = all.max() else { return nil }
    var whole = WeightTally.Cell()
    for weight in all { whole.add(weight: weight) }
    return WeightTally(
      n: whole.rows, sum: whole.sum, squares: whole.squares, minimum: least, maximum: most,
      slices: parts.map { weighted($0.slice, $0.rows) })
  }

  /// The cells of raked segments in each slice.
  var rakedSlices: [RakedSlice] {
    guard !definition.rake.isEmpty else { return [] }
    let raked = definition.rake.map(\.segment)
    return parts.map { part in
      var cells: [SliceTally] = []
      for values in Self.combinations(raked.map { definition.segments[$0].order }) {
        let own = part.rows.filter { row in zip(raked, values).allSatisfy { row.segments[$0] == $1 } }
        let names = zip(raked, values).map { Slice.Part(segment: definition.segments[$0].id, value: $1) }
        if !own.isEmpty { cells.append(slice(Slice(parts: names), own)) }
      }
      return RakedSlice(slice: part.slice, cells: cells)
    }
  }

  private static func combinations(_ lists: [[String]]) -> [[String]] {
    lists.reduce([[]]) { found, list in found.flatMap { one in list.map { one + [$0] } } }
  }

  private func weighted(_ slice: Slice, _ rows: [Row]) -> WeightedSlice {
    let empty = self.slice(slice, [])
    var whole = WeightedSlice(
      slice: slice, all: WeightTally.Cell(), items: empty.items.map { Self.item($0, 0) },
      sets: empty.sets.map { _ in WeightedSlice.Set() },
      outcomes: empty.outcomes.map { Self.cells($0, 0) })
    for weight in Set(rows.compactMap(\.weight)).sorted() {
      let part = self.slice(slice, rows.filter { $0.weight == weight })
      whole.all.add(Self.cell(part.rows, weight))
      for index in whole.items.indices { Self.add(Self.item(part.items[index], weight), to: &whole.items[index]) }
      for index in whole.sets.indices { Self.add(part.sets[index], weight, to: &whole.sets[index]) }
      for index in whole.outcomes.indices {
        Self.add(Self.cells(part.outcomes[index], weight), to: &whole.outcomes[index])
      }
    }
    return whole
  }

  private static func cell(_ count: Int, _ weight: Int) -> WeightTally.Cell {
    WeightTally.Cell(
      rows: count, sum: Int128(count) * Int128(weight), squares: Int128(count) * Int128(weight) * Int128(weight))
  }

  private static func cells(_ counts: [Int], _ weight: Int) -> [WeightTally.Cell] { counts.map { cell($0, weight) } }

  private static func item(_ tally: ItemTally, _ weight: Int) -> WeightedSlice.Item {
    var item = WeightedSlice.Item()
    item.expectation = cells(tally.expectation, weight)
    item.perception = cells(tally.perception, weight)
    item.difference = cells(tally.difference, weight)
    item.adequacy = cells(tally.zone?.adequacy ?? [], weight)
    item.superiority = cells(tally.zone?.superiority ?? [], weight)
    return item
  }

  private static func add(_ part: [WeightTally.Cell], to whole: inout [WeightTally.Cell]) {
    for index in part.indices { whole[index].add(part[index]) }
  }

  private static func add(_ part: WeightedSlice.Item, to whole: inout WeightedSlice.Item) {
    add(part.expectation, to: &whole.expectation)
    add(part.perception, to: &whole.perception)
    add(part.difference, to: &whole.difference)
    add(part.adequacy, to: &whole.adequacy)
    add(part.superiority, to: &whole.superiority)
  }

  private static func add(_ part: SetTally, _ weight: Int, to whole: inout WeightedSlice.Set) {
    add(part.gap, weight, to: &whole.gap)
    add(part.expectation, weight, to: &whole.expectation)
    add(part.perception, weight, to: &whole.perception)
    add(part.shortfall, weight, to: &whole.shortfall)
    add(part.adequacy, weight, to: &whole.adequacy)
    add(part.superiority, weight, to: &whole.superiority)
    whole.seriousShortfalls.add(cell(part.seriousShortfalls, weight))
    whole.seriousSurpluses.add(cell(part.seriousSurpluses, weight))
  }

  private static func add(_ part: ScoreTally, _ weight: Int, to whole: inout [WeightedSlice.Entry]) {
    for entry in part.entries {
      let own = cell(entry.count, weight)
      if let index = whole.firstIndex(where: { $0.answered == entry.answered && $0.sum == entry.sum }) {
        whole[index].cell.add(own)
      } else {
        whole.append(WeightedSlice.Entry(answered: entry.answered, sum: entry.sum, cell: own))
      }
    }
    whole.sort { ($0.answered, $0.sum) < ($1.answered, $1.sum) }
  }
}
