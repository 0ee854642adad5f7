import TestSupport
import Testing

@Suite struct Check {
  @Test func saysWhatWasReadFromEachNote() throws {
    let run = try Command.run(["check"], in: Project.initial())
    #expect(run.status == 0)
    #expect(
      run.output == """
        content/surveys/customers-2026-q1.csv: CSV, UTF-8, comma, LF, 1 header row
        content/notes/branch/main-street.md: 1 deficiency, 1 strength, 1 quote, 1 standard, 3 marks
        Gate                   Result  n  Interval  Expected                               Found
        critical-without-plan  passed  –  –         no critical deficiency without a plan  none
        1 survey, 1 note, 1 correction: no problems

        """)
  }

  @Test func namesAFileOfSeveralWavesOnce() throws {
    let folder = try TemporaryFolder()
    try folder.write("half,E1,P1\n2025-H1,6,5\n2025-H1,7,4\n2025-H2,6,6\n", to: "content/surveys/s.csv")
    try folder.write(
      """
      wave: {column: half}
      scale: {min: 1, max: 7}
      items: [{expectation: E1, perception: P1, dimension: empathy}]
      """, to: "content/surveys/s.yml")
    let run = try Command.run(["check"], in: folder)
    #expect(
      run.output
        == "content/surveys/s.csv: CSV, UTF-8, comma, LF, 1 header row\n1 survey, 0 notes, 0 corrections: no problems\n"
    )
    #expect(try Command.run(["statistics", "content/surveys/s.csv"], in: folder).output.contains("\ns,2025-H2,all,"))
  }

  @Test func listsEveryReadingWhenVerbose() throws {
    let run = try Command.run(["check", "-v"], in: Project.initial())
    #expect(run.output.contains("\n  11: deficiency: Nobody greets a waiting customer\n"))
    #expect(run.output.contains("\n  22: standard: S1 missed\n"))
  }

  @Test func saysWhatWasReadFromEachScorecard() throws {
    let folder = try TemporaryFolder()
    try folder.write("visit,unit,clean,identity\n1,A,2,yes\n2,B,3,no\n", to: "content/scorecards/v.csv")
    try folder.write(
      "criteria: [{column: clean, points: 3, met-from: 2}, {column: identity, knock-out: true}]",
      to: "content/scorecards/v.yml")
    let run = try Command.run(["check", "-v"], in: folder)
    #expect(run.status == 0)
    #expect(
      run.output == """
        content/scorecards/v.csv: 2 visits, 2 units, 2 criteria in 1 section
          Criteria: Clean, 3 points, met from 2
          Criteria: Identity, 1 point, knock-out
        0 surveys, 0 notes, 1 scorecard, 0 corrections: no problems

        """)
  }

  @Test func buildsASiteOfAScorecardAlone() throws {
    let folder = try TemporaryFolder()
    try folder.write("visit,clean\n1,yes\n2,no\n", to: "content/scorecards/v.csv")
    #expect(try Command.run(["build"], in: folder).status == 0)
    let page = try folder.read("site/scorecards.html")
    #expect(page.contains("<h1>Mystery visits gain 50\u{202F}% of the points</h1>"))
    #expect(try folder.read("site/index.html").contains("href=\"scorecards.html\""))
  }

  @Test func givesItsProblemsOnStandardOutput() throws {
    let folder = try Project.fixture("unknown-header/project")
    let run = try Command.run(["check", "--format", "json"], in: folder)
    #expect(run.status == 1)
    #expect(run.errors.isEmpty)
    #expect(run.output.split(separator: "\n").allSatisfy { $0.hasPrefix("{\"id\": \"") && $0.hasSuffix("}") })
  }

  @Test func writesNothing() throws {
    let folder = try Project.initial()
    let before = try Tree(folder, "")
    _ = try Command.run(["check"], in: folder)
    #expect(try Tree(folder, "") == before)
  }

  @Test("an export with the header of a survey that has a codebook is taken for another wave of it") func sibling()
    throws
  {
    let folder = try TemporaryFolder()
    let rows = (0..<40).map { "\(1 + $0 % 7),\(1 + $0 * 3 % 7),\($0 % 11)\n" }.joined()
    for wave in ["q1", "q2"] { try folder.write("E1,P1,recommend\n" + rows, to: "content/surveys/\(wave).csv") }
    try folder.write(
      "scale: {min: 1, max: 7}\nitems: [{expectation: E1, perception: P1, dimension: empathy}]\nwave: Q1\n",
      to: "content/surveys/q1.yml")
    let run = try Command.run(["check"], in: folder)
    let told =
      "its header is that of content/surveys/q1.csv: as another wave of it, write q2.yml with 'codebook: q1.yml'"
    #expect(run.output.contains(told), "\(run.output)")
    try folder.write("codebook: q1.yml\nwave: Q2\n", to: "content/surveys/q2.yml")
    #expect(!(try Command.run(["check"], in: folder).output.contains("guessed-codebook")))
  }
}
