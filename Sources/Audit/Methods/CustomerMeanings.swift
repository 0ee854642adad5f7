/// Shares of customers.
enum ShareMeaning {
  static func top(_ levels: Int) -> StatisticMeaning {
    let (low, high): (Statistic, Statistic) = levels == 2 ? (.top2Low, .top2High) : (.top3Low, .top3High)
    return .share(
      "answers at the \(levels == 2 ? "two" : "three") best levels",
      "count(\(levels) best levels)/n; of a set, rows whose mean is at least the \(levels)-best level",
      sure: [low, high])
  }

  static let lowest = StatisticMeaning.share(
    "answers at the two lowest levels", "count(2 lowest levels)/n; of a set, rows whose mean is at most minimum + 1",
    sure: [.bottom2Low, .bottom2High])

  static let failed = StatisticMeaning(
    "The share of customers who are seriously failed: what they get is below the target by more than a quarter of the scale.",
    "F_s = count(κ > R/4)/n, κ = mean over the items answered of max(0, target − p)", .shortfall,
    sure: [.failedLow, .failedHigh, .failedShortfalls, .failedSurpluses, .failedSignP, .failedSignQ])

  static let shortfalls = StatisticMeaning(
    "Customers who fall short of their own expectation by more than a quarter of the scale.", "count(mean d < −R/4)",
    .shortfall)

  static let surpluses = StatisticMeaning(
    "Customers who are surpassed by more than a quarter of the scale.", "count(mean d > R/4)", .shortfall)

  static let signP = StatisticMeaning(
    "How often chance alone makes the seriously failed and the seriously surpassed so uneven.",
    "exact two-sided binomial, shortfalls of shortfalls + surpluses at ½", .signTest,
    from: [.failedShortfalls, .failedSurpluses])

  static let satisfied = StatisticMeaning(
    "The share of answers from which a customer counts as satisfied.", "count(p ≥ satisfied-from)/n", .counting)

  static func plain(in kind: SubjectKind) -> StatisticMeaning {
    switch kind {
    case .scorecard, .standard:
      StatisticMeaning(
        "The share of occasions on which it was met.", "met/n", .counting, from: [.n, .met],
        sure: [.shareLow, .shareHigh])
    case .outcome:
      StatisticMeaning(
        "The share that says yes.", "count(yes)/n", .counting, from: [.n], sure: [.shareLow, .shareHigh])
    case .column, .item, .cell, .dimension, .touchpoint, .overall, .weights, .driver, .segment, .parity, .unit, .change,
      .knowledge, .belief, .agreement:
      StatisticMeaning("A share.", "count/n", .counting, sure: [.shareLow, .shareHigh])
    }
  }
}

/// How much is short, and what it weighs.
enum SizeMeaning {
  static let f0 = StatisticMeaning("The share of customers with any shortfall.", "count(κ > 0)/n", .shortfall)

  static let f1 = StatisticMeaning(
    "Reach times depth of the shortfall: 0 where nobody lacks anything, 1 where all expect the best and get the worst.",
    "mean of κ/R", .shortfall, sure: [.f1SE])

  static let f2 = StatisticMeaning(
    "The same with more weight on deep shortfalls.", "mean of (κ/R)²", .shortfall)

  static let f1SE = StatisticMeaning(
    "How much F1 would vary from sample to sample.", "√((F2 − F1²)/(n − 1))", .shortfall, from: [.f1, .f2])

  static let importance = StatisticMeaning(
    "How important it is to customers, the average being 1; 1 where nobody was asked.",
    "ω = K·share of the points over K dimensions, or mean rating/average rating", .servqual)

  static let severity = StatisticMeaning(
    "How bad it is for those who pass the touchpoint, important things counting more.", "S = 100·F1·ω", .own,
    from: [.f1, .importance])

  static let burden = StatisticMeaning(
    "What it weighs on all customers.",
    "B = x·S, x the touchpoint's declared share of customers, 1 where none is declared",
    .own, from: [.severity])

  static let credibility = StatisticMeaning(
    "How far the answers carry in the order of the register.", "Z = n/(n + K)", .credibility, from: [.n])
}

/// Importance against performance.
enum QuadrantMeaning {
  static func quadrant(in kind: SubjectKind) -> StatisticMeaning {
    StatisticMeaning(
      "1: important and done worse than the others, concentrate here; 2: important and done well, keep up; 3: neither, low "
        + "priority; 4: done well and of little importance, possible overkill.",
      "the cross stands at the means of importance and of performance, (mean p − min)/R; importance is "
        + importance(kind), .martilla, from: basis(kind), sure: [.quadrantStability])
  }

  private static func importance(_ kind: SubjectKind) -> String {
    switch kind {
    case .driver: "LMG/R²"
    case .item: "the mean rating of importance"
    case .column, .cell, .dimension, .touchpoint, .overall, .outcome, .weights, .scorecard, .standard, .segment,
      .parity,
      .unit, .change, .knowledge, .belief, .agreement:
      "ω"
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
    "How often the quadrant stays when one group of respondents is left out; below 0.8 it is borderline.",
    "count(quadrant without group g is the same)/G", .kott, from: [.quadrant])

  static let distance = StatisticMeaning(
    "How much more important it is than well done, on the one scale that both were asked on.",
    "mean rating of importance − mean p", .bacon, from: [.perceptionMean])
}

/// Overall judgements.
enum OutcomeMeaning {
  static let nps = StatisticMeaning(
    "Those who would recommend less those who would not, per 100 customers.", "100·(promoters − detractors)/n",
    .reichheld, from: [.n, .promoters, .passives, .detractors], sure: [.npsSE, .npsLow, .npsHigh])

  static let npsSE = StatisticMeaning(
    "How much the score would vary from sample to sample.", "100·√((p + d − (p − d)²)/n), p and d the two shares",
    .rocks,
    from: [.promoters, .detractors, .nps])

  static func npsBound(_ sign: String) -> StatisticMeaning {
    StatisticMeaning(
      "The \(sign == "−" ? "lower" : "upper") end of the range of scores that the answers leave plausible.",
      "adjusted Wald: s′ \(sign) z·√((p′ + d′ − s′²)/n′), n′ = n + 3, ¾ promoter and ¾ detractor added", .rocks,
      from: [.promoters, .detractors, .nps])
  }

  static func mean(in kind: SubjectKind) -> StatisticMeaning {
    switch kind {
    case .unit: StatisticMeaning("The average of the unit's rows.", "Σx/n", .counting, from: [.n])
    case .column, .item, .cell, .dimension, .touchpoint, .overall, .outcome, .weights, .scorecard, .standard, .driver,
      .segment, .parity, .change, .knowledge, .belief, .agreement:
      Quantity.answer.mean(sure: [.sd, .meanLow, .meanHigh])
    }
  }
}

/// Figures under weights of a column, or under those that bring answers to known shares of segments.
enum WeightMeaning {
  static let deff = StatisticMeaning(
    "How many times as many answers the uneven weights cost.", "n·Σw²/(Σw)²", .kish)

  static let effectiveN = StatisticMeaning(
    "How many answers without weights would tell as much.", "(Σw)²/Σw²", .kish)

  static let nps = StatisticMeaning(
    "The score with each answer counted by its weight.", "100·Σw·(promoter − detractor)/Σw", .kish, from: [.nps],
    sure: [.weightedNPSSE, .weightedNPSLow, .weightedNPSHigh])

  static func mean(_ what: String, _ unweighted: [Statistic], sure certainty: [Statistic]) -> StatisticMeaning {
    StatisticMeaning(
      "The average of \(what), each row counted by its weight. \(raked)", "Σwx/Σw", .deming, from: unweighted,
      sure: certainty)
  }

  static func share(_ what: String, _ unweighted: [Statistic], sure certainty: [Statistic]) -> StatisticMeaning {
    StatisticMeaning(
      "The share of \(what), each row counted by its weight. \(raked)", "Σw·[it holds]/Σw", .deming, from: unweighted,
      sure: certainty)
  }

  private static let raked =
    "Weights stand in a column, or are those that bring the answers to the known shares of segments."

  static func error(of figure: Statistic) -> StatisticMeaning {
    StatisticMeaning(
      "How much the weighted figure would vary from sample to sample, the weights being fixed.",
      "√(n/(n − 1)·Σw²(x − mean)²)/Σw; of answers brought to the shares W of one segment √(ΣW²s²/n)", .kish,
      from: [figure])
  }

  static let t = StatisticMeaning(
    "The weighted gap in units of its standard error, against a true gap of 0.", "t = mean/se", .kish,
    from: [.weightedGap, .weightedGapSE])

  static let df = StatisticMeaning(
    "Degrees of freedom of the t test: as many as unweighted answers that would tell as much.",
    "n_eff − 1 = (Σw)²/Σw² − 1; of answers brought to the shares of one segment n − values", .kish)

  static let p = StatisticMeaning(
    "How often chance alone gives a weighted gap as far from 0.", "2·P(T > |t|), T Student with df", .kish,
    from: [.weightedGapT, .weightedGapDF])
}

/// Visits and checks.
enum VisitMeaning {
  static let score = StatisticMeaning(
    "Points gained of those that applied, where a visit that missed a knock-out gained nothing.",
    "R = Σg/Σa over visits", .cochran, from: [.n, .pointsGained, .pointsApplicable, .knockOuts],
    sure: [.scoreLow, .scoreHigh])

  static let pointsShare = StatisticMeaning(
    "Points gained of those that applied, knock-outs left aside.", "R = Σg/Σa over visits", .cochran,
    from: [.n, .pointsGained, .pointsApplicable], sure: [.pointsLow, .pointsHigh])

  static let requiredP = StatisticMeaning(
    "How often chance alone gives so few met, were it met as often as required.",
    "P(X ≤ met), X binomial with n checks at the required share", .binomial, from: [.n, .met, .required])

  static let requiredQ = StatisticMeaning(
    "The same chance, corrected for all standards that were checked.",
    "q of the i-th smallest of m: min over j ≥ i of p_j·m/j, at most 1", .benjaminiHochberg, from: [.requiredP])
}
