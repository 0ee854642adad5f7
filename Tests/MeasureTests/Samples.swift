import Audit
import Measure
import Testing

func scale(_ minimum: Int, _ maximum: Int) throws -> Scale {
  try #require(Scale(minimum: minimum, maximum: maximum))
}

/// A paired item on 1–7.
func pairedItem(_ id: String, touchpoint: String? = nil, dimension: String? = nil) throws -> Item {
  Item(id: id, dimension: dimension, touchpoint: touchpoint, scale: try scale(1, 7), comparison: .expectation)
}

/// Rows of one paired item: expectation, perception, how many.
func rows(_ pairs: [(e: Int, p: Int, count: Int)]) -> [AnswerSheet.Row] {
  pairs.flatMap { pair in
    let answer = AnswerSheet.Answer(expectation: pair.e, perception: pair.p)
    return Array(repeating: AnswerSheet.Row(answers: [answer]), count: pair.count)
  }
}

/// Rows of one item with perceptions alone.
func perceptions(_ answers: [(p: Int, count: Int)]) -> [AnswerSheet.Row] {
  answers.flatMap { answer in
    let row = AnswerSheet.Row(answers: [AnswerSheet.Answer(expectation: nil, perception: answer.p)])
    return Array(repeating: row, count: answer.count)
  }
}

/// One outcome, answered as often as `levels` say.
func sheet(_ outcome: Outcome, _ levels: [Int]) -> AnswerSheet {
  AnswerSheet(
    definition: SurveyDefinition(items: [], outcomes: [outcome], segments: []),
    rows: levels.enumerated().flatMap { index, count in
      Array(repeating: AnswerSheet.Row(outcomes: [outcome.scale.minimum + index]), count: count)
    })
}

/// A survey of one wave.
func survey(
  _ sheet: AnswerSheet, id: String = "customers", wave: String = "2026", respondents: Respondents = .customers
) -> Survey {
  Survey(
    id: id, respondents: respondents,
    waves: [
      SurveyWave(wave: Wave(label: wave), definition: sheet.definition, tally: sheet.tally, files: ["\(id).csv"])
    ])
}

/// Everyone's figures of one subject of the only survey.
func figures(
  _ kind: SubjectKind, _ subject: String, of sheet: AnswerSheet, _ configuration: Configuration = Configuration()
) throws -> Measurement {
  let audit = measure([survey(sheet)], configuration: configuration)
  return try #require(audit[MeasurementKey(survey: "customers", wave: "2026", kind: kind, subject: subject)])
}

/// One item's figures.
func figures(
  _ item: Item, _ rows: [AnswerSheet.Row], _ configuration: Configuration = Configuration()
) throws -> Measurement {
  let definition = SurveyDefinition(items: [item], outcomes: [], segments: [])
  return try figures(.item, item.id, of: AnswerSheet(definition: definition, rows: rows), configuration)
}

/// Compares to six digits after the point, or six significant ones below a thousandth.
func expectFigures(
  _ measurement: Measurement, _ expected: [(Statistic, Double)],
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  for (statistic, value) in expected {
    guard let found = measurement[statistic] else {
      Issue.record(
        "\(statistic.rawValue): \(String(describing: measurement.figure(statistic)))", sourceLocation: sourceLocation)
      continue
    }
    let tolerance = abs(value) < 0.001 ? abs(value) * 1e-6 : 5.001e-7
    #expect(
      abs(found - value) <= tolerance, "\(statistic.rawValue) is \(found), not \(value)",
      sourceLocation: sourceLocation)
  }
}

/// Expectation and perception of example X1 in the methodology.
let exampleX1 = rows([
  (7, 7, 5), (7, 6, 7), (7, 5, 5), (7, 4, 3), (7, 3, 1), (6, 7, 2), (6, 6, 4), (6, 5, 4), (6, 4, 2), (6, 2, 1),
  (5, 5, 2), (5, 6, 1), (5, 4, 1), (5, 3, 1), (4, 4, 1),
])
