import Audit
import Foundation
import Testing

@testable import Render

/// What the method page says of the rows of a survey, apart from their answers.
struct MethodPageTests {
  /// The method page of the sample report, with the rows of its latest wave as told.
  private static func page(
    _ quality: RowQuality = RowQuality(), weights: [Statistic: Double] = [:], unusable: [UnusableRows] = []
  ) throws -> String {
    var report = try SampleReport.make()
    var surveys = report.measured.surveys
    let latest = surveys[0].waves.count - 1
    surveys[0].waves[latest].quality = quality
    surveys[0].waves[latest].unusable = unusable
    if !weights.isEmpty {
      let key = MeasurementKey(
        survey: "customers", wave: surveys[0].waves[latest].wave.label, kind: .weights, subject: "all")
      surveys[0].waves[latest].slices[0].measurements.append(
        Measurement(
          key: key, n: 611, figures: weights.reduce(into: Figures()) { $0[$1.key] = Figure($1.value, n: 611) }))
    }
    report.measured = MeasuredAudit(surveys: surveys)
    let site = render(report).site
    let bytes = try #require(site.files.first { $0.path == "method.html" }?.bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func says(_ html: String, _ name: String, _ value: String) -> Bool {
    html.replacing(#/\s*\n\s*/#, with: "").contains("<dt>\(name)</dt><dd>\(value)</dd>")
  }

  @Test(
    "respondents are told with what they gave twice and what nobody gave",
    arguments: [
      (RowQuality(respondents: 1800), "1,800 different"),
      (RowQuality(respondents: 1800, repeatedRows: 1), "1,800 different; 1 row more by the same, counted"),
      (
        RowQuality(respondents: 1800, repeatedRows: 40, unnamedRows: 2),
        "1,800 different; 40 rows more by the same, counted; 2 rows without a name"
      ),
    ])
  func respondents(_ quality: RowQuality, _ words: String) throws {
    #expect(Self.says(try Self.page(quality), "Respondents", words))
  }

  @Test("languages stand with their rows")
  func languages() throws {
    let quality = RowQuality(languages: [.init(language: "de", rows: 1200), .init(language: "<fr>", rows: 642)])
    #expect(Self.says(try Self.page(quality), "Languages", "de 1,200, &lt;fr&gt; 642"))
  }

  @Test(
    "weights are told by what they cost",
    arguments: [
      (1.21, "0.40 to 2.30; the 611 weighted answers tell as much as 505 without weights"),
      (
        2.5,
        "0.40 to 2.30; the 611 weighted answers tell as much as 505 without weights: more than half of what they could "
          + "tell is lost to uneven weights"
      ),
    ])
  func weights(_ deff: Double, _ words: String) throws {
    let page = try Self.page(weights: [.leastWeight: 0.4, .mostWeight: 2.3, .effectiveN: 504.6, .deff: deff])
    #expect(Self.says(page, "Weights", words))
  }

  @Test("unfinished answers are counted, or left out")
  func unfinished() throws {
    let counted = try Self.page(RowQuality(finished: 1800, unfinished: 42))
    #expect(Self.says(counted, "Unfinished", "42 rows, counted with what was answered"))
    let leftOut = try Self.page(
      RowQuality(finished: 1800, unfinished: 42),
      unusable: [UnusableRows(reason: .unfinished, count: 42, firstLine: 1017)])
    #expect(Self.says(leftOut, "Left out", "42 rows: unfinished, first on line 1,017"))
    #expect(!leftOut.contains("<dt>Unfinished</dt>"))
  }

  @Test("nothing is said of what no codebook asks for")
  func silence() throws {
    let page = try Self.page()
    for name in ["Respondents", "Languages", "Weights", "Unfinished"] { #expect(!page.contains("<dt>\(name)</dt>")) }
  }
}
