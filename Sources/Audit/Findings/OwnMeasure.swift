/// The figure by which two waves are held against each other for a finding that names none.
///
/// A finding is judged by what made it: distances to what customers expect, overall judgements, the mean rating of a group.
/// What rests on several surveys, on the spread between units or on visits has no such figure.
package struct OwnMeasure: Hashable, Sendable {
  package var kind: SubjectKind
  package var subject: String
  package var statistic: Statistic
  /// The customers whom the finding is about; they are held against all others of their segment. Nil for all customers.
  package var group: Slice?
  /// Whose answers the finding rests on.
  package var respondents = Respondents.customers

  package init(_ kind: SubjectKind, _ subject: String, _ statistic: Statistic, group: Slice? = nil) {
    (self.kind, self.subject, self.statistic, self.group) = (kind, subject, statistic, group)
  }

  package init(_ outcome: Outcome) {
    self.init(.outcome, outcome.id, outcome.headline)
  }

  /// Nil where no rule finds this in the survey, or where waves are not compared by what it finds.
  ///
  /// - Parameters:
  ///   - finding: Its id.
  ///   - definition: Of one wave.
  ///   - slices: The groups that the wave counts.
  package init?(of finding: String, _ definition: SurveyDefinition, slices: [Slice]) {
    for kind in Finding.Kind.allCases where finding.hasPrefix("\(kind.rawValue).") {
      let rest = String(finding.dropFirst(kind.rawValue.count + 1))
      guard let own = Self.own(kind, rest, definition, slices) else { continue }
      self = own
      if kind == .internal || kind == .employees { respondents = .staff }
      return
    }
    return nil
  }

  private static func own(
    _ kind: Finding.Kind, _ rest: String, _ definition: SurveyDefinition, _ slices: [Slice]
  ) -> OwnMeasure? {
    switch kind {
    case .gap, .zone, .internal:
      definition.findingSet(ofCell: rest).map { OwnMeasure($0.kind, $0.subject, distance(kind, $0, definition)) }
    case .employees:
      definition.findingSet(ofCell: rest).map { OwnMeasure($0.kind, $0.subject, .bottom2Share) }
    case .information, .loyalty: definition.outcomes.first { $0.id == rest }.map { OwnMeasure($0) }
    case .parity: parity(rest, definition, slices)
    case .consistency, .weakestLink, .knowledge, .belief, .risingBar, .regression, .fixed, .strength, .observed,
      .standard, .blindSpot, .dataQuality, .instrument, .noPlan, .overdue:
      nil
    }
  }

  /// The mean distance to what customers expect, else to the least they accept, else what they say they get.
  private static func distance(
    _ kind: Finding.Kind, _ set: ItemSet, _ definition: SurveyDefinition
  ) -> Statistic {
    let items = set.items.map { definition.items[$0] }
    if kind != .zone, items.contains(where: \.hasGap) { return .gapMean }
    return items.contains { $0.comparison == .zone } ? .msaMean : .perceptionMean
  }

  /// `SEGMENT.VALUE`, of everything, or `SEGMENT.VALUE.CELL`. Values may hold dots.
  private static func parity(_ rest: String, _ definition: SurveyDefinition, _ slices: [Slice]) -> OwnMeasure? {
    for slice in slices where slice.parts.count == 1 {
      let group = "\(slice.parts[0].segment).\(slice.parts[0].value)"
      guard rest.hasPrefix(group) else { continue }
      let cell = rest.dropFirst(group.count)
      let set =
        cell.isEmpty
        ? definition.sets.first { $0.kind == .overall }
        : cell.first == "." ? definition.findingSet(ofCell: String(cell.dropFirst())) : nil
      if let set { return OwnMeasure(set.kind, set.subject, .perceptionMean, group: slice) }
    }
    return nil
  }
}

extension SurveyDefinition {
  /// What findings about a cell rest on, by the cell's id.
  package func findingSet(ofCell id: String) -> ItemSet? {
    findingSets.first { Cell(touchpoint: $0.touchpoint, dimension: $0.dimension).id == id }
  }
}
