/// An integer rating scale, both ends included.
package struct Scale: Hashable, Sendable {
  package let minimum: Int
  package let maximum: Int

  /// Nil unless minimum < maximum and there are at most 1001 levels.
  package init?(minimum: Int, maximum: Int) {
    guard minimum < maximum, maximum - minimum <= 1000 else { return nil }
    self.minimum = minimum
    self.maximum = maximum
  }

  /// R = maximum − minimum, in scale points.
  package var range: Int { maximum - minimum }

  package var levels: Int { range + 1 }

  /// The answer nearest to min + 0.75·R, ties upward (methodology 6.2).
  package var satisfiedFrom: Int { minimum + (3 * range + 2) / 4 }

  package func contains(_ value: Int) -> Bool { (minimum...maximum).contains(value) }
}

extension Scale: Codable {}
