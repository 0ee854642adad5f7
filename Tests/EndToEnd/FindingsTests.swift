import Foundation
import TestSupport
import Testing

@Suite("cxaudit findings") struct Findings {
  private static func findings(_ options: [String] = []) throws -> Command.Run {
    try Command.run(["findings"] + options, in: Project.example())
  }

  private static let site = Repository.root.appending(path: "site/data/findings.json")

  @Test("json is the file of the site, byte for byte")
  func json() throws {
    let run = try Self.findings(["--format", "json"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output == (try String(contentsOf: Self.site, encoding: .utf8)))
  }

  @Test("csv has one row a finding, in the order of the register")
  func csv() throws {
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: Self.site)) as? [String: Any])
    let ids = try #require(document["findings"] as? [[String: Any]]).compactMap { $0["id"] as? String }
    let run = try Self.findings(["--format", "csv"])
    let rows = run.output.split(separator: "\n")
    #expect(
      rows.first
        == "id,kind,class,status,touchpoint,dimension,segment,cause,share,low,high,n,severity,burden,priority,impact-low,impact,impact-high,currency,place,best,worst,act,quick-win,owner,due,steps,done,plan,verdict,title,statement"
    )
    #expect(rows.dropFirst().compactMap { $0.split(separator: ",").first.map(String.init) } == ids)
    let first = try #require(rows.dropFirst().first)
    #expect(first.hasPrefix("gap.branch.responsiveness,gap,critical,"))
    #expect(first.contains(",Head of branches,2026-11-30,6,3,"))
  }

  @Test("the table says class, share, state, owner and title")
  func table() throws {
    let run = try Self.findings(["--class", "critical", "--class", "major"])
    #expect(run.status == 0)
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(lines[0].hasPrefix("Class     Failed"))
    #expect(lines[1].hasPrefix("critical    53 %  618"))
    #expect(lines[1].hasSuffix("gap.branch.responsiveness"))
    #expect(lines[2].hasSuffix("Nobody takes notice of a waiting customer"))
    #expect(!run.output.contains("minor") && !run.output.contains("strength"))
  }

  @Test("only what is asked for is printed")
  func filters() throws {
    let run = try Self.findings(["--touchpoint", "phone", "--format", "csv"])
    let rows = run.output.split(separator: "\n").dropFirst()
    #expect(!rows.isEmpty && rows.allSatisfy { $0.contains("phone") })
    #expect(try Self.findings(["--touchpoint", "phone", "--class", "critical"]).output == "No findings.\n")
  }

  @Test("a touchpoint that there is not is wrong usage")
  func stranger() throws {
    let run = try Self.findings(["--touchpoint", "fone"])
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("There is no touchpoint 'fone'; there are 'website', 'phone',"))
  }
}
