import Audit

/// A verdict with its numbers.
struct VerdictStatement {
  let plan: Correction
  let effect: CorrectionEffect

  private var words: EffectWords { EffectWords(effect) }

  var text: String { [course, net, reach].filter { !$0.isEmpty }.joined(separator: " ") }

  /// From where to where.
  private var course: String {
    let place = hasPlaces ? " where it was corrected" : ""
    let own = "\(words.measure) went from \(level(effect.treated.before)) to \(level(effect.treated.after))\(place)"
    let waves = "(\(effect.earlier) and \(effect.later))"
    guard let control = effect.control else { return "\(own) \(waves)." }
    let (before, after) = (words.level(control.before.value), words.level(control.after.value))
    return "\(own), and from \(before) to \(after) \(compared) \(waves)."
  }

  private var hasPlaces: Bool { plan.isPartial || effect.control != nil }

  private var compared: String {
    switch effect.design {
    case .unitsCompared: "in the \(FigureText.counted(effect.controlUnits ?? 0, "unit")) compared"
    case .touchpoints: "at the touchpoints compared"
    case .segments, .beforeAfter, .units: "for the others"
    }
  }

  private func level(_ level: CorrectionEffect.Level) -> String {
    "\(words.level(level.value)) (\(FigureText.counted(level.n, "answer")))"
  }

  /// What of it is the correction's.
  private var net: String {
    let change = effect.change
    var lead = "That is"
    if effect.control != nil { lead = "Net of the comparison it is" }
    if case .takenOff(let rebound) = effect.rebound, words.isShown(rebound) {
      lead = "\(words.size(rebound)) would have come back by itself; the rest is"
    }
    let sentence = "\(lead) \(words.change(change.value))"
    guard let low = change.low, let high = change.high else {
      return "\(sentence.capitalisedFirst), which cannot be tested with so few units or answers."
    }
    let interval = words.interval(low, high)
    let isCertain = low > 0 || high < 0
    let chance = isCertain ? "more than chance explains" : "chance alone may explain it"
    return "\(sentence.capitalisedFirst) (\(interval)): \(chance)."
  }

  private var reach: String {
    guard let target = effect.target else { return "The plan names no target, so nothing is closed." }
    let level = words.level(target)
    switch effect.word {
    case .closed: return "The target of \(level) is reached, and the interval of the new level lies beyond it."
    case .works: return "The target of \(level) is not reached for certain."
    case .noEffect: return "The way to the target of \(level) is longer than all that can have been gained."
    case .worse: return "The target is \(level)."
    case .cannotTell:
      guard let detectable = effect.change.detectable else { return "The target is \(level)." }
      return "The target is \(level); with so many answers a change of \(words.size(detectable)) would be found."
    }
  }

  /// What limits the comparison.
  var cautions: [String] {
    var cautions: [String] = []
    switch effect.design {
    case .touchpoints:
      cautions.append(
        "the same customers rate these touchpoints and are tested as if they were different ones: the interval is rather "
          + "too wide than too narrow")
    case .units:
      cautions.append("there is no comparison: whatever else changed between the waves is in the figure, too")
    case .beforeAfter, .unitsCompared, .segments: break
    }
    if effect.rebound == .unknown {
      cautions.append(
        "what is lowest comes back a little by itself; fewer than five are measured alike, so this is not taken off")
    }
    if effect.control != nil, !effect.isTrendShown {
      let waves = FigureText.counted(effect.trend.count, "wave")
      cautions.append("trend unverified: \(waves) from before the start; three would show whether both went alike")
    }
    if effect.isWeighted { cautions.append("the survey is weighted, this comparison is not") }
    return cautions
  }
}

/// Levels and changes of a measure, in its units.
struct EffectWords {
  let effect: CorrectionEffect

  init(_ effect: CorrectionEffect) {
    self.effect = effect
  }

  var measure: String { Self.measures.first { $0.0 == effect.statistic }?.1 ?? "The measure" }

  private static let measures: [(Statistic, String)] = [
    (.gapMean, "The gap"), (.perceptionMean, "The mean rating"), (.mean, "The mean rating"),
    (.targetMean, "The distance to a satisfied answer"), (.msaMean, "The margin over the least acceptable"),
    (.mssMean, "The distance to what is desired"), (.zoneBelow, "The share below the least acceptable"),
    (.failedShare, "The share seriously failed"), (.top2Share, "The share of the two best answers"),
    (.top3Share, "The share of the three best answers"), (.nps, "The NPS"), (.share, "The share of yes"),
  ]

  func level(_ value: Double) -> String {
    switch effect.form {
    case .points: FigureText.fixed(value, decimals: 2)
    case .share: FigureText.percent(value)
    case .netPromoter: FigureText.signed(value, decimals: 0)
    }
  }

  /// `0.54 points better`, `no different`.
  func change(_ value: Double) -> String {
    guard isShown(value) else { return "no change" }
    return "\(size(value)) \((value > 0) == (effect.better == .high) ? "better" : "worse")"
  }

  /// Without its sign.
  func size(_ value: Double) -> String {
    switch effect.form {
    case .points: "\(FigureText.magnitude(value, decimals: 2)) points"
    case .share: "\(FigureText.magnitude(value * 100, decimals: 0)) percentage points"
    case .netPromoter: "\(FigureText.magnitude(value, decimals: 0)) points"
    }
  }

  /// From the worse end to the better one, plus for better.
  func interval(_ low: Double, _ high: Double) -> String {
    let (worst, best) = effect.better == .high ? (low, high) : (-high, -low)
    let (scale, decimals) =
      switch effect.form {
      case .points: (1.0, 2)
      case .share: (100.0, 0)
      case .netPromoter: (1.0, 0)
      }
    return "\(FigureText.signed(worst * scale, decimals: decimals)) to "
      + FigureText.signed(best * scale, decimals: decimals)
  }

  /// It does not round to nothing.
  func isShown(_ value: Double) -> Bool { size(value) != size(0) }
}

extension String {
  /// The first letter in upper case.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
