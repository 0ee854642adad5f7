import Audit

/// Units of a wave, measure by measure.
struct UnitTable {
  struct Measure {
    var measure: ComparedMeasure
    /// All units together.
    var total: Measurement
    /// Unit by unit, in byte order of their names.
    var parts: [Measurement]
    /// Parallel to the parts.
    var names: [String]
  }

  /// Those whose units stand one by one.
  let measures: [Measure]
  /// Segments one of whose values has the name of a unit: those of the same column, and whatever looks like them.
  let segments: Set<String>
  /// Places of their values among the slices, by name.
  private let places: [String: [Int]]

  init(_ wave: MeasuredWave) {
    let all = ComparedMeasure.all(of: wave.definition).filter { !$0.isItem }
    let ids = Set(all.map(\.id))
    let figures = wave.all?.measurements(of: .unit) ?? []
    var totals: [String: Measurement] = [:]
    var parts: [String: [(name: String, unit: Measurement)]] = [:]
    for measurement in figures {
      let subject = measurement.key.subject
      if ids.contains(subject) {
        totals[subject] = measurement
      } else if let part = UnitSubject(subject, measures: ids), let name = part.unit {
        parts[part.measure, default: []].append((name, measurement))
      }
    }
    measures = all.compactMap { measure in
      guard let total = totals[measure.id], let units = parts[measure.id] else { return nil }
      let ordered = units.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
      return Measure(measure: measure, total: total, parts: ordered.map(\.unit), names: ordered.map(\.name))
    }
    let names = Set(measures.flatMap(\.names))
    let values = wave.slices.indices.filter { wave.slices[$0].slice.parts.count == 1 }
    segments = Set(values.map { wave.slices[$0].slice.parts[0] }.filter { names.contains($0.value) }.map(\.segment))
    var places: [String: [Int]] = [:]
    for index in values {
      let part = wave.slices[index].slice.parts[0]
      if segments.contains(part.segment) { places[part.value, default: []].append(index) }
    }
    self.places = places
  }

  /// Places of the slices of a unit's name, of segments that are units.
  func slices(like name: String) -> [Int] { places[name] ?? [] }
}
