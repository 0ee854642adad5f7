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
        1 survey, 1 note, 1 correction: no problems

        """)
  }

  @Test func listsEveryReadingWhenVerbose() throws {
    let run = try Command.run(["check", "-v"], in: Project.initial())
    #expect(run.output.contains("\n  11: deficiency: Nobody greets a waiting customer\n"))
    #expect(run.output.contains("\n  22: standard: S1 missed\n"))
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
}
