import Audit

/// What one wave of a survey measured of a cell.
struct SurveyCell {
  /// What perceptions are compared with.
  enum Target {
    case expectation, standard, satisfied
  }

  var survey: String
  var wave: MeasuredWave
  var set: ItemSet
  var items: [Item]
  var target: Target
  var measurement: Measurement

  /// Nil where nothing was measured.
  init?(survey: String, wave: MeasuredWave, set: ItemSet, measured: MeasuredAudit) {
    let key = MeasurementKey(survey: survey, wave: wave.wave.label, kind: set.kind, subject: set.subject)
    guard let measurement = measured[key] else { return nil }
    self.survey = survey
    self.wave = wave
    self.set = set
    self.measurement = measurement
    items = set.items.map { wave.definition.items[$0] }
    target = Self.target(of: items)
  }

  /// One expectation among the items makes the target the respondents' own.
  private static func target(of items: [Item]) -> Target {
    var target = Target.satisfied
    for item in items {
      switch item.comparison {
      case .expectation: return .expectation
      case .standard: target = .standard
      case .zone, .none: continue
      }
    }
    return target
  }

  var cell: Cell { Cell(touchpoint: set.touchpoint, dimension: set.dimension) }

  /// The scale of its items; figures of a set exist only where they share one.
  var scale: Scale? { items.first?.scale }

  var label: String? { wave.wave.label.isEmpty ? nil : wave.wave.label }

  subscript(_ statistic: Statistic) -> Double? { measurement[statistic] }

  /// Mean distance to the target, in scale points; negative is short.
  var mean: Double? { self[meanStatistic] }

  var meanStatistic: Statistic { target == .satisfied ? .targetMean : .gapMean }

  var effect: Figure? { measurement.figure(target == .satisfied ? .targetDz : .gapDz) }

  var q: Double? { self[target == .satisfied ? .targetQ : .gapQ] }
}
