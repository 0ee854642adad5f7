/// A1 of one unit; arrays run parallel to the definition's items, sets and outcomes.
package struct UnitTally: Hashable, Sendable {
  package var unit: String
  package var rows: Int
  package var items: [Measure]
  package var sets: [SetMeasure]
  /// Answers by level, from the scale's minimum upward.
  package var outcomes: [[Int]]

  /// One item: perceptions by level, and P − E from −R to +R where there is an expectation.
  package struct Measure: Hashable, Sendable {
    package var perception: [Int]
    package var difference: [Int]

    package init(perception: [Int], difference: [Int]) {
      self.perception = perception
      self.difference = difference
    }
  }

  /// Row scores of one set, as in ``SetTally``.
  package struct SetMeasure: Hashable, Sendable {
    package var perception: ScoreTally
    package var gap: ScoreTally

    package init(perception: ScoreTally = ScoreTally(), gap: ScoreTally = ScoreTally()) {
      self.perception = perception
      self.gap = gap
    }
  }

  package init(unit: String, rows: Int, items: [Measure], sets: [SetMeasure], outcomes: [[Int]]) {
    self.unit = unit
    self.rows = rows
    self.items = items
    self.sets = sets
    self.outcomes = outcomes
  }
}

extension UnitTally: Codable {}
extension UnitTally.Measure: Codable {}
extension UnitTally.SetMeasure: Codable {}
