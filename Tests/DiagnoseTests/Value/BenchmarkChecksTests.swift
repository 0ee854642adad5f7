import Audit
import Testing

@testable import Diagnose

/// What is wrong with declared benchmarks.
struct BenchmarkChecksTests {
  private static func told(_ result: MeasuredBenchmark.Result, _ measure: String = "nsp", date: Day) -> [Diagnostic] {
    let benchmark = Benchmark(
      measure: .init(id: measure, location: SourceLocation("cxaudit.yml", line: 4, column: 15)), value: 34,
      source: "Panel", date: date, dated: SourceLocation("cxaudit.yml", line: 5))
    let measured = MeasuredAudit(surveys: [], benchmarks: [MeasuredBenchmark(benchmark, result)])
    return diagnose(.bank, measured: measured, asOf: reportDay).diagnostics
  }

  static let wrong: [(MeasuredBenchmark.Result, id: String, summary: String, hint: String)] = [
    (
      .unusable(.noMeasure(known: ["csat", "nps"])), "benchmark/unknown-measure", "no survey has the measure 'nsp'",
      "did you mean 'nps'?"
    ),
    (
      .unusable(.noMeasure(known: [])), "benchmark/unknown-measure", "no survey has the measure 'nsp'",
      "there is no survey; or write a figure's address, as in data/statistics.csv"
    ),
    (
      .unusable(.noMean), "benchmark/not-comparable",
      "'nsp' is no mean, share or recommendation score, so nothing can be held against it",
      "name an outcome, a gap, or a figure such as dimension/empathy/perception.mean"
    ),
    (
      .unusable(.outOfRange(low: 0, high: 1)), "benchmark/out-of-range",
      "'nsp' lies between 0 and 1, and its 'value' does not", "write a share as 0.8 or 80%"
    ),
    (
      .unusable(.noWave("2026-Q5", known: ["2026-Q4"])), "benchmark/unknown-measure",
      "the survey of 'nsp' has no wave '2026-Q5'", "did you mean '2026-Q4'?"
    ),
  ]

  @Test("a benchmark that nothing can be held against is an error at its place", arguments: wrong)
  func unusable(result: MeasuredBenchmark.Result, id: String, summary: String, hint: String) throws {
    let told = Self.told(result, date: day("2025-11-30"))
    try #require(told.count == 1)
    #expect(told[0].id == id && told[0].severity == .error)
    #expect(told[0].location == SourceLocation("cxaudit.yml", line: 4, column: 15))
    #expect(told[0].summary == summary && told[0].hint == hint)
  }

  @Test("one that is later than the report is left out, with a warning") func future() {
    let told = Self.told(.unusable(.noAnswers), date: day("2026-10-01"))
    #expect(told.map(\.id) == ["benchmark/later-than-report"] && told[0].severity == .warning)
    #expect(told[0].location == SourceLocation("cxaudit.yml", line: 5))
    #expect(Self.told(.unusable(.suppressed), date: reportDay).isEmpty)
  }
}
