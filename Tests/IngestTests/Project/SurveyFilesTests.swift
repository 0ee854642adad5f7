import Audit
import Testing

@testable import Ingest

@Suite struct SurveyFilesTests {
  private let items = "scale: {min: 1, max: 7}\nitems: [{expectation: E1, perception: P1, dimension: empathy}]\n"

  /// Diagnostics of the project's surveys, and its surveys, from files under `content/surveys`.
  private func read(_ files: [String: String]) async throws -> (surveys: [Survey], problems: [String]) {
    var all: [String: String] = [:]
    for (name, text) in files { all["content/surveys/\(name)"] = text }
    let (project, diagnostics) = try await TemporaryProject(all).read()
    return (project?.surveys ?? [], lines(diagnostics))
  }

  @Test func readsWavesThatShareACodebook() async throws {
    let (surveys, problems) = try await read([
      "customers.yml": items + "survey: bank\nrespondents: staff",
      "late.csv": plainSurvey, "late.yml": "codebook: customers.yml\nwave: 2026-Q3",
      "early.csv": plainSurvey,
      "early.yml": "codebook: customers.yml\nwave: Spring\n"
        + "fieldwork: {from: 2026-03-01, to: 2026-03-31, invited: 50}",
    ])
    #expect(problems == [])
    #expect(surveys.map(\.id) == ["bank"])
    #expect(surveys.first?.respondents == .staff)
    #expect(surveys.first?.waves.map(\.wave.label) == ["Spring", "2026-Q3"])
    #expect(surveys.first?.waves.map(\.wave.end?.iso) == ["2026-03-31", "2026-09-30"])
    #expect(surveys.first?.waves.first?.fieldwork?.invited == 50)
  }

  @Test func namesASurveyAfterTheFileWithItsQuestions() async throws {
    let (surveys, problems) = try await read([
      "q.yml": items, "a.csv": plainSurvey, "a.yml": "codebook: q.yml", "b.csv": plainSurvey, "b.yml": items,
    ])
    #expect(problems == [])
    #expect(surveys.map(\.id) == ["b", "q"])
  }

  /// Parts of a wave add up, whatever the order of their columns.
  @Test func addsTheParts() async throws {
    let (surveys, problems) = try await read([
      "all.yml": items + "files: 2026-*.csv\nunit: {column: U}",
      "2026-north.csv": "E1,P1,U\n7,5,a\n6,6,b\n", "2026-south.csv": "U,P1,E1\nc,4,7\nb,,6\n",
    ])
    #expect(problems == [])
    let wave = try #require(surveys.first?.waves.first)
    #expect(surveys.count == 1 && surveys.first?.waves.count == 1)
    #expect(wave.files == ["content/surveys/2026-north.csv", "content/surveys/2026-south.csv"])
    #expect(wave.tally.rows == 4)
    #expect(wave.tally.units == ["a", "b", "c"])
    #expect(wave.tally.columns.map(\.header) == ["E1", "P1", "U"])
    #expect(wave.tally.columns.map(\.valid) == [4, 3, 4])
    #expect(wave.tally.columns.map(\.missing) == [0, 1, 0])
    // P − E from −6: −3, −2 and 0 once each.
    #expect(wave.tally.slices.first?.items.first?.difference == [0, 0, 0, 1, 1, 0, 1, 0, 0, 0, 0, 0, 0])
  }

  @Test func readsAFileWithTabsUnderItsOwnEnding() async throws {
    let csv = plainSurvey.split(separator: ",").joined(separator: "\t")
    let (surveys, problems) = try await read(["s.tsv": csv, "s.yml": items])
    #expect(problems == [])
    #expect(surveys.first?.waves.first?.files == ["content/surveys/s.tsv"])
    #expect(surveys.first?.waves.first?.tally.rows == 2)
  }

  @Test(arguments: [";", "\t", "|", ","]) func findsTheDelimiter(delimiter: String) async throws {
    let csv = plainSurvey.split(separator: ",").joined(separator: delimiter)
    let (surveys, problems) = try await read(["s.csv": csv, "s.yml": items])
    #expect(problems == [])
    #expect(surveys.first?.waves.first?.tally.rows == 2)
  }

  @Test(arguments: [
    (
      [
        "a.csv": plainSurvey, "a.yml": "codebook: qq.yml", "q.yml": plainCodebook, "b.csv": plainSurvey,
        "b.yml": plainCodebook,
      ],
      [
        "content/surveys/a.yml:1:11: error: there is no codebook 'qq.yml' beside this file [survey/no-such-codebook] help: did "
          + "you mean 'q.yml'?"
      ]
    ),
    (
      ["a.csv": plainSurvey, "a.yml": "codebook: b.yml", "b.csv": plainSurvey, "b.yml": "codebook: a.yml"],
      [
        "content/surveys/a.yml:1:11: error: 'b.yml' only points to another codebook itself [survey/codebook-chain] help: point to "
          + "the file that holds the items"
      ]
    ),
    (
      [
        "a.csv": plainSurvey, "p.yml": plainCodebook + "\nfiles: a*.csv", "q.yml": plainCodebook + "\nfiles: ['?.csv']",
      ],
      [
        "content/surveys/a.csv: error: several codebooks name this survey under 'files:': content/surveys/p.yml, "
          + "content/surveys/q.yml [survey/two-codebooks] help: name it in one of them only"
      ]
    ),
    (
      ["a.csv": plainSurvey, "a.yml": plainCodebook, "q.yml": plainCodebook + "\nfiles: a.csv"],
      [
        "content/surveys/q.yml: error: this codebook explains no survey: each file that it names has a codebook of its own "
          + "[survey/codebook-alone] help: delete this one, or the ones that bear the names of the files"
      ]
    ),
    (
      ["a.csv": plainSurvey, "a.csv.gz": "E1,P1\n5,5\n", "a.yml": plainCodebook],
      [
        "content/surveys/a.csv.gz: error: content/surveys/a.csv is there as well: which of the two counts? [survey/two-forms] "
          + "help: delete one of the two"
      ]
    ),
    (
      ["a.csv": plainSurvey, "b.csv": plainSurvey, "q.yml": plainCodebook + "\nfiles: '?.csv'"],
      [
        "content/surveys/b.csv: warning: this file is the same as content/surveys/a.csv, and the answers of both are counted "
          + "[survey/same-answers] help: delete one of the two, or give each its own 'wave:'"
      ]
    ),
    (
      ["a.csv": ",\n,\n", "a.yml": "scale: {min: 1, max: 7}\noutcomes: [{id: o, kind: csat, column: P1}]"],
      [
        "content/surveys/a.yml:2:40: error: there is no column 'P1' in content/surveys/a.csv [codebook/column-not-found] help: "
          + "the file has only blank lines"
      ]
    ),
    (
      [
        "a.csv": "A;P1\n1;5,5\n2;6\n",
        "a.yml": "scale: {min: 1, max: 7}\noutcomes: [{id: o, kind: csat, column: P1}]\ncsv: {decimal: .}",
      ],
      [
        "content/surveys/a.csv:2:3: warning: '5,5' is no number on the scale 1…7 of outcome 'o', not counted "
          + "[survey/not-a-number] help: if the comma is a decimal point, write `csv: {decimal: \",\"}` into content/surveys/a.yml"
      ]
    ),
    (
      ["a.csv": plainSurvey, "a.yml": plainCodebook + "\nfiles: [b*.csv]"],
      [
        "content/surveys/a.yml:3:9: error: no survey file is called 'b*.csv' [survey/no-such-file] help: '*' stands for any "
          + "characters, '?' for one; the files lie beside the codebook"
      ]
    ),
    (
      [
        "a.csv": plainSurvey, "a.yml": plainCodebook + "\nsurvey: s\nwave: first", "b.csv": plainSurvey,
        "b.yml": plainCodebook + "\nsurvey: s",
      ],
      [
        "content/surveys/a.yml:4:7: error: the wave 'first' has no dates [survey/wave-undated] help: write 'wave:' as 2026, "
          + "2026-H1, 2026-Q1, 2026-03, 2026-W12 or 2026-03-31, or give 'fieldwork: {from, to}'",
        "content/surveys/b.yml: error: content/surveys/b.csv belongs to a survey with several waves and names none "
          + "[survey/wave-undated] help: write 'wave:' as 2026, 2026-H1, 2026-Q1, 2026-03, 2026-W12 or 2026-03-31, or give "
          + "'fieldwork: {from, to}'",
      ]
    ),
    (
      [
        "a.csv": plainSurvey, "a.yml": plainCodebook + "\nsurvey: s", "b.csv": plainSurvey,
        "b.yml":
          "scale: {min: 1, max: 9}\nitems: [{perception: P1, dimension: empathy}]\nsurvey: s\nrespondents: staff",
      ],
      [
        "content/surveys/b.yml: error: content/surveys/b.csv is about staff, content/surveys/a.csv of the same survey about "
          + "customers [survey/respondents-differ] help: give one of them another 'survey:'",
        "content/surveys/b.yml: error: content/surveys/b.csv and content/surveys/a.csv are parts of one wave but do not ask the "
          + "same [survey/parts-differ] help: give them one codebook, or a 'wave:' or 'survey:' each",
      ]
    ),
    (
      [
        "a.csv": "P1,P2\n1,1\n", "b.csv": "P1,P2\n1,1\n",
        "a.yml":
          "survey: s\nwave: 2025\nscale: {min: 1, max: 7}\nitems: [{perception: P1, text: Old, dimension: empathy}, "
          + "{perception: P2, dimension: empathy}]",
        "b.yml":
          "survey: s\nwave: 2026\nscale: {min: 1, max: 7}\nitems: [{perception: P1, text: New, dimension: empathy}, "
          + "{perception: P2, dimension: empathy, scale: {min: 1, max: 5}}]",
      ],
      [
        "content/surveys/b.csv: warning: the wording of item 'P1' changed between 2025 and 2026: its figures are not compared "
          + "[survey/wording-changed] help: give it another id if it asks something else, and both waves the same 'text:' if it "
          + "asks the same",
        "content/surveys/b.csv: warning: item 'P2' is on 1…7 in 2025 and on 1…5 in 2026: its figures are not compared "
          + "[survey/scale-changed]",
      ]
    ),
    (
      ["a.csv": "P1,x\n1,2\n5,3\n", "a.yml": "items: [{perception: P1, dimension: empathy}]"],
      [
        "content/surveys/a.yml:1:22: error: item 'P1' has no scale [codebook/no-scale] help: the answers in column 'P1' go from 1 "
          + "to 5: add 'scale: {min: 1, max: 5}' if these are its ends"
      ]
    ),
    (
      ["a.csv": "", "a.yml": plainCodebook],
      [
        "content/surveys/a.csv: error: the file is empty [survey/empty] help: a survey needs "
          + "a header line and one line for each respondent"
      ]
    ),
  ])
  func reportsFilesThatDoNotFitTogether(files: [String: String], expected: [String]) async throws {
    let (_, problems) = try await read(files)
    #expect(Array(problems.prefix(expected.count)) == expected)
  }

  @Test func readsOneSurveyOnItsOwn() async throws {
    let project = try TemporaryProject([
      "s.csv": plainSurvey, "t.csv": plainSurvey, "s.yml": items + "wave: 2026", "other.yml": items,
    ])
    for codebook in [nil, "\(project.root)/other.yml"] {
      let (survey, log) = await ProjectReader.survey(
        csv: "\(project.root)/s.csv", codebook: codebook, configuration: Configuration(), jobs: 1)
      #expect(log.entries.isEmpty)
      #expect(survey?.id == (codebook == nil ? "s" : "other"))
      #expect(survey?.waves.first?.wave.label == (codebook == nil ? "2026" : ""))
    }
    let (none, log) = await ProjectReader.survey(
      csv: "\(project.root)/t.csv", codebook: nil, configuration: Configuration(), jobs: 1)
    #expect(none == nil)
    #expect(log.entries.map(\.id) == ["survey/no-codebook"])
  }

  @Test(arguments: [
    ("2026-*.csv", "2026-q1.csv", true), ("*", "a", true), ("a?c", "abc", true), ("a?c", "ac", false),
    ("*.csv", "a.csv.gz", false), ("a*b*c", "aXbYbZc", true), ("a*b", "aXbc", false), ("", "", true), ("", "a", false),
  ])
  func matchesFileNames(pattern: String, name: String, matches: Bool) {
    #expect(FileNamePattern(pattern).matches(name) == matches)
  }
}
