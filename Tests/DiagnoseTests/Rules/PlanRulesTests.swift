import Audit
import Testing

@testable import Diagnose

/// The rules about plans: none, and late.
struct PlanRulesTests {
  static func found(_ kind: Finding.Kind, _ measured: MeasuredAudit, _ plans: [Correction]) -> [Finding] {
    findings(measured, PlanJoinTests.project(plans)).filter { $0.kind == kind }
  }

  @Test(
    "a critical or major deficiency without a plan is said to have none",
    arguments: [(0.5, true), (0.33, true), (0.329, false)])
  func noPlan(failed: Double, isRaised: Bool) {
    let measured = audit([TestCell("branch", "empathy", CellFigures().changed { $0.failed = failed })])
    let found = Self.found(.noPlan, measured, [])
    #expect(found.map(\.id) == (isRaised ? ["no-plan.gap.branch.empathy"] : []))
    #expect(found.allSatisfy { $0.findingClass == .observation && $0.severity == nil && $0.measurement == nil })
    #expect(found.allSatisfy { $0.touchpoint == "branch" && $0.dimension == "empathy" })
  }

  @Test("what it says")
  func noPlanStatement() {
    let found = Self.found(.noPlan, PlanJoinTests.survey, [])
    #expect(found.map(\.title) == ["No plan yet for “Branch: empathy falls short”"])
    #expect(
      found.map(\.statement) == [
        "Nobody has planned how to correct this major deficiency. The playbook suggests 1 step."
      ])
  }

  @Test("any plan that stands is a plan; an acceptance that is over is none")
  func plans() {
    for status in Correction.Status.allCases {
      let kept = plan("p", [PlanJoinTests.id], status) { $0.until = day("2026-09-30") }
      #expect(Self.found(.noPlan, PlanJoinTests.survey, [kept]).isEmpty)
    }
    let over = plan("p", [PlanJoinTests.id], .accepted) { $0.until = day("2026-09-29") }
    #expect(
      Self.found(.noPlan, PlanJoinTests.survey, [over]).map(\.statement) == [
        "The risk of this major deficiency is no longer accepted, and there is no plan."
      ])
  }

  @Test("a plan that was carried out and did not work is none, until there is another") func failed() throws {
    for word in [VerdictWord.noEffect, .worse] {
      let effect = MeasuredCorrection.Result.judged(try PlanVerdictTests.effect(word))
      let found = PlanVerdictTests.diagnosis(PlanVerdictTests.carriedOut(), effect).findings
      #expect(
        found.filter { $0.kind == .noPlan }.map(\.statement) == [
          "The plan for this major deficiency was carried out and did not work, and there is no other."
        ])
    }
    let works = MeasuredCorrection.Result.judged(try PlanVerdictTests.effect(.works))
    #expect(!PlanVerdictTests.diagnosis(PlanVerdictTests.carriedOut(), works).findings.contains { $0.kind == .noPlan })
  }

  @Test("a late plan says how late it is and what is open")
  func overdue() throws {
    let late = plan("host", ["gone", PlanJoinTests.id], .inProgress, due: day("2026-06-30")) {
      $0.steps = [PlanJoinTests.step("a", done: true), PlanJoinTests.step("b"), PlanJoinTests.step("c")]
    }
    let found = Self.found(.overdue, PlanJoinTests.survey, [late, plan("x", [], due: day("2026-09-30"))])
    try #require(found.count == 1)
    #expect(found[0].id == "overdue.host")
    #expect(found[0].statement == "The plan was due on 30 June 2026 and is 92 days late; 2 of 3 steps are open.")
    #expect(found[0].touchpoint == "branch")
    #expect(found[0].status == .overdue)
    #expect(found[0].severity == nil)
    #expect(found[0].plan?.stepsDone == 1)
  }

  @Test("each rule says what came of it, or why it did not run")
  func outcomes() {
    let nothing = diagnose(.bank, measured: MeasuredAudit(surveys: []), asOf: reportDay)
    #expect(nothing.findings.isEmpty)
    #expect(nothing.rules.map(\.id) == Finding.Kind.allCases)
    #expect(nothing.rules.allSatisfy { $0.notRun != nil })
    let why = { (kind: Finding.Kind) in nothing.rules.first { $0.id == kind }?.notRun }
    #expect(why(.gap) == "there is no survey of customers")
    #expect(why(.observed) == "there are no notes")
    #expect(why(.standard) == "no standard was checked in a note or on a scorecard")
    #expect(why(.noPlan) == "there is no critical or major deficiency")
    #expect(why(.overdue) == "there is no correction plan")
    let one = diagnose(PlanJoinTests.project([]), measured: PlanJoinTests.survey, asOf: reportDay)
    let made = one.rules.filter { $0.findings > 0 }
    #expect(made.map(\.id) == [.gap, .blindSpot, .noPlan])
    #expect(made.allSatisfy { $0.findings == 1 && $0.notRun == nil })
  }
}
