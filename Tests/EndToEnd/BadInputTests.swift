import Foundation
import TestSupport
import Testing

/// Projects with one thing wrong each: `Tests/Fixtures/NAME/project`, and beside it the text that must be on standard
/// error.
@Suite struct BadInput {
  @Test(arguments: [
    ("no-content", 1), ("csv-without-codebook", 1), ("codebook-without-csv", 1), ("unknown-header", 1),
    ("ragged-row", 0), ("stray-quote", 0), ("off-scale", 0), ("text-for-number", 0), ("two-items-on-one-column", 1),
    ("invalid-utf8", 0), ("endless-front-matter", 1), ("misspelt-template-tag", 1),
    ("unclosed-quote", 1), ("swallowed-lines", 1), ("nul-bytes", 0), ("concatenated", 0), ("windows-1252", 0),
    ("empty-file", 1), ("header-only", 1), ("too-many-columns", 1), ("duplicate-headers", 1), ("odd-numbers", 0),
    ("truncated", 0), ("unknown-encoding", 1),
  ])
  func isNamedWithItsPlaceAndTheMend(_ case: (name: String, status: Int32)) throws {
    let folder = try Project.fixture("\(`case`.name)/project")
    let run = try Command.run(["build", "--as-of", "2026-03-31"], in: folder)
    #expect(run.status == `case`.status)
    try Expectation.check(run.errors, against: "\(`case`.name)/expected-stderr.txt")
    #expect(folder.exists("site") == (`case`.status == 0))
  }

  @Test(arguments: ["off-scale", "ragged-row"])
  func warningsAreErrorsWhenStrict(_ name: String) throws {
    let folder = try Project.fixture("\(name)/project")
    let run = try Command.run(["build", "--strict", "--as-of", "2026-03-31"], in: folder)
    #expect(run.status == 1)
    #expect(run.errors.contains(": error: "))
    #expect(run.errors.hasSuffix("; nothing was written\n"))
    #expect(!folder.exists("site"))
  }

  @Test(arguments: ["text", "json", "github", "gitlab", "sarif", "junit"])
  func theFormOfTheDiagnosticsNeverChangesTheCode(_ format: String) throws {
    let bad = try Project.fixture("unknown-header/project")
    #expect(try Command.run(["check", "--diagnostics", format], in: bad).status == 1)
    let odd = try Project.fixture("off-scale/project")
    #expect(try Command.run(["check", "--diagnostics", format], in: odd).status == 0)
  }

  @Test func anErrorLeavesTheOldSite() throws {
    let folder = try Project.initial()
    #expect(try Command.run(["build"], in: folder).status == 0)
    let before = try Tree(folder, "site")
    try folder.write("survey: [", to: "content/surveys/customers-2026-q1.yml")
    #expect(try Command.run(["build"], in: folder).status == 1)
    #expect(try Tree(folder, "site") == before)
  }
}
