import Audit
import Testing

@testable import Diagnose

/// The register against snapshots of earlier builds.
struct HistoryJoinTests {
  static let id = "gap.branch.empathy"
  static let figure = "customers::cell/branch/empathy/failed.share"

  static func kept(
    _ findingClass: FindingClass = .major, _ status: Finding.Status = .open, id: String = id,
    kind: Finding.Kind = .gap, _ interval: (Double, Double) = (0.29, 0.42), n: Int = 200,
    firstSeen: String? = "2026-Q3",
    figure: String? = figure
  ) -> FindingRecord {
    FindingRecord(
      id: id, kind: kind, title: "Kept \(id)", findingClass: findingClass, status: status,
      measure: FindingMeasure(
        figure: figure, value: (interval.0 + interval.1) / 2, low: interval.0, high: interval.1, n: n, better: .low),
      firstSeen: firstSeen, lastSeen: firstSeen)
  }

  static func snapshot(_ iso: String, _ findings: [FindingRecord]) -> Snapshot {
    Snapshot(
      file: "content/history/\(iso).json",
      register: KeptRegister(project: "Audit", day: day(iso), findings: findings))
  }

  static func diagnosis(
    _ snapshots: [Snapshot], _ measured: MeasuredAudit = PlanJoinTests.survey, _ project: Project = .bank
  ) -> Diagnosis {
    var project = project
    project.snapshots = snapshots
    return diagnose(project, measured: measured, asOf: reportDay)
  }

  static func history(_ snapshots: [Snapshot], _ project: Project = .bank) -> Finding.History? {
    diagnosis(snapshots, PlanJoinTests.survey, project).findings.first { $0.id == id }?.history
  }

  @Test("without a snapshot nothing is said of the past")
  func none() {
    #expect(Self.history([]) == nil)
    #expect(Self.diagnosis([]).history == nil)
  }

  static let states: [(String, [Snapshot], Finding.History.State)] = [
    ("in no snapshot", [snapshot("2026-06-30", [])], .new),
    ("as it was", [snapshot("2026-06-30", [kept()])], .persisting),
    ("of a lighter class", [snapshot("2026-06-30", [kept(.minor)])], .regressed),
    ("beyond its interval", [snapshot("2026-06-30", [kept(.major, .open, (0.1, 0.28))])], .regressed),
    ("within its interval", [snapshot("2026-06-30", [kept(.major, .open, (0.1, 0.29))])], .persisting),
    ("graver then", [snapshot("2026-06-30", [kept(.critical)])], .persisting),
    ("gone for a while", [snapshot("2026-03-31", [kept()]), snapshot("2026-06-30", [])], .reopened),
    ("closed then", [snapshot("2026-06-30", [kept(.major, .closed)])], .reopened),
  ]

  @Test("the state against the latest snapshot", arguments: states)
  func state(name: String, snapshots: [Snapshot], state: Finding.History.State) throws {
    let history = try #require(Self.history(snapshots))
    #expect(history.state == state, "\(name)")
    #expect(history.since == day("2026-06-30"))
    // The order of snapshots is that of their days.
    #expect(Self.history(snapshots.reversed()) == history)
  }

  @Test("what was first seen long ago stays so, whatever the inputs still hold")
  func firstSeen() {
    let snapshots = [
      Self.snapshot("2026-03-31", [Self.kept(firstSeen: "2025-Q4")]),
      Self.snapshot("2026-06-30", [Self.kept(firstSeen: "2026-Q2")]),
    ]
    let finding = Self.diagnosis(snapshots).findings.first { $0.id == Self.id }
    #expect(finding?.firstSeen == "2025-Q4")
    #expect(finding?.lastSeen == "2026-Q3")
    #expect(finding?.history?.firstReport == day("2026-03-31"))
    #expect(finding?.history?.before?.firstSeen == "2026-Q2")
  }

  static let mended = audit([TestCell("branch", "empathy", GateTests.quiet.changed { $0.failedHigh = 0.11 })])

  @Test("a deficiency that is gone is mended only where its figure shows it")
  func gone() throws {
    func gone(_ record: FindingRecord) throws -> String {
      let history = try #require(Self.diagnosis([Self.snapshot("2026-06-30", [record])], Self.mended).history)
      return history.gone.map { "\($0.state.rawValue): \($0.why)" }.joined()
    }
    let proven = try gone(Self.kept())
    #expect(
      proven
        == "fixed: better, more than chance explains: 8\u{202F}% (5 to 11\u{202F}%), was 36\u{202F}% (29 to 42\u{202F}%)"
    )
    let unproven = "gone: no longer found, which does not prove that it is mended"
    #expect(try gone(Self.kept(.major, .open, (0.1, 0.3))) == unproven)
    #expect(try gone(Self.kept(figure: nil)) == unproven)
    #expect(
      try gone(Self.kept(id: "gap.phone", figure: "customers::touchpoint/phone/failed.share"))
        == "gone: no longer measured")
    #expect(
      try gone(Self.kept(id: "weakest-link.branch", kind: .weakestLink)).hasPrefix(
        "gone: no longer found; its figure is"))
    #expect(try gone(Self.kept(.strength)) == "")
    #expect(try gone(Self.kept(.major, .closed)) == "")
  }

  @Test("what the consultant left out, or joined with another, is not mended")
  func leftOut() throws {
    var project = Project.bank
    let file = "content/findings/\(Self.id).md"
    var word = ConsultantWord(
      finding: Self.id, file: file, body: MarkdownText(text: "", file: file, firstLine: 1))
    word.isHidden = true
    word.because = "Asked in error."
    project.words = [word]
    let diagnosis = Self.diagnosis([Self.snapshot("2026-06-30", [Self.kept()])], PlanJoinTests.survey, project)
    let gone = try #require(diagnosis.history?.gone.first)
    #expect(gone.state == .gone)
    #expect(gone.why == "left out by the consultant")
  }

  @Test("a figure of an earlier build that rests on fewer answers than are shown today is not shown")
  func withheld() {
    func measure(_ record: FindingRecord) -> FindingMeasure? {
      Self.history([Self.snapshot("2026-06-30", [record])])?.before?.measure
    }
    #expect(measure(Self.kept(n: 5)) != nil)
    #expect(measure(Self.kept(n: 4)) == nil)
  }

  /// A finding of the same id as `kept()`, without a figure.
  static func finding(_ status: Finding.Status, _ findingClass: FindingClass = .major) -> Finding {
    var finding = Finding(id: id, kind: .gap, title: "T", findingClass: findingClass, statement: "S")
    finding.status = status
    return finding
  }

  static let statuses: [(Finding.Status, Finding.Status, Finding.History.State)] = [
    (.done, .closed, .fixed), (.closed, .closed, .fixed), (.done, .reopened, .reopened),
    (.reopened, .reopened, .persisting), (.closed, .open, .reopened), (.open, .planned, .persisting),
  ]

  @Test("a verdict that closes or reopens shows", arguments: statuses)
  func verdicts(before: Finding.Status, now: Finding.Status, state: Finding.History.State) throws {
    let kept = [Self.snapshot("2026-06-30", [Self.kept(.major, before)]).register]
    let join = try #require(HistoryJoin(kept, measured: MeasuredAudit(surveys: []), whereabouts: [:]))
    #expect(join.join([Self.finding(now)]).findings[0].history?.state == state)
  }

  @Test("a strength that was gone is no trouble that is back")
  func strengths() throws {
    let kept = [
      Self.snapshot("2026-03-31", [Self.kept(.strength)]).register, Self.snapshot("2026-06-30", []).register,
    ]
    let join = try #require(HistoryJoin(kept, measured: MeasuredAudit(surveys: []), whereabouts: [:]))
    #expect(join.join([Self.finding(.open, .strength)]).findings[0].history?.state == .new)
  }

  @Test("what is withheld does not enter a register")
  func withheldFigure() throws {
    let shown = audit([TestCell("branch", "empathy")])
    let hidden = audit([TestCell("branch", "empathy", CellFigures().changed { $0.n = nil })])
    var finding = try #require(findings(shown).first { $0.id == Self.id })
    #expect(FindingMeasure(of: finding, in: shown)?.text == "35\u{202F}% (29 to 42\u{202F}%)")
    finding.reach = nil
    #expect(FindingMeasure(of: finding, in: hidden) == nil)
  }

  @Test("a report of a day leaves out what was kept on it or later")
  func asOf() {
    var project = Project.bank
    project.snapshots = ["2026-06-30", "2026-09-30", "2026-12-31"].map { Self.snapshot($0, []) }
    project.inputs = project.snapshots.map { InputFile(path: $0.file, sha256: "") }
    let late = project.leaveOutHistory(from: reportDay)
    #expect(late.map(\.register.day.iso) == ["2026-09-30", "2026-12-31"])
    #expect(project.snapshots.map(\.register.day.iso) == ["2026-06-30"])
    #expect(project.inputs.map(\.path) == ["content/history/2026-06-30.json"])
  }

  @Test("an agreed gate on regressions looks at the snapshot, by intervals and not by class")
  func gate() {
    func text(_ record: FindingRecord) -> [String] {
      var project = GateJudgeTests.project(.rule(.regression))
      project.snapshots = [Self.snapshot("2026-06-30", [record])]
      return diagnose(project, measured: PlanJoinTests.survey, asOf: reportDay).gates.map { "\($0.word): \($0.actual)" }
    }
    let passed = ["passed: nothing to compare: no survey of customers has two waves"]
    #expect(text(Self.kept()) == passed)
    #expect(text(Self.kept(.minor)) == passed)
    #expect(
      text(Self.kept(.major, .open, (0.1, 0.2))) == [
        "failed: 1: gap.branch.empathy, 35\u{202F}% (29 to 42\u{202F}%) where the report of 2026-06-30 has "
          + "15\u{202F}% (10 to 20\u{202F}%)"
      ])
  }

  @Test(
    "a question that was worded otherwise when it was kept says nothing of better or worse", arguments: [false, true])
  func reworded(isOther: Bool) throws {
    func wave(_ label: String, _ text: String) -> MeasuredWave {
      var wave = TestWave(label, [TestCell("branch", "empathy")]).measured(survey: "customers")
      wave.definition.items[0].text = text
      return wave
    }
    let measured = audit(
      [wave("2026-Q1", isOther ? "Somebody cares" : "Staff care"), wave("2026-Q3", "Staff care")], changes: [])
    var kept = Self.kept(.minor, .open, (0.05, 0.1))
    kept.lastSeen = "2026-Q1"
    var project = GateJudgeTests.project(.rule(.regression))
    project.snapshots = [Self.snapshot("2026-06-30", [kept])]
    let diagnosis = diagnose(project, measured: measured, asOf: reportDay)
    let change = try #require(diagnosis.findings.first { $0.id == Self.id }?.history?.change)
    #expect(change.kind == (isOther ? .changed : .worse))
    #expect(diagnosis.gates[0].breakers == (isOther ? [] : [Self.id]))
  }

  @Test("what is worse than the wave before and than the snapshot is one trouble to a gate")
  func gateOnBoth() {
    var project = GateJudgeTests.project(.rule(.regression))
    project.snapshots = [Self.snapshot("2026-06-30", [Self.kept(.major, .open, (0.1, 0.2))])]
    let worse = ChangeRulesTests.waves(
      CellFigures(), CellFigures(), [ChangeRulesTests.change("branch/empathy", low: -0.6, high: -0.2)])
    let gates = diagnose(project, measured: worse, asOf: reportDay).gates
    #expect(gates.map(\.breakers) == [["regression.branch.empathy"]])
  }
}
