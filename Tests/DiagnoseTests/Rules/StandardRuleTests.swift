import Audit
import Testing

@testable import Diagnose

struct StandardRuleTests {
  /// A bank whose visits met the criterion of `touchpoint` and `dimension` so often.
  private static func project(
    met: Int, of visits: Int, touchpoint: String? = "branch", dimension: String? = "assurance", standard: String? = nil,
    knockOut: Bool = false
  ) -> Project {
    var project = Project.bank
    let criterion = Criterion(
      id: "costs", text: "costs said before signing", isKnockOut: knockOut, standard: standard, touchpoint: touchpoint,
      dimension: dimension, target: 0.8)
    project.scorecards = [
      Scorecard(
        id: "visits", file: "content/scorecards/visits.csv", title: "Visits",
        sections: [ScorecardSection(id: "s", name: "S", criteria: [criterion])],
        visits: (0..<visits).map { ScorecardVisit(id: "\($0)", marks: [.points($0 < met ? 1 : 0)], line: $0 + 2) })
    ]
    return project
  }

  /// The figures that the rule compares, with a q of our choice.
  private static func measured(_ project: Project, q: Double, cells: [TestCell] = []) -> MeasuredAudit {
    let standards = project.standardRecords.map { record in
      Measurement(
        key: MeasurementKey(survey: "", wave: "", kind: .standard, subject: record.standard.id), n: record.checks,
        figures: [
          .requiredQ: Figure(q, n: record.checks), .shareLow: Figure(0.28, n: record.checks),
          .shareHigh: Figure(0.65, n: record.checks),
        ])
    }
    let surveys = cells.isEmpty ? [] : [survey(waves: [TestWave(cells)])]
    return MeasuredAudit(surveys: surveys, standards: standards)
  }

  @Test("a criterion that is met too seldom is a finding of its own, with the visits as evidence")
  func alone() throws {
    let project = Self.project(met: 11, of: 24)
    let found = try #require(deficiencies(Self.measured(project, q: 0.01), project).first)
    #expect(found.id == "standard.visits.costs" && found.kind == .standard && found.findingClass == .minor)
    #expect(found.title == "Costs said before signing: not kept")
    #expect(
      found.statement
        == "Criterion “costs said before signing” met in 11 of 24 visits: 46\u{202F}% (28 to 65\u{202F}%), where 80\u{202F}% is required, "
        + "which is less often than chance explains.")
    #expect(found.touchpoint == "branch" && found.dimension == "assurance" && found.cause == .delivery)
    #expect(
      found.evidence == [
        Evidence(
          kind: .scorecard, source: "content/scorecards/visits.csv", line: 13, value: 11.0 / 24, n: 24,
          text: "criterion “costs said before signing” met in 11 of 24 visits of mystery shoppers")
      ])
  }

  @Test(
    "it keeps still where chance could explain it, where the target is met, and where nothing was checked",
    arguments: [(11, 24, 0.051), (20, 24, 0.01), (0, 0, 0.01)])
  func silent(_ met: Int, _ visits: Int, q: Double) {
    let project = Self.project(met: met, of: visits)
    #expect(deficiencies(Self.measured(project, q: q), project).isEmpty)
  }

  @Test("q at the limit is enough, and a knock-out is major")
  func knockOut() throws {
    let project = Self.project(met: 11, of: 24, knockOut: true)
    let found = try #require(deficiencies(Self.measured(project, q: 0.05), project).first)
    #expect(found.findingClass == .major)
    #expect(found.remarks.contains("major because missing it makes a visit's score zero"))
  }

  @Test("it says why it did not run where no standard was checked")
  func notRun() {
    let rules = diagnose(.bank, measured: MeasuredAudit(surveys: []), asOf: reportDay).rules
    #expect(rules.first { $0.id == .standard }?.notRun == "no standard was checked in a note or on a scorecard")
  }

  @Test("where auditors saw a deficiency of the same cell, the standard is its evidence and no second finding")
  func joined() throws {
    var project = Self.project(met: 11, of: 24)
    project.notes = [note("n", touchpoint: "branch", dimension: "assurance", [alert("Costs come late", .major)])]
    let found = deficiencies(Self.measured(project, q: 0.001), project)
    #expect(found.map(\.title) == ["Costs come late"])
    #expect(found.first?.evidence.map(\.kind) == [.note, .scorecard])
    #expect(found.first?.statement.hasSuffix("; criterion “costs said before signing” met in 11 of 24 visits.") == true)
    #expect(found.first?.cause == .delivery)
  }

  @Test("a strength of the same cell hides nothing, and a criterion without a place is told by itself")
  func places() {
    var project = Self.project(met: 11, of: 24, touchpoint: nil, dimension: nil)
    project.notes = [note("n", touchpoint: "branch", [alert("Kind", kind: .strength)])]
    let found = deficiencies(Self.measured(project, q: 0.001), project)
    #expect(found.map(\.id).contains("standard.visits.costs"))
  }

  @Test("a plan may name a standard that is kept by now")
  func plans() {
    var project = Self.project(met: 24, of: 24)
    project.corrections = [plan("costs", ["standard.visits.costs"], due: day("2026-12-01"))]
    let diagnosis = diagnose(project, measured: Self.measured(project, q: 1), asOf: reportDay)
    #expect(diagnosis.diagnostics.isEmpty)
  }
}
