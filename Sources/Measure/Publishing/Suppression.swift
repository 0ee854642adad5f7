import Audit

extension SuppressionMask {
  /// The same wave without what is hidden.
  func applied(to wave: MeasuredWave) -> MeasuredWave {
    var wave = wave
    if isFew(wave.rows, minimum) || slices.contains(.all) { wave.rows = nil }
    wave.quality.languages.removeAll { languages.contains($0.language) }
    wave.slices = wave.slices.map(applied)
    let hiddenColumns = Set(subjects.filter { $0.kind == .column }.map(\.subject))
    wave.columns.removeAll { hiddenColumns.contains($0.header) }
    return wave
  }

  private func applied(to slice: MeasuredSlice) -> MeasuredSlice {
    var slice = slice
    if slices.contains(slice.slice) { (slice.rows, slice.weight) = (nil, nil) }
    var hidden: Set<SubjectFamily.Subject> = []
    slice.measurements = slice.measurements.map { measurement in
      guard subjects.contains(measurement.key) else { return withoutHiddenFigures(measurement) }
      hidden.insert(SubjectFamily.Subject(kind: measurement.key.kind, id: measurement.key.subject))
      return SuppressionMask.emptied(measurement)
    }
    slice.distributions = slice.distributions.map { distribution in
      guard hidden.contains(SubjectFamily.Subject(kind: distribution.kind, id: distribution.subject)) else {
        return distribution
      }
      return Distribution(
        kind: distribution.kind, subject: distribution.subject, minimum: distribution.minimum, counts: [])
    }
    return slice
  }

  /// The same without value or n.
  static func emptied(_ measurement: Measurement) -> Measurement {
    Measurement(key: measurement.key, n: nil, figures: measurement.figures.mapValues { _ in .suppressed })
  }

  /// Figures of a shown subject that rest on fewer rows than the subject, such as its importance, and what would give them
  /// away.
  private func withoutHiddenFigures(_ measurement: Measurement) -> Measurement {
    var shown = measurement
    let hidden = figures[measurement.key] ?? []
    for (statistic, figure) in measurement.figures where hidden.contains(statistic) || isFew(figure.n, minimum) {
      shown.set(statistic, .suppressed)
    }
    if shown.figure(.importance)?.reason == .suppressed {
      shown.set(.severity, .suppressed)
      shown.set(.burden, .suppressed)
    }
    return shown
  }
}
