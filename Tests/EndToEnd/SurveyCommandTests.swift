import Foundation
import TestSupport
import Testing

/// A made-up export with something odd in every corner.
private let export = """
  ResponseId,Submitted,Status,branch,Gender,e1,e2,e3,s1,s2,s3,nps,comment
  R_001,2026-01-05,Complete,Harbour,f,7,6,7,5,4,6,9,"Quick, and kind"
  R_002,2026-01-06,Complete,Harbour,m,6,6,7,5,4,3,6,
  R_003,2026-01-07,Complete,Harbour,f,7,5,6,7,5,6,10,Mr. Smith was a great help
  R_004,2026-01-08,Partial,Harbour,m,7,7,7,,,,,
  R_005,2026-01-09,Complete,Station,f,6,6,6,4,4,5,7,
  R_006,2026-01-12,Complete,Station,m,5,6,7,3,99,4,5,I waited for half an hour
  R_007,2026-01-13,Complete,Station,f,7,7,6,2,3,4,3,write to ann@example.org
  R_008,2026-01-14,Complete,Market,m,6,7,7,6,5,7,8,
  R_009,2026-01-15,Complete,Market,f,7,6,7,6,4,6,9,
  R_010,2026-01-16,Complete,Market,m,6,6,6,5,5,1,0,
  R_010,2026-01-16,Complete,Market,m,6,6,6,5,5,1,0,
  R_011,2026-01-19,Complete,Market,f,7,5
  R_012,2026-01-20,Complete,Market,m,6,7,6,4,3,5,7,

  """

@Suite struct TheSurveyCommand {
  private func folder(_ text: String = export) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "export.csv")
    return folder
  }

  @Test func showsWhatAFileHolds() throws {
    let run = try Command.run(["survey", "export.csv"], in: folder())
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    try Expectation.check(run.output, against: "Surveys/profile.txt")
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
    #expect(!run.output.contains("\u{1b}"))
  }

  @Test func writesTheEncodingThatItFound() throws {
    let folder = try folder()
    let text =
      "Zufriedenheit A;Zufriedenheit B;Bemerkung\n" + String(repeating: "zufrieden;unzufrieden;schön\n", count: 9)
    let bytes = try #require((text + "sehr zufrieden;zufrieden;für\n").data(using: .windowsCP1252))
    try bytes.write(to: folder.url.appending(path: "alt.csv"))
    let run = try Command.run(["survey", "alt.csv", "--write"], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("windows-1252 · semicolon"))
    #expect(try folder.read("alt.yml").contains("\ncsv: {encoding: windows-1252}\n"))
    let statistics = try Command.run(["statistics", "alt.csv"], in: folder)
    #expect(statistics.status == 0)
    #expect(statistics.errors.isEmpty, "\(statistics.errors)")
  }

  @Test func saysWhatIsOddAboutTheFileItself() throws {
    let folder = try folder(
      "id,E1,E2,P1,P2\n1,7,6,5,4\n2,7,7,\0" + "6,5\nid,E1,E2,P1,P2\n3,6,6,5,5\n4,6,7,4,3\n5,5,6,7,4\n")
    let run = try Command.run(["survey", "export.csv"], in: folder)
    #expect(run.status == 0)
    #expect(run.output.contains("\n5 answers in 5 columns"))
    #expect(run.errors.contains("export.csv:3: warning: 1 NUL byte is left out"))
    #expect(run.errors.contains("export.csv:4: warning: the header stands here again"))
    let strict = try Command.run(["survey", "export.csv", "--strict", "--write"], in: folder)
    #expect(strict.status == 1)
    #expect(strict.output.contains("\n5 answers in 5 columns"))
    #expect(!folder.exists("export.yml"))
  }

  @Test func readsStandardInput() throws {
    let folder = try folder()
    let binary = Command.binary.path(percentEncoded: false)
    let run = try Command.bash("'\(binary)' survey - --write codes.yml < export.csv", in: folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.hasPrefix("standard input\n12 answers in 13 columns"))
    #expect(try folder.read("codes.yml").contains("{expectation: e1..e3, perception: s1..s3, dimension: service}"))
  }

  @Test func showsTheSameForPrograms() throws {
    let run = try Command.run(["survey", "export.csv", "--format", "json"], in: folder())
    let object = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(object["schema"] as? String == "cxaudit/profile/1")
    #expect(object["rows"] as? Int == 12)
    let columns = try #require(object["columns"] as? [[String: Any]])
    #expect(columns.compactMap { $0["header"] as? String }.count == 13)
    #expect(columns[5]["kind"] as? String == "rating")
    let codes = try #require(columns[9]["codes"] as? [[String: Any]])
    #expect(codes.first?["text"] as? String == "99")
    #expect((object["codebook"] as? String)?.contains("expectation: e1..e3") == true)
  }

  @Test func writesACodebookThatReadsTheFile() throws {
    let folder = try folder()
    let run = try Command.run(["survey", "export.csv", "--write"], in: folder)
    #expect(run.status == 0)
    #expect(run.output.hasSuffix("Wrote export.yml: read its comments, then 'cxaudit build'.\n"))
    try Expectation.check(try folder.read("export.yml"), against: "Surveys/profile.yml")
    let statistics = try Command.run(["statistics", "export.csv"], in: folder)
    #expect(statistics.status == 0, "\(statistics.errors)")
    #expect(!statistics.errors.contains("survey/guessed-codebook"))
    #expect(statistics.output.contains(",item,s1,gap.mean,"))
  }

  @Test(arguments: [(["--write"], "export.yml"), (["--write", "codes.yml"], "codes.yml")])
  func neverOverwritesAFile(_ case: (options: [String], file: String)) throws {
    let folder = try folder()
    try folder.write("mine", to: `case`.file)
    let run = try Command.run(["survey", "export.csv"] + `case`.options, in: folder)
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    let other = String(`case`.file.dropLast(4)) + "-2.yml"
    #expect(
      run.errors == """
        \(`case`.file): error: this file is there already; nothing was written [survey/codebook-exists]
           = help: write to another name: --write \(other)

        """)
    #expect(try folder.read(`case`.file) == "mine")
  }

  @Test func writesWhereItIsTold() throws {
    let folder = try folder()
    let run = try Command.run(["survey", "export.csv", "--write", "codes.yml"], in: folder)
    #expect(run.status == 0)
    #expect(try folder.names() == ["codes.yml", "export.csv"])
  }

  @Test func writesNothingWhereNothingCanBeGuessed() throws {
    let folder = try folder("id,name\n1,Ann\n2,Bob\n")
    let run = try Command.run(["survey", "export.csv", "--write"], in: folder)
    #expect(run.status == 1)
    #expect(run.errors.contains("[survey/nothing-guessed]"))
    #expect(try folder.names() == ["export.csv"])
  }

  @Test(arguments: [
    (["survey"], 2), (["survey", "-", "--write"], 2), (["survey", "export.csv", "--write", "codes.txt"], 2),
    (["survey", "nope.csv"], 1),
    (["survey", "export.csv", "--format", "yaml"], 2),
  ])
  func tellsWrongUsageFromProblems(_ case: (arguments: [String], status: Int)) throws {
    let run = try Command.run(`case`.arguments, in: folder())
    #expect(Int(run.status) == `case`.status, "\(run.errors)")
    #expect(run.output.isEmpty)
  }
}

@Suite struct AFolderWithASingleSurvey {
  @Test(arguments: ["content/surveys/export.csv", "export.csv"])
  func buildsAndSaysWhatWasGuessed(_ path: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(export, to: path)
    let run = try Command.run(["build", "--as-of", "2026-03-31"], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("\(path): warning: this survey has no codebook"))
    #expect(run.errors.contains("keep them with 'cxaudit survey \(path) --write'"))
    let page = try folder.read("site/method.html")
    #expect(page.contains("Guessed, because nobody wrote a codebook for \(path)"))
    #expect(page.contains("e3’ ask what was expected") || page.contains("ask what was expected"))
    #expect(!page.contains("this survey has no codebook"))
    let first = try folder.read("site/index.html")
    for html in [page, first] { #expect(html.contains("What the questions of export ask was guessed from the file")) }
    #expect(folder.exists("site/dimensions/service.html"))
    let statistics = try Command.run(["statistics", path], in: folder)
    #expect(statistics.status == 0)
    #expect(statistics.output.contains("export,,all,outcome,nps,nps,"))
  }

  @Test func isCheckedAndStrictlyRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write(export, to: "export.csv")
    #expect(try Command.run(["check"], in: folder).status == 0)
    let strict = try Command.run(["check", "--strict"], in: folder)
    #expect(strict.status == 1)
    #expect(strict.output.contains("error: this survey has no codebook"))
  }

  @Test func amongSeveralIsAQuestion() throws {
    let folder = try TemporaryFolder()
    try folder.write(export, to: "a.csv")
    try folder.write(export, to: "b.csv")
    let run = try Command.run(["build"], in: folder)
    #expect(run.status == 1)
    #expect(run.errors.contains("2 CSV files lie beside it: a.csv, b.csv [project/loose-surveys]"))
  }

  @Test func givesTheSameFiguresOnceTheDraftIsKept() throws {
    let folder = try TemporaryFolder()
    try folder.write(export, to: "content/surveys/export.csv")
    let guessed = try Command.run(["statistics", "content/surveys/export.csv"], in: folder)
    #expect(try Command.run(["survey", "content/surveys/export.csv", "--write"], in: folder).status == 0)
    let kept = try Command.run(["statistics", "content/surveys/export.csv"], in: folder)
    #expect(guessed.output == kept.output)
    #expect(guessed.output.contains("gap.mean"))
  }
}
