import Audit
import Measure
import Statistics
import Testing

/// Worked examples of the methodology, from tallies to figures with their addresses.
@Suite struct ComparisonTests {
  private typealias Histogram = [(p: Int, count: Int)]

  /// One item of one cell on 1–7, asked of the values of a segment.
  private func tiers(_ values: [(String, Histogram)]) throws -> AnswerSheet {
    let item = Item(
      id: "p", dimension: "d", touchpoint: "t", scale: try scale(1, 7), comparison: .none)
    let definition = SurveyDefinition(
      items: [item], outcomes: [], segments: [Segment(id: "tier", order: values.map(\.0))])
    let rows = values.flatMap { value, histogram in
      perceptions(histogram).map { row in
        var row = row
        row.segments = [value]
        return row
      }
    }
    return AnswerSheet(definition: definition, rows: rows)
  }

  private let x14: [(String, Histogram)] = [
    ("gold", [(3, 3), (4, 8), (5, 15), (6, 16), (7, 8)]),
    ("silver", [(2, 2), (3, 5), (4, 13), (5, 20), (6, 15), (7, 7)]),
    ("basic", [(2, 5), (3, 9), (4, 16), (5, 18), (6, 11), (7, 5)]),
  ]

  private func parity(_ audit: MeasuredAudit, _ value: String, _ measure: String) throws -> Measurement {
    let slice = Slice(parts: [Slice.Part(segment: "tier", value: value)])
    return try #require(
      audit[MeasurementKey(survey: "customers", wave: "2026", slice: slice, kind: .parity, subject: "tier/\(measure)")])
  }

  @Test("X14: the values of a segment together") func omnibus() throws {
    let sheet = try tiers(x14)
    for measure in ["p", "t/d", "d", "t", "overall"] {
      expectFigures(
        try figures(.segment, "tier/\(measure)", of: sheet),
        [
          (.kruskalH, 10.331150), (.kruskalP, 0.005710), (.kruskalEpsilon2, 0.059035), (.welchF, 5.876478),
          (.welchDF2, 114.245405), (.welchP, 0.003722),
        ])
    }
  }

  @Test("X14: each value against the rest") func againstTheRest() throws {
    let audit = measure([survey(try tiers(x14))], configuration: Configuration())
    expectFigures(
      try parity(audit, "gold", "p"),
      [
        (.difference, 0.582222), (.differenceLow, 0.191593), (.differenceHigh, 0.972851), (.differenceP, 0.003857),
        (.cliff, 0.249841),
      ])
    expectFigures(
      try parity(audit, "silver", "t/d"), [(.difference, 0.087719), (.differenceP, 0.661679), (.cliff, 0.033390)])
    expectFigures(
      try parity(audit, "basic", "overall"),
      [
        (.difference, -0.598214), (.differenceLow, -1.001644), (.differenceHigh, -0.194785), (.differenceP, 0.003992),
        (.cliff, -0.252511),
      ])
    #expect(try parity(audit, "basic", "p").figure(.difference)?.n == 176)
    // What is published depends on the smaller side.
    #expect(try parity(audit, "gold", "p").n == 50)
  }

  @Test("The tests of segments are in the family of the wave, those of items are not") func family() throws {
    let audit = measure([survey(try tiers(x14))], configuration: Configuration())
    let cell = try figures(.cell, "t/d", of: try tiers(x14))
    let values = ["gold", "silver", "basic"]
    let tests =
      try [[cell[.targetPExact] ?? cell[.targetP]]]
      + ["t/d", "overall"].map { measure in
        try values.map { try parity(audit, $0, measure)[.differenceP] }
      }
    let expected = benjaminiHochberg(tests.flatMap { $0 })
    #expect(audit.surveys[0].waves[0].familySize == 7)
    for (index, value) in values.enumerated() {
      #expect(try parity(audit, value, "t/d")[.differenceQ] == expected[1 + index])
      #expect(try parity(audit, value, "overall")[.differenceQ] == expected[4 + index])
      #expect(try parity(audit, value, "p").figure(.differenceQ)?.reason == .noFamily)
    }
  }

  @Test("X14: parity of two values is shown, and tested once") func twoValues() throws {
    let sheet = try tiers([
      ("a", [(3, 20), (4, 55), (5, 120), (6, 90), (7, 35)]), ("b", [(3, 22), (4, 50), (5, 126), (6, 88), (7, 34)]),
    ])
    let audit = measure([survey(sheet)], configuration: Configuration())
    for (value, difference) in [("a", 0.009375), ("b", -0.009375)] {
      let found = try parity(audit, value, "t/d")
      expectFigures(found, [(.difference, difference)])
      #expect(abs((found[.tostP] ?? 1) - 0.000244) < 5.001e-7)
    }
    #expect(audit.surveys[0].waves[0].familySize == 3)
    let q = try parity(audit, "a", "t/d")[.differenceQ]
    #expect(q != nil)
    #expect(try parity(audit, "b", "t/d")[.differenceQ] == q)
  }

  @Test("A value of few is compared, but in no family, and withheld from the site with its counterpart")
  func fewAnswers() throws {
    let sheet = try tiers([("a", [(3, 2), (4, 2)]), ("b", [(3, 22), (4, 50)])])
    let audit = measure([survey(sheet)], configuration: Configuration())
    let found = try parity(audit, "b", "t/d")
    #expect(found[.difference] != nil)
    #expect(found.figure(.differenceQ)?.reason == .suppressed)
    let shown = try parity(publishable(audit, configuration: Configuration()), "b", "t/d")
    #expect(shown.figure(.difference) == .suppressed)
  }

  @Test("X16: a wave against the one before") func change() throws {
    func wave(_ label: String, _ histogram: Histogram) throws -> SurveyWave {
      let sheet = try tiers([("x", histogram)])
      return SurveyWave(wave: Wave(label: label), definition: sheet.definition, tally: sheet.tally, files: [])
    }
    let waves = [
      try wave("2025", [(2, 10), (3, 22), (4, 30), (5, 24), (6, 12), (7, 2)]),
      try wave("2026", [(2, 4), (3, 12), (4, 26), (5, 34), (6, 22), (7, 8)]),
    ]
    let audit = measure(
      [Survey(id: "c", respondents: .customers, waves: waves)], configuration: Configuration())
    let key = MeasurementKey(survey: "c", wave: "2025>2026", kind: .change, subject: "t/d")
    let found = try #require(audit[key])
    expectFigures(
      found, [(.difference, 0.653585), (.differenceLow, 0.315193), (.differenceHigh, 0.991977)])
    let se = try #require(found[.differenceSE])
    expectFigures(found, [(.mde, (1.959963984540 + 0.841621233573) * se)])
    #expect(audit.measurements.contains(found))
  }

  @Test("What was asked otherwise has no change") func changedQuestion() throws {
    func wave(_ label: String, _ maximum: Int) throws -> SurveyWave {
      let item = Item(id: "p", dimension: "d", scale: try scale(1, maximum), comparison: .none)
      let sheet = AnswerSheet(
        definition: SurveyDefinition(items: [item], outcomes: [], segments: []),
        rows: perceptions([(3, 20), (4, 20)]))
      return SurveyWave(wave: Wave(label: label), definition: sheet.definition, tally: sheet.tally, files: [])
    }
    let waves = [try wave("2025", 5), try wave("2026", 7)]
    let audit = measure([Survey(id: "c", respondents: .customers, waves: waves)], configuration: Configuration())
    #expect(audit.surveys[0].changes.isEmpty)
    #expect(!audit.surveys[0].waves.isEmpty)
  }

  @Test("A change of the gap says which of its sides moved") func sides() throws {
    func wave(_ label: String, _ pairs: [(e: Int, p: Int, count: Int)]) throws -> SurveyWave {
      let sheet = AnswerSheet(
        definition: SurveyDefinition(items: [try pairedItem("p", dimension: "d")], outcomes: [], segments: []),
        rows: rows(pairs))
      return SurveyWave(wave: Wave(label: label), definition: sheet.definition, tally: sheet.tally, files: [])
    }
    let waves = [try wave("2025", [(6, 5, 10), (5, 5, 10)]), try wave("2026", [(7, 5, 10), (7, 6, 10)])]
    let audit = measure([Survey(id: "c", respondents: .customers, waves: waves)], configuration: Configuration())
    let found = try #require(audit[MeasurementKey(survey: "c", wave: "2025>2026", kind: .change, subject: "p:gap")])
    expectFigures(found, [(.difference, -1), (.deltaPerception, 0.5), (.deltaExpectation, 1.5)])
  }
}
