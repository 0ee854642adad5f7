import Audit
import Statistics

/// A figure by which two waves can be held against each other: the mean of a value of each row.
struct VerdictMeasure {
  /// What has the rows, and which of their values counts.
  enum Source {
    case outcome(OutcomeValue)
    case item(RowValue)
    case set(RowValue)
  }

  let kind: SubjectKind
  let subject: String
  let statistic: Statistic
  let form: CorrectionEffect.Form
  let better: Outcome.Direction
  private let source: Source

  init?(_ own: OwnMeasure, in definition: SurveyDefinition) {
    self.init(own.kind, own.subject, own.statistic, in: definition)
  }

  /// Nil where the figure is no such mean, or where the survey does not ask for it.
  init?(_ kind: SubjectKind, _ subject: String, _ statistic: Statistic, in definition: SurveyDefinition) {
    switch kind {
    case .outcome:
      guard let outcome = definition.outcomes.first(where: { $0.id == subject }),
        let value = OutcomeValue.allCases.first(where: { $0.statistic == statistic && $0.form(of: outcome) != nil }),
        let form = value.form(of: outcome)
      else { return nil }
      (source, self.form, better) = (.outcome(value), form, value.better(outcome))
    case .item, .cell, .dimension, .touchpoint, .overall:
      guard let items = Self.items(kind, subject, definition),
        let value = RowValue.judged.first(where: { $0.statistic == statistic }), let form = value.form(of: items)
      else { return nil }
      (source, self.form, better) = (kind == .item ? .item(value) : .set(value), form, value.better)
    case .column, .weights, .scorecard, .standard, .driver, .segment, .parity, .unit, .change, .knowledge, .belief,
      .agreement:
      return nil
    }
    (self.kind, self.subject, self.statistic) = (kind, subject, statistic)
  }

  /// What stands behind a gap of respondents' own expectations; nil for any other measure.
  func parts(in definition: SurveyDefinition) -> (expectation: VerdictMeasure, perception: VerdictMeasure)? {
    guard statistic == .gapMean, let items = Self.items(kind, subject, definition),
      let expectation = VerdictMeasure(self, .expectation, of: items),
      let perception = VerdictMeasure(self, .perception, of: items)
    else { return nil }
    return (expectation, perception)
  }

  /// Another value of the same items.
  private init?(_ other: VerdictMeasure, _ value: RowValue, of items: [Item]) {
    guard let form = value.form(of: items) else { return nil }
    (kind, subject, statistic, self.form, better) = (other.kind, other.subject, value.statistic, form, value.better)
    source = kind == .item ? .item(value) : .set(value)
  }

  static func items(_ kind: SubjectKind, _ subject: String, _ definition: SurveyDefinition) -> [Item]? {
    if kind == .item { return definition.items.first { $0.id == subject }.map { [$0] } }
    return definition.sets.first { $0.kind == kind && $0.subject == subject }
      .map { $0.items.map { definition.items[$0] } }
  }

  /// Its lowest and highest possible level.
  var range: (low: Double, high: Double) {
    switch form {
    case .netPromoter: return (-100, 100)
    case .share: return (0, 1)
    case .points(let scale):
      let isLevel = kind == .outcome || statistic == .perceptionMean
      return isLevel
        ? (Double(scale.minimum), Double(scale.maximum)) : (-Double(scale.range), Double(scale.range))
    }
  }

  /// It is one of several touchpoints, dimensions, items or cells, among which it may have been picked for being low.
  var isOneOfSeveral: Bool { kind != .outcome && kind != .overall }

  /// The rows of a slice by their value; nil where the wave does not ask for it.
  func counts(_ definition: SurveyDefinition, _ tally: SliceTally) -> Counts? {
    switch source {
    case .outcome(let value):
      guard let index = definition.outcomes.firstIndex(where: { $0.id == subject }) else { return nil }
      return value.counts(definition.outcomes[index], tally.outcomes[index])
    case .item(let value):
      guard let index = definition.items.firstIndex(where: { $0.id == subject }) else { return nil }
      return value.counts(RowSample(definition.items[index], tally.items[index]))
    case .set(let value):
      guard let index = setIndex(definition) else { return nil }
      return RowSample(definition.sets[index], tally.sets[index], definition).flatMap(value.counts)
    }
  }

  /// The same with the rows' weights.
  func rows(_ definition: SurveyDefinition, _ slice: SliceWeights) -> WeightedRows? {
    switch source {
    case .outcome(let value):
      return definition.outcomes.firstIndex { $0.id == subject }.map { index in
        value.rows(definition.outcomes[index], slice.rows(.outcome(index)))
      }
    case .item(let value):
      return definition.items.firstIndex { $0.id == subject }
        .flatMap { value.rows(WeightedSample(slice, item: $0, of: definition)) }
    case .set(let value):
      return setIndex(definition).flatMap { WeightedSample(slice, set: $0, of: definition) }.flatMap(value.rows)
    }
  }

  /// The rows of a unit; nil where units are not counted by it.
  func counts(_ definition: SurveyDefinition, _ tally: UnitTally) -> Counts? {
    switch source {
    case .outcome(let value):
      guard let index = definition.outcomes.firstIndex(where: { $0.id == subject }) else { return nil }
      return value.counts(definition.outcomes[index], tally.outcomes[index])
    case .item(let value):
      guard let index = definition.items.firstIndex(where: { $0.id == subject }) else { return nil }
      return value.counts(definition.items[index], tally.items[index])
    case .set(let value):
      guard let index = setIndex(definition) else { return nil }
      return value.counts(definition.sets[index].items.map { definition.items[$0] }, tally.sets[index])
    }
  }

  private func setIndex(_ definition: SurveyDefinition) -> Int? {
    definition.sets.firstIndex { $0.kind == kind && $0.subject == subject }
  }
}

extension Counts {
  /// Rows of 1 and of 0.
  init(rows: Int, of n: Int) { self.init(values: [0, 1], counts: [n - rows, rows]) }
}
