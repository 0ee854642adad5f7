package import Audit

/// `data/statistics.csv`: one figure a row, sorted by the bytes of its address.
package enum StatisticsTable {
  private static let header = "survey,wave,slice,kind,subject,statistic,value,n\n"

  /// The table of everything that was measured; figures without a value have an empty one.
  package static func csv(_ measured: MeasuredAudit) -> [UInt8] {
    var bytes = Array(header.utf8)
    for (measurement, statistic, figure) in figures(of: measured) {
      let key = measurement.key
      for field in [key.survey, key.wave, key.slice.key, key.kind.rawValue, key.subject, statistic.rawValue] {
        append(field, to: &bytes)
        bytes.append(UInt8(ascii: ","))
      }
      bytes += (figure.value.flatMap(CanonicalNumber.text) ?? "").utf8
      bytes.append(UInt8(ascii: ","))
      bytes += (figure.n.map(String.init) ?? "").utf8
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  /// The same table as JSON, with the reason beside each figure that has no value.
  package static func json(_ measured: MeasuredAudit) -> JSON {
    let rows = figures(of: measured).map { measurement, statistic, figure -> JSON in
      let value = figure.value.flatMap(CanonicalNumber.text)
      return .object(
        address(measurement.key, statistic) + [
          JSON.Member("value", value.map(JSON.number) ?? .null), JSON.Member("n", .optional(figure.n)),
          JSON.Member("reason", value == nil ? .string(reason(figure)) : .null),
        ])
    }
    return .object([JSON.Member("schema", .string("cxaudit/statistics/1")), JSON.Member("figures", .array(rows))])
  }

  /// `data/notes.json`: why figures are empty, in the order of the table.
  package static func notes(_ measured: MeasuredAudit) -> JSON {
    let notes = figures(of: measured).compactMap { measurement, statistic, figure -> JSON? in
      guard figure.value.flatMap(CanonicalNumber.text) == nil else { return nil }
      return .object(address(measurement.key, statistic) + [JSON.Member("reason", .string(reason(figure)))])
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

  /// Every figure in the order of its address's bytes.
  private static func figures(
    of measured: MeasuredAudit
  ) -> [(measurement: Measurement, statistic: Statistic, figure: Figure)] {
    let statistics = Statistic.allCases.sorted { $0.rawValue.utf8.lexicographicallyPrecedes($1.rawValue.utf8) }
    // A zero byte stands below all others, so the joined address sorts as its fields one by one.
    let addressed = measured.measurements.map { measurement in
      let key = measurement.key
      let address = [key.survey, key.wave, key.slice.key, key.kind.rawValue, key.subject].joined(separator: "\0")
      return (address: Array(address.utf8), measurement: measurement)
    }
    return addressed.sorted { $0.address.lexicographicallyPrecedes($1.address) }.flatMap { _, measurement in
      statistics.compactMap { statistic in
        measurement.figure(statistic).map { (measurement, statistic, $0) }
      }
    }
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
