import Audit
import Statistics

/// One measure of a plan before and after, by the design that the plan asks for.
struct VerdictComparison {
  let plan: Correction
  let subject: VerdictSubject
  let before: SurveyWave
  let after: SurveyWave
  let rules: MeasureRules

  /// Places that have a correction of their own between the waves: with them nothing can be compared.
  private let corrected: [CorrectionScope.Kind: Set<String>]
  private let source: VerdictSource
  private let withheld: Withheld

  private typealias Failure = VerdictSubject.Obstacle
  typealias Outcome = Result<CorrectionEffect, VerdictSubject.Obstacle>

  private var measure: VerdictMeasure { subject.measure }
  private var confidence: Double { rules.confidence }

  /// Waves before the start, oldest first.
  private let earlier: [SurveyWave]

  init(
    plan: Correction, subject: VerdictSubject, before: SurveyWave, after: SurveyWave, earlier: [SurveyWave],
    corrected: [CorrectionScope.Kind: Set<String>], weights: SurveyWeights?, withheld: Withheld, rules: MeasureRules
  ) {
    (self.plan, self.subject, self.before, self.after, self.earlier) = (plan, subject, before, after, earlier)
    (self.corrected, self.withheld, self.rules) = (corrected, withheld, rules)
    source = VerdictSource([before, after], weights: weights)
  }

  var effect: Outcome {
    if let units = plan.scope?.part(.unit) { return ofUnits(units.names.map(\.id)) }
    if let part = plan.comparison?.part(.touchpoint) { return ofTouchpoints(part) }
    if let part = plan.scope?.part(.segment) { return ofSegments(part.names.compactMap { Slice(key: $0.id) }) }
    guard let pair = pair({ self.rows($0, [self.subject.slice]) }) else { return .failure(Failure(.noAnswers)) }
    let rebound = measure.isOneOfSeveral ? ofPeers(pair.before) : .none
    return judged(
      .beforeAfter, pair, TestedChange(pair, measure.form, confidence: confidence), rebound,
      parts: parts([subject.slice]))
  }

  // MARK: - Everywhere

  /// The rebound among all that the survey asks in the same way and shows; few answers scatter so much that they would make
  /// all others look alike.
  private func ofPeers(_ picked: VerdictSample) -> CorrectionEffect.Rebound {
    let definition = before.definition
    let ids =
      measure.kind == .item
      ? definition.items.map(\.id) : definition.sets.filter { $0.kind == measure.kind }.map(\.subject)
    let peers = ids.compactMap { id -> VerdictSample? in
      guard let peer = VerdictMeasure(measure.kind, id, measure.statistic, in: definition), peer.form == measure.form
      else { return nil }
      if id == measure.subject { return picked }
      guard !withheld.hides(peer, survey: subject.survey.id, wave: before.wave.label, slice: subject.slice),
        let rows = source.rows(before, peer, [subject.slice]), rows.n >= rules.lowBase
      else { return nil }
      return sample(rows)
    }
    return rebound(of: [picked], among: peers)
  }

  /// What the picked ones, one on average, come back by themselves; never a set-back.
  private func rebound(of picked: [VerdictSample], among all: [VerdictSample]) -> CorrectionEffect.Rebound {
    let regression = RegressionToMean(all.map(\.mean))
    let rebounds = picked.compactMap { regression.rebound(of: $0.mean).rebound.value }
    guard regression.between.value != nil, !rebounds.isEmpty else { return .unknown }
    let mean = rebounds.reduce(0, +) / Double(rebounds.count)
    return .takenOff(measure.better == .high ? max(0, mean) : min(0, mean))
  }

  // MARK: - Units

  /// Rows count alike here: what varies is units, and their answers are counted without weights.
  ///
  /// Only units that are shown in both waves are in it: the verdict tells nothing that their own figures do not.
  private func ofUnits(_ names: [String]) -> Outcome {
    guard before.tally.units.isEmpty || unitCounts(before, before.tally.units[0]) != nil else {
      return .failure(Failure(.notByUnit))
    }
    let hidden = hiddenUnits(before).union(hiddenUnits(after))
    let (present, treated) = (names.filter(isInBoth), names.filter { isInBoth($0) && !hidden.contains($0) })
    guard let pair = pair({ self.pooled($0, treated) }) else {
      return .failure(Failure(present.isEmpty ? .noAnswers : .suppressed))
    }
    let known = Set(subject.survey.waves.flatMap(\.tally.units))
    var leftOut = CorrectionEffect.LeftOut(
      absent: names.filter { known.contains($0) && !isInBoth($0) }, few: present.filter(hidden.contains))
    let changes = { (units: [String]) in
      units.map { unit in
        UnitChange(
          before: self.unitCounts(self.before, unit) ?? .none, after: self.unitCounts(self.after, unit) ?? .none)
      }
    }
    guard let part = plan.comparison?.part(.unit) else {
      let shown = before.tally.units.filter { !hidden.contains($0) }
      let all = shown.compactMap { unitCounts(before, $0).map { sample(.alike($0)) } }
      let picked = treated.compactMap { unitCounts(before, $0).map { sample(.alike($0)) } }
      let units = UnitComparison(treated: changes(treated), confidence: confidence)
      return judged(
        .units, pair, TestedChange(units.test), rebound(of: picked, among: all), units: units, leftOut: leftOut)
    }
    let all = members(of: part, without: names, all: before.tally.units).filter(known.contains)
    let members = uncorrected(all, part.kind, &leftOut)
    guard !members.isEmpty || all.isEmpty else { return .failure(Failure(.allCorrected(all))) }
    let inBoth = members.filter(isInBoth)
    let others = inBoth.filter { !hidden.contains($0) }
    (leftOut.othersAbsent, leftOut.othersFew) = (members.count - inBoth.count, inBoth.count - others.count)
    guard let control = self.pair({ self.pooled($0, others) }) else {
      return .failure(Failure(inBoth.isEmpty ? .noAnswers : .suppressed))
    }
    let units = UnitComparison(treated: changes(treated), control: changes(others), confidence: confidence)
    let compared = Set(treated + others)
    return judged(
      .unitsCompared, pair, TestedChange(units.test), .none, control: control, units: units, leftOut: leftOut,
      earlier: trend(
        { self.hiddenUnits($0).isDisjoint(with: compared) ? self.pooled($0, treated).map(self.sample) : nil },
        { self.pooled($0, others).map(self.sample) }))
  }

  private func isInBoth(_ unit: String) -> Bool {
    [before, after].allSatisfy { (unitCounts($0, unit)?.n ?? 0) > 0 }
  }

  /// Of which a build withholds what is compared, or would if it printed it.
  private func hiddenUnits(_ wave: SurveyWave) -> Set<String> {
    let few = wave.tally.units.filter { unitCounts(wave, $0).map { isFew($0.n, rules.minimumCell) } ?? false }
    return withheld.units(measure, survey: subject.survey.id, wave: wave.wave.label).union(few)
  }

  private func unitCounts(_ wave: SurveyWave, _ unit: String) -> Counts? {
    wave.tally.unitTallies.first { $0.unit == unit }.flatMap { measure.counts(wave.definition, $0) }
  }

  private func pooled(_ wave: SurveyWave, _ units: [String]) -> VerdictRows? {
    VerdictRows.sum(units.compactMap { unitCounts(wave, $0).map { .alike($0) } })
  }

  // MARK: - Segments

  private func ofSegments(_ named: [Slice]) -> Outcome {
    guard let pair = pair({ self.rows($0, named) }) else { return .failure(Failure(.noAnswers)) }
    let segments = named.first?.parts.map(\.segment)
    let all = before.tally.slices.map(\.slice).filter { $0.parts.map(\.segment) == segments }
    guard let part = plan.comparison?.part(.segment) else {
      let values = all.compactMap { rows(before, [$0]).map(sample) }
      let picked = named.compactMap { rows(before, [$0]).map(sample) }
      return judged(
        .beforeAfter, pair, TestedChange(pair, measure.form, confidence: confidence),
        rebound(of: picked, among: values), parts: parts(named))
    }
    var leftOut = CorrectionEffect.LeftOut()
    let members = members(of: part, without: named.map(\.key), all: all.map(\.key))
    let others = uncorrected(members, part.kind, &leftOut).compactMap { Slice(key: $0) }
    guard !others.isEmpty || members.isEmpty else { return .failure(Failure(.allCorrected(members))) }
    guard let control = self.pair({ self.rows($0, others) }) else { return .failure(Failure(.noAnswers)) }
    return judged(
      .segments, pair, difference(pair, control), .none, control: control, parts: parts(named), leftOut: leftOut,
      earlier: trend({ self.rows($0, named).map(self.sample) }, { self.rows($0, others).map(self.sample) }))
  }

  // MARK: - Touchpoints

  private func ofTouchpoints(_ part: CorrectionScope.Part) -> Outcome {
    guard let pair = pair({ self.rows($0, [self.subject.slice]) }) else { return .failure(Failure(.noAnswers)) }
    var leftOut = CorrectionEffect.LeftOut()
    let peers = otherTouchpoints(part, &leftOut)
    guard !peers.isEmpty else {
      let corrected = leftOut.othersCorrected
      return .failure(Failure(corrected.isEmpty ? .noOtherTouchpoint : .allCorrected(corrected)))
    }
    let together = { (wave: SurveyWave) -> VerdictSample? in
      let parts = peers.compactMap { self.source.rows(wave, $0, [self.subject.slice]) }
      guard parts.count == peers.count, parts.allSatisfy({ $0.n >= self.rules.minimumCell }) else { return nil }
      return VerdictSample(together: parts, confidence: self.confidence)
    }
    guard let then = together(before), let now = together(after) else { return .failure(Failure(.noAnswers)) }
    let control = VerdictPair(before: then, after: now)
    return judged(
      .touchpoints, pair, difference(pair, control), .none, control: control, parts: parts([subject.slice]),
      leftOut: leftOut,
      earlier: trend({ self.rows($0, [self.subject.slice]).map(self.sample) }, together))
  }

  /// The same dimension at other touchpoints, or other touchpoints as a whole, with answers in both waves.
  private func otherTouchpoints(
    _ part: CorrectionScope.Part, _ leftOut: inout CorrectionEffect.LeftOut
  ) -> [VerdictMeasure] {
    let sets = before.definition.sets.filter { $0.kind == measure.kind }
    guard measure.kind == .cell || measure.kind == .touchpoint,
      let own = sets.first(where: { $0.subject == measure.subject })
    else { return [] }
    let alike = sets.filter { $0.dimension == own.dimension }
    let names = (plan.scope?.part(.touchpoint)?.names.map(\.id) ?? []) + [own.touchpoint].compactMap(\.self)
    let all = members(of: part, without: names, all: alike.compactMap(\.touchpoint))
    let others = uncorrected(all, part.kind, &leftOut)
    return alike.filter { $0.touchpoint.map(others.contains) ?? false }.compactMap { set in
      guard after.definition.obstacle(set.kind, set.subject, since: before.definition) == nil,
        let peer = VerdictMeasure(set.kind, set.subject, measure.statistic, in: before.definition),
        peer.form == measure.form,
        [before, after].allSatisfy({ (source.rows($0, peer, [subject.slice])?.n ?? 0) >= rules.minimumCell })
      else { return nil }
      return peer
    }
  }

  // MARK: - Parts

  /// Who is compared with: those named, or all but the corrected and the affected.
  private func members(of part: CorrectionScope.Part, without corrected: [String], all: [String]) -> [String] {
    switch part.members {
    case .named(let names): return names.map(\.id).filter { !corrected.contains($0) }
    case .others:
      let left = Set(corrected + plan.affected(part.kind))
      return all.filter { !left.contains($0) }
    }
  }

  /// Without those that have a correction of their own, which are remembered.
  private func uncorrected(
    _ names: [String], _ kind: CorrectionScope.Kind, _ leftOut: inout CorrectionEffect.LeftOut
  ) -> [String] {
    let corrected = corrected[kind] ?? []
    leftOut.othersCorrected = names.filter(corrected.contains)
    return names.filter { !corrected.contains($0) }
  }

  /// What of a gap's change is in expectations, and what in perceptions; nil for other measures.
  private func parts(_ slices: [Slice]) -> GapParts? {
    guard let parts = measure.parts(in: before.definition) else { return nil }
    func change(_ measure: VerdictMeasure) -> TestedChange? {
      guard let pair = pair({ self.source.rows($0, measure, slices) }) else { return nil }
      return TestedChange(pair, measure.form, confidence: confidence)
    }
    guard let expectation = change(parts.expectation), let perception = change(parts.perception) else { return nil }
    return GapParts(expectation: expectation, perception: perception)
  }

  private func rows(_ wave: SurveyWave, _ slices: [Slice]) -> VerdictRows? { source.rows(wave, measure, slices) }

  private func sample(_ rows: VerdictRows) -> VerdictSample { VerdictSample(rows, confidence: confidence) }

  private func pair(_ rows: (SurveyWave) -> VerdictRows?) -> VerdictPair? {
    guard let then = rows(before), let now = rows(after), then.n > 0, now.n > 0 else { return nil }
    return VerdictPair(before: sample(then), after: sample(now))
  }

  private func difference(_ treated: VerdictPair, _ control: VerdictPair) -> TestedChange {
    if case .alike(let t0) = treated.before.rows, case .alike(let t1) = treated.after.rows,
      case .alike(let c0) = control.before.rows, case .alike(let c1) = control.after.rows
    {
      return TestedChange(
        DifferenceInDifferences(
          treatedBefore: t0, treatedAfter: t1, controlBefore: c0, controlAfter: c1, confidence: confidence
        ).test)
    }
    return TestedChange(
      DifferenceInDifferences(
        treatedBefore: treated.before.mean, treatedAfter: treated.after.mean, controlBefore: control.before.mean,
        controlAfter: control.after.mean, confidence: confidence
      ).test)
  }

  /// Corrected less compared in each wave before the start that asks the same.
  private func trend(
    _ treated: (SurveyWave) -> VerdictSample?, _ control: (SurveyWave) -> VerdictSample?
  ) -> [CorrectionEffect.TrendPoint] {
    earlier.compactMap { wave in
      guard after.definition.obstacle(measure.kind, measure.subject, since: wave.definition) == nil,
        let own = treated(wave), own.n >= rules.minimumCell, let other = control(wave), other.n >= rules.minimumCell
      else { return nil }
      let test = WelchTest(own.mean, other.mean, confidence: confidence)
      guard let difference = test.difference.value else { return nil }
      return CorrectionEffect.TrendPoint(
        wave: wave.wave.label, difference: difference, low: test.low.value, high: test.high.value)
    }
  }

  private func weighting(_ design: CorrectionEffect.Design) -> FigureWeighting {
    switch design {
    case .units, .unitsCompared: source.weighting == .none ? .none : .left
    case .beforeAfter, .segments, .touchpoints: source.weighting
    }
  }

  private func judged(
    _ design: CorrectionEffect.Design, _ pair: VerdictPair, _ test: TestedChange, _ rebound: CorrectionEffect.Rebound,
    control: VerdictPair? = nil, units: UnitComparison? = nil, parts: GapParts? = nil,
    leftOut: CorrectionEffect.LeftOut = CorrectionEffect.LeftOut(), earlier: [CorrectionEffect.TrendPoint] = []
  ) -> Outcome {
    let judgement = VerdictJudgement(
      measure: measure, target: plan.target, design: design, treated: pair, control: control, units: units,
      test: test, rebound: rebound, parts: parts, rules: rules)
    guard var effect = judgement.effect(survey: subject.survey, before: before, after: after) else {
      return .failure(Failure(.noAnswers))
    }
    effect.weighting = weighting(design)
    effect.haveSameCustomers = design == .touchpoints && before.definition.rowTouchpoints.isEmpty
    effect.leftOut = leftOut
    effect.trend = earlier
    effect.isTrendShown = earlier.count >= 3
    return .success(effect)
  }
}

extension Counts {
  /// No rows.
  static let none = Counts(values: [], counts: [])
}
