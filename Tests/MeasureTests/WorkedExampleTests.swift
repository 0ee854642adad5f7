import Audit
import Measure
import Testing

/// Worked figures of the methodology, from tallies to statistics.
@Suite struct WorkedExampleTests {
  static let x1: [(Statistic, Double)] = [
    (.n, 40), (.expectationMean, 6.35), (.expectationSD, 0.802240), (.perceptionMean, 5.30),
    (.perceptionSD, 1.244475), (.gapMean, -1.05), (.gapSD, 1.259833), (.gapSE, 0.199197), (.gapT, -5.271161),
    (.gapDF, 39), (.gapP, 5.305697e-6), (.gapLow, -1.452914), (.gapHigh, -0.647086), (.gapDz, -0.833444),
    (.gapDav, -1.026034), (.gapR, 0.303059), (.wPlus, 60), (.wMinus, 682), (.signedRankZ, -4.275394),
    (.rankBiserial, -0.838275), (.f0, 0.625), (.failedShare, 0.325), (.failedShortfalls, 13), (.failedSurpluses, 0),
    (.failedSignP, 0.000244140625), (.top2Share, 0.475), (.satisfiedShare, 0.475), (.importance, 1),
    (.credibility, 40.0 / 60),
  ]

  @Test("X1: an item, and the cell, dimension, touchpoint and overall that hold it alone")
  func pairedGap() throws {
    let item = try pairedItem("P1", touchpoint: "branch", dimension: "reliability")
    let definition = SurveyDefinition(items: [item], outcomes: [], segments: [])
    let sheet = AnswerSheet(definition: definition, rows: exampleX1)
    let single = try figures(.item, "P1", of: sheet)
    expectFigures(single, Self.x1)
    // Printed with four digits in the methodology.
    #expect(abs((single[.signedRankP] ?? 1) - 1.908e-5) < 5e-9)
    #expect(abs((single[.signedRankPExact] ?? 1) - 5.841e-6) < 5e-10)
    let sets: [(SubjectKind, String)] = [
      (.cell, "branch/reliability"), (.dimension, "reliability"), (.touchpoint, "branch"), (.overall, "all"),
    ]
    for (kind, subject) in sets {
      let set = try figures(kind, subject, of: sheet)
      for (statistic, figure) in single.figures where statistic != .gapQ && statistic != .failedSignQ {
        #expect(set.figure(statistic) == figure, "\(kind) \(statistic.rawValue)")
      }
    }
  }

  @Test(
    "X5: net promoter scores",
    arguments: [
      (
        [5, 1, 2, 3, 3, 6, 9, 15, 22, 24, 30],
        [(Statistic.nps, 20.833333), (.npsSE, 7.349965), (.npsLow, 6.124679), (.npsHigh, 34.525727)], [54, 37, 29]
      ),
      (
        [2, 1, 0, 2, 2, 4, 6, 14, 20, 28, 41],
        [(.nps, 43.333333), (.npsSE, 6.638831), (.npsLow, 29.378567), (.npsHigh, 55.174279)], [69, 34, 17]
      ),
    ])
  func netPromoter(_ levels: [Int], _ expected: [(Statistic, Double)], _ groups: [Int]) throws {
    let outcome = Outcome(id: "nps", kind: .nps, scale: try scale(0, 10))
    let nps = try figures(.outcome, "nps", of: sheet(outcome, levels))
    expectFigures(nps, expected + [(.n, 120)])
    expectFigures(
      nps, [(.promoters, Double(groups[0])), (.passives, Double(groups[1])), (.detractors, Double(groups[2]))])
  }

  @Test(
    "X6: shares with Wilson's interval",
    arguments: [
      (66, 93, 0.709677, 0.610574, 0.792146), (0, 12, 0, 0, 0.242494), (12, 12, 1, 0.757506, 1),
    ])
  func shares(_ x: Int, _ n: Int, _ share: Double, _ low: Double, _ high: Double) throws {
    let stayed = Outcome(id: "stayed", kind: .yes, scale: try scale(0, 1))
    expectFigures(
      try figures(.outcome, "stayed", of: sheet(stayed, [n - x, x])),
      [(.n, Double(n)), (.share, share), (.shareLow, low), (.shareHigh, high)])
    let csat = Outcome(id: "csat", kind: .csat, scale: try scale(1, 5))
    expectFigures(
      try figures(.outcome, "csat", of: sheet(csat, [0, n - x, 0, x / 3, x - x / 3])),
      [(.top2Share, share), (.top2Low, low), (.top2High, high)])
  }

  @Test("CES: the best three levels, whichever end is better")
  func effort() throws {
    let levels = [2, 3, 5, 10, 20, 30, 30]
    let high = Outcome(id: "ces", kind: .ces, scale: try scale(1, 7), better: .high)
    expectFigures(
      try figures(.outcome, "ces", of: sheet(high, levels)),
      [(.n, 100), (.mean, 5.53), (.top2Share, 0.6), (.top3Share, 0.8)])
    let low = Outcome(id: "ces", kind: .ces, scale: try scale(1, 7), better: .low)
    expectFigures(
      try figures(.outcome, "ces", of: sheet(low, levels)), [(.mean, 5.53), (.top2Share, 0.05), (.top3Share, 0.1)])
  }

  static let x19: [(String, shortfalls: [Int], expected: [(Statistic, Double)], order: Double)] = [
    (
      "after-sale/responsiveness", [48, 30, 24, 12, 6],
      [
        (.n, 120), (.failedShare, 0.35), (.failedLow, 0.270519), (.failedHigh, 0.438787), (.f0, 0.6), (.f1, 0.191667),
        (.f1SE, 0.018254), (.importance, 1.10), (.severity, 21.083333), (.burden, 7.379167), (.credibility, 0.857143),
      ], 6.325
    ),
    (
      "checkout/reliability", [180, 70, 35, 12, 3],
      [
        (.n, 300), (.failedShare, 0.166667), (.failedLow, 0.128765), (.failedHigh, 0.212997), (.f0, 0.4),
        (.f1, 0.104444), (.f1SE, 0.008767), (.importance, 1.60), (.severity, 16.711111), (.burden, 15.04),
        (.credibility, 0.9375),
      ], 14.1
    ),
    (
      "enquiry/assurance", [10, 6, 5, 3, 1],
      [
        (.n, 25), (.failedShare, 0.36), (.failedLow, 0.202479), (.failedHigh, 0.554815), (.f0, 0.6), (.f1, 0.193333),
        (.f1SE, 0.040460), (.importance, 0.95), (.severity, 18.366667), (.burden, 11.02), (.credibility, 0.555556),
      ], 6.122222
    ),
  ]

  @Test("X19: seriously failed, severity, burden and credibility of three cells")
  func severity() throws {
    let definition = SurveyDefinition(
      items: [
        try pairedItem("P1", touchpoint: "after-sale", dimension: "responsiveness"),
        try pairedItem("P2", touchpoint: "checkout", dimension: "reliability"),
        try pairedItem("P3", touchpoint: "enquiry", dimension: "assurance"),
      ], outcomes: [], segments: [],
      pointDimensions: ["tangibles", "reliability", "responsiveness", "assurance", "empathy"])
    let columns = Self.x19.map { example in
      example.shortfalls.enumerated().flatMap { k, count in
        Array(repeating: AnswerSheet.Answer(expectation: 7, perception: 7 - k), count: count)
      }
    }
    let rows = (0..<300).map { row in
      AnswerSheet.Row(
        answers: columns.map { row < $0.count ? $0[row] : nil }, points: row < 50 ? [14, 32, 22, 19, 13] : [])
    }
    var configuration = Configuration()
    configuration.journey.phases = [
      Phase(
        name: "All",
        touchpoints: [
          Touchpoint(id: "after-sale", volume: 0.35), Touchpoint(id: "checkout", volume: 0.9),
          Touchpoint(id: "enquiry", volume: 0.6),
        ])
    ]
    for (subject, _, expected, order) in Self.x19 {
      let cell = try figures(.cell, subject, of: AnswerSheet(definition: definition, rows: rows), configuration)
      expectFigures(cell, expected)
      let (burden, credibility) = try (#require(cell[.burden]), #require(cell[.credibility]))
      #expect(abs(burden * credibility - order) < 5e-7)
    }
  }
}
