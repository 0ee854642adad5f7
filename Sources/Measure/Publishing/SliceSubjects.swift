import Audit

/// What is hidden of the subjects of a wave's slices, and of the slices themselves.
struct SliceSubjects {
  /// Slices whose number of rows is hidden.
  private(set) var slices: Set<Slice> = []
  private(set) var subjects: Set<MeasurementKey> = []
  /// Figures of subjects that are shown, which rest on other rows than their subject.
  private(set) var figures: [MeasurementKey: Set<Statistic>] = [:]

  /// - Parameters:
  ///   - wave: The full figures.
  ///   - minimum: Fewer rows than this are few.
  ///   - spreadSegments: Segments whose values are units as well.
  init(_ wave: MeasuredWave, minimum: Int, spreadSegments: Set<String>) {
    let ordered = wave.slices.map { ($0.slice.key, $0) }.sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
      .map(\.1)
    var masks = SliceMasks(
      ordered.map(\.slice), rows: ordered.map(\.rows), minimum: minimum, spreadSegments: spreadSegments)
    slices = Set(masks.rows.map { ordered[$0].slice })
    let table = SubjectTable(ordered)
    masks.add(table.families(of: wave.definition))
    for subject in table.subjects {
      let cells = table.cells(of: subject)
      let hidden = masks.hidden(SubjectTable.counts(cells))
      for case let cell? in hidden.map({ cells[$0] }) { subjects.insert(cell.key) }
      for statistic in SubjectTable.others(cells) {
        for slice in masks.hidden(SubjectTable.counts(cells, statistic)) {
          guard let cell = cells[slice], cell.figure(statistic) != nil else { continue }
          figures[cell.key, default: []].insert(statistic)
        }
      }
    }
  }
}

/// The subjects of slices, and how many rows they rest on in each.
private struct SubjectTable {
  /// In the order of the first slice that has them.
  private(set) var subjects: [SubjectFamily.Subject] = []
  private var measurements: [[SubjectFamily.Subject: Measurement]] = []

  init(_ slices: [MeasuredSlice]) {
    var isKnown: Set<SubjectFamily.Subject> = []
    for slice in slices {
      var found: [SubjectFamily.Subject: Measurement] = [:]
      for measurement in slice.measurements where measurement.key.kind.isCountedBySlice {
        let subject = SubjectFamily.Subject(kind: measurement.key.kind, id: measurement.key.subject)
        found[subject] = measurement
        if isKnown.insert(subject).inserted { subjects.append(subject) }
      }
      measurements.append(found)
    }
  }

  func cells(of subject: SubjectFamily.Subject) -> [Measurement?] { measurements.map { $0[subject] } }

  /// Rows by slice, of the subject or of one of its statistics.
  static func counts(_ cells: [Measurement?], _ statistic: Statistic? = nil) -> SliceMasks.Counts {
    cells.map { cell in
      guard let cell else { return 0 }
      guard let statistic else { return cell.n }
      return cell.figure(statistic).map(\.n) ?? 0
    }
  }

  /// Statistics that rest on other rows than the subject, such as its importance.
  static func others(_ cells: [Measurement?]) -> [Statistic] {
    var found: Set<Statistic> = []
    for case let cell? in cells {
      for (statistic, figure) in cell.figures where figure.n != cell.n { found.insert(statistic) }
    }
    return found.sorted { $0.rawValue < $1.rawValue }
  }

  /// Of rows, and of statistics that rest on other rows.
  func families(of definition: SurveyDefinition) -> [SliceMasks.Family] {
    SubjectFamily.all(of: definition).flatMap { family in
      let (total, parts) = (cells(of: family.total), family.parts.map(cells))
      let statistics: [Statistic?] =
        [nil]
        + Self.others(total).filter { statistic in
          parts.contains { Self.others($0).contains(statistic) }
        }
      return statistics.map { statistic in
        SliceMasks.Family(total: Self.counts(total, statistic), parts: parts.map { Self.counts($0, statistic) })
      }
      .filter(\.addsUp)
    }
  }
}

extension SliceMasks.Family {
  /// The parts are no more than the total: points of importance, say, are those of the slice at each touchpoint.
  fileprivate var addsUp: Bool {
    total.indices.allSatisfy { slice in
      guard let sum = total[slice] else { return true }
      return parts.reduce(0) { $0 + ($1[slice] ?? 0) } <= sum
    }
  }
}
