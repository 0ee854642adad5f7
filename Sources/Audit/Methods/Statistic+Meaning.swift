extension Statistic {
  /// What this statistic is where it is about a subject of this kind.
  ///
  /// Exhaustive: a new statistic does not compile before somebody has said what it is.
  package func meaning(in kind: SubjectKind) -> StatisticMeaning {
    switch self {
    case .rows: .init(Phrase("Records of the file that could be used."), Phrase("count"), .counting)
    case .valid: .init(Phrase("Answers that count."), Phrase("count of cells on the scale"), .counting, from: [.rows])
    case .missing:
      .init(Phrase("Cells without an answer."), Phrase("count of empty cells and missing codes"), .counting)
    case .notApplicable:
      .init(Phrase("Cells that say “does not apply”."), Phrase("count of the codes for it"), .counting)
    case .invalid: .init(Phrase("Cells that could not be read or are off the scale."), Phrase("count"), .counting)
    case .n: .init(Self.whatCounts(kind), Phrase("count"), .counting)

    case .expectationMean: Quantity.expectation.mean(sure: [.expectationSD])
    case .expectationSD: Quantity.expectation.sd()
    case .perceptionMean: Quantity.perception.mean(sure: [.perceptionSD, .perceptionLow, .perceptionHigh])
    case .perceptionSD: Quantity.perception.sd()
    case .perceptionLow: Quantity.perception.bound("−", [.perceptionMean, .perceptionSD])
    case .perceptionHigh: Quantity.perception.bound("+", [.perceptionMean, .perceptionSD])
    case .gapMean:
      Quantity.gap.mean(
        from: [.expectationMean, .perceptionMean],
        sure: [.gapSD, .gapSE, .gapDF, .gapT, .gapP, .gapPExact, .gapQ, .gapLow, .gapHigh, .gapDz])
    case .gapSD: Quantity.gap.sd()
    case .gapSE: Quantity.gap.se(from: .gapSD)
    case .gapT: Quantity.gap.t(.gapMean, [.gapSE])
    case .gapDF: Quantity.gap.df()
    case .gapP: Quantity.gap.p(.gapT, .gapDF)
    case .gapPExact: Quantity.gap.exact(.gapMean)
    case .gapQ: Quantity.gap.q([.gapP, .gapPExact])
    case .gapLow: Quantity.gap.bound("−", [.gapMean, .gapSE])
    case .gapHigh: Quantity.gap.bound("+", [.gapMean, .gapSE])
    case .gapDz: Quantity.gap.dz(.gapMean, [.gapSD])
    case .gapDav:
      .init(
        Phrase("The average gap in average standard deviations of expectation and perception."),
        Phrase("mean gap/((s_E + s_P)/2)"),
        .lakens, from: [.gapMean, .expectationSD, .perceptionSD])
    case .gapR:
      .init(
        Phrase("How far those who expect more also say they get more: the correlation of E and P."),
        Phrase("(s_E² + s_P² − s_d²)/(2·s_E·s_P)"), .pearson, from: [.expectationSD, .perceptionSD, .gapSD])
    case .wPlus:
      .init(
        Phrase("The ranks of the gaps above 0, added up."), Phrase("Σ ranks of |d| where d > 0, zeros ranked too"),
        .wilcoxon)
    case .wMinus:
      .init(
        Phrase("The ranks of the gaps below 0, added up."), Phrase("Σ ranks of |d| where d < 0, zeros ranked too"),
        .wilcoxon)
    case .signedRankZ:
      .init(
        Phrase("How far the ranks above 0 are from half of all, in standard deviations."),
        Phrase("(W⁺ − (W⁺ + W⁻)/2)/√(¼·Σr²), no continuity correction"), .wilcoxon, from: [.wPlus, .wMinus])
    case .signedRankP:
      .init(
        Phrase("How often chance alone puts the ranks as far apart."), Phrase("2·P(Z > |z|)"), .wilcoxon,
        from: [.signedRankZ])
    case .signedRankPExact:
      .init(
        Phrase("The same chance, counted over all ways to turn signs around."),
        Phrase("2·P(W ≤ min(W⁺, W⁻)) over 2^m signs, at most 1"),
        .wilcoxon, from: [.wPlus, .wMinus])
    case .rankBiserial:
      .init(
        Phrase("How one-sided the ranks are, from −1 (all short) to 1."), Phrase("(W⁺ − W⁻)/(W⁺ + W⁻)"), .kerby,
        from: [.wPlus, .wMinus])

    case .targetLevel:
      .init(
        Phrase("The answer from which a customer counts as satisfied."),
        Phrase("nearest to min + 0.75·R, ties upward; of a set the mean"),
        .own)
    case .targetMean:
      Quantity.target.mean(
        from: [.targetLevel, .perceptionMean],
        sure: [.perceptionSD, .targetDF, .targetT, .targetP, .targetPExact, .targetQ, .targetDz])
    case .targetT: Quantity.target.t(.targetMean, [.perceptionSD])
    case .targetDF: Quantity.target.df()
    case .targetP: Quantity.target.p(.targetT, .targetDF)
    case .targetPExact: Quantity.target.exact(.targetMean)
    case .targetQ: Quantity.target.q([.targetP, .targetPExact])
    case .targetDz: Quantity.target.dz(.targetMean, [.perceptionSD])

    case .msaMean:
      Quantity.adequacy.mean(
        sure: [.msaSD, .msaSE, .msaDF, .msaT, .msaP, .msaPExact, .msaQ, .msaLow, .msaHigh, .msaDz])
    case .msaSD: Quantity.adequacy.sd()
    case .msaSE: Quantity.adequacy.se(from: .msaSD)
    case .msaT: Quantity.adequacy.t(.msaMean, [.msaSE])
    case .msaDF: Quantity.adequacy.df()
    case .msaP: Quantity.adequacy.p(.msaT, .msaDF)
    case .msaPExact: Quantity.adequacy.exact(.msaMean)
    case .msaQ: Quantity.adequacy.q([.msaP, .msaPExact])
    case .msaLow: Quantity.adequacy.bound("−", [.msaMean, .msaSE])
    case .msaHigh: Quantity.adequacy.bound("+", [.msaMean, .msaSE])
    case .msaDz: Quantity.adequacy.dz(.msaMean, [.msaSD])
    case .mssMean: Quantity.superiority.mean(sure: [.mssSD, .mssLow, .mssHigh])
    case .mssSD: Quantity.superiority.sd()
    case .mssLow: Quantity.superiority.bound("−", [.mssMean, .mssSD])
    case .mssHigh: Quantity.superiority.bound("+", [.mssMean, .mssSD])
    case .zoneWidth:
      .init(
        Phrase("How much lies, on average, between what is acceptable and what is wished for."),
        Phrase("mean (p − M) − mean (p − D)"),
        .zone, from: [.msaMean, .mssMean])
    case .zoneBelow:
      .init(Phrase("The share of customers who get less than they find acceptable."), Phrase("count(p < M)/n"), .zone)
    case .zoneInside:
      .init(
        Phrase("The share of customers who get what is acceptable, and no more than they wish for."),
        Phrase("count(M ≤ p ≤ D)/n"), .zone)
    case .zoneAbove:
      .init(Phrase("The share of customers who get more than they wish for."), Phrase("count(p > D)/n"), .zone)
    case .zonePosition:
      .init(
        Phrase("Where the service stands between acceptable (0) and wished for (1)."),
        Phrase("mean (p − M)/mean (D − M)"), .zone,
        from: [.msaMean, .zoneWidth])

    case .top2Share: ShareMeaning.top(2)
    case .top2Low: .wilson("−", of: .top2Share)
    case .top2High: .wilson("+", of: .top2Share)
    case .bottom2Share: ShareMeaning.lowest
    case .bottom2Low: .wilson("−", of: .bottom2Share)
    case .bottom2High: .wilson("+", of: .bottom2Share)
    case .failedShare: ShareMeaning.failed
    case .failedLow: .wilson("−", of: .failedShare)
    case .failedHigh: .wilson("+", of: .failedShare)
    case .failedShortfalls: ShareMeaning.shortfalls
    case .failedSurpluses: ShareMeaning.surpluses
    case .failedSignP: ShareMeaning.signP
    case .failedSignQ: Quantity.gap.q([.failedSignP])
    case .satisfiedShare: ShareMeaning.satisfied
    case .f0: SizeMeaning.f0
    case .f1: SizeMeaning.f1
    case .f2: SizeMeaning.f2
    case .f1SE: SizeMeaning.f1SE
    case .f1Jackknife: JackknifeMeaning.error(of: .f1)
    case .importance: SizeMeaning.importance
    case .quadrant: QuadrantMeaning.quadrant(in: kind)
    case .quadrantStability: QuadrantMeaning.stability
    case .quadrantDistance: QuadrantMeaning.distance
    case .severity: SizeMeaning.severity
    case .burden: SizeMeaning.burden
    case .credibility: SizeMeaning.credibility

    case .nps: OutcomeMeaning.nps
    case .npsSE: OutcomeMeaning.npsSE
    case .npsLow: OutcomeMeaning.npsBound("−")
    case .npsHigh: OutcomeMeaning.npsBound("+")
    case .promoters: .init(Phrase("Those who would recommend."), Phrase("count of 9 and 10"), .reichheld)
    case .passives: .init(Phrase("Those in between."), Phrase("count of 7 and 8"), .reichheld)
    case .detractors: .init(Phrase("Those who would not recommend."), Phrase("count of 0 to 6"), .reichheld)
    case .mean: OutcomeMeaning.mean(in: kind)
    case .sd: Quantity.answer.sd()
    case .meanLow: Quantity.answer.bound("−", [.mean, .sd])
    case .meanHigh: Quantity.answer.bound("+", [.mean, .sd])
    case .top3Share: ShareMeaning.top(3)
    case .top3Low: .wilson("−", of: .top3Share)
    case .top3High: .wilson("+", of: .top3Share)
    case .share: ShareMeaning.plain(in: kind)
    case .shareLow: .wilson("−", of: .share)
    case .shareHigh: .wilson("+", of: .share)
    case .controlCentre: ControlMeaning.centre
    case .controlLow: ControlMeaning.limit("−")
    case .controlHigh: ControlMeaning.limit("+")
    case .controlSignal: ControlMeaning.signal

    case .deff: WeightMeaning.deff
    case .effectiveN: WeightMeaning.effectiveN
    case .leastWeight: .init(Phrase("The lowest weight."), Phrase("min w"), .counting)
    case .mostWeight: .init(Phrase("The highest weight."), Phrase("max w"), .counting)
    case .weightedPerception:
      WeightMeaning.mean(
        Phrase("The average of what customers say they get, each row counted by its weight."), [.perceptionMean],
        sure: [.weightedPerceptionSE, .weightedPerceptionLow, .weightedPerceptionHigh])
    case .weightedPerceptionSE: WeightMeaning.error(of: .weightedPerception)
    case .weightedPerceptionLow: .weightedBound("−", of: .weightedPerception)
    case .weightedPerceptionHigh: .weightedBound("+", of: .weightedPerception)
    case .weightedGap:
      WeightMeaning.mean(
        Phrase("The average of the gap, each row counted by its weight."), [.gapMean],
        sure: [
          .weightedGapSD, .weightedGapSE, .weightedGapDF, .weightedGapT, .weightedGapP, .weightedGapQ, .weightedGapLow,
          .weightedGapHigh, .weightedGapDz,
        ])
    case .weightedGapSE: WeightMeaning.error(of: .weightedGap)
    case .weightedGapT: WeightMeaning.t
    case .weightedGapDF: WeightMeaning.df
    case .weightedGapP: WeightMeaning.p
    case .weightedGapLow: .weightedBound("−", of: .weightedGap)
    case .weightedGapHigh: .weightedBound("+", of: .weightedGap)
    case .weightedNPS: WeightMeaning.nps
    case .weightedNPSSE: WeightMeaning.error(of: .weightedNPS)
    case .weightedNPSLow: .weightedShareBound("−", of: .weightedNPS)
    case .weightedNPSHigh: .weightedShareBound("+", of: .weightedNPS)
    case .weightedMean:
      WeightMeaning.mean(
        Phrase("The average of the answers, each row counted by its weight."), [.mean],
        sure: [.weightedMeanSE, .weightedMeanLow, .weightedMeanHigh])
    case .weightedMeanSE: WeightMeaning.error(of: .weightedMean)
    case .weightedMeanLow: .weightedBound("−", of: .weightedMean)
    case .weightedMeanHigh: .weightedBound("+", of: .weightedMean)
    case .weightedTop2:
      WeightMeaning.share(
        Phrase("The share of answers at the two best levels, each row counted by its weight."), [.top2Share],
        sure: [.weightedTop2SE, .weightedTop2Low, .weightedTop2High])
    case .weightedTop2SE: WeightMeaning.error(of: .weightedTop2)
    case .weightedTop2Low: .weightedShareBound("−", of: .weightedTop2)
    case .weightedTop2High: .weightedShareBound("+", of: .weightedTop2)
    case .weightedShare:
      WeightMeaning.share(
        Phrase("The share of yes, each row counted by its weight."), [.share],
        sure: [.weightedShareSE, .weightedShareLow, .weightedShareHigh])
    case .weightedShareSE: WeightMeaning.error(of: .weightedShare)
    case .weightedShareLow: .weightedShareBound("−", of: .weightedShare)
    case .weightedShareHigh: .weightedShareBound("+", of: .weightedShare)
    case .weightedExpectation, .weightedTarget, .weightedMSA, .weightedMSS, .weightedF1:
      WeightMeaning.twin(of: self, in: kind, WeightMeaning.meanFormula)
    case .weightedGapSD, .weightedMSASD: WeightMeaning.twin(of: self, in: kind, WeightMeaning.sdFormula, .kish)
    case .weightedGapDz, .weightedMSADz, .weightedTargetDz, .weightedTargetT, .weightedMSAT,
      .weightedSeverity, .weightedBurden, .weightedDifference, .weightedDifferenceT, .weightedDifferenceP,
      .weightedDifferenceLow, .weightedDifferenceHigh, .weightedTostP, .weightedMDE, .weightedDeltaPerception,
      .weightedDeltaExpectation,
      .weightedDeltaExpectationLow, .weightedDeltaExpectationHigh:
      WeightMeaning.twin(of: self, in: kind)
    case .weightedGapQ, .weightedTargetQ, .weightedMSAQ, .weightedSignQ, .weightedDifferenceQ:
      WeightMeaning.q(of: self, in: kind)
    case .weightedTargetDF, .weightedMSADF: WeightMeaning.df
    case .weightedTargetP, .weightedMSAP: WeightMeaning.twin(of: self, in: kind, WeightMeaning.testFormula, .kish)
    case .weightedMSASE: WeightMeaning.error(of: .weightedMSA)
    case .weightedMSALow: .weightedBound("−", of: .weightedMSA)
    case .weightedMSAHigh: .weightedBound("+", of: .weightedMSA)
    case .weightedMSSLow: .weightedBound("−", of: .weightedMSS)
    case .weightedMSSHigh: .weightedBound("+", of: .weightedMSS)
    case .weightedZoneBelow, .weightedZoneInside, .weightedZoneAbove, .weightedBottom2, .weightedSatisfied,
      .weightedFailed, .weightedTop3:
      WeightMeaning.twin(of: self, in: kind, WeightMeaning.shareFormula)
    case .weightedBottom2Low: .weightedShareBound("−", of: .weightedBottom2)
    case .weightedBottom2High: .weightedShareBound("+", of: .weightedBottom2)
    case .weightedFailedLow: .weightedShareBound("−", of: .weightedFailed)
    case .weightedFailedHigh: .weightedShareBound("+", of: .weightedFailed)
    case .weightedTop3Low: .weightedShareBound("−", of: .weightedTop3)
    case .weightedTop3High: .weightedShareBound("+", of: .weightedTop3)
    case .weightedShortfalls, .weightedSurpluses, .weightedPromoters, .weightedPassives, .weightedDetractors:
      WeightMeaning.twin(of: self, in: kind, WeightMeaning.countFormula)
    case .weightedSignP: WeightMeaning.twin(of: self, in: kind, WeightMeaning.signFormula, .kish)
    case .weightedF1SE: WeightMeaning.twin(of: self, in: kind, WeightMeaning.errorFormula, .kish, from: [.weightedF1])
    case .weightedCredibility:
      WeightMeaning.twin(of: self, in: kind, WeightMeaning.credibilityFormula, from: [.effectiveN])
    case .weightedDifferenceSE: WeightMeaning.twin(of: self, in: kind, WeightMeaning.differenceErrorFormula, .kish)
    case .weightedDifferenceDF: WeightMeaning.twin(of: self, in: kind, WeightMeaning.differenceDFFormula, .kish)

    case .score: VisitMeaning.score
    case .scoreLow: .ratioBound("−", of: .score)
    case .scoreHigh: .ratioBound("+", of: .score)
    case .pointsShare: VisitMeaning.pointsShare
    case .pointsLow: .ratioBound("−", of: .pointsShare)
    case .pointsHigh: .ratioBound("+", of: .pointsShare)
    case .pointsGained: .init(Phrase("Points that the visits gained."), Phrase("Σ points"), .counting)
    case .pointsApplicable:
      .init(Phrase("Points that could have been gained."), Phrase("Σ points of what applied"), .counting)
    case .knockOuts: .init(Phrase("Visits that missed a criterion that counts for all."), Phrase("count"), .counting)
    case .visits: .init(Phrase("Visits done."), Phrase("count"), .counting)
    case .visitsPlanned: .init(Phrase("Visits planned."), Phrase("as the scorecard's plan says"), .counting)
    case .met: .init(Phrase("Occasions on which it was met."), Phrase("count"), .counting, from: [.n])
    case .required: .init(Phrase("The share of occasions on which it has to be met."), Phrase("as agreed"), .own)
    case .requiredP: VisitMeaning.requiredP
    case .requiredQ: VisitMeaning.requiredQ

    case .alpha: ScaleMeaning.alpha
    case .alphaStandardised: ScaleMeaning.standardised
    case .alphaSE: JackknifeMeaning.error(of: .alpha)
    case .alphaLow: ScaleMeaning.bound("−")
    case .alphaHigh: ScaleMeaning.bound("+")
    case .averageR: ScaleMeaning.averageR
    case .alphaWithout: ScaleMeaning.without
    case .itemRestR: ScaleMeaning.itemRest
    case .lmg: DriverMeaning.lmg
    case .lmgShare: DriverMeaning.share
    case .lmgShareSE: JackknifeMeaning.error(of: .lmgShare)
    case .lmgShareLow: JackknifeMeaning.bound("−", of: .lmgShare, error: .lmgShareSE)
    case .lmgShareHigh: JackknifeMeaning.bound("+", of: .lmgShare, error: .lmgShareSE)
    case .rank: DriverMeaning.rank
    case .beta: DriverMeaning.beta
    case .correlation: DriverMeaning.correlation
    case .r2: DriverMeaning.r2
    case .penalty: DriverMeaning.penalty
    case .penaltySE: DriverMeaning.slopeSE(of: .penalty)
    case .reward: DriverMeaning.reward
    case .rewardSE: DriverMeaning.slopeSE(of: .reward)
    case .asymmetry: DriverMeaning.asymmetry

    case .kruskalH: GroupMeaning.kruskalH
    case .kruskalP: GroupMeaning.kruskalP
    case .kruskalEpsilon2: GroupMeaning.epsilon2
    case .welchF: GroupMeaning.welchF
    case .welchDF2: GroupMeaning.welchDF2
    case .welchP: GroupMeaning.welchP
    case .difference: DifferenceMeaning.difference(in: kind)
    case .differenceSE: DifferenceMeaning.se
    case .differenceLow: DifferenceMeaning.bound("−")
    case .differenceHigh: DifferenceMeaning.bound("+")
    case .differenceT: DifferenceMeaning.t
    case .differenceDF: DifferenceMeaning.df
    case .differenceP: DifferenceMeaning.p
    case .differenceQ: Quantity.answer.q([.differenceP])
    case .pairedN: PairedMeaning.n
    case .pairedDifference: PairedMeaning.difference
    case .pairedSD: PairedMeaning.sd
    case .pairedSE: PairedMeaning.se
    case .pairedLow: PairedMeaning.bound("−")
    case .pairedHigh: PairedMeaning.bound("+")
    case .pairedT: PairedMeaning.t
    case .pairedDF: PairedMeaning.df
    case .pairedP: PairedMeaning.p
    case .pairedPExact: PairedMeaning.exact
    case .pairedChi2: PairedMeaning.chi2
    case .pairedDz: PairedMeaning.dz
    case .cliff: DifferenceMeaning.cliff
    case .cliffLow: DifferenceMeaning.cliffBound("−")
    case .cliffHigh: DifferenceMeaning.cliffBound("+")
    case .tostP: DifferenceMeaning.tost
    case .cmhChi2: MixMeaning.chi2
    case .cmhP: MixMeaning.p
    case .cmhOddsRatio: MixMeaning.oddsRatio
    case .cmhDifference: MixMeaning.difference
    case .cmhRawDifference: MixMeaning.raw
    case .cmhReversed: MixMeaning.reversed
    case .mde: DifferenceMeaning.mde
    case .deltaPerception: DifferenceMeaning.deltaPerception
    case .deltaExpectation: DifferenceMeaning.deltaExpectation
    case .deltaExpectationLow: DifferenceMeaning.deltaBound("−")
    case .deltaExpectationHigh: DifferenceMeaning.deltaBound("+")

    case .icc1: UnitMeaning.icc
    case .icc1SE: JackknifeMeaning.error(of: .icc1)
    case .msBetween: UnitMeaning.between
    case .msWithin: UnitMeaning.within
    case .n0: UnitMeaning.n0
    case .varBetween: UnitMeaning.variance
    case .f: UnitMeaning.f
    case .p: UnitMeaning.p
    case .q: Quantity.answer.q([.p])
    case .reliability: UnitMeaning.reliability
    case .brownForsytheF: UnitMeaning.brownForsytheF
    case .brownForsytheP: UnitMeaning.brownForsytheP
    case .shrunkenMean: UnitMeaning.shrunken
    case .funnelLow: UnitMeaning.funnel("−")
    case .funnelHigh: UnitMeaning.funnel("+")
    case .funnelP: UnitMeaning.funnelP
    case .funnelQ: UnitMeaning.funnelQ

    case .spearmanRho: UnitMeaning.rho
    case .spearmanP: UnitMeaning.rhoP

    case .krippendorff: AgreementMeaning.krippendorff
    case .kappa: AgreementMeaning.kappa
    case .raw: AgreementMeaning.raw
    }
  }

  private static func whatCounts(_ kind: SubjectKind) -> Phrase {
    switch kind {
    case .scorecard: Phrase("Visits that the figures rest on.")
    case .standard: Phrase("Checks of the standard, in notes and on scorecards.")
    case .weights: Phrase("Rows that have a weight.")
    case .column, .item, .cell, .dimension, .touchpoint, .overall, .outcome, .driver, .segment, .parity, .unit, .change,
      .knowledge, .belief, .agreement:
      Phrase("Rows that the figures of this subject rest on.")
    }
  }
}
