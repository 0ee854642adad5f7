import Foundation
import TestSupport
import Testing

@Suite struct Statistics {
  private static let file = "content/surveys/customers-2026-q1.csv"

  @Test func areATidyTable() throws {
    let run = try Command.run(["statistics", Self.file], in: Project.initial())
    #expect(run.status == 0)
    let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.first == "survey,wave,slice,kind,subject,statistic,value,n")
    #expect(lines.last == "")
    #expect(lines.contains("customers,2026-Q1,all,cell,branch/responsiveness,gap.mean,-1.95,60"))
    #expect(!run.output.contains("nan"))
  }

  @Test func asJSONCarryTheReasonOfWhatIsEmpty() throws {
    let run = try Command.run(["statistics", Self.file, "--format", "json"], in: Project.initial())
    let table = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(table["schema"] as? String == "cxaudit/statistics/1")
    let figures = try #require(table["figures"] as? [[String: Any]])
    #expect(figures.allSatisfy { ($0["value"] is NSNull) != ($0["reason"] is NSNull) })
  }

  @Test func thatMayBePublishedAreThoseOfTheSite() throws {
    let folder = try Project.initial()
    try folder.write(try folder.read("cxaudit.yml") + "engagement: {population: 240}\n", to: "cxaudit.yml")
    #expect(try Command.run(["build"], in: folder).status == 0)
    let run = try Command.run(["statistics", Self.file, "--publishable"], in: folder)
    // Standards are seen in notes, not asked in the survey.
    let site = try folder.read("site/data/statistics.csv").split(separator: "\n", omittingEmptySubsequences: false)
    #expect(run.output == site.filter { !$0.hasPrefix(",,all,standard,") }.joined(separator: "\n"))
    #expect(site.contains(",,all,standard,S1,n,1,1"))
  }

  @Test func leaveNothingOutUnlessAsked() throws {
    let folder = try Project.fixture("few-answers/project")
    let file = "content/surveys/2026-q1.csv"
    let all = try Command.run(["statistics", file], in: folder)
    let some = try Command.run(["statistics", file, "--publishable"], in: folder)
    let row = "2026-q1,2026-Q1,place=harbour,item,greet,gap.mean,"
    #expect(all.output.contains("\n\(row)-1,3\n"))
    #expect(some.output.contains("\n\(row),\n"))
  }

  @Test func ofSeveralFilesCompareWhatManagersAndStaffBelieve() throws {
    let folder = try Project.fixture("believed/project")
    let files = ["customers", "managers", "staff"].map { "content/surveys/\($0).csv" }
    let run = try Command.run(["statistics"] + files, in: folder)
    #expect(run.status == 0, "\(run.errors)")
    // Example X3 of the methodology.
    #expect(run.output.contains("\nmanagers~customers,2026-Q1,all,knowledge,greeted,difference,-0.736666666667,115\n"))
    #expect(run.output.contains("\nmanagers~customers,2026-Q1,all,belief,responsiveness,difference,1.01,115\n"))
    #expect(run.output.contains("\nstaff~managers,2026-Q2~2026-Q1,all,knowledge,greeted,difference,"))
    #expect(!run.output.contains("\nstaff~customers,2026-Q2~2026-Q1,all,knowledge,solved,"))
    let turned = try Command.run(["statistics"] + files.reversed(), in: folder)
    #expect(turned.output == run.output)
    #expect(try !Command.run(["statistics", files[1]], in: folder).output.contains("~"))
    #expect(try Command.run(["build"], in: folder).status == 0)
    let shown = try Command.run(["statistics", "--publishable"] + files, in: folder)
    #expect(try shown.output == folder.read("site/data/statistics.csv"))
  }

  @Test func ofSeveralFilesMayBeWavesOfOneSurvey() throws {
    let folder = try Project.example()
    let files = ["1", "3"].map { "content/surveys/2026-q\($0).csv" }
    let run = try Command.run(["statistics"] + files, in: folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("\ncustomers,2026-Q1>2026-Q3,all,change,nps,difference,"))
  }

  @Test func readACodebookFromElsewhere() throws {
    let folder = try Project.initial()
    try FileManager.default.moveItem(
      atPath: folder.path("content/surveys/customers-2026-q1.yml"), toPath: folder.path("codes.yml"))
    let guessed = try Command.run(["statistics", Self.file], in: folder)
    #expect(guessed.errors.contains("[survey/guessed-codebook]"))
    #expect(!guessed.output.contains("branch/responsiveness"))
    let run = try Command.run(["statistics", Self.file, "--codebook", "codes.yml"], in: folder)
    #expect(run.status == 0)
    #expect(run.output.contains("branch/responsiveness"))
  }

  @Test func readStandardInput() throws {
    let folder = try Project.initial()
    let binary = Command.binary.path(percentEncoded: false)
    let codebook = "content/surveys/customers-2026-q1.yml"
    let named = try Command.run(["statistics", Self.file, "--codebook", codebook], in: folder)
    for feed in ["cat \(Self.file)", "gzip -c \(Self.file)"] {
      let piped = try Command.bash(
        "\(feed) | '\(binary)' statistics - --project . --codebook \(codebook)", in: folder)
      #expect(piped.status == 0)
      #expect(piped.output == named.output)
      #expect(piped.errors == named.errors)
    }
  }

  @Test func readAWorkbookOnStandardInput() throws {
    let folder = try TemporaryFolder()
    let table = [["id", "E1", "P1"]] + (1...12).map { ["\($0)", "\(5 + $0 % 3)", "\(3 + $0 % 4)"] }
    try folder.write(WorkbookFixture(table: table).bytes, to: "a.xlsx")
    try folder.write(table.map { $0.joined(separator: ",") + "\n" }.joined(), to: "a.csv")
    let items = "items: [{expectation: E1, perception: P1, dimension: reliability}]\n"
    try folder.write("survey: s\nscale: {min: 1, max: 7}\n" + items, to: "codes.yml")
    let binary = Command.binary.path(percentEncoded: false)
    let plain = try Command.run(["statistics", "a.csv", "--codebook", "codes.yml"], in: folder)
    let piped = try Command.bash("cat a.xlsx | '\(binary)' statistics - --codebook codes.yml", in: folder)
    #expect(piped.status == 0, "\(piped.errors)")
    #expect(piped.errors.isEmpty)
    #expect(piped.output == plain.output)
    let profile = try Command.bash("'\(binary)' survey - < a.xlsx", in: folder)
    #expect(profile.output.hasPrefix("standard input\n12 answers in 3 columns"), "\(profile.errors)")
  }

  @Test func sayThatAPipeBelongsOnStandardInput() throws {
    let folder = try Project.initial()
    let binary = Command.binary.path(percentEncoded: false)
    let run = try Command.bash(
      "'\(binary)' statistics <(cat \(Self.file)) --codebook content/surveys/customers-2026-q1.yml", in: folder)
    #expect(run.status == 1)
    #expect(run.errors.contains("it is a pipe or a device; hand it in as standard input, under the name -"))
  }

  @Test func nameStandardInputInMessages() throws {
    let folder = try Project.initial()
    let binary = Command.binary.path(percentEncoded: false)
    let run = try Command.bash(
      "echo nothing | '\(binary)' statistics - --codebook content/surveys/customers-2026-q1.yml", in: folder)
    #expect(run.status == 1)
    #expect(run.errors.contains("standard input"))
    #expect(!run.errors.contains("/dev/fd"))
  }

  @Test func needACodebookForStandardInput() throws {
    let run = try Command.run(["statistics", "-"], in: Project.initial())
    #expect(run.status == 2)
    #expect(run.errors.contains("--codebook"))
  }

  @Test func sayWhereStandardInputCannotBeKept() throws {
    let folder = try Project.initial()
    let run = try Command.run(
      ["statistics", "-", "--codebook", "content/surveys/customers-2026-q1.yml"], in: folder,
      environment: ["TMPDIR": folder.path("nowhere")])
    #expect(run.status == 1)
    #expect(run.errors.contains("[survey/not-spooled]"))
  }

  @Test(arguments: [
    ["nope.csv"], [Self.file, "--codebook", "nope.yml"],
  ])
  func nameAFileThatIsNotThere(_ arguments: [String]) throws {
    let run = try Command.run(["statistics"] + arguments, in: Project.initial())
    #expect(run.status == 1)
    #expect(run.errors.hasPrefix("\(arguments.last ?? ""): error: there is no such file [project/no-file]\n"))
  }

  #if os(Linux)
    @Test func thatCannotBeDeliveredAreAProblem() throws {
      let binary = Command.binary.path(percentEncoded: false)
      let run = try Command.bash("'\(binary)' statistics \(Self.file) > /dev/full", in: Project.initial())
      #expect(run.status == 1)
      #expect(run.errors == "cxaudit: standard output cannot be written\n")
    }
  #endif

  @Test func areTheSameWithAnyNumberOfThreads() throws {
    let folder = try Project.initial()
    let one = try Command.run(["statistics", Self.file, "--jobs", "1"], in: folder)
    let many = try Command.run(["statistics", Self.file, "--jobs", "7"], in: folder)
    #expect(one.output == many.output)
  }
}
