import Audit
import Measure
import Testing

/// ω, importance relative to the average, as respondents stated it.
@Suite struct ImportanceTests {
  private let answer = AnswerSheet.Answer(expectation: 7, perception: 4)

  private func rated(_ ids: [String], _ importance: Scale?) throws -> [Item] {
    try ids.map { id in
      var item = try pairedItem(id, touchpoint: "branch", dimension: id)
      item.importance = importance
      return item
    }
  }

  @Test("Points: K times the share, each row rescaled to its own total") func points() throws {
    let items = try rated(["a", "b", "c"], nil)
    let definition = SurveyDefinition(items: items, outcomes: [], segments: [], pointDimensions: ["a", "b"])
    let rows = [[60, 40], [57, 38], [42, 63], [80, 40]].map {
      AnswerSheet.Row(answers: [answer, answer, answer], points: $0)
    }
    let sheet = AnswerSheet(definition: definition, rows: rows)
    // Shares of a: .6, .6, .4; the row of 120 points does not count.
    expectFigures(
      try figures(.dimension, "a", of: sheet), [(.importance, 2 * 1.6 / 3), (.severity, 50 * 2 * 1.6 / 3), (.n, 4)])
    #expect(try figures(.dimension, "a", of: sheet).figure(.importance)?.n == 3)
    expectFigures(try figures(.item, "b", of: sheet), [(.importance, 2 * 1.4 / 3)])
    // Nobody spread points over c.
    expectFigures(try figures(.dimension, "c", of: sheet), [(.importance, 1)])
    expectFigures(try figures(.touchpoint, "branch", of: sheet), [(.importance, 1), (.severity, 50)])
  }

  @Test("Ratings: the mean of the subject's items over the mean of all") func ratings() throws {
    let items = try rated(["a", "b", "c"], try scale(1, 7))
    let definition = SurveyDefinition(items: items, outcomes: [], segments: [])
    let rows = [[7, 5, nil], [5, 3, 4]].map {
      AnswerSheet.Row(answers: [answer, answer, answer], ratings: $0)
    }
    let sheet = AnswerSheet(definition: definition, rows: rows)
    expectFigures(try figures(.dimension, "a", of: sheet), [(.importance, 6 / (14.0 / 3))])
    #expect(try figures(.dimension, "c", of: sheet).figure(.importance) == Figure(4 / (14.0 / 3), n: 1))
    expectFigures(try figures(.overall, "all", of: sheet), [(.importance, 1)])
  }

  @Test(
    "Ratings on several scales, or below nought, have no ratio",
    arguments: [(1, 5, Reason.mixedScales), (-3, 3, .wrongScale)])
  func refused(_ minimum: Int, _ maximum: Int, _ reason: Reason) throws {
    let other = try scale(minimum, maximum)
    var items = try rated(["a", "b"], other)
    if reason == .mixedScales { items[0].importance = try scale(1, 7) }
    let sheet = AnswerSheet(
      definition: SurveyDefinition(items: items, outcomes: [], segments: []),
      rows: Array(repeating: AnswerSheet.Row(answers: [answer, answer], ratings: [3, 2]), count: 9))
    let found = try figures(.dimension, "a", of: sheet)
    for statistic in [Statistic.importance, .severity, .burden] {
      #expect(found.figure(statistic)?.reason == reason)
    }
    #expect(found[.f1] == 0.5)
  }

  @Test("What nobody spoke of has importance 1") func unstated() throws {
    let sheet = AnswerSheet(
      definition: SurveyDefinition(items: try rated(["a"], try scale(0, 10)), outcomes: [], segments: []),
      rows: Array(repeating: AnswerSheet.Row(answers: [answer], ratings: [nil]), count: 9))
    #expect(try figures(.dimension, "a", of: sheet).figure(.importance) == Figure(1, n: 9))
  }
}
