import Audit

/// A verdict with its numbers.
struct VerdictStatement {
  let plan: Correction
  let effect: CorrectionEffect

  private var words: EffectWords { EffectWords(effect) }

  var text: String { [course, net, reach].filter { !$0.isEmpty }.joined(separator: " ") }

  /// From where to where.
  private var course: String {
    let (was, now) = (level(effect.treated.before), level(effect.treated.after))
    guard let control = effect.control else {
      return plan.isPartial
        ? say(
          """
          \(words.measure) went from \(was) to \(now) where it was corrected (\(effect.earlier) and \(effect.later)).
          """)
        : say("\(words.measure) went from \(was) to \(now) (\(effect.earlier) and \(effect.later)).")
    }
    let (before, after) = (words.level(control.before.value), words.level(control.after.value))
    return say(
      """
      \(words.measure) went from \(was) to \(now) where it was corrected, and from \(before) to \(after) \(compared) \
      (\(effect.earlier) and \(effect.later)).
      """)
  }

  private var compared: String {
    switch effect.design {
    case .unitsCompared:
      let units = effect.controlUnits ?? 0
      return units == 1
        ? say("in the \(FigureText.count(units)) unit compared")
        : say("in the \(FigureText.count(units)) units compared")
    case .touchpoints: return say("at the touchpoints compared")
    case .segments where plan.comparison?.part(.segment)?.names.isEmpty == false: return say("for those compared")
    case .segments, .beforeAfter, .units: return say("for the others")
    }
  }

  private func level(_ level: CorrectionEffect.Level) -> String {
    "\(words.level(level.value)) (\(CountWords.of(level.n, .answer)))"
  }

  /// What of it is the correction's.
  private var net: String {
    guard let low = effect.change.low, let high = effect.change.high else {
      return say("\(share), which cannot be tested: there are too few units or answers, or all say the same.")
    }
    let interval = words.interval(low, high)
    let isCertain = low > 0 || high < 0
    return isCertain
      ? say("\(share) (\(interval)): more than chance explains.")
      : say("\(share) (\(interval)): chance alone may explain it.")
  }

  private var share: String {
    let change = words.change(effect.change.value)
    if case .takenOff(let rebound) = effect.rebound, words.isShown(rebound) {
      return say("\(words.size(rebound)) would have come back by itself; the rest is \(change)")
    }
    return effect.control == nil ? say("That is \(change)") : say("Net of the comparison it is \(change)")
  }

  private var reach: String {
    guard let target = effect.target else { return say("The plan names no target, so nothing is closed.") }
    let level = words.level(target)
    switch effect.word {
    case .closed: return say("The target of \(level) is reached, and the interval of the new level lies beyond it.")
    case .works: return say("The target of \(level) is not reached for certain.")
    case .noEffect: return say("The way to the target of \(level) is longer than all that can have been gained.")
    case .worse: return say("The target is \(level).")
    case .cannotTell:
      guard let detectable = effect.change.detectable else { return say("The target is \(level).") }
      let size = words.size(detectable)
      return effect.treatedUnits == nil
        ? say("The target is \(level); with so many answers a change of \(size) would be found.")
        : say("The target is \(level); with so many units a change of \(size) would be found.")
    }
  }

  /// What limits the comparison.
  var cautions: [String] {
    var cautions: [String] = []
    switch effect.design {
    case .touchpoints where effect.haveSameCustomers:
      cautions.append(
        say(
          """
          the same customers rate these touchpoints and are tested as if they were different ones: the interval is \
          rather too wide than too narrow
          """))
    case .units:
      cautions.append(say("there is no comparison: whatever else changed between the waves is in the figure, too"))
    case .beforeAfter, .unitsCompared, .segments, .touchpoints: break
    }
    if effect.treatedUnits != nil {
      cautions.append(say("levels count every answer alike, the change every unit"))
    }
    cautions += leftOut
    if case .fallen(let points) = effect.bar {
      cautions.append(
        say(
          """
          customers expect \(words.size(points)) less than before, and are not shown to get more: a gap that closes from \
          that side closes nothing
          """))
    }
    cautions += effect.alongside.map { say("“\($0)” began between these waves, too, and is in the figure") }
    if effect.rebound == .unknown {
      cautions.append(
        say(
          """
          what is lowest comes back a little by itself; fewer than five are measured alike, so this is not taken off
          """))
    }
    if effect.control != nil, !effect.isTrendShown {
      let waves = CountWords.of(effect.trend.count, .wave)
      cautions.append(
        say("trend unverified: \(waves) from before the start; three would show whether both went alike"))
    }
    if effect.weighting == .left { cautions.append(say("the survey is weighted, this comparison is not")) }
    return cautions
  }
}

extension VerdictStatement {
  /// Units that could not be compared, or that are shown nowhere.
  private var leftOut: [String] {
    let out = effect.leftOut
    func names(_ units: [String]) -> String? { units.isEmpty ? nil : CountWords.list(units) }
    func number(_ units: Int) -> String? { units == 0 ? nil : CountWords.of(units, .unit) }
    return [
      names(out.othersCorrected).map {
        say("left out of the comparison, since they have a correction of their own: \($0)")
      },
      names(out.absent).map { say("left out, since nobody answered there in one of the waves: \($0)") },
      names(out.few).map { say("left out, since figures of theirs are withheld: \($0)") },
      number(out.othersAbsent).map {
        say("left out of the comparison, since nobody answered there in one of the waves: \($0)")
      },
      number(out.othersFew).map { say("left out of the comparison, since figures of theirs are withheld: \($0)") },
    ].compactMap(\.self)
  }
}

/// Levels and changes of a measure, in its units.
struct EffectWords {
  let effect: CorrectionEffect

  init(_ effect: CorrectionEffect) {
    self.effect = effect
  }

  var measure: String { Self.measures.first { $0.0 == effect.statistic }?.1.text ?? say("The measure") }

  private static let measures: [(Statistic, Phrase)] = [
    (.gapMean, Phrase("The gap")), (.perceptionMean, Phrase("The mean rating")), (.mean, Phrase("The mean rating")),
    (.targetMean, Phrase("The distance to a satisfied answer")),
    (.msaMean, Phrase("The margin over the least acceptable")), (.mssMean, Phrase("The distance to what is desired")),
    (.zoneBelow, Phrase("The share below the least acceptable")),
    (.failedShare, Phrase("The share seriously failed")), (.top2Share, Phrase("The share of the two best answers")),
    (.bottom2Share, Phrase("The share of the two lowest answers")),
    (.top3Share, Phrase("The share of the three best answers")), (.nps, Phrase("The NPS")),
    (.share, Phrase("The share of yes")),
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
    guard isShown(value) else { return say("no change") }
    return (value > 0) == (effect.better == .high) ? say("\(size(value)) better") : say("\(size(value)) worse")
  }

  /// Without its sign.
  func size(_ value: Double) -> String {
    switch effect.form {
    case .points, .netPromoter: say("\(magnitude(value)) points")
    case .share where magnitude(value) == "1": say("\(magnitude(value)) percentage point")
    case .share: say("\(magnitude(value)) percentage points")
    }
  }

  private func magnitude(_ value: Double) -> String {
    switch effect.form {
    case .points: FigureText.magnitude(value, decimals: 2)
    case .share: FigureText.magnitude(value * 100, decimals: 0)
    case .netPromoter: FigureText.magnitude(value, decimals: 0)
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
    let (from, to) = (worst * scale, best * scale)
    return say(
      "\(FigureText.signed(from, decimals: decimals)) to \(FigureText.signed(to, decimals: decimals))", as: "range")
  }

  /// It does not round to nothing.
  func isShown(_ value: Double) -> Bool { magnitude(value) != magnitude(0) }
}
