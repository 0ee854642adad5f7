import Audit
import Testing

@testable import Diagnose

/// Staff: how they feel about their work, and the service that departments give each other.
struct StaffRulesTests {
  static func audit(
    _ cell: TestCell, customers: MeasuredWave? = nil, staff change: (inout MeasuredWave) -> Void = { _ in }
  )
    -> MeasuredAudit
  {
    var staff = TestWave([cell]).measured(survey: "staff")
    // Ids of its own, so that it is not about customers.
    staff.definition.items[0].id = "own"
    change(&staff)
    return MeasuredAudit(surveys: [
      MeasuredSurvey(id: "customers", respondents: .customers, waves: [customers ?? quietWave]),
      MeasuredSurvey(id: "staff", respondents: .staff, waves: [staff]),
    ])
  }

  static func engagement(
    _ touchpoint: String? = nil, share: Double = 0.36, low: Double = 0.28, n: Int = 120, customers: MeasuredWave? = nil
  ) -> MeasuredAudit {
    let cell = TestCell(touchpoint, "engagement", CellFigures().changed { ($0.comparison, $0.n) = (.none, n) })
    return audit(cell, customers: customers) { wave in
      let set = wave.definition.findingSets[0]
      let index =
        wave.slices[0].measurements.firstIndex { $0.key.kind == set.kind && $0.key.subject == set.subject } ?? 0
      for (statistic, value) in [(Statistic.bottom2Share, share), (.bottom2Low, low), (.bottom2High, 0.45)] {
        wave.slices[0].measurements[index].set(statistic, Figure(value, n: n))
      }
    }
  }

  @Test("surely more than a fifth at the two lowest levels: the class is the share") func disengaged() throws {
    let found = Self.engagement().found(.employees)
    try #require(found.count == 1)
    #expect(found[0].id == "employees.engagement")
    #expect(found[0].title == "Staff are not engaged: engagement")
    #expect(
      found[0].statement
        == "36\u{202F}% of 120 staff answer at the two lowest levels on engagement (28 to 45\u{202F}%).")
    #expect(found[0].findingClass == .major)
    #expect(Self.engagement(low: 0.2).found(.employees).isEmpty)
    #expect(Self.engagement(n: 29).found(.employees).map(\.findingClass) == [.watch])
  }

  @Test("where customers are failed at the same touchpoint it says so, and claims no cause") func met() {
    let short = TestWave([TestCell("branch", "empathy")]).measured(survey: "customers")
    let found = Self.engagement("branch", customers: short).found(.employees)
    #expect(
      found.first?.statement.hasSuffix(
        "Customers are failed there, too: “Branch: empathy falls short”. Which leads to which is not known.") == true)
  }

  @Test("what departments expect of each other passes the same gate as customers' answers") func inside() throws {
    let found = Self.audit(TestCell(nil, "helpdesk")).found(.internal)
    try #require(found.count == 1)
    #expect(found[0].id == "internal.helpdesk")
    #expect(found[0].title == "Inside, helpdesk falls short")
    #expect(
      found[0].statement
        == "35\u{202F}% of 200 employees say they got far less than they expect (29 to 42\u{202F}%); 1.2 points below what they "
        + "expect on average, on a scale of 1 to 7 (1.0 to 1.4). That is more than chance explains.")
    #expect(found[0].findingClass == .major)
    #expect(found[0].reach == nil)
    #expect(Self.audit(TestCell(nil, "helpdesk", GateTests.quiet)).found(.internal).isEmpty)
  }

  @Test("an item that customers were asked, too, is a belief about them and no service inside") func shared() {
    let measured = MeasuredAudit(surveys: [
      MeasuredSurvey(id: "customers", respondents: .customers, waves: [quietWave]),
      MeasuredSurvey(
        id: "staff", respondents: .staff, waves: [TestWave([TestCell("branch", "empathy")]).measured(survey: "staff")]),
    ])
    #expect(measured.found(.internal).isEmpty)
    #expect(measured.notRun(.internal) == "staff were not asked what they expect of other departments")
    #expect(
      measured.notRun(.employees)
        == "staff were asked about customers and other departments only, not about their own work")
    #expect(noAudit.notRun(.employees) == "there is no survey of staff")
    #expect(noAudit.notRun(.internal) == "there is no survey of staff")
  }
}
