/// Why figures of two waves must not be held against each other.
package enum WaveObstacle: Hashable, Sendable {
  /// An item, by its id, is on another scale.
  case scale(item: String)
  /// An item is compared with something else: expectation, standard, zone of tolerance, another satisfied-from answer.
  case target(item: String)
  /// An item is worded otherwise.
  case wording(item: String)
  /// The subject has other items.
  case items
  /// The outcome is of another kind, on another scale or of another direction.
  case outcome
  /// One of the waves alone counts answers by their weights: levels of two kinds.
  case weights

  /// What stands between two versions of one item; capitals, punctuation and blanks are no other wording, and a wording
  /// that only one of the two gives is taken for the same.
  package init?(from earlier: Item, to later: Item) {
    if earlier.scale != later.scale {
      self = .scale(item: later.id)
    } else if earlier.comparison != later.comparison || earlier.satisfiedFrom != later.satisfiedFrom {
      self = .target(item: later.id)
    } else if let before = earlier.text, let now = later.text, Self.words(before) != Self.words(now) {
      self = .wording(item: later.id)
    } else {
      return nil
    }
  }

  /// What stands between two versions of one outcome.
  package init?(from earlier: Outcome, to later: Outcome) {
    guard earlier.kind != later.kind || earlier.scale != later.scale || earlier.better != later.better else {
      return nil
    }
    self = .outcome
  }

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}

extension SurveyDefinition {
  /// What keeps figures of a subject from being held against those of an earlier wave; nil where nothing does, or where
  /// one of the two has no such subject.
  package func obstacle(
    _ kind: SubjectKind, _ subject: String, since earlier: SurveyDefinition
  ) -> WaveObstacle? {
    switch kind {
    case .item:
      guard let now = items.first(where: { $0.id == subject }),
        let before = earlier.items.first(where: { $0.id == subject })
      else { return nil }
      return WaveObstacle(from: before, to: now)
    case .outcome:
      guard let now = outcomes.first(where: { $0.id == subject }),
        let before = earlier.outcomes.first(where: { $0.id == subject })
      else { return nil }
      return WaveObstacle(from: before, to: now)
    case .cell, .dimension, .touchpoint, .overall:
      guard let now = items(of: kind, subject), let before = earlier.items(of: kind, subject) else { return nil }
      if Set(now.map(\.id)) != Set(before.map(\.id)) { return .items }
      return now.lazy.compactMap { item in
        before.first { $0.id == item.id }.flatMap { WaveObstacle(from: $0, to: item) }
      }.first
    case .column, .weights, .scorecard, .standard, .driver, .segment, .parity, .unit, .change, .knowledge, .belief,
      .agreement:
      return nil
    }
  }

  /// The same of the figures that are judged and printed: under weights, where the wave has some.
  package func obstacle(
    toJudged kind: SubjectKind, _ subject: String, since earlier: SurveyDefinition
  ) -> WaveObstacle? {
    obstacle(kind, subject, since: earlier) ?? (hasWeights == earlier.hasWeights ? nil : .weights)
  }

  private func items(of kind: SubjectKind, _ subject: String) -> [Item]? {
    sets.first { $0.kind == kind && $0.subject == subject }.map { $0.items.map { items[$0] } }
  }
}
