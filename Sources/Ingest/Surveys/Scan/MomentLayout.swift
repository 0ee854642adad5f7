import Audit
import CSV

/// Which listwise moments a survey asks for (methodology 0.2, A5 and A6), and where their columns are.
struct MomentLayout: Sendable {
  private(set) var columns: [[MomentTally.Column]] = []
  private(set) var sums: [MomentSums] = []
  /// Of each whether it is kept by group of respondents too: all but the flags.
  private(set) var haveGroups: [Bool] = []

  private let plan: SurveyPlan
  private let layout: TallyLayout
  private let scratch: RowSumLayout
  private var definition: SurveyDefinition { plan.definition }

  /// Attributes whose dummies are crossed, and drivers that are compared, at most.
  private static let most = 12

  init(_ plan: SurveyPlan, _ layout: TallyLayout) {
    self.plan = plan
    self.layout = layout
    scratch = RowSumLayout(plan, layout)
    let dimensions = definition.sets.filter { $0.kind == .dimension }
    for set in dimensions {
      add(set.items.map { .perception($0) })
      let pairs = set.items.filter { definition.items[$0].comparison == .expectation }
      add(pairs.map { .expectation($0) })
      add(pairs.map { .difference($0) })
    }
    let scored = dimensions.compactMap { set in multiple(of: set).map { (set.subject, $0) } }
    for outcome in definition.outcomes.indices {
      if (2...MomentLayout.most).contains(scored.count) {
        add([.outcome(outcome)] + scored.map { .score(dimension: $0, multiple: $1) })
        add([.outcome(outcome)] + scored.flatMap { id, _ in [.low(dimension: id), .high(dimension: id)] })
      }
      if (1...MomentLayout.most).contains(definition.items.count) {
        add([.outcome(outcome)] + definition.items.indices.map { .perception($0) })
        add([.outcome(outcome)] + definition.items.indices.flatMap { [.lowItem($0), .highItem($0)] })
      }
    }
  }

  /// L = lcm(1…m), where the set has row sums and L times the range is below 2³¹; nil otherwise.
  private func multiple(of set: ItemSet) -> Int? {
    guard let tables = layout.tables(of: set), !tables.isSparse else { return nil }
    var multiple = 1
    for count in 1...set.items.count {
      var (a, b) = (multiple, count)
      while b != 0 { (a, b) = (b, a % b) }
      multiple = multiple / a * count
      if multiple * tables.scale.range >= 1 << 31 { return nil }
    }
    return multiple
  }

  private mutating func add(_ columns: [MomentTally.Column]) {
    guard columns.count > 1, !self.columns.contains(columns) else { return }
    let resolved = columns.map { resolve($0) }
    self.columns.append(columns)
    haveGroups.append(plan.rows.haveGroups && !columns.contains { $0.isFlag })
    sums.append(MomentSums(columns: resolved.map(\.column), largest: resolved.map(\.largest).max() ?? 0))
  }

  private func resolve(_ column: MomentTally.Column) -> (column: MomentSums.Column, largest: Int) {
    let items = definition.items
    switch column {
    case .perception(let item): return (.level(plan.items[item].perception), items[item].scale.range)
    case .expectation(let item): return (.level(expectation(of: item)), items[item].scale.range)
    case .difference(let item):
      return (
        .difference(perception: plan.items[item].perception, expectation: expectation(of: item)),
        items[item].scale.range
      )
    case .outcome(let outcome): return (.level(plan.outcomes[outcome]), definition.outcomes[outcome].scale.range)
    case .score(let dimension, let multiple):
      let members = self.items(of: dimension)
      let targets = scratch.targets(of: members)
      let least = ItemSet.leastAnswers(of: members.count)
      let factors = (0...members.count).map { $0 < least ? 0 : multiple / $0 }
      return (
        .score(sum: targets.perception, answered: targets.answered, factors: factors),
        multiple * items[members[0]].scale.range
      )
    case .low(let dimension): return (flag(self.items(of: dimension), quarters: 1, isHigh: false), 1)
    case .high(let dimension): return (flag(self.items(of: dimension), quarters: 3, isHigh: true), 1)
    case .lowItem(let item):
      return (.levelFlag(plan.items[item].perception, quarters: items[item].scale.range, isHigh: false), 1)
    case .highItem(let item):
      return (.levelFlag(plan.items[item].perception, quarters: 3 * items[item].scale.range, isHigh: true), 1)
    }
  }

  private func expectation(of item: Int) -> Int { plan.items[item].expectation ?? plan.items[item].perception }

  private func items(of dimension: String) -> [Int] {
    definition.items.indices.filter { definition.items[$0].dimension == dimension }
  }

  private func flag(_ items: [Int], quarters: Int, isHigh: Bool) -> MomentSums.Column {
    let targets = scratch.targets(of: items)
    return .sumFlag(
      sum: targets.perception, answered: targets.answered, least: ItemSet.leastAnswers(of: items.count),
      quarters: quarters * definition.items[items[0]].scale.range, isHigh: isHigh)
  }
}

extension MomentTally.Column {
  fileprivate var isFlag: Bool {
    switch self {
    case .low, .high, .lowItem, .highItem: true
    case .perception, .expectation, .difference, .outcome, .score: false
    }
  }
}
