import Audit

/// What of one wave must not be shown, and the hiding of it (methodology 2.8).
///
/// First comes what is hidden, from the full figures; then all of it is hidden at once, in rows, figures and distributions
/// alike, so that no page or file shows what another withholds.
struct SuppressionMask {
  /// Fewer rows than this are few.
  let minimum: Int
  private(set) var subjects: Set<MeasurementKey> = []
  /// Slices whose number of rows is hidden.
  private(set) var slices: Set<Slice> = []
  /// Figures of subjects that are shown.
  private(set) var figures: [MeasurementKey: Set<Statistic>] = [:]
  private var languages: Set<String> = []

  init(_ wave: MeasuredWave, minimum: Int) {
    self.minimum = minimum
    let counts = SliceCounts(wave.slices, rows: wave.slices.map(\.rows))
    let rows = HiddenCells(counts.table, minimum: minimum).cells
    slices = Set(rows.map { wave.slices[$0].slice })
    for slice in wave.slices {
      for measurement in slice.measurements where isFew(measurement.n, minimum) || hasFewValid(measurement) {
        subjects.insert(measurement.key)
      }
    }
    hideSubjects(wave, counts, hiddenSlices: rows)
    hideUnits(wave)
    hideComparisons(wave)
    hideLanguages(wave)
  }

  /// The valid answers of a column would give a hidden n away.
  private func hasFewValid(_ measurement: Measurement) -> Bool {
    measurement.key.kind == .column && measurement[.valid].map { $0 > 0 && $0 < Double(minimum) } ?? false
  }

  private mutating func hideSubjects(_ wave: MeasuredWave, _ counts: SliceCounts, hiddenSlices: Set<Int>) {
    let measurements = wave.slices.map { slice in
      Dictionary(
        slice.measurements.filter { $0.key.kind.isCountedBySlice }.map {
          (SubjectFamily.Subject(kind: $0.key.kind, id: $0.key.subject), $0)
        }, uniquingKeysWith: { first, _ in first })
    }
    for family in SubjectFamily.all(of: wave.slices, wave.definition) {
      let cells = family.subjects.flatMap { subject in measurements.map { $0[subject] } }
      let table = counts.table(subjects: family.subjects, counts: cells.map { $0.map(\.n) ?? 0 })
      let preferred = Set(cells.indices.filter { hiddenSlices.contains($0 % wave.slices.count) })
      let hidden = HiddenCells(table, minimum: minimum, preferred: preferred).cells
      for case let cell? in hidden.map({ cells[$0] }) { subjects.insert(cell.key) }
      hideFigures(of: cells, table, hidden)
    }
  }

  /// Figures that rest on other rows than their subject, such as its importance, are tables of their own.
  private mutating func hideFigures(of cells: [Measurement?], _ table: CellTable, _ hidden: Set<Int>) {
    var others: Set<Statistic> = []
    for case let cell? in cells {
      for (statistic, figure) in cell.figures where figure.n != cell.n { others.insert(statistic) }
    }
    var known: [[Int?]: Set<Int>] = [:]
    for statistic in others {
      var table = table
      table.counts = cells.map { cell in cell?.figure(statistic).map(\.n) ?? 0 }
      let own = hidden.filter { cells[$0]?.figure(statistic) != nil }
      let found = known[table.counts] ?? HiddenCells(table, minimum: minimum, hidden: own, preferred: hidden).cells
      known[table.counts] = found
      for case let cell? in found.map({ cells[$0] }) where cell.figure(statistic) != nil {
        figures[cell.key, default: []].insert(statistic)
      }
    }
  }

  /// Units add up to all of them.
  private mutating func hideUnits(_ wave: MeasuredWave) {
    let units = (wave.all?.measurements(of: .unit) ?? [])
    let measures = ComparedMeasure.all(of: wave.definition).map(\.id).sorted { $0.utf8.count > $1.utf8.count }
    var parts: [String: [Measurement]] = [:]
    for unit in units {
      guard !measures.contains(unit.key.subject),
        let measure = measures.first(where: { unit.key.subject.hasPrefix($0 + "/") })
      else { continue }
      parts[measure, default: []].append(unit)
    }
    for total in units {
      guard let parts = parts[total.key.subject] else { continue }
      let cells = [total] + parts
      let line = CellTable.Line(total: 0, parts: Array(1..<cells.count))
      let table = CellTable(counts: cells.map(\.n), names: cells.map(\.key.subject), lines: [line])
      let hidden = HiddenCells(table, minimum: minimum).cells
      for cell in hidden { subjects.insert(cells[cell].key) }
      if SuppressionMask.givesAway(hidden: hidden.count) { subjects.insert(total.key) }
    }
  }

  /// Figures of all parts together are a few equations about the hidden ones: one or two parts could be solved for.
  private static func givesAway(hidden: Int) -> Bool { hidden == 1 || hidden == 2 }

  /// A value against the rest goes with the value, and all values together where one or two of them are hidden.
  private mutating func hideComparisons(_ wave: MeasuredWave) {
    let measures = ComparedMeasure.all(of: wave.definition)
    for segment in wave.definition.segments {
      let values = wave.slices.filter { $0.slice.parts.count == 1 && $0.slice.parts[0].segment == segment.id }
      for measure in measures {
        let hidden = values.filter { isHidden(measure, $0) }.map(\.slice)
        let subject = "\(segment.id)/\(measure.id)"
        for slice in hidden { hide(.parity, subject, slice, wave) }
        if SuppressionMask.givesAway(hidden: hidden.count) { hide(.segment, subject, .all, wave) }
      }
    }
  }

  private mutating func hide(_ kind: SubjectKind, _ subject: String, _ slice: Slice, _ wave: MeasuredWave) {
    guard let key = wave.all?.measurements.first?.key else { return }
    subjects.insert(MeasurementKey(survey: key.survey, wave: key.wave, slice: slice, kind: kind, subject: subject))
  }

  /// What a measure compares in a slice is hidden.
  func isHidden(_ measure: ComparedMeasure, _ slice: MeasuredSlice) -> Bool {
    guard let first = slice.measurements.first?.key else { return false }
    let (kind, subject) = measure.subject
    let key = MeasurementKey(survey: first.survey, wave: first.wave, slice: slice.slice, kind: kind, subject: subject)
    return subjects.contains(key) || (measure.isGap && figures[key]?.contains(.gapMean) == true)
  }

  /// Rows by language of the questionnaire add up to all rows.
  private mutating func hideLanguages(_ wave: MeasuredWave) {
    let rows = wave.quality.languages
    guard !rows.isEmpty else { return }
    let table = CellTable(
      counts: [wave.rows] + rows.map(\.rows), names: [""] + rows.map { "=\($0.language)" },
      lines: [CellTable.Line(total: 0, parts: Array(1...rows.count))])
    languages = Set(HiddenCells(table, minimum: minimum).cells.filter { $0 > 0 }.map { rows[$0 - 1].language })
  }
}

extension SuppressionMask {
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
    if slices.contains(slice.slice) { slice.rows = nil }
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
