import Audit
import Testing

@testable import Diagnose

/// Promises and recommendation.
struct OutcomeRulesTests {
  static func promise(kept: Double, low: Double, high: Double, n: Int = 300, _ kind: Outcome.Kind = .yes) throws
    -> MeasuredAudit
  {
    let scale = try #require(Scale(minimum: kind == .yes ? 0 : 1, maximum: kind == .yes ? 1 : 5))
    let outcome = Outcome(id: "kept", name: "Ready on the day", kind: kind, scale: scale, about: .promise)
    let names: [Statistic] = kind == .yes ? [.share, .shareLow, .shareHigh] : [.top2Share, .top2Low, .top2High]
    let values = Dictionary(uniqueKeysWithValues: zip(names, [kept, low, high]))
    return audit([quietWave.asking([outcome]).adding([figures(.outcome, "kept", n: n, values)])])
  }

  @Test(
    "promises that are surely kept too seldom: the class is the share that were not",
    arguments: [Outcome.Kind.yes, .csat])
  func promises(kind: Outcome.Kind) throws {
    let found = try Self.promise(kept: 0.8, low: 0.75, high: 0.84, kind).found(.information)
    try #require(found.count == 1)
    #expect(found[0].id == "information.kept")
    #expect(found[0].title == "Ready on the day: not kept often enough")
    #expect(
      found[0].statement
        == "For 20\u{202F}% of 300 customers it was not as promised (16 to 25\u{202F}%); at most 5\u{202F}% is allowed."
    )
    #expect(found[0].findingClass == .minor)
    #expect(found[0].cause == .communication)
  }

  @Test("a promise of a survey about one touchpoint is that touchpoint's, others are nobody's") func place() throws {
    let scale = try #require(Scale(minimum: 1, maximum: 7))
    func item(_ touchpoint: String?) -> Item {
      Item(id: touchpoint ?? "x", dimension: "d", touchpoint: touchpoint, scale: scale, comparison: .none)
    }
    func only(_ touchpoints: [String?], rows: [String] = []) -> String? {
      var definition = SurveyDefinition(items: touchpoints.map(item), outcomes: [], segments: [])
      definition.rowTouchpoints = rows
      return definition.onlyTouchpoint
    }
    #expect(only(["a", "a"]) == "a")
    #expect(only(["a", "b"]) == nil && only(["a", nil]) == nil && only([nil, "a"]) == nil && only([]) == nil)
    #expect(only(["a"], rows: ["a", "b"]) == nil)
    let found = try #require(Self.promise(kept: 0.8, low: 0.75, high: 0.84, .yes).found(.information).first)
    #expect(found.severity.map { abs($0 - 20) < 1e-9 } == true)
    #expect(found.touchpoint == quietWave.definition.onlyTouchpoint)
  }

  @Test("the upper bound decides, and few answers are watched") func limits() throws {
    #expect(try Self.promise(kept: 0.9, low: 0.84, high: 0.95).found(.information).isEmpty)
    #expect(
      try Self.promise(kept: 0.9, low: 0.84, high: 0.949).found(.information).map(\.findingClass) == [.observation])
    #expect(
      try Self.promise(kept: 0.6, low: 0.4, high: 0.77, n: 29).found(.information).map(\.findingClass) == [.watch])
  }

  static func recommendation(low: Double, high: Double, against: Double = 210, n: Int = 500) throws -> MeasuredAudit {
    let outcome = Outcome(id: "nps", kind: .nps, scale: try #require(Scale(minimum: 0, maximum: 10)))
    return audit([
      quietWave.asking([outcome]).adding([
        figures(
          .outcome, "nps", n: n,
          [.nps: (low + high) / 2, .npsLow: low, .npsHigh: high, .detractors: against, .promoters: 135])
      ])
    ])
  }

  @Test("detractors that surely outnumber promoters") func detractors() throws {
    let found = try Self.recommendation(low: -22, high: -8).found(.loyalty)
    try #require(found.count == 1)
    #expect(found[0].id == "loyalty.nps")
    #expect(
      found[0].statement
        == "Of 500 customers 42\u{202F}% would advise against (0 to 6 of 10) and 27\u{202F}% would recommend (9 or 10): an NPS of "
        + "\u{2212}15 (\u{2212}22 to \u{2212}8).")
    #expect(found[0].findingClass == .major)
    #expect(try Self.recommendation(low: -14, high: 0).found(.loyalty).isEmpty)
    #expect(try Self.recommendation(low: -90, high: -8, n: 29).found(.loyalty).map(\.findingClass) == [.watch])
  }

  @Test("they say why they did not run") func missing() {
    #expect(noAudit.notRun(.information) == "there is no survey of customers")
    #expect(noAudit.notRun(.loyalty) == "there is no survey of customers")
    #expect(audit([quietWave]).notRun(.information) == "no outcome is about a promise")
    #expect(audit([quietWave]).notRun(.loyalty) == "no survey of customers asks for a recommendation from 0 to 10")
  }
}
