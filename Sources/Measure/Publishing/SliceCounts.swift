import Audit

/// Tables of the slices of a wave: their rows, or the rows of subjects in them.
struct SliceCounts {
  /// The rows of the slices.
  let table: CellTable

  init(_ slices: [MeasuredSlice], rows: [Int?]) {
    table = CellTable(
      counts: rows, names: slices.map(\.slice.key), lines: SliceLines(slices.map(\.slice)).lines)
  }

  /// The slices of one subject, or of a total and what adds up to it; the rows of the first slice by slice, then of the
  /// others.
  func table(subjects: [SubjectFamily.Subject], counts: [Int?]) -> CellTable {
    let slices = table.counts.count
    var lines: [CellTable.Line] = []
    for subject in subjects.indices {
      lines += table.lines.map { line in
        CellTable.Line(total: line.total + subject * slices, parts: line.parts.map { $0 + subject * slices })
      }
    }
    if subjects.count > 1 {
      lines += (0..<slices).map { slice in
        CellTable.Line(total: slice, parts: (1..<subjects.count).map { $0 * slices + slice })
      }
    }
    let names = subjects.flatMap { subject in table.names.map { "\($0) \(subject.kind.rawValue) \(subject.id)" } }
    return CellTable(counts: counts, names: names, lines: lines)
  }
}
