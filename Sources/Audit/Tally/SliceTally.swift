/// Counts of one slice; arrays run parallel to the definition's items, sets and outcomes.
package struct SliceTally: Hashable, Sendable {
  package var slice: Slice
  package var rows: Int
  package var items: [ItemTally]
  package var sets: [SetTally]
  /// A1: answers by level, from the scale's minimum upward; two levels (no, yes) for a yes.
  package var outcomes: [[Int]]
  package var points: PointsTally
  /// Importance ratings by level for each item, empty where none are asked.
  package var itemImportance: [[Int]]

  package init(
    slice: Slice, rows: Int, items: [ItemTally], sets: [SetTally], outcomes: [[Int]], points: PointsTally,
    itemImportance: [[Int]]
  ) {
    self.slice = slice
    self.rows = rows
    self.items = items
    self.sets = sets
    self.outcomes = outcomes
    self.points = points
    self.itemImportance = itemImportance
  }
}

/// A1 and A2 of one item. With an expectation only complete pairs are counted.
package struct ItemTally: Hashable, Sendable {
  /// Expectations by level from the scale's minimum; empty without an expectation column.
  package var expectation: [Int]
  /// Perceptions by level from the scale's minimum.
  package var perception: [Int]
  /// P − E from −R to +R; empty without an expectation column.
  package var difference: [Int]
  /// A2z, for an item with a zone of tolerance: only rows with all three answers and minimum ≤ desired are counted.
  package var zone: ZoneTally?

  package init(expectation: [Int], perception: [Int], difference: [Int], zone: ZoneTally? = nil) {
    self.expectation = expectation
    self.perception = perception
    self.difference = difference
    self.zone = zone
  }
}

/// A2z of one item (methodology 1.5).
package struct ZoneTally: Hashable, Sendable {
  /// P − minimum from −R to +R.
  package var adequacy: [Int]
  /// P − desired from −R to +R.
  package var superiority: [Int]
  /// desired − minimum from 0 to R.
  package var width: [Int]
  /// Rows left out because the minimum is above the desired level.
  package var crossed: Int

  package init(adequacy: [Int], superiority: [Int], width: [Int], crossed: Int) {
    self.adequacy = adequacy
    self.superiority = superiority
    self.width = width
    self.crossed = crossed
  }
}

/// A3 of one set of items: row scores of the rows that answered at least half of them.
package struct SetTally: Hashable, Sendable {
  /// Σ(P − target) over the answered items that have a gap, for rows that answered at least half of those.
  package var gap: ScoreTally
  /// Σ of expectations (or standards) on the rows of `gap`.
  package var expectation: ScoreTally
  /// Σ of perceptions over the answered items, rows with at least half of the items.
  package var perception: ScoreTally
  /// Σ of shortfalls max(0, target − P) on the rows of `perception`.
  package var shortfall: ScoreTally
  /// Rows whose mean shortfall is above R/4 while their mean surplus is not, and the other way round.
  package var seriousShortfalls: Int
  package var seriousSurpluses: Int
  /// Σ(P − minimum) over the answered items with a zone of tolerance, for rows that answered at least half of those.
  package var adequacy: ScoreTally
  /// Σ(P − desired) on the rows of `adequacy`.
  package var superiority: ScoreTally

  package init(
    gap: ScoreTally = ScoreTally(), expectation: ScoreTally = ScoreTally(), perception: ScoreTally = ScoreTally(),
    shortfall: ScoreTally = ScoreTally(), seriousShortfalls: Int = 0, seriousSurpluses: Int = 0,
    adequacy: ScoreTally = ScoreTally(), superiority: ScoreTally = ScoreTally()
  ) {
    self.adequacy = adequacy
    self.superiority = superiority
    self.gap = gap
    self.expectation = expectation
    self.perception = perception
    self.shortfall = shortfall
    self.seriousShortfalls = seriousShortfalls
    self.seriousSurpluses = seriousSurpluses
  }
}

/// Counts of rows by (items answered, sum of their scores): the row's mean is sum ÷ answered, exactly.
package struct ScoreTally: Hashable, Sendable {
  package struct Entry: Hashable, Sendable {
    // There are very many of these where there are many units: 16 bytes each.
    private let items: Int32
    private let total: Int32
    package var count: Int

    package var answered: Int { Int(items) }
    package var sum: Int { Int(total) }

    /// `answered` and the magnitude of `sum` are below 2³¹.
    package init(answered: Int, sum: Int, count: Int) {
      items = Int32(answered)
      total = Int32(sum)
      self.count = count
    }
  }

  /// Ascending by answered, then sum; counts above zero.
  package var entries: [Entry]

  package init(entries: [Entry] = []) {
    self.entries = entries
  }

  package var n: Int { entries.reduce(0) { $0 + $1.count } }
}

/// Importance points of the rows whose points add up to 95…105, kept by that total so that rescaling to 100 is exact.
package struct PointsTally: Hashable, Sendable {
  package struct Entry: Hashable, Sendable {
    package var total: Int
    package var rows: Int
    /// Sum of points by dimension, in the definition's order.
    package var sums: [Int]

    package init(total: Int, rows: Int, sums: [Int]) {
      self.total = total
      self.rows = rows
      self.sums = sums
    }
  }

  /// Ascending by total.
  package var entries: [Entry]
  /// Rows with points on all dimensions that add up to something else.
  package var excluded: Int

  package init(entries: [Entry] = [], excluded: Int = 0) {
    self.entries = entries
    self.excluded = excluded
  }
}

extension SliceTally: Codable {}
extension ItemTally: Codable {}
extension ZoneTally: Codable {}
extension SetTally: Codable {}
extension ScoreTally: Codable {}
extension ScoreTally.Entry: Codable {}
extension PointsTally: Codable {}
extension PointsTally.Entry: Codable {}
