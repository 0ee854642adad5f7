import Audit

@testable import Ingest

/// Weights row by row.
extension NaiveTally {
  private typealias Weighted = (row: [Meaning], weight: Int)

  var weights: WeightTally? {
    guard let position = plan.rows.weight else { return nil }
    func weighted(_ rows: [[Meaning]]) -> [Weighted] {
      rows.compactMap { row in
        guard case .weight(let weight, _) = row[position] else { return nil }
        return (row, weight)
      }
    }
    let all = cell(weighted(rows))
    let values = weighted(rows).map(\.weight)
    return WeightTally(
      n: all.rows, sum: all.sum, squares: all.squares, minimum: values.min() ?? 0, maximum: values.max() ?? 0,
      rounded: rows.count { row in
        guard case .weight(_, let isRounded) = row[position] else { return false }
        return isRounded
      },
      slices: parts.map { part in slice(part.slice, weighted(part.rows)) })
  }

  private func cell(_ rows: [Weighted]) -> WeightTally.Cell {
    WeightTally.Cell(
      rows: rows.count, sum: rows.reduce(0) { $0 + Int128($1.weight) },
      squares: rows.reduce(0) { $0 + Int128($1.weight) * Int128($1.weight) })
  }

  private func slice(_ slice: Slice, _ rows: [Weighted]) -> WeightedSlice {
    func levels(_ range: ClosedRange<Int>, _ value: ([Meaning]) -> Int?) -> [WeightTally.Cell] {
      range.map { level in cell(rows.filter { value($0.row) == level }) }
    }
    return WeightedSlice(
      slice: slice, all: cell(rows),
      items: definition.items.enumerated().map { index, question in
        let (levelRange, range) = (0...question.scale.range, -question.scale.range...question.scale.range)
        var item = WeightedSlice.Item()
        item.perception = levels(levelRange) { answer($0, index)?.p }
        switch question.comparison {
        case .expectation:
          item.expectation = levels(levelRange) { answer($0, index)?.target }
          item.difference = levels(range) { answer($0, index).map { $0.p - $0.target } }
        case .zone:
          item.adequacy = levels(range) { answer($0, index).map { $0.p - $0.target } }
          item.superiority = levels(range) { answer($0, index).map { $0.p - ($0.desired ?? 0) } }
        case .standard, .none: break
        }
        return item
      }, sets: definition.sets.map { set($0, rows) },
      outcomes: zip(plan.outcomes, definition.outcomes).map { position, outcome in
        levels(0...outcome.scale.range) { level($0, position) }
      })
  }

  private func set(_ set: ItemSet, _ rows: [Weighted]) -> WeightedSlice.Set {
    var found = WeightedSlice.Set()
    guard let scale = hasOneScale(set) else { return found }
    let rows = rows.filter { !about(set, [$0.row]).isEmpty }
    func scores(_ items: [Int], _ value: (Answer) -> Int) -> [WeightedSlice.Entry] {
      var parts: [[Int]: [Weighted]] = [:]
      for row in rows where !items.isEmpty {
        let answers = items.compactMap { answer(row.row, $0) }
        guard !answers.isEmpty, 2 * answers.count >= items.count else { continue }
        parts[[answers.count, answers.reduce(0) { $0 + value($1) }], default: []].append(row)
      }
      return parts.keys.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }.map {
        WeightedSlice.Entry(answered: $0[0], sum: $0[1], cell: cell(parts[$0] ?? []))
      }
    }
    let gaps = set.items.filter { definition.items[$0].hasGap }
    let zones = set.items.filter { definition.items[$0].comparison == .zone }
    found.gap = scores(gaps) { $0.p - $0.target }
    found.expectation = scores(gaps) { $0.target + scale.minimum }
    found.perception = scores(set.items) { $0.p + scale.minimum }
    found.shortfall = scores(set.items) { max(0, $0.target - $0.p) }
    found.adequacy = scores(zones) { $0.p - $0.target }
    found.superiority = scores(zones) { $0.p - ($0.desired ?? 0) }
    func serious(_ row: Weighted, _ distance: (Answer) -> Int) -> Bool {
      let answers = set.items.compactMap { answer(row.row, $0) }
      guard !answers.isEmpty, 2 * answers.count >= set.items.count else { return false }
      return 4 * answers.reduce(0) { $0 + max(0, distance($1)) } > answers.count * scale.range
    }
    func isShort(_ row: Weighted) -> Bool { serious(row) { $0.target - $0.p } }
    func isOver(_ row: Weighted) -> Bool { serious(row) { $0.p - $0.target } }
    found.seriousShortfalls = cell(rows.filter { isShort($0) && !isOver($0) })
    found.seriousSurpluses = cell(rows.filter { isOver($0) && !isShort($0) })
    return found
  }
}
