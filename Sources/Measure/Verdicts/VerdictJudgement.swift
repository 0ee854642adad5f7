import Audit
import Statistics

/// From a tested change to its verdict, and to what it takes to tell (methodology 5.5 and 5.6).
struct VerdictJudgement {
  let measure: VerdictMeasure
  let target: Double?
  let design: CorrectionEffect.Design
  let treated: VerdictPair
  let control: VerdictPair?
  let units: UnitComparison?
  let test: TestedChange
  let rebound: CorrectionEffect.Rebound
  let parts: GapParts?
  let rules: MeasureRules

  /// Units are few.
  private var detectable: DetectableEffect {
    guard units != nil, let df = test.df.value, df > 0 else {
      return DetectableEffect(confidence: rules.confidence, power: rules.power)
    }
    return DetectableEffect(confidence: rules.confidence, power: rules.power, df: df)
  }

  /// Nil where there is no change at all.
  func effect(survey: Survey, before: SurveyWave, after: SurveyWave) -> CorrectionEffect? {
    guard let levels = treated.levels(measure.form, confidence: rules.confidence),
      let difference = test.difference.value
    else { return nil }
    let change = CorrectionEffect.Change(
      value: difference - ownRebound, low: test.low.value.map { $0 - ownRebound },
      high: test.high.value.map { $0 - ownRebound }, p: ownRebound == 0 ? test.p.value : nil,
      detectable: detectable.minimum(se: test.se).value)
    var word = word(change, levels)
    let bar = bar(word)
    // Nothing rests on the gap alone where what customers expect is all that moved.
    if case .fallen = bar { word = .cannotTell }
    var effect = CorrectionEffect(
      survey: survey.id, respondents: survey.respondents, earlier: before.wave.label, later: after.wave.label,
      kind: measure.kind, subject: measure.subject, statistic: measure.statistic, form: measure.form,
      better: measure.better, design: design, treated: levels, change: change, word: word)
    effect.asked = after.firstDay
    effect.control = control.flatMap { $0.levels(measure.form, confidence: rules.confidence) }
    effect.treatedUnits = units?.treated
    effect.controlUnits = control == nil ? nil : units?.control
    effect.rebound = rebound
    effect.bar = bar
    effect.target = target
    effect.needed = word == .cannotTell && bar == nil ? needed(levels) : nil
    return effect
  }

  private var ownRebound: Double {
    switch rebound {
    case .none, .unknown: 0
    case .takenOff(let amount): amount
    }
  }

  private func bar(_ word: VerdictWord) -> CorrectionEffect.Bar? {
    guard let parts, let low = parts.expectation.low.value, let high = parts.expectation.high.value,
      let expected = parts.expectation.difference.value
    else { return nil }
    switch word {
    case .worse: return (parts.perception.difference.value ?? -1) >= 0 && low > 0 ? .risen : nil
    case .closed, .works: return high < 0 && (parts.perception.low.value ?? 0) <= 0 ? .fallen(-expected) : nil
    case .noEffect, .cannotTell: return nil
    }
  }

  private func word(_ change: CorrectionEffect.Change, _ levels: CorrectionEffect.Pair) -> VerdictWord {
    guard let low = change.low, let high = change.high else { return .cannotTell }
    let known = target == nil ? nil : levels.after.low.flatMap { low in levels.after.high.map { (low: low, high: $0) } }
    // Without a target nothing is closed, and no change is too small to reach it.
    let verdict = Verdict(
      change: (low: low, high: high), level: known ?? (low: -Double.infinity, high: Double.infinity),
      before: levels.before.value, target: target ?? levels.before.value,
      better: measure.better == .high ? .higher : .lower)
    return switch verdict {
    // Too few to raise a deficiency are too few to close one, or to call it worse.
    case .worse: isFew(levels) ? .cannotTell : .worse
    case .closed: isFew(levels) ? .cannotTell : .closed
    case .works: .works
    case .noEffect: .noEffect
    case .cannotTell: .cannotTell
    }
  }

  /// Nil without a target, and where the level before was there already.
  private func needed(_ levels: CorrectionEffect.Pair) -> CorrectionEffect.Needed? {
    guard let target else { return nil }
    let way = measure.better == .high ? target - levels.before.value : levels.before.value - target
    guard way > 0 else { return nil }
    let found = units.map { needed($0, way) } ?? needed(effect: way)
    guard isFew(levels) else { return found }
    let lacking = rules.lowBase - levels.after.n
    switch found {
    case .answers(let more): return .answers(max(more, lacking))
    case .units, .outOfReach: return found
    case .base, .enough, nil: return .base(lacking)
    }
  }

  private func isFew(_ levels: CorrectionEffect.Pair) -> Bool { levels.after.n < rules.lowBase }

  private func needed(_ units: UnitComparison, _ way: Double) -> CorrectionEffect.Needed? {
    let sides = control == nil ? [units.treated] : [units.treated, units.control]
    let missing = sides.reduce(0) { $0 + max(0, UnitComparison.fewest - $1) }
    guard missing == 0 else { return .units(missing) }
    let now = sides.reduce(0, +)
    guard let total = detectable.rowsNeeded(n: now, se: test.se, effect: way).value else { return nil }
    return Int(total) > now ? .units(Int(total) - now) : .enough
  }

  /// The later samples grow alike; those before the start are what they are.
  private func needed(effect way: Double) -> CorrectionEffect.Needed? {
    let later = [treated.after, control?.after].compactMap(\.self)
    let past = [treated.before, control?.before].compactMap(\.self)
    guard let growing = errors(later), let fixed = errors(past) else { return nil }
    let now = later.reduce(0) { $0 + $1.n }
    guard growing > 0 else { return nil }
    let total = detectable.rowsLater(variance: growing * Double(now), fixed: fixed, effect: way)
    switch total {
    case .value(let rows): return Int(rows) > now ? .answers(Int(rows) - now) : .enough
    case .unavailable: return .outOfReach
    }
  }

  private func errors(_ samples: [VerdictSample]) -> Double? {
    let errors = samples.compactMap(\.mean.squaredError.value)
    return errors.count == samples.count ? errors.reduce(0, +) : nil
  }
}
