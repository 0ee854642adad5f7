import Foundation
import TestSupport
import Testing
import Workbooks

/// `cxaudit findings --format xlsx|ics` and the files that a build writes for other tools.
@Suite struct FilesForOtherTools {
  @Test("what findings prints is what a build writes; the workbook's cells alone, since no link would lead anywhere")
  func same() throws {
    let folder = try Project.example()
    let build = try Command.run(["build"], in: folder)
    try #require(build.status == 0, "\(build.errors)")
    let calendar = try Command.run(["findings", "--format", "ics"], in: folder)
    #expect(calendar.status == 0)
    #expect(try folder.read("site/data/actions.ics") == calendar.output)
    let book = try Command.run(["findings", "--format", "xlsx", "--output", "a.xlsx"], in: folder)
    #expect(book.status == 0 && book.output.isEmpty, "\(book.errors)")
    #expect(try Spreadsheet.text(folder.path("a.xlsx")) == Spreadsheet.text(folder.path("site/data/register.xlsx")))
    let piped = try Command.bash(
      "'\(Command.binary.path(percentEncoded: false))' findings --format xlsx > b.xlsx; cmp a.xlsx b.xlsx", in: folder)
    #expect(piped.status == 0, "\(piped.output)")
  }

  @Test("only what is asked for is written, with its plans")
  func filtered() throws {
    let run = try Command.run(["findings", "--format", "ics", "--touchpoint", "phone"], in: Project.example())
    #expect(run.status == 0)
    let pages = run.output.replacing("\r\n ", with: "").components(separatedBy: "\\nPage: ").dropFirst()
    #expect(pages.count > 1 && pages.allSatisfy { $0.hasPrefix("deficiencies/") && $0.contains("phone") })
  }

  @Test("nothing due is an error, and so is a file that cannot be written")
  func refused() throws {
    let folder = try Project.fixture("off-scale/project")
    let calendar = try Command.run(["findings", "--format", "ics", "--output", "a.ics"], in: folder)
    #expect(calendar.status == 1 && calendar.errors.contains("error: nothing is due"))
    #expect(!folder.exists("a.ics"))
    let file = try Command.run(["findings", "--format", "xlsx", "--output", "nowhere/a.xlsx"], in: folder)
    #expect(
      file.status == 1 && file.errors.contains("error: 'nowhere/a.xlsx' cannot be written [findings/not-written]"))
  }

  /// Three answers at a touchpoint, of which the mean would be 4.666…; forty elsewhere.
  @Test("figures of too few answers are in none of the files")
  func withheld() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "journey: [{phase: P, touchpoints: [{id: branch, name: Branch}, {id: phone, name: Phone}]}]\nas-of: 2026-09-30\n",
      to: "cxaudit.yml")
    var rows = "E,P,F,Q\n"
    for row in 0..<40 { rows += "7,\(row % 5 + 1),\(row < 3 ? "6.0,\([5, 5, 4][row])" : ",")\n" }
    try folder.write(rows, to: "content/surveys/s.csv")
    try folder.write(
      "wave: 2026-Q3\nscale: {min: 1, max: 7}\nitems: [{expectation: E, perception: P, dimension: responsiveness, "
        + "touchpoint: branch}, {expectation: F, perception: Q, dimension: empathy, touchpoint: phone}]\n",
      to: "content/surveys/s.yml")
    try folder.write(
      "---\ncorrects: [gap.branch.responsiveness]\nowner: Ann\ndue: 2026-12-31\n---\n\n# A host\n\n1. [ ] Go.\n",
      to: "content/corrections/host.md")
    let build = try Command.run(["build"], in: folder)
    try #require(build.status == 0, "\(build.errors)")
    let sheets = try Spreadsheet.text(folder.path("site/data/register.xlsx"))
    #expect(sheets.contains("cell,Phone · Empathy,perception.mean,,,,,too few answers to show,"))
    #expect(sheets.contains("cell,Branch · Responsiveness,perception.mean,3,"))
    let others = try folder.read("site/data/actions.csv") + folder.read("site/data/actions.ics")
    for text in [sheets, others] { #expect(!text.contains("4.66") && !text.contains("-1.33")) }
  }
}

/// A workbook of ours as text.
enum Spreadsheet {
  /// All cells of all sheets, as CSV.
  static func text(_ path: String) throws -> String {
    try ["Register", "Steps", "Statistics"].map { name in
      String(decoding: try Workbook.sheet(named: name, ofFile: path).csv, as: UTF8.self)
    }.joined(separator: "\n")
  }
}
