import Audit
import Statistics

/// The standard error of ICC(1) by leaving out one group of respondents at a time (methodology 0.7).
extension UnitFigures {
  /// Adds it where respondents are grouped; `needs_rows` where there are too many units to keep their groups apart.
  func addError(to measurement: inout Measurement, _ measure: ComparedMeasure, _ samples: [Counts]) {
    let tally = wave.tally
    guard !tally.groups.isEmpty, let n = measurement.n else { return }
    guard !tally.unitGroups.isEmpty else {
      measurement.record([.icc1SE], unavailable: .needsRows, n: n)
      return
    }
    var places: [[UInt8]: Int] = [:]
    for (index, unit) in tally.unitTallies.enumerated() { places[Array(unit.unit.utf8)] = index }
    let groups = tally.unitGroups.map { units -> [Counts] in
      var own = [Counts](repeating: Counts(values: [], counts: []), count: samples.count)
      for unit in units {
        if let place = places[Array(unit.unit.utf8)] { own[place] = measure.values(unit) }
      }
      return own
    }
    let error = Jackknife(total: samples, buckets: groups) { UnitVariance($0).icc }.se
    measurement.record(.icc1SE, error, n: n)
  }
}
