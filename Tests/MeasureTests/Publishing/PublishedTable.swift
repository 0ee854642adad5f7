import Audit
import TestSupport

@testable import Measure

/// A wave of random rows with crossed segments, of which the counts alone are of interest: items `P0` and `P1`, and, where
/// rows are about touchpoints, `overall` with its touchpoints. Nothing in it is computed by the code under test.
struct PublishedTable {
  struct Row {
    /// Value by segment, nil where none is named.
    var values: [String?]
    var touchpoint: String?
    var answered: [Bool]
  }

  let wave: MeasuredWave
  let rows: [Row]

  init(seed: UInt64, size: Int, segments count: Int, touchpoints: Int = 0) throws {
    var generator = SeededGenerator(seed: seed)
    let segments = (0..<count).map { segment in
      let values = (0..<Int.random(in: 2...4, using: &generator)).map { "v\($0)" }
      return Segment(id: "s\(segment)", order: values)
    }
    let ids = (0..<touchpoints).map { "t\($0)" }
    rows = (0..<size).map { _ in
      Row(
        values: segments.map { segment in
          // A few name none; the rest are skewed, so that some values have few rows.
          if Int.random(in: 0..<20, using: &generator) == 0 { return nil }
          return Self.skewed(segment.order, &generator)
        }, touchpoint: ids.isEmpty ? nil : Self.skewed(ids, &generator),
        answered: (0..<2).map { _ in Int.random(in: 0..<5, using: &generator) > 0 })
    }
    let items = try (0..<2).map { index in
      Item(id: "P\(index)", scale: try scale(1, 7), comparison: .none)
    }
    let definition = SurveyDefinition(
      items: items, outcomes: [], segments: segments, crosses: count > 1 ? [Array(0..<count)] : [],
      rowTouchpoints: ids)
    wave = Self.measured(rows, definition)
  }

  private static func skewed(_ values: [String], _ generator: inout SeededGenerator) -> String {
    var index = 0
    while index + 1 < values.count, Int.random(in: 0..<4, using: &generator) == 0 { index += 1 }
    return values[index]
  }

  private static func measured(_ rows: [Row], _ definition: SurveyDefinition) -> MeasuredWave {
    var slices = [Slice.all]
    for (index, segment) in definition.segments.enumerated() {
      for value in segment.order where rows.contains(where: { $0.values[index] == value }) {
        slices.append(Slice(parts: [Slice.Part(segment: segment.id, value: value)]))
      }
    }
    for cross in definition.crosses {
      for row in rows where row.values.allSatisfy({ $0 != nil }) {
        let slice = Slice(
          parts: cross.map { Slice.Part(segment: definition.segments[$0].id, value: row.values[$0] ?? "") })
        if !slices.contains(slice) { slices.append(slice) }
      }
    }
    return MeasuredWave(
      wave: Wave(label: "2026"), definition: definition, files: [], fieldwork: nil, rows: rows.count, unusable: [],
      units: 0, slices: slices.map { measured($0, rows, definition) }, familySize: 0, columns: [])
  }

  private static func measured(_ slice: Slice, _ all: [Row], _ definition: SurveyDefinition) -> MeasuredSlice {
    let rows = all.filter { row in
      slice.parts.allSatisfy { part in
        definition.segments.firstIndex { $0.id == part.segment }.map { row.values[$0] == part.value } ?? false
      }
    }
    func measurement(_ kind: SubjectKind, _ subject: String, _ n: Int) -> Measurement {
      Measurement(
        key: MeasurementKey(survey: "s", wave: "2026", slice: slice, kind: kind, subject: subject), n: n,
        figures: [.n: Figure(Double(n), n: n)])
    }
    var measurements = (0..<2).map { item in measurement(.item, "P\(item)", rows.count { $0.answered[item] }) }
    let answering = rows.filter { $0.answered[0] || $0.answered[1] }
    measurements.append(measurement(.overall, "all", answering.count))
    for id in definition.rowTouchpoints {
      measurements.append(measurement(.touchpoint, id, answering.count { $0.touchpoint == id }))
    }
    return MeasuredSlice(slice: slice, rows: rows.count, measurements: measurements, distributions: [])
  }
}
