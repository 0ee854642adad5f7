import Audit
import CSV

/// Marks and counts of single questions.
extension BlockTally {
  mutating func countItems(_ wave: Int, _ codes: CodeColumns, rows: Int) {
    for (index, tables) in layout.items.enumerated() {
      let (columns, range) = (plan.items[index], plan.definition.items[index].scale.range)
      switch tables {
      case .perception(let table): countLevels(wave, codes, columns.perception, table: table, rows: rows)
      case .joint(let table):
        scratch.markPairs(
          codes, expectation: columns.expectation ?? columns.perception, perception: columns.perception,
          levels: range + 1, into: 0, rows: rows)
        countAnswers(wave, mark: 0, table: table, rows: rows)
      case .apart(let perception, let difference, let expectation):
        scratch.markApart(
          codes, expectation: columns.expectation ?? columns.perception, perception: columns.perception, range: range,
          into: (e: 0, p: 1, d: 2), rows: rows)
        countAnswers(wave, mark: 0, table: expectation, rows: rows)
        countAnswers(wave, mark: 1, table: perception, rows: rows)
        countAnswers(wave, mark: 2, table: difference, rows: rows)
      case .zone(let perception, let adequacy, let superiority, let width):
        scratch.markZone(
          codes, perception: columns.perception, minimum: columns.minimum ?? columns.perception,
          desired: columns.desired ?? columns.perception, range: range, into: .init(first: 0), rows: rows)
        for (mark, table) in [perception, adequacy, superiority, width].enumerated() {
          countAnswers(wave, mark: mark, table: table, rows: rows)
        }
      }
      if let table = layout.importance[index], let column = columns.importance {
        countLevels(wave, codes, column, table: table, rows: rows)
      }
    }
    for (index, table) in layout.outcomes.enumerated() {
      countLevels(wave, codes, plan.outcomes[index], table: table, rows: rows)
    }
  }

  private mutating func countLevels(_ wave: Int, _ codes: CodeColumns, _ column: Int, table: Int, rows: Int) {
    scratch.markLevels(codes, column, into: 0, rows: rows)
    countAnswers(wave, mark: 0, table: table, rows: rows)
  }

  mutating func countStraightLines(_ wave: Int, _ codes: CodeColumns, rows: Int) {
    let perceptions = plan.items.map(\.perception)
    guard perceptions.count >= 6 else { return }
    scratch.markStraightLines(codes, perceptions: perceptions, into: 0, rows: rows)
    for mark in scratch.codes(0, rows: rows) where mark > 0 {
      tally.waves[wave].straightLineBase += 1
      if mark == 1 { tally.waves[wave].straightLines += 1 }
    }
  }
}
