/// What the perceptions of an item, or of a set of items, are held against.
package enum ItemTarget: Hashable, Sendable {
  /// Respondents' own expectations.
  case expectation
  /// The lowest level that respondents put up with: the lower end of their zone of tolerance.
  case minimum
  case standard
  /// The satisfied-from answer, where there is nothing else.
  case satisfied

  /// Of several items the first in the order of the cases: one expectation makes the target the respondents' own.
  package init(of items: [Item]) {
    let targets = items.map { ItemTarget(of: $0) }
    self = [ItemTarget.expectation, .minimum, .standard].first { targets.contains($0) } ?? .satisfied
  }

  package init(of item: Item) {
    self =
      switch item.comparison {
      case .expectation: .expectation
      case .zone: .minimum
      case .standard: .standard
      case .none: .satisfied
      }
  }

  /// Whether a set's mean distance to this target rests on the item: expectations and standards make gaps, zones do not.
  package func isMark(of item: Item) -> Bool {
    switch self {
    case .expectation, .standard: item.hasGap
    case .minimum: item.comparison == .zone
    case .satisfied: item.comparison == .none
    }
  }
}
