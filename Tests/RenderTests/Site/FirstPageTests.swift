import Audit
import Testing

@testable import Render

/// What the first page says in sentences of its own.
struct FirstPageTests {
  private static func finding(
    _ id: String, _ kind: Finding.Kind, _ findingClass: FindingClass, touchpoint: String? = nil,
    statement: String = "S."
  ) -> Finding {
    var finding = Finding(id: id, kind: kind, title: id, findingClass: findingClass, statement: statement)
    finding.touchpoint = touchpoint
    return finding
  }

  private static func context(_ findings: [Finding]) throws -> SiteContext {
    var report = try SampleReport.make()
    report.findings = findings
    return SiteContext(report)
  }

  @Test("false alarms are counted among all that the tests of a family found, and among nothing else")
  func falseAlarms() throws {
    func sentence(_ kinds: [(Finding.Kind, FindingClass)]) throws -> String? {
      let findings = kinds.enumerated().map { Self.finding("f\($0)", $1.0, $1.1) }
      return try Soundness(Self.context(findings)).sentences.first { $0.contains("false alarm") }
    }
    let family = Finding.Kind.allCases.filter(\.isOfFamily)
    #expect(Set(family) == [.gap, .zone, .parity, .consistency, .internal, .regression, .risingBar])
    let all = family.map { ($0, FindingClass.major) }
    #expect(
      try sentence(all) == "12 tests were made; of the 7 deficiencies they found, most likely none is a false alarm.")
    #expect(
      try sentence(all + all)
        == "12 tests were made; of the 14 deficiencies they found, about one may be a false alarm.")
    #expect(
      try sentence(all + all + all + all + all)
        == "12 tests were made; of the 35 deficiencies they found, about two may be a false alarm.")
    #expect(
      try sentence([(.gap, .major), (.strength, .strength), (.observed, .major), (.weakestLink, .minor)])
        == "The chance that the one deficiency in the answers is a false alarm is held to about \(FigureText.percent(0.05))."
    )
    #expect(try sentence([(.observed, .major), (.noPlan, .observation)]) == nil)
  }

  @Test(
    "the sentence below the headline is about the place that it names, and one more about what is graver at no place")
  func lede() throws {
    // The first row of the register is about no touchpoint.
    let findings = [
      Self.finding("loyalty", .loyalty, .critical, statement: "Too many would leave."),
      Self.finding("phone", .gap, .major, touchpoint: "phone", statement: "Calls wait. Long."),
      Self.finding("branch", .gap, .minor, touchpoint: "branch", statement: "Nobody greets."),
    ]
    let story = try Story(Self.context(findings))
    #expect(story.headline.hasSuffix("most gravely at phone enquiry"))
    #expect(
      try #require(story.lede).text.hasSuffix(
        "<strong>Phone enquiry:</strong> Calls wait. <strong>Graver still:</strong> Too many would leave."))
    var alike = findings
    alike[0].findingClass = .major
    #expect(try #require(Story(Self.context(alike)).lede).text.hasSuffix("<strong>Phone enquiry:</strong> Calls wait."))
    let alone = try #require(Story(Self.context([findings[0]])).lede)
    #expect(alone.text.hasSuffix("Too many would leave."))
  }

  // MARK: Figures and titles

  /// The sample with other figures of everything together in the latest wave.
  private static func overall(_ gap: Double, _ low: Double, _ high: Double) throws -> SiteContext {
    var report = try SampleReport.make()
    var survey = try #require(report.measured.surveys.first)
    let index = try #require(survey.waves[1].slices[0].measurements.firstIndex { $0.key.kind == .overall })
    for (statistic, value) in [(Statistic.gapMean, gap), (.gapLow, low), (.gapHigh, high)] {
      survey.waves[1].slices[0].measurements[index].set(statistic, Figure(value, n: 1842))
    }
    report.measured = MeasuredAudit(surveys: [survey])
    return SiteContext(report)
  }

  @Test(
    "the figure and its interval are turned together, or neither is",
    arguments: [
      (-0.5, -0.8, -0.2, "Below what customers expect, overall", "0.5", "(0.2 to 0.8)"),
      (-0.1, -0.3, 0.1, "Held against what customers expect, overall", "−0.1", "(−0.3 to 0.1)"),
      (0.5, 0.2, 0.8, "Above what customers expect, overall", "0.5", "(0.2 to 0.8)"),
    ])
  func sign(gap: Double, low: Double, high: Double, label: String, value: String, interval: String) throws {
    let figures = try HeadlineFigures(Self.overall(gap, low, high)).figures
    let figure = try #require(figures.first { $0.label.hasSuffix("what customers expect, overall") })
    #expect(figure.label == label && figure.value == value && figure.note.hasSuffix(interval), "\(figure)")
  }

  @Test("a lowest mean is that of all rows that are drawn, whatever each is held against") func lowestMean() {
    func row(_ name: String, _ value: Double, _ target: Double?) -> RowPlot.Row {
      RowPlot.Row(name: name, reference: target.map { .target($0) }, value: value, text: "")
    }
    #expect(StoryChart.title([row("Cabin", 3.3, 6), row("Desk", 2.4, nil), row("Gate", 4, 6)]) == "Lowest mean: desk")
  }

  @Test("from a handful of answers no headline says that all is well") func tooFew() throws {
    var report = try SampleReport.make()
    report.findings = []
    #expect(Story(SiteContext(report)).headline.hasPrefix("No clear shortfall"))
    report.project.configuration.privacy.lowBase = 100_000
    #expect(Story(SiteContext(report)).headline == "Too few answers to say where service falls short")
  }

  @Test("the caption says that expectations were not asked only where every mean is on the chart")
  func caption() throws {
    let scale = try #require(Scale(minimum: 1, maximum: 5))
    func note(_ rows: [RowPlot.Row]) -> String { StoryChart.note(rows, scale) }
    let expected = RowPlot.Row(name: "a", reference: .expected(5), value: 4, text: "4.0")
    let target = RowPlot.Row(name: "b", reference: .target(4), value: 4, text: "4.0")
    let elsewhere = RowPlot.Row(name: "c", text: "6.1 on another scale, 1 to 7")
    let mean = "Means on a scale of 1 to 5. "
    #expect(note([expected, target]) == mean + "The number is the gap: received less expected.")
    let some = RowPlot.Row(name: "d", value: 4, text: "\u{2212}1.0")
    #expect(
      note([expected, some]) == mean + "The number is the gap: received less expected. "
        + "Where no tick stands, it is of some of the questions alone.")
    #expect(note([some]) == mean + "The numbers are gaps, each of some of the questions alone.")
    #expect(
      note([target, target])
        == mean + "Expectations were not asked; the tick is the answer from which customers count as satisfied.")
    #expect(note([target, elsewhere]) == mean + "The tick is the answer from which customers count as satisfied.")
  }
}
