import Audit
import Statistics

/// What the waves say of correction plans (methodology 5.6), plan by plan and measure by measure.
///
/// Accepted risks are not corrected, so there is nothing to say of them. Respondents of two waves are taken to be different
/// people: counts keep no persons.
///
/// - Parameters:
///   - corrections: In the order in which they are shown.
///   - names: Ids under which plans name deficiencies that have another one.
///   - surveys: With their tallies.
///   - measured: The figures of the surveys, nothing withheld.
///   - weights: Of each survey's waves, by its id.
///   - configuration: Limits.
/// - Returns: One entry for a plan with a measure of its own, else one for each deficiency that it corrects.
func correctionFigures(
  _ corrections: [Correction], names: [String: String], surveys: [Survey], measured: [MeasuredSurvey],
  weights: [String: SurveyWeights],
  configuration: Configuration
) -> [MeasuredCorrection] {
  let surveys = surveys.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
  let withheld = Withheld(corrections.isEmpty ? [] : measured, configuration)
  func own(_ id: String) -> String { names[id] ?? id }
  let treatments = corrections.compactMap { Treatment($0, own, surveys) }
  return corrections.filter { $0.status != .accepted }.flatMap { plan in
    let measures = plan.measure.map { [($0, plan.corrects.map(\.id))] } ?? plan.corrects.map { ($0, [$0.id]) }
    return measures.map { measure, deficiencies in
      let others = plan.others(of: Set(deficiencies.map(own)), among: corrections) { own($0.id) }
      let figures = CorrectionFigures(
        plan: plan, others: others, treatments: treatments.filter { $0.slug != plan.slug }, surveys: surveys,
        weights: weights, withheld: withheld, configuration: configuration)
      var unknown: [MeasuredCorrection.UnknownName] = []
      let result = figures.result(of: own(measure.id), &unknown)
      return MeasuredCorrection(
        slug: plan.slug, measure: measure, deficiencies: deficiencies, result: result, unknown: unknown)
    }
  }
}

/// One plan against the surveys.
private struct CorrectionFigures {
  var plan: Correction
  /// Plans for the same that have begun, the first that began first.
  let others: [Correction]
  /// What all other plans that have begun correct.
  let treatments: [Treatment]
  let surveys: [Survey]
  let weights: [String: SurveyWeights]
  let withheld: Withheld
  let configuration: Configuration

  func result(of measure: String, _ unknown: inout [MeasuredCorrection.UnknownName]) -> MeasuredCorrection.Result {
    switch VerdictSubject.find(measure, in: surveys) {
    case .failure(let obstacle): return .unverified(obstacle.reason)
    case .success(let subject):
      unknown = names(of: subject.survey)
      return subject.group.map { result(subject, about: $0) } ?? result(subject)
    }
  }

  /// What is said of one group is corrected for it, and compared with all others of the segment, unless the plan says
  /// otherwise.
  private func result(_ subject: VerdictSubject, about group: Slice) -> MeasuredCorrection.Result {
    // Units are not counted by segment.
    if plan.scope?.part(.unit) != nil { return .unverified(.notByUnit) }
    if plan.comparison?.part(.touchpoint) != nil { return result(subject.among(group)) }
    let own = plan.scope?.part(.segment)
    let segments = (own?.names ?? []).compactMap { Slice(key: $0.id)?.parts.map(\.segment) }
    if segments.contains(where: { $0 != group.parts.map(\.segment) }) { return .unverified(.overlap) }
    var figures = self
    figures.plan = plan.about(group)
    return figures.result(subject)
  }

  private func result(_ subject: VerdictSubject) -> MeasuredCorrection.Result {
    obstacle(subject).map { .unverified($0) } ?? judged(subject)
  }

  /// What is wrong with the plan, whatever the waves say.
  private func obstacle(_ subject: VerdictSubject) -> Unverified? {
    let definition = subject.survey.waves.last?.definition
    let touchpoint = definition.flatMap { subject.cell($0).touchpoint }
    if let named = plan.scope?.part(.touchpoint)?.names.map(\.id), !named.isEmpty,
      !(touchpoint.map(named.contains) ?? false)
    {
      return .elsewhere(touchpoint: touchpoint)
    }
    let range = subject.measure.range
    if let target = plan.target, target < range.low || target > range.high {
      return .targetOutOfRange(low: range.low, high: range.high)
    }
    let hasParts = plan.scope?.part(.unit) != nil || plan.scope?.part(.segment) != nil
    if hasParts, subject.slice != .all { return .overlap }
    let segments = [plan.scope?.part(.segment), plan.comparison?.part(.segment)].compactMap(\.self)
    let named = segments.flatMap(\.names).compactMap { Slice(key: $0.id)?.parts.map(\.segment) }
    if Set(named).count > 1 { return .overlap }
    return plan.hasBegun ? nil : .notBegun
  }

  private func judged(_ subject: VerdictSubject) -> MeasuredCorrection.Result {
    guard let start = plan.start else { return .unverified(.noStart) }
    let waves = subject.survey.waves(around: start, until: plan.status == .done ? follower(of: start) : nil)
    guard let before = waves.before else { return .unverified(.noWaveBefore) }
    guard let after = waves.after else { return .unverified(.noWaveAfter) }
    let measure = subject.measure
    if let obstacle = after.definition.obstacle(measure.kind, measure.subject, since: before.definition) {
      return .unverified(.changed(obstacle))
    }
    if let last = after.lastDay, !plan.hasStep(doneBy: last) {
      return .unverified(.nothingDone(wave: after.wave.label))
    }
    let rules = MeasureRules(configuration, respondents: subject.survey.respondents)
    let earlier = subject.survey.waves.filter { $0.lastDay.map { $0 < start } ?? false }
    let comparison = VerdictComparison(
      plan: plan, subject: subject, before: before, after: after, earlier: earlier.sorted { $0.wave < $1.wave },
      corrected: corrected(besides: subject, before, after), weights: weights[subject.survey.id], withheld: withheld,
      rules: rules)
    switch comparison.effect {
    case .success(var effect):
      effect.segments = segments(of: subject)
      effect.alongside = others.filter { isBetween($0, before, after) }.map(\.title)
      return .judged(effect)
    case .failure(let obstacle): return .unverified(obstacle.reason)
    }
  }

  /// The day on which the next plan for the same began.
  private func follower(of start: Day) -> Day? { others.compactMap(\.start).first { $0 > start } }

  /// It began after the one wave and not after the other.
  private func isBetween(_ plan: Correction, _ before: SurveyWave, _ after: SurveyWave) -> Bool {
    plan.start.map { isBetween($0, before, after) } ?? false
  }

  private func isBetween(_ start: Day, _ before: SurveyWave, _ after: SurveyWave) -> Bool {
    guard let first = before.lastDay, let last = after.lastDay else { return false }
    return first < start && start <= last
  }

  /// Places where other plans correct the same between the waves (methodology 5.2: controls do not share the correction).
  private func corrected(
    besides subject: VerdictSubject, _ before: SurveyWave, _ after: SurveyWave
  ) -> [CorrectionScope.Kind: Set<String>] {
    let cell = subject.cell(before.definition)
    let between = treatments.filter { isBetween($0.start, before, after) }
    let same = between.filter { $0.cells.contains { $0.meets(cell) } }
    let alike = between.flatMap(\.cells).filter {
      $0.dimension == nil || cell.dimension == nil || $0.dimension == cell.dimension
    }
    return [
      .unit: Set(same.flatMap(\.units)), .segment: Set(same.flatMap(\.segments)),
      .touchpoint: Set(alike.compactMap(\.touchpoint)),
    ]
  }

  /// Segments that the measure's address, `where` and `compare-with` name.
  private func segments(of subject: VerdictSubject) -> [String] {
    let parts = [plan.scope?.part(.segment), plan.comparison?.part(.segment)].compactMap(\.self)
    let slices = [subject.slice] + parts.flatMap(\.names).compactMap { Slice(key: $0.id) }
    var seen: Set<String> = []
    return slices.flatMap(\.parts).map(\.segment).filter { seen.insert($0).inserted }
  }

  /// Names under `where` and `compare-with` that no wave has.
  private func names(of survey: Survey) -> [MeasuredCorrection.UnknownName] {
    let parts = (plan.scope?.parts ?? []) + (plan.comparison?.parts ?? [])
    return parts.flatMap { part -> [MeasuredCorrection.UnknownName] in
      let known = Self.known(part.kind, survey)
      return part.names.filter { !known.contains($0.id) }
        .map { MeasuredCorrection.UnknownName(reference: $0, kind: part.kind, known: known) }
    }
  }

  private static func known(_ kind: CorrectionScope.Kind, _ survey: Survey) -> [String] {
    var seen: Set<String> = []
    let names = survey.waves.flatMap { wave in
      switch kind {
      case .unit: wave.tally.units
      case .touchpoint: wave.definition.touchpoints
      case .segment: wave.tally.slices.map(\.slice).filter { $0 != .all }.map(\.key)
      }
    }
    return names.filter { seen.insert($0).inserted }
  }
}

extension Correction {
  /// A plan that lists no steps, or is said to be done as a whole, needs no day of one.
  fileprivate func hasStep(doneBy day: Day) -> Bool {
    let done = steps.filter(\.done)
    if steps.isEmpty { return true }
    return done.isEmpty ? status == .done : done.contains { $0.doneOn.map { $0 <= day } ?? true }
  }

  /// Plans for one of the deficiencies, in the same places, that have begun.
  fileprivate func others(
    of deficiencies: Set<String>, among plans: [Correction], by id: (Reference) -> String
  ) -> [Correction] {
    let others = plans.compactMap { plan -> (start: Day, plan: Correction)? in
      guard plan.slug != slug, plan.status != .accepted, plan.hasBegun, let start = plan.start,
        plan.corrects.contains(where: { deficiencies.contains(id($0)) }), !isApart(from: plan)
      else { return nil }
      return (start, plan)
    }
    return others.enumerated().sorted { ($0.element.start, $0.offset) < ($1.element.start, $1.offset) }
      .map(\.element.plan)
  }

  /// They name other units, or other segments.
  private func isApart(from other: Correction) -> Bool {
    [CorrectionScope.Kind.unit, .segment].contains { kind in
      guard let own = scope?.part(kind), let others = other.scope?.part(kind) else { return false }
      return Set(own.names.map(\.id)).isDisjoint(with: others.names.map(\.id))
    }
  }

  fileprivate func about(_ group: Slice) -> Correction {
    func segment(_ members: CorrectionScope.Members) -> CorrectionScope.Part {
      CorrectionScope.Part(kind: .segment, members: members, location: SourceLocation(file))
    }
    var plan = self
    if plan.scope?.part(.segment) == nil {
      let own = segment(.named([Reference(id: group.key, location: SourceLocation(file))]))
      plan.scope = CorrectionScope(parts: (plan.scope?.parts ?? []) + [own])
    }
    if plan.comparison == nil { plan.comparison = CorrectionScope(parts: [segment(.others)]) }
    return plan
  }
}
