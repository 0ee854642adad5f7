package import Audit

/// `data/statistics.csv`: one figure a row, sorted by the bytes of its address.
package enum StatisticsTable {
  private static let header = "survey,wave,slice,kind,subject,statistic,value,n\n"

  /// The table of everything that was measured; figures without a value have an empty one.
  package static func csv(_ measured: MeasuredAudit) -> [UInt8] {
    let order = SubjectOrder(measured)
    return Array(header.utf8) + rows(order, order.subjects[...])
  }

  /// The same table in pieces, up to `jobs` of which are written side by side: a survey with many slices has a table of
  /// many megabytes.
  package static func csv<Failure: Error>(
    _ measured: MeasuredAudit, jobs: Int, inPieces deliver: ([UInt8]) throws(Failure) -> Void
  ) async throws(Failure) {
    try deliver(Array(header.utf8))
    let order = await SubjectOrder(measured, jobs: jobs)
    let subjects = order.subjects
    let pieces = stride(from: 0, to: subjects.count, by: 512).map { $0..<min($0 + 512, subjects.count) }
    try await transformInOrder(pieces, jobs: jobs, { rows(order, subjects[$0]) }, take: deliver)
  }

  private static func rows(_ order: SubjectOrder, _ subjects: ArraySlice<SubjectOrder.Subject>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(subjects.count * 1024)
    var figureOrder = FigureOrder()
    for subject in subjects {
      let figures = order[subject].figures
      let address = fields(of: order[subject].key)
      for (place, id) in figureOrder.places(figures) {
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
    let order = SubjectOrder(measured)
    for subject in order.subjects {
      let measurement = order[subject]
      for (statistic, figure) in figures(of: measurement) {
        let value = figure.value.flatMap(CanonicalNumber.text)
        let row = JSON.object(
          address(measurement.key, statistic) + [
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
    let order = SubjectOrder(measured)
    let notes = order.subjects.map { order[$0] }.flatMap { measurement in
      figures(of: measurement).compactMap { statistic, figure -> JSON? in
        guard figure.value.flatMap(CanonicalNumber.text) == nil else { return nil }
        return .object(address(measurement.key, statistic) + [JSON.Member("reason", .string(reason(figure)))])
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

  /// The address as it stands in a row, up to the statistic.
  private static func fields(of key: MeasurementKey) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(96)
    for field in key.addressFields {
      let first = bytes.count
      bytes += field.utf8
      if bytes[first...].contains(where: CSVText.needsQuotes) {
        bytes.replaceSubrange(first..., with: CSVText.quoted(bytes[first...]))
      }
      bytes.append(UInt8(ascii: ","))
    }
    return bytes
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
