import Audit
import Testing

@testable import Measure

/// The audit's figures beside those of others.
@Suite struct BenchmarkFiguresTests {
  private typealias Fixture = VerdictFixture

  /// X16: the treated before and after; 25 of 40 and 66 of 93 say yes; ten recommend, of whom six would and two would not.
  private func survey() throws -> Survey {
    try Fixture.survey(before: (Fixture.treated.before, []), after: (Fixture.treated.after, []))
  }

  private func outcomes() throws -> Survey {
    let zeroToOne = try #require(Scale(minimum: 0, maximum: 1))
    let zeroToTen = try #require(Scale(minimum: 0, maximum: 10))
    let definition = SurveyDefinition(
      items: [],
      outcomes: [
        Outcome(id: "stayed", kind: .yes, scale: zeroToOne),
        Outcome(id: "left", kind: .yes, scale: zeroToOne, better: .low),
        Outcome(id: "nps", kind: .nps, scale: zeroToTen),
      ], segments: [])
    let rows = (0..<40).map { index in
      AnswerSheet.Row(outcomes: [index < 25 ? 1 : 0, index < 25 ? 1 : 0, index < 24 ? 10 : index < 32 ? 7 : 3])
    }
    return try Fixture.waves([AnswerSheet(definition: definition, rows: rows)])
  }

  private func measured(
    _ survey: Survey, _ measure: String, _ value: Double, n: Int? = nil, sd: Double? = nil,
    _ change: (inout Configuration) -> Void = { _ in }
  ) throws -> MeasuredBenchmark {
    var configuration = Configuration()
    configuration.benchmarks = [
      Benchmark(
        measure: Fixture.reference(measure), value: value, n: n, sd: sd, source: "Panel",
        date: try Fixture.day("2025-11-30"), dated: SourceLocation("cxaudit.yml", line: 3))
    ]
    change(&configuration)
    let audit = publishable(Measure.measure([survey], configuration: configuration), configuration: configuration)
    return try #require(audit.benchmarks.first)
  }

  private func comparison(
    _ survey: Survey, _ measure: String, _ value: Double, n: Int? = nil, sd: Double? = nil
  ) throws -> BenchmarkComparison {
    try #require(try measured(survey, measure, value, n: n, sd: sd).comparison)
  }

  @Test("X16: a mean of the latest wave against a published one") func mean() throws {
    let variance = (10 * 4.4944 + 22 * 1.2544 + 30 * 0.0144 + 24 * 0.7744 + 12 * 3.5344 + 2 * 8.2944) / 99.0
    for address in ["cell/t/d/perception.mean", "customers::item/p/perception.mean@2026-Q3"] {
      let found = try comparison(survey(), address, 4.12, n: 100, sd: variance.squareRoot())
      Fixture.expect(found.difference, 0.653585)
      Fixture.expect(found.test?.low, 0.315193)
      Fixture.expect(found.test?.high, 0.991977)
      #expect(found.word == .better && found.n == 106 && found.key.wave == "2026-Q3")
    }
    let earlier = try comparison(survey(), "item/p/perception.mean@2026-Q1", 4.12, n: 100, sd: 1.2)
    #expect(earlier.n == 100 && earlier.word == .notShown && earlier.key.wave == "2026-Q1")
  }

  @Test("X7: a share against a published one; a yes may be a bad thing") func share() throws {
    let found = try comparison(outcomes(), "stayed", 10 / 35.0, n: 35)
    Fixture.expect(found.difference, 0.339286)
    Fixture.expect(found.test?.low, 0.113243)
    Fixture.expect(found.test?.high, 0.519900)
    Fixture.expect(found.test?.p, 0.003300)
    #expect(found.word == .better)
    #expect(try comparison(outcomes(), "left", 10 / 35.0, n: 35).word == .worse)
    #expect(try comparison(outcomes(), "outcome/stayed/share", 0.6, n: 35).word == .notShown)
  }

  @Test("a score is tested by the published number of answers") func score() throws {
    #expect(try comparison(outcomes(), "nps", -60, n: 400).word == .better)
    #expect(try comparison(outcomes(), "nps", 95, n: 400).word == .worse)
    #expect(try comparison(outcomes(), "nps", 38, n: 400).word == .notShown)
  }

  static let lacking: [(String, Double, Int?, Double?, BenchmarkComparison.Untested)] = [
    ("nps", 95, nil, nil, .noN), ("stayed", 0.1, nil, nil, .noN), ("item/p/perception.mean", 1, nil, 1, .noN),
    ("item/p/perception.mean", 1, 900, nil, .noSD), ("item/p/perception.mean", 1, 1, 1, .tooFew),
  ]

  @Test("without what a test needs nothing is tested, whatever the distance", arguments: lacking)
  func untested(
    measure: String, value: Double, n: Int?, sd: Double?, reason: BenchmarkComparison.Untested
  ) throws {
    let survey = measure.hasPrefix("item") ? try survey() : try outcomes()
    let found = try comparison(survey, measure, value, n: n, sd: sd)
    #expect(found.word == .untested && found.test == nil && found.untested == reason)
  }

  @Test("what cannot be compared says why") func obstacles() throws {
    let (items, outcomes) = (try survey(), try outcomes())
    #expect(
      try measured(outcomes, "nsp", 3).result == .unusable(.noMeasure(known: ["stayed", "left", "nps"])))
    #expect(try measured(items, "item/p/alpha-without", 3).result == .unusable(.noMean))
    #expect(try measured(outcomes, "stayed", 80).result == .unusable(.outOfRange(low: 0, high: 1)))
    #expect(try measured(outcomes, "nps", -101).result == .unusable(.outOfRange(low: -100, high: 100)))
    #expect(
      try measured(items, "item/p/perception.mean@2025", 3).result
        == .unusable(.noWave("2025", known: ["2026-Q1", "2026-Q3"])))
  }

  @Test("a figure that is withheld is not compared either") func withheld() throws {
    let found = try measured(outcomes(), "stayed", 0.5, n: 100) { $0.privacy.minimumCell = 41 }
    #expect(found.result == .unusable(.suppressed))
  }
}
