import Audit
import Statistics

/// What the rows of one slice say of one subject: an item, or a set of items by the mean of each row.
struct RowSample {
  /// What perceptions are held against.
  enum Target {
    /// Respondents' own expectations, for one item at least.
    case expectation
    /// Standards for those items that have a target.
    case standard
    /// The satisfied-from answer.
    case satisfied
  }

  /// Perceptions and expectations on the rows that have both.
  struct Gap {
    var expectation: Counts
    /// P − E, or P − standard.
    var difference: Counts
    /// Every perception of the sample has its expectation, so that the two may be correlated.
    var isComplete: Bool
  }

  let scale: Scale
  let target: Target
  /// Perceptions; on pairs, those that have an expectation.
  let perception: Counts
  let gap: Gap?
  /// max(0, target − P).
  let shortfall: Counts
  /// The satisfied-from answer, and P less that answer where there is no gap.
  let satisfiedFrom: MeanLevel
  let distance: Counts?
  /// Rows at or above the satisfied-from answer, and rows at or above the second highest level.
  let satisfied: Int
  let topTwo: Int
  /// Rows that fall short of their own expectations by more than a quarter of the range, and rows that surpass them so.
  let seriousShortfalls: Int
  let seriousSurpluses: Int

  var n: Int { perception.n }
}

extension RowSample {
  /// One item.
  init(_ item: Item, _ tally: ItemTally) {
    let range = item.scale.range
    let perception = Counts(dense: tally.perception, minimum: item.scale.minimum)
    let distance: Counts
    switch item.comparison {
    case .expectation:
      target = .expectation
      distance = Counts(dense: tally.difference, minimum: -range)
      gap = Gap(
        expectation: Counts(dense: tally.expectation, minimum: item.scale.minimum), difference: distance,
        isComplete: true)
    case .standard(let level):
      target = .standard
      distance = perception.shifted(by: -level)
      gap = Gap(expectation: Counts(values: [level], counts: [perception.n]), difference: distance, isComplete: true)
    case .zone, .none:
      target = .satisfied
      distance = perception.shifted(by: -item.satisfiedFrom)
      gap = nil
    }
    scale = item.scale
    self.perception = perception
    self.distance = gap == nil ? distance : nil
    shortfall = distance.map { max(0, -$0) }
    satisfiedFrom = MeanLevel(of: [item.satisfiedFrom])
    satisfied = perception.count { $0 >= item.satisfiedFrom }
    topTwo = perception.count { $0 >= item.scale.maximum - 1 }
    seriousShortfalls = distance.count { -4 * $0 > range }
    seriousSurpluses = distance.count { 4 * $0 > range }
  }

  /// A set of items on one scale; nil for items on several, whose mean means nothing.
  init?(_ set: ItemSet, _ tally: SetTally, _ definition: SurveyDefinition) {
    let items = set.items.map { definition.items[$0] }
    guard let scale = items.first?.scale, items.allSatisfy({ $0.scale == scale }) else { return nil }
    self.scale = scale
    target = Target(of: items)
    let level = MeanLevel(of: items.map(\.satisfiedFrom))
    satisfiedFrom = level
    perception = RowMeans.counts(tally.perception)
    shortfall = RowMeans.counts(tally.shortfall)
    switch target {
    case .expectation, .standard:
      gap = Gap(
        expectation: RowMeans.counts(tally.expectation), difference: RowMeans.counts(tally.gap),
        isComplete: items.allSatisfy(\.hasGap))
      distance = nil
    case .satisfied:
      gap = nil
      distance = RowMeans.counts(tally.perception, less: level)
    }
    satisfied = tally.perception.rows { $0.sum * level.count >= level.sum * $0.answered }
    topTwo = tally.perception.rows { $0.sum >= (scale.maximum - 1) * $0.answered }
    seriousShortfalls = tally.seriousShortfalls
    seriousSurpluses = tally.seriousSurpluses
  }
}

extension RowSample.Target {
  /// One expectation among the items makes the target the respondents' own.
  init(of items: [Item]) {
    self = .satisfied
    for item in items {
      switch item.comparison {
      case .expectation:
        self = .expectation
        return
      case .standard: self = .standard
      case .zone, .none: continue
      }
    }
  }
}

extension ScoreTally {
  fileprivate func rows(where condition: (Entry) -> Bool) -> Int {
    entries.reduce(0) { condition($1) ? $0 + $1.count : $0 }
  }
}
