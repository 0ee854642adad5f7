import Audit
import CSV

/// Reads some slots of a partition, or of the units, together.
struct SlotReading {
  let plan: SurveyPlan
  let definition: SurveyDefinition
  let layout: TallyLayout
  let counts: SlotCounts
  let slots: [TallyReadout.Slot]

  func tally(of slice: Slice) -> SliceTally {
    SliceTally(
      slice: slice, rows: sums(0)[0],
      items: zip(layout.items, definition.items).map { item($0, $1.scale) },
      sets: eachSet { set, slots in
        setTally(set, slots)
      } empty: {
        SetTally()
      },
      outcomes: layout.outcomes.map { Array(sums($0).dropFirst()) }, points: points,
      itemImportance: layout.importance.map { table in table.map { Array(sums($0).dropFirst()) } ?? [] })
  }

  func tally(of unit: String) -> UnitTally {
    UnitTally(
      unit: unit, rows: sums(0)[0],
      items: zip(layout.items, definition.items).map { tables, item in measure(tables, item.scale) },
      sets: eachSet { set, slots in
        UnitTally.SetMeasure(
          perception: score(.perception, of: set, slots), gap: score(.gap, of: set, slots))
      } empty: {
        UnitTally.SetMeasure()
      },
      outcomes: layout.outcomes.map { Array(sums($0).dropFirst()) })
  }

  /// A set of the layout, on the rows about one touchpoint or on all.
  private struct SetRows: Hashable {
    var set: Int
    var touchpoint: String?
  }

  /// Something for each set of the definition; sets that rest on the same rows share it.
  private func eachSet<Tally>(_ read: (Int, [Int]) -> Tally, empty: () -> Tally) -> [Tally] {
    var known: [SetRows: Tally] = [:]
    return definition.sets.map { set in
      guard let index = layout.sets.firstIndex(where: { $0.items == set.items }) else { return empty() }
      let key = SetRows(set: index, touchpoint: set.rowTouchpoint)
      if let tally = known[key] { return tally }
      let about = slots.filter { set.rowTouchpoint == nil || $0.touchpoint == set.rowTouchpoint }
      let tally = read(index, about.map(\.number))
      known[key] = tally
      return tally
    }
  }

  private func sums(_ table: Int, _ slots: [Int]? = nil) -> [Int] {
    var sums = [Int](repeating: 0, count: layout.widths[table])
    for slot in slots ?? self.slots.map(\.number) { counts.counters.add(table: table, slot: slot, to: &sums) }
    return sums
  }

  private func item(_ tables: TallyLayout.ItemTables, _ scale: Scale) -> ItemTally {
    func levels(_ table: Int) -> [Int] { Array(sums(table).dropFirst()) }
    switch tables {
    case .perception(let table): return ItemTally(expectation: [], perception: levels(table), difference: [])
    case .joint(let table):
      let joint = SlotReading.margins(levels(table), levels: scale.levels)
      return ItemTally(expectation: joint.expectation, perception: joint.perception, difference: joint.difference)
    case .apart(let perception, let difference, let expectation):
      return ItemTally(
        expectation: levels(expectation), perception: levels(perception), difference: levels(difference))
    case .zone(let perception, let adequacy, let superiority, let width):
      let widths = levels(width)
      return ItemTally(
        expectation: [], perception: levels(perception), difference: [],
        zone: ZoneTally(
          adequacy: levels(adequacy), superiority: levels(superiority), width: Array(widths.dropLast()),
          crossed: widths.last ?? 0))
    }
  }

  private func measure(_ tables: TallyLayout.ItemTables, _ scale: Scale) -> UnitTally.Measure {
    func levels(_ table: Int) -> [Int] { Array(sums(table).dropFirst()) }
    switch tables {
    case .perception(let table), .zone(let table, _, _, _):
      return UnitTally.Measure(perception: levels(table), difference: [])
    case .apart(let perception, let difference, _):
      return UnitTally.Measure(perception: levels(perception), difference: levels(difference))
    case .joint(let table):
      let joint = SlotReading.margins(levels(table), levels: scale.levels)
      return UnitTally.Measure(perception: joint.perception, difference: joint.difference)
    }
  }

  /// What a joint table of levels × levels says of expectations, perceptions and differences.
  private static func margins(
    _ joint: [Int], levels: Int
  ) -> (expectation: [Int], perception: [Int], difference: [Int]) {
    var expectation = [Int](repeating: 0, count: levels)
    var perception = expectation
    var difference = [Int](repeating: 0, count: 2 * levels - 1)
    for e in 0..<levels {
      for p in 0..<levels {
        let count = joint[e * levels + p]
        expectation[e] += count
        perception[p] += count
        difference[p - e + levels - 1] += count
      }
    }
    return (expectation, perception, difference)
  }

  private func setTally(_ index: Int, _ slots: [Int]) -> SetTally {
    let set = layout.sets[index]
    let (short, over) = serious(index, set, slots)
    return SetTally(
      gap: score(.gap, of: index, slots), expectation: score(.expectation, of: index, slots),
      perception: score(.perception, of: index, slots), shortfall: score(.shortfall, of: index, slots),
      seriousShortfalls: short, seriousSurpluses: over, adequacy: score(.adequacy, of: index, slots),
      superiority: score(.superiority, of: index, slots))
  }

  private func serious(_ index: Int, _ set: TallyLayout.SetTables, _ slots: [Int]) -> (short: Int, over: Int) {
    guard set.isSparse else {
      let marks = sums(set.serious, slots)
      return (marks[1], marks[2])
    }
    let kept = Set(slots)
    var marks = [0, 0, 0]
    for (key, count) in counts.sparse where key.set == index && key.score == .serious && kept.contains(key.slot) {
      marks[key.answered] += count
    }
    return (marks[1], marks[2])
  }

  private func score(_ score: TallyLayout.Score, of index: Int, _ slots: [Int]) -> ScoreTally {
    let set = layout.sets[index]
    if set.isSparse { return sparseScore(score, index, slots) }
    let found: TallyLayout.ScoreTable? =
      switch score {
      case .gap: set.gap
      case .expectation: set.expectation
      case .perception: set.perception
      case .shortfall: set.shortfall
      case .adequacy: set.adequacy
      case .superiority: set.superiority
      case .serious: nil
      }
    guard let found else { return ScoreTally() }
    let (shape, counted) = (found.shape, counts.counters.counted(table: found.table, slots: slots))
    var entries: [ScoreTally.Entry] = []
    entries.reserveCapacity(counted.count)
    // Marks ascend, by answers first.
    var (answered, first) = (shape.least, 1)
    for (mark, count) in counted where mark > 0 {
      while mark >= first + shape.width { (answered, first) = (answered + 1, first + shape.width) }
      entries.append(
        entry(score, set, answered: answered, levels: mark - first - answered * shape.shift, count: count))
    }
    return ScoreTally(entries: entries)
  }

  private func sparseScore(_ score: TallyLayout.Score, _ index: Int, _ slots: [Int]) -> ScoreTally {
    let (set, kept) = (layout.sets[index], Set(slots))
    struct Place: Hashable {
      var answered: Int
      var sum: Int
    }
    var places: [Place: Int] = [:]
    for (key, count) in counts.sparse where key.set == index && key.score == score && kept.contains(key.slot) {
      places[Place(answered: key.answered, sum: key.sum), default: 0] += count
    }
    let sorted = places.sorted { ($0.key.answered, $0.key.sum) < ($1.key.answered, $1.key.sum) }
    return ScoreTally(
      entries: sorted.map { entry(score, set, answered: $0.key.answered, levels: $0.key.sum, count: $0.value) })
  }

  /// Sums of ratings count from the scale's minimum, differences do not.
  private func entry(
    _ score: TallyLayout.Score, _ set: TallyLayout.SetTables, answered: Int, levels: Int, count: Int
  ) -> ScoreTally.Entry {
    switch score {
    case .expectation, .perception:
      .init(answered: answered, sum: levels + answered * set.scale.minimum, count: count)
    case .gap, .shortfall, .adequacy, .superiority, .serious: .init(answered: answered, sum: levels, count: count)
    }
  }

  private var points: PointsTally {
    let width = plan.points.count + 1
    guard width > 1 else { return PointsTally() }
    var sums = [Int](repeating: 0, count: TallyLayout.pointTotals.count * width + 1)
    for slot in slots {
      for (index, value) in (counts.points[slot.number] ?? []).enumerated() { sums[index] += value }
    }
    var entries: [PointsTally.Entry] = []
    for (index, total) in TallyLayout.pointTotals.enumerated() where sums[index * width] > 0 {
      let first = index * width
      entries.append(.init(total: total, rows: sums[first], sums: Array(sums[first + 1..<first + width])))
    }
    return PointsTally(entries: entries, excluded: sums[sums.count - 1])
  }
}
