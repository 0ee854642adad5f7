import Audit

/// What of one wave must not be shown, and the hiding of it (methodology 2.8).
///
/// First comes what is hidden, from the full figures; then all of it is hidden at once, in rows, figures and distributions
/// alike. Whatever else has to go because it would give a hidden figure away belongs in `subjects` and `slices`.
struct SuppressionMask {
  /// Fewer rows than this are few.
  let minimum: Int
  private(set) var subjects: Set<MeasurementKey> = []
  /// Slices whose number of rows is hidden.
  private(set) var slices: Set<Slice> = []

  init(_ wave: MeasuredWave, minimum: Int) {
    self.minimum = minimum
    for slice in wave.slices {
      if isFew(slice.rows) { slices.insert(slice.slice) }
      for measurement in slice.measurements where isFew(measurement.n) || hasFewValid(measurement) {
        subjects.insert(measurement.key)
      }
    }
  }

  /// Zero may be shown; what is hidden already stays so.
  private func isFew(_ n: Int?) -> Bool { n.map { $0 > 0 && $0 < minimum } ?? true }

  /// The valid answers of a column would give a hidden n away.
  private func hasFewValid(_ measurement: Measurement) -> Bool {
    measurement.key.kind == .column && measurement[.valid].map { $0 > 0 && $0 < Double(minimum) } ?? false
  }

  func applied(to wave: MeasuredWave) -> MeasuredWave {
    var wave = wave
    if isFew(wave.rows) { wave.rows = nil }
    wave.quality.languages.removeAll { isFew($0.rows) }
    wave.slices = wave.slices.map(applied)
    let hiddenColumns = Set(subjects.filter { $0.kind == .column }.map(\.subject))
    wave.columns.removeAll { hiddenColumns.contains($0.header) }
    return wave
  }

  private func applied(to slice: MeasuredSlice) -> MeasuredSlice {
    var slice = slice
    if slices.contains(slice.slice) { slice.rows = nil }
    var hidden: Set<Subject> = []
    slice.measurements = slice.measurements.map { measurement in
      guard subjects.contains(measurement.key) else { return withoutFewFigures(measurement) }
      hidden.insert(Subject(kind: measurement.key.kind, id: measurement.key.subject))
      return SuppressionMask.emptied(measurement)
    }
    slice.distributions = slice.distributions.map { distribution in
      guard hidden.contains(Subject(kind: distribution.kind, id: distribution.subject)) else { return distribution }
      return Distribution(
        kind: distribution.kind, subject: distribution.subject, minimum: distribution.minimum, counts: [])
    }
    return slice
  }

  private struct Subject: Hashable {
    var kind: SubjectKind
    var id: String
  }

  /// A comparison, unless one of its sides is of few.
  static func shown(_ comparison: Measurement, minimum: Int) -> Measurement {
    guard let n = comparison.n, n > 0, n < minimum else { return comparison }
    return emptied(comparison)
  }

  /// The same without value or n.
  static func emptied(_ measurement: Measurement) -> Measurement {
    Measurement(key: measurement.key, n: nil, figures: measurement.figures.mapValues { _ in .suppressed })
  }

  /// Figures of a shown subject that rest on fewer rows than the subject, such as its importance, and what would give them
  /// away.
  private func withoutFewFigures(_ measurement: Measurement) -> Measurement {
    var shown = measurement
    for (statistic, figure) in measurement.figures where isFew(figure.n) { shown.set(statistic, .suppressed) }
    if shown.figure(.importance)?.reason == .suppressed {
      shown.set(.severity, .suppressed)
      shown.set(.burden, .suppressed)
    }
    return shown
  }
}
