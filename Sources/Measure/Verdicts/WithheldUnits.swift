import Audit

/// Units of which a build withholds figures: a verdict that rested on them could give these away.
struct WithheldUnits {
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

  /// Items are not printed unit by unit, so for an item a unit of which anything is withheld counts.
  func names(_ measure: VerdictMeasure, survey: String, wave label: String) -> Set<String> {
    guard let wave = waves[survey]?[label], let hidden = keys[survey]?[label] else { return [] }
    let own = measure.kind == .overall ? MeasureID.overall : measure.subject
    let measures = measure.kind == .item ? wave.definition.measures : [own, MeasureID.gap(of: own)]
    let units = measures.flatMap { wave.units(on: $0) }
    return Set(units.filter { hidden.contains($0.measurement.key) }.map(\.name))
  }
}
