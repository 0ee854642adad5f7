import Audit

/// The figures of one subject in one slice of one wave, as pages speak of them.
struct GapReading: Sendable {
  var survey: String
  var wave: MeasuredWave
  var measurement: Measurement
  var scale: Scale
  /// Rows it rests on; nil when withheld.
  var n: Int? { measurement.rows(behind: .failedShare) }

  /// Nil where the wave's questionnaire has no such subject.
  init?(_ kind: SubjectKind, _ subject: String, survey: String, wave: MeasuredWave, slice: MeasuredSlice) {
    guard let measurement = slice.measurement(kind, subject), let scale = Self.scale(kind, subject, wave.definition)
    else { return nil }
    self.survey = survey
    self.wave = wave
    self.measurement = measurement
    self.scale = scale
    let items = Self.items(kind, subject, wave.definition)
    target = ItemTarget(of: items)
    marked = (items.count { [target] in target.isMark(of: $0) }, items.count)
    aim = GapAim(of: items)
  }

  private static func scale(_ kind: SubjectKind, _ subject: String, _ definition: SurveyDefinition) -> Scale? {
    items(kind, subject, definition).first?.scale
  }

  private static func items(_ kind: SubjectKind, _ subject: String, _ definition: SurveyDefinition) -> [Item] {
    if kind == .item { return definition.items.filter { $0.id == subject } }
    let set = definition.sets.first { $0.kind == kind && $0.subject == subject }
    return set.map { $0.items.map { definition.items[$0] } } ?? []
  }

  /// Nil for a single question.
  var set: ItemSet? {
    wave.definition.sets.first { $0.kind == measurement.key.kind && $0.subject == measurement.key.subject }
  }

  /// What is judged: the weighted figure, where the wave is weighted.
  subscript(_ statistic: Statistic) -> Double? { measurement.judged(statistic) }

  /// Mean of what customers received.
  var received: Double? { self[.perceptionMean] }

  var reference: RowPlot.Reference? {
    guard isOfAll else { return nil }
    if target != .minimum, let expected = self[.expectationMean], gap != nil { return .expected(expected) }
    if target == .minimum, let received, let gap {
      guard let desired = self[.mssMean].map({ received - $0 }) else { return .minimum(received - gap) }
      return .zone(minimum: received - gap, desired: desired)
    }
    return self[.targetLevel].map { .target($0) }
  }

  let target: ItemTarget

  /// Of the questions, how many the mean distance rests on. Where those are not all, the mean of what was received is of
  /// more questions than what it would be held against.
  let marked: (some: Int, all: Int)

  var isOfAll: Bool { marked.some == marked.all }

  /// What a gap is held against.
  let aim: GapAim

  /// Mean distance to what perceptions are held against, expectation, standard or the least acceptable; negative is short.
  var gap: Double? { self[gapStatistics.mean] }

  var gapLow: Double? { self[gapStatistics.low] }

  var gapHigh: Double? { self[gapStatistics.high] }

  private var gapStatistics: (mean: Statistic, low: Statistic, high: Statistic) {
    switch target {
    case .minimum: (.msaMean, .msaLow, .msaHigh)
    case .expectation, .standard, .satisfied: (.gapMean, .gapLow, .gapHigh)
    }
  }

  var hasGap: Bool { gap != nil }

  /// How many are seriously failed: `62 % of 611 customers say they got far less than they expect`.
  func failed(_ share: String) -> String {
    switch target {
    case .expectation: say("\(share) of \(people) say they got far less than they expect")
    case .minimum: say("\(share) of \(people) say they got far less than the least they find acceptable")
    case .standard: say("\(share) of \(people) got far less than the standard asks")
    case .satisfied: say("\(share) of \(people) are far from satisfied")
    }
  }

  /// A tenth of a point tells on scales up to 100; beyond, whole points do.
  var decimals: Int { scale.range > 100 ? 0 : 1 }

  /// `−1.7`; without expectations `62 % satisfied`.
  var short: String {
    if let gap { return FigureText.signed(gap, decimals: decimals) }
    if let satisfied = self[.satisfiedShare] { return say("\(FigureText.percent(satisfied)) satisfied") }
    return received.map { FigureText.fixed($0, decimals: decimals) } ?? missing
  }

  /// The mean of what customers received, or why there is none.
  var receivedText: String { received.map { FigureText.fixed($0, decimals: decimals) } ?? missing }

  var isWeighted: Bool { measurement.isJudgedByWeights(.failedShare) }

  /// Why there is no number.
  var missing: String {
    let figure = measurement.figure(.perceptionMean) ?? measurement.figure(.gapMean)
    return ReasonWords.text(measurement.isSuppressed ? .suppressed : figure?.reason ?? .noData)
  }

  /// `1.7 points below what customers expect (1.5 to 1.9)`, without the scale; `, at 2 of 3 questions` where that is not all.
  var sentence: String? {
    if let gap {
      let points = FigureText.magnitude(gap, decimals: decimals)
      guard points != FigureText.fixed(0, decimals: decimals) else { return aim.about + interval + part }
      return distance(points, isBelow: gap < 0) + interval + part
    }
    guard let received, let satisfied = self[.satisfiedShare] else { return nil }
    return say(
      "\(FigureText.fixed(received, decimals: decimals)) on average, \(FigureText.percent(satisfied)) satisfied")
  }

  private var part: String {
    isOfAll ? "" : ", " + say("at \(FigureText.count(marked.some)) of \(CountWords.of(marked.all, .question))")
  }

  private func distance(_ points: String, isBelow: Bool) -> String {
    switch (isBelow, points == "1") {
    case (true, true): say("\(points) point below \(aim.text)")
    case (true, false): say("\(points) points below \(aim.text)")
    case (false, true): say("\(points) point above \(aim.text)")
    case (false, false): say("\(points) points above \(aim.text)")
    }
  }

  /// ` (1.5 to 1.9)`, or ` (0.2 below to 0.1 above)` where the interval holds zero.
  private var interval: String {
    guard let low = gapLow, let high = gapHigh else { return "" }
    if high <= 0 { return " (\(FigureText.range(-high, -low, decimals: decimals)))" }
    if low >= 0 { return " (\(FigureText.range(low, high, decimals: decimals)))" }
    let (below, above) = (FigureText.magnitude(low, decimals: decimals), FigureText.fixed(high, decimals: decimals))
    return " (\(say("\(below) below to \(above) above")))"
  }

  /// `611 customers`.
  var people: String { n.map { CountWords.of($0, .customer) } ?? ReasonWords.text(.suppressed) }

  var answers: String { n.map { CountWords.of($0, .answer) } ?? ReasonWords.text(.suppressed) }

  var scaleRange: ClosedRange<Double> { Double(scale.minimum)...Double(scale.maximum) }

  /// `1 to 7`.
  var scaleText: String {
    say("\(FigureText.count(scale.minimum)) to \(FigureText.count(scale.maximum))", as: "range")
  }

  /// A row of a chart.
  func row(name: String, mark: Mark, detail: String? = nil) -> RowPlot.Row {
    guard let received else { return RowPlot.Row(name: name, detail: nil, text: missing, mark: .plain) }
    return RowPlot.Row(
      name: name, detail: detail ?? answers, reference: reference, value: received, low: self[.perceptionLow],
      high: self[.perceptionHigh], text: short, mark: mark)
  }
}
