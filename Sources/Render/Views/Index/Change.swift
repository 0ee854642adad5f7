import Audit

/// What became of a figure between two waves.
///
/// The test of the difference decides where there is one. Else the intervals of the two waves do: those that lie apart differ
/// by more than chance explains; where they meet, nothing is claimed.
struct Change: Hashable, Sendable {
  enum Direction: Hashable, Sendable {
    case better, worse, unclear

    /// As tested: the interval of the difference lies on one side of 0 and, in a family, q is small enough. Nil where nothing
    /// was tested: there is no interval where all answered alike before, and all alike now.
    init?(tested: Measurement, isHigherBetter: Bool, falseDiscovery: Double) {
      guard let difference = tested.judged(.difference), let low = tested.judged(.differenceLow),
        let high = tested.judged(.differenceHigh)
      else { return nil }
      let isApart = low > 0 || high < 0
      let isClear = isApart && (tested.judged(.differenceQ) ?? 0) <= falseDiscovery
      self = !isClear ? .unclear : (difference > 0) == isHigherBetter ? .better : .worse
    }
  }

  var direction: Direction
  var earlier: String
  var wave: String
  /// Both are written alike.
  var isSlight = false

  init(
    now: (low: Double, high: Double), before: (low: Double, high: Double), isHigherBetter: Bool, earlier: String,
    wave: String
  ) {
    self.earlier = earlier
    self.wave = wave
    if now.low > before.high {
      direction = isHigherBetter ? .better : .worse
    } else if now.high < before.low {
      direction = isHigherBetter ? .worse : .better
    } else {
      direction = .unclear
    }
  }

  /// `was +13 in 2026-Q1: better, more than chance explains`.
  var text: String {
    wave.isEmpty ? say("was \(earlier): \(words)") : say("was \(earlier) in \(wave): \(words)")
  }

  /// `It was +13 in 2026-Q1: better, more than chance explains.`
  var sentence: String {
    wave.isEmpty ? say("It was \(earlier): \(words).") : say("It was \(earlier) in \(wave): \(words).")
  }

  private var words: String {
    switch direction {
    case .better:
      isSlight ? say("a little better, more than chance explains") : say("better, more than chance explains")
    case .worse: isSlight ? say("a little worse, more than chance explains") : say("worse, more than chance explains")
    case .unclear: say("no clear change")
    }
  }

  var cssClass: String {
    switch direction {
    case .better: "fine"
    case .worse: "bad"
    case .unclear: ""
    }
  }

  /// `tested` may be of a mean where a share is shown: where that moved the other way, nothing is claimed.
  private mutating func judge(by tested: Measurement?, moved: Double, isHigherBetter: Bool, _ context: SiteContext) {
    let falseDiscovery = context.configuration.thresholds.falseDiscovery
    guard let tested, let difference = tested.judged(.difference),
      let judged = Direction(tested: tested, isHigherBetter: isHigherBetter, falseDiscovery: falseDiscovery)
    else { return }
    direction = difference * moved > 0 ? judged : .unclear
  }
}

extension Change {
  fileprivate init?(_ now: OutcomeReading, _ before: OutcomeReading, _ context: SiteContext) {
    guard let low = now.low, let high = now.high, let current = now.value, let value = before.value,
      let oldLow = before.low, let oldHigh = before.high
    else { return nil }
    self.init(
      now: (low, high), before: (oldLow, oldHigh), isHigherBetter: now.isHigherBetter, earlier: before.text(value),
      wave: before.wave.wave.label)
    isSlight = now.text(current) == before.text(value)
    let tested = context.test(of: now.outcome.id, now.survey, from: before.wave, to: now.wave)
    judge(by: tested, moved: current - value, isHigherBetter: now.isHigherBetter, context)
  }

  /// Of the gap where there is one, else of what customers received.
  fileprivate init?(_ now: GapReading, _ before: GapReading, measure: String, _ context: SiteContext) {
    func figure(_ reading: GapReading) -> (value: Double, low: Double, high: Double)? {
      let (value, low, high) =
        now.hasGap
        ? (reading.gap, reading.gapLow, reading.gapHigh)
        : (reading.received, reading[.perceptionLow], reading[.perceptionHigh])
      guard let value, let low, let high else { return nil }
      return (value, low, high)
    }
    guard let current = figure(now), let old = figure(before) else { return nil }
    self.init(
      now: (current.low, current.high), before: (old.low, old.high), isHigherBetter: true, earlier: before.short,
      wave: before.wave.wave.label)
    isSlight = now.short == before.short
    // What is held against a fixed level changes as what was received does; distances to respondents' own minimum are not
    // tested from wave to wave.
    let tested: Measurement? =
      switch now.target {
      case .expectation: context.test(of: MeasureID.gap(of: measure), now.survey, from: before.wave, to: now.wave)
      case .standard, .satisfied: context.test(of: measure, now.survey, from: before.wave, to: now.wave)
      case .minimum: nil
      }
    judge(by: tested, moved: current.value - old.value, isHigherBetter: true, context)
  }
}

extension SiteContext {
  /// Since the wave before; nil where there is none that asked the same.
  func change(of reading: OutcomeReading) -> Change? {
    earlier(than: reading).flatMap { Change(reading, $0, self) }
  }

  /// Since the wave before; nil where there is none that asked the same.
  func change(of reading: GapReading, _ kind: SubjectKind, _ subject: String) -> Change? {
    let measure = kind == .overall ? MeasureID.overall : subject
    return earlier(than: reading, kind, subject).flatMap { Change(reading, $0, measure: measure, self) }
  }

  /// What Measure tested of everyone's answers.
  fileprivate func test(
    of measure: String, _ survey: String, from earlier: MeasuredWave, to later: MeasuredWave
  ) -> Measurement? {
    let waves = "\(earlier.wave.label)>\(later.wave.label)"
    return measured[MeasurementKey(survey: survey, wave: waves, kind: .change, subject: measure)]
  }
}
