/// Counts add up: parts of one wave become the wave, in any order.
///
/// Both sides must come from equal definitions; their arrays then run parallel.
extension WaveTally {
  package func merged(with other: WaveTally, of definition: SurveyDefinition) -> WaveTally {
    var result = self
    result.rows += other.rows
    result.units = Set(units + other.units).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for more in other.unusable {
      if let index = result.unusable.firstIndex(where: { $0.reason == more.reason }) {
        result.unusable[index].count += more.count
      } else {
        result.unusable.append(more)
      }
    }
    result.unusable.sort { $0.reason.rawValue < $1.reason.rawValue }
    for (index, column) in other.columns.enumerated() { result.columns[index].add(column) }
    for slice in other.slices {
      if let index = result.slices.firstIndex(where: { $0.slice == slice.slice }) {
        result.slices[index].add(slice)
      } else {
        result.slices.append(slice)
      }
    }
    result.slices.sort { definition.precedes($0.slice, $1.slice) }
    return result
  }
}

extension ColumnTally {
  fileprivate mutating func add(_ other: ColumnTally) {
    rows += other.rows
    valid += other.valid
    missing += other.missing
    notApplicable += other.notApplicable
    invalid += other.invalid
  }
}

extension SliceTally {
  fileprivate mutating func add(_ other: SliceTally) {
    rows += other.rows
    for index in items.indices {
      items[index].expectation.add(other.items[index].expectation)
      items[index].perception.add(other.items[index].perception)
      items[index].difference.add(other.items[index].difference)
      itemImportance[index].add(other.itemImportance[index])
    }
    for index in sets.indices { sets[index].add(other.sets[index]) }
    for index in outcomes.indices { outcomes[index].add(other.outcomes[index]) }
    points.add(other.points)
  }
}

extension SetTally {
  fileprivate mutating func add(_ other: SetTally) {
    gap.add(other.gap)
    expectation.add(other.expectation)
    perception.add(other.perception)
    shortfall.add(other.shortfall)
    seriousShortfalls += other.seriousShortfalls
    seriousSurpluses += other.seriousSurpluses
  }
}

extension ScoreTally {
  fileprivate mutating func add(_ other: ScoreTally) {
    var merged = entries + other.entries
    merged.sort { ($0.answered, $0.sum) < ($1.answered, $1.sum) }
    entries = []
    for entry in merged {
      if let last = entries.last, last.answered == entry.answered, last.sum == entry.sum {
        entries[entries.count - 1].count += entry.count
      } else {
        entries.append(entry)
      }
    }
  }
}

extension PointsTally {
  fileprivate mutating func add(_ other: PointsTally) {
    excluded += other.excluded
    for entry in other.entries {
      if let index = entries.firstIndex(where: { $0.total == entry.total }) {
        entries[index].rows += entry.rows
        entries[index].sums.add(entry.sums)
      } else {
        entries.append(entry)
      }
    }
    entries.sort { $0.total < $1.total }
  }
}

extension [Int] {
  /// Adds element by element; both have the same length.
  fileprivate mutating func add(_ other: [Int]) {
    for index in indices { self[index] += other[index] }
  }
}
