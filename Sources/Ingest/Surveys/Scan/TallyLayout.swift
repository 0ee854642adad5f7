import Audit

/// Where each counter of one slice lies in a flat array; every slice of a survey has the same layout.
struct TallyLayout: Sendable {
  /// Counters of one item.
  enum ItemCounters: Sendable {
    /// levels × levels joint counts of expectation and perception, from `offset`.
    case joint(offset: Int, levels: Int)
    /// Expectations, perceptions and differences apart, for long scales: levels, levels, 2·range + 1.
    case apart(offset: Int, levels: Int)
    /// Perceptions alone.
    case perception(offset: Int, levels: Int)
  }

  /// The four row scores of a set.
  enum Score: Int, CaseIterable, Sendable {
    case gap, expectation, perception, shortfall
  }

  /// Row scores of one set: dense counters by (answered, sum), or keys of a dictionary where those would be too many.
  struct SetCounters: Sendable {
    var set: ItemSet
    /// nil for sets of items on several scales, which have no row score.
    var scale: Scale?
    /// First counter for 0, 1, … items answered, for each score in the order of its cases; empty where sparse.
    var offsets: [[Int]]
    var isSparse: Bool
    /// Rows seriously failed, rows seriously exceeded.
    var serious: Int
    /// Items of the set that have a gap, and all of them.
    var gapItems: [Int]
    var isMixed: Bool { !gapItems.isEmpty && gapItems.count < set.items.count }
  }

  private(set) var items: [ItemCounters] = []
  private(set) var sets: [SetCounters] = []
  private(set) var outcomes: [Int] = []
  private(set) var importance: [Int?] = []
  /// Points: for each total 95…105 the rows and the sums by dimension; then the rows excluded.
  private(set) var points = 0
  /// Rows in the slice.
  private(set) var rows = 0
  /// Counters of one slice.
  private(set) var stride = 0

  /// A joint table is kept for scales of up to this many levels.
  private static let jointLevels = 20
  /// A set with more dense counters than this is kept sparse.
  private static let denseLimit = 1 << 17
  static let pointTotals = 95...105

  init(_ definition: SurveyDefinition) {
    rows = take(1)
    for item in definition.items {
      let levels = item.scale.levels
      switch item.comparison {
      case .expectation where levels <= TallyLayout.jointLevels:
        items.append(.joint(offset: take(levels * levels), levels: levels))
      case .expectation:
        items.append(.apart(offset: take(2 * levels + 2 * item.scale.range + 1), levels: levels))
      case .standard, .zone, .none:
        items.append(.perception(offset: take(levels), levels: levels))
      }
      importance.append(item.importance.map { take($0.levels) })
    }
    for outcome in definition.outcomes { outcomes.append(take(outcome.scale.levels)) }
    points = take(TallyLayout.pointTotals.count * (definition.pointDimensions.count + 1) + 1)
    for set in definition.sets { sets.append(counters(for: set, definition)) }
  }

  private mutating func take(_ count: Int) -> Int {
    defer { stride += count }
    return stride
  }

  private mutating func counters(for set: ItemSet, _ definition: SurveyDefinition) -> SetCounters {
    let members = set.items.map { definition.items[$0] }
    let scale = Set(members.map(\.scale)).count == 1 ? members.first?.scale : nil
    let gapItems = set.items.filter { definition.items[$0].hasGap }
    var result = SetCounters(
      set: set, scale: scale, offsets: [], isSparse: false, serious: take(2), gapItems: gapItems)
    guard let scale else { return result }
    let widths = Score.allCases.map { TallyLayout.widths(of: $0, items: set.items.count, range: scale.range) }
    guard widths.reduce(0, { $0 + $1.reduce(0, +) }) <= TallyLayout.denseLimit else {
      result.isSparse = true
      return result
    }
    for widths in widths {
      var offsets: [Int] = []
      for width in widths { offsets.append(take(width)) }
      result.offsets.append(offsets)
    }
    return result
  }

  /// Number of possible sums for 0, 1, … `items` answered.
  private static func widths(of score: Score, items: Int, range: Int) -> [Int] {
    (0...items).map { answered in
      switch score {
      case .gap: 2 * answered * range + 1
      case .expectation, .perception, .shortfall: answered * range + 1
      }
    }
  }
}
