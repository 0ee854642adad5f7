import Audit
import CSV

/// Adds blocks of codes to the counts of a stretch.
///
/// Each block is worked column by column: first the counter that a row's answers call for, then that counter in every
/// partition's slice of the row.
struct BlockTally {
  private let plan: SurveyPlan
  private let layout: TallyLayout
  private(set) var tally: ScanTally
  /// First counter of each row's slice, partition after partition.
  private var bases: [[Int]]
  private var scores: RowScores

  init(plan: SurveyPlan, layout: TallyLayout) {
    self.plan = plan
    self.layout = layout
    tally = ScanTally(plan: plan, layout: layout)
    bases = tally.partitions.map { _ in Array(repeating: 0, count: CodeBlock.capacity) }
    scores = RowScores()
  }

  /// Counts the rows of one block.
  mutating func add(_ codes: Swift.Span<Int16>, rows: Int) {
    countColumns(codes, rows: rows)
    locateSlices(codes, rows: rows)
    for (index, item) in layout.items.enumerated() {
      countItem(item, plan.items[index], codes, rows: rows)
      if let offset = layout.importance[index], let column = plan.items[index].importance {
        countLevels(of: column, at: offset, codes, rows: rows)
      }
    }
    for (index, offset) in layout.outcomes.enumerated() {
      countLevels(of: plan.outcomes[index], at: offset, codes, rows: rows)
    }
    if !plan.points.isEmpty { countPoints(codes, rows: rows) }
    for index in layout.sets.indices where layout.sets[index].scale != nil {
      countSet(index, codes, rows: rows)
    }
  }

  /// Takes over what the scanner knows at its end: how many records, and the texts behind the codes.
  mutating func finish(records: Int, texts: [Int: [[UInt8]]]) {
    tally.records = records
    for (index, position) in plan.segments.enumerated() {
      let values = texts[plan.columns[position].index] ?? []
      tally.partitions[index].values = Array(values.prefix(ScanTally.valueLimit))
      tally.partitions[index].hasTooMany = values.count > ScanTally.valueLimit
      tally.partitions[index].grow(toSlots: tally.partitions[index].values.count + 1, stride: layout.stride)
    }
    if let unit = plan.unit { tally.units = Set(texts[plan.columns[unit].index] ?? []) }
  }

  private mutating func countColumns(_ codes: Swift.Span<Int16>, rows: Int) {
    for column in plan.columns.indices {
      let first = column * CodeBlock.capacity
      var valid = 0
      for row in 0..<rows where codes[first + row] >= 0 { valid += 1 }
      tally.columns[column].valid += valid
      guard valid < rows else { continue }
      for row in 0..<rows where codes[first + row] < 0 {
        tally.columns[column].others[min(7, -Int(codes[first + row]))] += 1
      }
    }
  }

  private mutating func locateSlices(_ codes: Swift.Span<Int16>, rows: Int) {
    if plan.segments.isEmpty {
      // One slot, whose base is 0 as initialised.
      countRows(rows)
      return
    }
    for (index, position) in plan.segments.enumerated() {
      let first = position * CodeBlock.capacity
      var highest = 0
      for row in 0..<rows {
        let code = Int(codes[first + row])
        let slot = code >= 0 && code < ScanTally.valueLimit ? code + 1 : 0
        highest = max(highest, slot)
        bases[index][row] = slot * layout.stride
      }
      tally.partitions[index].grow(toSlots: highest + 1, stride: layout.stride)
    }
    countRows(rows)
  }

  private mutating func countRows(_ rows: Int) {
    for index in tally.partitions.indices {
      for row in 0..<rows { tally.partitions[index].counts[bases[index][row] + layout.rows] += 1 }
    }
  }

  /// Adds one to a counter of every row, where `scores.counters` names one (≥ 0).
  private mutating func countMarked(rows: Int) {
    for index in tally.partitions.indices {
      for row in 0..<rows {
        let counter = scores.counters[row]
        if counter >= 0 { tally.partitions[index].counts[bases[index][row] &+ counter] &+= 1 }
      }
    }
  }

  private mutating func countLevels(of column: Int, at offset: Int, _ codes: Swift.Span<Int16>, rows: Int) {
    let first = column * CodeBlock.capacity
    for row in 0..<rows {
      let code = Int(codes[first + row])
      scores.counters[row] = code >= 0 ? offset + code : -1
    }
    countMarked(rows: rows)
  }

  private mutating func countItem(
    _ item: TallyLayout.ItemCounters, _ columns: SurveyPlan.ItemColumns, _ codes: Swift.Span<Int16>, rows: Int
  ) {
    let p = columns.perception * CodeBlock.capacity
    let e = (columns.expectation ?? columns.perception) * CodeBlock.capacity
    switch item {
    case .perception(let offset, _):
      countLevels(of: columns.perception, at: offset, codes, rows: rows)
    case .joint(let offset, let levels):
      for row in 0..<rows {
        let expected = Int(codes[e &+ row])
        let received = Int(codes[p &+ row])
        scores.counters[row] = expected >= 0 && received >= 0 ? offset &+ expected &* levels &+ received : -1
      }
      countMarked(rows: rows)
    case .apart(let offset, let levels):
      for part in 0..<3 {
        for row in 0..<rows {
          let expected = Int(codes[e + row])
          let received = Int(codes[p + row])
          let counter = [expected, levels + received, 2 * levels + received - expected + levels - 1][part]
          scores.counters[row] = expected >= 0 && received >= 0 ? offset + counter : -1
        }
        countMarked(rows: rows)
      }
    }
  }

  private mutating func countPoints(_ codes: Swift.Span<Int16>, rows: Int) {
    let width = plan.points.count + 1
    let excluded = layout.points + TallyLayout.pointTotals.count * width
    for row in 0..<rows {
      var total = 0
      var isComplete = true
      for position in plan.points {
        let points = Int(codes[position * CodeBlock.capacity + row])
        isComplete = isComplete && points >= 0
        total += points
      }
      guard isComplete else { continue }
      let first = layout.points + (total - TallyLayout.pointTotals.lowerBound) * width
      for index in tally.partitions.indices {
        let base = bases[index][row]
        guard TallyLayout.pointTotals.contains(total) else {
          tally.partitions[index].counts[base + excluded] += 1
          continue
        }
        tally.partitions[index].counts[base + first] += 1
        for (k, position) in plan.points.enumerated() {
          let points = Int(codes[position * CodeBlock.capacity + row])
          tally.partitions[index].counts[base + first + 1 + k] += points
        }
      }
    }
  }

  private mutating func countSet(_ index: Int, _ codes: Swift.Span<Int16>, rows: Int) {
    let counters = layout.sets[index]
    guard let scale = counters.scale else { return }
    scores.sum(counters.set.items, of: plan, codes, rows: rows)
    count(.perception, of: index, counters, scores.perceptions, items: counters.set.items.count, rows: rows)
    count(.shortfall, of: index, counters, scores.shortfalls, items: counters.set.items.count, rows: rows)
    countSerious(counters, scale, rows: rows)
    guard !counters.gapItems.isEmpty else { return }
    if counters.isMixed { scores.sum(counters.gapItems, of: plan, codes, rows: rows) }
    count(.expectation, of: index, counters, scores.targets, items: counters.gapItems.count, rows: rows)
    for row in 0..<rows {
      // Shifted so that the lowest possible sum is 0.
      scores.gaps[row] =
        scores.perceptions[row] &- scores.targets[row] &+ scores.answered[row] &* Int32(scale.range)
    }
    count(.gap, of: index, counters, scores.gaps, items: counters.gapItems.count, rows: rows)
  }

  /// Counts a row score for the rows that answered at least half of `items`.
  private mutating func count(
    _ score: TallyLayout.Score, of set: Int, _ counters: TallyLayout.SetCounters, _ sums: [Int32], items: Int,
    rows: Int
  ) {
    guard !counters.isSparse else {
      countSparse(score, of: set, sums, items: items, rows: rows)
      return
    }
    let offsets = counters.offsets[score] ?? []
    for row in 0..<rows {
      let answered = Int(scores.answered[row])
      let counts = answered > 0 && 2 &* answered >= items
      scores.counters[row] = counts ? offsets[answered] &+ Int(sums[row]) : -1
    }
    countMarked(rows: rows)
  }

  private mutating func countSparse(
    _ score: TallyLayout.Score, of set: Int, _ sums: [Int32], items: Int, rows: Int
  ) {
    for row in 0..<rows {
      let answered = Int(scores.answered[row])
      guard answered > 0, 2 * answered >= items else { continue }
      for index in tally.partitions.indices {
        let key = ScanTally.SparseKey(
          slot: bases[index][row] / layout.stride, set: set, score: score, answered: answered, sum: Int(sums[row]))
        tally.partitions[index].sparse[key, default: 0] += 1
      }
    }
  }

  /// Rows whose mean shortfall, or mean surplus, is above a quarter of the range; rows that have both count for neither.
  private mutating func countSerious(_ counters: TallyLayout.SetCounters, _ scale: Scale, rows: Int) {
    let items = counters.set.items.count
    for row in 0..<rows {
      scores.counters[row] = -1
      let answered = Int(scores.answered[row])
      guard answered > 0, 2 * answered >= items else { continue }
      let shortfall = Int(scores.shortfalls[row])
      let surplus = Int(scores.perceptions[row]) - Int(scores.targets[row]) + shortfall
      let limit = answered * scale.range
      if 4 * shortfall > limit, 4 * surplus <= limit {
        scores.counters[row] = counters.serious
      } else if 4 * surplus > limit, 4 * shortfall <= limit {
        scores.counters[row] = counters.serious + 1
      }
    }
    countMarked(rows: rows)
  }
}
