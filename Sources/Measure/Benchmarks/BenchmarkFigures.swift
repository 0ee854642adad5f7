import Audit
import Statistics

/// The audit's figures beside those of others, in the order in which they are declared. No finding can come of it, so it is
/// in no family of tests.
///
/// - Parameters:
///   - benchmarks: As the project declares them.
///   - surveys: With their tallies.
///   - weights: Of each survey's waves, by its id.
///   - configuration: Limits.
/// - Returns: One for each benchmark.
func benchmarkFigures(
  _ benchmarks: [Benchmark], surveys: [Survey], weights: [String: SurveyWeights], configuration: Configuration
) -> [MeasuredBenchmark] {
  let surveys = surveys.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
  return benchmarks.map { benchmark in
    MeasuredBenchmark(
      benchmark,
      BenchmarkFigures(
        benchmark: benchmark, surveys: surveys, weights: weights, confidence: configuration.thresholds.confidence
      ).result)
  }
}

private struct BenchmarkFigures {
  let benchmark: Benchmark
  let surveys: [Survey]
  let weights: [String: SurveyWeights]
  let confidence: Double

  var result: MeasuredBenchmark.Result {
    // Which figure is meant is found as for plans; those are of two waves, and this is of one.
    var text = benchmark.measure.id
    var label: String?
    if var address = try? FigureAddress(parsing: text) {
      label = address.wave
      address.wave = nil
      text = address.text
    }
    switch VerdictSubject.find(text, in: surveys) {
    case .success(let subject): return compared(subject, in: label)
    case .failure(let obstacle):
      if case .noMeasure(let known) = obstacle.reason { return .unusable(.noMeasure(known: known)) }
      return .unusable(.noMean)
    }
  }

  private func compared(_ subject: VerdictSubject, in label: String?) -> MeasuredBenchmark.Result {
    let range = subject.measure.range
    guard benchmark.value >= range.low, benchmark.value <= range.high else {
      return .unusable(.outOfRange(low: range.low, high: range.high))
    }
    let waves = subject.survey.waves.sorted { $0.wave < $1.wave }
    guard let wave = label == nil ? waves.last : waves.last(where: { $0.wave.label == label }) else {
      return .unusable(.noWave(label ?? "", known: waves.map(\.wave.label)))
    }
    let measure = subject.measure
    let source = VerdictSource([wave], weights: weights[subject.survey.id])
    guard let rows = source.rows(wave, measure, [subject.slice]),
      let level = VerdictSample(rows, confidence: confidence).level(measure.form, confidence: confidence)
    else { return .unusable(.noAnswers) }
    let key = MeasurementKey(
      survey: subject.survey.id, wave: wave.wave.label, slice: subject.slice, kind: measure.kind,
      subject: measure.subject)
    var comparison = BenchmarkComparison(
      key: key, statistic: measure.statistic, form: measure.form, better: measure.better, level: level.value,
      n: level.n, difference: level.value - benchmark.value)
    switch tested(rows, measure.form) {
    case .success(let test): comparison.test = test
    case .failure(let lack): comparison.untested = lack.reason
    }
    comparison.weighting = source.weighting
    return .compared(comparison)
  }

  private struct Lack: Error {
    let reason: BenchmarkComparison.Untested
  }

  /// Welch for means, Newcombe for shares, the normal interval for recommendation scores (methodology 2.1, 2.4).
  private func tested(_ rows: VerdictRows, _ form: CorrectionEffect.Form) -> Result<BenchmarkComparison.Test, Lack> {
    guard let n = benchmark.n else { return .failure(Lack(reason: .noN)) }
    switch form {
    case .points:
      guard n > 1, let sd = benchmark.sd else { return .failure(Lack(reason: n > 1 ? .noSD : .tooFew)) }
      let test = WelchTest(
        rows.mean(confidence: confidence), SampleMean(n: n, mean: benchmark.value, variance: sd * sd),
        confidence: confidence)
      return Self.test(test.low, test.high, test.p)
    case .share:
      let theirs = Int(min(Double(n), max(0, (benchmark.value * Double(n)).rounded())))
      let test = rows.shareDifference(from: .alike(Counts(rows: theirs, of: n)), confidence: confidence)
      return Self.test(test.low, test.high, test.p)
    case .netPromoter:
      let test = PublishedScoreDifference(
        rows.score(confidence: confidence), published: benchmark.value, n: n,
        sd: benchmark.sd, confidence: confidence)
      return Self.test(test.low, test.high, test.p)
    }
  }

  private static func test(
    _ low: Estimate, _ high: Estimate, _ p: Estimate
  ) -> Result<BenchmarkComparison.Test, Lack> {
    guard let low = low.value, let high = high.value, let p = p.value else { return .failure(Lack(reason: .tooFew)) }
    return .success(BenchmarkComparison.Test(low: low, high: high, p: p))
  }
}

extension MeasuredBenchmark {
  /// The same without what rests on a figure that is withheld; the surveys are those that are published.
  func shown(beside surveys: [MeasuredSurvey]) -> MeasuredBenchmark {
    guard let comparison else { return self }
    let wave = surveys.first { $0.id == comparison.key.survey }?.waves.first { $0.wave.label == comparison.key.wave }
    let slice = wave?.slices.first { $0.slice == comparison.key.slice }
    let figure = slice?.measurement(comparison.key.kind, comparison.key.subject)?.figure(comparison.judged)
    guard figure?.value == nil else { return self }
    return MeasuredBenchmark(benchmark, .unusable(.suppressed))
  }
}
