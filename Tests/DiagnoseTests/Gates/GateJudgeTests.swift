import Audit
import Testing

@testable import Diagnose

/// What client and auditor agreed on, held against the audit.
struct GateJudgeTests {
  static let place = SourceLocation("cxaudit.yml", line: 7, column: 3)

  static func project(_ gate: AgreedGate.Condition, _ plans: [Correction] = []) -> Project {
    var project = PlanJoinTests.project(plans)
    project.configuration.gates = [AgreedGate(gate, at: place)]
    return project
  }

  static func judged(
    _ gate: AgreedGate.Condition, _ measured: MeasuredAudit, _ plans: [Correction] = []
  ) -> (results: [GateResult], diagnostics: [Diagnostic]) {
    let diagnosis = diagnose(project(gate, plans), measured: measured, asOf: reportDay)
    return (diagnosis.gates, diagnosis.diagnostics.filter { $0.id.hasPrefix("gate/") })
  }

  /// `passed: none`.
  static func text(_ gate: AgreedGate.Condition, _ measured: MeasuredAudit, _ plans: [Correction] = []) -> [String] {
    judged(gate, measured, plans).results.map { "\($0.word): \($0.actual)" }
  }

  static let critical = audit([TestCell("branch", "empathy", CellFigures().changed { $0.failed = 0.5 })])
  static let id = "gap.branch.empathy"

  // MARK: - Rules

  @Test("a critical deficiency needs a plan that stands; a major one does not")
  func criticalWithoutPlan() {
    let rule = AgreedGate.Condition.rule(.criticalWithoutPlan)
    #expect(Self.text(rule, Self.critical) == ["failed: 1: gap.branch.empathy"])
    #expect(Self.text(rule, Self.critical, [plan("p", [Self.id])]) == ["passed: none"])
    #expect(Self.text(rule, PlanJoinTests.survey) == ["passed: none"])
    let over = plan("p", [Self.id], .accepted) { $0.until = day("2026-09-29") }
    #expect(Self.text(rule, Self.critical, [over]) == ["failed: 1: gap.branch.empathy"])
  }

  @Test("a plan past its due day breaks a gate on the day after")
  func overdue() {
    let rule = AgreedGate.Condition.rule(.overdue)
    let onTheDay = plan("host", [Self.id], due: day("2026-09-30"))
    let late = plan("host", [Self.id], due: day("2026-09-29"))
    #expect(Self.text(rule, Self.critical, [onTheDay]) == ["passed: none"])
    #expect(Self.text(rule, Self.critical, [late]) == ["failed: 1: host"])
  }

  @Test("an acceptance breaks a gate once it is over and nothing took its place")
  func lapsedAcceptance() {
    let rule = AgreedGate.Condition.rule(.lapsedAcceptance)
    let kept = plan("a", [Self.id], .accepted) { $0.until = day("2026-09-30") }
    let over = plan("a", [Self.id], .accepted) { $0.until = day("2026-09-29") }
    #expect(Self.text(rule, Self.critical, [kept]) == ["passed: none"])
    #expect(Self.text(rule, Self.critical, [over]) == ["failed: 1: gap.branch.empathy"])
    #expect(Self.text(rule, Self.critical, [over, plan("b", [Self.id])]) == ["passed: none"])
  }

  @Test("a list of breakers is cut after five")
  func manyPlans() {
    let late = (1...7).map { plan("p\($0)", [Self.id], due: day("2026-01-31")) }
    let result = Self.judged(.rule(.overdue), Self.critical, late).results[0]
    #expect(result.actual == "7: p1, p2, p3, p4, p5 and 2 more")
    #expect(result.breakers.count == 7)
  }

  static let quiet = GateTests.quiet

  @Test("worse is what the interval of a change proves, never its middle")
  func regression() throws {
    let rule = AgreedGate.Condition.rule(.regression)
    let worse = ChangeRulesTests.waves(
      Self.quiet, Self.quiet, [ChangeRulesTests.change("branch/empathy", low: -0.6, high: -0.2)])
    let result = Self.judged(rule, worse).results[0]
    #expect(result.outcome == .failed)
    #expect(result.actual == "1: regression.branch.empathy by \u{2212}0.40 (\u{2212}0.60 to \u{2212}0.20)")
    #expect(result.breakers == ["regression.branch.empathy"])
    #expect((result.value, result.n) == (-0.4, 1091))
    #expect(result.interval == "\u{2212}0.6 to \u{2212}0.2")
    let unproven = ChangeRulesTests.waves(
      Self.quiet, Self.quiet, [ChangeRulesTests.change("branch/empathy", low: -3, high: 0.01)])
    #expect(Self.text(rule, unproven) == ["passed: nothing among 1 figure that can be compared"])
  }

  @Test("a late plan that the consultant left out of the register breaks no gate")
  func hiddenOverdue() {
    let rule = AgreedGate.Condition.rule(.overdue)
    var project = Self.project(rule)
    project.corrections = [plan("late", ["gap.branch.empathy"], .planned, due: day("2026-01-31"))]
    func outcome() -> GateResult.Outcome? {
      diagnose(project, measured: Self.critical, asOf: reportDay).gates.first?.outcome
    }
    #expect(outcome() == .failed)
    var word = ConsultantWord(
      finding: "overdue.late", file: "f", body: MarkdownText(text: "", file: "f", firstLine: 1))
    (word.isHidden, word.because) = (true, "agreed with the client")
    project.words = [word]
    #expect(outcome() == .passed)
  }

  @Test("with one wave nothing can have got worse; two that cannot be compared prove nothing")
  func regressionWithoutComparison() {
    let rule = AgreedGate.Condition.rule(.regression)
    #expect(Self.text(rule, Self.critical) == ["passed: nothing to compare: no survey of customers has two waves"])
    #expect(
      Self.text(rule, ChangeRulesTests.waves(Self.quiet, Self.quiet, [])) == [
        "cannot be judged: no figure of the latest wave can be held against the wave before"
      ])
    let weighted = ChangeRulesTests.weighted(latest: ChangeRulesTests.waves(Self.quiet, Self.quiet, []))
    #expect(
      Self.text(rule, weighted) == [
        "cannot be judged: only one of the two latest waves counts answers by their weights"
      ])
  }

  // MARK: - Figures

  static func nps(_ figures: [Statistic: Double], n: Int? = 214) throws -> MeasuredAudit {
    let scale = try #require(Scale(minimum: 0, maximum: 10))
    let wave = TestWave([]).measured(survey: "customers").asking([Outcome(id: "nps", kind: .nps, scale: scale)])
    return audit([wave.adding([DiagnoseTests.figures(.outcome, "nps", n: n, figures)])])
  }

  static let known: [Statistic: Double] = [.nps: 24.5, .npsLow: 18.25, .npsHigh: 30.75]

  static let limits: [(AgreedGate.Limit, AgreedGate.Bound, String)] = [
    (.atLeast(24.5), .estimate, "passed: 24.5"), (.atLeast(24.6), .estimate, "failed: 24.5"),
    (.atMost(24.5), .estimate, "passed: 24.5"), (.atMost(24.4), .estimate, "failed: 24.5"),
    (.atLeast(18.25), .lower, "passed: 18.25"), (.atLeast(20), .lower, "failed: 18.25"),
    (.atMost(30), .upper, "failed: 30.75"), (.atMost(31), .upper, "passed: 30.75"),
  ]

  @Test("a figure is held against its limit by the bound that was agreed on", arguments: limits)
  func metric(limit: AgreedGate.Limit, bound: AgreedGate.Bound, expected: String) throws {
    let measured = try Self.nps(Self.known)
    let gate = AgreedGate.Condition.metric(address: "nps", limit, on: bound)
    #expect(Self.text(gate, measured) == [expected])
    let result = Self.judged(gate, measured).results[0]
    #expect(result.interval == "18.25 to 30.75")
    #expect(result.n == 214)
  }

  @Test("the rounding of doubles breaks no gate")
  func rounding() throws {
    let measured = try Self.nps([.nps: 0.1 + 0.2])
    #expect(Self.text(.metric(address: "nps", .atMost(0.3), on: .estimate), measured) == ["passed: 0.3"])
  }

  @Test("a figure that is withheld, missing or without interval cannot be judged, and nothing of it is told")
  func notJudged() throws {
    func words(_ measured: MeasuredAudit, _ address: String, _ bound: AgreedGate.Bound = .estimate) -> [String] {
      let results = Self.judged(.metric(address: address, .atLeast(20), on: bound), measured).results
      #expect(results.allSatisfy { $0.value == nil && $0.n == nil && $0.interval == nil && !$0.isPassed })
      return results.map { "\($0.word): \($0.actual)" }
    }
    var withheld = try Self.nps([:], n: nil).surveys[0].waves[0]
    withheld.slices[0].measurements = withheld.slices[0].measurements.map { measurement in
      var hidden = measurement
      for statistic in [Statistic.nps, .npsLow, .npsHigh] { hidden.set(statistic, .suppressed) }
      return hidden
    }
    #expect(
      words(audit([withheld]), "nps") == ["cannot be judged: the figure is withheld (too few answers to show)"])
    var silent = withheld
    silent.slices[0].measurements[0].set(.nps, Figure(unavailable: .noData, n: 0))
    #expect(words(audit([silent]), "nps") == ["cannot be judged: the figure cannot be computed (no answers)"])
    let measured = try Self.nps(Self.known.merging([.detractors: 40]) { $1 })
    #expect(
      words(measured, "outcome/nps/detractors", .lower) == ["cannot be judged: detractors has no interval"])
  }

  @Test("a deficiency stands for its share of seriously failed customers, also when it is gone")
  func deficiency() {
    let gate = AgreedGate.Condition.metric(address: Self.id, .atMost(0.3), on: .estimate)
    #expect(Self.text(gate, PlanJoinTests.survey) == ["failed: 0.35"])
    let mended = audit([TestCell("branch", "empathy", Self.quiet)])
    #expect(deficiencies(mended).isEmpty)
    #expect(Self.text(gate, mended) == ["passed: 0.08"])
  }

  @Test("what is no finding now stands for the figure that it would rest on", arguments: ["loyalty.nps", "nps"])
  func goneOutcome(id: String) throws {
    let measured = try Self.nps(Self.known)
    #expect(Self.text(.metric(address: id, .atLeast(20), on: .estimate), measured) == ["passed: 24.5"])
  }

  static let outOfRange: [(address: String, AgreedGate.Limit, Bool)] = [
    ("nps", .atLeast(100), false), ("nps", .atLeast(101), true), ("nps", .atMost(-101), true),
    (id, .atMost(1), false), (id, .atMost(60), true), (id, .atLeast(-0.1), true),
    ("cell/branch/empathy/failed.share", .atMost(60), true), ("cell/branch/empathy/gap.mean", .atMost(60), false),
  ]

  @Test("a limit that decides nothing is an error", arguments: outOfRange)
  func limitOutOfRange(address: String, limit: AgreedGate.Limit, isImpossible: Bool) throws {
    let measured = address == "nps" ? try Self.nps(Self.known) : PlanJoinTests.survey
    let (results, diagnostics) = Self.judged(.metric(address: address, limit, on: .estimate), measured)
    #expect(results.isEmpty == isImpossible)
    #expect(diagnostics.contains { $0.id == "gate/limit-out-of-range" && $0.location == Self.place } == isImpossible)
  }

  @Test("a figure that is not there is an error at the gate, with the nearest name")
  func unknown() throws {
    let (results, diagnostics) = Self.judged(
      .metric(address: "npss", .atLeast(20), on: .estimate), try Self.nps(Self.known))
    #expect(results.isEmpty)
    #expect(
      diagnostics.map { "\($0.severity) \($0.id) \($0.summary); \($0.hint ?? "")" } == [
        "error gate/unknown-metric a gate is about a figure that is not there: 'npss': there is no finding or outcome "
          + "'npss'; did you mean 'nps'?"
      ])
    #expect(diagnostics.map(\.location) == [Self.place])
  }
}
