import Audit

/// Checks what plans are to be judged by: measure, target, places and comparison.
struct PlanMeasures {
  private let material: Material

  init(_ material: Material) {
    self.material = material
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

  /// A measure that a plan does not name is its deficiency's, which need not have one.
  private func problem(_ reason: Unverified, _ plan: Correction, _ measured: MeasuredCorrection) -> Diagnostic? {
    switch reason {
    case .noMeasure(let known): plan.measure.map { .planUnknownMeasure($0, candidates: known) }
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
    case .notBegun, .noWaveBefore, .noWaveAfter, .noAnswers, .suppressed: nil
    }
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
