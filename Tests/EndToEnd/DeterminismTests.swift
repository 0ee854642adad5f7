import Foundation
import TestSupport
import Testing

@Suite struct TheSameInput {
  /// Builds the example in a world of its own.
  private func build(_ options: [String], _ environment: [String: String]) throws -> Tree {
    let folder = try Project.example()
    let run = try Command.run(["build"] + options, in: folder, environment: environment)
    try #require(run.status == 0, "\(run.errors)")
    return try Tree(folder, "site")
  }

  @Test func givesTheSameBytesAnywhere() throws {
    let one = try build(["--jobs", "1"], ["TZ": "Pacific/Kiritimati", "LANG": "C"])
    let four = try build(
      ["--jobs", "4", "--output", "site"], ["TZ": "America/Adak", "LANG": "tr_TR.UTF-8", "LC_ALL": "de_DE.UTF-8"])
    #expect(four.differences(from: one) == [])
    #expect(one.files.count > 20)
  }

  @Test func givesTheCommittedSite() throws {
    let built = try build([], [:])
    #expect(built.differences(from: try Tree(Repository.url("site"))) == [])
  }

  @Test(arguments: [
    (["--as-of", "2026-05-01"], "1000000000", "as-of: 2026-04-01\n", "2026-05-01"),
    ([], "1000000000", "as-of: 2026-04-01\n", "2001-09-09"), ([], "", "as-of: 2026-04-01\n", "2026-04-01"),
  ])
  func isOfTheDayThatComesFirst(_ case: (options: [String], epoch: String, configured: String, day: String)) throws {
    let folder = try Project.fixture("off-scale/project")
    try folder.write("title: Fixture\n\(`case`.configured)", to: "cxaudit.yml")
    let run = try Command.run(
      ["build"] + `case`.options, in: folder, environment: ["SOURCE_DATE_EPOCH": `case`.epoch])
    #expect(run.status == 0, "\(run.errors)")
    #expect(try folder.read("site/data/manifest.json").contains("\"options\": {\"as-of\": \"\(`case`.day)\"}"))
  }
}
