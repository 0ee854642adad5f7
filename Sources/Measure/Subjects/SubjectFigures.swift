import Audit
import Statistics

/// Fills the measurement of an item or a set.
struct SubjectFigures {
  private(set) var measurement: Measurement
  private let sample: RowSample
  private let rules: MeasureRules

  private init(key: MeasurementKey, sample: RowSample, rules: MeasureRules) {
    let count = Statistic.ofEverySubject.count + Statistic.ofTarget(sample.target).count + Statistic.ofZone.count
    measurement = Measurement(key: key, n: sample.n, figures: Figures(capacity: count))
    self.sample = sample
    self.rules = rules
  }

  /// Every figure of a sample.
  ///
  /// - Parameters:
  ///   - key: Whose figures.
  ///   - sample: The rows.
  ///   - importance: ω of the subject in the same slice.
  ///   - exposure: Share of customers who pass the subject's touchpoint, 0…1; 1 where it is not declared.
  ///   - rules: The agreed limits.
  /// - Returns: The figures that apply, with a value or a reason.
  static func measurement(
    _ key: MeasurementKey, _ sample: RowSample, importance: StatedImportance.Weight, exposure: Double,
    rules: MeasureRules
  ) -> Measurement {
    var figures = SubjectFigures(key: key, sample: sample, rules: rules)
    figures.recordPerception()
    if rules.countsLowest { figures.recordLowest() }
    figures.recordGap()
    figures.recordZone()
    figures.recordTarget()
    figures.recordFailed(importance: importance, exposure: exposure)
    return figures.measurement
  }

  /// The measurement of a set whose items are on several scales: it says so at every statistic.
  static func mixedScales(_ key: MeasurementKey, _ items: [Item]) -> Measurement {
    var measurement = Measurement(key: key, n: 0)
    measurement.record(
      Statistic.ofEverySubject + Statistic.ofTarget(ItemTarget(of: items)), unavailable: .mixedScales, n: 0)
    if items.contains(where: \.hasGap) { measurement.record(Statistic.ofGap, unavailable: .mixedScales, n: 0) }
    if items.contains(where: { $0.comparison == .zone }) {
      measurement.record(Statistic.ofZone, unavailable: .mixedScales, n: 0)
    }
    return measurement
  }

  private mutating func recordPerception() {
    let n = sample.n
    measurement.set(.n, Figure(Double(n), n: n))
    let test = test(sample.perception)
    measurement.record(.perceptionMean, test.mean, n: n)
    measurement.record(.perceptionSD, test.sd, n: n)
    measurement.record(.perceptionLow, test.low, n: n)
    measurement.record(.perceptionHigh, test.high, n: n)
    let top = Proportion(successes: sample.topTwo, n: n, confidence: rules.confidence)
    if sample.scale.levels <= Statistic.mostTop2Levels {
      measurement.record(top, .top2Share, .top2Low, .top2High)
    } else {
      measurement.record([.top2Share, .top2Low, .top2High], unavailable: .wrongScale, n: n)
    }
    measurement.record(
      .satisfiedShare, Proportion(successes: sample.satisfied, n: n, confidence: rules.confidence).share, n: n)
  }

  /// The share of rows at the two lowest levels; of a set, of rows whose mean is at most minimum + 1.
  private mutating func recordLowest() {
    guard sample.scale.levels <= Statistic.mostTop2Levels else {
      measurement.record([.bottom2Share, .bottom2Low, .bottom2High], unavailable: .wrongScale, n: sample.n)
      return
    }
    let lowest = Proportion(successes: sample.bottomTwo, n: sample.n, confidence: rules.confidence)
    measurement.record(lowest, .bottom2Share, .bottom2Low, .bottom2High)
  }

  private mutating func recordGap() {
    guard let gap = sample.gap else {
      // Where respondents give a zone of tolerance, nobody misses an expectation.
      if sample.zone == nil { measurement.record(Statistic.ofGap, unavailable: .noExpectation, n: sample.n) }
      return
    }
    let n = gap.difference.n
    let expectation = Moments(gap.expectation)
    measurement.record(.expectationMean, expectation.mean, n: n)
    measurement.record(.expectationSD, expectation.sd, n: n)
    let test = test(gap.difference)
    measurement.record(.gapMean, test.mean, n: n)
    measurement.record(.gapSD, test.sd, n: n)
    measurement.record(.gapSE, test.se, n: n)
    measurement.record(.gapT, test.t, n: n)
    measurement.record(.gapDF, test.df, n: n)
    measurement.record(.gapP, test.p, n: n)
    measurement.record(.gapPExact, exactP(gap.difference), n: n)
    measurement.record([.gapQ], unavailable: .noFamily, n: n)
    measurement.record(.gapLow, test.low, n: n)
    measurement.record(.gapHigh, test.high, n: n)
    measurement.record(.gapDz, test.dz, n: n)
    recordAssociation(gap, expectation: expectation, gapMean: test.mean)
    recordSignedRank(gap.difference)
  }

  /// d_av and r, which need two columns that vary on the same rows.
  private mutating func recordAssociation(_ gap: RowSample.Gap, expectation: Moments, gapMean: Estimate) {
    let perception = Moments(sample.perception)
    let difference = Moments(gap.difference)
    let (dav, r): (Estimate, Estimate)
    switch sample.target {
    case .expectation where gap.isComplete:
      dav = averageStandardizedDifference(
        gapMean: gapMean, sdExpectation: expectation.sd, sdPerception: perception.sd)
      r = correlation(
        varianceExpectation: expectation.variance, variancePerception: perception.variance,
        varianceDifference: difference.variance)
    case .expectation, .minimum, .satisfied:
      let missing = difference.sd.flatMap { _ in .unavailable(.noExpectation) }
      (dav, r) = (missing, missing)
    case .standard:
      let constant = difference.sd.flatMap { _ in .unavailable(.zeroVariance) }
      (dav, r) = (constant, constant)
    }
    measurement.record(.gapDav, dav, n: difference.n)
    measurement.record(.gapR, r, n: difference.n)
  }

  private mutating func recordSignedRank(_ difference: Counts) {
    let n = difference.n
    let ranks = SignedRank(difference, limit: rules.exactLimit)
    measurement.record(.wPlus, ranks.wPlus, n: n)
    measurement.record(.wMinus, ranks.wMinus, n: n)
    measurement.record(.signedRankZ, ranks.z, n: n)
    measurement.record(.signedRankP, ranks.p, n: n)
    measurement.record(.signedRankPExact, ranks.pExact, n: n)
    measurement.record(.rankBiserial, ranks.rankBiserial, n: n)
  }

  /// P against both ends of the zone of tolerance (methodology 1.5).
  private mutating func recordZone() {
    guard let zone = sample.zone else { return }
    let n = zone.adequacy.n
    let (adequacy, superiority) = (test(zone.adequacy), test(zone.superiority))
    let figures: [(Statistic, Estimate)] = [
      (.msaMean, adequacy.mean), (.msaSD, adequacy.sd), (.msaSE, adequacy.se), (.msaT, adequacy.t),
      (.msaDF, adequacy.df), (.msaP, adequacy.p), (.msaPExact, exactP(zone.adequacy)), (.msaLow, adequacy.low),
      (.msaHigh, adequacy.high), (.msaDz, adequacy.dz), (.mssMean, superiority.mean), (.mssSD, superiority.sd),
      (.mssLow, superiority.low), (.mssHigh, superiority.high),
    ]
    for (statistic, estimate) in figures { measurement.record(statistic, estimate, n: n) }
    measurement.record([.msaQ], unavailable: .noFamily, n: n)
    // D − M is (P − M) − (P − D), row by row.
    let width = adequacy.mean.flatMap { msa in superiority.mean.map { msa - $0 } }
    measurement.record(.zoneWidth, width, n: n)
    measurement.record(
      .zonePosition,
      width.flatMap { width in width > 0 ? adequacy.mean.map { $0 / width } : .unavailable(.noVariation) }, n: n)
    let (below, above) = (zone.adequacy.count { $0 < 0 }, zone.superiority.count { $0 > 0 })
    for (statistic, count) in [(Statistic.zoneBelow, below), (.zoneInside, n - below - above), (.zoneAbove, above)] {
      measurement.record(statistic, n == 0 ? .unavailable(.noData) : .value(Double(count) / Double(n)), n: n)
    }
  }

  /// P against the satisfied-from answer, where nothing else is there to hold it against.
  private mutating func recordTarget() {
    guard let distance = sample.distance else { return }
    let n = distance.n
    let test = test(distance)
    measurement.record(.targetLevel, test.mean.map { _ in sample.satisfiedFrom.value }, n: n)
    measurement.record(.targetMean, test.mean, n: n)
    measurement.record(.targetT, test.t, n: n)
    measurement.record(.targetDF, test.df, n: n)
    measurement.record(.targetP, test.p, n: n)
    measurement.record(.targetPExact, exactP(distance), n: n)
    measurement.record([.targetQ], unavailable: .noFamily, n: n)
    measurement.record(.targetDz, test.dz, n: n)
  }

  private mutating func recordFailed(importance: StatedImportance.Weight, exposure: Double) {
    let n = sample.n
    let shortfall = Shortfall(sample.shortfall, range: sample.scale.range, confidence: rules.confidence)
    measurement.record(shortfall.failed, .failedShare, .failedLow, .failedHigh)
    measurement.record(.f0, shortfall.f0, n: n)
    measurement.record(.f1, shortfall.f1, n: n)
    measurement.record(.f2, shortfall.f2, n: n)
    measurement.record(.f1SE, shortfall.f1SE, n: n)
    let weight = importance.isStated || n > 0 ? importance.value : .unavailable(.noData)
    measurement.record(.importance, weight, n: importance.isStated ? importance.n : n)
    let points = shortfall.f1.flatMap { f1 in weight.map { severity(f1: f1, importance: $0) } }
    measurement.record(.severity, points, n: n)
    measurement.record(.burden, points.map { burden(exposure: exposure, severity: $0) }, n: n)
    measurement.record(
      .credibility, n == 0 ? .unavailable(.noData) : .value(Double(n) / (Double(n) + rules.credibility)), n: n)
    switch sample.target {
    case .expectation: recordSign()
    case .minimum, .standard, .satisfied: break
    }
  }

  /// Whether serious shortfalls outnumber serious surpluses by more than chance (methodology 6.3).
  private mutating func recordSign() {
    let n = sample.n
    measurement.record(.failedShortfalls, count: sample.seriousShortfalls, of: n)
    measurement.record(.failedSurpluses, count: sample.seriousSurpluses, of: n)
    let p: Estimate
    switch n {
    case 0: p = .unavailable(.noData)
    case 1: p = .unavailable(.nLt2)
    default:
      let nobody = sample.seriousShortfalls + sample.seriousSurpluses == 0
      p =
        nobody
        ? .unavailable(.allZero)
        : signTest(negative: sample.seriousShortfalls, positive: sample.seriousSurpluses)
    }
    measurement.record(.failedSignP, p, n: n)
    measurement.record([.failedSignQ], unavailable: .noFamily, n: n)
  }

  private func test(_ counts: Counts) -> MeanTest {
    MeanTest(counts, confidence: rules.confidence, populationSize: rules.populationSize)
  }

  /// The sign-flip test; beyond its limit too where all differences are one number, since then only one of the 2ⁿ changes
  /// of sign, and its opposite, is as far out: 2^(1 − n).
  private func exactP(_ counts: Counts) -> Estimate {
    if counts.n > 1, counts.entries.count == 1, let only = counts.entries.first, only.value != 0 {
      return .value(Double(sign: .plus, exponent: 1 - counts.n, significand: 1))
    }
    return signFlipExact(counts, limit: rules.exactLimit)
  }
}
