import Audit
import Testing

@testable import Render

/// What the sheet of a deficiency shows as its evidence, and says of who takes it on.
struct DeficiencyPageTests {
  private static let cell = MeasurementKey(
    survey: "customers", wave: "2026-Q3", kind: .cell, subject: "branch/responsiveness")

  /// A finding about the branch's responsiveness that rests on other figures than the gap.
  private static func finding(_ id: String, _ kind: Finding.Kind, resting on: MeasurementKey) -> Finding {
    var finding = Finding(id: id, kind: kind, title: id, findingClass: .observation, statement: "S.")
    (finding.touchpoint, finding.dimension) = ("branch", "responsiveness")
    (finding.measurement, finding.pictured) = (on, cell)
    return finding
  }

  private static func page(of finding: Finding, in report: Report) throws -> DeficiencyView {
    var report = report
    report.findings.append(finding)
    let context = SiteContext(report)
    var prose = Prose(context)
    return DeficiencyView(finding, context, &prose)
  }

  // MARK: Units

  private static func units(_ subject: String) -> MeasurementKey {
    MeasurementKey(survey: "customers", wave: "2026-Q3", kind: .unit, subject: subject)
  }

  /// The sample with two branches, of which B2 is rated lower.
  private static func withUnits() throws -> Report {
    var report = try SampleReport.make()
    var survey = try #require(report.measured.surveys.first)
    survey.waves[1].definition.unitColumn = "branch"
    func add(_ subject: String, _ figures: [Statistic: Double]) {
      var measurement = Measurement(key: units(subject), n: 80)
      for (statistic, value) in figures { measurement.set(statistic, Figure(value, n: 80)) }
      survey.waves[1].slices[0].measurements.append(measurement)
    }
    let measure = "branch/responsiveness"
    add(measure, [.icc1: 0.08, .f: 4.25, .p: 0.002, .q: 0.01, .reliability: 0.73])
    add("\(measure)/B1", [.mean: 4.8, .shrunkenMean: 4.7])
    add("\(measure)/B2", [.mean: 3.4, .funnelLow: 3.6, .funnelHigh: 4.6, .funnelP: 0.001, .funnelQ: 0.02])
    report.measured = MeasuredAudit(surveys: [survey])
    return report
  }

  @Test(
    "a finding about units shows the units and their test, not what all customers say",
    arguments: [
      ("branch/responsiveness", ["Intraclass correlation, ICC(1)": "0.080", "F, between units": "4.250"]),
      (
        "branch/responsiveness/B2",
        ["Mean": "3.400", "Limits of chance": "3.600 to 4.600", "q, after all units": "0.020"]
      ),
    ] as [(String, [String: String])])
  func units(subject: String, expected: [String: String]) throws {
    let finding = Self.finding("consistency.x", .consistency, resting: Self.units(subject))
    let page = try Self.page(of: finding, in: Self.withUnits())
    #expect(page.speaker == "What customers say, by branch")
    #expect(page.chart != nil && page.groups == nil && page.waves == nil)
    let rows = try #require(page.numbers).rows.map { [$0.head] + $0.cells.map(\.text) }
    for (name, value) in expected {
      #expect(rows.contains([name, value]), "\(rows)")
    }
    #expect(!rows.contains { $0.first == "Gap, mean" })
  }

  @Test("the page of units says where it leaves weights out") func weights() throws {
    for isWeighted in [false, true] {
      var report = try Self.withUnits()
      var survey = try #require(report.measured.surveys.first)
      survey.waves[1].definition.isWeighted = isWeighted
      report.measured = MeasuredAudit(surveys: [survey])
      report.findings.append(
        Self.finding("consistency.x", .consistency, resting: Self.units("branch/responsiveness")))
      let notes = UnitsPage.view(SiteContext(report)).sections.compactMap(\.note)
      #expect(notes.contains { $0.hasSuffix("Answers count alike here, without their weights.") } == isWeighted)
    }
  }

  // MARK: Steps

  @Test("of what became of a cell, it says which plan is for the cell itself")
  func neighbour() throws {
    let change = MeasurementKey(
      survey: "customers", wave: "2026-Q1>2026-Q3", kind: .change, subject: "branch/responsiveness")
    var finding = Self.finding("regression.x", .regression, resting: change)
    (finding.steps, finding.remedy) = ([Step(text: "List what changed.", source: .playbook)], "Find out what changed")
    var report = try SampleReport.make()
    let planned = try #require(Self.page(of: finding, in: report).steps, "no steps")
    let told =
      "No plan names this one; “A host at the door” is the plan for the same questions. These are the steps that"
    #expect(planned.warning == "\(told) usually help: Find out what changed.")
    #expect(planned.plan?.hasSuffix("#plan-host") == true)
    report.findings[0].plan = nil
    let open = try #require(Self.page(of: finding, in: report).steps, "no steps")
    #expect(
      open.warning == "Nobody has taken this on yet. These are the steps that usually help: Find out what changed.")
    #expect(open.plan == nil)
  }
}
