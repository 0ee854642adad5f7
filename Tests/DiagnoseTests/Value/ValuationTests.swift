import Audit
import Testing

@testable import Diagnose

/// Value for effort of what is corrected together, quick wins and what has to come first.
struct ValuationTests {
  static let measured = audit([
    TestCell("branch", "empathy", CellFigures().changed { $0.burden = 10 }),
    TestCell("phone", "empathy", CellFigures().changed { $0.burden = 4 }),
    TestCell("phone", "assurance", CellFigures().changed { $0.burden = 2 }),
  ])
  static let (branch, phone, assurance) = ("gap.branch.empathy", "gap.phone.empathy", "gap.phone.assurance")

  static func found(_ plans: [Correction], effort: Effort? = .medium, notes: [Note] = []) -> [String: Finding] {
    var project = PlanJoinTests.project(plans)
    project.remedies[0].effort = effort
    project.notes = notes
    return Dictionary(uniqueKeysWithValues: findings(measured, project).map { ($0.id, $0) })
  }

  static func plan(_ slug: String, _ corrects: [String], days: Double?, after: [String] = []) -> Correction {
    DiagnoseTests.plan(slug, corrects) {
      $0.effort = days.map(Effort.days)
      $0.after = after.map { Correction.Reference(id: $0, location: SourceLocation("f")) }
    }
  }

  @Test("what one plan corrects has one cost and one value for effort")
  func together() {
    let found = Self.found([Self.plan("both", [Self.branch, Self.phone], days: 6)])
    #expect(found[Self.branch]?.priority == (3.0 + 1.2) / 6)
    #expect(found[Self.phone]?.priority == found[Self.branch]?.priority)
    #expect(found[Self.branch]?.worth?.together == [Self.phone])
    #expect(found[Self.branch]?.worth?.relief?.mid == 3)
    #expect(found[Self.assurance]?.priority == 0.3 * 2 / 15)
    #expect(found[Self.assurance]?.worth?.together == [])
  }

  @Test("of all customers and a group of them nobody is relieved twice")
  func group() throws {
    let material = Material(project: .bank, measured: Self.measured, asOf: reportDay)
    let found = Self.found([])
    let whole = try #require(found[Self.branch])
    var part = whole
    (part.id, part.kind, part.pictured) = ("parity.tier.basic.branch.empathy", .parity, whole.measurement)
    part.measurement = nil
    let plan = Self.plan("host", [Self.branch, part.id], days: 6)
    func value(_ findings: [Finding]) -> Double? {
      let plans = Dictionary(uniqueKeysWithValues: findings.map { ($0.id, [plan]) })
      return Valuation(material, plans: plans).applied(to: findings).first?.priority
    }
    #expect(value([whole, part]) == value([whole]))
    part.pictured = found[Self.phone]?.measurement
    #expect(value([whole, part]).map { $0 > 0.6 } == true)
  }

  @Test("two plans for one deficiency cost what both cost, also for what else they correct")
  func twoPlans() {
    let found = Self.found([
      Self.plan("a", [Self.branch, Self.phone], days: 4), Self.plan("b", [Self.phone, Self.assurance], days: 2),
    ])
    for id in [Self.branch, Self.phone, Self.assurance] {
      #expect(found[id]?.worth?.outlay == Worth.Outlay(days: 6, source: .plan))
      #expect(abs((found[id]?.priority ?? 0) - 0.3 * 16 / 6) < 1e-12)
    }
  }

  @Test("a plan that names no effort takes the playbook's; where nobody knows of one there is no value")
  func noEffort() {
    let plans = [Self.plan("a", [Self.branch], days: nil)]
    #expect(Self.found(plans)[Self.branch]?.worth?.outlay == Worth.Outlay(days: 15, source: .playbook))
    #expect(Self.found(plans, effort: nil)[Self.branch]?.priority == nil)
    #expect(Self.found([], effort: nil)[Self.phone]?.priority == nil)
    #expect(Self.found([Self.plan("a", [Self.branch], days: 0)])[Self.branch]?.priority == nil)
  }

  @Test("a plan that only makes others possible has the value of the joined chain")
  func chain() throws {
    let strength = note("visit", touchpoint: "branch", [alert("No system", .observation, id: "no-system")])
    var found = Self.found(
      [
        Self.plan("system", ["no-system"], days: 10), Self.plan("host", [Self.branch], days: 5, after: ["system"]),
        Self.plan("line", [Self.phone], days: 3, after: ["host"]),
      ], notes: [strength])
    // Seen by auditors, it has a burden of its own: it stands for itself.
    let own = try #require(found["no-system"])
    #expect(own.worth?.onlyUnlocks == false && own.worth?.together == [])

    let material = Material(project: .bank, measured: Self.measured, asOf: reportDay)
    let plans = [
      "unlock": [Self.plan("system", ["unlock"], days: 10)],
      Self.branch: [Self.plan("host", [Self.branch], days: 5, after: ["system"])],
      Self.phone: [Self.plan("line", [Self.phone], days: 3, after: ["host"])],
    ]
    let unlocking = Finding(id: "unlock", kind: .observed, title: "", findingClass: .minor, statement: "")
    let all = [unlocking] + [Self.branch, Self.phone].compactMap { found[$0] }
    found = Dictionary(
      uniqueKeysWithValues: Valuation(material, plans: plans).applied(to: all).map { ($0.id, $0) })
    let chain = try #require(found["unlock"])
    #expect(abs((chain.priority ?? 0) - (0.3 * 14) / 18) < 1e-12)
    #expect(chain.worth?.onlyUnlocks == true && chain.worth?.together == [Self.branch, Self.phone])
    #expect(chain.worth?.outlay?.days == 10)
    #expect(found[Self.branch]?.priority == 3.0 / 5)
  }

  @Test(
    "what was carried out cost what its plan did; what has to be begun again, what the playbook says",
    arguments: [(.done, 6, .plan), (.closed, 6, .plan), (.reopened, 15, .playbook)]
      as [(Finding.Status, Double, Worth.Outlay.Source)])
  func over(status: Finding.Status, days: Double, source: Worth.Outlay.Source) throws {
    var plan = Self.plan("host", [Self.branch], days: 6)
    plan.status = .done
    let project = PlanJoinTests.project([plan])
    let material = Material(project: project, measured: Self.measured, asOf: reportDay)
    var finding = try #require(Self.found([plan])[Self.branch])
    finding.status = status
    let valued = Valuation(material, plans: [Self.branch: [plan]]).applied(to: [finding])
    #expect(valued[0].worth?.outlay == Worth.Outlay(days: days, source: source))
  }

  static let wins: [(Double, Correction.Status, Bool)] = [
    (10, .planned, true), (10.5, .planned, false), (3, .done, false), (3, .accepted, false), (3, .inProgress, true),
  ]

  @Test("a quick win is grave, open and mended in ten working days", arguments: wins)
  func quickWin(days: Double, status: Correction.Status, isWin: Bool) {
    var correction = Self.plan("a", [Self.branch], days: days)
    correction.status = status
    let found = Self.found([correction])
    #expect(found[Self.branch]?.isQuickWin == isWin)
    #expect(found[Self.phone]?.isQuickWin == false, "the playbook gives it 15 days")
  }

  @Test("a minor deficiency is no quick win, however little it takes")
  func minor() {
    let measured = audit([TestCell("branch", "empathy", CellFigures().changed { $0.failed = 0.2 })])
    let project = PlanJoinTests.project([Self.plan("a", [Self.branch], days: 1)])
    #expect(findings(measured, project).first?.isQuickWin == false)
  }
}
