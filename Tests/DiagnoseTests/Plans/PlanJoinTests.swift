import Audit
import Testing

@testable import Diagnose

/// Deficiencies joined with the plans that correct them.
struct PlanJoinTests {
  static let id = "gap.branch.empathy"
  static let survey = audit([TestCell("branch", "empathy")])

  static func project(_ plans: [Correction]) -> Project {
    var project = Project.bank
    project.corrections = plans
    var remedy = PlaybookTests.remedy("any")
    remedy.effort = .medium
    project.remedies = [remedy]
    return project
  }

  static func step(_ text: String, done: Bool = false) -> Step { Step(text: text, done: done, source: .plan, line: 9) }

  static let statuses: [(Correction, Finding.Status)] = [
    (plan("p", [id], .planned, due: day("2026-09-30")), .planned),
    (plan("p", [id], .planned, due: day("2026-09-29")), .overdue),
    (plan("p", [id], .inProgress), .inProgress),
    (plan("p", [id], .inProgress, due: day("2026-01-01")), .overdue),
    (plan("p", [id], .inProgress, due: day("2026-01-01")) { $0.steps = [step("a", done: true)] }, .inProgress),
    (plan("p", [id], .done, due: day("2026-01-01")), .done),
    (plan("p", [id], .accepted), .accepted),
    (plan("p", [id], .accepted) { $0.until = day("2026-09-30") }, .accepted),
    (plan("p", [id], .accepted) { $0.until = day("2026-09-29") }, .open),
  ]

  @Test("the plan gives the status", arguments: statuses)
  func status(plan: Correction, status: Finding.Status) {
    let found = deficiencies(Self.survey, Self.project([plan]))[0]
    #expect(found.status == status)
    #expect(found.plan?.correction == "p")
  }

  @Test("without a plan the playbook suggests steps and effort")
  func suggested() {
    let found = deficiencies(Self.survey, Self.project([]))[0]
    #expect(found.plan == nil)
    #expect(found.status == .open)
    #expect(found.steps == [Step(text: "Step of any", source: .playbook)])
    #expect(found.remedy == "any")
    #expect(found.priority == 10 * 0.3 / 15)
  }

  @Test("with a plan its steps are shown, and its effort counts")
  func planned() {
    let correction = plan("p", [Self.id], .inProgress) {
      $0.steps = [Self.step("Map", done: true), Self.step("Host")]
      $0.effort = .days(4)
      $0.owner = "Head"
    }
    let found = deficiencies(Self.survey, Self.project([correction]))[0]
    #expect(found.steps == correction.steps)
    #expect(found.remedy == nil)
    #expect(found.plan?.progress == 0.5)
    #expect(found.plan?.owner == "Head")
    #expect(found.priority == 10 * 0.3 / 4)
  }

  @Test("of several plans the one that says most leads, and all their steps are shown")
  func several() {
    let plans = [
      plan("a", [Self.id], .done) { $0.steps = [Self.step("a", done: true)] },
      plan("b", [Self.id, Self.id], .planned, due: day("2026-12-01")) { $0.steps = [Self.step("b")] },
      plan("c", [Self.id], .planned, due: day("2026-10-01")) { $0.steps = [Self.step("c")] },
    ]
    let found = deficiencies(Self.survey, Self.project(plans))[0]
    #expect(found.plan?.correction == "c")
    #expect(found.steps.map(\.text) == ["c", "b", "a"])
    #expect(found.plan?.progress == 1.0 / 3)
  }

  @Test("a plan may name an observation that became part of a gap")
  func alias() {
    var project = Self.project([plan("p", ["note.main.cold"])])
    project.notes = [note("main", touchpoint: "branch", [alert("Cold", dimension: "empathy")])]
    let result = diagnose(project, measured: Self.survey, asOf: reportDay)
    #expect(result.findings.first?.plan?.correction == "p")
    #expect(result.diagnostics.isEmpty)
  }

  @Test("auditors' recommendations and action tables are steps of what their note is about")
  func actions() throws {
    var project = Self.project([])
    var one = note("one", touchpoint: "branch", [alert("Cold", dimension: "empathy", steps: ["Greet"], line: 7)])
    one.actions = [Step(text: "Train", owner: "Ann", source: .note, line: 20)]
    var two = note(
      "two", touchpoint: "phone",
      [alert("Slow", dimension: "responsiveness", line: 5), alert("Curt", dimension: "empathy", line: 9)])
    two.actions = [Step(text: "For whom?", source: .note, line: 30)]
    project.notes = [one, two]
    let found = deficiencies(Self.survey, project)
    let branch = try #require(found.first { $0.id == Self.id })
    #expect(
      branch.steps.map(\.text) == ["Greet", "Train", "Step of any"] && branch.steps.map(\.line) == [7, 20, nil])
    #expect(branch.steps.map(\.source) == [.note, .note, .playbook])
    #expect(found.filter { $0.kind == .observed }.allSatisfy { $0.steps.map(\.text) == ["Step of any"] })
  }

  @Test("a dimension that is asked touchpoint by touchpoint is no deficiency's id")
  func partOfCells() {
    let diagnostics = diagnose(
      Self.project([plan("a", ["gap.empathy"])]), measured: Self.survey, asOf: reportDay
    ).diagnostics
    #expect(diagnostics.map(\.id) == ["correction/unknown-deficiency"])
  }

  @Test("ids that nothing has are warnings at their place, with the nearest")
  func unknown() throws {
    var project = Self.project([
      plan("a", ["gap.branch.empaty", Self.id]) {
        $0.after = [
          Correction.Reference(id: "b", location: SourceLocation("f", line: 8)),
          Correction.Reference(id: "bb", location: SourceLocation("f", line: 9)),
        ]
      },
      plan("b", ["gap.phone.empathy", "nothing.like.it"]),
    ])
    project.notes = [note("main", [alert("Cold", id: "cold-welcome")])]
    let measured = audit([TestCell("branch", "empathy"), TestCell("phone", "empathy", GateTests.quiet)])
    let diagnostics = diagnose(project, measured: measured, asOf: reportDay).diagnostics
    #expect(
      diagnostics.map(\.id) == [
        "correction/unknown-deficiency", "correction/unknown-prerequisite", "correction/unknown-deficiency",
      ])
    #expect(diagnostics.allSatisfy { $0.severity == .warning })
    #expect(diagnostics[0].location == SourceLocation("content/corrections/a.md", line: 3))
    #expect(try #require(diagnostics[0].hint).hasPrefix("did you mean 'gap.branch.empathy'?"))
    #expect(try #require(diagnostics[1].hint).hasPrefix("did you mean 'b'?"))
    #expect(try #require(diagnostics[2].hint).hasPrefix("a note's deficiency is gone"))
  }

  @Test("a plan for what a survey measures is fine though it is no deficiency now", arguments: [true, false])
  func mended(hasOutcome: Bool) throws {
    var measured = try #require(audit([TestCell("branch", "empathy")]).surveys.first)
    let scale = try #require(Scale(minimum: 0, maximum: 10))
    measured.waves[0].definition.outcomes = hasOutcome ? [Outcome(id: "nps", kind: .nps, scale: scale)] : []
    let project = Self.project([plan("a", ["loyalty.nps", "gap.branch.empathy"])])
    let told = diagnose(project, measured: MeasuredAudit(surveys: [measured]), asOf: reportDay).diagnostics
    #expect(told.map(\.id) == (hasOutcome ? [] : ["correction/unknown-deficiency"]))
  }
}
