import Audit
import Testing

@testable import Diagnose

/// Findings of the gap rule: what they are about, and what they carry.
struct GapRuleTests {
  @Test("a cell with touchpoint and dimension is the subject, its dimension and touchpoint are not")
  func cells() {
    let found = deficiencies(audit([TestCell("branch", "empathy"), TestCell("phone", "empathy")]))
    #expect(found.map(\.id) == ["gap.branch.empathy", "gap.phone.empathy"])
    #expect(found.map(\.measurement?.subject) == ["branch/empathy", "phone/empathy"])
  }

  @Test("a dimension is a subject where none of its items has a touchpoint, a touchpoint likewise")
  func lonelyDimensions() {
    let found = deficiencies(
      audit([
        TestCell(nil, "empathy"), TestCell("branch", nil), TestCell("phone", "assurance"), TestCell(nil, "assurance"),
        TestCell("phone", nil),
      ]))
    #expect(found.map(\.id) == ["gap.branch", "gap.empathy", "gap.phone.assurance"])
  }

  @Test("customers speak; staff and management do not")
  func respondents() {
    let measured = MeasuredAudit(surveys: [
      survey("staff", .staff, waves: [TestWave([TestCell("branch", "empathy")])]),
      survey("board", .management, waves: [TestWave([TestCell("branch", "assurance")])]),
    ])
    #expect(!findings(measured).contains { $0.kind == .gap })
  }

  @Test("the latest wave makes the finding, earlier ones say since when")
  func waves() throws {
    let quiet = GateTests.quiet
    let cell = { (figures: CellFigures) in [TestCell("branch", "empathy", figures)] }
    let measured = MeasuredAudit(surveys: [
      survey(waves: [
        TestWave("2026-Q1", cell(quiet)), TestWave("2026-Q2", cell(CellFigures())), TestWave("2026-Q3", cell(quiet)),
        TestWave("2026-Q4", cell(CellFigures())),
      ])
    ])
    let found = try #require(deficiencies(measured).first)
    #expect(found.firstSeen == "2026-Q2")
    #expect(found.lastSeen == "2026-Q4")
    #expect(found.measurement?.wave == "2026-Q4")
    let mended = MeasuredAudit(surveys: [
      survey(waves: [TestWave("2026-Q1", cell(CellFigures())), TestWave("2026-Q2", cell(quiet))])
    ])
    #expect(deficiencies(mended).isEmpty)
  }

  @Test("where two surveys meet one cell the larger gives the finding and the other is evidence")
  func twoSurveys() throws {
    let small = CellFigures().changed { ($0.n, $0.failed) = (100, 0.6) }
    let large = CellFigures().changed { ($0.n, $0.failed) = (300, 0.2) }
    let measured = MeasuredAudit(surveys: [
      survey("app", waves: [TestWave([TestCell("branch", "empathy", small)])]),
      survey("post", waves: [TestWave([TestCell("branch", "empathy", large)])]),
    ])
    let found = deficiencies(measured)
    try #require(found.count == 1)
    #expect(found[0].findingClass == .minor)
    #expect(
      found[0].evidence.map(\.figure) == [
        "post::cell/branch/empathy/failed.share", "post::cell/branch/empathy/gap.mean",
        "app::cell/branch/empathy/failed.share",
      ])
    #expect(found[0].evidence.map(\.n) == [300, 300, 100])
  }

  @Test("of two surveys of one size the first gives the finding")
  func equalSurveys() {
    let cell = [TestWave([TestCell("branch", "empathy")])]
    let measured = MeasuredAudit(surveys: [survey("app", waves: cell), survey("post", waves: cell)])
    #expect(deficiencies(measured).map(\.measurement?.survey) == ["app"])
  }

  @Test("severity, burden and reach are the figures; the order is credibility times burden")
  func sizes() {
    let found = deficiencies(audit([TestCell("branch", "empathy")]))[0]
    #expect(found.severity == 20)
    #expect(found.burden == 10)
    let credibility: Double = 200 / 220
    #expect(found.order == credibility * 10)
    #expect(found.reach == Finding.Reach(share: 0.35, n: 200, low: 0.29, high: 0.42))
    #expect(found.support == .surveyOnly)
    #expect(found.status == .open)
  }

  @Test("remarks say what stands beside the class")
  func remarks() {
    var small = Project.bank
    small.configuration.engagement.population = 60
    let figures = CellFigures().changed { ($0.n, $0.failedLow, $0.failedHigh) = (20, 0.2, 0.55) }
    #expect(
      deficiencies(audit([TestCell("branch", "empathy", figures)]), small).map(\.remarks) == [
        ["small base: 20 to 55\u{202F}% of customers seriously failed", "few answers"]
      ])
    #expect(
      deficiencies(audit([TestCell("phone", "empathy", figures)])).map(\.remarks) == [
        ["low base: needs 30 answers; major if it holds", "few answers", "reach unknown"]
      ])
    #expect(
      deficiencies(audit([TestCell(nil, "empathy", GateTests.ceiling)])).map(\.remarks) == [["ceiling expectations"]])
  }

  @Test("items are the evidence of their cell")
  func items() throws {
    let other = CellFigures().changed { ($0.n, $0.failed) = (150, 0.5) }
    let measured = audit([TestCell("branch", "empathy"), TestCell("branch", "empathy", other)])
    let found = try #require(deficiencies(measured).first)
    #expect(
      found.evidence.map(\.figure) == [
        "cell/branch/empathy/failed.share", "cell/branch/empathy/gap.mean", "item/p1/failed.share",
        "item/p2/failed.share",
      ])
    #expect(found.evidence.map(\.value) == [0.35, -1.2, 0.35, 0.5])
    #expect(found.evidence.map(\.n) == [200, 200, 200, 150])
    #expect(found.evidence.allSatisfy { $0.source == "content/surveys/customers-2026-Q3.csv" })
  }

  static let headlines: [(TestCell, String)] = [
    (TestCell("branch", "responsiveness"), "Branch: responsiveness falls short"),
    (TestCell("phone", "tangibles"), "Phone enquiry: tangibles fall short"),
    (TestCell(nil, "empathy"), "Empathy falls short"),
    (TestCell("opening hours", nil), "Opening hours fall short"),
    (TestCell("branch", "IT security"), "Branch: IT security falls short"),
    (TestCell("branch", "access", CellFigures().changed { $0.n = 20 }), "Branch: access may fall short"),
  ]

  @Test("headlines are plain", arguments: headlines)
  func headline(cell: TestCell, title: String) {
    #expect(deficiencies(audit([cell])).first?.title == title)
  }
}
