import Foundation
import TestSupport
import Testing

@Suite("cxaudit diff") struct Diff {
  @Test("tells what is worse, new, better, gone and changed, in three forms", arguments: ["text", "json", "markdown"])
  func forms(form: String) throws {
    let run = try Command.run(["diff", "old", "new", "--format", form], in: Project.fixture("diff"))
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.isEmpty)
    try Expectation.check(run.output, against: "diff/expected-\(form).txt")
  }

  @Test("registers and tables alone will do, and a build is no different from itself")
  func sides() throws {
    let folder = try Project.fixture("diff")
    let registers = try Command.run(["diff", "old/data/findings.json", "new"], in: folder)
    #expect(registers.output.contains("worse (2)") && !registers.output.contains("figures"))
    let tables = try Command.run(["diff", "old", "new/data/statistics.csv"], in: folder)
    #expect(tables.output.contains("figures (2)") && !tables.output.contains("worse"))
    let same = try Command.run(["diff", "new/data", "new"], in: folder)
    #expect(same.output == "2026-09-30 → 2026-09-30: no difference\n")
    let markdown = try Command.run(["diff", "new", "new", "--format", "markdown"], in: folder)
    #expect(markdown.output == "### Audit: 2026-09-30 → 2026-09-30\n\nNo difference.\n")
  }

  @Test("what the consultant left out or joined with another is said so, whichever side it is on")
  func consultant() throws {
    let folder = try Project.fixture("diff")
    let text = try folder.read("new/data/findings.json")
    let hidden = "], \"hidden\": [{\"id\": \"note.main.queue\"}]}"
    try folder.write(text.trimmingCharacters(in: .newlines).dropLast(2) + hidden, to: "hidden.json")
    let joined = text.replacingOccurrences(
      of: "{\"id\": \"gap.branch.empathy\",",
      with: "{\"id\": \"gap.branch.empathy\", \"computed\": {\"merged\": [\"note.main.queue\"]},")
    try folder.write(joined, to: "joined.json")
    for (side, words) in [
      ("hidden", "left out by the consultant"), ("joined", "made a part of another by the consultant"),
    ] {
      let run = try Command.run(["diff", "old", "\(side).json"], in: folder)
      #expect(run.output.contains("note.main.queue: was major; was open; \(words)"), "\(run.output)")
    }
    let back = try Command.run(["diff", "hidden.json", "old/data/findings.json"], in: folder)
    #expect(back.output.contains("note.main.queue: major; open; was left out by the consultant"), "\(back.output)")
  }

  @Test("what cannot be compared is refused with a hint", arguments: Self.refused)
  func refuses(old: String, new: String, words: [String]) throws {
    let folder = try Project.fixture("diff")
    try folder.write("{\"schema\": \"cxaudit/findings/2\"}", to: "newer.json")
    try folder.write("{\"schema\": ", to: "broken.json")
    try folder.write("a,b\n1,2\n", to: "other.csv")
    try folder.write("", to: "empty/readme")
    let run = try Command.run(["diff", old, new], in: folder)
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    for word in words { #expect(run.errors.contains(word), "\(run.errors)") }
  }

  private static let refused: [(String, String, [String])] = [
    ("nowhere", "new", ["nowhere: error: there is no such file or folder [diff/no-file]"]),
    ("empty", "new", ["empty: error: there is neither data/findings.json nor data/statistics.csv in it"]),
    ("newer.json", "new", ["written by a newer cxaudit: its version is 2, this program reads 1", "[history/newer]"]),
    ("broken.json", "new", ["broken.json: error: this register cannot be read", "[history/not-json]"]),
    ("other.csv", "new", ["this is no statistics.csv of cxaudit: its columns are others"]),
    ("old/data/findings.json", "new/data/statistics.csv", ["one of", "holds findings, the other figures"]),
  ]

  @Test("titles that differ are told, since ids of two projects may agree by chance")
  func otherProject() throws {
    let folder = try Project.fixture("diff")
    let text = try folder.read("old/data/findings.json").replacingOccurrences(of: "Audit 2026", with: "Hotel")
    try folder.write(text, to: "hotel.json")
    let run = try Command.run(["diff", "hotel.json", "new"], in: folder)
    #expect(run.status == 0)
    #expect(run.errors.contains("warning: the two are of projects with different titles: 'Hotel' and 'Audit 2026'"))
    #expect(try Command.run(["diff", "hotel.json", "new", "--strict"], in: folder).status == 1)
  }
}
