import Audit
import CSV

/// Reads the counters of a whole scan out as the tally that the later stages know.
struct TallyReadout {
  let plan: SurveyPlan
  let scan: ScanTally
  private var layout: TallyLayout { scan.layout }

  func waveTally(unusable: [UnusableRows]) -> WaveTally {
    var slices = [all]
    for index in plan.segments.indices {
      let partition = scan.partitions[index]
      for (value, text) in partition.values.enumerated() {
        let slot = value + 1
        let part = Slice.Part(
          segment: plan.definition.segments[index].id, value: String(decoding: text, as: UTF8.self))
        let counts = partition.counts[slot * layout.stride..<(slot + 1) * layout.stride]
        let tally = read(Array(counts), partition.sparse.filter { $0.key.slot == slot }, Slice(parts: [part]))
        if tally.rows > 0 { slices.append(tally) }
      }
    }
    slices.sort { plan.definition.precedes($0.slice, $1.slice) }
    let used = scan.records - unusable.reduce(0) { $0 + $1.count }
    let columns = zip(plan.columns, scan.columns).map { column, codes in
      ColumnTally(
        header: column.header, rows: used, valid: codes.valid, missing: codes.others[1],
        notApplicable: codes.others[2], invalid: codes.others[3...].reduce(0, +))
    }
    return WaveTally(
      rows: scan.records, unusable: unusable, columns: columns, units: units, slices: slices)
  }

  private var units: [String] {
    scan.units.map { String(decoding: $0, as: UTF8.self) }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Everyone: the slots of one partition together.
  private var all: SliceTally {
    let partition = scan.partitions[0]
    var counts = [Int](repeating: 0, count: layout.stride)
    for slot in 0..<partition.slots {
      for offset in counts.indices { counts[offset] += partition.counts[slot * layout.stride + offset] }
    }
    var sparse: [ScanTally.SparseKey: Int] = [:]
    for (key, count) in partition.sparse {
      var pooled = key
      pooled.slot = 0
      sparse[pooled, default: 0] += count
    }
    return read(counts, sparse, .all)
  }

  private func read(_ counts: [Int], _ sparse: [ScanTally.SparseKey: Int], _ slice: Slice) -> SliceTally {
    func levels(_ offset: Int, _ count: Int) -> [Int] { Array(counts[offset..<offset + count]) }
    let definition = plan.definition
    return SliceTally(
      slice: slice, rows: counts[layout.rows], items: layout.items.map { item($0, counts) },
      sets: layout.sets.indices.map { set($0, counts, sparse) },
      outcomes: zip(layout.outcomes, definition.outcomes).map { levels($0, $1.scale.levels) },
      points: points(counts),
      itemImportance: zip(layout.importance, definition.items).map { offset, item in
        guard let offset, let scale = item.importance else { return [] }
        return levels(offset, scale.levels)
      })
  }

  private func item(_ item: TallyLayout.ItemCounters, _ counts: [Int]) -> ItemTally {
    switch item {
    case .perception(let offset, let levels):
      return ItemTally(expectation: [], perception: Array(counts[offset..<offset + levels]), difference: [])
    case .apart(let offset, let levels):
      return ItemTally(
        expectation: Array(counts[offset..<offset + levels]),
        perception: Array(counts[offset + levels..<offset + 2 * levels]),
        difference: Array(counts[offset + 2 * levels..<offset + 4 * levels - 1]))
    case .joint(let offset, let levels):
      var tally = ItemTally(
        expectation: Array(repeating: 0, count: levels), perception: Array(repeating: 0, count: levels),
        difference: Array(repeating: 0, count: 2 * levels - 1))
      for e in 0..<levels {
        for p in 0..<levels {
          let count = counts[offset + e * levels + p]
          tally.expectation[e] += count
          tally.perception[p] += count
          tally.difference[p - e + levels - 1] += count
        }
      }
      return tally
    }
  }

  private func set(_ index: Int, _ counts: [Int], _ sparse: [ScanTally.SparseKey: Int]) -> SetTally {
    let counters = layout.sets[index]
    func score(_ score: TallyLayout.Score) -> ScoreTally {
      guard let scale = counters.scale else { return ScoreTally() }
      var entries: [ScoreTally.Entry] = []
      func add(_ answered: Int, _ levels: Int, _ count: Int) {
        let sum =
          switch score {
          case .gap: levels - answered * scale.range
          case .expectation, .perception: levels + answered * scale.minimum
          case .shortfall: levels
          }
        if count > 0 { entries.append(.init(answered: answered, sum: sum, count: count)) }
      }
      if counters.isSparse {
        for (key, count) in sparse where key.set == index && key.score == score { add(key.answered, key.sum, count) }
        entries.sort { ($0.answered, $0.sum) < ($1.answered, $1.sum) }
        return ScoreTally(entries: entries)
      }
      for (answered, offset) in counters.offsets[score.rawValue].enumerated() where answered > 0 {
        let width = (score == .gap ? 2 : 1) * answered * scale.range + 1
        for levels in 0..<width { add(answered, levels, counts[offset + levels]) }
      }
      return ScoreTally(entries: entries)
    }
    return SetTally(
      gap: score(.gap), expectation: score(.expectation), perception: score(.perception),
      shortfall: score(.shortfall), seriousShortfalls: counts[counters.serious],
      seriousSurpluses: counts[counters.serious + 1])
  }

  private func points(_ counts: [Int]) -> PointsTally {
    let width = plan.points.count + 1
    guard width > 1 else { return PointsTally() }
    var entries: [PointsTally.Entry] = []
    for (index, total) in TallyLayout.pointTotals.enumerated() {
      let first = layout.points + index * width
      guard counts[first] > 0 else { continue }
      entries.append(.init(total: total, rows: counts[first], sums: Array(counts[first + 1..<first + width])))
    }
    return PointsTally(entries: entries, excluded: counts[layout.points + TallyLayout.pointTotals.count * width])
  }
}
