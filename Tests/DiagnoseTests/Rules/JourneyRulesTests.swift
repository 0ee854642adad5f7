import Audit
import Testing

@testable import Diagnose

/// The weakest link, blind spots, and strengths.
struct JourneyRulesTests {
  static func journey(_ phases: [(String, [String])]) -> Project {
    var project = Project.bank
    project.configuration.journey = Journey(
      phases: phases.map { name, ids in Phase(name: name, touchpoints: ids.map { Touchpoint(id: $0) }) })
    return project
  }

  static func wave(_ shares: [(String, Double)], n: Int = 200) -> MeasuredAudit {
    audit([
      TestWave(
        shares.map { id, share in
          TestCell(
            id, "empathy",
            GateTests.quiet.changed {
              ($0.failed, $0.failedLow, $0.failedHigh, $0.n) = (share, share - 0.05, share + 0.05, n)
            })
        }
      ).measured(survey: "customers")
    ])
  }

  static let buying = journey([("Buying", ["a", "b", "c", "d"])])

  @Test("a touchpoint two classes graver than its phase is the weakest link") func weakest() throws {
    let measured = Self.wave([("a", 0.04), ("b", 0.52), ("c", 0.05), ("d", 0.11)])
    let found = measured.found(.weakestLink, Self.buying)
    try #require(found.count == 1)
    #expect(found[0].id == "weakest-link.b")
    #expect(found[0].title == "The weakest link of “Buying”: B")
    #expect(
      found[0].statement
        == "At B 52\u{202F}% of 200 customers say they got far less than they expect (47 to 57\u{202F}%), while the mean of the 4 "
        + "touchpoints of “Buying” is 18\u{202F}%. The phase is no better than its worst touchpoint.")
    #expect(found[0].touchpoint == "b")
    #expect(found[0].findingClass == .observation)
  }

  static let even: [[(String, Double)]] = [
    [("a", 0.04), ("b", 0.49), ("c", 0.05), ("d", 0.11)], [("a", 0.5), ("b", 0.52), ("c", 0.4), ("d", 0.3)],
    [("b", 0.6)],
  ]

  @Test("one class apart, or alone, it is none", arguments: even) func silence(shares: [(String, Double)]) {
    #expect(Self.wave(shares).found(.weakestLink, Self.buying).isEmpty)
  }

  @Test("a last phase two classes graver than those before ends the journey badly") func ending() throws {
    let project = Self.journey([("Before", ["a", "b"]), ("After", ["c", "d"])])
    let found = Self.wave([("a", 0.05), ("b", 0.1), ("c", 0.4), ("d", 0.36)]).found(.weakestLink, project)
    try #require(found.map(\.id) == ["weakest-link.end"])
    #expect(
      found[0].statement
        == "In “After”, the last phase, 38\u{202F}% of customers are seriously failed on average of its 2 touchpoints; before it "
        + "8\u{202F}%, on average of 2 touchpoints. At the worst, at C 40\u{202F}% of 200 customers say they got far less than they "
        + "expect (35 to 45\u{202F}%).")
  }

  @Test("touchpoints with few answers are no links") func fewAnswers() {
    let measured = Self.wave([("a", 0.04), ("b", 0.52)], n: 29)
    #expect(measured.notRun(.weakestLink, Self.buying) == "no survey asks about two touchpoints with answers enough")
    #expect(noAudit.notRun(.weakestLink) == "there is no survey of customers")
  }

  @Test("a touchpoint that nobody asked or looked at is a blind spot") func blind() throws {
    let found = audit([TestCell("phone", "empathy", GateTests.quiet)]).found(.blindSpot)
    try #require(found.count == 1)
    #expect(found[0].id == "blind-spot.branch")
    #expect(found[0].title == "Branch: nothing is known")
    #expect(
      found[0].statement
        == "No question of the latest waves was answered about Branch, in “Buying”, and no auditor looked at it. 50\u{202F}% of "
        + "customers pass it.")
    #expect(audit([quietWave]).found(.blindSpot).isEmpty)
  }

  @Test("one that only auditors saw has no customer behind it") func seenOnly() throws {
    var project = Project.bank
    project.notes = [note("main", touchpoint: "branch", [alert("Cold")])]
    let found = try #require(audit([TestCell("phone", "empathy", GateTests.quiet)]).found(.blindSpot, project).first)
    #expect(found.title == "Branch: no customer was asked")
    #expect(
      found.statement
        == "No question of the latest waves was answered about Branch, in “Buying”; what is known of it comes from auditors "
        + "alone. 50\u{202F}% of customers pass it.")
  }

  @Test("what matters more than average and has no standard is counted") func standards() throws {
    var project = Project.bank
    project.configuration.standards = [
      Standard(id: "S1", text: "Greeted", touchpoint: "branch", dimension: "empathy", target: 0.9)
    ]
    let wave = quietWave.changed { wave in
      for index in wave.slices[0].measurements.indices where wave.slices[0].measurements[index].key.kind == .cell {
        wave.slices[0].measurements[index].set(.importance, Figure(1.2, n: 200))
      }
    }
    let found = try #require(audit([wave]).found(.blindSpot, project).first)
    #expect(found.id == "blind-spot.standards")
    #expect(
      found.statement
        == "Of 2 parts of the service that matter more than average to customers, 1 has no standard: Phone enquiry: empathy. "
        + "Weighted by importance, 50\u{202F}% of the service is covered.")
    #expect(audit([quietWave]).found(.blindSpot, project).isEmpty)
  }

  @Test("blind spots say why they did not run") func missing() {
    #expect(noAudit.notRun(.blindSpot) == "nobody has asked or looked yet")
    #expect(
      audit([quietWave]).notRun(.blindSpot, Project(configuration: Configuration()))
        == "neither a journey nor standards are declared")
  }

  static let surpassed = GateTests.quiet.changed {
    ($0.mean, $0.q, $0.failed, $0.failedLow, $0.failedHigh) = (0.4, 0.001, 0.03, 0.02, 0.06)
  }

  @Test("more than customers expect, with few failed, is a strength") func strength() throws {
    let found = audit([TestCell("branch", "empathy", Self.surpassed)]).found(.strength)
    try #require(found.count == 1)
    #expect(found[0].title == "Branch: empathy, more than customers expect")
    #expect(
      found[0].statement
        == "On average 200 customers get 0.4 points more than they expect, on a scale of 1 to 7 (0.2 to 0.6), and 3\u{202F}% say "
        + "they got far less than they expect. That is more than chance explains.")
  }

  static let ordinary = [
    surpassed.changed { $0.q = 0.051 }, surpassed.changed { $0.mean = -0.1 }, surpassed.changed { $0.failedHigh = 0.1 },
    surpassed.changed { $0.n = 29 },
  ]

  @Test("what may be chance, or fails a tenth, is none", arguments: ordinary) func noStrength(figures: CellFigures) {
    #expect(audit([TestCell("branch", "empathy", figures)]).found(.strength).isEmpty)
  }

  @Test("a strength that auditors saw, too, is one finding, and confirmed") func confirmed() throws {
    var project = Project.bank
    project.notes = [note("main", touchpoint: "branch", [alert("They listen", kind: .strength, dimension: "empathy")])]
    let found = findings(audit([TestCell("branch", "empathy", Self.surpassed)]), project)
      .filter { $0.findingClass == .strength }
    try #require(found.count == 1)
    #expect(found[0].title == "They listen")
    #expect(found[0].support == .confirmed)
    #expect(found[0].statement.hasSuffix("Auditors saw it in “main”."))
  }
}
