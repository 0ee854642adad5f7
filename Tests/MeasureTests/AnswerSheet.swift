import Audit

/// Answers row by row, tallied the slow and plain way of methodology 0.2: an independent reading of what a scan counts.
struct AnswerSheet {
  struct Answer {
    var expectation: Int?
    var perception: Int
    /// Both or none: the zone of tolerance.
    var minimum: Int?
    var desired: Int?
  }

  struct Row {
    /// Parallel to the items.
    var answers: [Answer?] = []
    /// Parallel to the outcomes.
    var outcomes: [Int?] = []
    /// Parallel to the point dimensions; empty when not asked.
    var points: [Int] = []
    /// Importance ratings, parallel to the items.
    var ratings: [Int?] = []
    /// Parallel to the segments.
    var segments: [String] = []
    /// In millionths; nil for a row without one.
    var weight: Int?
  }

  var definition: SurveyDefinition
  var rows: [Row]

  /// Everyone, then each value of each segment.
  var tally: WaveTally {
    WaveTally(
      rows: rows.count, unusable: [], columns: columns, units: [], slices: parts.map { slice($0.slice, $0.rows) },
      weights: weights, rakedSlices: rakedSlices)
  }

  /// The rows of each slice.
  var parts: [(slice: Slice, rows: [Row])] {
    [(.all, rows)]
      + definition.segments.enumerated().flatMap { index, segment in
        segment.order.map { value in
          (
            Slice(parts: [Slice.Part(segment: segment.id, value: value)]),
            rows.filter { $0.segments[index] == value }
          )
        }
      } + crossed
  }

  /// Every value of the first with every one of the second, of two segments that are crossed.
  private var crossed: [(slice: Slice, rows: [Row])] {
    definition.crosses.flatMap { cross in
      let (one, other) = (definition.segments[cross[0]], definition.segments[cross[1]])
      return one.order.flatMap { first in
        other.order.map { second in
          let parts = [Slice.Part(segment: one.id, value: first), Slice.Part(segment: other.id, value: second)]
          return (
            Slice(parts: parts), rows.filter { $0.segments[cross[0]] == first && $0.segments[cross[1]] == second }
          )
        }
      }
    }
  }

  private var columns: [ColumnTally] {
    definition.items.enumerated().map { index, item in
      let valid = rows.count { $0.answers[index] != nil }
      return ColumnTally(
        header: item.id, rows: rows.count, valid: valid, missing: rows.count - valid, notApplicable: 0, invalid: 0)
    }
  }

  func slice(_ slice: Slice, _ rows: [Row]) -> SliceTally {
    SliceTally(
      slice: slice, rows: rows.count, items: definition.items.indices.map { item($0, rows) },
      sets: definition.sets.map { set($0, rows) },
      outcomes: definition.outcomes.enumerated().map { index, outcome in
        histogram(rows.compactMap { $0.outcomes[index] }, outcome.scale.minimum...outcome.scale.maximum)
      }, points: points(rows),
      itemImportance: definition.items.enumerated().map { index, item in
        guard let scale = item.importance else { return [] }
        return histogram(rows.compactMap { $0.ratings[index] }, scale.minimum...scale.maximum)
      })
  }

  private func item(_ index: Int, _ rows: [Row]) -> ItemTally {
    let item = definition.items[index]
    let levels = item.scale.minimum...item.scale.maximum
    let answers = rows.compactMap { $0.answers[index] }
    if item.comparison == .zone { return zone(item, rows.compactMap { zone(index, $0) }) }
    let perception = histogram(answers.map(\.perception), levels)
    guard item.comparison == .expectation else {
      return ItemTally(expectation: [], perception: perception, difference: [])
    }
    let pairs = answers.compactMap { answer in answer.expectation.map { ($0, answer.perception) } }
    return ItemTally(
      expectation: histogram(pairs.map(\.0), levels), perception: histogram(pairs.map(\.1), levels),
      difference: histogram(pairs.map { $0.1 - $0.0 }, -item.scale.range...item.scale.range))
  }

  /// All three answers, and the minimum not above the desired level.
  private func zone(_ index: Int, _ row: Row) -> (perception: Int, minimum: Int, desired: Int)? {
    guard definition.items[index].comparison == .zone, let answer = row.answers[index], let minimum = answer.minimum,
      let desired = answer.desired, minimum <= desired
    else { return nil }
    return (answer.perception, minimum, desired)
  }

  private func zone(_ item: Item, _ answers: [(perception: Int, minimum: Int, desired: Int)]) -> ItemTally {
    let differences = -item.scale.range...item.scale.range
    return ItemTally(
      expectation: [],
      perception: histogram(answers.map(\.perception), item.scale.minimum...item.scale.maximum), difference: [],
      zone: ZoneTally(
        adequacy: histogram(answers.map { $0.perception - $0.minimum }, differences),
        superiority: histogram(answers.map { $0.perception - $0.desired }, differences),
        width: histogram(answers.map { $0.desired - $0.minimum }, 0...item.scale.range), crossed: 0))
  }

  private func set(_ set: ItemSet, _ rows: [Row]) -> SetTally {
    let scales = Set(set.items.map { definition.items[$0].scale })
    let gapItems = set.items.filter { definition.items[$0].hasGap }
    let zoneItems = set.items.filter { definition.items[$0].comparison == .zone }
    var (adequacy, superiority) = (Scores(), Scores())
    var (gap, expectation, perception, shortfall) = (Scores(), Scores(), Scores(), Scores())
    var (short, over) = (0, 0)
    for row in scales.count == 1 ? rows : [] {
      let pairs = set.items.compactMap { pair($0, row) }
      if !pairs.isEmpty, 2 * pairs.count >= set.items.count, let range = scales.first?.range {
        perception.add(pairs.count, pairs.reduce(0) { $0 + $1.perception })
        let shortfalls = pairs.reduce(0) { $0 + max(0, $1.target - $1.perception) }
        let surpluses = pairs.reduce(0) { $0 + max(0, $1.perception - $1.target) }
        shortfall.add(pairs.count, shortfalls)
        let (isShort, isOver) = (4 * shortfalls > range * pairs.count, 4 * surpluses > range * pairs.count)
        short += isShort && !isOver ? 1 : 0
        over += isOver && !isShort ? 1 : 0
      }
      let zones = zoneItems.compactMap { zone($0, row) }
      if !zones.isEmpty, 2 * zones.count >= zoneItems.count {
        adequacy.add(zones.count, zones.reduce(0) { $0 + $1.perception - $1.minimum })
        superiority.add(zones.count, zones.reduce(0) { $0 + $1.perception - $1.desired })
      }
      let gaps = gapItems.compactMap { pair($0, row) }
      guard !gaps.isEmpty, 2 * gaps.count >= gapItems.count else { continue }
      gap.add(gaps.count, gaps.reduce(0) { $0 + $1.perception - $1.target })
      expectation.add(gaps.count, gaps.reduce(0) { $0 + $1.target })
    }
    return SetTally(
      gap: gap.tally, expectation: expectation.tally, perception: perception.tally, shortfall: shortfall.tally,
      seriousShortfalls: short, seriousSurpluses: over, adequacy: adequacy.tally, superiority: superiority.tally)
  }

  private func pair(_ index: Int, _ row: Row) -> (target: Int, perception: Int)? {
    guard let answer = row.answers[index] else { return nil }
    switch definition.items[index].comparison {
    case .expectation: return answer.expectation.map { ($0, answer.perception) }
    case .standard(let level): return (level, answer.perception)
    case .zone: return zone(index, row).map { ($0.minimum, $0.perception) }
    case .none: return (definition.items[index].satisfiedFrom, answer.perception)
    }
  }

  private func points(_ rows: [Row]) -> PointsTally {
    var tally = PointsTally()
    for total in 95...105 {
      let matching = rows.map(\.points).filter { !$0.isEmpty && $0.reduce(0, +) == total }
      guard let first = matching.first else { continue }
      let sums = first.indices.map { index in matching.reduce(0) { $0 + $1[index] } }
      tally.entries.append(PointsTally.Entry(total: total, rows: matching.count, sums: sums))
    }
    tally.excluded = rows.count { !$0.points.isEmpty && !(95...105).contains($0.points.reduce(0, +)) }
    return tally
  }

  private func histogram(_ values: [Int], _ levels: ClosedRange<Int>) -> [Int] {
    levels.map { level in values.count { $0 == level } }
  }
}

/// Rows by (answered, sum).
private struct Scores {
  private var counts: [[Int]: Int] = [:]

  mutating func add(_ answered: Int, _ sum: Int) { counts[[answered, sum], default: 0] += 1 }

  var tally: ScoreTally {
    let keys = counts.keys.sorted { $0.lexicographicallyPrecedes($1) }
    return ScoreTally(
      entries: keys.map { ScoreTally.Entry(answered: $0[0], sum: $0[1], count: counts[$0] ?? 0) })
  }
}
