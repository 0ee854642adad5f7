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
    let starts = Array(stride(from: 0, to: subjects.count, by: 256))
    for round in stride(from: 0, to: starts.count, by: max(1, jobs)) {
      let pieces = await withTaskGroup(of: (Int, [UInt8]).self) { group in
        for start in starts[round..<min(round + max(1, jobs), starts.count)] {
          group.addTask { (start, rows(of: subjects[start..<min(start + 256, subjects.count)])) }
        }
        return await group.reduce(into: []) { $0.append($1) }
      }
      for piece in pieces.sorted(by: { $0.0 < $1.0 }) { try deliver(piece.1) }
    }
  }

  private static func rows(of subjects: ArraySlice<Subject>) -> [UInt8] {
    var bytes: [UInt8] = []
    for subject in subjects {
      let key = subject.measurement.key
      var address: [UInt8] = []
      for field in [key.survey, key.wave, key.slice.key, key.kind.rawValue, key.subject] {
        append(field, to: &address)
        address.append(UInt8(ascii: ","))
      }
      for (statistic, figure) in figures(of: subject.measurement) {
        bytes += address
        bytes += statistic.rawValue.utf8
        bytes.append(UInt8(ascii: ","))
        bytes += (figure.value.flatMap(CanonicalNumber.text) ?? "").utf8
        bytes.append(UInt8(ascii: ","))
        bytes += (figure.n.map(String.init) ?? "").utf8
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
    var address: [UInt8]
    var measurement: Measurement
  }

  private static func subjects(of measured: MeasuredAudit) -> [Subject] {
    // A zero byte stands below all others, so the joined address sorts as its fields one by one.
    measured.measurements.map { measurement in
      let key = measurement.key
      let address = [key.survey, key.wave, key.slice.key, key.kind.rawValue, key.subject].joined(separator: "\0")
      return Subject(address: Array(address.utf8), measurement: measurement)
    }
    .sorted { $0.address.lexicographicallyPrecedes($1.address) }
  }

  /// The place of each statistic in the order of the bytes of their ids.
  private static let places: [Statistic: Int] = {
    let sorted = Statistic.allCases.sorted { $0.rawValue.utf8.lexicographicallyPrecedes($1.rawValue.utf8) }
    return Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($0.element, $0.offset) })
  }()

  /// In the order of the bytes of the statistics' ids.
  private static func figures(of measurement: Measurement) -> [(statistic: Statistic, figure: Figure)] {
    measurement.figures.map { (place: places[$0.key] ?? 0, statistic: $0.key, figure: $0.value) }
      .sorted { $0.place < $1.place }.map { ($0.statistic, $0.figure) }
  }

  /// RFC 4180: quotes where a comma, a quote or a line break stands, doubled inside.
  private static func append(_ field: String, to bytes: inout [UInt8]) {
    guard field.utf8.contains(where: needsQuotes) else {
      bytes += field.utf8
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in field.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }
}
