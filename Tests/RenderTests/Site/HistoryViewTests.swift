import Audit
import Testing

@testable import Render

/// What pages say of earlier reports.
struct HistoryViewTests {
  static func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

  static func finding(_ id: String, _ history: Finding.History?) -> Finding {
    var finding = Finding(id: id, kind: .gap, title: "Title of \(id)", findingClass: .minor, statement: "S")
    finding.history = history
    return finding
  }

  static func record(_ id: String, _ findingClass: FindingClass, _ low: Double, _ high: Double) -> FindingRecord {
    FindingRecord(
      id: id, kind: .gap, title: "Title of \(id)", findingClass: findingClass, status: .open,
      measure: FindingMeasure(figure: nil, value: (low + high) / 2, low: low, high: high, n: 99, better: .low))
  }

  static func context(_ findings: [Finding], gone: [GoneFinding] = []) throws -> SiteContext {
    var report = try SampleReport.make()
    report.findings = findings
    let snapshots = [
      KeptRegister(project: "P", day: try day("2026-03-31"), findings: [record("a", .major, 0.3, 0.4)]),
      KeptRegister(project: "P", day: try day("2026-06-30"), findings: [record("a", .major, 0.25, 0.35)]),
    ]
    report.history = RegisterHistory(since: try day("2026-06-30"), snapshots: snapshots, gone: gone)
    return SiteContext(report)
  }

  @Test("without an earlier report pages say nothing of one")
  func none() throws {
    var report = try SampleReport.make()
    report.findings = [Self.finding("a", nil)]
    #expect(SinceView(SiteContext(report)) == nil)
    #expect(HistoryView(report.findings[0], SiteContext(report)) == nil)
  }

  @Test("the first page tells what is new, worse, back, mended and gone, and how many persist")
  func since() throws {
    let since = try Self.day("2026-06-30")
    let states = Finding.History.State.allCases
    var findings = states.map { Self.finding($0.rawValue, Finding.History(state: $0, since: since)) }
    let before = Self.record("regressed", .observation, 0, 0.1)
    findings[3].history?.before = before
    let better = FindingChange(.better, before: before, now: before, ground: .interval)
    findings.append(
      Self.finding("better", Finding.History(state: .persisting, since: since, before: before, change: better)))
    let gone = [
      GoneFinding(record: Self.record("mended", .major, 0, 1), state: .fixed, why: "better"),
      GoneFinding(record: Self.record("lost", .major, 0, 1), state: .gone, why: "no longer measured"),
    ]
    let view = try #require(SinceView(Self.context(findings, gone: gone)))
    #expect(view.day == "30 June 2026")
    #expect(view.kept == "2 deficiencies persist, 1 of them better by more than chance explains.")
    #expect(
      view.rows.map { "\($0.word) | \($0.name) | \($0.note ?? "")" } == [
        "new | Title of new | minor",
        "↘ worse | Title of regressed | minor, was observation; its figure may differ by chance",
        "back again | Title of reopened | minor", "mended | Title of fixed | minor",
        "mended | Title of mended | better", "gone | Title of lost | no longer measured",
      ])
    #expect(view.rows.map { $0.href != nil } == [true, true, true, true, false, false])
    #expect(view.more == nil)
  }

  @Test("what is more than twelve is counted, and many that are new do not hide what is gone")
  func many() throws {
    let history = Finding.History(state: .new, since: try Self.day("2026-06-30"))
    let findings = (1...14).map { Self.finding("f\($0)", history) }
    let view = try #require(SinceView(Self.context(findings)))
    #expect(view.rows.count == 12)
    #expect(view.more == "and 2 more")
    #expect(view.kept == "0 deficiencies persist.")
    let gone = (1...3).map { GoneFinding(record: Self.record("g\($0)", .major, 0, 1), state: .fixed, why: "better") }
    let both = try #require(SinceView(Self.context(findings, gone: gone)))
    #expect(both.rows.map(\.word).count { $0 == "mended" } == 2 && both.rows.count == 12)
    #expect(both.more == "and 5 more")
  }

  @Test("a finding's page has each report, and says worse only with its ground")
  func page() throws {
    let since = try Self.day("2026-06-30")
    func view(_ history: Finding.History) throws -> HistoryView {
      let finding = Self.finding("a", history)
      return try #require(HistoryView(finding, Self.context([finding])))
    }
    let first = try Self.day("2026-03-31")
    let persisting = try view(Finding.History(state: .persisting, since: since, firstReport: first))
    #expect(
      persisting.sentence == "It was in the report of 30 June 2026, too, and first in that of 31 March 2026.")
    #expect(persisting.table != nil)
    let change = FindingChange(.worse, before: nil, now: nil, ground: .findingClass)
    #expect(
      try view(Finding.History(state: .regressed, since: since, change: change)).sentence
        == "Worse than in the report of 30 June 2026: its class is graver, though its figure may differ by chance.")
    let proven = FindingChange(.worse, before: nil, now: nil, ground: .interval)
    #expect(
      try view(Finding.History(state: .regressed, since: since, change: proven)).sentence
        == "Worse than in the report of 30 June 2026, by more than chance explains.")
  }
}
