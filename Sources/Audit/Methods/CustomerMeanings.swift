/// Shares of customers.
enum ShareMeaning {
  static func top(_ levels: Int) -> StatisticMeaning {
    let (low, high): (Statistic, Statistic) = levels == 2 ? (.top2Low, .top2High) : (.top3Low, .top3High)
    return StatisticMeaning(
      levels == 2
        ? Phrase("The share of answers at the two best levels.")
        : Phrase("The share of answers at the three best levels."),
      Phrase("count(\(levels) best levels)/n; of a set, rows whose mean is at least the \(levels)-best level"),
      .counting,
      sure: [low, high])
  }

  static let lowest = StatisticMeaning(
    Phrase("The share of answers at the two lowest levels."),
    Phrase("count(2 lowest levels)/n; of a set, rows whose mean is at most minimum + 1"), .counting,
    sure: [.bottom2Low, .bottom2High])

  static let failed = StatisticMeaning(
    Phrase(
      """
      The share of customers who are seriously failed: what they get is below the target by more than a quarter of the \
      scale.
      """
    ),
    Phrase("F_s = count(κ > R/4)/n, κ = mean over the items answered of max(0, target − p)"), .shortfall,
    sure: [.failedLow, .failedHigh, .failedShortfalls, .failedSurpluses, .failedSignP, .failedSignQ])

  static let shortfalls = StatisticMeaning(
    Phrase("Customers who fall short of their own expectation by more than a quarter of the scale."),
    Phrase("count(mean d < −R/4)"),
    .shortfall)

  static let surpluses = StatisticMeaning(
    Phrase("Customers who are surpassed by more than a quarter of the scale."), Phrase("count(mean d > R/4)"),
    .shortfall)

  static let signP = StatisticMeaning(
    Phrase("How often chance alone makes the seriously failed and the seriously surpassed so uneven."),
    Phrase("exact two-sided binomial, shortfalls of shortfalls + surpluses at ½"), .signTest,
    from: [.failedShortfalls, .failedSurpluses])

  static let satisfied = StatisticMeaning(
    Phrase("The share of answers from which a customer counts as satisfied."), Phrase("count(p ≥ satisfied-from)/n"),
    .counting)

  static func plain(in kind: SubjectKind) -> StatisticMeaning {
    switch kind {
    case .scorecard, .standard:
      StatisticMeaning(
        Phrase("The share of occasions on which it was met."), Phrase("met/n"), .counting, from: [.n, .met],
        sure: [.shareLow, .shareHigh])
    case .outcome:
      StatisticMeaning(
        Phrase("The share that says yes."), Phrase("count(yes)/n"), .counting, from: [.n],
        sure: [.shareLow, .shareHigh])
    case .column, .item, .cell, .dimension, .touchpoint, .overall, .weights, .driver, .segment, .parity, .unit, .change,
      .knowledge, .belief, .agreement:
      StatisticMeaning(Phrase("A share."), Phrase("count/n"), .counting, sure: [.shareLow, .shareHigh])
    }
  }
}

/// How much is short, and what it weighs.
enum SizeMeaning {
  static let f0 = StatisticMeaning(
    Phrase("The share of customers with any shortfall."), Phrase("count(κ > 0)/n"), .shortfall)

  static let f1 = StatisticMeaning(
    Phrase(
      """
      Reach times depth of the shortfall: 0 where nobody lacks anything, 1 where all expect the best and get the worst.
      """
    ),
    Phrase("mean of κ/R"), .shortfall, sure: [.f1SE])

  static let f2 = StatisticMeaning(
    Phrase("The same with more weight on deep shortfalls."), Phrase("mean of (κ/R)²"), .shortfall)

  static let f1SE = StatisticMeaning(
    Phrase("How much F1 would vary from sample to sample."), Phrase("√((F2 − F1²)/(n − 1))"), .shortfall,
    from: [.f1, .f2])

  static let importance = StatisticMeaning(
    Phrase("How important it is to customers, the average being 1; 1 where nobody was asked."),
    Phrase("ω = K·share of the points over K dimensions, or mean rating/average rating"), .servqual)

  static let severity = StatisticMeaning(
    Phrase("How bad it is for those who pass the touchpoint, important things counting more."), Phrase("S = 100·F1·ω"),
    .own,
    from: [.f1, .importance])

  static let burden = StatisticMeaning(
    Phrase("What it weighs on all customers."),
    Phrase("B = x·S, x the touchpoint's declared share of customers, 1 where none is declared"),
    .own, from: [.severity])

  static let credibility = StatisticMeaning(
    Phrase("How far the answers carry in the order of the register."), Phrase("Z = n/(n + K)"), .credibility, from: [.n]
  )
}

/// Importance against performance.
enum QuadrantMeaning {
  static func quadrant(in kind: SubjectKind) -> StatisticMeaning {
    StatisticMeaning(
      Phrase(
        """
        1: important and done worse than the others, concentrate here; 2: important and done well, keep up; 3: \
        neither, low priority; 4: done well and of little importance, possible overkill.
        """),
      Phrase(
        """
        the cross stands at the means of importance and of performance, (mean p − min)/R; importance is \
        \(importance(kind))
        """), .martilla, from: basis(kind), sure: [.quadrantStability])
  }

  private static func importance(_ kind: SubjectKind) -> Phrase {
    switch kind {
    case .driver: Phrase("LMG/R²")
    case .item: Phrase("the mean rating of importance")
    case .column, .cell, .dimension, .touchpoint, .overall, .outcome, .weights, .scorecard, .standard, .segment,
      .parity,
      .unit, .change, .knowledge, .belief, .agreement:
      Phrase("ω")
    }
  }

  private static func basis(_ kind: SubjectKind) -> [Statistic] {
    switch kind {
    case .driver: [.r2, .lmgShare]
    case .item, .column, .cell, .dimension, .touchpoint, .overall, .outcome, .weights, .scorecard, .standard, .segment,
      .parity, .unit, .change, .knowledge, .belief, .agreement:
      [.importance, .perceptionMean]
    }
  }

  static let stability = StatisticMeaning(
    Phrase("How often the quadrant stays when one group of respondents is left out; below 0.8 it is borderline."),
    Phrase("count(quadrant without group g is the same)/G"), .kott, from: [.quadrant])

  static let distance = StatisticMeaning(
    Phrase("How much more important it is than well done, on the one scale that both were asked on."),
    Phrase("mean rating of importance − mean p"), .bacon, from: [.perceptionMean])
}

/// Overall judgements.
enum OutcomeMeaning {
  static let nps = StatisticMeaning(
    Phrase("Those who would recommend less those who would not, per 100 customers."),
    Phrase("100·(promoters − detractors)/n"),
    .reichheld, from: [.n, .promoters, .passives, .detractors], sure: [.npsSE, .npsLow, .npsHigh])

  static let npsSE = StatisticMeaning(
    Phrase("How much the score would vary from sample to sample."),
    Phrase("100·√((p + d − (p − d)²)/n), p and d the two shares"),
    .rocks,
    from: [.promoters, .detractors, .nps])

  static func npsBound(_ sign: String) -> StatisticMeaning {
    StatisticMeaning(
      sign == "−"
        ? Phrase("The lower end of the range of scores that the answers leave plausible.")
        : Phrase("The upper end of the range of scores that the answers leave plausible."),
      Phrase("adjusted Wald: s′ \(sign) z·√((p′ + d′ − s′²)/n′), n′ = n + 3, ¾ promoter and ¾ detractor added"), .rocks,
      from: [.promoters, .detractors, .nps])
  }

  static func mean(in kind: SubjectKind) -> StatisticMeaning {
    switch kind {
    case .unit: StatisticMeaning(Phrase("The average of the unit's rows."), Phrase("Σx/n"), .counting, from: [.n])
    case .column, .item, .cell, .dimension, .touchpoint, .overall, .outcome, .weights, .scorecard, .standard, .driver,
      .segment, .parity, .change, .knowledge, .belief, .agreement:
      Quantity.answer.mean(sure: [.sd, .meanLow, .meanHigh])
    }
  }
}

/// Visits and checks.
enum VisitMeaning {
  static let score = StatisticMeaning(
    Phrase("Points gained of those that applied, where a visit that missed a knock-out gained nothing."),
    Phrase("R = Σg/Σa over visits"), .cochran, from: [.n, .pointsGained, .pointsApplicable, .knockOuts],
    sure: [.scoreLow, .scoreHigh])

  static let pointsShare = StatisticMeaning(
    Phrase("Points gained of those that applied, knock-outs left aside."), Phrase("R = Σg/Σa over visits"), .cochran,
    from: [.n, .pointsGained, .pointsApplicable], sure: [.pointsLow, .pointsHigh])

  static let requiredP = StatisticMeaning(
    Phrase("How often chance alone gives so few met, were it met as often as required."),
    Phrase("P(X ≤ met), X binomial with n checks at the required share"), .binomial, from: [.n, .met, .required])

  static let requiredQ = StatisticMeaning(
    Phrase("The same chance, corrected for all standards that were checked."),
    Phrase("q of the i-th smallest of m: min over j ≥ i of p_j·m/j, at most 1"), .benjaminiHochberg, from: [.requiredP])
}
