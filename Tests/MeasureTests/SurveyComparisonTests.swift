import Audit
import Measure
import Testing

/// What staff and management believe of customers, against what customers say.
@Suite struct SurveyComparisonTests {
  /// Answers to one paired item, by level of expectation; perceptions are 4.
  private func sheet(expectations: [(e: Int, count: Int)], dimension: String? = nil) throws -> AnswerSheet {
    AnswerSheet(
      definition: SurveyDefinition(
        items: [try pairedItem("greeted", dimension: dimension)], outcomes: [], segments: []),
      rows: rows(expectations.map { ($0.e, 4, $0.count) }))
  }

  /// Answers to one item on 1–7: so many threes, so many fives.
  private func sheet(threes: Int, fives: Int) throws -> AnswerSheet {
    AnswerSheet(
      definition: SurveyDefinition(items: [try pairedItem("greeted")], outcomes: [], segments: []),
      rows: rows([(6, 3, threes), (7, 5, fives)]))
  }

  private func compared(_ surveys: [Survey], _ configuration: Configuration = Configuration()) -> [Measurement] {
    measure(surveys, configuration: configuration).comparisons
  }

  private func key(_ kind: SubjectKind, _ subject: String, _ survey: String, _ wave: String = "2026") -> MeasurementKey
  {
    MeasurementKey(survey: survey, wave: wave, kind: kind, subject: subject)
  }

  static let x3: [(Statistic, Double)] = [
    (.difference, -0.736667), (.differenceSE, 0.272860), (.differenceT, -2.699796), (.differenceDF, 19.170053),
    (.differenceP, 0.014122), (.differenceLow, -1.307427), (.differenceHigh, -0.165906),
  ]

  @Test("X3: management against customers, of an item and of the dimension that holds it alone")
  func knowledge() throws {
    let customers = try sheet(expectations: [(7, 44), (6, 31), (5, 15), (4, 8), (3, 2)], dimension: "empathy")
    let managers = try sheet(expectations: [(7, 2), (6, 4), (5, 6), (4, 3)], dimension: "empathy")
    let audit = measure(
      [survey(customers), survey(managers, id: "managers", respondents: .management)], configuration: Configuration())
    for subject in ["greeted", "empathy"] {
      let found = try #require(audit[key(.knowledge, subject, "managers~customers")])
      expectFigures(found, Self.x3)
      #expect(found.figure(.difference)?.n == 115)
      #expect(found.n == 15)
    }
  }

  @Test("Perceptions are compared as kind belief, by the rows' means where a dimension has several items")
  func belief() throws {
    let definition = SurveyDefinition(
      items: [try pairedItem("a", dimension: "empathy"), try pairedItem("b", dimension: "empathy")], outcomes: [],
      segments: [])
    func sheet(_ perceptions: [[Int]]) -> AnswerSheet {
      AnswerSheet(
        definition: definition,
        rows: perceptions.map { row in
          AnswerSheet.Row(answers: row.map { AnswerSheet.Answer(expectation: 6, perception: $0) })
        })
    }
    let audit = measure(
      [
        survey(sheet([[2, 3], [4, 4], [5, 2], [3, 3]])),
        survey(sheet([[5, 6], [7, 6], [5, 5]]), id: "managers", respondents: .management),
      ], configuration: Configuration())
    // Row means 2.5 4 3.5 3 and 5.5 6.5 5.
    expectFigures(
      try #require(audit[key(.belief, "empathy", "managers~customers")]),
      [(.difference, 2.416667), (.differenceSE, 0.546453), (.differenceT, 4.422459), (.differenceDF, 3.959315)])
    expectFigures(try #require(audit[key(.belief, "a", "managers~customers")]), [(.difference, 17.0 / 3 - 3.5)])
    // Nobody differs in what is expected.
    let known = try #require(audit[key(.knowledge, "empathy", "managers~customers")])
    #expect(known[.difference] == 0)
    #expect(known.figure(.differenceP)?.reason == .zeroVariance)
  }

  @Test("Management and staff are held against customers, and staff against management; each survey of a kind")
  func pairs() throws {
    let sheet = try sheet(threes: 10, fives: 10)
    let surveys = [
      survey(sheet, id: "a"), survey(sheet, id: "b"), survey(sheet, id: "m", respondents: .management),
      survey(sheet, id: "s", respondents: .staff),
    ]
    for surveys in [surveys, surveys.reversed()] {
      let found = compared(surveys).filter { $0.key.kind == .knowledge }.map(\.key.survey)
      #expect(found == ["m~a", "m~b", "s~a", "s~b", "s~m"])
    }
    #expect(compared([surveys[0], surveys[1]]).isEmpty)
    #expect(compared([surveys[3]]).isEmpty)
  }

  @Test("Waves of one label are compared; without any the latest of each")
  func waves() throws {
    func waves(_ id: String, _ respondents: Respondents, _ labels: [(String, Int)]) throws -> Survey {
      var all = survey(try sheet(threes: 5, fives: 5), id: id, respondents: respondents)
      all.waves = try labels.map { label, day in
        let sheet = try sheet(threes: 5, fives: 5 + day)
        return SurveyWave(
          wave: Wave(label: label, end: Day(year: 2026, month: 1, day: day)), definition: sheet.definition,
          tally: sheet.tally, files: [])
      }
      return all
    }
    let customers = try waves("c", .customers, [("A", 1), ("B", 2), ("C", 3)])
    let shared = compared([customers, try waves("m", .management, [("C", 3), ("A", 1), ("D", 4)])])
    #expect(shared.filter { $0.key.kind == .belief }.map(\.key.wave) == ["A", "C"])
    let apart = compared([customers, try waves("m", .management, [("D", 9), ("E", 8)])])
    #expect(apart.map(\.key.wave) == ["D~C", "D~C"])
    #expect(apart.map(\.sides) == Array(repeating: [.init(survey: "m", n: 19), .init(survey: "c", n: 13)], count: 2))
  }

  @Test("Different scales are refused; what one side does not ask has no row")
  func refusals() throws {
    let other = try Item(id: "greeted", dimension: "empathy", scale: scale(1, 5), comparison: .expectation)
    let five = AnswerSheet(
      definition: SurveyDefinition(items: [other], outcomes: [], segments: []), rows: rows([(4, 3, 9), (5, 2, 3)]))
    let seven = survey(try sheet(expectations: [(6, 20), (7, 20)], dimension: "empathy"))
    let mixed = compared([seven, survey(five, id: "m", respondents: .management)])
    #expect(mixed.map(\.key.subject) == ["greeted", "empathy", "greeted", "empathy"])
    for measurement in mixed {
      #expect(measurement.figures.count == 7)
      #expect(measurement.figures.values.allSatisfy { $0 == Figure(unavailable: .mixedScales, n: 52) })
    }
    for comparison in [Item.Comparison.none, .standard(6)] {
      let item = try Item(id: "greeted", dimension: "empathy", scale: scale(1, 7), comparison: comparison)
      let plain = AnswerSheet(
        definition: SurveyDefinition(items: [item], outcomes: [], segments: []), rows: perceptions([(3, 5), (4, 5)]))
      #expect(
        compared([seven, survey(plain, id: "m", respondents: .management)]).allSatisfy { $0.key.kind == .belief })
    }
    let more = SurveyDefinition(
      items: [try pairedItem("greeted", dimension: "empathy"), try pairedItem("other", dimension: "empathy")],
      outcomes: [], segments: [])
    let answers = (0..<12).map { row in
      AnswerSheet.Row(answers: [.init(expectation: 5 + row % 2, perception: 4), .init(expectation: 6, perception: 4)])
    }
    let wider = compared([
      seven, survey(AnswerSheet(definition: more, rows: answers), id: "m", respondents: .management),
    ])
    #expect(wider.map(\.key.subject) == ["greeted", "greeted"])
  }

  @Test(
    "A comparison is withheld where either side is below the minimum cell of its own respondents",
    arguments: [
      (Respondents.management, 4, 40, false), (.management, 5, 40, true), (.staff, 10, 40, false),
      (.staff, 11, 40, true),
      (.staff, 40, 4, false), (.staff, 40, 5, true), (.management, 0, 40, true),
    ])
  func withheld(_ respondents: Respondents, _ inside: Int, _ customers: Int, _ isShown: Bool) throws {
    let configuration = Configuration()
    let full = measure(
      [
        survey(try sheet(threes: customers / 2, fives: customers - customers / 2)),
        survey(try sheet(threes: inside / 2, fives: inside - inside / 2), id: "inside", respondents: respondents),
      ], configuration: configuration)
    let shown = publishable(full, configuration: configuration)
    #expect(shown.comparisons.map(\.key) == full.comparisons.map(\.key))
    for (one, other) in zip(shown.comparisons, full.comparisons) {
      #expect((one == other) == isShown)
      #expect(one.isSuppressed != isShown)
      if !isShown {
        #expect(one.figures.values.allSatisfy { $0 == .suppressed })
        #expect(one.sides.isEmpty)
      }
    }
    #expect(publishable(shown, configuration: configuration).comparisons == shown.comparisons)
  }
}
