import Foundation
import TestSupport
import Testing

@Suite("cxaudit new correction") struct NewCorrection {
  private static let path = "content/corrections/gap.phone.responsiveness.md"

  @Test("writes a plan that is read without a word and carries the steps of the playbook")
  func writes() throws {
    let folder = try Project.example()
    let before = try Command.run(["check"], in: folder)
    let run = try Command.run(["new", "correction", "gap.phone.responsiveness"], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("\(Self.path): "))
    let text = try folder.read(Self.path)
    #expect(text.hasPrefix("---\ncorrects: [gap.phone.responsiveness]\n# owner: "))
    #expect(text.contains("\neffort: 10 days\n"))
    #expect(text.contains("\n1. [ ] ") && text.contains("From the playbook: "))
    let after = try Command.run(["check"], in: folder)
    #expect(after.status == before.status)
    let count = { (output: String) in output.components(separatedBy: "warning:").count }
    #expect(count(after.output) == count(before.output), "\(after.output)")
    let register = try Command.run(["findings", "--format", "csv"], in: folder)
    let row = try #require(register.output.split(separator: "\n").first { $0.hasPrefix("gap.phone.responsiveness,") })
    #expect(row.contains(",planned,"))
  }

  @Test(
    "refuses what cannot be planned, and writes nothing",
    arguments: [
      ("gap.phone.responsivness", "did you mean 'gap.phone.responsiveness'?"),
      ("gap.branch.responsiveness", "has a plan: content/corrections/branch-host.md"),
      ("strength.website.tangibles", "needs no correction: it is strength"),
    ])
  func refuses(id: String, words: String) throws {
    let folder = try Project.example()
    let run = try Command.run(["new", "correction", id], in: folder)
    #expect(run.status == 1)
    #expect(run.errors.contains(words), "\(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: folder.path("content/corrections/\(id).md")))
  }

  @Test("never overwrites a file")
  func keeps() throws {
    let folder = try Project.example()
    try folder.write("---\ncorrects: [gap.phone.empathy]\n---\n1. [ ] Mine.\n", to: Self.path)
    let run = try Command.run(["new", "correction", "gap.phone.responsiveness"], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(try folder.read(Self.path).contains("1. [ ] Mine."))
    let other = Self.path.replacing(".md", with: "-2.md")
    #expect(try folder.read(other).contains("corrects: [gap.phone.responsiveness]"))
  }
}
