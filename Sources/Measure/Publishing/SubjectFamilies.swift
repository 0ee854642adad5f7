import Audit

/// Subjects whose counts add up to one another in each slice, or one that stands for itself.
///
/// Where rows say which touchpoint they are about, the touchpoints add up to all items, and the cells of a dimension to it.
struct SubjectFamily {
  struct Subject: Hashable {
    var kind: SubjectKind
    var id: String
  }

  /// The total first, where there are several.
  var subjects: [Subject]

  static func all(of slices: [MeasuredSlice], _ definition: SurveyDefinition) -> [SubjectFamily] {
    var families: [SubjectFamily] = []
    var isKnown: Set<Subject> = []
    func add(_ subjects: [Subject]) {
      families.append(SubjectFamily(subjects: subjects))
      isKnown.formUnion(subjects)
    }
    if !definition.rowTouchpoints.isEmpty {
      let sets = definition.sets
      for total in sets where total.kind == .overall || total.kind == .dimension {
        let parts = sets.filter { part in
          part.rowTouchpoint != nil && part.kind == (total.kind == .overall ? .touchpoint : .cell)
            && part.dimension == total.dimension
        }
        add(([total] + parts).map { Subject(kind: $0.kind, id: $0.subject) })
      }
    }
    for measurement in slices.flatMap(\.measurements) where measurement.key.kind.isCountedBySlice {
      let subject = Subject(kind: measurement.key.kind, id: measurement.key.subject)
      if isKnown.contains(subject) { continue }
      add([subject])
    }
    return families
  }
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
