import Audit

/// An outcome's headline figure in one wave and slice: recommendation, satisfaction, effort, a yes.
struct OutcomeReading: Sendable {
  var outcome: Outcome
  var survey: String
  var wave: MeasuredWave
  var measurement: Measurement
  /// Tells it from another of the same name, such as satisfaction with something else.
  var qualifier: String?

  init?(_ outcome: Outcome, survey: String, wave: MeasuredWave, slice: MeasuredSlice) {
    guard let measurement = slice.measurement(.outcome, outcome.id) else { return nil }
    self.outcome = outcome
    self.survey = survey
    self.wave = wave
    self.measurement = measurement
  }

  private var statistics: (value: Statistic, low: Statistic, high: Statistic) {
    outcome.headline(measurement)
  }

  var value: Double? { measurement[statistics.value] }
  /// Rows that the value rests on; nil when withheld.
  var n: Int? { measurement.isSuppressed ? nil : measurement.rows(behind: statistics.value) }
  var low: Double? { measurement[statistics.low] }
  var high: Double? { measurement[statistics.high] }

  /// As declared, else by kind: `Would recommend (NPS)`, `Satisfied or very satisfied: delivery`.
  var name: String { plainName + (qualifier.map { ": \($0)" } ?? "") }

  private var plainName: String {
    if let name = outcome.name { return name }
    switch outcome.kind {
    case .nps: return say("Would recommend (NPS)")
    case .csat: return isShare ? say("Satisfied or very satisfied") : say("Satisfaction")
    case .ces: return outcome.better == .high ? say("Found it easy") : say("Effort it took")
    case .yes: return LetterCase.capitalised(outcome.id)
    }
  }

  /// A share of 0…1, shown in percent.
  var isShare: Bool {
    switch outcome.kind {
    case .nps, .ces: false
    case .csat: measurement[.top2Share] != nil
    case .yes: true
    }
  }

  /// Groups and waves are compared by the mean of what is shown, not by that of ratings beside a share, nor without weights.
  var isTestedAsShown: Bool { !statistics.value.isWeighted && !isBestShare }

  /// The share of the two best answers to a rating.
  var isBestShare: Bool { outcome.kind == .csat && isShare }

  private var decimals: Int { outcome.kind == .nps || outcome.scale.range > 100 ? 0 : 1 }

  /// `+21`, `71 %`, `5.2`.
  func text(_ value: Double) -> String {
    if outcome.kind == .nps { return FigureText.signed(value, decimals: 0) }
    return isShare ? FigureText.percent(value) : FigureText.fixed(value, decimals: decimals)
  }

  /// `15 to 27`, `68 to 74 %`.
  var interval: String? {
    guard let low, let high else { return nil }
    return isShare ? FigureText.percentRange(low, high) : FigureText.range(low, high, decimals: decimals)
  }

  var isHigherBetter: Bool { outcome.better == .high }

  /// The scale a chart draws it on.
  var scaleRange: ClosedRange<Double> {
    switch outcome.kind {
    case .nps: -100...100
    case .csat, .ces, .yes: isShare ? 0...1 : Double(outcome.scale.minimum)...Double(outcome.scale.maximum)
    }
  }

  var axisStep: Double {
    switch outcome.kind {
    case .nps: 10
    case .csat, .ces, .yes: isShare ? 0.1 : 1
    }
  }
}

extension SiteContext {
  /// The outcomes of the latest waves, customers' surveys first.
  var outcomes: [OutcomeReading] {
    let ordered =
      measured.surveys.filter { $0.respondents == .customers }
      + measured.surveys.filter { $0.respondents != .customers }
    let readings = ordered.flatMap { survey -> [OutcomeReading] in
      guard let wave = survey.latest, let all = wave.all else { return [] }
      return wave.definition.outcomes.compactMap { OutcomeReading($0, survey: survey.id, wave: wave, slice: all) }
    }
    return readings.map { reading in
      let namesakes = readings.filter { $0.name == reading.name }
      guard namesakes.count > 1 else { return reading }
      var qualified = reading
      let isAlone = namesakes.count { $0.survey == reading.survey } == 1
      qualified.qualifier = isAlone ? reading.survey : reading.outcome.id
      return qualified
    }
  }

  /// The outcome in the wave before; nil where that wave asked it in another way.
  func earlier(than reading: OutcomeReading) -> OutcomeReading? {
    guard let wave = wave(before: reading), obstacle(to: reading) == nil, let all = wave.all,
      let same = wave.definition.outcomes.first(where: { $0.id == reading.outcome.id })
    else { return nil }
    return OutcomeReading(same, survey: reading.survey, wave: wave, slice: all)
  }

  /// Why the outcome is not compared with the wave before; nil where it is.
  func obstacle(to reading: OutcomeReading) -> String? {
    let definition = reading.wave.definition
    guard let wave = wave(before: reading) else { return nil }
    return definition.obstacle(toJudged: .outcome, reading.outcome.id, since: wave.definition).map {
      ObstacleWords.text($0, since: wave, definition)
    }
  }

  private func wave(before reading: OutcomeReading) -> MeasuredWave? {
    measured.surveys.first { $0.id == reading.survey }?.wave(before: reading.wave.wave)
  }
}
