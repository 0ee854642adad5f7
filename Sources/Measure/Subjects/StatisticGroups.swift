import Audit

extension Statistic {
  /// What needs an expectation or a standard.
  static let ofGap: [Statistic] = [
    .expectationMean, .expectationSD, .gapMean, .gapSD, .gapSE, .gapT, .gapDF, .gapP, .gapPExact, .gapQ, .gapLow,
    .gapHigh, .gapDz, .gapDav, .gapR, .wPlus, .wMinus, .signedRankZ, .signedRankP, .signedRankPExact, .rankBiserial,
  ]

  /// What needs a zone of tolerance.
  static let ofZone: [Statistic] = [
    .msaMean, .msaSD, .msaSE, .msaT, .msaDF, .msaP, .msaPExact, .msaQ, .msaLow, .msaHigh, .msaDz, .mssMean, .mssSD,
    .mssLow, .mssHigh, .zoneWidth, .zoneBelow, .zoneInside, .zoneAbove, .zonePosition,
  ]

  /// What every item and set has, or is said to lack.
  static let ofEverySubject: [Statistic] =
    [
      .n, .perceptionMean, .perceptionSD, .perceptionLow, .perceptionHigh, .top2Share, .top2Low, .top2High,
      .failedShare, .failedLow, .failedHigh, .satisfiedShare, .f0, .f1, .f2, .f1SE, .importance, .severity, .burden,
      .credibility,
    ]

  /// What applies to subjects that are held against this target alone.
  static func ofTarget(_ target: ItemTarget) -> [Statistic] {
    switch target {
    case .expectation: ofGap + [.failedShortfalls, .failedSurpluses, .failedSignP, .failedSignQ]
    case .minimum: []
    case .standard: ofGap
    case .satisfied:
      ofGap + [.targetLevel, .targetMean, .targetT, .targetDF, .targetP, .targetPExact, .targetQ, .targetDz]
    }
  }
}
