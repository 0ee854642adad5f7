import Audit

extension PlanBuilder {
  mutating func resolveSegments() -> [(segment: Segment, column: Int)] {
    var ids = Identifiers()
    return codebook.segments.compactMap { entry in
      guard let column = column(entry.column) else { return nil }
      let id = entry.id?.text ?? header.columns[column]
      let problem = ids.claim(
        id, for: "a segment", at: entry.id?.span ?? entry.column.span, in: codebook.source, written: entry.id != nil)
      if let problem { report(problem) }
      let (reading, order) = decoding(entry)
      use(column, as: .segment, for: "segment '\(id)'", reading: reading, at: place(entry.column.span))
      return (Segment(id: id, name: wording(entry.name), order: order), column)
    }
  }

  /// Codes of no answer that stand for the whole file.
  var noAnswer: [String] { (codebook.rules.missing ?? []) + (codebook.rules.notApplicable ?? []) }

  /// These hold in bands, where they would pass for numbers; in other segments only their own do.
  private func decoding(_ entry: SegmentEntry) -> (ColumnPlan.Decoding, order: [String]) {
    guard !entry.bands.isEmpty else {
      return (.category(CategoryDecoding(missing: entry.missing ?? [])), entry.order)
    }
    let bands = BandDecoding(
      bounds: entry.bands, missing: entry.missing ?? noAnswer, decimalComma: origin.csv.decimalComma ?? false)
    return (.bands(bands), bands.labels)
  }

  /// Indices into `segments`, in the order written; each combination once.
  mutating func resolveCrosses(_ segments: [Segment]) -> [[Int]] {
    var crosses: [[Int]] = []
    for entry in codebook.crosses {
      let found = entry.segments.compactMap { name -> Int? in
        if let index = segments.firstIndex(where: { $0.id == name.text }) { return index }
        report(.codebookNoSegment(name.text, known: segments.map(\.id), at: place(name.span)))
        return nil
      }
      guard found.count == entry.segments.count else { continue }
      if crosses.contains(where: { Set($0) == Set(found) }) {
        report(.codebookCrossTwice(entry.segments.map(\.text), at: place(entry.span)))
      } else {
        crosses.append(found)
      }
    }
    return crosses
  }

  /// Known shares by segment; names that no segment has were reported with the codebook.
  mutating func resolveRake(_ segments: [Segment]) -> [RakeTarget] {
    codebook.rake.compactMap { entry in
      guard let index = segments.firstIndex(where: { $0.id == entry.segment }) else {
        report(.codebookNoSegment(entry.segment, known: segments.map(\.id), at: entry.place))
        return nil
      }
      return RakeTarget(segment: index, shares: entry.shares)
    }
  }
}
