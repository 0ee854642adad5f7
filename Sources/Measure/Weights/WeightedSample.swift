import Audit
import Statistics

/// What the weighted rows of one slice say of an item or a set, as ``RowSample`` does without weights.
struct WeightedSample {
  let scale: Scale
  let target: ItemTarget
  let perception: WeightedRows
  /// Of the rows that have one; nil for what is held against a standard.
  let expectation: WeightedRows?
  /// P − E, or P − standard; nil where there is neither.
  let difference: WeightedRows?
  /// P − minimum and P − desired.
  let zone: (adequacy: WeightedRows, superiority: WeightedRows)?
  /// P less the satisfied-from answer, where that is the target.
  let distance: WeightedRows?
  let satisfiedFrom: MeanLevel
  /// max(0, target − P).
  let shortfall: WeightedRows
  /// 1 for rows that are seriously surpassed, −1 for those that are seriously failed, else 0.
  let balance: WeightedRows
  /// The fewest rows that share a value of a raked segment.
  let fewestRaked: Int?

  /// 1 for rows at or above the second highest level, else 0.
  var topTwo: WeightedRows { perception.flags { $0 >= (scale.maximum - 1) * $1 } }
  /// 1 for rows at or below the second lowest level, else 0.
  var bottomTwo: WeightedRows { perception.flags { $0 <= (scale.minimum + 1) * $1 } }
  /// 1 for rows that fall short of the target by more than a quarter of the range, else 0.
  var failed: WeightedRows { shortfall.flags { 4 * Int128($0) > Int128(scale.range) * Int128($1) } }
  /// 1 for rows below the least acceptable, else 0; nil without a zone.
  var belowMinimum: WeightedRows? { zone?.adequacy.flags { value, _ in value < 0 } }

  /// One item.
  init(_ slice: SliceWeights, item index: Int, of definition: SurveyDefinition) {
    let item = definition.items[index]
    let range = item.scale.range
    (scale, target) = (item.scale, ItemTarget(of: item))
    satisfiedFrom = MeanLevel(of: [item.satisfiedFrom])
    perception = slice.rows(.perception(index))
    fewestRaked = slice.fewest(.perception(index))
    let distance: WeightedRows
    switch item.comparison {
    case .expectation:
      distance = slice.rows(.difference(index))
      (expectation, difference, zone) = (slice.rows(.expectation(index)), distance, nil)
    case .standard(let level):
      distance = slice.rows(.perception(index), less: MeanLevel(of: [level]))
      (expectation, difference, zone) = (nil, distance, nil)
    case .zone:
      distance = slice.rows(.adequacy(index))
      (expectation, difference, zone) = (nil, nil, (distance, slice.rows(.superiority(index))))
    case .none:
      distance = slice.rows(.perception(index), less: satisfiedFrom)
      (expectation, difference, zone) = (nil, nil, nil)
    }
    self.distance = target == .satisfied ? distance : nil
    shortfall = distance.map { value, _ in max(0, -value) }
    balance = distance.map { value, unit in
      let quarters = 4 * value
      return quarters > range * unit ? unit : -quarters > range * unit ? -unit : 0
    }
  }

  /// A set of items on one scale; nil for items on several.
  init?(_ slice: SliceWeights, set index: Int, of definition: SurveyDefinition) {
    let items = definition.sets[index].items.map { definition.items[$0] }
    guard let scale = items.first?.scale, items.allSatisfy({ $0.scale == scale }) else { return nil }
    self.scale = scale
    target = ItemTarget(of: items)
    satisfiedFrom = MeanLevel(of: items.map(\.satisfiedFrom))
    perception = slice.rows(.set(index, .perception))
    fewestRaked = slice.fewest(.set(index, .perception))
    let hasGap = items.contains(where: \.hasGap)
    expectation = hasGap ? slice.rows(.set(index, .expectation)) : nil
    difference = hasGap ? slice.rows(.set(index, .gap)) : nil
    zone =
      items.contains { $0.comparison == .zone }
      ? (slice.rows(.set(index, .adequacy)), slice.rows(.set(index, .superiority))) : nil
    distance = target == .satisfied ? slice.rows(.set(index, .perception), less: satisfiedFrom) : nil
    shortfall = slice.rows(.set(index, .shortfall))
    balance = slice.balance(ofSet: index)
  }
}
