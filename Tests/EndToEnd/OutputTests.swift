import Foundation
import TestSupport
import Testing

@Suite struct Output {
  @Test(arguments: [
    ("content", "the output 'content' is content/ or lies inside it"),
    (".", "the output '.' is the project folder itself"),
    ("content/site", "the output 'content/site' is content/ or lies inside it"),
    ("..", "the output '..' holds content/, which is read"),
    ("templates", "the output 'templates' is templates/ or lies inside it"),
    ("cxaudit.yml", "the output 'cxaudit.yml' is a file, not a folder"),
  ])
  func isNeverWhatIsRead(_ case: (output: String, summary: String)) throws {
    let folder = try Project.initial()
    let before = try Tree(folder, "")
    let run = try Command.run(["build", "--output", `case`.output], in: folder)
    #expect(run.status == 1)
    #expect(run.errors.hasPrefix("error: \(`case`.summary) [output/refused]\n   = help: "))
    #expect(run.errors.hasSuffix("1 error; nothing was written\n"))
    #expect(try Tree(folder, "") == before)
  }

  @Test func thatMayNotBeWrittenIsAnError() throws {
    let folder = try Project.initial()
    // An administrator may write everywhere but in the system's own folders.
    let isAdministrator = geteuid() == 0
    let output = isAdministrator ? "/sys/site" : "locked/site"
    try folder.write("", to: "locked/file")
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.path("locked"))
    let run = try Command.run(["build", "--output", output], in: folder)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path("locked"))
    #expect(run.status == 1)
    #expect(
      run.errors == """
        error: the output '\(output)' cannot be written: no permission [output/not-writable]
           = help: allow writing in the folder that holds it or give --output another place
        1 error; nothing was written

        """)
  }

  @Test func aDiskThatIsFullLeavesTheOldSite() throws {
    let folder = try Project.initial()
    #expect(try Command.run(["build"], in: folder).status == 0)
    let before = try Tree(folder, "site")
    try folder.write(String(repeating: "More words. ", count: 2000), to: "content/notes/branch/long.md")
    let binary = Command.binary.path(percentEncoded: false)
    // A limit on the size of files fails in the middle of a write, as a full disk does.
    let run = try Command.bash("trap '' XFSZ; ulimit -f 8; exec '\(binary)' build", in: folder)
    #expect(run.status == 1)
    #expect(run.errors.contains("cannot be written: the file would be too large [output/failed]"))
    #expect(run.errors.contains("= help: the site that was there is unchanged"))
    #expect(try Tree(folder, "site") == before)
    #expect(try !folder.names().contains { $0.contains("cxaudit-new") })
  }

  @Test func unchangedFilesKeepTheirTimesAndForeignFilesStay() throws {
    let folder = try Project.initial()
    #expect(try Command.run(["build"], in: folder).status == 0)
    try folder.write("audit.example.com", to: "site/CNAME")
    let early = Date(timeIntervalSince1970: 1_000_000)
    for name in try folder.names(below: "site") where !name.hasSuffix("/") {
      try FileManager.default.setAttributes([.modificationDate: early], ofItemAtPath: folder.path("site/\(name)"))
    }
    try folder.write(try folder.read("content/index.md") + "\nOne more line.\n", to: "content/index.md")
    let run = try Command.run(["build"], in: folder)
    #expect(run.status == 0)
    #expect(
      run.errors
        == "note: site holds a file that cxaudit did not write, left as they are: CNAME [output/foreign-files]\n")
    let kept = try folder.names(below: "site").filter {
      try !$0.hasSuffix("/") && folder.modified("site/\($0)") == early
    }
    #expect(kept.contains("CNAME"))
    #expect(kept.contains("data/statistics.csv"))
    #expect(kept.contains("notes/main-street.html"))
    #expect(!kept.contains("index.html"))
  }

  @Test func theSummaryIsTheResult() throws {
    let folder = try Project.initial()
    let first = try Command.run(["build", "--format", "json"], in: folder)
    let summary = try #require(
      try JSONSerialization.jsonObject(with: Data(first.output.utf8)) as? [String: Any])
    #expect(summary["output"] as? String == "site")
    #expect(summary["written"] as? Int == summary["files"] as? Int)
    let second = try Command.run(["build", "-q"], in: folder)
    #expect(second.output.isEmpty)
    #expect(second.errors.isEmpty)
  }

  @Test func aProjectElsewhereIsWrittenIntoIt() throws {
    let folder = try TemporaryFolder()
    #expect(try Command.run(["init", "audits/bank"], in: folder).status == 0)
    #expect(try Command.run(["build", "--project", "audits/bank"], in: folder).status == 0)
    #expect(folder.exists("audits/bank/site/index.html"))
  }
}
