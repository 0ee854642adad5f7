/// Whether the items of a subject hang together.
enum ScaleMeaning {
  static let alpha = StatisticMeaning(
    Phrase("How far the items that are averaged move together, 1 being fully."),
    Phrase("k/(k − 1)·(1 − Σ variances/variance of the sum), rows that answer every item"), .cronbach,
    from: [.averageR],
    sure: [.alphaLow, .alphaHigh])

  static let standardised = StatisticMeaning(
    Phrase("The same for items brought to one spread."), Phrase("k·r̄/(1 + (k − 1)·r̄)"), .cronbach, from: [.averageR])

  static let averageR = StatisticMeaning(
    Phrase("The average correlation between two of the items."), Phrase("mean of r over all pairs of items"), .cronbach)

  static let without = StatisticMeaning(
    Phrase("What α would be without this item."), Phrase("α of the other items"), .cronbach, from: [.itemRestR])

  static let itemRest = StatisticMeaning(
    Phrase("How far the item moves with the sum of the others."),
    Phrase("correlation of the item with the sum of the rest"), .cronbach)

  static func bound(_ sign: String) -> StatisticMeaning {
    StatisticMeaning(
      sign == "−"
        ? Phrase("The lower end of the interval of α.") : Phrase("The upper end of the interval of α."),
      Phrase("1 − (1 − α)·F(\(sign == "−" ? "1 − a/2" : "a/2"); n − 1, (n − 1)(k − 1)), a = 1 − confidence"), .feldt,
      from: [.alpha])
  }
}

/// What goes with an outcome.
enum DriverMeaning {
  static let lmg = StatisticMeaning(
    Phrase(
      """
      The part of the outcome's variation that goes with this driver, averaged over all orders of the drivers; \
      association, not cause.
      """
    ),
    Phrase("Σ over subsets S without it of |S|!(p − 1 − |S|)!/p!·(R²(S and it) − R²(S))"), .shapley,
    from: [.correlation, .beta, .r2])

  static let share = StatisticMeaning(
    Phrase("The driver's part of all that the drivers go with."), Phrase("LMG/R²"), .shapley, from: [.r2, .lmg])

  static let beta = StatisticMeaning(
    Phrase("What one standard deviation of the driver adds while the others stand still."),
    Phrase("standardised coefficient"),
    .regression)

  static let correlation = StatisticMeaning(
    Phrase("How far driver and outcome move together, from −1 to 1."), Phrase("Cov(x, y)/(s_x·s_y)"), .pearson)

  static let penalty = StatisticMeaning(
    Phrase("How much lower the outcome is with answers at the lowest end of the driver than with those in the middle."),
    Phrase("coefficient of the lowest answers, outcome on two flags a driver, ordinary least squares"), .brandt)

  static let reward = StatisticMeaning(
    Phrase(
      "How much higher the outcome is with answers at the highest end of the driver than with those in the middle."),
    Phrase("coefficient of the highest answers, outcome on two flags a driver, ordinary least squares"), .brandt)

  static func slopeSE(of slope: Statistic) -> StatisticMeaning {
    StatisticMeaning(
      Phrase("How much that would vary from sample to sample."), Phrase("standard error of the coefficient"), .brandt,
      from: [slope])
  }

  static let asymmetry = StatisticMeaning(
    Phrase("Whether doing well wins more (up to 1) than doing badly loses (down to −1)."),
    Phrase("(r⁺ − p⁻)/(r⁺ + p⁻), p⁻ = |min(penalty, 0)|, r⁺ = max(reward, 0)"), .brandt, from: [.penalty, .reward])

  static let rank = StatisticMeaning(
    Phrase("The driver's place among the drivers; those whose intervals overlap share one."),
    Phrase("place by interval of LMG/R², overlapping ones together"), .shapley, from: [.lmgShareLow, .lmgShareHigh])

  static let r2 = StatisticMeaning(
    Phrase("The part of the outcome's variation that goes with all drivers together."),
    Phrase("R² = r′R⁻¹r, rows that answer all"),
    .regression)
}

/// How sure a figure is by leaving out one group of respondents at a time.
enum JackknifeMeaning {
  static func error(of figure: Statistic) -> StatisticMeaning {
    StatisticMeaning(
      Phrase("How much the figure would vary from sample to sample."),
      Phrase("√((G − 1)/G·Σ(θ₍g₎ − θ)²), θ₍g₎ without group g"), .kott,
      from: [figure])
  }

  static func bound(_ sign: String, of figure: Statistic, error: Statistic) -> StatisticMeaning {
    StatisticMeaning(
      sign == "−"
        ? Phrase("The lower end of the interval of the figure.")
        : Phrase("The upper end of the interval of the figure."),
      Phrase("θ ± t·standard error, G − 1 df"), .kott, from: [figure, error])
  }
}

/// All values of a segment at once.
enum GroupMeaning {
  static let kruskalH = StatisticMeaning(
    Phrase("How far apart the values of the segment rank."), Phrase("H/(1 − Σ(t³ − t)/(N³ − N)), t the sizes of ties"),
    .kruskal)

  static let kruskalP = StatisticMeaning(
    Phrase("How often chance alone puts the values so far apart by rank."), Phrase("P(χ² > H), values − 1 df"),
    .kruskal,
    from: [.kruskalH])

  static let epsilon2 = StatisticMeaning(
    Phrase("The part of the variation of ranks that lies between the values."), Phrase("H·(N + 1)/(N² − 1)"), .kruskal,
    from: [.kruskalH])

  static let welchF = StatisticMeaning(
    Phrase("How far apart the averages of the values are, spreads being allowed to differ."),
    Phrase("Welch's F, weights n/s²"),
    .welchAnova)

  static let welchDF2 = StatisticMeaning(
    Phrase("Degrees of freedom within the values."), Phrase("(k² − 1)/(3·Σ(1 − w/Σw)²/(n − 1))"), .welchAnova)

  static let welchP = StatisticMeaning(
    Phrase("How often chance alone puts the averages so far apart."), Phrase("P(F > f), k − 1 and df2"), .welchAnova,
    from: [.welchF, .welchDF2])
}

/// One side less another.
enum DifferenceMeaning {
  static func difference(in kind: SubjectKind) -> StatisticMeaning {
    StatisticMeaning(sides(kind), Phrase("mean₁ − mean₂"), source(kind), sure: certainty)
  }

  private static let certainty: [Statistic] = [
    .differenceSE, .differenceDF, .differenceT, .differenceP, .differenceQ, .differenceLow, .differenceHigh, .cliff,
    .tostP, .mde, .deltaPerception, .deltaExpectation, .deltaExpectationLow, .deltaExpectationHigh,
  ]

  private static func sides(_ kind: SubjectKind) -> Phrase {
    switch kind {
    case .parity: Phrase("The average of this value of the segment less that of all others.")
    case .change: Phrase("The average of the later wave less that of the earlier.")
    case .knowledge: Phrase("What one group believes customers expect less what customers do expect.")
    case .belief: Phrase("What one group believes customers get less what customers say they get.")
    case .column, .item, .cell, .dimension, .touchpoint, .overall, .outcome, .weights, .scorecard, .standard, .driver,
      .segment, .unit, .agreement:
      Phrase("The average of one group less that of another.")
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
    Phrase("How much the difference would vary from sample to sample."), Phrase("√(s₁²/n₁ + s₂²/n₂)"), .welch)

  static let df = StatisticMeaning(
    Phrase("Degrees of freedom, the two spreads being allowed to differ."),
    Phrase("(a + b)²/(a²/(n₁ − 1) + b²/(n₂ − 1)), a = s₁²/n₁, b = s₂²/n₂"), .welch)

  static let t = StatisticMeaning(
    Phrase("The difference in units of its standard error."), Phrase("difference/se"), .welch,
    from: [.difference, .differenceSE])

  static let p = StatisticMeaning(
    Phrase("How often chance alone gives a difference as large."), Phrase("2·P(T > |t|), T Student with df"), .welch,
    from: [.difference, .differenceSE, .differenceT, .differenceDF])

  static func bound(_ sign: String) -> StatisticMeaning {
    StatisticMeaning(
      sign == "−"
        ? Phrase("The lower end of the range of differences that the answers leave plausible.")
        : Phrase("The upper end of the range of differences that the answers leave plausible."),
      Phrase("difference \(sign) t(1 − α/2; df)·se"), .welch, from: [.difference, .differenceSE, .differenceDF])
  }

  static let cliff = StatisticMeaning(
    Phrase("How often somebody of the first side answers higher than somebody of the second, less how often lower."),
    Phrase("δ = (count(x > y) − count(x < y))/(n₁·n₂)"), .cliff, sure: [.cliffLow, .cliffHigh])

  static func cliffBound(_ sign: String) -> StatisticMeaning {
    StatisticMeaning(
      sign == "−"
        ? Phrase("The lower end of the interval of δ.")
        : Phrase("The upper end of the interval of δ."),
      Phrase("(δ − δ³ \(sign) q·s·√((1 − δ²)² + q²s²))/(1 − δ² + q²s²), q = t(1 − α/2; n₁ + n₂ − 2)"), .cliff,
      from: [.cliff])
  }

  static let tost = StatisticMeaning(
    Phrase(
      """
      How often chance alone makes the two sides look as alike, were they a twentieth of the scale, or the agreed margin, apart.
      """),
    Phrase("the larger of the one-sided p against −Δ and +Δ"), .schuirmann,
    from: [.difference, .differenceSE, .differenceDF])

  static let mde = StatisticMeaning(
    Phrase("The smallest difference that this many answers would show."), Phrase("(z(1 − α/2) + z(power))·se"), .bloom,
    from: [.differenceSE])

  static let deltaPerception = StatisticMeaning(
    Phrase("How much of the change of the gap is a change of what customers say they get."),
    Phrase("mean p of the later wave less that of the earlier"), .own)

  static let deltaExpectation = StatisticMeaning(
    Phrase("How much of the change of the gap is a change of what customers expect."),
    Phrase("mean e of the later wave less that of the earlier"), .own)

  static func deltaBound(_ sign: String) -> StatisticMeaning {
    StatisticMeaning(
      sign == "−"
        ? Phrase("The lower end of the interval of what customers expect more, or less, than before.")
        : Phrase("The upper end of the interval of what customers expect more, or less, than before."),
      Phrase("difference of the mean e \(sign) t(1 − α/2; df)·se"), .welch, from: [.deltaExpectation])
  }
}

/// One value of a segment against all others at the same touchpoints.
enum MixMeaning {
  static let chi2 = StatisticMeaning(
    Phrase("How far the shares of answers at the two best levels are apart at the same touchpoints."),
    Phrase("(Σ(a − E))²/ΣV over touchpoints, V = n₁n₂m₁m₂/(n²(n − 1)), no correction"), .mantel)

  static let p = StatisticMeaning(
    Phrase("How often chance alone puts the shares so far apart."), Phrase("P(χ² > chi2), 1 df"), .mantel,
    from: [.cmhChi2])

  static let oddsRatio = StatisticMeaning(
    Phrase("The odds of an answer at the two best levels against those of all others, at the same touchpoints."),
    Phrase("Σ(ad/n)/Σ(bc/n) over touchpoints"), .mantel, sure: [.cmhP])

  static let difference = StatisticMeaning(
    Phrase("The share of answers at the two best levels less that of all others, at the same touchpoints."),
    Phrase("Σw(p₁ − p₂)/Σw over touchpoints, w = n₁n₂/n"), .mantel, sure: [.cmhChi2, .cmhP])

  static let raw = StatisticMeaning(
    Phrase("The same share less that of all others, whatever the touchpoint."),
    Phrase("p₁ − p₂ over all touchpoints together"),
    .counting)

  static let reversed = StatisticMeaning(
    Phrase(
      """
      1 where the difference turns around at the same touchpoints (Simpson's paradox): the mix of touchpoints makes \
      what one sees.
      """
    ),
    Phrase("1 if the raw and the adjusted difference have opposite signs, else 0"), .mantel,
    from: [.cmhRawDifference, .cmhDifference], sure: [.cmhP])
}
