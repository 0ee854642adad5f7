/// Weighted rows add up as counts do.
extension WeightTally {
  func merged(with other: WeightTally, of definition: SurveyDefinition) -> WeightTally {
    var result = self
    result.n += other.n
    result.sum += other.sum
    result.squares += other.squares
    result.minimum = n == 0 ? other.minimum : other.n == 0 ? minimum : min(minimum, other.minimum)
    result.maximum = max(maximum, other.maximum)
    result.rounded += other.rounded
    for more in other.slices {
      if let index = result.slices.firstIndex(where: { $0.slice == more.slice }) {
        result.slices[index].add(more)
      } else {
        result.slices.append(more)
      }
    }
    result.slices.sort { definition.precedes($0.slice, $1.slice) }
    return result
  }
}

extension WeightedSlice {
  fileprivate mutating func add(_ other: WeightedSlice) {
    all.add(other.all)
    for index in items.indices { items[index].add(other.items[index]) }
    for index in sets.indices { sets[index].add(other.sets[index]) }
    for index in outcomes.indices { outcomes[index].add(other.outcomes[index]) }
  }
}

extension WeightedSlice.Item {
  fileprivate mutating func add(_ other: WeightedSlice.Item) {
    expectation.add(other.expectation)
    perception.add(other.perception)
    difference.add(other.difference)
    adequacy.add(other.adequacy)
    superiority.add(other.superiority)
  }
}

extension WeightedSlice.Set {
  fileprivate mutating func add(_ other: WeightedSlice.Set) {
    gap.add(other.gap)
    expectation.add(other.expectation)
    perception.add(other.perception)
    shortfall.add(other.shortfall)
    adequacy.add(other.adequacy)
    superiority.add(other.superiority)
    seriousShortfalls.add(other.seriousShortfalls)
    seriousSurpluses.add(other.seriousSurpluses)
  }
}

extension [WeightTally.Cell] {
  /// Level by level; both have the same levels.
  fileprivate mutating func add(_ other: [WeightTally.Cell]) {
    for index in indices { self[index].add(other[index]) }
  }
}

extension [WeightedSlice.Entry] {
  /// Both ascend, and so does the result.
  fileprivate mutating func add(_ other: [WeightedSlice.Entry]) {
    let entries = (self + other).sorted { ($0.answered, $0.sum) < ($1.answered, $1.sum) }
    self = []
    for entry in entries {
      if let last = last, last.answered == entry.answered, last.sum == entry.sum {
        self[count - 1].cell.add(entry.cell)
      } else {
        append(entry)
      }
    }
  }
}
