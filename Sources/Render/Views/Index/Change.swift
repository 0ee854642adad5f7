import Audit

/// What became of a figure between two waves, judged by their intervals.
///
/// Intervals that lie apart differ by more than chance explains; where they meet, nothing is claimed. This is stricter
/// than a test of the difference.
struct Change: Hashable, Sendable {
  enum Direction: Hashable, Sendable {
    case better, worse, unclear
  }

  var direction: Direction
  var earlier: String
  var wave: String

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
    guard !wave.isEmpty else {
      return switch direction {
      case .better: say("was \(earlier): better, more than chance explains")
      case .worse: say("was \(earlier): worse, more than chance explains")
      case .unclear: say("was \(earlier): no clear change")
      }
    }
    return switch direction {
    case .better: say("was \(earlier) in \(wave): better, more than chance explains")
    case .worse: say("was \(earlier) in \(wave): worse, more than chance explains")
    case .unclear: say("was \(earlier) in \(wave): no clear change")
    }
  }

  /// `It was +13 in 2026-Q1: better, more than chance explains.`
  var sentence: String {
    guard !wave.isEmpty else {
      return switch direction {
      case .better: say("It was \(earlier): better, more than chance explains.")
      case .worse: say("It was \(earlier): worse, more than chance explains.")
      case .unclear: say("It was \(earlier): no clear change.")
      }
    }
    return switch direction {
    case .better: say("It was \(earlier) in \(wave): better, more than chance explains.")
    case .worse: say("It was \(earlier) in \(wave): worse, more than chance explains.")
    case .unclear: say("It was \(earlier) in \(wave): no clear change.")
    }
  }

  var cssClass: String {
    switch direction {
    case .better: "fine"
    case .worse: "bad"
    case .unclear: ""
    }
  }
}

extension Change {
  init?(_ now: OutcomeReading, _ before: OutcomeReading?) {
    guard let before, let low = now.low, let high = now.high, let value = before.value, let oldLow = before.low,
      let oldHigh = before.high
    else { return nil }
    self.init(
      now: (low, high), before: (oldLow, oldHigh), isHigherBetter: now.isHigherBetter, earlier: before.text(value),
      wave: before.wave.wave.label)
  }

  /// Of the gap where there is one, else of what customers received.
  init?(_ now: GapReading, _ before: GapReading?) {
    guard let before else { return nil }
    let (mine, old) =
      now.hasGap
      ? ((now.gapLow, now.gapHigh), (before.gapLow, before.gapHigh))
      : ((now[.perceptionLow], now[.perceptionHigh]), (before[.perceptionLow], before[.perceptionHigh]))
    guard let nowLow = mine.0, let nowHigh = mine.1, let oldLow = old.0, let oldHigh = old.1 else { return nil }
    self.init(
      now: (nowLow, nowHigh), before: (oldLow, oldHigh), isHigherBetter: true, earlier: before.short,
      wave: before.wave.wave.label)
  }
}
