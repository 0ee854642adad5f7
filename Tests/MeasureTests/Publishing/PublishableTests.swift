import Audit
import Measure
import TestSupport
import Testing

/// What would speak of fewer people than the minimum cell leaves no trace.
@Suite struct PublishableTests {
  /// Sixty rows in tiers of 3, 7, 10 and 40, with an item that few answered and points of importance.
  private func sheet() throws -> AnswerSheet {
    var generator = SeededGenerator(seed: 3)
    let definition = SurveyDefinition(
      items: [
        try pairedItem("P1", touchpoint: "branch", dimension: "reliability"),
        try pairedItem("P2", touchpoint: "branch", dimension: "empathy"),
      ], outcomes: [Outcome(id: "nps", kind: .nps, scale: try scale(0, 10))],
      segments: [Segment(id: "tier", order: ["a", "b", "c", "d"])], pointDimensions: ["reliability", "empathy"])
    let tiers = [("a", 3), ("b", 7), ("c", 10), ("d", 40)].flatMap { Array(repeating: $0.0, count: $0.1) }
    let rows = tiers.enumerated().map { index, tier in
      let answers = (0..<2).map { _ in
        AnswerSheet.Answer(
          expectation: Int.random(in: 5...7, using: &generator), perception: Int.random(in: 1...7, using: &generator))
      }
      return AnswerSheet.Row(
        answers: [answers[0], index >= 56 ? answers[1] : nil], outcomes: [Int.random(in: 0...10, using: &generator)],
        points: index % 4 == 0 ? [50, 50] : [], segments: [tier])
    }
    return AnswerSheet(definition: definition, rows: rows)
  }

  @Test("No figure, count or distribution of few rows is left", arguments: Respondents.allCases)
  func noTrace(_ respondents: Respondents) throws {
    let configuration = Configuration()
    let minimum = configuration.minimumCell(for: respondents)
    let full = measure([survey(try sheet(), respondents: respondents)], configuration: configuration)
    let shown = publishable(full, configuration: configuration)
    let few = 1..<minimum
    for slice in shown.surveys[0].waves[0].slices {
      #expect(slice.rows.map { !few.contains($0) } ?? true)
      for measurement in slice.measurements {
        #expect(measurement.n.map { !few.contains($0) } ?? true)
        for (statistic, figure) in measurement.figures {
          let n = figure.n
          #expect(n.map { !few.contains($0) } ?? true, "\(measurement.key) \(statistic.rawValue)")
          #expect((n == nil) == (figure.reason == .suppressed), "\(measurement.key) \(statistic.rawValue)")
          #expect(n != nil || figure.value == nil)
        }
        let distribution = slice.distribution(measurement.key.kind, measurement.key.subject)
        #expect(!few.contains(distribution?.counts.reduce(0, +) ?? 0))
      }
    }
  }

  @Test("The rows of a wave are withheld like those of a slice", arguments: [(4, nil), (5, 5)])
  func rowsOfAWave(_ case: (rows: Int, shown: Int?)) throws {
    var sheet = try sheet()
    sheet.rows = Array(sheet.rows.prefix(`case`.rows))
    let configuration = Configuration()
    let full = measure([survey(sheet)], configuration: configuration)
    #expect(publishable(full, configuration: configuration).surveys[0].waves[0].rows == `case`.shown)
  }

  @Test("What is not withheld stays as it was, and every statistic keeps its row") func rest() throws {
    let configuration = Configuration()
    let full = measure([survey(try sheet())], configuration: configuration)
    let shown = publishable(full, configuration: configuration)
    for measurement in full.measurements {
      let other = try #require(shown[measurement.key])
      #expect(Set(other.figures.keys) == Set(measurement.figures.keys))
      for (statistic, figure) in other.figures where figure.reason != .suppressed {
        #expect(figure == measurement.figure(statistic))
      }
    }
    let basic = MeasurementKey(survey: "customers", wave: "2026", kind: .item, subject: "P1")
    #expect(shown[basic]?[.gapMean] == full[basic]?[.gapMean])
    #expect(shown.measurements.contains { $0.isSuppressed })
  }

  @Test("Importance that few stated takes severity with it") func importance() throws {
    let shown = publishable(
      measure([survey(try sheet())], configuration: Configuration()), configuration: Configuration())
    let slice = Slice(parts: [Slice.Part(segment: "tier", value: "c")])
    let key = MeasurementKey(
      survey: "customers", wave: "2026", slice: slice, kind: .cell, subject: "branch/reliability")
    let cell = try #require(shown[key])
    #expect(cell[.f1] != nil)
    for statistic in [Statistic.importance, .severity, .burden] { #expect(cell.figure(statistic) == .suppressed) }
  }

  @Test("A column with few valid answers keeps its rows alone") func columns() throws {
    let shown = publishable(
      measure([survey(try sheet())], configuration: Configuration()), configuration: Configuration())
    let wave = shown.surveys[0].waves[0]
    #expect(wave.columns.map(\.header) == ["P1"])
    #expect(wave.all?.measurement(.column, "P2")?[.valid] == nil)
  }

  @Test("Respondents who agreed to be named are shown") func named() throws {
    var configuration = Configuration()
    configuration.engagement.named = true
    let full = measure([survey(try sheet())], configuration: configuration)
    let shown = publishable(full, configuration: configuration)
    #expect(shown.measurements == full.measurements)
  }

  @Test("Withholding twice is withholding once") func twice() throws {
    let configuration = Configuration()
    let once = publishable(measure([survey(try sheet())], configuration: configuration), configuration: configuration)
    let twice = publishable(once, configuration: configuration)
    #expect(twice.measurements == once.measurements)
    #expect(
      twice.surveys[0].waves[0].slices.map(\.distributions) == once.surveys[0].waves[0].slices.map(\.distributions))
  }
}
