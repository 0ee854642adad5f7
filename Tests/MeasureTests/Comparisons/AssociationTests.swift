import Audit
import Measure
import Testing

/// Units, reliability and drivers, from what a scan counts to figures with their addresses.
@Suite struct AssociationTests {
  private func audit(_ definition: SurveyDefinition, _ prepare: (inout WaveTally) -> Void) -> MeasuredAudit {
    var tally = AnswerSheet(definition: definition, rows: []).tally
    prepare(&tally)
    return measure(
      [
        Survey(
          id: "c", respondents: .customers,
          waves: [SurveyWave(wave: Wave(label: "2026"), definition: definition, tally: tally, files: [])])
      ], configuration: Configuration())
  }

  private func found(_ audit: MeasuredAudit, _ kind: SubjectKind, _ subject: String) throws -> Measurement {
    try #require(audit[MeasurementKey(survey: "c", wave: "2026", kind: kind, subject: subject)])
  }

  private func items(_ count: Int) throws -> [Item] {
    try (0..<count).map { Item(id: "i\($0)", dimension: "d", scale: try scale(1, 7), comparison: .none) }
  }

  private func moments(_ columns: [MomentTally.Column], _ rows: [[Int]]) -> MomentTally {
    var products: [Int128] = []
    for i in columns.indices {
      for j in i..<columns.count { products.append(rows.reduce(0) { $0 + Int128($1[i] * $1[j]) }) }
    }
    return MomentTally(
      columns: columns, n: rows.count, sums: columns.indices.map { i in rows.reduce(0) { $0 + $1[i] } },
      products: products)
  }

  @Test("X9: a dimension's items hang together") func reliability() throws {
    let answers = [
      [4, 5, 4, 3], [5, 5, 4, 4], [3, 4, 3, 2], [2, 3, 3, 2], [4, 4, 5, 4], [5, 4, 4, 5], [1, 2, 2, 3], [3, 3, 4, 3],
      [2, 2, 3, 1], [5, 5, 5, 4],
    ]
    let definition = SurveyDefinition(items: try items(4), outcomes: [], segments: [])
    let columns = (0..<4).map { MomentTally.Column.perception($0) }
    // The scan counts levels above the scale's minimum.
    let audit = audit(definition) { $0.moments = [moments(columns, answers.map { $0.map { $0 - 1 } })] }
    expectFigures(
      try found(audit, .dimension, "d"),
      [
        (.alpha, 0.911807), (.alphaStandardised, 0.916072), (.averageR, 0.731812), (.alphaLow, 0.767977),
        (.alphaHigh, 0.975396),
      ])
    let expected = [(0.833557, 0.945325), (0.881799, 0.811498), (0.894981, 0.799399), (0.918675, 0.703033)]
    for (index, figures) in expected.enumerated() {
      expectFigures(try found(audit, .item, "i\(index)"), [(.alphaWithout, figures.0), (.itemRestR, figures.1)])
    }
  }

  @Test("X20: units differ, and each has its place") func units() throws {
    let histograms: [[(p: Int, count: Int)]] = [
      [(4, 2), (5, 5), (6, 8), (7, 5)], [(3, 4), (4, 6), (5, 8), (6, 2)], [(2, 3), (3, 5), (4, 9), (5, 6), (6, 2)],
      [(5, 4), (6, 7), (7, 4)],
    ]
    let definition = SurveyDefinition(items: try items(1), outcomes: [], segments: [])
    let units = histograms.enumerated().map { index, histogram in
      let levels = (1...7).map { level in histogram.first { $0.p == level }?.count ?? 0 }
      let scores = ScoreTally(entries: histogram.map { .init(answered: 1, sum: $0.p, count: $0.count) })
      return UnitTally(
        unit: "u\(index)", rows: levels.reduce(0, +), items: [.init(perception: levels, difference: [])],
        sets: definition.sets.map { _ in .init(perception: scores) }, outcomes: [])
    }
    let audit = audit(definition) { $0.unitTallies = units }
    for subject in ["i0", "d", "overall"] {
      expectFigures(
        try found(audit, .unit, subject),
        [
          (.msBetween, 20.475833), (.msWithin, 0.96), (.n0, 19.791667), (.varBetween, 0.986063), (.icc1, 0.506696),
          (.reliability, 0.953115), (.f, 21.328993), (.brownForsytheF, 0.853941), (.brownForsytheP, 0.468815),
        ])
    }
    let unit = try found(audit, .unit, "d/u2")
    expectFigures(unit, [(.n, 25), (.mean, 3.96)])
    let shrunken = try #require(unit[.shrunkenMean])
    #expect(shrunken > 3.96 && shrunken < 5, "towards the others: \(shrunken)")
    #expect(unit.figure(.funnelLow)?.reason == .tooFew, "fewer than ten units have no funnel")
    #expect(audit[MeasurementKey(survey: "c", wave: "2026", kind: .unit, subject: "i0/u2")] == nil)
  }

  @Test("X12: what goes with an outcome; too few rows say nothing of shares") func drivers() throws {
    let rows = [
      [4, 5, 4, 3], [5, 6, 5, 4], [3, 3, 4, 4], [6, 6, 5, 6], [2, 3, 2, 3], [5, 4, 5, 5], [7, 6, 7, 6], [4, 4, 3, 5],
      [3, 4, 4, 2], [6, 5, 6, 5], [5, 5, 4, 6], [2, 2, 3, 3],
    ]
    let outcome = Outcome(id: "y", kind: .csat, scale: try scale(1, 7))
    let definition = SurveyDefinition(items: try items(3), outcomes: [outcome], segments: [])
    let columns: [MomentTally.Column] = [.outcome(0), .perception(0), .perception(1), .perception(2)]
    let few = audit(definition) { $0.moments = [moments(columns, rows)] }
    #expect(try found(few, .driver, "y~i0").figure(.lmg) == Figure(unavailable: .tooFew, n: 12))
    #expect(try found(few, .driver, "y").figure(.r2) == Figure(unavailable: .tooFew, n: 12))
    #expect(try found(few, .driver, "y~i0")[.correlation] != nil)
    let many = audit(definition) {
      $0.moments = [moments(columns, Array(repeating: rows, count: 5).flatMap { $0 })]
    }
    expectFigures(try found(many, .driver, "y"), [(.n, 60), (.r2, 0.984122)])
    let expected = [(0.332368, 0.337731), (0.360405, 0.366219), (0.291349, 0.296050)]
    for (index, shares) in expected.enumerated() {
      expectFigures(try found(many, .driver, "y~i\(index)"), [(.lmg, shares.0), (.lmgShare, shares.1)])
    }
  }
}
