/// Whether the items of a subject hang together.
enum ScaleMeaning {
  static let alpha = StatisticMeaning(
    "How far the items that are averaged move together, 1 being fully.",
    "k/(k − 1)·(1 − Σ variances/variance of the sum), rows that answer every item", .cronbach, from: [.averageR],
    sure: [.alphaLow, .alphaHigh])

  static let standardised = StatisticMeaning(
    "The same for items brought to one spread.", "k·r̄/(1 + (k − 1)·r̄)", .cronbach, from: [.averageR])

  static let averageR = StatisticMeaning(
    "The average correlation between two of the items.", "mean of r over all pairs of items", .cronbach)

  static let without = StatisticMeaning(
    "What α would be without this item.", "α of the other items", .cronbach, from: [.itemRestR])

  static let itemRest = StatisticMeaning(
    "How far the item moves with the sum of the others.", "correlation of the item with the sum of the rest", .cronbach)

  static func bound(_ sign: String) -> StatisticMeaning {
    StatisticMeaning(
      "The \(sign == "−" ? "lower" : "upper") end of the interval of α.",
      "1 − (1 − α)·F(\(sign == "−" ? "1 − a/2" : "a/2"); n − 1, (n − 1)(k − 1)), a = 1 − confidence", .feldt,
      from: [.alpha])
  }
}

/// What goes with an outcome.
enum DriverMeaning {
  static let lmg = StatisticMeaning(
    "The part of the outcome's variation that goes with this driver, averaged over all orders of the drivers; association, not cause.",
    "Σ over subsets S without it of |S|!(p − 1 − |S|)!/p!·(R²(S and it) − R²(S))", .shapley,
    from: [.correlation, .beta, .r2])

  static let share = StatisticMeaning(
    "The driver's part of all that the drivers go with.", "LMG/R²", .shapley, from: [.r2, .lmg])

  static let beta = StatisticMeaning(
    "What one standard deviation of the driver adds while the others stand still.", "standardised coefficient",
    .regression)

  static let correlation = StatisticMeaning(
    "How far driver and outcome move together, from −1 to 1.", "Cov(x, y)/(s_x·s_y)", .pearson)

  static func slope(_ end: String, _ direction: String) -> StatisticMeaning {
    StatisticMeaning(
      "How much \(direction) the outcome is with answers at the \(end) end of the driver than with those in the middle.",
      "coefficient of the \(end) answers, outcome on two flags a driver, ordinary least squares", .brandt)
  }

  static func slopeSE(of slope: Statistic) -> StatisticMeaning {
    StatisticMeaning(
      "How much that would vary from sample to sample.", "standard error of the coefficient", .brandt, from: [slope])
  }

  static let asymmetry = StatisticMeaning(
    "Whether doing well wins more (up to 1) than doing badly loses (down to −1).",
    "(r⁺ − p⁻)/(r⁺ + p⁻), p⁻ = |min(penalty, 0)|, r⁺ = max(reward, 0)", .brandt, from: [.penalty, .reward])

  static let rank = StatisticMeaning(
    "The driver's place among the drivers; those whose intervals overlap share one.",
    "place by interval of LMG/R², overlapping ones together", .shapley, from: [.lmgShareLow, .lmgShareHigh])

  static let r2 = StatisticMeaning(
    "The part of the outcome's variation that goes with all drivers together.", "R² = r′R⁻¹r, rows that answer all",
    .regression)
}

/// How sure a figure is by leaving out one group of respondents at a time.
enum JackknifeMeaning {
  static func error(of figure: Statistic) -> StatisticMeaning {
    StatisticMeaning(
      "How much the figure would vary from sample to sample.", "√((G − 1)/G·Σ(θ₍g₎ − θ)²), θ₍g₎ without group g", .kott,
      from: [figure])
  }

  static func bound(_ end: String, of figure: Statistic, error: Statistic) -> StatisticMeaning {
    StatisticMeaning(
      "The \(end) end of the interval of the figure.", "θ ± t·standard error, G − 1 df", .kott, from: [figure, error])
  }
}

/// All values of a segment at once.
enum GroupMeaning {
  static let kruskalH = StatisticMeaning(
    "How far apart the values of the segment rank.", "H/(1 − Σ(t³ − t)/(N³ − N)), t the sizes of ties", .kruskal)

  static let kruskalP = StatisticMeaning(
    "How often chance alone puts the values so far apart by rank.", "P(χ² > H), values − 1 df", .kruskal,
    from: [.kruskalH])

  static let epsilon2 = StatisticMeaning(
    "The part of the variation of ranks that lies between the values.", "H·(N + 1)/(N² − 1)", .kruskal,
    from: [.kruskalH])

  static let welchF = StatisticMeaning(
    "How far apart the averages of the values are, spreads being allowed to differ.", "Welch's F, weights n/s²",
    .welchAnova)

  static let welchDF2 = StatisticMeaning(
    "Degrees of freedom within the values.", "(k² − 1)/(3·Σ(1 − w/Σw)²/(n − 1))", .welchAnova)

  static let welchP = StatisticMeaning(
    "How often chance alone puts the averages so far apart.", "P(F > f), k − 1 and df2", .welchAnova,
    from: [.welchF, .welchDF2])
}

/// One side less another.
enum DifferenceMeaning {
  static func difference(in kind: SubjectKind) -> StatisticMeaning {
    StatisticMeaning(sides(kind), "mean₁ − mean₂", source(kind), sure: certainty)
  }

  private static let certainty: [Statistic] = [
    .differenceSE, .differenceDF, .differenceT, .differenceP, .differenceQ, .differenceLow, .differenceHigh, .cliff,
    .tostP, .mde, .deltaPerception, .deltaExpectation, .deltaExpectationLow, .deltaExpectationHigh,
  ]

  private static func sides(_ kind: SubjectKind) -> String {
    switch kind {
    case .parity: "The average of this value of the segment less that of all others."
    case .change: "The average of the later wave less that of the earlier."
    case .knowledge: "What one group believes customers expect less what customers do expect."
    case .belief: "What one group believes customers get less what customers say they get."
    case .column, .item, .cell, .dimension, .touchpoint, .overall, .outcome, .weights, .scorecard, .standard, .driver,
      .segment, .unit, .agreement:
      "The average of one group less that of another."
    }
  }

  private static func source(_ kind: SubjectKind) -> PublishedSource {
    switch kind {
    case .knowledge, .belief: .knowledgeGap
    case .column, .item, .cell, .dimension, .touchpoint, .overall, .outcome, .weights, .scorecard, .standard, .driver,
      .segment, .parity, .unit, .change, .agreement:
      .welch
    }
  }

  static let se = StatisticMeaning(
    "How much the difference would vary from sample to sample.", "√(s₁²/n₁ + s₂²/n₂)", .welch)

  static let df = StatisticMeaning(
    "Degrees of freedom, the two spreads being allowed to differ.",
    "(a + b)²/(a²/(n₁ − 1) + b²/(n₂ − 1)), a = s₁²/n₁, b = s₂²/n₂", .welch)

  static let t = StatisticMeaning(
    "The difference in units of its standard error.", "difference/se", .welch, from: [.difference, .differenceSE])

  static let p = StatisticMeaning(
    "How often chance alone gives a difference as large.", "2·P(T > |t|), T Student with df", .welch,
    from: [.difference, .differenceSE, .differenceT, .differenceDF])

  static func bound(_ sign: String) -> StatisticMeaning {
    StatisticMeaning(
      "The \(sign == "−" ? "lower" : "upper") end of the range of differences that the answers leave plausible.",
      "difference \(sign) t(1 − α/2; df)·se", .welch, from: [.difference, .differenceSE, .differenceDF])
  }

  static let cliff = StatisticMeaning(
    "How often somebody of the first side answers higher than somebody of the second, less how often lower.",
    "δ = (count(x > y) − count(x < y))/(n₁·n₂)", .cliff, sure: [.cliffLow, .cliffHigh])

  static func cliffBound(_ sign: String) -> StatisticMeaning {
    StatisticMeaning(
      "The \(sign == "−" ? "lower" : "upper") end of the interval of δ.",
      "(δ − δ³ \(sign) q·s·√((1 − δ²)² + q²s²))/(1 − δ² + q²s²), q = t(1 − α/2; n₁ + n₂ − 2)", .cliff, from: [.cliff])
  }

  static let tost = StatisticMeaning(
    "How often chance alone makes the two sides look as alike, were they the agreed margin apart.",
    "the larger of the one-sided p against −Δ and +Δ", .schuirmann, from: [.difference, .differenceSE, .differenceDF])

  static let mde = StatisticMeaning(
    "The smallest difference that this many answers would show.", "(z(1 − α/2) + z(power))·se", .bloom,
    from: [.differenceSE])

  static func delta(_ what: String, _ symbol: String) -> StatisticMeaning {
    StatisticMeaning(
      "How much of the change of the gap is a change of \(what).",
      "mean \(symbol) of the later wave less that of the earlier",
      .own)
  }

  static func deltaBound(_ sign: String) -> StatisticMeaning {
    StatisticMeaning(
      "The \(sign == "−" ? "lower" : "upper") end of the interval of what customers expect more, or less, than before.",
      "difference of the mean e \(sign) t(1 − α/2; df)·se", .welch, from: [.deltaExpectation])
  }
}

/// One value of a segment against all others at the same touchpoints.
enum MixMeaning {
  static let chi2 = StatisticMeaning(
    "How far the shares of answers at the two best levels are apart at the same touchpoints.",
    "(Σ(a − E))²/ΣV over touchpoints, V = n₁n₂m₁m₂/(n²(n − 1)), no correction", .mantel)

  static let p = StatisticMeaning(
    "How often chance alone puts the shares so far apart.", "P(χ² > chi2), 1 df", .mantel, from: [.cmhChi2])

  static let oddsRatio = StatisticMeaning(
    "The odds of an answer at the two best levels against those of all others, at the same touchpoints.",
    "Σ(ad/n)/Σ(bc/n) over touchpoints", .mantel, sure: [.cmhP])

  static let difference = StatisticMeaning(
    "The share of answers at the two best levels less that of all others, at the same touchpoints.",
    "Σw(p₁ − p₂)/Σw over touchpoints, w = n₁n₂/n", .mantel, sure: [.cmhChi2, .cmhP])

  static let raw = StatisticMeaning(
    "The same share less that of all others, whatever the touchpoint.", "p₁ − p₂ over all touchpoints together",
    .counting)

  static let reversed = StatisticMeaning(
    "1 where the difference turns around at the same touchpoints (Simpson's paradox): the mix of touchpoints makes what one sees.",
    "1 if the raw and the adjusted difference have opposite signs, else 0", .mantel,
    from: [.cmhRawDifference, .cmhDifference], sure: [.cmhP])
}

/// Whether units serve alike.
enum UnitMeaning {
  static let between = StatisticMeaning("How far apart the units are.", "Σn_j(x̄_j − x̄)²/(k − 1)", .shrout)
  static let within = StatisticMeaning(
    "How far apart customers of one unit are.", "ΣΣ(x − x̄_j)²/(N − k)", .shrout)
  static let n0 = StatisticMeaning(
    "The size of a unit, evened out.", "(N − Σn_j²/N)/(k − 1)", .shrout)

  static let variance = StatisticMeaning(
    "The variance between units, chance taken off.", "(MSB − MSW)/n₀", .shrout, from: [.msBetween, .msWithin, .n0])

  static let icc = StatisticMeaning(
    "The part of all variation that lies between units.", "σ_b²/(σ_b² + MSW), σ_b² = (MSB − MSW)/n₀", .shrout,
    from: [.msBetween, .msWithin, .n0, .varBetween], sure: [.icc1SE, .f, .p])

  static let f = StatisticMeaning(
    "How much farther units are apart than chance would put them.", "MSB/MSW", .shrout, from: [.msBetween, .msWithin])

  static let p = StatisticMeaning(
    "How often chance alone puts units so far apart.", "P(F > f), k − 1 and N − k df", .shrout, from: [.f])

  static let reliability = StatisticMeaning(
    "How far a ranking of the units can be trusted, 1 being fully.", "(MSB − MSW)/MSB", .shrout,
    from: [.msBetween, .msWithin])

  static let funnelP = StatisticMeaning(
    "How often chance alone takes a unit of this size so far from the mean of all.",
    "2·P(Z > |x̄_j − x̄|/√(MSW/n_j))", .shrout, from: [.mean])

  static let funnelQ = StatisticMeaning(
    "The same, corrected for all units of the measure.", "min p₍ⱼ₎·m/j over j ≥ i, Benjamini–Hochberg",
    .benjaminiHochberg, from: [.funnelP])

  static let brownForsytheF = StatisticMeaning(
    "Whether some units serve more evenly than others.", "F of |x − median of the unit|", .brownForsythe)

  static let brownForsytheP = StatisticMeaning(
    "How often chance alone makes units so unlike in evenness.", "P(F > f)", .brownForsythe, from: [.brownForsytheF])

  static let shrunken = StatisticMeaning(
    "The unit's average, drawn towards that of all units the more, the fewer its answers.",
    "μ + ρ·(x̄ − μ), ρ = σ_b²/(σ_b² + MSW/n)", .credibility, from: [.n, .mean])

  static let rho = StatisticMeaning(
    "Whether units that staff rate high are those that customers rate high, from −1 to 1; association, not cause.",
    "Pearson's r of the mid-ranks of units' means, 8 units or more", .spearman, sure: [.spearmanP])

  static let rhoP = StatisticMeaning(
    "How often chance alone puts units in so similar an order.", "2·P(T > |t|), t = ρ·√((k − 2)/(1 − ρ²)), k − 2 df",
    .spearman, from: [.spearmanRho])

  static func funnel(_ sign: String) -> StatisticMeaning {
    StatisticMeaning(
      "The \(sign == "−" ? "lower" : "upper") limit within which 998 of 1,000 units of this size would fall by chance.",
      "μ \(sign) 3.09·√(MSW/n)", .funnel, from: [.n])
  }
}

/// Whether those who rate agree.
enum AgreementMeaning {
  static let krippendorff = StatisticMeaning(
    "How far raters agree beyond chance, 1 being fully.", "α = 1 − D_o/D_e", .krippendorff, from: [.raw])

  static let kappa = StatisticMeaning(
    "How far two raters agree beyond chance, 1 being fully.", "κ = (p_o − p_e)/(1 − p_e)", .cohen, from: [.raw])

  static let raw = StatisticMeaning("The share of pairs of ratings that agree.", "agreeing pairs/pairs", .counting)
}
