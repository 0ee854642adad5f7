/// What a row of `data/statistics.csv` is about.
package enum SubjectKind: String, Sendable, CaseIterable, Hashable {
  case column, item, cell, dimension, touchpoint, overall, outcome, weights, scorecard, standard
  /// Outcome`~`dimension or item, and the outcome.
  case driver
  /// Segment`/`measure; a parity's slice is the value that is held against all others.
  case segment, parity
  /// Measure, and measure`/`unit.
  case unit
  /// Measure; the wave is `EARLIER>LATER`.
  case change
  /// Item or dimension; the survey is `A~B`.
  case knowledge, belief
  /// A standard, or `severity`.
  case agreement
}

/// Id of a statistic as it stands in `data/statistics.csv`.
package enum Statistic: String, Sendable, CaseIterable, Hashable {
  // Columns.
  case rows, valid, missing
  case notApplicable = "not-applicable"
  case invalid

  // Items, cells, dimensions, touchpoints, overall.
  case n
  case expectationMean = "expectation.mean"
  case expectationSD = "expectation.sd"
  case perceptionMean = "perception.mean"
  case perceptionSD = "perception.sd"
  case perceptionLow = "perception.ci.low"
  case perceptionHigh = "perception.ci.high"
  case gapMean = "gap.mean"
  case gapSD = "gap.sd"
  case gapSE = "gap.se"
  case gapT = "gap.t"
  case gapDF = "gap.df"
  case gapP = "gap.p"
  case gapPExact = "gap.p-exact"
  case gapQ = "gap.q"
  case gapLow = "gap.ci.low"
  case gapHigh = "gap.ci.high"
  case gapDz = "gap.dz"
  case gapDav = "gap.dav"
  case gapR = "gap.r"
  case wPlus = "gap.signed-rank.w-plus"
  case wMinus = "gap.signed-rank.w-minus"
  case signedRankZ = "gap.signed-rank.z"
  case signedRankP = "gap.signed-rank.p"
  case signedRankPExact = "gap.signed-rank.p-exact"
  case rankBiserial = "gap.signed-rank.rank-biserial"

  /// Mean of P − satisfied-from, for what has neither expectation nor standard: tested as the gap is.
  case targetLevel = "target.level"
  case targetMean = "target.mean"
  case targetT = "target.t"
  case targetDF = "target.df"
  case targetP = "target.p"
  case targetPExact = "target.p-exact"
  case targetQ = "target.q"
  case targetDz = "target.dz"

  /// P − minimum and P − desired of a zone of tolerance; the first is tested as the gap is.
  case msaMean = "msa.mean"
  case msaSD = "msa.sd"
  case msaSE = "msa.se"
  case msaT = "msa.t"
  case msaDF = "msa.df"
  case msaP = "msa.p"
  case msaPExact = "msa.p-exact"
  case msaQ = "msa.q"
  case msaLow = "msa.ci.low"
  case msaHigh = "msa.ci.high"
  case msaDz = "msa.dz"
  case mssMean = "mss.mean"
  case mssSD = "mss.sd"
  case mssLow = "mss.ci.low"
  case mssHigh = "mss.ci.high"
  case zoneWidth = "zone.width"
  case zoneBelow = "zone.below"
  case zoneInside = "zone.inside"
  case zoneAbove = "zone.above"
  case zonePosition = "zone.position"

  case top2Share = "top2.share"
  case top2Low = "top2.ci.low"
  case top2High = "top2.ci.high"
  /// Share at the two lowest levels; of staff alone.
  case bottom2Share = "bottom2.share"
  case bottom2Low = "bottom2.ci.low"
  case bottom2High = "bottom2.ci.high"
  case failedShare = "failed.share"
  case failedLow = "failed.ci.low"
  case failedHigh = "failed.ci.high"
  /// Rows seriously failed, rows seriously exceeded, and the exact sign test between them.
  case failedShortfalls = "failed.shortfalls"
  case failedSurpluses = "failed.surpluses"
  case failedSignP = "failed.sign.p"
  case failedSignQ = "failed.sign.q"
  /// Share of answers at or above the satisfied-from answer.
  case satisfiedShare = "satisfied.share"
  case f0 = "shortfall.f0"
  case f1 = "shortfall.f1"
  case f2 = "shortfall.f2"
  case f1SE = "shortfall.f1.se"
  /// The same by leaving out groups of respondents.
  case f1Jackknife = "shortfall.f1.se.jackknife"
  case importance, severity, burden, credibility

  /// Importance against performance, 1 to 4; how often it stays without a group of respondents; I − P.
  case quadrant
  case quadrantStability = "quadrant.stability"
  case quadrantDistance = "quadrant.distance"

  // Outcomes.
  case nps
  case npsSE = "nps.se"
  case npsLow = "nps.ci.low"
  case npsHigh = "nps.ci.high"
  case promoters, passives, detractors
  case mean, sd
  case meanLow = "mean.ci.low"
  case meanHigh = "mean.ci.high"
  case top3Share = "top3.share"
  case top3Low = "top3.ci.low"
  case top3High = "top3.ci.high"
  case share
  case shareLow = "share.ci.low"
  case shareHigh = "share.ci.high"
  /// Over the waves, where there are eight or more.
  case controlCentre = "control.centre"
  case controlLow = "control.low"
  case controlHigh = "control.high"
  /// 1 above the limits or the eighth above the centre in a row, −1 below, 0 neither.
  case controlSignal = "control.signal"

  // Weights of a column or raked ones, and figures under them.
  case deff
  case effectiveN = "n-eff"
  case leastWeight = "min"
  case mostWeight = "max"
  case weightedPerception = "perception.mean.weighted"
  case weightedPerceptionSE = "perception.se.weighted"
  case weightedPerceptionLow = "perception.ci.low.weighted"
  case weightedPerceptionHigh = "perception.ci.high.weighted"
  case weightedGap = "gap.mean.weighted"
  case weightedGapSE = "gap.se.weighted"
  case weightedGapT = "gap.t.weighted"
  case weightedGapDF = "gap.df.weighted"
  case weightedGapP = "gap.p.weighted"
  case weightedGapLow = "gap.ci.low.weighted"
  case weightedGapHigh = "gap.ci.high.weighted"
  case weightedNPS = "nps.weighted"
  case weightedNPSSE = "nps.se.weighted"
  case weightedNPSLow = "nps.ci.low.weighted"
  case weightedNPSHigh = "nps.ci.high.weighted"
  case weightedMean = "mean.weighted"
  case weightedMeanSE = "mean.se.weighted"
  case weightedMeanLow = "mean.ci.low.weighted"
  case weightedMeanHigh = "mean.ci.high.weighted"
  case weightedTop2 = "top2.share.weighted"
  case weightedTop2SE = "top2.se.weighted"
  case weightedTop2Low = "top2.ci.low.weighted"
  case weightedTop2High = "top2.ci.high.weighted"
  case weightedShare = "share.weighted"
  case weightedShareSE = "share.se.weighted"
  case weightedShareLow = "share.ci.low.weighted"
  case weightedShareHigh = "share.ci.high.weighted"
  case weightedExpectation = "expectation.mean.weighted"
  case weightedGapSD = "gap.sd.weighted"
  case weightedGapDz = "gap.dz.weighted"
  case weightedGapQ = "gap.q.weighted"
  case weightedTarget = "target.mean.weighted"
  case weightedTargetT = "target.t.weighted"
  case weightedTargetDF = "target.df.weighted"
  case weightedTargetP = "target.p.weighted"
  case weightedTargetQ = "target.q.weighted"
  case weightedTargetDz = "target.dz.weighted"
  case weightedMSA = "msa.mean.weighted"
  case weightedMSASD = "msa.sd.weighted"
  case weightedMSASE = "msa.se.weighted"
  case weightedMSAT = "msa.t.weighted"
  case weightedMSADF = "msa.df.weighted"
  case weightedMSAP = "msa.p.weighted"
  case weightedMSAQ = "msa.q.weighted"
  case weightedMSALow = "msa.ci.low.weighted"
  case weightedMSAHigh = "msa.ci.high.weighted"
  case weightedMSADz = "msa.dz.weighted"
  case weightedMSS = "mss.mean.weighted"
  case weightedMSSLow = "mss.ci.low.weighted"
  case weightedMSSHigh = "mss.ci.high.weighted"
  case weightedZoneBelow = "zone.below.weighted"
  case weightedZoneInside = "zone.inside.weighted"
  case weightedZoneAbove = "zone.above.weighted"
  case weightedBottom2 = "bottom2.share.weighted"
  case weightedBottom2Low = "bottom2.ci.low.weighted"
  case weightedBottom2High = "bottom2.ci.high.weighted"
  case weightedSatisfied = "satisfied.share.weighted"
  case weightedFailed = "failed.share.weighted"
  case weightedFailedLow = "failed.ci.low.weighted"
  case weightedFailedHigh = "failed.ci.high.weighted"
  case weightedShortfalls = "failed.shortfalls.weighted"
  case weightedSurpluses = "failed.surpluses.weighted"
  case weightedSignP = "failed.sign.p.weighted"
  case weightedSignQ = "failed.sign.q.weighted"
  case weightedF1 = "shortfall.f1.weighted"
  case weightedF1SE = "shortfall.f1.se.weighted"
  case weightedSeverity = "severity.weighted"
  case weightedBurden = "burden.weighted"
  case weightedCredibility = "credibility.weighted"
  case weightedPromoters = "promoters.weighted"
  case weightedPassives = "passives.weighted"
  case weightedDetractors = "detractors.weighted"
  case weightedTop3 = "top3.share.weighted"
  case weightedTop3Low = "top3.ci.low.weighted"
  case weightedTop3High = "top3.ci.high.weighted"
  case weightedDifference = "difference.weighted"
  case weightedDifferenceSE = "difference.se.weighted"
  case weightedDifferenceLow = "difference.ci.low.weighted"
  case weightedDifferenceHigh = "difference.ci.high.weighted"
  case weightedDifferenceT = "difference.t.weighted"
  case weightedDifferenceDF = "difference.df.weighted"
  case weightedDifferenceP = "difference.p.weighted"
  case weightedDifferenceQ = "difference.q.weighted"
  case weightedTostP = "tost.p.weighted"
  case weightedMDE = "mde.weighted"
  case weightedDeltaPerception = "delta.perception.weighted"
  case weightedDeltaExpectation = "delta.expectation.weighted"
  case weightedDeltaExpectationLow = "delta.expectation.ci.low.weighted"
  case weightedDeltaExpectationHigh = "delta.expectation.ci.high.weighted"

  // Scorecards: what visits gained, and how many there were.
  case score
  case scoreLow = "score.ci.low"
  case scoreHigh = "score.ci.high"
  case pointsShare = "points.share"
  case pointsLow = "points.share.ci.low"
  case pointsHigh = "points.share.ci.high"
  case pointsGained = "points.gained"
  case pointsApplicable = "points.applicable"
  case knockOuts = "knock-outs"
  case visits
  case visitsPlanned = "visits.planned"
  // Items and dimensions as measures: whether they hang together.
  case alpha
  case alphaStandardised = "alpha.standardised"
  case alphaLow = "alpha.ci.low"
  case alphaHigh = "alpha.ci.high"
  /// By leaving out groups of respondents.
  case alphaSE = "alpha.se"
  case averageR = "average-r"
  case alphaWithout = "alpha-without"
  case itemRestR = "item-rest-r"

  // Drivers of an outcome.
  case lmg
  case lmgShare = "lmg.share"
  /// By leaving out groups of respondents; drivers whose intervals overlap share a rank.
  case lmgShareSE = "lmg.share.se"
  case lmgShareLow = "lmg.share.ci.low"
  case lmgShareHigh = "lmg.share.ci.high"
  case rank
  case beta
  case correlation = "r"
  case r2
  /// Slopes of being in the lowest and the highest quarter, and (reward − penalty)/(reward + penalty).
  case penalty
  case penaltySE = "penalty.se"
  case reward
  case rewardSE = "reward.se"
  case asymmetry = "impact-asymmetry"

  // All values of a segment together.
  case kruskalH = "kruskal.h"
  case kruskalP = "kruskal.p"
  case kruskalEpsilon2 = "kruskal.epsilon2"
  case welchF = "welch.f"
  case welchDF2 = "welch.df2"
  case welchP = "welch.p"

  // Differences: of a value of a segment and the rest, of two waves, of two surveys.
  case difference
  case differenceSE = "difference.se"
  case differenceLow = "difference.ci.low"
  case differenceHigh = "difference.ci.high"
  case differenceT = "difference.t"
  case differenceDF = "difference.df"
  case differenceP = "difference.p"
  case differenceQ = "difference.q"
  // The same people in two waves.
  case pairedN = "paired.n"
  case pairedDifference = "paired.difference"
  case pairedSD = "paired.sd"
  case pairedSE = "paired.se"
  case pairedLow = "paired.ci.low"
  case pairedHigh = "paired.ci.high"
  case pairedT = "paired.t"
  case pairedDF = "paired.df"
  case pairedP = "paired.p"
  case pairedPExact = "paired.p-exact"
  case pairedChi2 = "paired.chi2"
  case pairedDz = "paired.dz"
  case cliff
  case cliffLow = "cliff.ci.low"
  case cliffHigh = "cliff.ci.high"
  case tostP = "tost.p"
  /// Within touchpoints (Cochran–Mantel–Haenszel): the two best levels, and whether that turns the raw difference around.
  case cmhChi2 = "cmh.chi2"
  case cmhP = "cmh.p"
  case cmhOddsRatio = "cmh.odds-ratio"
  case cmhDifference = "cmh.risk-difference"
  case cmhRawDifference = "cmh.raw-difference"
  case cmhReversed = "cmh.reversed"
  case mde
  case deltaPerception = "delta.perception"
  case deltaExpectation = "delta.expectation"
  case deltaExpectationLow = "delta.expectation.ci.low"
  case deltaExpectationHigh = "delta.expectation.ci.high"

  // Units: all together, and one.
  case icc1
  /// By leaving out groups of respondents.
  case icc1SE = "icc1.se"
  case msBetween = "ms-between"
  case msWithin = "ms-within"
  case n0
  case varBetween = "var-between"
  case f, p, q, reliability
  case brownForsytheF = "brown-forsythe.f"
  case brownForsytheP = "brown-forsythe.p"
  case shrunkenMean = "mean.shrunken"
  case funnelLow = "funnel.low"
  case funnelHigh = "funnel.high"
  case funnelP = "funnel.p"
  case funnelQ = "funnel.q"

  // Units by what staff and by what customers say.
  case spearmanRho = "spearman.rho"
  case spearmanP = "spearman.p"

  // Agreement of those who rated.
  case krippendorff, kappa, raw

  // Criteria and standards; a share met goes with them.
  case met
  case required
  case requiredP = "required.p"
  case requiredQ = "required.q"
}
