import Audit
import Foundation
import Ingest
import Measure
import Testing

/// Figures of public surveys agree with those that pandas and scipy compute (`Tests/Fixtures/Surveys/expected.py`).
@Suite("Figures of real surveys", .enabled(if: SharedSurvey.exists("oddjob-airways/airlinesat.csv")))
struct IndependentFiguresTests {
  private struct Expected {
    var key: MeasurementKey
    var statistic: Statistic
    var value: Double
    var n: Int
  }

  @Test(
    "every figure agrees to 1e-9",
    arguments: [
      ("oddjob-airways", "airlinesat.csv", 3000), ("airline-passenger", "train.csv.gz", 300),
      ("abc-acss", "ABC.csv", 15),
    ])
  func figures(_ name: String, _ file: String, _ atLeast: Int) async throws {
    let reading = await ProjectReader.survey(
      csv: SharedSurvey.url("\(name)/\(file)").path, codebook: fixture("\(name).yml").path,
      configuration: Configuration(), jobs: 2)
    let survey = try #require(reading.survey, "\(reading.log.entries)")
    #expect(!reading.log.hasErrors)
    let measured = measure([survey], configuration: Configuration())
    let expected = try expectations(of: name, survey: survey)
    #expect(expected.count >= atLeast)
    for figure in expected {
      let actual = measured[figure.key]?.figure(figure.statistic)
      let value = try #require(actual?.value, "\(figure.key) \(figure.statistic)")
      #expect(abs(value - figure.value) <= 1e-9 * max(1, abs(figure.value)), "\(figure.key) \(figure.statistic)")
      #expect(actual?.n == figure.n, "\(figure.key) \(figure.statistic)")
    }
  }

  private func expectations(of name: String, survey: Survey) throws -> [Expected] {
    let lines = try String(contentsOf: fixture("expected.csv"), encoding: .utf8).split(separator: "\n").dropFirst()
    return try lines.map { $0.split(separator: ",").map(String.init) }.filter { $0[0] == name }.map { cells in
      let parts = cells[1].split(separator: "=", maxSplits: 1).map(String.init)
      let slice = parts.count == 2 ? Slice(parts: [.init(segment: parts[0], value: parts[1])]) : .all
      return Expected(
        key: MeasurementKey(
          survey: survey.id, wave: survey.waves[0].wave.label, slice: slice,
          kind: try #require(SubjectKind(rawValue: cells[2])), subject: cells[3]),
        statistic: try #require(Statistic(rawValue: cells[4])), value: try #require(Double(cells[5])),
        n: try #require(Int(cells[6])))
    }
  }

  private func fixture(_ name: String) -> URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Fixtures/Surveys/\(name)")
  }
}
