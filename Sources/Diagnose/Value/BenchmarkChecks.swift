import Audit

/// What is wrong with declared benchmarks.
func benchmarkDiagnostics(_ measured: MeasuredAudit, asOf: Day) -> [Diagnostic] {
  measured.benchmarks.flatMap { measured -> [Diagnostic] in
    let benchmark = measured.benchmark
    let future: [Diagnostic] = asOf < benchmark.date ? [.benchmarkInFuture(benchmark, asOf: asOf)] : []
    switch measured.result {
    case .compared, .unusable(.noAnswers), .unusable(.suppressed): return future
    case .unusable(.noMeasure(let known)):
      return future + [.benchmarkUnknownMeasure(benchmark.measure, candidates: known)]
    case .unusable(.noMean): return future + [.benchmarkNoMean(benchmark.measure)]
    case .unusable(.noWave(let wave, let known)):
      return future + [.benchmarkUnknownWave(benchmark.measure, wave: wave, known: known)]
    case .unusable(.outOfRange(let low, let high)):
      return future + [.benchmarkOutOfRange(benchmark.measure, low: low, high: high)]
    }
  }
}
