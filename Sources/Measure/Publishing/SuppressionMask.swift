import Audit

/// What of one wave must not be shown (methodology 2.8).
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
  private(set) var languages: Set<String> = []

  init(_ wave: MeasuredWave, minimum: Int) {
    self.minimum = minimum
    guard hasFew(wave) else { return }
    for slice in wave.slices {
      for measurement in slice.measurements where isFew(measurement.n, minimum) || hasFewValid(measurement) {
        subjects.insert(measurement.key)
      }
    }
    let units = UnitTable(wave)
    let hidden = SliceSubjects(wave, minimum: minimum, spreadSegments: units.segments)
    slices = hidden.slices
    figures = hidden.figures
    subjects.formUnion(hidden.subjects)
    hideUnits(wave, units)
    hideComparisons(wave)
    hideLanguages(wave)
    let dependent = DependentFigures(wave, self)
    figures.merge(dependent.figures) { $0.union($1) }
    if dependent.hidesWeights { hide(.weights, "all", .all, wave) }
  }

  var hidesNothing: Bool { subjects.isEmpty && figures.isEmpty }

  /// Whether anything has to be hidden at all.
  private func hasFew(_ wave: MeasuredWave) -> Bool {
    isFew(wave.rows, minimum) || wave.quality.languages.contains { isFew($0.rows, minimum) }
      || wave.slices.contains { slice in
        isFew(slice.rows, minimum)
          || slice.measurements.contains { measurement in
            isFew(measurement.n, minimum) || hasFewValid(measurement) || hasFewRaked(measurement)
              || measurement.figures.values.contains { isFew($0.n, minimum) }
          }
      }
  }

  func hasFewRaked(_ measurement: Measurement) -> Bool {
    measurement.fewestRaked.map { isFew($0, minimum) } ?? false
  }

  /// The valid answers of a column would give a hidden n away.
  private func hasFewValid(_ measurement: Measurement) -> Bool {
    measurement.key.kind == .column && measurement[.valid].map { $0 > 0 && $0 < Double(minimum) } ?? false
  }

  /// Units add up to all of them. The figures of all together stay, and with them what they make of the shown ones, unless
  /// too few units are hidden for that.
  private mutating func hideUnits(_ wave: MeasuredWave, _ units: UnitTable) {
    for measure in units.measures {
      let places = [[0]] + measure.names.map(units.slices)
      let hidden = places.indices.filter { cell in
        places[cell].contains { isHidden(measure.measure, wave.slices[$0]) }
      }
      let table = CellTable(
        cells: [CellTable.Cell(count: measure.total.n, isFixed: true)]
          + measure.parts.map { CellTable.Cell(count: $0.n) },
        lines: [CellTable.Line(total: 0, parts: Array(1...measure.parts.count), tellsSizes: true)])
      let found = HiddenCells(table, minimum: minimum, hidden: Set(hidden)).cells
      let counts = found.sorted().filter { $0 > 0 }.map { table.cells[$0].count }
      for cell in found where cell > 0 { subjects.insert(measure.parts[cell - 1].key) }
      let tellsParts = !counts.isEmpty && (sumGivesAway(counts, minimum) || sizesGiveAway(counts))
      if tellsParts || found.contains(0) {
        subjects.insert(measure.total.key)
      }
    }
  }

  /// A value against the rest goes with the value. All values together go with any of them: their figures are equations of
  /// those of each. Where the number of those who name a value would give one away, nothing that tells it stays.
  private mutating func hideComparisons(_ wave: MeasuredWave) {
    let measures = ComparedMeasure.all(of: wave.definition)
    for segment in wave.definition.segments {
      let values = wave.slices.filter { $0.slice.parts.count == 1 && $0.slice.parts[0].segment == segment.id }
      for measure in measures {
        let hidden = values.filter { isHidden(measure, $0) }
        let isHiddenInAll = wave.all.map { isHidden(measure, $0) } ?? false
        guard isHiddenInAll || !hidden.isEmpty else { continue }
        let subject = "\(segment.id)/\(measure.id)"
        let gone = isHiddenInAll || sumGivesAway(hidden.map { rows(of: measure, $0) }, minimum) ? values : hidden
        for value in gone { hide(.parity, subject, value.slice, wave) }
        hide(.segment, subject, .all, wave)
      }
    }
  }

  /// Rows that a measure compares in a slice.
  private func rows(of measure: ComparedMeasure, _ slice: MeasuredSlice) -> Int? {
    let (kind, subject) = measure.subject
    guard let found = slice.measurement(kind, subject) else { return 0 }
    return measure.isGap ? found.figure(.gapMean).map(\.n) ?? 0 : found.n
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

  /// What is weighted of the subject of a measure is hidden in a slice.
  func hidesWeighted(_ measure: ComparedMeasure, _ slice: MeasuredSlice) -> Bool {
    let (kind, subject) = measure.subject
    guard let key = slice.measurement(kind, subject)?.key else { return false }
    return figures[key]?.contains(where: \.isWeighted) ?? false
  }

  /// Rows by language of the questionnaire add up to all rows.
  private mutating func hideLanguages(_ wave: MeasuredWave) {
    let rows = wave.quality.languages
    guard !rows.isEmpty else { return }
    let hidden = rows.indices.filter { index in
      wave.slices.contains { slice in
        slices.contains(slice.slice) && slice.rows == rows[index].rows && slice.slice.parts.count == 1
          && slice.slice.parts[0].value == rows[index].language
      }
    }
    let table = CellTable(
      cells: [CellTable.Cell(count: wave.rows, isFixed: true)] + rows.map { CellTable.Cell(count: $0.rows) },
      lines: [CellTable.Line(total: 0, parts: Array(1...rows.count))])
    let found = HiddenCells(table, minimum: minimum, hidden: Set(hidden.map { $0 + 1 })).cells
    languages = Set(found.filter { $0 > 0 }.map { rows[$0 - 1].language })
  }
}
