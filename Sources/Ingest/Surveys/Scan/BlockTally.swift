import Audit
import CSV

/// Adds blocks of codes to the counts of one thread.
///
/// Rows wait by wave until a block of one wave is full. It is worked column by column: first the mark that a row's answers
/// call for, then one count in the row's slot of each partition.
struct BlockTally {
  let plan: SurveyPlan
  let layout: TallyLayout
  let sums: RowSumLayout
  var tally: ScanTally
  private var waiting: [WaitingRows] = []
  /// By the wave column's codes the wave among the tally's, below 0 where none was met.
  private var waveOfCode: [Int] = []
  /// Rows of the block at hand, those of each wave together.
  private var order = BlockTally.inOrder
  private static let inOrder = (0..<CodeBlock.capacity).map { UInt8($0) }
  private var waveOfRow = [Int](repeating: -1, count: CodeBlock.capacity)
  /// Marks, then the sums of rows.
  let scratch: CodeColumns
  private(set) var slots: [RowSlots]
  let unitSlots = RowSlots(capacity: BlockTally.batch)
  private let workspace: MomentWorkspace
  private let groups: GroupedRows?
  /// Of each column whether its codes are counted one by one.
  private let interned: [Bool]
  private let stride: Int
  /// Positions of the columns that have values.
  private let valued: [Int]

  /// Rows that are counted together: enough that the counters of a table are met several times while they are at hand.
  private static let batch = 8192
  /// Rows whose products are added up together: few enough that their columns stay at hand and the sums are short.
  private static let momentRows = 1024

  init(plan: SurveyPlan, layout: TallyLayout) {
    self.plan = plan
    self.layout = layout
    tally = ScanTally(plan: plan, layout: layout)
    sums = RowSumLayout(plan, layout)
    scratch = CodeColumns(count: sums.columns, capacity: BlockTally.batch)
    slots = tally.partitions.map { _ in RowSlots(capacity: BlockTally.batch) }
    let widest = MomentLayout(plan, layout).columns.map(\.count).max() ?? 0
    workspace = MomentWorkspace(columns: widest, capacity: BlockTally.momentRows)
    groups = plan.rows.haveGroups ? GroupedRows(plan, columns: widest, capacity: BlockTally.momentRows) : nil
    interned = plan.columns.map(\.isInterned)
    stride = tally.stride
    valued = plan.columns.indices.filter { plan.columns[$0].isValued }
    if plan.rows.wave == nil { _ = wave(of: 0) }
  }

  /// Counts the rows of one block.
  mutating func add(_ block: borrowing CodeBlock) {
    if plan.rows.wave == nil && plan.rows.finished == nil {
      take(0, block, BlockTally.inOrder, first: 0, rows: block.rows)
    } else {
      for part in sortIntoWaves(block) { take(part.wave, block, order, first: part.first, rows: part.rows) }
    }
  }

  /// Takes over what the scanner knows at its end: how many records, and the texts behind the codes.
  mutating func finish(records: Int, texts: [Int: [[UInt8]]]) {
    for wave in waiting.indices { count(wave) }
    tally.records = records
    for (position, column) in plan.columns.enumerated() where column.isInterned {
      tally.texts[position] = texts[column.index] ?? []
    }
  }

  /// The wave of a code, begun where it is new; below 0 where there are too many.
  private mutating func wave(of code: Int) -> Int {
    if code < waveOfCode.count, waveOfCode[code] >= 0 { return waveOfCode[code] }
    guard tally.waves.count < ScanTally.waveLimit else {
      tally.hasTooManyWaves = true
      return -1
    }
    if code >= waveOfCode.count {
      waveOfCode.append(contentsOf: repeatElement(-1, count: code + 1 - waveOfCode.count))
    }
    waveOfCode[code] = tally.waves.count
    tally.waves.append(WaveCounts(code: code, plan: plan, tally: tally))
    // With many waves the rows that wait take less room each.
    let capacity =
      switch tally.waves.count {
      case ...4: BlockTally.batch
      case ...16: BlockTally.batch / 2
      default: CodeBlock.capacity
      }
    // Behind the columns the group of the record.
    let columns = plan.columns.count + (groups == nil ? 0 : 1)
    waiting.append(WaitingRows(columns: columns, valued: valued.count, capacity: capacity))
    return waveOfCode[code]
  }

  /// Puts the rows that count into `order`, wave by wave; returns where each wave's begin.
  private mutating func sortIntoWaves(_ block: borrowing CodeBlock) -> [(wave: Int, first: Int, rows: Int)] {
    let rows = block.rows
    for row in 0..<rows { waveOfRow[row] = admit(block, row) }
    var counts = [Int](repeating: 0, count: tally.waves.count)
    for row in 0..<rows where waveOfRow[row] >= 0 { counts[waveOfRow[row]] += 1 }
    var present: [(wave: Int, first: Int, rows: Int)] = []
    var first = 0
    for (wave, count) in counts.enumerated() where count > 0 {
      present.append((wave, first, count))
      counts[wave] = first
      first += count
    }
    for row in 0..<rows where waveOfRow[row] >= 0 {
      order[counts[waveOfRow[row]]] = UInt8(truncatingIfNeeded: row)
      counts[waveOfRow[row]] += 1
    }
    return present
  }

  /// The wave that a row counts in, below 0 for none.
  private mutating func admit(_ block: borrowing CodeBlock, _ row: Int) -> Int {
    var index = 0
    if let position = plan.rows.wave {
      let code = Int(block.code(position, row))
      guard code >= 0 else {
        tally.withoutWave += 1
        return -1
      }
      index = wave(of: code)
      if index < 0 { return -1 }
    }
    guard let position = plan.rows.finished else { return index }
    if Int(block.code(position, row)) == plan.finishedCode {
      tally.waves[index].finished += 1
    } else {
      tally.waves[index].unfinished += 1
      if plan.rows.excludesUnfinished { return -1 }
    }
    return index
  }

  /// Lets rows wait with those of their wave; counts whenever there are enough.
  private mutating func take(_ wave: Int, _ block: borrowing CodeBlock, _ order: [UInt8], first: Int, rows: Int) {
    var done = 0
    let waiting = waiting[wave]
    while done < rows {
      let part = min(rows - done, waiting.codes.capacity - waiting.filled)
      waiting.codes.append(block, order: order, first: first + done, rows: part, behind: waiting.filled)
      for index in valued.indices {
        for place in first + done..<first + done + part {
          waiting.values[index].append(block.value(index, Int(order[place])))
        }
      }
      waiting.filled += part
      done += part
      if waiting.filled == waiting.codes.capacity { count(wave) }
    }
  }

  /// Counts the rows of a wave that wait.
  private mutating func count(_ wave: Int) {
    let rows = waiting[wave].filled
    guard rows > 0 else { return }
    let codes = waiting[wave].codes
    waiting[wave].filled = 0
    tally.waves[wave].rows += rows
    takeValues(wave, codes, rows: rows)
    countColumns(wave, codes, rows: rows)
    if plan.rows.haveGroups, let id = plan.rows.respondent { codes.overlay(id, on: plan.groupColumn, rows: rows) }
    locate(wave, codes, rows: rows)
    if plan.rows.weight != nil { weigh(wave, marks: Array(repeating: 1, count: rows), table: 0) }
    countItems(wave, codes, rows: rows)
    for sum in sums.sums { scratch.sum(sum, of: codes, rows: rows) }
    countSets(wave, codes, rows: rows)
    if !plan.points.isEmpty { countPoints(wave, codes, rows: rows) }
    countMoments(wave, codes, rows: rows)
    countStraightLines(wave, codes, rows: rows)
  }

  private mutating func countMoments(_ wave: Int, _ codes: CodeColumns, rows: Int) {
    for first in Swift.stride(from: 0, to: rows, by: BlockTally.momentRows) {
      let part = first..<min(first + BlockTally.momentRows, rows)
      groups?.sort(codes, rows: part)
      for index in tally.waves[wave].moments.indices {
        tally.waves[wave].moments[index].add(codes, rowSums: scratch, rows: part, workspace: workspace)
        groups?.add(tally.waves[wave].moments[index], workspace, to: &tally.waves[wave].groupedMoments[index])
      }
    }
  }

  /// Weights of the rows that are counted; empty without a weight column.
  private(set) var weights = RowWeights()
  private var batchWeights = BatchWeights()

  private mutating func takeValues(_ wave: Int, _ codes: CodeColumns, rows: Int) {
    for (index, position) in valued.enumerated() {
      let found = (values: waiting[wave].values[index], codes: codes.codes(position, rows: rows))
      waiting[wave].values[index] = []
      if position == plan.rows.respondent {
        tally.waves[wave].respondents?.add(found.values, codes: found.codes, of: codes, plan: plan)
      }
      if position == plan.rows.weight {
        tally.waves[wave].weights?.add(found.values, codes: found.codes)
        weights = RowWeights(values: found.values, codes: found.codes)
      }
    }
  }

  /// Counts the rows' marks of answers, which are weighted where rows have weights.
  mutating func countAnswers(_ wave: Int, mark: Int, table: Int, rows: Int) {
    count(wave, mark: mark, table: table, rows: rows)
    guard plan.rows.weight != nil else { return }
    weigh(wave, marks: scratch.codes(mark, rows: rows), table: table)
  }

  /// Adds the weights of the rows at their marks of a table, in all partitions that slices are read from.
  private mutating func weigh(_ wave: Int, marks: [Int16], table: Int) {
    // Of the first table, which counts rows, the rows weigh at mark 1.
    let width = max(2, layout.widths[table])
    for index in tally.partitions.indices where isRead(tally.partitions[index]) {
      tally.waves[wave].partitions[index].weights.add(
        weights, marks: marks, in: slots[index], table: table, width: width, by: &batchWeights)
    }
  }

  /// Slices are read from all partitions but that of the groups of respondents, where it stands alone beside others.
  func isRead(_ partition: ScanTally.Partition) -> Bool {
    tally.partitions.count == 1 || partition.segments != [plan.groupSegment]
  }

  private mutating func countColumns(_ wave: Int, _ codes: CodeColumns, rows: Int) {
    for column in plan.columns.indices {
      tally.waves[wave].columns[column].count(codes, column, rows: rows, eachCode: interned[column])
    }
  }

  /// Finds every row's slot in each partition, and among the units.
  private mutating func locate(_ wave: Int, _ codes: CodeColumns, rows: Int) {
    var index = 0
    while index < tally.partitions.count {
      let columns = plan.keyColumns(of: tally.partitions[index])
      tally.partitions[index].numbering.number(codes, columns: columns, rows: rows, into: slots[index])
      let cells = tally.partitions[index].numbering.count * stride * tally.waves.count
      if cells > ScanTally.largest, tally.partitions[index].groups.count > 1 {
        tally.divide(index, of: plan)
        slots.append(RowSlots(capacity: BlockTally.batch))
        continue
      }
      let counters = tally.waves[wave].partitions[index].counters
      counters.reserve(slots: slots[index].highest + 1)
      counters.count(rowsIn: slots[index], rows: rows)
      index += 1
    }
    guard plan.unit != nil, !tally.hasTooManyUnits else { return }
    tally.units.number(codes, columns: tally.unitColumns(plan), rows: rows, into: unitSlots)
    if tally.hasTooManyUnitGroups {
      tally.joinUnitGroups()
      tally.units.number(codes, columns: tally.unitColumns(plan), rows: rows, into: unitSlots)
    }
    let counters = tally.waves[wave].units.counters
    tally.hasTooManyUnits = tally.units.count > tally.unitLimit
    counters.reserve(slots: unitSlots.highest + 1)
    counters.count(rowsIn: unitSlots, rows: rows)
  }

  /// Adds one for each row at its mark, in a column of `scratch`, in all partitions and in the units.
  func count(_ wave: Int, mark: Int, table: Int, rows: Int) {
    for index in tally.partitions.indices {
      tally.waves[wave].partitions[index].counters.count(scratch, mark, in: slots[index], table: table, rows: rows)
    }
    if table < layout.unitTables, plan.unit != nil, !tally.hasTooManyUnits {
      tally.waves[wave].units.counters.count(scratch, mark, in: unitSlots, table: table, rows: rows)
    }
  }
}
