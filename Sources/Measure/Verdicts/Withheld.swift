import Audit

/// What a build withholds: a verdict that rested on it could give it away.
struct Withheld {
  /// By survey and wave: what of it is withheld.
  private var keys: [String: [String: Set<MeasurementKey>]] = [:]
  private var waves: [String: [String: MeasuredWave]] = [:]

  /// - Parameters:
  ///   - surveys: With all their figures.
  ///   - configuration: Limits.
  init(_ surveys: [MeasuredSurvey], _ configuration: Configuration) {
    for survey in surveys {
      let minimum = configuration.minimumCell(for: survey.respondents)
      for wave in survey.waves {
        keys[survey.id, default: [:]][wave.wave.label] = SuppressionMask(wave, minimum: minimum).subjects
        waves[survey.id, default: [:]][wave.wave.label] = wave
      }
    }
  }

  /// Anything of the measure is withheld in that slice.
  func hides(_ measure: VerdictMeasure, survey: String, wave label: String, slice: Slice) -> Bool {
    let key = MeasurementKey(survey: survey, wave: label, slice: slice, kind: measure.kind, subject: measure.subject)
    return keys[survey]?[label]?.contains(key) ?? false
  }

  /// Units of which figures are withheld. Items are not printed unit by unit, so for an item a unit of which anything is
  /// withheld counts.
  func units(_ measure: VerdictMeasure, survey: String, wave label: String) -> Set<String> {
    guard let wave = waves[survey]?[label], let hidden = keys[survey]?[label] else { return [] }
    let own = measure.kind == .overall ? MeasureID.overall : measure.subject
    let measures = measure.kind == .item ? wave.definition.measures : [own, MeasureID.gap(of: own)]
    let units = measures.flatMap { wave.units(on: $0) }
    return Set(units.filter { hidden.contains($0.measurement.key) }.map(\.name))
  }
}
