import Audit
import Foundation
import Testing

@testable import Render

struct ScorecardPageTests {
  /// The sample report with `count` scorecards of three visits to two units, measured by hand.
  private static func report(_ count: Int) throws -> Report {
    var report = try SampleReport.make()
    let sections = [
      ScorecardSection(
        id: "welcome", name: "Welcome & wait",
        criteria: [
          Criterion(
            id: "greeted", text: "Greeted <at once>", standard: "S1", touchpoint: "branch", dimension: "responsiveness",
            target: 0.9)
        ]),
      ScorecardSection(
        id: "talk", name: "Talk", criteria: [Criterion(id: "identity", text: "Identity", points: 2, isKnockOut: true)]),
    ]
    let visits = [
      ScorecardVisit(id: "V1", unit: "B2", marks: [.points(1), .points(2)], line: 2),
      ScorecardVisit(id: "V2", unit: "B1", marks: [.points(0), .points(0)], line: 3),
      ScorecardVisit(id: "V3", unit: "B1", marks: [.points(1), .notApplicable], line: 4),
    ]
    report.project.scorecards = (0..<count).map {
      Scorecard(
        id: "v\($0)", file: "v\($0).csv", title: "Visits \($0)", sections: sections, visits: visits,
        plan: VisitPlan(visitsPerUnit: 2))
    }
    let cards = report.project.scorecards.map {
      MeasuredScorecard(id: $0.id, wave: "", measurements: measurements($0.id))
    }
    let standard = Audit.Measurement(
      key: MeasurementKey(survey: "", wave: "", kind: .standard, subject: "S1"), n: 3,
      figures: [.requiredQ: Figure(0.02, n: 3)])
    report.measured = MeasuredAudit(surveys: report.measured.surveys, scorecards: cards, standards: [standard])
    return report
  }

  private static func measurements(_ id: String) -> [Audit.Measurement] {
    func measurement(_ subject: ScorecardSubject, n: Int, _ figures: [Statistic: Double]) -> Audit.Measurement {
      Audit.Measurement(
        key: MeasurementKey(survey: id, wave: "", kind: .scorecard, subject: subject.text), n: n,
        figures: figures.reduce(into: Figures()) { $0[$1.key] = Figure($1.value, n: n) })
    }
    return [
      measurement(
        .all, n: 3,
        [
          .score: 4.0 / 7, .pointsShare: 4.0 / 7, .scoreLow: 0.1, .scoreHigh: 1, .visits: 3, .visitsPlanned: 4,
          .knockOuts: 1,
        ]),
      measurement(.section("welcome"), n: 3, [.pointsShare: 2.0 / 3]),
      measurement(.section("talk"), n: 2, [.pointsShare: 0.5]),
      measurement(.criterion("greeted"), n: 3, [.share: 2.0 / 3, .met: 2, .shareLow: 0.2, .shareHigh: 0.94]),
      measurement(
        .criterion("identity"), n: 2, [.share: 0.5, .met: 1, .shareLow: 0.09, .shareHigh: 0.91, .pointsShare: 0.5]),
      measurement(.unit("B1"), n: 2, [.score: 0.25, .pointsShare: 0.3, .visits: 2, .visitsPlanned: 2, .knockOuts: 1]),
      measurement(.unit("B2"), n: 1, [.score: 1, .pointsShare: 1, .visits: 1, .visitsPlanned: 2, .knockOuts: 0]),
    ]
  }

  private static func page(_ report: Report) -> String? {
    render(report).site.files.first { $0.path == "scorecards.html" }.map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  @Test("there is a page, and a link in the navigation, only where there is a scorecard")
  func existence() throws {
    #expect(Self.page(try Self.report(0)) == nil)
    let rendered = render(try Self.report(1)).site.files
    let index = try #require(rendered.first { $0.path == "index.html" })
    #expect(String(decoding: index.bytes, as: UTF8.self).contains("<a href=\"scorecards.html\">Scorecards</a>"))
  }

  @Test("one scorecard: criteria and units worst first, what is short, what counts zero, and what is planned")
  func one() throws {
    let html = try #require(Self.page(try Self.report(1)))
    #expect(html.contains("<h1>Mystery visits gain 57\u{202F}% of the points, least in “Talk”</h1>"))
    #expect(html.contains("3 of 4 planned visits to 2 units. Shoppers judge what they meet"))
    let order = ["Identity", "Greeted &lt;at once&gt;", ">B1</th>", ">B2</th>", ">V2</th>"]
    let places = order.compactMap { html.range(of: $0 == "Identity" ? "plain\">Identity" : $0)?.lowerBound }
    #expect(places.count == order.count && places == places.sorted())
    #expect(html.contains("2 of 3</td>") && html.contains("20 to 94\u{202F}%</td>"))
    #expect(html.components("<span class=\"note late\">short</span>") == 1)
    #expect(html.contains("<span class=\"late\">1 of 2</span>") && html.contains("<span>2 of 2</span>"))
    #expect(html.contains("1 visit counts zero; 30\u{202F}% of the points without that"))
    #expect(html.contains("<a href=\"touchpoints/branch.html\">Branch visit · Responsiveness</a>"))
  }

  @Test("visits that nobody planned do not fill the plan") func besideThePlan() throws {
    var report = try Self.report(1)
    report.project.scorecards[0].visits += [
      ScorecardVisit(id: "V4", unit: "B1", marks: [.points(1), .points(2)], line: 5),
      ScorecardVisit(id: "V5", unit: "B9", marks: [.points(1), .points(2)], line: 6),
    ]
    var cards = report.measured.scorecards
    for index in cards[0].measurements.indices where cards[0].measurements[index].key.subject == "unit/B1" {
      cards[0].measurements[index].set(.visits, Figure(3, n: 3))
    }
    report.measured = MeasuredAudit(surveys: report.measured.surveys, scorecards: cards)
    let html = try #require(Self.page(report))
    #expect(html.contains("3 of 4 planned visits to 2 units, and 2 visits beside the plan. Shoppers"))
    #expect(html.contains("of 4 planned, 1 to come"))
  }

  @Test("several scorecards stand one below the other, with headings a level deeper and ids of their own")
  func several() throws {
    let page = PageReader(try #require(Self.page(try Self.report(2))))
    #expect(page.problem == nil)
    #expect(Set(page.ids).count == page.ids.count)
    #expect(page.labels.allSatisfy(page.ids.contains))
    #expect(page.elements["h1"] == 1 && page.elements["h2"] == 2 && page.elements["h3"] == 8)
    #expect(page.attributes.isDisjoint(with: ["style", "fill", "stroke"]))
  }

  @Test("the figures stand in data/statistics.csv")
  func table() throws {
    let report = try Self.report(1)
    let text = String(decoding: StatisticsTable.csv(report.measured), as: UTF8.self)
    #expect(text.contains("\nv0,,all,scorecard,criterion/greeted,met,2,3\n"))
    #expect(text.contains("\n,,all,standard,S1,required.q,0.02,3\n"))
  }
}

extension String {
  fileprivate func components(_ part: String) -> Int {
    split(separator: part, omittingEmptySubsequences: false).count - 1
  }
}
