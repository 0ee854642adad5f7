import Audit

/// `data/benchmarks.csv`: the audit's figures beside those of others, one a row, in the order of the configuration.
enum BenchmarkTable {
  private static let header = [
    "measure", "survey", "wave", "slice", "kind", "subject", "statistic", "value", "n", "benchmark", "benchmark_n",
    "benchmark_sd", "difference", "low", "high", "p", "verdict", "reason", "source", "date",
  ]

  /// Nil where nothing was declared that was known on the day of the report.
  static func csv(_ report: Report) -> [UInt8]? {
    let known = report.measured.benchmarks.filter { $0.benchmark.date <= report.asOf }
    guard !known.isEmpty else { return nil }
    return known.reduce(into: CSVText.row(header)) { $0 += CSVText.row(row($1)) }
  }

  private static func row(_ measured: MeasuredBenchmark) -> [String] {
    let (benchmark, comparison) = (measured.benchmark, measured.comparison)
    let (key, test) = (comparison?.key, comparison?.test)
    var fields: [String?] = [benchmark.measure.id, key?.survey, key?.wave, key?.slice.key, key?.kind.rawValue]
    fields += [
      key?.subject, comparison?.judged.rawValue, number(comparison?.level), comparison.map { String($0.n) },
    ]
    fields += [number(benchmark.value), benchmark.n.map { String($0) }, number(benchmark.sd)]
    fields += [number(comparison?.difference), number(test?.low), number(test?.high), number(test?.p)]
    fields += [comparison?.word.rawValue, reason(measured), benchmark.source, benchmark.date.iso]
    return fields.map { $0 ?? "" }
  }

  /// Why nothing was tested or compared.
  private static func reason(_ measured: MeasuredBenchmark) -> String? {
    switch measured.result {
    case .compared(let comparison): comparison.untested?.rawValue
    case .unusable(.suppressed): Reason.suppressed.rawValue
    case .unusable(.noAnswers): Reason.noData.rawValue
    case .unusable(.noMeasure), .unusable(.noMean), .unusable(.noWave), .unusable(.outOfRange): nil
    }
  }

  private static func number(_ value: Double?) -> String? { value.flatMap(CanonicalNumber.text) }
}
