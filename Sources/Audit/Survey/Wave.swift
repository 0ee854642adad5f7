/// One round of a survey.
package struct Wave: Hashable, Sendable {
  /// As printed; empty when a survey has a single, unnamed wave.
  package let label: String
  /// First and last day, where known.
  package let start: Day?
  package let end: Day?

  package init(label: String, start: Day? = nil, end: Day? = nil) {
    self.label = label
    self.start = start
    self.end = end
  }
}

extension Wave: Comparable {
  /// By end date, waves without one first, then by label bytes.
  package static func < (left: Wave, right: Wave) -> Bool {
    let (a, b) = (left.end?.ordinal ?? .min, right.end?.ordinal ?? .min)
    return a != b ? a < b : left.label.utf8.lexicographicallyPrecedes(right.label.utf8)
  }
}
