package import Audit

/// `data/statistics.csv`: one figure a row, sorted by the bytes of its address.
package enum StatisticsTable {
  private static let header = "survey,wave,slice,kind,subject,statistic,value,n\n"

  /// The table of everything that was measured; figures without a value have an empty one.
  package static func csv(_ measured: MeasuredAudit) -> [UInt8] {
    Array(header.utf8) + rows(of: subjects(of: measured)[...])
  }

  /// The same table in pieces, up to `jobs` of which are written side by side: a survey with many slices has a table of
  /// many megabytes.
  package static func csv<Failure: Error>(
    _ measured: MeasuredAudit, jobs: Int, inPieces deliver: ([UInt8]) throws(Failure) -> Void
  ) async throws(Failure) {
    try deliver(Array(header.utf8))
    let subjects = subjects(of: measured)
    let starts = Array(stride(from: 0, to: subjects.count, by: 1024))
    for round in stride(from: 0, to: starts.count, by: max(1, jobs)) {
      let pieces = await withTaskGroup(of: (Int, [UInt8]).self) { group in
        for start in starts[round..<min(round + max(1, jobs), starts.count)] {
          group.addTask { (start, rows(of: subjects[start..<min(start + 1024, subjects.count)])) }
        }
        return await group.reduce(into: []) { $0.append($1) }
      }
      for piece in pieces.sorted(by: { $0.0 < $1.0 }) { try deliver(piece.1) }
    }
  }

  private static func rows(of subjects: ArraySlice<Subject>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(subjects.count * 1024)
    var order = FigureOrder()
    for subject in subjects {
      let figures = subject.measurement.figures
      let address = subject.fields
      for (place, id) in order.places(figures) {
        let figure = figures[place].value
        bytes += address
        bytes += id
        bytes.append(UInt8(ascii: ","))
        if let value = figure.value { _ = CanonicalNumber.append(value, to: &bytes) }
        bytes.append(UInt8(ascii: ","))
        if let n = figure.n { CanonicalNumber.append(n, to: &bytes) }
        bytes.append(UInt8(ascii: "\n"))
      }
    }
    return bytes
  }

  /// The same table as JSON in pieces, one figure a line, with the reason beside each that has no value.
  package static func json<Failure: Error>(
    _ measured: MeasuredAudit, inPieces deliver: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var text = "{\"schema\": \"cxaudit/statistics/1\", \"figures\": ["
    var separator = "\n"
    for subject in subjects(of: measured) {
      for (statistic, figure) in figures(of: subject.measurement) {
        let value = figure.value.flatMap(CanonicalNumber.text)
        let row = JSON.object(
          address(subject.measurement.key, statistic) + [
            JSON.Member("value", value.map(JSON.number) ?? .null), JSON.Member("n", .optional(figure.n)),
            JSON.Member("reason", value == nil ? .string(reason(figure)) : .null),
          ])
        text += separator + "  " + row.line
        separator = ",\n"
      }
      if text.utf8.count >= 1 << 16 {
        try deliver(Array(text.utf8))
        text = ""
      }
    }
    try deliver(Array((text + "\n]}\n").utf8))
  }

  /// `data/notes.json`: why figures are empty, in the order of the table.
  package static func notes(_ measured: MeasuredAudit) -> JSON {
    let notes = subjects(of: measured).flatMap { subject in
      figures(of: subject.measurement).compactMap { statistic, figure -> JSON? in
        guard figure.value.flatMap(CanonicalNumber.text) == nil else { return nil }
        return .object(address(subject.measurement.key, statistic) + [JSON.Member("reason", .string(reason(figure)))])
      }
    }
    return .object([JSON.Member("schema", .string("cxaudit/notes/1")), JSON.Member("notes", .array(notes))])
  }

  private static func address(_ key: MeasurementKey, _ statistic: Statistic) -> [JSON.Member] {
    [
      JSON.Member("survey", .string(key.survey)), JSON.Member("wave", .string(key.wave)),
      JSON.Member("slice", .string(key.slice.key)), JSON.Member("kind", .string(key.kind.rawValue)),
      JSON.Member("subject", .string(key.subject)), JSON.Member("statistic", .string(statistic.rawValue)),
    ]
  }

  private static func reason(_ figure: Figure) -> String { (figure.reason ?? .noData).rawValue }

  /// A measurement and the bytes that its rows are sorted by.
  private struct Subject: Sendable {
    /// A zero byte, which is below all others, stands between the fields, so the bytes sort as the fields one by one.
    var address: [UInt8]
    var measurement: Measurement

    init(_ measurement: Measurement) {
      self.measurement = measurement
      let key = measurement.key
      address = []
      address.reserveCapacity(96)
      address += key.survey.utf8
      for field in [key.wave, key.slice.key, key.kind.rawValue, key.subject] {
        address.append(0)
        address += field.utf8
      }
    }

    /// The address as it stands in a row, up to the statistic.
    var fields: [UInt8] {
      if !address.contains(where: CSVText.needsQuotes) {
        return address.map { $0 == 0 ? UInt8(ascii: ",") : $0 } + [UInt8(ascii: ",")]
      }
      return address.split(separator: 0, omittingEmptySubsequences: false)
        .flatMap { CSVText.quoted($0) + [UInt8(ascii: ",")] }
    }
  }

  private static func subjects(of measured: MeasuredAudit) -> [Subject] {
    measured.measurements.map(Subject.init).sorted { $0.address.lexicographicallyPrecedes($1.address) }
  }

  /// In the order of the bytes of the statistics' ids.
  private static func figures(of measurement: Measurement) -> [(statistic: Statistic, figure: Figure)] {
    var order = FigureOrder()
    return order.places(measurement.figures).map { place, _ in
      (measurement.figures[place].key, measurement.figures[place].value)
    }
  }
}

/// The order of figures by the bytes of their statistics' ids; subjects of one kind have the same.
private struct FigureOrder {
  private var statistics: [Statistic] = []
  private var places: [(place: Int, id: [UInt8])] = []

  /// Where the figures stand, in the order of their ids, and these.
  mutating func places(_ figures: Figures) -> [(place: Int, id: [UInt8])] {
    if figures.count != statistics.count || !zip(figures, statistics).allSatisfy({ $0.key == $1 }) {
      statistics = figures.keys
      let ids = statistics.map { Array($0.rawValue.utf8) }
      places = ids.indices.sorted { ids[$0].lexicographicallyPrecedes(ids[$1]) }.map { ($0, ids[$0]) }
    }
    return places
  }
}
