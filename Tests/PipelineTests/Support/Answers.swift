import Audit

/// Answers of one respondent, item by item; nil is missing.
struct Answers {
  var expectations: [Int?] = []
  var perceptions: [Int?]
}

extension WaveTally {
  /// Counts rows as `formats.md` says: slow, plain and apart from the scanner that does it in the product.
  init(_ rows: [Answers], _ definition: SurveyDefinition) {
    let pairs = rows.map { row in definition.items.indices.map { Pair(row, $0, definition.items[$0]) } }
    let slice = SliceTally(
      slice: .all, rows: rows.count,
      items: definition.items.enumerated().map { index, item in ItemTally(pairs.compactMap { $0[index] }, item) },
      sets: definition.sets.map { set in SetTally(pairs.map { row in set.items.map { row[$0] } }, set, definition) },
      outcomes: [], points: PointsTally(), itemImportance: definition.items.map { _ in [] })
    self.init(rows: rows.count, unusable: [], columns: [], units: [], slices: [slice])
  }
}

/// A perception with what it is held against.
private struct Pair {
  var perception: Int
  var expectation: Int?
  /// Expectation, standard or satisfied-from answer.
  var target: Int
  var hasGap: Bool

  init?(_ row: Answers, _ index: Int, _ item: Item) {
    guard let perception = row.perceptions[index] else { return nil }
    self.perception = perception
    hasGap = item.hasGap
    switch item.comparison {
    case .expectation:
      guard let expected = row.expectations[index] else { return nil }
      expectation = expected
      target = expected
    case .standard(let level):
      expectation = level
      target = level
    case .zone, .none: target = item.satisfiedFrom
    }
  }

  var difference: Int { perception - target }
}

extension ItemTally {
  fileprivate init(_ pairs: [Pair], _ item: Item) {
    func histogram(_ values: [Int], from minimum: Int, levels: Int) -> [Int] {
      var counts = [Int](repeating: 0, count: levels)
      for value in values { counts[value - minimum] += 1 }
      return counts
    }
    let scale = item.scale
    let isPaired = item.comparison == .expectation
    self.init(
      expectation: isPaired
        ? histogram(pairs.compactMap(\.expectation), from: scale.minimum, levels: scale.levels) : [],
      perception: histogram(pairs.map(\.perception), from: scale.minimum, levels: scale.levels),
      difference: isPaired
        ? histogram(pairs.map(\.difference), from: -scale.range, levels: 2 * scale.range + 1) : [])
  }
}

extension SetTally {
  fileprivate init(_ rows: [[Pair?]], _ set: ItemSet, _ definition: SurveyDefinition) {
    let items = set.items.map { definition.items[$0] }
    let gapped = items.count(where: \.hasGap)
    let range = items.first?.scale.range ?? 0
    var scores: (gap: [Score], expectation: [Score], perception: [Score], shortfall: [Score]) = ([], [], [], [])
    var (shortfalls, surpluses) = (0, 0)
    for row in rows {
      let answered = row.compactMap(\.self)
      let withGap = answered.filter(\.hasGap)
      if !withGap.isEmpty, 2 * withGap.count >= gapped {
        scores.gap.append(Score(withGap.map(\.difference)))
        scores.expectation.append(Score(withGap.compactMap(\.expectation)))
      }
      guard !answered.isEmpty, 2 * answered.count >= items.count else { continue }
      let shortfall = Score(answered.map { max(0, -$0.difference) })
      let surplus = Score(answered.map { max(0, $0.difference) })
      scores.perception.append(Score(answered.map(\.perception)))
      scores.shortfall.append(shortfall)
      let (isShort, isAbove) = (4 * shortfall.sum > range * answered.count, 4 * surplus.sum > range * answered.count)
      if isShort, !isAbove { shortfalls += 1 }
      if isAbove, !isShort { surpluses += 1 }
    }
    self.init(
      gap: ScoreTally(scores.gap), expectation: ScoreTally(scores.expectation),
      perception: ScoreTally(scores.perception), shortfall: ScoreTally(scores.shortfall),
      seriousShortfalls: shortfalls, seriousSurpluses: surpluses)
  }
}

/// One row's answered items and their sum.
private struct Score: Hashable {
  var answered: Int
  var sum: Int

  init(_ values: [Int]) {
    answered = values.count
    sum = values.reduce(0, +)
  }
}

extension ScoreTally {
  fileprivate init(_ scores: [Score]) {
    var counts: [Score: Int] = [:]
    for score in scores { counts[score, default: 0] += 1 }
    let entries = counts.map { Entry(answered: $0.key.answered, sum: $0.key.sum, count: $0.value) }
    self.init(entries: entries.sorted { ($0.answered, $0.sum) < ($1.answered, $1.sum) })
  }
}
