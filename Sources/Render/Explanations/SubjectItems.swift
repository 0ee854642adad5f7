import Audit

/// What of a questionnaire a figure is about.
struct SubjectItems {
  /// Indices into the definition's items, outcomes and segments.
  var items: [Int] = []
  var outcomes: [Int] = []
  var segments: [Int] = []
  var usesUnit = false

  init(_ key: MeasurementKey, in definition: SurveyDefinition) {
    for part in key.slice.parts { take(segment: part.segment, definition) }
    switch key.kind {
    case .item, .cell, .dimension, .touchpoint, .overall, .outcome, .knowledge, .belief:
      take(key.kind, key.subject, definition)
    case .change: take(measure: key.subject, definition)
    case .segment, .parity:
      let parts = key.subject.split(separator: "/", maxSplits: 1)
      if let segment = parts.first { take(segment: String(segment), definition) }
      if parts.count > 1 { take(measure: String(parts[1]), definition) }
    case .unit:
      usesUnit = true
      if let subject = UnitSubject(key.subject, measures: definition.measures) {
        take(measure: subject.measure, definition)
      }
    case .driver:
      for side in key.subject.split(separator: "~", maxSplits: 1) { take(measure: String(side), definition) }
    case .column, .weights, .scorecard, .standard, .agreement: break
    }
  }

  /// The subject that a measure's id stands for: `branch/responsiveness:gap` is the cell, `overall` all items.
  static func subject(ofMeasure id: String, in definition: SurveyDefinition) -> (kind: SubjectKind, id: String)? {
    let measure = MeasureID(id)
    let id = measure.base
    if definition.outcomes.contains(where: { $0.id == id }) { return (.outcome, id) }
    if definition.items.contains(where: { $0.id == id }) { return (.item, id) }
    return definition.set(of: measure).map { ($0.kind, $0.subject) }
  }

  private mutating func take(measure: String, _ definition: SurveyDefinition) {
    guard let subject = Self.subject(ofMeasure: measure, in: definition) else { return }
    take(subject.kind, subject.id, definition)
  }

  private mutating func take(segment: String, _ definition: SurveyDefinition) {
    if let index = definition.segments.firstIndex(where: { $0.id == segment }), !segments.contains(index) {
      segments.append(index)
    }
  }

  private mutating func take(_ kind: SubjectKind, _ subject: String, _ definition: SurveyDefinition) {
    switch kind {
    case .outcome: outcomes += definition.outcomes.indices.filter { definition.outcomes[$0].id == subject }
    case .item: items += definition.items.indices.filter { definition.items[$0].id == subject }
    case .knowledge, .belief:
      let own = definition.items.indices.filter { definition.items[$0].id == subject }
      items += own.isEmpty ? definition.items.indices.filter { definition.items[$0].dimension == subject } : own
    case .cell, .dimension, .touchpoint, .overall:
      items += definition.sets.first { $0.kind == kind && $0.subject == subject }?.items ?? []
    case .column, .weights, .scorecard, .standard, .driver, .segment, .parity, .unit, .change, .agreement: break
    }
  }
}
