import Foundation
import TestSupport
import Testing

@Suite("cxaudit snapshot") struct SnapshotCommands {
  private static let path = "content/history/2026-03-31.json"

  @Test("keeps what data/findings.json holds, and taken twice it changes nothing")
  func keeps() throws {
    let folder = try Project.initial()
    let first = try Command.run(["snapshot"], in: folder)
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.output.hasPrefix("\(Self.path): ") && first.output.hasSuffix(" kept\n"))
    let kept = try folder.read(Self.path)
    #expect(try Command.run(["findings", "--format", "json"], in: folder).output == kept)
    let second = try Command.run(["snapshot"], in: folder)
    #expect(second.status == 0)
    #expect(second.output == "\(Self.path): is kept already\n")
    #expect(try folder.read(Self.path) == kept)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("content/history")).count == 1)
  }

  @Test("never changes a snapshot")
  func appends() throws {
    let folder = try Project.initial()
    try folder.write("mine\n", to: Self.path)
    let run = try Command.run(["snapshot"], in: folder)
    #expect(run.status == 1)
    #expect(try folder.read(Self.path) == "mine\n")
    _ = try FileManager.default.removeItem(atPath: folder.path(Self.path))
    #expect(try Command.run(["snapshot"], in: folder).status == 0)
    let kept = try folder.read(Self.path)
    try folder.write("\(try folder.read("cxaudit.yml"))\nthresholds: {critical: 90%, major: 80%}\n", to: "cxaudit.yml")
    let changed = try Command.run(["snapshot"], in: folder)
    #expect(changed.status == 1)
    #expect(changed.errors.contains("error: nothing was written: there is a snapshot of this day already"))
    #expect(try folder.read(Self.path) == kept)
  }

  @Test("a build of the day is the same before and after, and a later one tells what changed")
  func history() throws {
    let folder = try Project.initial()
    _ = try Command.run(["build"], in: folder)
    let before = try Tree(folder, "site")
    _ = try Command.run(["snapshot"], in: folder)
    let again = try Command.run(["build"], in: folder)
    #expect(again.errors.contains("note: this snapshot is left out: the report is as of 2026-03-31"))
    #expect(try Tree(folder, "site").differences(from: before).isEmpty)
    let later = try Command.run(["build", "--as-of", "2026-04-30"], in: folder)
    #expect(later.status == 0, "\(later.errors)")
    let index = try folder.read("site/index.html")
    #expect(index.contains("<h2 id=\"since\">Since the report of 31 March 2026</h2>"))
    #expect(index.contains("persist"))
    let register = try folder.read("site/data/findings.json")
    #expect(register.contains("\"state\": \"persisting\",\n        \"since\": \"2026-03-31\","))
    let page = try folder.read("site/deficiencies/gap.branch.responsiveness.html")
    #expect(page.contains("<h2 id=\"history\">History</h2>\n<p>It was in the report of 31 March 2026, too.</p>"))
    #expect(page.contains("<th scope=\"row\">31 March 2026</th>"))
  }

  @Test("a history that cannot be this project's stops the build with the file's name", arguments: Self.bad)
  func refuses(name: String, text: String, words: String) throws {
    let folder = try Project.initial()
    try folder.write(text, to: "content/history/\(name)")
    let run = try Command.run(["build", "--as-of", "2026-04-30"], in: folder)
    #expect(run.status == (words.contains("warning") ? 0 : 1))
    #expect(run.errors.contains("content/history/\(name): \(words)"), "\(run.errors)")
  }

  private static let head = "{\"schema\": \"cxaudit/findings/1\", \"project\": \"Customer experience audit\", "

  private static let bad = [
    (
      "2026-03-31.json",
      "{\"schema\": \"cxaudit/findings/1\", \"project\": \"Hotel\", \"asOf\": \"2026-03-31\", \"findings\": []}",
      "error: this snapshot is of another project, 'Hotel'; this one is 'Customer experience audit' [history/other-project]"
    ),
    (
      "2026-03-30.json", head + "\"asOf\": \"2026-03-31\", \"findings\": []}",
      "error: this snapshot is of 2026-03-31, not of the day it is named after [history/other-day]"
    ),
    (
      "2026-03-31.json", "{\"schema\": \"cxaudit/findings/12\"}",
      "error: this register was written by a newer cxaudit: its version is 12, this program reads 1 [history/newer]"
    ),
    ("2026-03-31.json", "{\"schema\": ", "error: this register cannot be read: it is damaged [history/not-json]"),
    (
      "2026-03-31.json", "{\"schema\": \"other/1\"}",
      "error: this is no register of cxaudit: its schema is 'other/1' [history/no-register]"
    ),
    (
      "2026-03-31.json", head + "\"asOf\": \"2026-03-31\", \"findings\": [{\"id\": \"a\"}]}",
      "error: this is no register of cxaudit: 'kind' is missing in findings[0] [history/no-register]"
    ),
    (
      "2026-03-31.json",
      head
        + "\"asOf\": \"2026-03-31\", \"findings\": [{\"id\": \"a\", \"kind\": \"gap\", \"title\": \"A\", \"class\": \"grave\", "
        + "\"status\": \"open\"}]}",
      "error: this is no register of cxaudit: the finding 'a' has the class 'grave' [history/no-register]"
    ),
    ("march.json", "{}", "warning: this file is not read [project/not-read]"),
  ]
}
