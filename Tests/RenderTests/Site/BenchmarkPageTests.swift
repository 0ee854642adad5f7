import Audit
import Testing

@testable import Render

/// Benchmarks and what deficiencies cost, on pages and in data.
@Suite struct BenchmarkPageTests {
  private static func benchmark(n: Int? = 2100, _ date: String = "2025-11-30") throws -> Benchmark {
    Benchmark(
      measure: .init(id: "nps", location: SourceLocation("cxaudit.yml", line: 3)), value: 34, n: n,
      source: "Industry panel 2025", date: try #require(Day(iso: date)), dated: SourceLocation("cxaudit.yml", line: 3))
  }

  private static func comparison(low: Double?, high: Double?, better: Outcome.Direction = .high) -> BenchmarkComparison
  {
    let key = MeasurementKey(survey: "customers", wave: "2026-Q3", kind: .outcome, subject: "nps")
    let difference = ((low ?? -13) + (high ?? -13)) / 2
    var comparison = BenchmarkComparison(
      key: key, statistic: .nps, form: .netPromoter, better: better, level: 34 + difference, n: 1842,
      difference: difference)
    if let low, let high { comparison.test = .init(low: low, high: high, p: 0.01) } else { comparison.untested = .noN }
    return comparison
  }

  static let words: [(low: Double?, high: Double?, better: Outcome.Direction, word: String, verdict: String)] = [
    (
      -20, -6, .high, "this is worse",
      "Worse than these others by 13 points, which chance does not explain (6 to 20)."
    ),
    (
      -20, -6, .low, "this is better",
      "Better than these others by 13 points, which chance does not explain (6 to 20)."
    ),
    (
      -8, 2, .high, "no difference shown",
      "No difference is shown (\u{2212}8 to +2), which is no proof that there is none."
    ),
    (
      nil, nil, .high, "not tested",
      "Not tested: the source does not tell on how many answers it rests."
    ),
  ]

  @Test("nothing is called better or worse without a test that says so", arguments: words.indices)
  func wording(index: Int) throws {
    let (low, high, better, word, verdict) = Self.words[index]
    let words = BenchmarkWords(try Self.benchmark(), Self.comparison(low: low, high: high, better: better))
    #expect(words.short == "others +34: \(word)")
    #expect(words.verdict == verdict)
  }

  @Test("the table has one row for each that was known on the day of the report") func table() throws {
    var report = try SampleReport.make()
    #expect(BenchmarkTable.csv(report) == nil)
    let results = [
      MeasuredBenchmark(try Self.benchmark(), .compared(Self.comparison(low: -20, high: -6))),
      MeasuredBenchmark(try Self.benchmark(n: nil), .unusable(.suppressed)),
      MeasuredBenchmark(try Self.benchmark("2027-01-01"), .unusable(.noAnswers)),
    ]
    report.measured = MeasuredAudit(surveys: report.measured.surveys, benchmarks: results)
    let lines = String(decoding: try #require(BenchmarkTable.csv(report)), as: UTF8.self).split(separator: "\n")
    #expect(
      lines.dropFirst() == [
        "nps,customers,2026-Q3,all,outcome,nps,nps,21,1842,34,2100,,-13,-20,-6,0.01,worse,,Industry panel 2025,2025-11-30",
        "nps,,,,,,,,,34,,,,,,,,suppressed,Industry panel 2025,2025-11-30",
      ])
  }

  @Test("what is declared and what it makes stands on the sheet, and what is not declared is named") func value() throws
  {
    var report = try SampleReport.make()
    report.project.configuration.economics = Economics(
      currency: "EUR",
      [.customers: Spread(12_000), .margin: Spread(180), .churnIncrease: Spread(0.08), .dayRate: Spread(400)])
    var finding = try #require(report.findings.first { $0.worth != nil })
    finding.impact = Impact(
      currency: "EUR", customers: Spread(low: 1136.2, mid: 1470, high: 1842.9),
      atRisk: Spread(low: 16_361, mid: 21_168, high: 26_538))
    finding.impactNotes = ["Word of mouth is not counted: `told` is not declared."]
    var worth = Worth(unit: .money(currency: "EUR"), reduction: .init(share: Spread(0.5), source: .declared))
    worth.relief = Spread(low: 8180.5, mid: 10_584, high: 13_269)
    worth.outlay = .init(days: 20, cash: 5000, source: .plan)
    worth.cost = Spread(13_000)
    finding.worth = worth
    let view = try #require(ValueView(finding, SiteContext(report)))
    #expect(
      view.rows.map { "\($0.name): \($0.value)" } == [
        "Customers hit: about 1,470 (1,140 to 1,840)",
        "Leave for it: about EUR\u{00A0}21,200 (16,400 to 26,500) a year",
        "What correcting it brings: about EUR\u{00A0}10,600 (8,180 to 13,300) a year",
        "What that takes: EUR\u{00A0}13,000",
      ])
    #expect(view.rows[2].meaning == "if it takes away 50\u{202F}% of it, as declared")
    #expect(view.rows[3].meaning == "20 working days and 5,000 in cash, as the plan says")
    #expect(view.notes == ["Word of mouth is not counted: told is not declared."])
    #expect(
      view.declared.map { "\($0.name): \($0.value)" } == [
        "Customers: 12,000", "Margin of a customer in a year: EUR\u{00A0}180",
        "More of those who are failed leave: 8\u{202F}%",
        "A working day: EUR\u{00A0}400",
      ])
    report.project.configuration.economics = Economics()
    #expect(ValueView(finding, SiteContext(report)) == nil)
  }
}
