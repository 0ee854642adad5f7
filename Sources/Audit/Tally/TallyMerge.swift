/// Counts add up: parts of one wave become the wave, in any order.
///
/// Both sides must come from equal definitions; their arrays then run parallel. Parts whose rows are about different
/// touchpoints are first brought to a definition that has them all (``WaveTally/aligned(from:to:)``).
extension WaveTally {
  package func merged(with other: WaveTally, of definition: SurveyDefinition) -> WaveTally {
    var result = self
    result.rows += other.rows
    result.units = Set(units + other.units).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    result.unusable = unusable.merged(with: other.unusable)
    for (index, column) in other.columns.enumerated() { result.columns[index].add(column) }
    result.slices = slices.merged(with: other.slices, of: definition)
    result.rakedSlices = rakedSlices.merged(with: other.rakedSlices, of: definition)
    // Groups of some rows alone would not add up to everyone.
    if other.groups.isEmpty { result.groups = [] }
    result.unitGroups = zip(unitGroups, other.unitGroups).map { $0.merged(with: $1) }
    for index in result.groups.indices { result.groups[index].add(other.groups[index]) }
    result.unitTallies = unitTallies.merged(with: other.unitTallies)
    for moments in other.moments {
      if let index = result.moments.firstIndex(where: { $0.columns == moments.columns }) {
        result.moments[index].add(moments)
      } else {
        result.moments.append(moments)
      }
    }
    if let more = other.weights { result.weights = weights.map { $0.merged(with: more, of: definition) } ?? more }
    // Of some respondents alone the others would seem to be new.
    result.linked = linked.flatMap { mine in other.linked.map { mine.merged(with: $0) } }
    result.quality.add(
      other.quality, common: linked.flatMap { mine in other.linked.map { mine.pairs(with: $0).count } } ?? 0)
    return result
  }

  /// The same tally with the sets of another definition that differs in the touchpoints of rows alone: sets that only the
  /// new one has are empty, those that only the old one has are dropped.
  package func aligned(from old: SurveyDefinition, to new: SurveyDefinition) -> WaveTally {
    let before = old.sets
    let places = new.sets.map { set in before.firstIndex(of: set) }
    var result = self
    func aligned(_ slice: SliceTally) -> SliceTally {
      var slice = slice
      let sets = slice.sets
      slice.sets = places.map { $0.map { sets[$0] } ?? SetTally() }
      return slice
    }
    result.slices = slices.map(aligned)
    result.groups = groups.map(aligned)
    result.rakedSlices = rakedSlices.map { RakedSlice(slice: $0.slice, cells: $0.cells.map(aligned)) }
    for (index, slice) in (weights?.slices ?? []).enumerated() {
      result.weights?.slices[index].sets = places.map { $0.map { slice.sets[$0] } ?? WeightedSlice.Set() }
    }
    func aligned(_ units: [UnitTally]) -> [UnitTally] {
      units.map { unit in
        var unit = unit
        let sets = unit.sets
        unit.sets = places.map { $0.map { sets[$0] } ?? UnitTally.SetMeasure() }
        return unit
      }
    }
    result.unitTallies = aligned(unitTallies)
    result.unitGroups = unitGroups.map(aligned)
    return result
  }
}

extension [SliceTally] {
  fileprivate func merged(with other: [SliceTally], of definition: SurveyDefinition) -> [SliceTally] {
    var result = self
    for slice in other {
      if let index = result.firstIndex(where: { $0.slice == slice.slice }) {
        result[index].add(slice)
      } else {
        result.append(slice)
      }
    }
    return result.sorted { definition.precedes($0.slice, $1.slice) }
  }
}

extension [RakedSlice] {
  fileprivate func merged(with other: [RakedSlice], of definition: SurveyDefinition) -> [RakedSlice] {
    var result = self
    for more in other {
      if let index = result.firstIndex(where: { $0.slice == more.slice }) {
        result[index].cells = result[index].cells.merged(with: more.cells, of: definition)
      } else {
        result.append(more)
      }
    }
    return result.sorted { definition.precedes($0.slice, $1.slice) }
  }
}

extension [UnusableRows] {
  fileprivate func merged(with other: [UnusableRows]) -> [UnusableRows] {
    var result = self
    for more in other {
      if let index = result.firstIndex(where: { $0.reason == more.reason }) {
        result[index].count += more.count
        result[index].lines += more.lines
      } else {
        result.append(more)
      }
    }
    return result.sorted { $0.reason.rawValue < $1.reason.rawValue }
  }
}

extension [UnitTally] {
  /// Both in byte order of their units.
  fileprivate func merged(with other: [UnitTally]) -> [UnitTally] {
    var position: [String: Int] = [:]
    var result = self
    for (index, unit) in enumerated() { position[unit.unit] = index }
    for unit in other {
      if let index = position[unit.unit] {
        result[index].add(unit)
      } else {
        result.append(unit)
      }
    }
    return result.sorted { $0.unit.utf8.lexicographicallyPrecedes($1.unit.utf8) }
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
      if !itemImportance.isEmpty { itemImportance[index].add(other.itemImportance[index]) }
      if let zone = other.items[index].zone { items[index].zone?.add(zone) }
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
    adequacy.add(other.adequacy)
    superiority.add(other.superiority)
  }
}

extension ZoneTally {
  fileprivate mutating func add(_ other: ZoneTally) {
    adequacy.add(other.adequacy)
    superiority.add(other.superiority)
    width.add(other.width)
    crossed += other.crossed
  }
}

extension UnitTally {
  fileprivate mutating func add(_ other: UnitTally) {
    rows += other.rows
    for index in items.indices {
      items[index].perception.add(other.items[index].perception)
      items[index].difference.add(other.items[index].difference)
    }
    for index in sets.indices {
      sets[index].perception.add(other.sets[index].perception)
      sets[index].gap.add(other.sets[index].gap)
    }
    for index in outcomes.indices { outcomes[index].add(other.outcomes[index]) }
  }
}

extension ScoreTally {
  fileprivate mutating func add(_ other: ScoreTally) {
    if other.entries.isEmpty { return }
    if entries.isEmpty {
      entries = other.entries
      return
    }
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
