import Audit

/// What a chart of zones of tolerance shows: who gets less than the least acceptable, or that nobody does.
enum ZoneTitle {
  /// Nil unless every row that is drawn is held against what customers find acceptable.
  ///
  /// `name` writes a row's name into the sentence.
  static func text(_ rows: [RowPlot.Row], name: (String) -> String) -> String? {
    let drawn = rows.compactMap { row -> (name: String, value: Double, reference: RowPlot.Reference)? in
      guard let value = row.value, let reference = row.reference else { return nil }
      return (row.name, value, reference)
    }
    guard !drawn.isEmpty, drawn.allSatisfy(\.reference.isZoned) else { return nil }
    // What rounds to zero is no shortfall.
    let short = drawn.filter { $0.value - $0.reference.value <= -0.05 }
    guard let worst = short.min(by: { $0.value - $0.reference.value < $1.value - $1.reference.value }) else {
      return isWishedFor(drawn.map { ($0.value, $0.reference) })
        ? say("Everything is as good as customers wish for")
        : say("On average nothing falls below the least that customers find acceptable")
    }
    return short.count == 1
      ? say("Below the least acceptable: \(name(worst.name))")
      : say("Furthest below the least acceptable: \(name(worst.name))")
  }

  private static func isWishedFor(_ rows: [(value: Double, reference: RowPlot.Reference)]) -> Bool {
    rows.allSatisfy { value, reference in
      if case .zone(_, let desired) = reference { value >= desired } else { false }
    }
  }
}
