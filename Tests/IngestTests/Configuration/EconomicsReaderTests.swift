import Audit
import Testing

@testable import Ingest

/// Declared figures of money, and figures of others.
@Suite struct EconomicsReaderTests {
  private func read(_ text: String) -> (value: Configuration?, diagnostics: [Diagnostic]) {
    ConfigurationReader.read(SourceText(text, file: "cxaudit.yml"))
  }

  @Test func readsNumbersAndRanges() {
    let (configuration, diagnostics) = read(
      """
      economics: {customers: 120000, margin-per-year: 340, currency: EUR, churn-increase: 4%, share-telling: 56%,
        told: {low: 9, mid: 11, high: 16}, loss-per-told: 0.01, expected-reduction: {low: 20%, mid: 0.3, high: 0.3}, day-rate: 400}
      """)
    #expect(lines(diagnostics) == [])
    #expect(
      configuration?.economics
        == Economics(
          currency: "EUR",
          [
            .customers: Spread(120_000), .margin: Spread(340), .churnIncrease: Spread(0.04),
            .shareTelling: Spread(0.56),
            .told: Spread(low: 9, mid: 11, high: 16), .lossPerTold: Spread(0.01),
            .expectedReduction: Spread(low: 0.2, mid: 0.3, high: 0.3), .dayRate: Spread(400),
          ]))
  }

  @Test func readsBenchmarks() throws {
    let (configuration, diagnostics) = read(
      """
      benchmarks:
        - {measure: nps, value: 34, n: 2100, source: "Industry panel 2025", date: 2025-11-30}
        - {measure: csat, value: 80%, source: Panel, date: 2025-11-30}
        - {measure: ease, value: -0.5, n: 1, sd: 1.25, source: Panel, date: 2025-11-30}
      """)
    #expect(lines(diagnostics) == [])
    let benchmarks = try #require(configuration?.benchmarks)
    let date = Day(year: 2025, month: 11, day: 30)
    #expect(benchmarks.map(\.measure.id) == ["nps", "csat", "ease"])
    #expect(benchmarks.map(\.value) == [34, 0.8, -0.5])
    #expect(benchmarks.map(\.n) == [2100, nil, 1] && benchmarks.map(\.sd) == [nil, nil, 1.25])
    #expect(benchmarks.allSatisfy { $0.date == date })
    #expect(benchmarks.map(\.source) == ["Industry panel 2025", "Panel", "Panel"])
    #expect(benchmarks[0].measure.location == SourceLocation("cxaudit.yml", line: 2, column: 15))
    #expect(benchmarks[0].dated.line == 2)
  }

  @Test(arguments: [
    (
      "economics: {customer: 1000}",
      "1:13: error: unknown key 'customer' in 'economics' [yaml/unknown-key] help: did you mean 'customers'?"
    ),
    (
      "economics: {customers: 0}",
      "1:24: error: 'customers' must be between 1 and 10000000000, not 0 [yaml/out-of-range]"
    ),
    (
      "economics: {churn-increase: 4}",
      "1:29: error: 'churn-increase' must be between 0 and 1, not 4 [yaml/out-of-range] help: write 4% or 0.04"
    ),
    (
      "economics: {told: {low: 9, mid: 8, high: 16}}",
      "1:19: error: 'told' must go up: low, then mid, then high [config/spread-order] help: write {low: 9, mid: 11, high: "
        + "16}, or one number"
    ),
    (
      "economics: {told: {low: 9, high: 16}}",
      "1:19: error: 'mid' is missing in 'told' [yaml/missing-key] help: add 'mid:'"
    ),
    (
      "economics: {told: {low: 9, mid: 10, high: 16, most: 3}}",
      "1:47: error: unknown key 'most' in 'told' [yaml/unknown-key] help: known are 'low', 'mid', 'high'"
    ),
    (
      "economics: {told: many}",
      "1:19: error: 'told' must be a number, not 'many' [yaml/wrong-type]"
    ),
    (
      "economics: {day-rate: 400}",
      "1:13: error: 'day-rate' is money, and no currency is declared [config/currency] help: add 'currency: EUR' under "
        + "'economics'"
    ),
    (
      "economics: {currency: euro}",
      "1:23: error: 'euro' is not the code of a currency [config/currency] help: write three capital letters, such as EUR"
    ),
    (
      "benchmarks: [{measure: nps, value: 34, n: 0, source: S, date: 2025-01-01}]",
      "1:43: error: 'n' must be 1 to 10000000000, not 0 [yaml/out-of-range]"
    ),
    (
      "benchmarks: [{measure: nps, value: 34, sd: 0, source: S, date: 2025-01-01}]",
      "1:40: error: 'sd' must be above 0 [config/benchmark] help: leave it out where the source does not tell it"
    ),
    (
      "benchmarks: [{measure: nps, value: high, source: S, date: 2025-01-01}]",
      "1:36: error: 'value' must be a number or a share such as 80%, not 'high' [yaml/wrong-type]"
    ),
    (
      "benchmarks: [{measure: nps, source: S, date: 2025-01-01}]",
      "1:14: error: 'value' is missing in a benchmark [yaml/missing-key] help: add 'value:'"
    ),
    (
      "benchmarks: [{measure: nps, value: 3, date: 2025-01-01, source: }]",
      "1:14: error: 'source' is missing in a benchmark [yaml/missing-key] help: add 'source:'"
    ),
    (
      "benchmarks: [{value: 3, source: S, date: 2025-01-01}]",
      "1:14: error: 'measure' is missing in a benchmark [yaml/missing-key] help: add 'measure:'"
    ),
    (
      "benchmarks: [{measure: nps, value: 3, source: S, date: spring}]",
      "1:56: error: 'date' must be a day such as 2026-03-31, not 'spring' [yaml/wrong-type]"
    ),
  ])
  func reportsWhatIsWrong(text: String, expected: String) {
    #expect(lines(read(text).diagnostics) == ["cxaudit.yml:\(expected)"])
  }
}
