import Audit
import Testing

@testable import Diagnose

/// Worse than before, mended, and expectations that rise.
struct ChangeRulesTests {
  static func change(
    _ subject: String, low: Double, high: Double, q: Double = 0.001, _ more: [Statistic: Double] = [:]
  ) -> Measurement {
    figures(
      .change, subject, n: 480,
      [.difference: (low + high) / 2, .differenceLow: low, .differenceHigh: high, .differenceQ: q].merging(more) { $1 },
      wave: "2026-Q1>2026-Q3", rows: 1091)
  }

  /// The branch in two waves, 480 answers and then 611.
  static func waves(
    _ before: CellFigures, _ now: CellFigures, _ changes: [Measurement], outcomes: [Outcome] = []
  ) -> MeasuredAudit {
    func wave(_ label: String, _ figures: CellFigures, _ n: Int) -> MeasuredWave {
      TestWave(label, [TestCell("branch", "empathy", figures.changed { $0.n = n })]).measured(survey: "customers")
        .asking(outcomes).changed { $0.familySize = 96 }
    }
    return audit([wave("2026-Q1", before, 480), wave("2026-Q3", now, 611)], changes: changes)
  }

  static let quiet = GateTests.quiet

  @Test("a cell that got worse says by how much, against what, and how sure it is") func regression() throws {
    let found = Self.waves(Self.quiet, Self.quiet, [Self.change("branch/empathy", low: -0.6, high: -0.2)])
      .found(.regression)
    try #require(found.count == 1)
    #expect(found[0].id == "regression.branch.empathy")
    #expect(found[0].title == "Branch: empathy, worse than in 2026-Q1")
    #expect(
      found[0].statement
        == "Customers say they get 0.4 points less than in 2026-Q1, on a scale of 1 to 7 (0.2 to 0.6 less; 611 answers against "
        + "480 in 2026-Q1). That is more than chance explains, though 96 things were tested at once.")
    #expect(found[0].findingClass == .observation)
  }

  @Test("a change takes no standard and no steps away from the cell itself") func context() throws {
    var project = Project.bank
    project.notes = [note("main", touchpoint: "branch", dimension: "empathy", [])]
    project.notes[0].actions = [Step(text: "Smile", source: .note)]
    let measured = Self.waves(Self.quiet, Self.quiet, [Self.change("branch/empathy", low: -0.6, high: -0.2)])
    #expect(measured.found(.regression, project).first?.steps.isEmpty == true)
  }

  static let unproven: [(Double, Double, Double)] = [(-0.6, -0.2, 0.051), (-0.6, 0.01, 0.001), (0.2, 0.6, 0.001)]

  @Test("without proof nothing is called worse", arguments: unproven)
  func silence(low: Double, high: Double, q: Double) {
    let measured = Self.waves(
      Self.quiet, Self.quiet, [Self.change("branch/empathy", low: low, high: high, q: q)])
    #expect(measured.found(.regression).isEmpty)
  }

  @Test("an overall judgement that fell is named; of effort, one that rose") func outcomes() throws {
    let scale = try #require(Scale(minimum: 0, maximum: 10))
    let five = try #require(Scale(minimum: 1, maximum: 5))
    let asked = [
      Outcome(id: "nps", kind: .nps, scale: scale), Outcome(id: "effort", kind: .ces, scale: five, better: .low),
    ]
    var measured = Self.waves(
      Self.quiet, Self.quiet,
      [Self.change("nps", low: -21, high: -3), Self.change("effort", low: 0.1, high: 0.5)], outcomes: asked)
    let waves = measured.surveys[0].waves.map { wave in
      wave.adding(asked.map { figures(.outcome, $0.id, n: 500, [:], wave: wave.wave.label) })
    }
    measured = audit(waves, changes: measured.surveys[0].changes)
    let found = measured.found(.regression)
    #expect(found.map(\.id) == ["regression.effort", "regression.nps"])
    #expect(
      found.last?.statement
        == "Recommendation (NPS) is 12 points lower, on a scale of \u{2212}100 to 100 (3 to 21 lower) than in 2026-Q1 (500 "
        + "answers against 500 in 2026-Q1). That is more than chance explains, though 96 things were tested at once.")
  }

  @Test("what fell short, does no more, and is proven better is mended") func fixed() throws {
    let changes = [Self.change("branch/empathy", low: 0.5, high: 0.9)]
    let found = Self.waves(CellFigures(), Self.quiet, changes).found(.fixed)
    try #require(found.count == 1)
    #expect(found[0].id == "fixed.branch.empathy")
    #expect(
      found[0].statement
        == "Customers say they get 0.7 points more than in 2026-Q1, on a scale of 1 to 7 (0.5 to 0.9 more; 611 answers against "
        + "480 in 2026-Q1), and 8\u{202F}% say they got far less than they expect, where 35\u{202F}% did. That is more than "
        + "chance explains, though 96 things were tested at once.")
    #expect(found[0].findingClass == .strength)
    var project = Project.bank
    for status in [Correction.Status.planned, .done, .accepted] {
      project.corrections = [plan("host", ["gap.branch.empathy"], status)]
      let planned = Self.waves(CellFigures(), Self.quiet, changes).found(.fixed, project).first
      #expect(planned?.statement.hasSuffix("The plan “Plan host” was aimed at it.") == (status == .done))
    }
  }

  @Test("what only ceased to show, or still falls short, is not mended") func notFixed() {
    let better = Self.change("branch/empathy", low: 0.5, high: 0.9)
    let unproven = Self.change("branch/empathy", low: -0.1, high: 0.9)
    #expect(Self.waves(CellFigures(), Self.quiet, [unproven]).found(.fixed).isEmpty)
    #expect(Self.waves(CellFigures(), CellFigures(), [better]).found(.fixed).isEmpty)
    #expect(Self.waves(Self.quiet, Self.quiet, [better]).found(.fixed).isEmpty)
  }

  static let rising: [Statistic: Double] = [
    .deltaPerception: 0.02, .deltaExpectation: 0.4, .deltaExpectationLow: 0.2, .deltaExpectationHigh: 0.6,
  ]

  @Test("a gap that widened because customers expect more is a bar that rises, and no decline") func risingBar() throws
  {
    let measured = Self.waves(
      Self.quiet, Self.quiet, [Self.change("branch/empathy:gap", low: -0.6, high: -0.16, Self.rising)])
    let found = measured.found(.risingBar)
    try #require(found.count == 1)
    #expect(found[0].id == "rising-bar.branch.empathy")
    #expect(
      found[0].statement
        == "Customers expect 0.4 points more than in 2026-Q1, on a scale of 1 to 7 (0.2 to 0.6 more), while what they get stayed "
        + "about the same; so the gap is 0.4 points wider (611 answers against 480 in 2026-Q1). That is more than chance "
        + "explains, though 96 things were tested at once.")
    #expect(measured.found(.regression).isEmpty)
  }

  static let steady: [([Statistic: Double], Double)] = [
    ([.deltaPerception: -0.1], 0.001), ([.deltaExpectationLow: -0.01], 0.001), ([:], 0.051),
  ]

  @Test("where customers get less, or may not expect more, or by chance, the bar does not rise", arguments: steady)
  func notRising(change: [Statistic: Double], q: Double) {
    let figures = Self.rising.merging(change) { $1 }
    let measured = Self.waves(
      Self.quiet, Self.quiet, [Self.change("branch/empathy:gap", low: -0.6, high: -0.16, q: q, figures)])
    #expect(measured.found(.risingBar).isEmpty)
  }

  @Test("they say why they did not run", arguments: [Finding.Kind.regression, .fixed, .risingBar])
  func missing(kind: Finding.Kind) {
    #expect(noAudit.notRun(kind) == "there is no survey of customers")
    #expect(audit([quietWave]).notRun(kind) == "no survey of customers has two waves")
  }

  @Test(
    "a wave with weights is not held against one without", arguments: [Finding.Kind.regression, .fixed, .risingBar])
  func weights(kind: Finding.Kind) {
    let change = Self.change("branch/empathy", low: -0.6, high: -0.2)
    let weighted = Self.weighted(latest: Self.waves(Self.quiet, Self.quiet, [change]))
    #expect(weighted.found(kind).isEmpty)
    #expect(weighted.notRun(kind) == "only one of the two latest waves counts answers by their weights")
  }

  /// The same, where the latest wave alone has weights.
  static func weighted(latest measured: MeasuredAudit) -> MeasuredAudit {
    var survey = measured.surveys[0]
    survey.waves[1].definition.isWeighted = true
    return MeasuredAudit(surveys: [survey])
  }

  @Test("a rising bar needs expectations in both waves") func noExpectations() {
    #expect(
      Self.waves(Self.quiet, Self.quiet, [Self.change("branch/empathy", low: 0, high: 1)]).notRun(.risingBar)
        == "no two waves asked for the same expectations")
  }
}
