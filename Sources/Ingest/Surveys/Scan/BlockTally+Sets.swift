import Audit
import CSV

/// Row scores of sets, and points.
extension BlockTally {
  mutating func countSets(_ wave: Int, _ codes: CodeColumns, rows: Int) {
    for index in layout.sets.indices {
      let set = layout.sets[index]
      if set.isSparse {
        countSparse(wave, index, codes, rows: rows)
        continue
      }
      let all = sums.targets(of: set.items)
      count(wave, all.perception, answered: all.answered, in: set.perception, rows: rows)
      count(wave, all.shortfall, answered: all.answered, in: set.shortfall, rows: rows)
      scratch.markSerious(
        all, least: ItemSet.leastAnswers(of: set.items.count), range: set.scale.range, into: 0, rows: rows)
      countAnswers(wave, mark: 0, table: set.serious, rows: rows)
      if !set.gapItems.isEmpty {
        let gap = sums.targets(of: set.gapItems)
        count(wave, gap.target, answered: gap.answered, in: set.expectation, rows: rows)
        count(wave, gap.perception, less: gap.target, answered: gap.answered, in: set.gap, rows: rows)
      }
      if !set.zoneItems.isEmpty, let desired = sums.desired.first(where: { $0.items == set.zoneItems })?.column {
        let zone = sums.targets(of: set.zoneItems)
        let columns = set.zoneItems.map { zoneColumns(of: $0) }
        scratch.sumDesired(columns, of: codes, into: desired, rows: rows)
        count(wave, zone.perception, less: zone.target, answered: zone.answered, in: set.adequacy, rows: rows)
        count(wave, zone.perception, less: desired, answered: zone.answered, in: set.superiority, rows: rows)
      }
    }
  }

  private func zoneColumns(of item: Int) -> (perception: Int, minimum: Int, desired: Int) {
    let columns = plan.items[item]
    return (columns.perception, columns.minimum ?? columns.perception, columns.desired ?? columns.perception)
  }

  private mutating func count(
    _ wave: Int, _ sum: Int, less second: Int? = nil, answered: Int, in score: TallyLayout.ScoreTable?, rows: Int
  ) {
    guard let score else { return }
    scratch.markScores(answered: answered, first: sum, less: second, shape: score.shape, into: 0, rows: rows)
    countAnswers(wave, mark: 0, table: score.table, rows: rows)
  }

  /// A set with too many counters: its rows one by one.
  private mutating func countSparse(_ wave: Int, _ index: Int, _ codes: CodeColumns, rows: Int) {
    let set = layout.sets[index]
    for row in 0..<rows {
      var scores = RowScores(range: set.scale.range)
      for item in set.items { scores.add(answer(to: item, codes, row)) }
      let all = scores.all
      if all.answered >= ItemSet.leastAnswers(of: set.items.count) {
        count(wave, index, row, .perception, all.answered, all.perception)
        count(wave, index, row, .shortfall, all.answered, all.shortfall)
        if let mark = scores.serious { count(wave, index, row, .serious, mark, 0) }
      }
      if !set.gapItems.isEmpty, scores.gap.answered >= ItemSet.leastAnswers(of: set.gapItems.count) {
        count(wave, index, row, .expectation, scores.gap.answered, scores.gap.target)
        count(wave, index, row, .gap, scores.gap.answered, scores.gap.perception - scores.gap.target)
      }
      if !set.zoneItems.isEmpty, scores.zone.answered >= ItemSet.leastAnswers(of: set.zoneItems.count) {
        count(wave, index, row, .adequacy, scores.zone.answered, scores.zone.perception - scores.zone.target)
        count(wave, index, row, .superiority, scores.zone.answered, scores.zone.perception - scores.desired)
      }
    }
  }

  private mutating func count(
    _ wave: Int, _ set: Int, _ row: Int, _ score: TallyLayout.Score, _ answered: Int, _ sum: Int
  ) {
    for partition in tally.partitions.indices {
      let key = SlotCounts.SparseKey(
        slot: slots[partition][row], set: set, score: score, answered: answered, sum: sum)
      tally.waves[wave].partitions[partition].sparse[key, default: 0] += 1
      if plan.rows.weight != nil, let weight = weights[row], isRead(tally.partitions[partition]) {
        tally.waves[wave].partitions[partition].weights.add(weight, to: key)
      }
    }
    guard plan.unit != nil, score == .perception || score == .gap, !tally.hasTooManyUnits else { return }
    let key = SlotCounts.SparseKey(slot: unitSlots[row], set: set, score: score, answered: answered, sum: sum)
    tally.waves[wave].units.sparse[key, default: 0] += 1
  }

  /// The answer to an item in levels, nil where it is left out.
  private func answer(to item: Int, _ codes: CodeColumns, _ row: Int) -> RowScores.Answer? {
    let (columns, question) = (plan.items[item], plan.definition.items[item])
    func code(_ column: Int?) -> Int { column.map { codes.code($0, row) } ?? -1 }
    let perception = code(columns.perception)
    guard perception >= 0 else { return nil }
    switch question.comparison {
    case .expectation:
      let expectation = code(columns.expectation)
      return expectation < 0 ? nil : .init(perception: perception, target: expectation, kind: .gap)
    case .standard(let level):
      return .init(perception: perception, target: level - question.scale.minimum, kind: .gap)
    case .none:
      return .init(perception: perception, target: question.satisfiedFrom - question.scale.minimum, kind: .none)
    case .zone:
      let (minimum, desired) = (code(columns.minimum), code(columns.desired))
      guard minimum >= 0, desired >= minimum else { return nil }
      return .init(perception: perception, target: minimum, kind: .zone(desired: desired))
    }
  }

  mutating func countPoints(_ wave: Int, _ codes: CodeColumns, rows: Int) {
    let width = plan.points.count + 1
    let size = TallyLayout.pointTotals.count * width + 1
    for row in 0..<rows {
      let points = plan.points.map { codes.code($0, row) }
      guard points.allSatisfy({ $0 >= 0 }) else { continue }
      let total = points.reduce(0, +)
      for partition in tally.partitions.indices {
        let slot = slots[partition][row]
        BlockTally.add(
          points, total: total, width: width,
          to: &tally.waves[wave].partitions[partition].points[slot, default: Array(repeating: 0, count: size)])
      }
    }
  }

  private static func add(_ points: [Int], total: Int, width: Int, to counts: inout [Int]) {
    guard TallyLayout.pointTotals.contains(total) else {
      counts[counts.count - 1] += 1
      return
    }
    let first = (total - TallyLayout.pointTotals.lowerBound) * width
    counts[first] += 1
    for (index, value) in points.enumerated() { counts[first + 1 + index] += value }
  }
}
