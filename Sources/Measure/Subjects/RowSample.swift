import Audit
import Statistics

/// What the rows of one slice say of one subject: an item, or a set of items by the mean of each row.
struct RowSample {
  /// Perceptions and expectations on the rows that have both.
  struct Gap {
    var expectation: Counts
    /// P − E, or P − standard.
    var difference: Counts
    /// Every perception of the sample has its expectation, so that the two may be correlated.
    var isComplete: Bool
  }

  /// Perceptions held against the zone of tolerance, on the rows that give all of it.
  struct Zone {
    /// P − minimum.
    var adequacy: Counts
    /// P − desired.
    var superiority: Counts
  }

  let scale: Scale
  let target: ItemTarget
  /// Perceptions; on pairs, those that have an expectation; with a zone, those that have both its ends.
  let perception: Counts
  let gap: Gap?
  let zone: Zone?
  /// max(0, target − P).
  let shortfall: Counts
  /// The satisfied-from answer, and P less that answer where there is no gap.
  let satisfiedFrom: MeanLevel
  let distance: Counts?
  /// Rows at or above the satisfied-from answer, and rows at or above the second highest level.
  let satisfied: Int
  let topTwo: Int
  /// Rows at or below the second lowest level.
  let bottomTwo: Int
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
    target = ItemTarget(of: item)
    switch item.comparison {
    case .expectation:
      distance = Counts(dense: tally.difference, minimum: -range)
      gap = Gap(
        expectation: Counts(dense: tally.expectation, minimum: item.scale.minimum), difference: distance,
        isComplete: true)
      zone = nil
    case .standard(let level):
      distance = perception.shifted(by: -level)
      gap = Gap(expectation: Counts(values: [level], counts: [perception.n]), difference: distance, isComplete: true)
      zone = nil
    case .zone:
      distance = Counts(dense: tally.zone?.adequacy ?? [], minimum: -range)
      gap = nil
      zone = Zone(
        adequacy: distance, superiority: Counts(dense: tally.zone?.superiority ?? [], minimum: -range))
    case .none:
      distance = perception.shifted(by: -item.satisfiedFrom)
      gap = nil
      zone = nil
    }
    scale = item.scale
    self.perception = perception
    self.distance = target == .satisfied ? distance : nil
    shortfall = distance.map { max(0, -$0) }
    satisfiedFrom = MeanLevel(of: [item.satisfiedFrom])
    satisfied = perception.count { $0 >= item.satisfiedFrom }
    topTwo = perception.count { $0 >= item.scale.maximum - 1 }
    bottomTwo = perception.count { $0 <= item.scale.minimum + 1 }
    seriousShortfalls = distance.count { -4 * $0 > range }
    seriousSurpluses = distance.count { 4 * $0 > range }
  }

  /// A set of items on one scale; nil for items on several, whose mean means nothing.
  init?(_ set: ItemSet, _ tally: SetTally, _ definition: SurveyDefinition) {
    let items = set.items.map { definition.items[$0] }
    guard let scale = items.first?.scale, items.allSatisfy({ $0.scale == scale }) else { return nil }
    self.scale = scale
    target = ItemTarget(of: items)
    let level = MeanLevel(of: items.map(\.satisfiedFrom))
    satisfiedFrom = level
    perception = RowMeans.counts(tally.perception)
    shortfall = RowMeans.counts(tally.shortfall)
    gap =
      items.contains(where: \.hasGap)
      ? Gap(
        expectation: RowMeans.counts(tally.expectation), difference: RowMeans.counts(tally.gap),
        isComplete: items.allSatisfy(\.hasGap)) : nil
    zone =
      items.contains { $0.comparison == .zone }
      ? Zone(adequacy: RowMeans.counts(tally.adequacy), superiority: RowMeans.counts(tally.superiority)) : nil
    distance = target == .satisfied ? RowMeans.counts(tally.perception, less: level) : nil
    satisfied = tally.perception.rows { $0.sum * level.count >= level.sum * $0.answered }
    topTwo = tally.perception.rows { $0.sum >= (scale.maximum - 1) * $0.answered }
    bottomTwo = tally.perception.rows { $0.sum <= (scale.minimum + 1) * $0.answered }
    seriousShortfalls = tally.seriousShortfalls
    seriousSurpluses = tally.seriousSurpluses
  }
}

extension ScoreTally {
  func rows(where condition: (Entry) -> Bool) -> Int {
    entries.reduce(0) { condition($1) ? $0 + $1.count : $0 }
  }
}
