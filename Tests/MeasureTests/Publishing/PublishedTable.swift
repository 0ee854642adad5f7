import Audit
import TestSupport

@testable import Measure

/// A wave of random rows, of which the counts alone are of interest: items `P0` and `P1`, `overall` and, where rows are
/// about touchpoints, these; comparisons of segments and of units. Nothing in it is computed by the code under test.
struct PublishedTable {
  struct Shape: CustomStringConvertible {
    var segments: Int
    /// All segments are crossed, and the first two, too.
    var touchpoints = 0
    var hasUnits = false
    /// The first segment is the column of units.
    var sharesUnits = false
    /// Every row names everything, and every question is answered.
    var isComplete = false

    var description: String {
      "\(segments) segments, \(touchpoints) touchpoints" + (hasUnits ? ", units" : "")
        + (sharesUnits ? " as segment" : "") + (isComplete ? ", complete" : "")
    }
  }

  struct Row {
    /// Value by segment, nil where none is named.
    var values: [String?]
    var touchpoint: String?
    var unit: String
    var answered: [Bool]
  }

  let wave: MeasuredWave
  let rows: [Row]
  let shape: Shape

  init(seed: UInt64, size: Int, _ shape: Shape, label: String = "2026") throws {
    var generator = SeededGenerator(seed: seed)
    let segments = (0..<shape.segments).map { segment in
      let values = (0..<Int.random(in: 2...4, using: &generator)).map { "v\($0)" }
      return Segment(id: "s\(segment)", order: values)
    }
    let ids = (0..<shape.touchpoints).map { "t\($0)" }
    let units = (0..<Int.random(in: 2...7, using: &generator)).map { "u\($0)" }
    rows = (0..<size).map { _ in
      // A few name none; the rest are skewed, so that some values have few rows.
      func isMissing() -> Bool { Int.random(in: 0..<20, using: &generator) == 0 && !shape.isComplete }
      var row = Row(
        values: segments.map { segment in isMissing() ? nil : Self.skewed(segment.order, &generator) },
        touchpoint: ids.isEmpty || isMissing() ? nil : Self.skewed(ids, &generator),
        unit: Self.skewed(units, &generator),
        answered: (0..<2).map { _ in Int.random(in: 0..<5, using: &generator) > 0 || shape.isComplete })
      if shape.sharesUnits { row.values[0] = row.unit }
      return row
    }
    let items = try (0..<2).map { index in
      Item(id: "P\(index)", scale: try scale(1, 7), comparison: .none)
    }
    let pairs = shape.segments > 2 && seed % 2 == 0 ? [[0, 1]] : []
    let definition = SurveyDefinition(
      items: items, outcomes: [],
      segments: segments.enumerated().map { index, segment in
        index == 0 && shape.sharesUnits ? Segment(id: segment.id, order: units) : segment
      }, unitColumn: shape.hasUnits ? "unit" : nil,
      crosses: (shape.segments > 1 ? [Array(0..<shape.segments)] : []) + pairs, rowTouchpoints: ids)
    self.shape = shape
    wave = Self.measured(rows, definition, shape, label)
  }

  private static func skewed(_ values: [String], _ generator: inout SeededGenerator) -> String {
    var index = 0
    while index + 1 < values.count, Int.random(in: 0..<4, using: &generator) == 0 { index += 1 }
    return values[index]
  }

  private static func measured(
    _ rows: [Row], _ definition: SurveyDefinition, _ shape: Shape, _ label: String
  ) -> MeasuredWave {
    var slices = [Slice.all]
    for (index, segment) in definition.segments.enumerated() {
      for value in segment.order where rows.contains(where: { $0.values[index] == value }) {
        slices.append(Slice(parts: [Slice.Part(segment: segment.id, value: value)]))
      }
    }
    for cross in definition.crosses {
      for row in rows where cross.allSatisfy({ row.values[$0] != nil }) {
        let slice = Slice(
          parts: cross.map { Slice.Part(segment: definition.segments[$0].id, value: row.values[$0] ?? "") })
        if !slices.contains(slice) { slices.append(slice) }
      }
    }
    let counting = Counting(rows: rows, definition: definition, label: label)
    var measured = slices.map { counting.slice($0) }
    for segment in definition.segments.indices { counting.compare(segment, in: &measured) }
    if shape.hasUnits { measured[0].measurements += counting.units }
    return MeasuredWave(
      wave: Wave(label: label), definition: definition, files: [], fieldwork: nil, rows: rows.count, unusable: [],
      units: 0, slices: measured, familySize: 0, columns: [])
  }
}

/// Counts rows the plain way.
private struct Counting {
  let rows: [PublishedTable.Row]
  let definition: SurveyDefinition
  let label: String

  /// The measures that are compared, with their rows.
  private var measures: [(id: String, counts: (PublishedTable.Row) -> Bool)] {
    [
      ("P0", { $0.answered[0] }), ("P1", { $0.answered[1] }), ("overall", { $0.answered[0] || $0.answered[1] }),
    ]
      + definition.rowTouchpoints.map { id in
        (id, { $0.touchpoint == id && ($0.answered[0] || $0.answered[1]) })
      }
  }

  private func rows(in slice: Slice) -> [PublishedTable.Row] {
    rows.filter { row in
      slice.parts.allSatisfy { part in
        definition.segments.firstIndex { $0.id == part.segment }.map { row.values[$0] == part.value } ?? false
      }
    }
  }

  private func measurement(
    _ kind: SubjectKind, _ subject: String, _ slice: Slice, n: Int, of all: Int? = nil
  ) -> Measurement {
    Measurement(
      key: MeasurementKey(survey: "s", wave: label, slice: slice, kind: kind, subject: subject), n: n,
      figures: [.n: Figure(Double(all ?? n), n: all ?? n)])
  }

  func slice(_ slice: Slice) -> MeasuredSlice {
    let rows = rows(in: slice)
    let kinds: [SubjectKind] = [.item, .item, .overall] + definition.rowTouchpoints.map { _ in .touchpoint }
    return MeasuredSlice(
      slice: slice, rows: rows.count,
      measurements: zip(kinds, measures).map { kind, measure in
        measurement(kind, measure.id == "overall" ? "all" : measure.id, slice, n: rows.count(where: measure.counts))
      }, distributions: [])
  }

  /// Each value against the others, and all together; their figures tell how many name a value.
  func compare(_ segment: Int, in slices: inout [MeasuredSlice]) {
    let id = definition.segments[segment].id
    let values = slices.indices.filter { slices[$0].slice.parts.map(\.segment) == [id] }
    guard values.count > 1 else { return }
    for measure in measures {
      let counts = values.map { rows(in: slices[$0].slice).count(where: measure.counts) }
      let named = counts.reduce(0, +)
      slices[0].measurements.append(measurement(.segment, "\(id)/\(measure.id)", .all, n: named))
      for (value, count) in zip(values, counts) {
        slices[value].measurements.append(
          measurement(
            .parity, "\(id)/\(measure.id)", slices[value].slice, n: min(count, named - count), of: named))
      }
    }
  }

  var units: [Measurement] {
    let names = Set(rows.map(\.unit)).sorted()
    return measures.filter { !$0.id.hasPrefix("P") }.flatMap { measure in
      [measurement(.unit, measure.id, .all, n: rows.count(where: measure.counts))]
        + names.map { name in
          measurement(.unit, "\(measure.id)/\(name)", .all, n: rows.count { $0.unit == name && measure.counts($0) })
        }
    }
  }
}
