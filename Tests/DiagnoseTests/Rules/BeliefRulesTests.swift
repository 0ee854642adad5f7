import Audit
import Testing

@testable import Diagnose

/// What management and staff believe, held against what customers say.
struct BeliefRulesTests {
  static func compared(
    _ kind: SubjectKind, _ subject: String = "empathy", low: Double, high: Double, n: Int = 20,
    _ judge: Respondents = .management
  ) -> MeasuredAudit {
    let wave = TestWave([TestCell("branch", "empathy", GateTests.quiet)])
    let judges = TestWave([TestCell("branch", "empathy", GateTests.quiet)]).measured(survey: "inside")
    return MeasuredAudit(
      surveys: [
        MeasuredSurvey(id: "customers", respondents: .customers, waves: [wave.measured(survey: "customers")]),
        MeasuredSurvey(id: "inside", respondents: judge, waves: [judges]),
      ],
      comparisons: [
        figures(
          kind, subject, n: n, [.difference: (low + high) / 2, .differenceLow: low, .differenceHigh: high],
          survey: "inside~customers", rows: n + 611,
          sides: [.init(survey: "inside", n: n), .init(survey: "customers", n: 611)])
      ])
  }

  @Test("managers who think that customers expect less are told by how much") func knowledge() throws {
    let found = Self.compared(.knowledge, low: -1.3, high: -0.2).found(.knowledge)
    try #require(found.count == 1)
    #expect(found[0].id == "knowledge.empathy")
    #expect(found[0].title == "Management misjudges what customers expect: Empathy")
    #expect(
      found[0].statement
        == "Management thinks that customers expect 0.8 points less of empathy than they say, on a scale of 1 to 7 (0.2 to 1.3 "
        + "less): 20 answers of management, 611 of customers.")
    #expect(found[0].cause == .knowledge)
    #expect(found[0].findingClass == .observation)
    #expect(found[0].dimension == "empathy")
    #expect(found[0].evidence[0].figure == "inside~customers::knowledge/empathy/difference@2026-Q3")
  }

  @Test(
    "two questions that are misjudged in opposite ways are told, though together they look right",
    arguments: [false, true])
  func opposite(isWholeMisjudged: Bool) throws {
    func side(_ n: Int) -> [Measurement.Side] {
      [.init(survey: "inside", n: 20), .init(survey: "customers", n: n)]
    }
    let whole = Self.compared(.knowledge, low: isWholeMisjudged ? 0.6 : -0.1, high: isWholeMisjudged ? 0.9 : 0.1)
    var surveys = whole.surveys
    for survey in surveys.indices {
      let cells = ["branch", "phone"].map { TestCell($0, "empathy", GateTests.quiet) }
      surveys[survey].waves = [TestWave(cells).measured(survey: surveys[survey].id)]
    }
    let parts = [("p1", -1.8), ("p2", 1.7)].map { item, difference in
      figures(
        .knowledge, item, n: 20,
        [.difference: difference, .differenceLow: difference - 0.3, .differenceHigh: difference + 0.3],
        survey: "inside~customers", rows: 631, sides: side(611))
    }
    let measured = MeasuredAudit(surveys: surveys, comparisons: whole.comparisons + parts)
    #expect(
      measured.found(.knowledge).map(\.id)
        == (isWholeMisjudged ? ["knowledge.empathy"] : ["knowledge.p1", "knowledge.p2"]))
  }

  static let cases: [(Double, Double, Int)] = [
    (-0.8, -0.2, 1), (-0.8, 0.01, 0), (0.2, 0.8, 1), (-0.7, -0.2, 0), (-0.81, -0.2, 1),
  ]

  @Test("the interval excludes 0 and the difference is a twelfth of the scale, either way", arguments: cases)
  func limits(low: Double, high: Double, count: Int) {
    #expect(Self.compared(.knowledge, low: low, high: high).found(.knowledge).count == count)
  }

  @Test("few managers are said to be few, and of very few the direction alone is told") func few() throws {
    let few = try #require(Self.compared(.knowledge, low: -1.3, high: -0.2, n: 10).found(.knowledge).first)
    #expect(few.remarks == ["few answers"])
    let direction = try #require(Self.compared(.knowledge, low: -1.3, high: -0.2, n: 4).found(.knowledge).first)
    #expect(
      direction.statement
        == "Management thinks that customers expect less of empathy than they say: 4 answers of management, 611 of customers."
    )
  }

  @Test("beside weighted surveys it says that its answers count alike") func weights() throws {
    let plain = Self.compared(.knowledge, low: -1.3, high: -0.2)
    var surveys = plain.surveys
    surveys[0].waves[0].definition.isWeighted = true
    let weighted = MeasuredAudit(surveys: surveys, comparisons: plain.comparisons)
    let told = "answers count alike here, without their weights"
    #expect(try #require(weighted.found(.knowledge).first).remarks == [told])
    #expect(try #require(plain.found(.knowledge).first).remarks == [])
  }

  @Test("where managers misjudge, the cause of what falls short there is knowledge") func cause() throws {
    var measured = Self.compared(.knowledge, low: -1.3, high: -0.2)
    let short = TestWave([TestCell("branch", "empathy")]).measured(survey: "customers")
    measured = MeasuredAudit(
      surveys: [MeasuredSurvey(id: "customers", respondents: .customers, waves: [short]), measured.surveys[1]],
      comparisons: measured.comparisons)
    #expect(measured.found(.gap).first?.cause == .knowledge)
    #expect(audit([short]).found(.gap).first?.cause == nil)
  }

  @Test("staff are told apart from management") func staff() throws {
    let found = try #require(Self.compared(.knowledge, low: 0.2, high: 1.3, .staff).found(.knowledge).first)
    #expect(found.id == "knowledge.staff.empathy")
    #expect(found.statement.hasPrefix("Staff think that customers expect 0.8 points more of empathy than they say"))
  }

  @Test("who thinks better of the service than customers do is told so; who thinks worse is not") func belief() throws {
    let found = Self.compared(.belief, low: 0.5, high: 1.3).found(.belief)
    try #require(found.count == 1)
    #expect(found[0].id == "belief.empathy")
    #expect(found[0].title == "Management thinks better of it than customers do: Empathy")
    #expect(
      found[0].statement
        == "Management thinks that customers get 0.9 points more of empathy than they say, on a scale of 1 to 7 (0.5 to 1.3 "
        + "more): 20 answers of management, 611 of customers.")
    #expect(Self.compared(.belief, low: -1.3, high: -0.5).found(.belief).isEmpty)
    #expect(Self.compared(.belief, low: -0.01, high: 0.5).found(.belief).isEmpty)
  }

  @Test("they say why they did not run", arguments: [Finding.Kind.knowledge, .belief]) func missing(kind: Finding.Kind)
  {
    #expect(noAudit.notRun(kind) == "there is no survey of customers")
    #expect(
      audit([quietWave]).notRun(kind)
        == "neither management nor staff were asked what customers \(kind == .belief ? "get" : "expect")")
    let other = MeasuredAudit(surveys: [
      MeasuredSurvey(id: "customers", respondents: .customers, waves: [quietWave]),
      MeasuredSurvey(id: "inside", respondents: .management, waves: [quietWave]),
    ])
    #expect(other.notRun(kind) == "surveys of management or staff share no item with those of customers")
  }
}
