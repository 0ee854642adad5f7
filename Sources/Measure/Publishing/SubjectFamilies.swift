import Audit

/// Subjects whose counts add up to another's in each slice.
///
/// Where rows say which touchpoint they are about, the touchpoints add up to all items, and the cells of a dimension to it.
struct SubjectFamily {
  struct Subject: Hashable {
    var kind: SubjectKind
    var id: String
  }

  var total: Subject
  var parts: [Subject]

  static func all(of definition: SurveyDefinition) -> [SubjectFamily] {
    guard !definition.rowTouchpoints.isEmpty else { return [] }
    let sets = definition.sets
    return sets.filter { $0.kind == .overall || $0.kind == .dimension }.map { total in
      let kind: SubjectKind = total.kind == .overall ? .touchpoint : .cell
      let parts = sets.filter { $0.rowTouchpoint != nil && $0.kind == kind && $0.dimension == total.dimension }
      return SubjectFamily(total: subject(total), parts: parts.map(subject))
    }
  }

  private static func subject(_ set: ItemSet) -> Subject { Subject(kind: set.kind, id: set.subject) }
}

extension SubjectKind {
  /// Its rows in the values of a segment add up to those in all.
  var isCountedBySlice: Bool {
    switch self {
    case .item, .cell, .dimension, .touchpoint, .overall, .outcome: true
    case .column, .weights, .scorecard, .standard, .driver, .segment, .parity, .unit, .change, .knowledge, .belief,
      .agreement:
      false
    }
  }
}
