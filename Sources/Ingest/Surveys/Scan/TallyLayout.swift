import Audit
import CSV

/// Which tables of counters a survey asks for; every slot of a partition, and every unit, has its own.
struct TallyLayout: Sendable {
  /// Tables of one item; a mark is 0 for rows that are not counted.
  enum ItemTables: Sendable {
    /// 1 + level.
    case perception(Int)
    /// 1 + e · levels + p.
    case joint(Int)
    /// For long scales: 1 + p, 1 + p − e + range, 1 + e.
    case apart(perception: Int, difference: Int, expectation: Int)
    /// 1 + p, 1 + p − minimum + range, 1 + p − desired + range, 1 + desired − minimum or levels + 1 where crossed.
    case zone(perception: Int, adequacy: Int, superiority: Int, width: Int)
  }

  /// Rows by answers and sum.
  struct ScoreTable: Sendable {
    var table: Int
    var shape: CodeColumns.ScoreShape
  }

  /// Tables of the sets that have the same items on one scale.
  struct SetTables: Sendable {
    var items: [Int]
    /// Items with an expectation or a standard, and with a zone of tolerance.
    var gapItems: [Int]
    var zoneItems: [Int]
    var scale: Scale
    /// Too many counters for tables: rows are counted one by one.
    var isSparse: Bool
    var perception: ScoreTable?
    var gap: ScoreTable?
    var shortfall: ScoreTable?
    var expectation: ScoreTable?
    var adequacy: ScoreTable?
    var superiority: ScoreTable?
    /// Seriously failed rows at 1, seriously exceeded ones at 2.
    var serious = 0
  }

  /// The row scores of a set; of serious rows the mark stands in place of the answers.
  enum Score: Int, CaseIterable, Sendable {
    case gap, expectation, perception, shortfall, adequacy, superiority, serious
  }

  private(set) var items: [ItemTables] = []
  private(set) var sets: [SetTables] = []
  private(set) var outcomes: [Int] = []
  private(set) var importance: [Int?] = []
  /// Counters of a slot in each table. Table 0 has one counter, of the slot's rows.
  private(set) var widths: [Int] = [1]
  /// The first tables are those that units have too.
  private(set) var unitTables = 0

  /// A joint table is kept for scales of up to this many levels.
  private static let jointLevels = 20
  /// Marks have 16 bits.
  private static let widest = 1 << 15
  static let pointTotals = 95...105

  init(_ definition: SurveyDefinition) {
    sets = TallyLayout.itemLists(definition).compactMap { TallyLayout.tables(for: $0, definition) }
    items = definition.items.map { takeShared($0) }
    outcomes = definition.outcomes.map { take($0.scale.levels + 1) }
    for index in sets.indices where !sets[index].isSparse {
      take(\.perception, of: index, sets[index].items, signed: false)
      take(\.gap, of: index, sets[index].gapItems, signed: true)
    }
    unitTables = widths.count
    for index in items.indices { items[index] = takeRest(items[index], definition.items[index]) }
    importance = definition.items.map { $0.importance.map { take($0.levels + 1) } }
    for index in sets.indices where !sets[index].isSparse {
      sets[index].serious = take(3)
      take(\.shortfall, of: index, sets[index].items, signed: false)
      take(\.expectation, of: index, sets[index].gapItems, signed: false)
      take(\.adequacy, of: index, sets[index].zoneItems, signed: true)
      take(\.superiority, of: index, sets[index].zoneItems, signed: true)
    }
  }

  /// The tables of a set, if it has row scores.
  func tables(of set: ItemSet) -> SetTables? { sets.first { $0.items == set.items } }

  /// Whether a scale's pairs are counted jointly.
  static func isJoint(_ scale: Scale) -> Bool { scale.levels <= jointLevels }

  /// Different lists of items among the sets, in the order of the sets.
  private static func itemLists(_ definition: SurveyDefinition) -> [[Int]] {
    var lists: [[Int]] = []
    for set in definition.sets where !lists.contains(set.items) { lists.append(set.items) }
    return lists
  }

  /// Nil for items on several scales, which have no row score. Tables are taken later.
  private static func tables(for list: [Int], _ definition: SurveyDefinition) -> SetTables? {
    let members = list.map { definition.items[$0] }
    guard let scale = members.first?.scale, members.allSatisfy({ $0.scale == scale }) else { return nil }
    let widest = shape(items: list.count, range: scale.range, signed: true)
    let cells = (list.count - widest.least + 1) * widest.width
    return SetTables(
      items: list, gapItems: list.filter { definition.items[$0].hasGap },
      zoneItems: list.filter { definition.items[$0].comparison == .zone }, scale: scale,
      isSparse: cells >= TallyLayout.widest)
  }

  private static func shape(items: Int, range: Int, signed: Bool) -> CodeColumns.ScoreShape {
    CodeColumns.ScoreShape(
      least: ItemSet.leastAnswers(of: items), width: (signed ? 2 : 1) * items * range + 1, shift: signed ? range : 0)
  }

  private mutating func take(_ width: Int) -> Int {
    widths.append(width)
    return widths.count - 1
  }

  private mutating func take(
    _ score: WritableKeyPath<SetTables, ScoreTable?>, of index: Int, _ items: [Int], signed: Bool
  ) {
    guard !items.isEmpty else { return }
    let shape = TallyLayout.shape(items: items.count, range: sets[index].scale.range, signed: signed)
    let table = take((items.count - shape.least + 1) * shape.width + 1)
    sets[index][keyPath: score] = ScoreTable(table: table, shape: shape)
  }

  /// The tables of an item that units have too.
  private mutating func takeShared(_ item: Item) -> ItemTables {
    let levels = item.scale.levels
    switch item.comparison {
    case .expectation where TallyLayout.isJoint(item.scale): return .joint(take(levels * levels + 1))
    case .expectation:
      return .apart(perception: take(levels + 1), difference: take(2 * levels), expectation: 0)
    case .standard, .none: return .perception(take(levels + 1))
    case .zone: return .zone(perception: take(levels + 1), adequacy: 0, superiority: 0, width: 0)
    }
  }

  /// The other tables.
  private mutating func takeRest(_ tables: ItemTables, _ item: Item) -> ItemTables {
    let levels = item.scale.levels
    switch tables {
    case .perception, .joint: return tables
    case .apart(let perception, let difference, _):
      return .apart(perception: perception, difference: difference, expectation: take(levels + 1))
    case .zone(let perception, _, _, _):
      return .zone(
        perception: perception, adequacy: take(2 * levels), superiority: take(2 * levels), width: take(levels + 2))
    }
  }
}
