import Audit
import Diagnose
import Measure
import TestSupport
import Testing

/// What is said of many small units (methodology 6.6, f).
struct OrdinaryUnitsTests {
  /// 200 branches of 15 answers on 1 to 7; `shift` moves the latent mean of a branch.
  private func findings(seed: UInt64, answers: Int = 15, shift: (Int) -> Double = { _ in 0 }) -> [Finding] {
    var random = SeededGenerator(seed: seed)
    let definition = SurveyDefinition(
      items: [item("p1", "ease", scale(1, 7), .none)], outcomes: [], segments: [], unitColumn: "branch")
    var rows: [Answers] = []
    var units: [UnitTally] = []
    for branch in 0..<200 {
      let levels = (0..<answers).map { _ in min(7, max(1, Int((6 + shift(branch) + random.normal()).rounded()))) }
      rows += levels.map { Answers(perceptions: [$0]) }
      var counts = [Int](repeating: 0, count: 7)
      for level in levels { counts[level - 1] += 1 }
      let scores = ScoreTally(
        entries: counts.enumerated().filter { $1 > 0 }.map { .init(answered: 1, sum: $0 + 1, count: $1) })
      units.append(
        UnitTally(
          unit: "B\(1000 + branch)", rows: answers, items: [.init(perception: counts, difference: [])],
          sets: definition.sets.map { _ in .init(perception: scores) }, outcomes: []))
    }
    var tally = WaveTally(rows, definition)
    tally.unitTallies = units
    var project = Project(configuration: Configuration())
    project.surveys = [
      Survey(
        id: "customers", respondents: .customers,
        waves: [SurveyWave(wave: Wave(label: "2026-Q3"), definition: definition, tally: tally, files: ["a.csv"])])
    ]
    let measured = publishable(
      measure(project.surveys, configuration: project.configuration), configuration: project.configuration)
    return diagnose(project, measured: measured, asOf: day("2026-09-30")).findings.filter { $0.kind == .consistency }
  }

  @Test("200 branches of 15 answers without a true difference: hardly ever is one named, and never as a deficiency")
  func noise() {
    let audits = (0..<40).map { seed in
      findings(seed: UInt64(seed)).filter { $0.id.hasPrefix("consistency.unit.") }
    }
    #expect(audits.count { !$0.isEmpty } <= 4)
    #expect(audits.joined().allSatisfy { $0.findingClass == .watch })
  }

  @Test("branches that do differ are told, and of so few answers none is called a deficiency") func difference() {
    let found = findings(seed: 1) { $0 < 20 ? -1.5 : 0 }
    #expect(found.contains { $0.id == "consistency.overall" })
    let units = found.filter { $0.id.hasPrefix("consistency.unit.") }
    #expect(!units.isEmpty)
    #expect(units.allSatisfy { $0.findingClass == .watch })
  }

  @Test("with four times the answers only branches that are truly worse stand apart") func pooled() {
    let units = findings(seed: 2, answers: 60) { $0 < 20 ? -1 : 0 }.filter { $0.id.hasPrefix("consistency.unit.") }
    let worse = units.count { $0.id < "consistency.unit.B1020" }
    #expect(worse >= 10)
    #expect(units.count - worse <= 2)
    #expect(units.allSatisfy { $0.findingClass == .observation })
  }
}
