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
  private var scores = RowScores()
  /// Counter that each row calls for, below 0 for none.
  private var marks = [Int](repeating: -1, count: CodeBlock.capacity)
  /// By the unit column's codes: a usable record names it.
  private var isMet: [Bool] = []

  init(plan: SurveyPlan, layout: TallyLayout) {
    self.plan = plan
    self.layout = layout
    tally = ScanTally(plan: plan, layout: layout)
    bases = tally.partitions.map { _ in Array(repeating: 0, count: CodeBlock.capacity) }
  }

  /// Counts the rows of one block.
  mutating func add(_ codes: Swift.Span<Int16>, rows: Int) {
    countColumns(codes, rows: rows)
    locateSlices(codes, rows: rows)
    noteUnits(codes, rows: rows)
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
    if let unit = plan.unit {
      tally.units = Set(zip(texts[plan.columns[unit].index] ?? [], isMet).filter(\.1).map(\.0))
    }
  }

  private mutating func countColumns(_ codes: Swift.Span<Int16>, rows: Int) {
    for column in plan.columns.indices {
      // A stretch of its own lets the compiler see that every index is within it.
      let cells = codes.extracting(column * CodeBlock.capacity..<column * CodeBlock.capacity + rows)
      var others = 0
      for row in 0..<cells.count { others &+= Int(UInt16(bitPattern: cells[row]) >> 15) }
      tally.columns[column].valid += rows - others
      guard others > 0 else { continue }
      for row in 0..<cells.count where cells[row] < 0 {
        tally.columns[column].others[min(ScanTally.ColumnCodes.beyond, -Int(cells[row]))] += 1
      }
    }
  }

  private mutating func locateSlices(_ codes: Swift.Span<Int16>, rows: Int) {
    // Without segments all rows stay in the one slot, whose base is 0 as initialised.
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
    for row in 0..<rows { marks[row] = layout.rows }
    countMarked(rows: rows)
  }

  /// A unit that only unusable records name is none.
  private mutating func noteUnits(_ codes: Swift.Span<Int16>, rows: Int) {
    guard let unit = plan.unit else { return }
    for row in 0..<rows {
      let code = Int(codes[unit * CodeBlock.capacity + row])
      guard code >= 0 else { continue }
      if code >= isMet.count { isMet.append(contentsOf: repeatElement(false, count: code + 1 - isMet.count)) }
      isMet[code] = true
    }
  }

  /// Adds one to a counter of every row, where `marks` names one (≥ 0).
  private mutating func countMarked(rows: Int) {
    for index in tally.partitions.indices {
      BlockTally.increment(&tally.partitions[index].counts, bases[index], marks, rows: rows)
    }
  }

  private static func increment(_ counts: inout [Int], _ bases: [Int], _ marks: [Int], rows: Int) {
    let (bases, marks) = (bases.span.extracting(first: rows), marks.span.extracting(first: rows))
    var counts = counts.mutableSpan
    for row in 0..<marks.count {
      let mark = marks[row]
      if mark >= 0 { counts[bases[row] &+ mark] &+= 1 }
    }
  }

  private mutating func countLevels(of column: Int, at offset: Int, _ codes: Swift.Span<Int16>, rows: Int) {
    let first = column * CodeBlock.capacity
    var marks = marks.mutableSpan
    for row in 0..<rows {
      let code = Int(codes[first + row])
      marks[row] = code >= 0 ? offset + code : -1
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
      countPairs(codes, e, p, rows: rows) { offset &+ $0 &* levels &+ $1 }
    case .apart(let offset, let levels):
      countPairs(codes, e, p, rows: rows) { expected, _ in offset &+ expected }
      countPairs(codes, e, p, rows: rows) { _, received in offset &+ levels &+ received }
      countPairs(codes, e, p, rows: rows) { offset &+ 3 &* levels &- 1 &+ $1 &- $0 }
    }
  }

  /// Counts the complete pairs of two columns that begin at `e` and `p`, each in the counter that `place` gives.
  @inline(__always)
  private mutating func countPairs(
    _ codes: Swift.Span<Int16>, _ e: Int, _ p: Int, rows: Int, _ place: (_ expected: Int, _ received: Int) -> Int
  ) {
    var marks = marks.mutableSpan
    for row in 0..<rows {
      let expected = Int(codes[e &+ row])
      let received = Int(codes[p &+ row])
      marks[row] = expected >= 0 && received >= 0 ? place(expected, received) : -1
    }
    countMarked(rows: rows)
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
    scores.sum(counters.set.items, of: plan, codes, range: scale.range, rows: rows)
    count(.perception, RowScores.Column.perception, of: index, counters, items: counters.set.items.count, rows: rows)
    count(.shortfall, RowScores.Column.shortfall, of: index, counters, items: counters.set.items.count, rows: rows)
    countSerious(counters, scale, rows: rows)
    guard !counters.gapItems.isEmpty else { return }
    if counters.isMixed { scores.sum(counters.gapItems, of: plan, codes, range: scale.range, rows: rows) }
    count(.expectation, RowScores.Column.target, of: index, counters, items: counters.gapItems.count, rows: rows)
    count(.gap, RowScores.Column.gap, of: index, counters, items: counters.gapItems.count, rows: rows)
  }

  /// Counts the row score in a column of `scores` for the rows that answered at least half of `items`.
  private mutating func count(
    _ score: TallyLayout.Score, _ column: Int, of set: Int, _ counters: TallyLayout.SetCounters, items: Int, rows: Int
  ) {
    guard !counters.isSparse else {
      countSparse(score, column, of: set, items: items, rows: rows)
      return
    }
    let starts = counters.offsets[score.rawValue]
    let scored = scores.values
    let (offsets, values) = (starts.span, scored.span)
    var marks = marks.mutableSpan
    for row in 0..<rows {
      let given = Int(values[row])
      marks[row] = given > 0 && 2 &* given >= items ? offsets[given] &+ Int(values[column &+ row]) : -1
    }
    countMarked(rows: rows)
  }

  private mutating func countSparse(
    _ score: TallyLayout.Score, _ column: Int, of set: Int, items: Int, rows: Int
  ) {
    for row in 0..<rows {
      let given = Int(scores.values[row])
      guard given > 0, 2 * given >= items else { continue }
      for index in tally.partitions.indices {
        let key = ScanTally.SparseKey(
          slot: bases[index][row] / layout.stride, set: set, score: score, answered: given,
          sum: Int(scores.values[column + row]))
        tally.partitions[index].sparse[key, default: 0] += 1
      }
    }
  }

  /// Rows whose mean shortfall, or mean surplus, is above a quarter of the range; rows that have both count for neither.
  private mutating func countSerious(_ counters: TallyLayout.SetCounters, _ scale: Scale, rows: Int) {
    let items = counters.set.items.count
    let scored = scores.values
    let values = scored.span
    var marks = marks.mutableSpan
    for row in 0..<rows {
      marks[row] = -1
      let given = Int(values[row])
      guard given > 0, 2 &* given >= items else { continue }
      let shortfall = Int(values[RowScores.Column.shortfall &+ row])
      let perception = Int(values[RowScores.Column.perception &+ row])
      let surplus = perception &- Int(values[RowScores.Column.target &+ row]) &+ shortfall
      let limit = given &* scale.range
      if 4 &* shortfall > limit, 4 &* surplus <= limit {
        marks[row] = counters.serious
      } else if 4 &* surplus > limit, 4 &* shortfall <= limit {
        marks[row] = counters.serious &+ 1
      }
    }
    countMarked(rows: rows)
  }
}
