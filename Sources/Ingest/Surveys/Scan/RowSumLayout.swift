import Audit
import CSV

/// Which sums a row needs for its scores, and in which columns beside the codes they stand.
struct RowSumLayout: Sendable {
  /// In the order in which they are added up: larger lists of items build on smaller ones.
  private(set) var sums: [RowSums] = []
  /// Σ desired, for lists of items with a zone of tolerance.
  private(set) var desired: [(items: [Int], column: Int)] = []
  /// Columns that all need together.
  private(set) var columns: Int
  private var lists: [[Int]] = []

  /// The first columns are for marks.
  static let marks = 4

  init(_ plan: SurveyPlan, _ layout: TallyLayout) {
    columns = RowSumLayout.marks
    for set in layout.sets where !set.isSparse {
      for list in [set.items, set.gapItems, set.zoneItems] where !list.isEmpty && !lists.contains(list) {
        lists.append(list)
      }
    }
    lists.sort { $0.count == $1.count ? $0.lexicographicallyPrecedes($1) : $0.count < $1.count }
    for (index, list) in lists.enumerated() {
      sums.append(RowSums(terms: terms(of: list, before: index, plan), targets: .init(first: columns)))
      columns += 4
    }
    for set in layout.sets where !set.isSparse && !set.zoneItems.isEmpty {
      guard !desired.contains(where: { $0.items == set.zoneItems }) else { continue }
      desired.append((set.zoneItems, columns))
      columns += 1
    }
  }

  /// The sums of a list that has some.
  func targets(of items: [Int]) -> RowSums.Targets {
    guard let index = lists.firstIndex(of: items) else { preconditionFailure("a list of items of a set with tables") }
    return sums[index].targets
  }

  /// Smaller lists as far as they go, then the items that are left.
  private func terms(of list: [Int], before index: Int, _ plan: SurveyPlan) -> [RowSums.Term] {
    var left = Set(list)
    var terms: [RowSums.Term] = []
    for part in (0..<index).reversed() where lists[part].count > 1 && left.isSuperset(of: lists[part]) {
      left.subtract(lists[part])
      terms.append(.sums(sums[part].targets))
    }
    return terms + list.filter(left.contains).map { RowSumLayout.term(of: $0, plan) }
  }

  private static func term(of index: Int, _ plan: SurveyPlan) -> RowSums.Term {
    let (item, columns) = (plan.definition.items[index], plan.items[index])
    let perception = columns.perception
    switch item.comparison {
    case .expectation: return .pair(perception: perception, expectation: columns.expectation ?? perception)
    case .standard(let level): return .fixed(perception: perception, target: level - item.scale.minimum)
    case .zone:
      return .zone(
        perception: perception, minimum: columns.minimum ?? perception, desired: columns.desired ?? perception)
    case .none: return .fixed(perception: perception, target: item.satisfiedFrom - item.scale.minimum)
    }
  }
}
