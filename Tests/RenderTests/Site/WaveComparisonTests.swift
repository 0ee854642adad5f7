import Audit
import Testing

@testable import Render

/// Pages compare waves only where both asked the same, and say why where they do not.
struct WaveComparisonTests {
  /// The pages of the sample, whose first wave asked its first item in another way.
  private func pages(_ change: (inout Item) -> Void) throws -> [String: String] {
    var report = try SampleReport.make()
    var surveys = report.measured.surveys
    let index = try #require(surveys.firstIndex { $0.waves.count > 1 })
    for item in surveys[index].waves[0].definition.items.indices {
      change(&surveys[index].waves[0].definition.items[item])
    }
    report.measured = MeasuredAudit(surveys: surveys)
    var pages: [String: String] = [:]
    for file in render(report).site.files where file.path.hasSuffix(".html") {
      pages[file.path] = String(decoding: file.bytes, as: UTF8.self)
    }
    return pages
  }

  @Test("a page without a trend says what was asked otherwise") func refuses() throws {
    let same = try pages { _ in }
    let branch = "touchpoints/branch.html"
    #expect(same[branch]?.contains("waves-chart") == true)
    #expect(same[branch]?.contains("not compared") == false)
    #expect(same["index.html"]?.contains("not compared") == false)

    let other = try pages { $0.satisfiedFrom = 7 }
    #expect(other[branch]?.contains("waves-chart") == false)
    #expect(other[branch]?.contains("It is not compared with") == true)
    #expect(other[branch]?.contains("was held against something else") == true)
    #expect(other["index.html"]?.contains("<dt>not compared</dt>") == true)
  }

  /// The sample's recommendation rises from 13 (7 to 19) to 21 (15 to 27): by intervals alone no clear change. The gap of the
  /// branch closes by 0.4 with intervals of ±0.18: by intervals alone better.
  @Test(
    "every page takes the tested judgement of a change where there is one",
    arguments: [
      ([.difference: 8, .differenceQ: 0.01, .differenceLow: 1, .differenceHigh: 15], [:], .better, .better),
      ([.difference: 8, .differenceQ: 0.01, .differenceLow: -1, .differenceHigh: 17], [:], .unclear, .better),
      ([.difference: 8, .differenceQ: 0.2, .differenceLow: 1, .differenceHigh: 15], [:], .unclear, .better),
      ([.difference: -8, .differenceQ: 0.01, .differenceLow: -15, .differenceHigh: -1], [:], .unclear, .better),
      ([:], [.difference: 0.4, .differenceLow: -0.1, .differenceHigh: 0.9], .unclear, .unclear),
      ([:], [.difference: 0.4, .differenceLow: 0.1, .differenceHigh: 0.7], .unclear, .better),
      ([:], [:], .unclear, .better),
    ] as [([Statistic: Double], [Statistic: Double], Change.Direction, Change.Direction)])
  func agrees(
    recommendation: [Statistic: Double], branch: [Statistic: Double], nps: Change.Direction, gap: Change.Direction
  ) throws {
    var report = try SampleReport.make()
    var survey = try #require(report.measured.surveys.first)
    survey.changes = [("nps", recommendation), ("branch:gap", branch)].map { subject, figures in
      let key = MeasurementKey(survey: survey.id, wave: "2026-Q1>2026-Q3", kind: .change, subject: subject)
      var measurement = Measurement(key: key, n: 1842)
      for (statistic, value) in figures { measurement.set(statistic, Figure(value, n: 1842)) }
      return measurement
    }
    report.measured = MeasuredAudit(surveys: [survey])
    let context = SiteContext(report)
    let outcome = try #require(context.outcomes.first { $0.outcome.id == "nps" })
    #expect(context.change(of: outcome)?.direction == nps)
    let reading = try #require(context.reading(.touchpoint, "branch"))
    #expect(context.change(of: reading, .touchpoint, "branch")?.direction == gap)
    let listed = ChangeReading.latest(survey, context)
    #expect(listed.filter { $0.name == outcome.name && $0.difference > 0 }.allSatisfy { $0.direction == nps })
    #expect(listed.filter { $0.name == context.name(ofTouchpoint: "branch") }.allSatisfy { $0.direction == gap })
    #expect(listed.count == [recommendation, branch].count { !$0.isEmpty })
  }

  @Test(
    "an interval without 0 beside “no clear change” is explained, and only that",
    arguments: [(0.2, 1, true), (0.2, -1, false), (0.01, 1, false)] as [(Double, Double, Bool)])
  func heldBack(q: Double, low: Double, isExplained: Bool) throws {
    var report = try SampleReport.make()
    var survey = try #require(report.measured.surveys.first)
    let key = MeasurementKey(survey: survey.id, wave: "2026-Q1>2026-Q3", kind: .change, subject: "nps")
    var tested = Measurement(key: key, n: 1842)
    for (statistic, value) in [
      (Statistic.difference, 8), (.differenceQ, q), (.differenceLow, low), (.differenceHigh, 15),
    ] {
      tested.set(statistic, Figure(value, n: 1842))
    }
    survey.changes = [tested]
    report.measured = MeasuredAudit(surveys: [survey])
    let note = try #require(ChangeTable.sections(SiteContext(report)).first?.note)
    #expect(note.contains("can stand beside an interval without 0") == isExplained)
  }

  @Test("a change that does not show in the digits is said to be a little one") func slight() throws {
    var report = try SampleReport.make()
    var survey = try #require(report.measured.surveys.first)
    for (wave, gap) in [-1.04, -1.02].enumerated() {
      let slice = survey.waves[wave].slices[0]
      let index = try #require(
        slice.measurements.firstIndex { $0.key.kind == .touchpoint && $0.key.subject == "branch" })
      survey.waves[wave].slices[0].measurements[index].set(.gapMean, Figure(gap, n: 1842))
    }
    let key = MeasurementKey(survey: survey.id, wave: "2026-Q1>2026-Q3", kind: .change, subject: "branch:gap")
    var tested = Measurement(key: key, n: 1842)
    for (statistic, value) in [(Statistic.difference, 0.02), (.differenceLow, 0.01), (.differenceHigh, 0.03)] {
      tested.set(statistic, Figure(value, n: 1842))
    }
    survey.changes = [tested]
    report.measured = MeasuredAudit(surveys: [survey])
    let context = SiteContext(report)
    let reading = try #require(context.reading(.touchpoint, "branch"))
    let change = context.change(of: reading, .touchpoint, "branch")
    #expect(change?.text == "was −1.0 in 2026-Q1: a little better, more than chance explains")
    let listed = try #require(ChangesView(context)).better.first { $0.name == "Branch visit" }
    #expect(listed?.text == "gap −1.0, was −1.0, rounded")
  }

  @Test("a wave with weights is not compared with one without") func weights() throws {
    var report = try SampleReport.make()
    var survey = try #require(report.measured.surveys.first)
    survey.waves[1].definition.isWeighted = true
    report.measured = MeasuredAudit(surveys: [survey])
    let context = SiteContext(report)
    let outcome = try #require(context.outcomes.first { $0.outcome.id == "nps" })
    let reading = try #require(context.reading(.touchpoint, "branch"))
    #expect(context.change(of: outcome) == nil && context.change(of: reading, .touchpoint, "branch") == nil)
    let told = "2026-Q1: only one of the two counts answers by their weights"
    #expect(context.obstacle(to: outcome) == told && context.obstacle(to: reading, .touchpoint, "branch") == told)
  }

  @Test("capitals and punctuation are no other wording; words are") func wording() throws {
    var (before, now) = (try item("Waiting time, at the till!"), try item("waiting time at the TILL"))
    #expect(WaveObstacle(from: before, to: now) == nil)
    now.text = "Waiting time at the door"
    #expect(WaveObstacle(from: before, to: now) == .wording(item: "P1"))
    before.text = nil
    #expect(WaveObstacle(from: before, to: now) == nil)
    before.comparison = .standard(6)
    #expect(WaveObstacle(from: before, to: now) == .target(item: "P1"))
    now.scale = try #require(Scale(minimum: 1, maximum: 5))
    #expect(WaveObstacle(from: before, to: now) == .scale(item: "P1"))
  }

  private func item(_ text: String) throws -> Item {
    Item(id: "P1", text: text, scale: try #require(Scale(minimum: 1, maximum: 7)), comparison: .expectation)
  }

  @Test("where all answered alike before and all alike now, the change needs no test") func withoutSpread() throws {
    var report = try SampleReport.make()
    var survey = try #require(report.measured.surveys.first)
    let key = MeasurementKey(survey: survey.id, wave: "2026-Q1>2026-Q3", kind: .change, subject: "nps")
    var tested = Measurement(key: key, n: 40)
    tested.set(.difference, Figure(200, n: 80))
    for statistic in [Statistic.differenceLow, .differenceHigh, .differenceQ] {
      tested.set(statistic, Figure(unavailable: .zeroVariance, n: 80))
    }
    survey.changes = [tested]
    report.measured = MeasuredAudit(surveys: [survey])
    let context = SiteContext(report)
    let listed = try #require(ChangeReading.latest(survey, context).first)
    #expect(listed.direction == .better)
    #expect(Change.Direction(tested: tested, isHigherBetter: true, falseDiscovery: 0.1) == nil)
  }
}
