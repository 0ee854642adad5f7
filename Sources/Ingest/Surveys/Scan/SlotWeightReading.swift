import Audit
import CSV

/// Reads what the rows of some slots of a partition weigh, as ``SlotReading`` reads how many there are.
struct SlotWeightReading {
  private let definition: SurveyDefinition
  private let layout: TallyLayout
  private let weights: SlotWeights
  private let slots: [TallyReadout.Slot]
  private let tables: [Int: [(mark: Int, cell: WeightTally.Cell)]]

  init(
    definition: SurveyDefinition, layout: TallyLayout, weights: SlotWeights, slots: [TallyReadout.Slot]
  ) {
    (self.definition, self.layout, self.weights, self.slots) = (definition, layout, weights, slots)
    tables = weights.gathered(slots.map(\.number))
  }

  func tally(of slice: Slice) -> WeightedSlice {
    var byTouchpoint: [String: [Int: [(mark: Int, cell: WeightTally.Cell)]]] = [:]
    let sets = definition.sets.map { set -> WeightedSlice.Set in
      guard let index = layout.sets.firstIndex(where: { $0.items == set.items }) else { return WeightedSlice.Set() }
      guard let touchpoint = set.rowTouchpoint else { return self.set(index, tables, slots.map(\.number)) }
      let about = slots.filter { $0.touchpoint == touchpoint }.map(\.number)
      let found = byTouchpoint[touchpoint] ?? weights.gathered(about)
      byTouchpoint[touchpoint] = found
      return self.set(index, found, about)
    }
    return WeightedSlice(
      slice: slice, all: tables[0]?.first?.cell ?? WeightTally.Cell(),
      items: zip(layout.items, definition.items).map { item($0, $1.scale) }, sets: sets,
      outcomes: zip(layout.outcomes, definition.outcomes).map { levels($0, $1.scale.levels) })
  }

  /// The levels of a table, whose first mark is no answer.
  private func levels(_ table: Int, _ count: Int) -> [WeightTally.Cell] {
    var levels = Array(repeating: WeightTally.Cell(), count: count)
    for (mark, cell) in tables[table] ?? [] where mark <= count { levels[mark - 1] = cell }
    return levels
  }

  private func item(_ place: TallyLayout.ItemTables, _ scale: Scale) -> WeightedSlice.Item {
    var item = WeightedSlice.Item()
    let (count, width) = (scale.levels, 2 * scale.levels - 1)
    switch place {
    case .perception(let table): item.perception = levels(table, count)
    case .joint(let table):
      item.expectation = Array(repeating: WeightTally.Cell(), count: count)
      item.perception = item.expectation
      item.difference = Array(repeating: WeightTally.Cell(), count: width)
      for (mark, cell) in tables[table] ?? [] {
        let (e, p) = (mark - 1).quotientAndRemainder(dividingBy: count)
        item.expectation[e].add(cell)
        item.perception[p].add(cell)
        item.difference[p - e + count - 1].add(cell)
      }
    case .apart(let perception, let difference, let expectation):
      item.perception = levels(perception, count)
      item.difference = levels(difference, width)
      item.expectation = levels(expectation, count)
    case .zone(let perception, let adequacy, let superiority, _):
      item.perception = levels(perception, count)
      item.adequacy = levels(adequacy, width)
      item.superiority = levels(superiority, width)
    }
    return item
  }

  private func set(
    _ index: Int, _ tables: [Int: [(mark: Int, cell: WeightTally.Cell)]], _ slots: [Int]
  ) -> WeightedSlice.Set {
    let places = layout.sets[index]
    var set = WeightedSlice.Set()
    if places.isSparse { return sparse(index, slots) }
    func entries(_ score: TallyLayout.ScoreTable?, _ kind: TallyLayout.Score) -> [WeightedSlice.Entry] {
      guard let score else { return [] }
      return (tables[score.table] ?? []).map { mark, cell in
        let (row, place) = (mark - 1).quotientAndRemainder(dividingBy: score.shape.width)
        let answered = score.shape.least + row
        return entry(kind, places, answered: answered, levels: place - answered * score.shape.shift, cell)
      }
    }
    set.gap = entries(places.gap, .gap)
    set.expectation = entries(places.expectation, .expectation)
    set.perception = entries(places.perception, .perception)
    set.shortfall = entries(places.shortfall, .shortfall)
    set.adequacy = entries(places.adequacy, .adequacy)
    set.superiority = entries(places.superiority, .superiority)
    for (mark, cell) in tables[places.serious] ?? [] {
      if mark == 1 { set.seriousShortfalls = cell } else { set.seriousSurpluses = cell }
    }
    return set
  }

  private func sparse(_ index: Int, _ slots: [Int]) -> WeightedSlice.Set {
    let kept = Set(slots)
    let places = layout.sets[index]
    var set = WeightedSlice.Set()
    var scores: [TallyLayout.Score: [SlotCounts.SparseKey: WeightTally.Cell]] = [:]
    for (key, cell) in weights.sparse where key.set == index && kept.contains(key.slot) {
      var place = key
      place.slot = 0
      scores[key.score, default: [:]][place, default: WeightTally.Cell()].add(cell)
    }
    func entries(_ score: TallyLayout.Score) -> [WeightedSlice.Entry] {
      (scores[score] ?? [:]).sorted { ($0.key.answered, $0.key.sum) < ($1.key.answered, $1.key.sum) }.map {
        entry(score, places, answered: $0.key.answered, levels: $0.key.sum, $0.value)
      }
    }
    set.gap = entries(.gap)
    set.expectation = entries(.expectation)
    set.perception = entries(.perception)
    set.shortfall = entries(.shortfall)
    set.adequacy = entries(.adequacy)
    set.superiority = entries(.superiority)
    for (key, cell) in scores[.serious] ?? [:] {
      if key.answered == 1 { set.seriousShortfalls = cell } else { set.seriousSurpluses = cell }
    }
    return set
  }

  /// Sums of ratings count from the scale's minimum, differences do not.
  private func entry(
    _ score: TallyLayout.Score, _ set: TallyLayout.SetTables, answered: Int, levels: Int, _ cell: WeightTally.Cell
  ) -> WeightedSlice.Entry {
    let first =
      switch score {
      case .expectation, .perception: answered * set.scale.minimum
      case .gap, .shortfall, .adequacy, .superiority, .serious: 0
      }
    return WeightedSlice.Entry(answered: answered, sum: levels + first, cell: cell)
  }
}
