/// Figures under weights of a column, or under those that bring answers to known shares of segments.
enum WeightMeaning {
  static let deff = StatisticMeaning(
    Phrase("How many times as many answers the uneven weights cost."), Phrase("n·Σw²/(Σw)²"), .kish)

  static let effectiveN = StatisticMeaning(
    Phrase("How many answers without weights would tell as much."), Phrase("(Σw)²/Σw²"), .kish)

  static let nps = StatisticMeaning(
    Phrase("The score with each answer counted by its weight."), Phrase("100·Σw·(promoter − detractor)/Σw"), .kish,
    from: [.nps],
    sure: [.weightedNPSSE, .weightedNPSLow, .weightedNPSHigh])

  /// `plain` says of what, each row counted by its weight.
  static func mean(_ plain: Phrase, _ unweighted: [Statistic], sure certainty: [Statistic]) -> StatisticMeaning {
    StatisticMeaning(
      Phrase("\(plain) \(raked)", as: "sentences"), Phrase("Σwx/Σw"), .deming, from: unweighted, sure: certainty)
  }

  /// `plain` says of what, each row counted by its weight.
  static func share(_ plain: Phrase, _ unweighted: [Statistic], sure certainty: [Statistic]) -> StatisticMeaning {
    StatisticMeaning(
      Phrase("\(plain) \(raked)", as: "sentences"), Phrase("Σw·[it holds]/Σw"), .deming, from: unweighted,
      sure: certainty)
  }

  fileprivate static let raked = Phrase(
    "Weights stand in a column, or are those that bring the answers to the known shares of segments.")

  static func error(of figure: Statistic) -> StatisticMeaning {
    StatisticMeaning(
      Phrase("How much the weighted figure would vary from sample to sample, the weights being fixed."),
      Phrase("√(n/(n − 1)·Σw²(x − mean)²)/Σw; of answers brought to the shares W of one segment √(ΣW²s²/n)"), .kish,
      from: [figure])
  }

  static let t = StatisticMeaning(
    Phrase("The weighted gap in units of its standard error, against a true gap of 0."), Phrase("t = mean/se"), .kish,
    from: [.weightedGap, .weightedGapSE])

  static let df = StatisticMeaning(
    Phrase("Degrees of freedom of the t test: as many as unweighted answers that would tell as much."),
    Phrase("n_eff − 1 = (Σw)²/Σw² − 1; of answers brought to the shares of one segment n − values"), .kish)

  static let p = StatisticMeaning(
    Phrase("How often chance alone gives a weighted gap as far from 0."), Phrase("2·P(T > |t|), T Student with df"),
    .kish,
    from: [.weightedGapT, .weightedGapDF])
}

/// Figures that say under weights what another says without.
extension WeightMeaning {
  /// The sentence of the figure without weights, with another formula where weights change it.
  static func twin(
    of statistic: Statistic, in kind: SubjectKind, _ formula: Phrase? = nil, _ source: PublishedSource? = nil,
    from basis: [Statistic]? = nil
  ) -> StatisticMeaning {
    let own = (statistic.unweighted ?? .n).meaning(in: kind)
    let plain = own.plain
    return StatisticMeaning(
      Phrase("\(plain) \(counted)", as: "sentences"), formula ?? own.formula, source ?? own.source,
      from: basis ?? own.basis.map { $0.weighted ?? $0 }, sure: own.certainty.compactMap(\.weighted))
  }

  private static let counted = Phrase("Each row counts by its weight.")

  /// Of the weighted tests, and of the others of the wave.
  static func q(of statistic: Statistic, in kind: SubjectKind) -> StatisticMeaning {
    let basis = (statistic.unweighted ?? .n).meaning(in: kind).basis.compactMap(\.weighted)
    return twin(of: statistic, in: kind, qFormula, from: basis)
  }

  private static let qFormula = Phrase("q of the i-th smallest of m: min over j ≥ i of p_j·m/j, at most 1")
  static let meanFormula = Phrase("Σwx/Σw")
  static let shareFormula = Phrase("Σw·[it holds]/Σw")
  static let countFormula = Phrase("n·Σw·[it holds]/Σw")
  static let sdFormula = Phrase("√(n/(n − 1)·Σw(x − mean)²/Σw)")
  static let testFormula = Phrase("2·P(T > |t|), T Student with df")
  static let errorFormula = Phrase("√(n/(n − 1)·Σw²(x − mean)²)/Σw")
  static let differenceErrorFormula = Phrase("√(se₁² + se₂²), each that of a weighted mean")
  static let differenceDFFormula = Phrase(
    "(se₁² + se₂²)²/(se₁⁴/df₁ + se₂⁴/df₂), df = n_eff − 1; of answers brought to the shares of one segment n − values")
  static let credibilityFormula = Phrase("Z = n_eff/(n_eff + K)")
  static let signFormula = Phrase("2·P(T > |t|), t of the weighted mean of 1 (surpassed), −1 (failed) and 0")
}
