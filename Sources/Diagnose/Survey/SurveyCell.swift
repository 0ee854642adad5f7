import Audit

/// What one wave of a survey measured of a cell.
struct SurveyCell {
  var survey: String
  var wave: MeasuredWave
  var set: ItemSet
  var items: [Item]
  var target: ItemTarget
  var measurement: Measurement

  /// Nil where nothing was measured.
  init?(survey: String, wave: MeasuredWave, set: ItemSet, slice: Slice = .all, measured: MeasuredAudit) {
    let key = MeasurementKey(survey: survey, wave: wave.wave.label, slice: slice, kind: set.kind, subject: set.subject)
    guard let measurement = measured[key] else { return nil }
    self.survey = survey
    self.wave = wave
    self.set = set
    self.measurement = measurement
    items = set.items.map { wave.definition.items[$0] }
    target = ItemTarget(of: items)
  }

  var cell: Cell { Cell(touchpoint: set.touchpoint, dimension: set.dimension) }

  /// The scale of its items; figures of a set exist only where they share one.
  var scale: Scale? { items.first?.scale }

  /// Rows that the share of seriously failed customers rests on.
  var n: Int? { measurement.rows(behind: .failedShare) }

  var label: String? { wave.wave.label.isEmpty ? nil : wave.wave.label }

  /// The value that is judged: the weighted one, where the wave is weighted.
  subscript(_ statistic: Statistic) -> Double? { measurement.judged(statistic) }

  func deciding(_ statistic: Statistic) -> Statistic { measurement.deciding(statistic) }

  var isWeighted: Bool { measurement.isJudgedByWeights(.failedShare) }

  /// Mean distance to the target, in scale points; negative is short.
  var mean: Double? { self[meanStatistic] }

  var meanStatistic: Statistic { deciding(test.mean) }

  /// Rows that what customers say they get rests on.
  var rowsOfPerception: Int? { measurement.rows(behind: .perceptionMean) }

  /// Rows that the mean distance rests on: of a set whose items do not all have an expectation they can be fewer.
  var rowsOfMean: Int? { measurement.rows(behind: test.mean) }

  var effectStatistic: Statistic { deciding(test.effect) }

  var qStatistic: Statistic { deciding(test.q) }

  /// Interval of the mean distance; a satisfied-from answer has none.
  var interval: (low: Double, high: Double)? {
    guard let (low, high) = test.interval, let low = self[low], let high = self[high] else { return nil }
    return (low, high)
  }

  var effect: Figure? { measurement.judgedFigure(test.effect) }

  var q: Double? { self[test.q] }

  /// The statistics that hold the test of the mean without weights.
  private struct Test {
    var mean: Statistic
    var interval: (Statistic, Statistic)?
    var effect: Statistic
    var q: Statistic
  }

  private var test: Test {
    switch target {
    case .expectation, .standard:
      Test(mean: .gapMean, interval: (.gapLow, .gapHigh), effect: .gapDz, q: .gapQ)
    case .minimum: Test(mean: .msaMean, interval: (.msaLow, .msaHigh), effect: .msaDz, q: .msaQ)
    case .satisfied: Test(mean: .targetMean, interval: nil, effect: .targetDz, q: .targetQ)
    }
  }
}
