import Audit

/// Checks what plans are to be judged by: measure, target, places and comparison.
struct PlanMeasures {
  private let material: Material
  private let findings: [Finding]
  private let aliases: [String: String]

  init(_ material: Material, _ findings: [Finding], aliases: [String: String]) {
    (self.material, self.findings, self.aliases) = (material, findings, aliases)
  }

  /// What is said of several deficiencies alike is told once.
  var diagnostics: [Diagnostic] {
    var told: Set<Diagnostic> = []
    return material.measured.corrections.flatMap { measured -> [Diagnostic] in
      guard let plan = material.project.corrections.first(where: { $0.slug == measured.slug }) else { return [] }
      var unknown = measured.unknown.map { Diagnostic.planUnknownPlace($0) }
      switch measured.result {
      case .judged(let effect): unknown += target(of: plan, effect)
      case .unverified(let reason): unknown += problem(reason, plan, measured).map { [$0] } ?? []
      }
      return unknown
    }.filter { told.insert($0).inserted }
  }

  private func problem(_ reason: Unverified, _ plan: Correction, _ measured: MeasuredCorrection) -> Diagnostic? {
    switch reason {
    case .noMeasure(let known):
      plan.measure.map { .planUnknownMeasure($0, candidates: known) } ?? withoutMeasure(measured.measure, known)
    case .notCompared: plan.measure.map { .planMeasureNotCompared($0) }
    case .ofOneWave: plan.measure.map { .planMeasureOfOneWave($0) }
    case .notByUnit: .planMeasureNotByUnit(measured.measure)
    case .elsewhere(let touchpoint):
      plan.scope?.part(.touchpoint).map { .planMeasuredElsewhere(measured.measure, touchpoint, at: $0.location) }
    case .targetOutOfRange(let low, let high):
      plan.target.map { .planTargetOutOfRange($0, low: low, high: high, at: plan.places.target) }
    case .overlap: (plan.scope?.parts.first).map { .planOverlap(at: $0.location) }
    case .noOtherTouchpoint: (plan.comparison?.parts.first).map { .planNoOtherTouchpoint(at: $0.location) }
    case .noStart:
      plan.status == .planned ? nil : .planWithoutStart(at: plan.places.status ?? SourceLocation(plan.file))
    case .changed: .planMeasureChanged(measured.measure)
    case .notBegun, .noWaveBefore, .noWaveAfter, .allCorrected, .nothingDone, .noAnswers, .suppressed: nil
    }
  }

  /// A deficiency that is no figure of a survey, where a survey has others: the plan has to name one, best that of the same
  /// cell.
  private func withoutMeasure(_ deficiency: Correction.Reference, _ known: [String]) -> Diagnostic? {
    let id = aliases[deficiency.id] ?? deficiency.id
    guard let finding = findings.first(where: { $0.id == id }), let first = known.first else { return nil }
    let near =
      [id, "gap.\(finding.cell.id)"].first(where: known.contains)
      ?? finding.touchpoint.flatMap { place in known.first { $0.hasPrefix("gap.\(place).") } }
    return .planWithoutMeasure(deficiency, suggestion: near ?? first)
  }

  private func target(of plan: Correction, _ effect: CorrectionEffect) -> [Diagnostic] {
    guard let target = plan.target else {
      return [.planWithoutTarget(at: plan.measure?.location ?? plan.places.start ?? SourceLocation(plan.file))]
    }
    if plan.isTargetPercent, effect.form != .share { return [.planTargetIsNoShare(at: plan.places.target)] }
    let before = effect.treated.before.value
    let isReached = effect.better == .high ? before >= target : before <= target
    let level = EffectWords(effect).level(before)
    return isReached ? [.planTargetReached(level, wave: effect.earlier, at: plan.places.target)] : []
  }
}
