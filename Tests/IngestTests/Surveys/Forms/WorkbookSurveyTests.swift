import Audit
import TestSupport
import Testing

@testable import Ingest

/// Surveys in workbooks. The header of Microsoft Forms is composed from what is known of the tool: no real export could
/// be had.
@Suite struct WorkbookSurveys {
  private static let answers = WorkbookFixture(table: [
    ["ID", "Start time", "Completion time", "Email", "Name", "How satisfied are you?", "Which did you use?"],
    ["1", "2026-01-05 10:00:00", "2026-01-05 10:01:00", "anonymous", "", "5", "App;Branch;"],
    [], ["2", "2026-02-05 10:00:00", "2026-02-05 10:01:00", "anonymous", "", "3", "App;"],
    ["3", "2026-02-06 10:00:00", "2026-02-06 10:01:00", "anonymous", "", "9", ""],
    ["4", "2026-02-07 10:00:00", "2026-02-07 10:01:00", "anonymous", "", "", ""],
  ])
  private static let codebook = """
    scale: {min: 1, max: 5}
    items: [{id: satisfied, perception: "How satisfied are you?", dimension: reliability}]
    """

  private func project(
    _ workbook: [UInt8], codebook: String = WorkbookSurveys.codebook
  ) async throws -> (project: Project?, diagnostics: [Diagnostic]) {
    let project = try TemporaryProject(["content/surveys/a.yml": codebook])
    try project.write("content/surveys/a.xlsx", workbook)
    try project.write("content/surveys/~$a.xlsx", [1, 2, 3])
    return await project.read()
  }

  @Test("a draft is no codebook for bytes, and the workbook is read with it") func draft() async throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.answers.bytes, to: "a.xlsx")
    let reading = ProfileReader.read(path: folder.path("a.xlsx"), name: "a.xlsx", configuration: Configuration())
    #expect(reading.profile?.reading.sheet == "Form1")
    let draft = try #require(reading.draft)
    #expect(!draft.contains("csv:") && !draft.contains("encoding"), "\(draft)")
    let (project, diagnostics) = try await project(Self.answers.bytes, codebook: draft)
    #expect(project?.surveys.first?.waves.first?.tally.rows == 4, "\(diagnostics)")
  }

  @Test func aWorkbookIsReadLikeACSVFile() async throws {
    let (project, diagnostics) = try await project(Self.answers.bytes)
    let wave = try #require(project?.surveys.first?.waves.first)
    #expect(wave.files == ["content/surveys/a.xlsx"])
    #expect(wave.tally.rows == 4)
    #expect(wave.readings.first?.form == "Microsoft Forms")
    #expect(wave.readings.first?.sheet == "Form1")
    #expect(wave.tally.slices.first?.items.map(\.perception) == [[0, 0, 1, 0, 1]])
    #expect(wave.definition.items.map(\.text) == ["How satisfied are you?"])
    // Row 5 of the sheet is line 5, though row 3 is blank.
    #expect(diagnostics.map(\.id) == ["survey/out-of-scale"])
    #expect(diagnostics.map { $0.location?.line } == [5])
  }

  @Test func aSheetCanBeNamed() async throws {
    var workbook = Self.answers
    workbook.sheets.append(("Wave 2", "<row><c t='str'><v>q</v></c></row><row><c><v>4</v></c></row>"))
    let codebook = """
      csv: {sheet: wave 2}
      scale: {min: 1, max: 5}
      items: [{perception: q, dimension: reliability}]
      """
    let (project, _) = try await project(workbook.bytes, codebook: codebook)
    #expect(project?.surveys.first?.waves.first?.tally.slices.first?.items.map(\.perception) == [[0, 0, 0, 1, 0]])
  }

  @Test func whatIsNoWorkbookIsSaid() async throws {
    let wrong = "csv: {sheet: Form2}\n" + Self.codebook
    for (bytes, codebook, problem) in [
      (Array("a,b\n".utf8), Self.codebook, "this is no .xlsx workbook but another kind of file"),
      ([], Self.codebook, "this is no .xlsx workbook but an empty file"),
      (Self.answers.bytes, wrong, "'content/surveys/a.xlsx' has no sheet 'Form2'"),
      (Array(Self.answers.bytes.prefix(500)), Self.codebook, "the workbook is damaged: the package"),
    ] {
      let (_, diagnostics) = try await project(bytes, codebook: codebook)
      #expect(diagnostics.count == 1)
      #expect(diagnostics.first?.summary.hasPrefix(problem) == true, "\(diagnostics.first?.summary ?? "")")
      #expect(diagnostics.first?.hint != nil)
    }
  }

  @Test func aSheetOfACSVFileIsRefused() async throws {
    let project = try TemporaryProject([
      "content/surveys/a.yml": "csv: {sheet: S}\n" + plainCodebook, "content/surveys/a.csv": plainSurvey,
    ])
    #expect(await project.read().diagnostics.map(\.id) == ["codebook/sheet"])
  }

  @Test func aWorkbookBesideACSVFileOfItsNameIsOneTooMany() async throws {
    let project = try TemporaryProject([
      "content/surveys/a.yml": Self.codebook, "content/surveys/a.csv": "How satisfied are you?\n5\n",
      "content/surveys/a.b.csv": "How satisfied are you?\n5\n", "content/surveys/a.b.yml": Self.codebook,
    ])
    try project.write("content/surveys/a.xlsx", Self.answers.bytes)
    #expect(await project.read().diagnostics.contains { $0.id == "survey/two-forms" })
  }

  @Test(arguments: ["a.xls", "a.ods", "a.XLSX", "a.xlsb"])
  func otherSpreadsheetsAreNamedInAWarning(_ name: String) async throws {
    let project = try TemporaryProject([
      "content/surveys/b.yml": plainCodebook, "content/surveys/b.csv": plainSurvey, "content/surveys/\(name)": "x",
    ])
    let problem = await project.read().diagnostics.first { $0.location?.file.hasSuffix(name) == true }
    #expect(problem?.hint?.contains(".xlsx") == true)
  }
}
