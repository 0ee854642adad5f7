import Audit
import Diagnose
import Measure

/// A customers' survey run through the stages that follow the reading of files.
struct TestEngagement {
  var configuration = Configuration()
  var items: [Item]
  var rows: [Answers]

  /// Findings about the service, in register order.
  func findings() -> [Finding] {
    let definition = SurveyDefinition(items: items, outcomes: [], segments: [])
    let wave = SurveyWave(
      wave: Wave(label: "2026-Q3"), definition: definition, tally: WaveTally(rows, definition),
      files: ["content/surveys/customers.csv"])
    var project = Project(configuration: configuration)
    project.surveys = [Survey(id: "customers", respondents: .customers, waves: [wave])]
    let measured = publishable(measure(project.surveys, configuration: configuration), configuration: configuration)
    return diagnose(project, measured: measured, asOf: day("2026-09-30")).findings.filter { $0.kind == .gap }
  }
}

func scale(_ minimum: Int, _ maximum: Int) -> Scale {
  guard let scale = Scale(minimum: minimum, maximum: maximum) else { preconditionFailure("no such scale") }
  return scale
}

func day(_ iso: String) -> Day {
  guard let day = Day(iso: iso) else { preconditionFailure("no such day: \(iso)") }
  return day
}

func item(_ id: String, _ dimension: String, _ scale: Scale, _ comparison: Item.Comparison = .expectation) -> Item {
  Item(id: id, dimension: dimension, scale: scale, comparison: comparison)
}

/// Perceptions of one item, `counts` from the scale's minimum upward.
func satisfaction(_ counts: [Int]) -> [Answers] {
  counts.enumerated().flatMap { level, count in
    [Answers](repeating: Answers(perceptions: [level + 1]), count: count)
  }
}
