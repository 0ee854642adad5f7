/// Names what is compared between segments, units and waves: the id of an item, a set or an outcome, with `:gap` behind it
/// where the gap is meant, as in `branch/responsiveness:gap`.
package struct MeasureID: Hashable, Sendable {
  /// All items together.
  package static let overall = "overall"
  private static let gapSuffix = ":gap"

  /// Without what says that it is a gap.
  package let base: String
  package let isGap: Bool

  package init(_ text: String) {
    isGap = text.hasSuffix(Self.gapSuffix)
    base = isGap ? String(text.dropLast(Self.gapSuffix.count)) : text
  }

  package static func gap(of base: String) -> String { base + gapSuffix }
}

extension ItemSet {
  /// The id under which it is compared.
  package var measure: String { kind == .overall ? MeasureID.overall : subject }
}

extension SurveyDefinition {
  /// Ids of all that could be compared.
  package var measures: Set<String> {
    let bases = items.map(\.id) + sets.map(\.measure)
    return Set((bases + outcomes.map(\.id)) + bases.map { MeasureID.gap(of: $0) })
  }

  /// The set that a measure or its gap is about; nil for items and outcomes.
  package func set(of measure: MeasureID) -> ItemSet? {
    sets.first { $0.measure == measure.base }
  }
}
