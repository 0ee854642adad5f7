/// Whether units serve alike.
enum UnitMeaning {
  static let between = StatisticMeaning(
    Phrase("How far apart the units are."), Phrase("Σn_j(x̄_j − x̄)²/(k − 1)"), .shrout)
  static let within = StatisticMeaning(
    Phrase("How far apart customers of one unit are."), Phrase("ΣΣ(x − x̄_j)²/(N − k)"), .shrout)
  static let n0 = StatisticMeaning(
    Phrase("The size of a unit, evened out."), Phrase("(N − Σn_j²/N)/(k − 1)"), .shrout)

  static let variance = StatisticMeaning(
    Phrase("The variance between units, chance taken off."), Phrase("(MSB − MSW)/n₀"), .shrout,
    from: [.msBetween, .msWithin, .n0])

  static let icc = StatisticMeaning(
    Phrase("The part of all variation that lies between units."), Phrase("σ_b²/(σ_b² + MSW), σ_b² = (MSB − MSW)/n₀"),
    .shrout,
    from: [.msBetween, .msWithin, .n0, .varBetween], sure: [.icc1SE, .f, .p])

  static let f = StatisticMeaning(
    Phrase("How much farther units are apart than chance would put them."), Phrase("MSB/MSW"), .shrout,
    from: [.msBetween, .msWithin])

  static let p = StatisticMeaning(
    Phrase("How often chance alone puts units so far apart."), Phrase("P(F > f), k − 1 and N − k df"), .shrout,
    from: [.f])

  static let reliability = StatisticMeaning(
    Phrase("How far a ranking of the units can be trusted, 1 being fully."), Phrase("(MSB − MSW)/MSB"), .shrout,
    from: [.msBetween, .msWithin])

  static let funnelP = StatisticMeaning(
    Phrase("How often chance alone takes a unit of this size so far from the mean of all."),
    Phrase("2·P(Z > |x̄_j − x̄|/√(MSW/n_j))"), .shrout, from: [.mean])

  static let funnelQ = StatisticMeaning(
    Phrase("The same, corrected for all units of the measure."), Phrase("min p₍ⱼ₎·m/j over j ≥ i, Benjamini–Hochberg"),
    .benjaminiHochberg, from: [.funnelP])

  static let brownForsytheF = StatisticMeaning(
    Phrase("Whether some units serve more evenly than others."), Phrase("F of |x − median of the unit|"), .brownForsythe
  )

  static let brownForsytheP = StatisticMeaning(
    Phrase("How often chance alone makes units so unlike in evenness."), Phrase("P(F > f)"), .brownForsythe,
    from: [.brownForsytheF])

  static let shrunken = StatisticMeaning(
    Phrase("The unit's average, drawn towards that of all units the more, the fewer its answers."),
    Phrase("μ + ρ·(x̄ − μ), ρ = σ_b²/(σ_b² + MSW/n)"), .credibility, from: [.n, .mean])

  static let rho = StatisticMeaning(
    Phrase(
      "Whether units that staff rate high are those that customers rate high, from −1 to 1; association, not cause."),
    Phrase("Pearson's r of the mid-ranks of units' means, 8 units or more"), .spearman, sure: [.spearmanP])

  static let rhoP = StatisticMeaning(
    Phrase("How often chance alone puts units in so similar an order."),
    Phrase("2·P(T > |t|), t = ρ·√((k − 2)/(1 − ρ²)), k − 2 df"),
    .spearman, from: [.spearmanRho])

  static func funnel(_ sign: String) -> StatisticMeaning {
    StatisticMeaning(
      sign == "−"
        ? Phrase("The lower limit within which 998 of 1,000 units of this size would fall by chance.")
        : Phrase("The upper limit within which 998 of 1,000 units of this size would fall by chance."),
      Phrase("μ \(sign) 3.09·√(MSW/n)"), .funnel, from: [.n])
  }
}

/// Whether those who rate agree.
enum AgreementMeaning {
  static let krippendorff = StatisticMeaning(
    Phrase("How far raters agree beyond chance, 1 being fully."), Phrase("α = 1 − D_o/D_e"), .krippendorff, from: [.raw]
  )

  static let kappa = StatisticMeaning(
    Phrase("How far two raters agree beyond chance, 1 being fully."), Phrase("κ = (p_o − p_e)/(1 − p_e)"), .cohen,
    from: [.raw])

  static let raw = StatisticMeaning(
    Phrase("The share of pairs of ratings that agree."), Phrase("agreeing pairs/pairs"), .counting)
}
