import Audit

/// A figure of the audit beside one of others: what was measured, and what can be said of the difference.
struct BenchmarkView: View {
  var name: String
  /// `+21 (1,842 answers), others +34`.
  var figures: String
  var verdict: String
  var source: String

  static let fields: [Field<BenchmarkView>] = [
    .text("name", \.name), .text("figures", \.figures), .text("verdict", \.verdict), .text("source", \.source),
  ]

  init(_ measured: MeasuredBenchmark, _ context: SiteContext) {
    let benchmark = measured.benchmark
    source = "\(benchmark.source), \(DayText.long(benchmark.date))"
    guard let comparison = measured.comparison else {
      (name, figures) = (benchmark.measure.id, "")
      let isWithheld = measured.result == .unusable(.suppressed)
      verdict = "\(LetterCase.capitalised(ReasonWords.text(isWithheld ? .suppressed : .noData)))."
      return
    }
    let words = BenchmarkWords(benchmark, comparison)
    name = context.name(ofBenchmarked: comparison)
    figures = words.figures
    verdict = words.verdict
  }
}

/// A comparison with a benchmark in words that say no more than the interval does.
struct BenchmarkWords {
  private let benchmark: Benchmark
  private let comparison: BenchmarkComparison

  init(_ benchmark: Benchmark, _ comparison: BenchmarkComparison) {
    (self.benchmark, self.comparison) = (benchmark, comparison)
  }

  /// `+21 (1,842 answers), others +34 (2,100 answers)`.
  var figures: String {
    let mine = "\(level(comparison.level)) (\(CountWords.of(comparison.n, .answer)))"
    let theirs = level(benchmark.value) + (benchmark.n.map { " (\(CountWords.of($0, .answer)))" } ?? "")
    return say("\(mine), others \(theirs)")
  }

  /// A full sentence, or two.
  var verdict: String {
    guard let test = comparison.test else { return untested }
    let size = size(comparison.difference)
    let sentence: String
    switch comparison.word {
    case .better:
      sentence = say("Better than these others by \(size), which chance does not explain (\(sizes(test))).")
    case .worse:
      sentence = say("Worse than these others by \(size), which chance does not explain (\(sizes(test))).")
    case .notShown:
      sentence = say(
        """
        No difference is shown (\(signed(test.low)) to \(signed(test.high))), which is no proof that there is none.
        """)
    case .untested: return untested
    }
    return sentence
      + (comparison.weighting == .left ? " " + say("The survey is weighted, this comparison is not.") : "")
  }

  /// Beside a headline figure: `others +34, not tested`.
  var short: String {
    let word =
      switch comparison.word {
      case .better: say("this is better")
      case .worse: say("this is worse")
      case .notShown: say("no difference shown")
      case .untested: say("not tested")
      }
    return say("others \(level(benchmark.value))") + ": \(word)"
  }

  private var untested: String {
    switch comparison.untested {
    case .noN, nil: say("Not tested: the source does not tell on how many answers it rests.")
    case .noSD: say("Not tested: the source does not tell how much its answers vary.")
    case .tooFew: say("Not tested: too few answers, or none that vary.")
    }
  }

  private func level(_ value: Double) -> String {
    switch comparison.form {
    case .points: FigureText.fixed(value, decimals: 2)
    case .share: FigureText.percent(value)
    case .netPromoter: FigureText.signed(value, decimals: 0)
    }
  }

  private var factor: Double { comparison.form == .share ? 100 : 1 }

  private var decimals: Int {
    switch comparison.form {
    case .points: 2
    case .share, .netPromoter: 0
    }
  }

  private func size(_ value: Double) -> String {
    let number = FigureText.magnitude(value * factor, decimals: decimals)
    return comparison.form == .share ? say("\(number) percentage points") : say("\(number) points")
  }

  /// From the smaller to the larger, both on one side of 0.
  private func sizes(_ test: BenchmarkComparison.Test) -> String {
    let (near, far) = (min(abs(test.low), abs(test.high)), max(abs(test.low), abs(test.high)))
    return FigureText.range(near * factor, far * factor, decimals: decimals)
  }

  private func signed(_ value: Double) -> String { FigureText.signed(value * factor, decimals: decimals) }
}

extension SiteContext {
  /// Those that were known on the day of the report, in the order of the configuration.
  var benchmarks: [MeasuredBenchmark] {
    measured.benchmarks.filter { $0.benchmark.date <= report.asOf }
  }

  /// Of what a page is about: the subject, and its cells and items.
  func benchmarks(of kind: SubjectKind, _ id: String) -> [BenchmarkView] {
    benchmarks.filter { measured in
      guard let comparison = measured.comparison else { return false }
      return isPart(comparison.key, of: kind, id)
    }.map { BenchmarkView($0, self) }
  }

  private func isPart(_ key: MeasurementKey, of kind: SubjectKind, _ id: String) -> Bool {
    if key.kind == kind { return key.subject == id }
    let definition = measured.surveys.first { $0.id == key.survey }?.waves.last { $0.wave.label == key.wave }?
      .definition
    let set = definition?.sets.first { $0.kind == key.kind && $0.subject == key.subject }
    let item = key.kind == .item ? definition?.items.first { $0.id == key.subject } : nil
    switch kind {
    case .touchpoint: return (set?.touchpoint ?? item?.touchpoint) == id
    case .dimension: return (set?.dimension ?? item?.dimension) == id
    case .column, .item, .cell, .overall, .outcome, .weights, .scorecard, .standard, .driver, .segment, .parity, .unit,
      .change, .knowledge, .belief, .agreement:
      return false
    }
  }

  /// The benchmark that stands beside an outcome's headline: the first of the same figure.
  func benchmark(beside reading: OutcomeReading) -> BenchmarkWords? {
    for measured in benchmarks {
      guard let comparison = measured.comparison, comparison.key == reading.measurement.key,
        comparison.statistic == reading.outcome.unweightedHeadline(reading.measurement).value
      else { continue }
      return BenchmarkWords(measured.benchmark, comparison)
    }
    return nil
  }

  /// `Would recommend (NPS)`, `Branch: empathy, gap`, with the slice and the wave where they are not the usual ones.
  func name(ofBenchmarked comparison: BenchmarkComparison) -> String {
    let key = comparison.key
    let definition = measured.surveys.first { $0.id == key.survey }?.waves.last { $0.wave.label == key.wave }?
      .definition
    let outcome = outcomes.first { $0.survey == key.survey && $0.outcome.id == key.subject && key.kind == .outcome }
    let item = key.kind == .item ? definition?.items.first { $0.id == key.subject } : nil
    let set = definition?.sets.first { $0.kind == key.kind && $0.subject == key.subject }
    let parts = [set?.touchpoint.map(name(ofTouchpoint:)), set?.dimension.map(name(ofDimension:))].compactMap(\.self)
    let subject =
      outcome?.name ?? item?.text ?? (parts.isEmpty ? say("The service as a whole") : parts.joined(separator: ", "))
    return subject + (key.kind == .outcome ? "" : ": \(BenchmarkWords.name(comparison.statistic))")
      + (key.slice == .all ? "" : ", \(key.slice.key)")
  }
}

extension BenchmarkWords {
  fileprivate static func name(_ statistic: Statistic) -> String {
    names.first { $0.0 == statistic }?.1.text ?? statistic.rawValue
  }

  private static let names: [(Statistic, Phrase)] = [
    (.gapMean, Phrase("mean gap")), (.perceptionMean, Phrase("mean rating")),
    (.targetMean, Phrase("distance to a satisfied answer")),
    (.msaMean, Phrase("margin over the least acceptable")), (.mssMean, Phrase("distance to what is desired")),
    (.zoneBelow, Phrase("share below the least acceptable")), (.failedShare, Phrase("share seriously failed")),
    (.top2Share, Phrase("share of the two best answers")),
  ]
}
