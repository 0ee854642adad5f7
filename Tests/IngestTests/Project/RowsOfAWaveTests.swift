import Audit
import TestSupport
import Testing

@testable import Ingest

/// What is said of rows that are counted twice, too many or lost.
@Suite struct RowsOfAWave {
  private static let codebook = """
    survey: s
    wave: 2026-Q1
    scale: {min: 1, max: 5}
    respondent: {column: r}
    items: [{id: p, perception: P, dimension: reliability}]

    """

  private func read(_ files: [String: String]) async throws -> (wave: SurveyWave?, diagnostics: [Diagnostic]) {
    let (project, diagnostics) = try await TemporaryProject(files).read()
    return (project?.surveys.first?.waves.first, diagnostics)
  }

  private func table(_ rows: Range<Int>) -> String {
    "r,P,c\n" + rows.map { "r\($0),\(1 + $0 % 5),\($0 % 10 == 0 ? "\"fine\"" : "")\n" }.joined()
  }

  @Test("who is in two files of a wave has several rows") func overlap() async throws {
    let (wave, diagnostics) = try await read([
      "content/surveys/a.csv": table(0..<10), "content/surveys/a.yml": Self.codebook,
      "content/surveys/b.csv": table(1..<11), "content/surveys/b.yml": Self.codebook,
      "content/surveys/c.csv": table(9..<12), "content/surveys/c.yml": Self.codebook,
    ])
    let quality = try #require(wave?.tally.quality)
    #expect(quality.respondents == 12 && quality.repeatedRows == 11)
    #expect(diagnostics.map(\.id) == ["survey/respondents-repeated"])
  }

  @Test("more answers than people who were invited are told") func invited() async throws {
    func ids(_ invited: Int) async throws -> [String] {
      let codebook = Self.codebook + "fieldwork: {invited: \(invited)}\n"
      return try await read(["content/surveys/a.csv": table(0..<10), "content/surveys/a.yml": codebook])
        .diagnostics.map(\.id)
    }
    #expect(try await ids(9) == ["survey/more-than-invited"])
    #expect(try await ids(10).isEmpty)
  }

  @Test("a file of which no row is finished is refused", arguments: [("exclude", true), ("include", false)])
  func finished(_ unfinished: String, isError: Bool) async throws {
    let codebook = Self.codebook + "finished: {column: f, values: [Completed]}\nunfinished: \(unfinished)\n"
    func ids(_ texts: [String]) async throws -> [String] {
      let rows = texts.enumerated().map { "r\($0),3,,\($1)\n" }.joined()
      return try await read(["content/surveys/a.csv": "r,P,c,f\n" + rows, "content/surveys/a.yml": codebook])
        .diagnostics.map(\.id)
    }
    #expect(try await ids(["Complete", "Partial"]).contains("survey/none-finished") == isError)
    #expect(try await !ids(["Completed", "Partial"]).contains("survey/none-finished"))
  }

  @Test(
    "importance that is rated on several scales is not computed, and told",
    arguments: ["", "importance-scale: {min: 1, max: 5}\n"])
  func importance(_ declared: String) async throws {
    let codebook = """
      survey: s
      \(declared)items:
        - {id: p, perception: P, importance: I, dimension: reliability, scale: {min: 1, max: 5}}
        - {id: q, perception: Q, importance: J, dimension: reliability, scale: {min: 1, max: 7}}

      """
    let diagnostics = try await read([
      "content/surveys/a.csv": "P,Q,I,J\n1,7,2,3\n", "content/surveys/a.yml": codebook,
    ]).diagnostics
    #expect(diagnostics.map(\.id).contains("codebook/importance-scales") == declared.isEmpty)
  }

  @Test("rows that a quote in the wrong place swallows are lost, too") func swallowed() async throws {
    func files(_ rows: Int) -> [String: String] {
      let text = table(0..<rows).replacing("\nr3,", with: "\nr3,\"")
      return ["content/surveys/a.csv": text, "content/surveys/a.yml": Self.codebook]
    }
    let (wave, few) = try await read(files(400))
    #expect(wave?.tally.unusable == [UnusableRows(reason: .strayQuote, count: 1, firstLine: 5, lines: 8)])
    #expect(wave?.tally.slices.first?.rows == 392)
    #expect(few.map(\.id) == ["survey/stray-quote"])
    let many = try await read(files(60)).diagnostics
    let error = try #require(many.first { $0.severity == .error })
    #expect(error.summary == "1 of 53 records, over 8 lines, cannot be used, more than 5 %")
  }
}
