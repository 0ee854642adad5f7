package import Audit

/// The same audit without what would speak of fewer people than the minimum cell of their kind.
///
/// A figure on n rows, 0 < n < minimum cell, is `suppressed`: no value and no n. So are the n of such subjects, the number
/// of rows of such slices and their distributions, and whatever else would give these away by subtraction. q values stay as
/// they are: tests of few were in no family.
package func publishable(_ audit: MeasuredAudit, configuration: Configuration) -> MeasuredAudit {
  let surveys = audit.surveys.map { shown($0, minimum: configuration.minimumCell(for: $0.respondents)) }
  return MeasuredAudit(
    surveys: surveys,
    // Visits of shoppers and checks of auditors are no customers: there is nobody to shield.
    scorecards: audit.scorecards, standards: audit.standards,
    comparisons: audit.comparisons.map(ComparisonMask(audit.surveys, configuration).shown),
    corrections: audit.corrections.map { $0.shown(beside: surveys, configuration) },
    benchmarks: audit.benchmarks.map { $0.shown(beside: surveys) }, comments: audit.comments)
}

private func shown(_ survey: MeasuredSurvey, minimum: Int) -> MeasuredSurvey {
  var survey = survey
  let masks = survey.waves.map { SuppressionMask($0, minimum: minimum) }
  var hidden: Set<MeasurementKey> = []
  var weightless: Set<MeasurementKey> = []
  for later in survey.waves.indices.dropFirst() {
    let sides = [later - 1, later].map { (survey.waves[$0], masks[$0]) }
    let label = "\(sides[0].0.wave.label)>\(sides[1].0.wave.label)"
    func keys(_ isHidden: (SuppressionMask, ComparedMeasure, MeasuredSlice) -> Bool) -> [MeasurementKey] {
      changes(sides, label: label, survey: survey.id, where: isHidden)
    }
    hidden.formUnion(keys { $0.isHidden($1, $2) })
    weightless.formUnion(keys { $0.hidesWeighted($1, $2) })
  }
  survey.changes = survey.changes.map { change in
    if hidden.contains(change.key) || isFew(change.n, minimum) { return SuppressionMask.emptied(change) }
    let shown = weightless.contains(change.key) ? change.unweighted : change
    return isFew(change.fewestLinked, minimum) ? shown.unpaired : shown
  }
  survey.waves = zip(survey.waves, masks).map { wave, mask in mask.applied(to: wave) }
  // Limits that rest on a wave that is withheld would tell of it.
  return ControlLimits.added(to: survey)
}

/// Differences of two waves, one of whose sides is hidden: the other would give it away.
private func changes(
  _ sides: [(wave: MeasuredWave, mask: SuppressionMask)], label: String, survey: String,
  where isHidden: (SuppressionMask, ComparedMeasure, MeasuredSlice) -> Bool
) -> [MeasurementKey] {
  sides.flatMap { wave, mask in
    let measures = mask.hidesNothing ? [] : ComparedMeasure.all(of: wave.definition)
    return wave.slices.flatMap { slice in
      measures.filter { isHidden(mask, $0, slice) }.map { measure in
        MeasurementKey(survey: survey, wave: label, slice: slice.slice, kind: .change, subject: measure.id)
      }
    }
  }
}

extension Measurement {
  /// Without what rests on weights.
  fileprivate var unweighted: Measurement { without(\.isWeighted) }

  /// Without what is known of the same people.
  fileprivate var unpaired: Measurement { without(\.isPaired) }

  private func without(_ isHidden: (Statistic) -> Bool) -> Measurement {
    var shown = self
    for statistic in figures.keys where isHidden(statistic) { shown.set(statistic, .suppressed) }
    return shown
  }
}

/// Comparisons of two surveys, each side held against the minimum cell of its own respondents.
private struct ComparisonMask {
  private let minimum: [String: Int]

  init(_ surveys: [MeasuredSurvey], _ configuration: Configuration) {
    minimum = Dictionary(
      surveys.map { ($0.id, configuration.minimumCell(for: $0.respondents)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// What is of no survey, such as agreement, stays.
  func shown(_ comparison: Measurement) -> Measurement {
    let isFew = comparison.sides.contains { $0.n > 0 && $0.n < minimum[$0.survey, default: .max] }
    return isFew ? SuppressionMask.emptied(comparison) : comparison
  }
}
