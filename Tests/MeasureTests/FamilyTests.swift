import Audit
import Measure
import Statistics
import Testing

/// The false discovery rate is held over all tests of a wave that can make a finding (methodology 2.5).
@Suite struct FamilyTests {
  /// A survey of one-item cells; each has so many rows that fall short by one point, and zeros besides.
  private func cells(_ shortfalls: [Int], id: String = "customers", wave: String = "2026") throws -> Survey {
    let items = try shortfalls.indices.map { try pairedItem("\(id)\($0)", touchpoint: "t\($0)", dimension: "d") }
    let rows = (0..<40).map { row in
      AnswerSheet.Row(answers: shortfalls.map { AnswerSheet.Answer(expectation: 7, perception: row < $0 ? 6 : 7) })
    }
    let definition = SurveyDefinition(items: items, outcomes: [], segments: [])
    return survey(AnswerSheet(definition: definition, rows: rows), id: id, wave: wave)
  }

  private func q(_ audit: MeasuredAudit, _ survey: String, _ subject: String, wave: String = "2026") -> Figure? {
    audit[MeasurementKey(survey: survey, wave: wave, kind: .cell, subject: subject)]?.figure(.gapQ)
  }

  @Test("One family over the customer surveys of a wave label; its size is kept") func oneFamily() throws {
    let surveys = [
      try cells([5, 8], id: "b"), try cells([6, 0], id: "a"), try cells([7], id: "a-later", wave: "2027"),
    ]
    let audit = measure(surveys, configuration: Configuration())
    #expect(audit.surveys.map(\.id) == ["a", "a-later", "b"])
    // p = 2^(1 − k): 1/16, 1/128, 1/32, and 1 where nobody falls short. No serious shortfalls, so no sign tests.
    #expect(audit.surveys.map { $0.waves[0].familySize } == [4, 1, 4])
    #expect(q(audit, "b", "t1/d") == Figure(4.0 / 128, n: 40))
    #expect(q(audit, "a", "t0/d") == Figure(4.0 / 32 / 2, n: 40))
    #expect(q(audit, "b", "t0/d") == Figure(4.0 / 16 / 3, n: 40))
    #expect(q(audit, "a", "t1/d") == Figure(1, n: 40))
    #expect(q(audit, "a-later", "t0/d", wave: "2027") == Figure(1.0 / 64, n: 40))
  }

  @Test("The sign test of serious shortfalls is in the family too") func signTest() throws {
    let item = try pairedItem("P1", touchpoint: "branch", dimension: "reliability")
    let sheet = AnswerSheet(
      definition: SurveyDefinition(items: [item], outcomes: [], segments: []), rows: exampleX1)
    let audit = measure([survey(sheet)], configuration: Configuration())
    let found = try figures(.cell, "branch/reliability", of: sheet)
    let expected = benjaminiHochberg([found[.gapPExact], found[.failedSignP]])
    #expect(audit.surveys[0].waves[0].familySize == 2)
    #expect(found[.gapQ] == expected[0])
    #expect(found[.failedSignQ] == expected[1])
  }

  @Test("Only what a finding can be about is in it: items, totals, segments and other respondents are not")
  func subjects() throws {
    let definition = SurveyDefinition(
      items: [
        try pairedItem("P1", touchpoint: "branch", dimension: "reliability"),
        try pairedItem("P2", dimension: "empathy"),
        try pairedItem("P3", touchpoint: "phone"),
      ], outcomes: [], segments: [Segment(id: "tier", order: ["basic"])])
    let answer = AnswerSheet.Answer(expectation: 7, perception: 6)
    let sheet = AnswerSheet(
      definition: definition,
      rows: Array(
        repeating: AnswerSheet.Row(answers: [answer, answer, answer], segments: ["basic"]), count: 20))
    let audit = measure(
      [survey(sheet), survey(sheet, id: "staff", respondents: .staff)], configuration: Configuration())
    let tested = audit.measurements.filter { $0[.gapQ] != nil }.map(\.key)
    #expect(tested.map(\.subject) == ["branch/reliability", "empathy", "phone"])
    #expect(tested.allSatisfy { $0.survey == "customers" && $0.slice == .all })
    #expect(audit.surveys.map { $0.waves[0].familySize } == [3, 0])
    for measurement in audit.measurements where !tested.contains(measurement.key) {
      guard let figure = measurement.figure(.gapQ) else { continue }
      #expect(figure.reason == .noFamily)
    }
  }

  @Test("Tests on fewer rows than the minimum cell are in no family, shown or not") func smallCells() throws {
    let items = try (0..<2).map { try pairedItem("P\($0)", touchpoint: "t\($0)", dimension: "d") }
    let rows = (0..<40).map { row in
      let answer = AnswerSheet.Answer(expectation: 7, perception: row < 6 ? 6 : 7)
      return AnswerSheet.Row(answers: [answer, row < 4 ? answer : nil])
    }
    let sheet = AnswerSheet(definition: SurveyDefinition(items: items, outcomes: [], segments: []), rows: rows)
    let audit = measure([survey(sheet)], configuration: Configuration())
    #expect(audit.surveys[0].waves[0].familySize == 1)
    #expect(q(audit, "customers", "t0/d") == Figure(1.0 / 32, n: 40))
    #expect(q(audit, "customers", "t1/d") == Figure(unavailable: .suppressed, n: 4))
    let shown = publishable(audit, configuration: Configuration())
    #expect(q(shown, "customers", "t0/d") == Figure(1.0 / 32, n: 40))
    var named = Configuration()
    named.engagement.named = true
    #expect(measure([survey(sheet)], configuration: named).surveys[0].waves[0].familySize == 2)
  }

  @Test("Everyone short by one amount: the exact p has a closed form beyond the limit") func noSpread() throws {
    let item = try pairedItem("P1", dimension: "reliability")
    let definition = SurveyDefinition(items: [item], outcomes: [], segments: [])
    let sheet = AnswerSheet(definition: definition, rows: rows([(7, 6, 60)]))
    let found = try figures(.dimension, "reliability", of: sheet)
    #expect(found[.gapPExact] == Double(sign: .plus, exponent: -59, significand: 1))
    #expect(found[.gapQ] == found[.gapPExact])
  }

  @Test("In a small population the test is exact beyond 50 pairs, and the standard error is that of its share")
  func smallPopulation() throws {
    let item = try pairedItem("P1", dimension: "reliability")
    let definition = SurveyDefinition(items: [item], outcomes: [], segments: [])
    let sheet = AnswerSheet(definition: definition, rows: rows([(7, 6, 50), (6, 7, 30)]))
    var small = Configuration()
    small.engagement.population = 120
    let (usual, exact) = (
      try figures(.dimension, "reliability", of: sheet), try figures(.dimension, "reliability", of: sheet, small)
    )
    #expect(usual.figure(.gapPExact)?.reason == .tooManyPairs)
    #expect(usual[.gapQ] == usual[.gapP])
    #expect(exact[.gapQ] == exact[.gapPExact])
    let correction = (40.0 / 119).squareRoot()
    #expect(abs((exact[.gapSE] ?? 0) - (usual[.gapSE] ?? 0) * correction) < 1e-12)
    // All of them answered: the mean is known.
    small.engagement.population = 80
    let census = try figures(.dimension, "reliability", of: sheet, small)
    #expect(census[.gapSE] == 0 && census[.gapLow] == census[.gapMean])
    #expect(census.figure(.gapT)?.reason == .census)
  }
}
