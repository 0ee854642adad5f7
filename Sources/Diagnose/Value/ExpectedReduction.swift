import Audit

/// ρ, the share of a trouble that a correction is expected to take away (methodology 6.6).
enum ExpectedReduction {
  /// Where neither corrections nor the client say more.
  static let assumed = 0.3

  /// The mean of corrections that were carried out and judged, those that failed among them; else what is declared; else
  /// three tenths.
  static func of(_ material: Material) -> Worth.Reduction {
    // Sums of doubles depend on their order.
    let done = material.project.corrections.filter { $0.status == .done }
      .sorted { $0.slug.utf8.lexicographicallyPrecedes($1.slug.utf8) }
    let verified = done.compactMap { plan in
      mean(material.measured.corrections.filter { $0.slug == plan.slug }.compactMap { $0.effect.flatMap(reduction) })
    }
    if let share = mean(verified) { return Worth.Reduction(share: share, source: .verified(verified.count)) }
    if let share = material.configuration.economics[.expectedReduction] {
      return Worth.Reduction(share: share, source: .declared)
    }
    return Worth.Reduction(share: Spread(assumed), source: .assumed)
  }

  private static func mean(_ shares: [Spread]) -> Spread? { Spread.sum(shares).map { $0 * (1 / Double(shares.count)) } }

  /// The change over the trouble there was before; nil where nothing is told, or where the measure does not say how much
  /// trouble that was: a mean rating or a recommendation score has no level at which there is none.
  private static func reduction(_ effect: CorrectionEffect) -> Spread? {
    guard effect.word != .cannotTell, let low = effect.change.low, let high = effect.change.high else { return nil }
    let before = effect.treated.before.value
    let trouble: Double
    switch (effect.form, effect.statistic) {
    case (.share, _): trouble = effect.better == .high ? 1 - before : before
    case (.points, .gapMean), (.points, .msaMean), (.points, .targetMean): trouble = -before
    case (.points, _), (.netPromoter, _): return nil
    }
    guard trouble > 0 else { return nil }
    func part(_ change: Double) -> Double { min(1, max(0, (effect.better == .high ? change : -change) / trouble)) }
    return Spread(low: min(part(low), part(high)), mid: part(effect.change.value), high: max(part(low), part(high)))
  }
}
