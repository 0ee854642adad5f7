extension SliceTally {
  /// The rows that are not of a part, which is one of those that this tally was added up from: what a jackknife needs.
  package func removing(_ part: SliceTally) -> SliceTally {
    var rest = self
    rest.rows -= part.rows
    for index in items.indices {
      rest.items[index].expectation.remove(part.items[index].expectation)
      rest.items[index].perception.remove(part.items[index].perception)
      rest.items[index].difference.remove(part.items[index].difference)
      if let zone = part.items[index].zone {
        rest.items[index].zone?.adequacy.remove(zone.adequacy)
        rest.items[index].zone?.superiority.remove(zone.superiority)
        rest.items[index].zone?.width.remove(zone.width)
        rest.items[index].zone?.crossed -= zone.crossed
      }
    }
    for index in sets.indices { rest.sets[index].remove(part.sets[index]) }
    for index in outcomes.indices { rest.outcomes[index].remove(part.outcomes[index]) }
    for index in itemImportance.indices { rest.itemImportance[index].remove(part.itemImportance[index]) }
    rest.points.remove(part.points)
    return rest
  }
}

extension SetTally {
  fileprivate mutating func remove(_ part: SetTally) {
    for score in [
      \SetTally.gap, \.expectation, \.perception, \.shortfall, \.adequacy, \.superiority,
    ] {
      self[keyPath: score].remove(part[keyPath: score])
    }
    seriousShortfalls -= part.seriousShortfalls
    seriousSurpluses -= part.seriousSurpluses
  }
}

extension ScoreTally {
  /// Both ascend, and the part has nothing that the whole has not.
  fileprivate mutating func remove(_ part: ScoreTally) {
    var taken = part.entries[...]
    entries = entries.compactMap { entry in
      guard let first = taken.first, first.answered == entry.answered, first.sum == entry.sum else { return entry }
      taken.removeFirst()
      var left = entry
      left.count -= first.count
      return left.count > 0 ? left : nil
    }
  }
}

extension PointsTally {
  fileprivate mutating func remove(_ part: PointsTally) {
    excluded -= part.excluded
    entries = entries.compactMap { entry in
      guard let own = part.entries.first(where: { $0.total == entry.total }) else { return entry }
      var left = entry
      left.rows -= own.rows
      left.sums.remove(own.sums)
      return left.rows > 0 ? left : nil
    }
  }
}

extension [Int] {
  fileprivate mutating func remove(_ part: [Int]) {
    for index in part.indices { self[index] -= part[index] }
  }
}
