import Audit
import Ingest
import Measure
import TestSupport
import Testing

/// Units by group of respondents: kept while there are few, put together where there are many.
@Suite struct UnitGroupTests {
  /// Twenty-two pairs on 1 to 7; each unit has as many rows.
  private static func csv(units: Int, rows: Int) -> String {
    var generator = SeededGenerator(seed: 7)
    let header = ["id", "unit"] + (1...22).map { "E\($0)" } + (1...22).map { "P\($0)" }
    var text = header.joined(separator: ",") + "\n"
    for row in 0..<units * rows {
      let level = 3 + row % units % 3
      let answers = (0..<44).map { _ in "\(Int.random(in: level - 2...level + 2, using: &generator))" }
      text += (["r\(row)", "u\(row % units)"] + answers).joined(separator: ",") + "\n"
    }
    return text
  }

  private func icc(_ csv: String, _ more: String, jobs: Int = 2) async throws -> Measurement {
    let folder = try TemporaryFolder()
    try folder.write(csv, to: "s.csv")
    try folder.write(
      """
      survey: s
      scale: {min: 1, max: 7}
      unit: unit
      items: [{expectation: E1..E22, perception: P1..P22, dimension: empathy}]
      \(more)
      """, to: "s.yml")
    let reading = await ProjectReader.survey(
      csv: folder.path("s.csv"), codebook: folder.path("s.yml"), configuration: Configuration(), jobs: jobs)
    withExtendedLifetime(folder) {}
    let survey = try #require(reading.survey, "\(reading.log.entries)")
    return try #require(
      measure([survey], configuration: Configuration())[
        MeasurementKey(survey: "s", wave: "", kind: .unit, subject: "empathy:gap")])
  }

  @Test("Few units have an error of ICC, the same with any number of threads") func few() async throws {
    let csv = Self.csv(units: 12, rows: 12)
    let plain = try await icc(csv, "")
    let found = try await icc(csv, "respondent: id", jobs: 1)
    #expect(plain.figure(.icc1SE) == nil)
    #expect(found[.icc1] == plain[.icc1])
    #expect(try #require(found[.icc1SE]) > 0)
    #expect(try await icc(csv, "respondent: id", jobs: 3)[.icc1SE] == found[.icc1SE])
  }

  @Test("Of many units groups are not kept, which changes no other figure") func many() async throws {
    let csv = Self.csv(units: 900, rows: 2)
    let plain = try await icc(csv, "")
    for jobs in [1, 3] {
      let found = try await icc(csv, "respondent: id", jobs: jobs)
      #expect(found.figure(.icc1SE)?.reason == .needsRows)
      for statistic: Statistic in [.icc1, .msBetween, .msWithin, .f, .p] {
        #expect(found[statistic] == plain[statistic])
      }
    }
  }
}
