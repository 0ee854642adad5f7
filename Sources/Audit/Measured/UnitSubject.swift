/// What a subject of the kind `unit` stands for: `MEASURE` for all units together, `MEASURE/UNIT` for one of them.
package struct UnitSubject: Hashable, Sendable {
  package let measure: String
  /// Nil for all together.
  package let unit: String?

  /// Measures have slashes and units may: the longest measure that fits is meant. Nil where none does.
  package init?(_ subject: String, measures: Set<String>) {
    if measures.contains(subject) {
      (measure, unit) = (subject, nil)
      return
    }
    var end = subject.endIndex
    while let slash = subject[..<end].lastIndex(of: "/") {
      let front = String(subject[..<slash])
      if measures.contains(front) {
        (measure, unit) = (front, String(subject[subject.index(after: slash)...]))
        return
      }
      end = slash
    }
    return nil
  }
}

/// One unit on one measure.
package struct MeasuredUnit: Sendable {
  package var name: String
  package var measurement: Measurement
}

extension MeasuredWave {
  /// Unit by unit on a measure, in the order of the file, those that are withheld included.
  package func units(on measure: String) -> [MeasuredUnit] {
    let (measures, prefix) = (definition.measures, "\(measure)/")
    return (all?.measurements(of: .unit) ?? []).compactMap { measurement in
      guard measurement.key.subject.hasPrefix(prefix),
        let subject = UnitSubject(measurement.key.subject, measures: measures), subject.measure == measure
      else { return nil }
      return subject.unit.map { MeasuredUnit(name: $0, measurement: measurement) }
    }
  }
}
