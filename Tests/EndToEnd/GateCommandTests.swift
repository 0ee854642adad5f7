import Foundation
import TestSupport
import Testing

/// Agreed gates in `build --gate` and `check`.
@Suite("agreed gates") struct GateCommands {
  /// What `init` makes, with other gates.
  private static func project(_ gates: String) throws -> TemporaryFolder {
    let folder = try Project.initial()
    let written = try folder.read("cxaudit.yml")
    let own = "gates:\n  - {rule: critical-without-plan}\n"
    try #require(written.contains(own))
    let text = written.replacingOccurrences(of: own, with: gates.isEmpty ? "" : "gates:\n\(gates)\n")
    try folder.write(text, to: "cxaudit.yml")
    return folder
  }

  private static let held = "  - {rule: critical-without-plan}\n  - {metric: nps, at-least: -100, on: lower}"
  private static let broken = "  - {rule: lapsed-acceptance}\n  - {metric: nps, at-least: 90, on: lower}"

  @Test("a build whose gates hold prints them and exits with 0")
  func passes() throws {
    let run = try Command.run(["build", "--gate"], in: Self.project(Self.held))
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.isEmpty)
    let lines = run.output.split(separator: "\n").dropFirst(2).map { $0.split(separator: " ").first.map(String.init) }
    #expect(lines == ["Gate", "critical-without-plan", "nps"])
  }

  @Test("a broken gate is an error with a hint, exits with 1, and the site is written all the same")
  func fails() throws {
    let folder = try Self.project(Self.broken)
    let plain = try Command.run(["build", "--output", "plain"], in: folder)
    #expect(plain.status == 0)
    #expect(!plain.output.contains("nps"))
    let run = try Command.run(["build", "--gate"], in: folder)
    #expect(run.status == 1)
    #expect(run.errors.contains("error: the agreed gate 'nps' is broken: expected lower bound at least 90, found "))
    #expect(run.errors.contains("help: see where it comes from with 'cxaudit explain nps'"))
    #expect(run.output.contains("lapsed-acceptance  passed"))
    #expect(try Tree(folder, "plain").differences(from: Tree(folder, "site")).isEmpty)
    #expect(try folder.read("site/method.html").contains("<h2 id=\"gates\">The agreed gates</h2>"))
  }

  @Test("a gate on what is not there is shown with its line")
  func quotesTheLine() throws {
    let run = try Command.run(["check"], in: Self.project("  - {metric: nöthing, at-least: 90}"))
    #expect(run.status == 1)
    let shown = "   |    - {metric: nöthing, at-least: 90}\n   |      \(String(repeating: "^", count: 31))\n"
    #expect(run.output.contains(shown), "\(run.output)")
  }

  @Test("'check' judges gates too, and the form of its result does not change the code", arguments: Self.forms)
  func check(form: String, words: [String]) throws {
    let run = try Command.run(["check", "--diagnostics", form], in: Self.project(Self.broken))
    #expect(run.status == 1)
    for word in words { #expect(run.output.contains(word), "\(run.output)") }
  }

  private static let forms: [(String, [String])] = [
    ("text", ["[gate/broken]", "\nlapsed-acceptance  passed"]),
    (
      "json", ["{\"id\": \"gate/broken\", \"severity\": \"error\"", "{\"id\": \"gate/passed\", \"severity\": \"note\""]
    ),
    ("sarif", ["\"ruleId\": \"gate/broken\""]),
    ("junit", ["name=\"gate/broken\"><failure", "name=\"gate/passed\"><system-out>", "failures=\"1\""]),
    ("github", ["::error "]),
  ]

  @Test("the summary for programs holds each gate")
  func summary() throws {
    let run = try Command.run(["build", "--gate", "--format", "json"], in: Self.project(Self.broken))
    #expect(run.status == 1)
    #expect(
      run.output.contains(
        "\"gates\": [{\"gate\": \"lapsed-acceptance\", \"expected\": \"no accepted risk past its last day\", \"found\": "
          + "\"none\", \"value\": null, \"low\": null, \"high\": null, \"n\": null, \"result\": \"passed\", \"passed\": true, "
          + "\"brokenBy\": []}, {\"gate\": \"nps\", "), "\(run.output)")
  }

  @Test("a figure that is withheld cannot be judged, and the site says no more of it")
  func withheld() throws {
    let folder = try Project.fixture("few-answers/project")
    let written = try folder.read("cxaudit.yml")
    try folder.write("\(written)\ngates: [{metric: 'outcome/nps/nps[place=harbour]', at-most: 0}]\n", to: "cxaudit.yml")
    let run = try Command.run(["build", "--gate"], in: folder)
    #expect(run.status == 1)
    #expect(
      run.errors.contains(
        "the agreed gate 'outcome/nps/nps[place=harbour]' cannot be judged, so it does not pass: the figure is withheld"
      ),
      "\(run.errors)")
  }

  @Test("a gate about nothing stops the build, and writes nothing")
  func unknown() throws {
    let folder = try Self.project("  - {metric: npss, at-least: 20}")
    for arguments in [["build"], ["build", "--gate"], ["check"]] {
      let run = try Command.run(arguments, in: folder)
      #expect(run.status == 1)
      #expect((run.output + run.errors).contains("did you mean 'nps'?"))
    }
    #expect(!FileManager.default.fileExists(atPath: folder.path("site")))
  }

  @Test("who relies on gates is told that there are none")
  func none() throws {
    let folder = try Self.project("")
    let run = try Command.run(["build", "--gate"], in: folder)
    #expect(run.status == 0)
    #expect(run.errors.contains("warning: there is no gate to judge [gate/none]"))
    #expect(try Command.run(["build", "--gate", "--strict"], in: folder).status == 1)
  }
}
