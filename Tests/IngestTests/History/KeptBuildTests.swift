import Audit
import TestSupport
import Testing

@testable import Ingest

/// Registers and figures of earlier builds, read again.
@Suite struct KeptBuildTests {
  private static let header = "survey,wave,slice,kind,subject,statistic,value,n\n"

  private func outcomes(_ rows: String) throws -> [OutcomeRecord] {
    let folder = try TemporaryFolder()
    try folder.write(Self.header + rows, to: "statistics.csv")
    return try #require(KeptBuild.read(folder.path("statistics.csv")).build?.outcomes)
  }

  private func outcome(
    _ outcome: String, _ wave: String, _ statistic: Statistic, _ value: Double, _ low: Double? = nil,
    _ high: Double? = nil, n: Int?
  ) -> OutcomeRecord {
    OutcomeRecord(
      survey: "customers", outcome: outcome, wave: wave, statistic: statistic, value: value, low: low, high: high, n: n)
  }

  @Test func takesTheLatestWaveByItsDaysElseByItsLabel() throws {
    let rows = ["2026-11", "2026-Q3", "2026-H1", "pilot"].map { "customers,\($0),all,outcome,nps,nps,1,9\n" }.joined()
    #expect(try outcomes(rows) == [outcome("nps", "2026-11", .nps, 1, n: 9)])
    let labels = "customers,\"first, wave\",all,outcome,nps,nps,1,9\ncustomers,second,all,outcome,nps,nps,2,9\n"
    #expect(try outcomes(labels).map(\.wave) == ["second"])
  }

  @Test func takesTheFigureThatTheSiteShows() throws {
    let rows = """
      customers,w,all,outcome,csat,mean,4.1,50
      customers,w,all,outcome,csat,top2.share,0.7,50
      customers,w,all,outcome,wide,mean,61,50
      customers,w,all,outcome,wide,mean.ci.low,55,50
      customers,w,all,outcome,wide,mean.ci.high,67,50
      customers,w,all,outcome,wide,top2.share,,50
      customers,w,all,outcome,effort,mean,5.2,50
      customers,w,all,outcome,effort,top2.share,0.4,50
      customers,w,all,outcome,effort,top3.share,0.6,50
      customers,w,all,outcome,hidden,nps,,
      customers,w,all,outcome,stayed,share,0.9,50
      customers,w,tier=basic,outcome,stayed,share,0.1,50
      customers,w,all,item,stayed,share,0.2,50

      """
    #expect(
      try outcomes(rows) == [
        outcome("csat", "w", .top2Share, 0.7, n: 50), outcome("wide", "w", .mean, 61, 55, 67, n: 50),
        outcome("effort", "w", .mean, 5.2, n: 50), outcome("stayed", "w", .share, 0.9, n: 50),
      ])
  }

  @Test func refusesATableWithATornLine() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.header + "customers,w,all\n", to: "statistics.csv")
    let read = KeptBuild.read(folder.path("statistics.csv"))
    #expect(read.build == nil)
    #expect(read.diagnostics.map(\.id) == ["diff/no-statistics"])
    #expect(read.diagnostics[0].summary.hasSuffix("line 2 has too many or too few fields"))
  }

  @Test func readsAFindingWithAllThatIsKnownOfIt() throws {
    let text = """
      {"schema": "cxaudit/findings/1", "project": "P", "client": "C", "asOf": "2026-06-30", "later": 1, "findings": [
        {"id": "gap.a", "kind": "gap", "title": "A", "class": "major", "status": "in-progress", "severity": 12.5,
         "firstSeen": "2026-Q1", "lastSeen": null, "statement": "S",
         "measure": {"figure": "s::cell/a/b/failed.share", "value": 0.3, "low": 0.2, "high": 0.4, "n": 50, "better": "low"}},
        {"id": "gap.a", "kind": "gap", "title": "Twice", "class": "minor", "status": "open"},
        {"id": "b", "kind": "not-known-yet", "title": "B", "class": "strength", "status": "open", "measure": null,
         "reach": {"share": 0.1, "n": 40, "low": 0.05, "high": 0.2}}]}
      """
    let register = try RegisterReader.read(Array(text.utf8), file: "r.json").get()
    #expect(register.client == "C")
    #expect(register.day.iso == "2026-06-30")
    #expect(
      register.findings == [
        FindingRecord(
          id: "gap.a", kind: .gap, title: "A", findingClass: .major, status: .inProgress, severity: 12.5,
          measure: FindingMeasure(
            figure: "s::cell/a/b/failed.share", value: 0.3, low: 0.2, high: 0.4, n: 50, better: .low),
          firstSeen: "2026-Q1"),
        FindingRecord(
          id: "b", kind: nil, title: "B", findingClass: .strength, status: .open,
          measure: FindingMeasure(figure: nil, value: 0.1, low: 0.05, high: 0.2, n: 40, better: .low)),
      ])
  }

  @Test func aProjectIsTheSameAsLongAsTitleOrClientStay() throws {
    let folder = try TemporaryFolder()
    let register = { (project: String, client: String, day: String) in
      "{\"schema\": \"cxaudit/findings/1\", \"project\": \"\(project)\", \"client\": \"\(client)\", \"asOf\": \"\(day)\", "
        + "\"findings\": []}"
    }
    try folder.write(register("Audit 2025", "Bank", "2025-12-31"), to: "content/history/2025-12-31.json")
    try folder.write(register("Audit 2026", "Other", "2026-03-31"), to: "content/history/2026-03-31.json")
    try folder.write(register("Audit 2025", "Other", "2026-06-30"), to: "content/history/2026-06-30.json")
    var configuration = Configuration()
    (configuration.title, configuration.client) = ("Audit 2026", "Bank")
    let reader = HistoryReader(input: InputReader(root: folder.path("")), configuration: configuration)
    let files = ["2026-06-30", "2025-12-31", "2026-03-31"].map { "content/history/\($0).json" }
    let (snapshots, diagnostics) = reader.read(files)
    #expect(snapshots.map(\.register.day.iso) == ["2025-12-31", "2026-03-31", "2026-06-30"])
    #expect(
      diagnostics.map { "\($0.id) \($0.location?.file ?? "")" } == [
        "history/other-project content/history/2026-06-30.json"
      ])
  }

  @Test(arguments: [(nil, nil, true), (nil, "Bank", true), ("Bank", "Bank", true), ("Hotel", "Bank", false)])
  func theTitleThatNobodyGaveTellsOfNoProject(kept: String?, own: String?, isSame: Bool) throws {
    let folder = try TemporaryFolder()
    let client = kept.map { "\"\($0)\"" } ?? "null"
    var configuration = Configuration()
    configuration.client = own
    try folder.write(
      "{\"schema\": \"cxaudit/findings/1\", \"project\": \"\(configuration.title)\", \"client\": \(client), "
        + "\"asOf\": \"2026-03-31\", \"findings\": []}", to: "2026-03-31.json")
    let reader = HistoryReader(input: InputReader(root: folder.path("")), configuration: configuration)
    #expect(reader.read(["2026-03-31.json"]).diagnostics.isEmpty == isSame)
  }

  @Test(arguments: [
    ("content/history/2026-03-31.json", 1, 0), ("content/history/31.3.2026.json", 0, 1),
    ("content/history/old/2026-03-31.json", 0, 1), ("content/history/README.md", 0, 0),
  ])
  func knowsSnapshotsByTheirNames(file: String, read: Int, warned: Int) {
    let files = ContentFiles([file])
    #expect(files.history.count == read)
    #expect(files.diagnostics.map(\.id) == Array(repeating: "project/not-read", count: warned))
  }
}
