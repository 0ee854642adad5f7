import Audit
import CSV

/// Counts of the rows of one wave.
struct WaveCounts: Sendable {
  /// Of the wave column; 0 without one.
  let code: Int
  /// Rows counted.
  var rows = 0
  /// Rows left out because they are not finished.
  var unfinished = 0
  /// Rows of both kinds that are marked finished.
  var finished = 0
  /// By position in the plan.
  var columns: [ColumnCounts]
  /// Parallel to the tally's partitions.
  var partitions: [SlotCounts]
  var units: SlotCounts
  var moments: [MomentSums]
  /// Parallel to the moments; nil where groups are not kept.
  var groupedMoments: [GroupedMoments?]
  var straightLines = 0
  var straightLineBase = 0
  /// Nil without such a column.
  var weights: WeightSums?
  var respondents: RespondentRows?

  /// What the cells of one column were.
  struct ColumnCounts: Hashable, Sendable {
    var valid = 0
    /// Counts of −1 (missing), −2 (not applicable), −3 … problems; `beyond` is the scanner's own.
    var others = [Int](repeating: 0, count: 11)
    /// Rows by code, of an interned column.
    var codes: [Int] = []

    static let beyond = 10
  }

  init(code: Int, plan: SurveyPlan, tally: ScanTally) {
    self.code = code
    columns = Array(repeating: ColumnCounts(), count: plan.columns.count)
    partitions = tally.partitions.map { _ in SlotCounts(widths: tally.layout.widths) }
    units = SlotCounts(widths: plan.unit == nil ? [1] : Array(tally.layout.widths.prefix(tally.layout.unitTables)))
    let layout = MomentLayout(plan, tally.layout)
    moments = layout.sums
    groupedMoments = zip(layout.columns, layout.haveGroups).map { columns, haveGroups in
      haveGroups ? GroupedMoments(columns: columns.count, groups: MomentTally.groups) : nil
    }
    weights = plan.rows.weight.map { _ in WeightSums() }
    respondents = plan.rows.respondent.map { _ in RespondentRows(areLinked: plan.rows.areLinked) }
  }

  /// Adds what another thread counted of the same wave, whose slots are numbered otherwise.
  mutating func add(
    _ other: WaveCounts, slots: [[Int]], unitSlots: [Int], codes: [Int: [Int]]
  ) {
    rows += other.rows
    unfinished += other.unfinished
    finished += other.finished
    straightLines += other.straightLines
    straightLineBase += other.straightLineBase
    for index in columns.indices { columns[index].add(other.columns[index], codes: codes[index]) }
    for index in partitions.indices { partitions[index].add(other.partitions[index], slots: slots[index]) }
    units.add(other.units, slots: unitSlots)
    for index in moments.indices {
      moments[index].add(other.moments[index])
      if let more = other.groupedMoments[index] { groupedMoments[index]?.add(more) }
    }
    if let more = other.weights { weights?.add(more) }
    if let more = other.respondents { respondents?.add(more) }
  }
}

extension WaveCounts.ColumnCounts {
  /// Counts the first rows of a column; by code where that is asked.
  mutating func count(_ cells: CodeColumns, _ column: Int, rows: Int, eachCode: Bool) {
    let (count, lowest) = cells.withoutLevel(column, rows: rows)
    valid += rows - count
    if eachCode || lowest < Int(CellCode.missing) {
      cells.count(column, rows: rows, levels: &codes, others: &others)
      if !eachCode { codes = [] }
    } else {
      others[0] += count
    }
  }

  fileprivate mutating func add(_ other: WaveCounts.ColumnCounts, codes translation: [Int]?) {
    valid += other.valid
    for index in others.indices { others[index] += other.others[index] }
    for (code, count) in other.codes.enumerated() where count > 0 {
      let target = translation?[code] ?? code
      if target >= codes.count { codes.append(contentsOf: repeatElement(0, count: target + 1 - codes.count)) }
      codes[target] += count
    }
  }
}

/// Counts of the slots of one partition, or of the units.
struct SlotCounts: Sendable {
  let counters: CodeCounters
  /// Rows of sets that have no table.
  var sparse: [SparseKey: Int] = [:]
  /// By slot: for each total 95…105 the rows and the sums by dimension; then the rows excluded.
  var points: [Int: [Int]] = [:]
  /// What the rows weigh; nothing without a weight column.
  var weights = SlotWeights()

  struct SparseKey: Hashable, Sendable {
    var slot: Int
    /// Among the layout's sets.
    var set: Int
    var score: TallyLayout.Score
    var answered: Int
    /// In levels above the scale's minimum.
    var sum: Int
  }

  init(widths: [Int]) {
    counters = CodeCounters(widths: widths)
  }

  /// Adds the counts of another one; its slot k goes to `slots[k]`.
  mutating func add(_ other: SlotCounts, slots: [Int]) {
    counters.add(other.counters, slots: slots)
    for (key, count) in other.sparse {
      var moved = key
      moved.slot = slots[key.slot]
      sparse[moved, default: 0] += count
    }
    for (slot, counts) in other.points {
      var sums = points[slots[slot]] ?? Array(repeating: 0, count: counts.count)
      for index in sums.indices { sums[index] += counts[index] }
      points[slots[slot]] = sums
    }
    weights.add(other.weights, slots: slots)
  }

  /// The same counts with slot k at `slots[k]`.
  func moved(to slots: [Int]) -> SlotCounts {
    var result = SlotCounts(widths: counters.widths)
    result.add(self, slots: slots)
    return result
  }
}
