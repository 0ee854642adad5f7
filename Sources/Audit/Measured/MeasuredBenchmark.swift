/// A figure of the audit beside one of others.
package struct MeasuredBenchmark: Hashable, Sendable {
  package var benchmark: Benchmark
  package var result: Result

  package enum Result: Hashable, Sendable {
    case compared(BenchmarkComparison)
    case unusable(Obstacle)
  }

  /// Why there is nothing to hold against it.
  package enum Obstacle: Hashable, Sendable {
    /// No survey has such a figure; with those that it has.
    case noMeasure(known: [String])
    /// The figure is there, but it is no mean, share or score.
    case noMean
    /// No such wave of the survey; with those that it has.
    case noWave(String, known: [String])
    /// The value cannot be: the measure lies between these two.
    case outOfRange(low: Double, high: Double)
    /// Nobody answered.
    case noAnswers
    /// Fewer answers than may be shown.
    case suppressed
  }

  package init(_ benchmark: Benchmark, _ result: Result) {
    self.benchmark = benchmark
    self.result = result
  }

  package var comparison: BenchmarkComparison? {
    switch result {
    case .compared(let comparison): comparison
    case .unusable: nil
    }
  }
}

/// The audit's own level less that of a benchmark, with a test where there is one.
package struct BenchmarkComparison: Hashable, Sendable {
  /// Two-sided, of two independent samples. The interval holds the confidence of the project.
  package struct Test: Hashable, Sendable {
    package var low: Double
    package var high: Double
    package var p: Double

    package init(low: Double, high: Double, p: Double) {
      self.low = low
      self.high = high
      self.p = p
    }
  }

  /// Why nothing is tested.
  package enum Untested: String, Hashable, Sendable {
    /// The source does not tell on how many answers it rests.
    case noN = "no-n"
    /// A mean without its standard deviation.
    case noSD = "no-sd"
    /// Too few answers of its own, or no variation.
    case tooFew = "too-few"
  }

  package enum Word: String, Hashable, Sendable, CaseIterable {
    case better, worse
    /// The interval holds 0: not shown to differ, which is no proof of being equal.
    case notShown = "not shown"
    case untested = "not tested"
  }

  package var key: MeasurementKey
  package var statistic: Statistic
  package var form: CorrectionEffect.Form
  package var better: Outcome.Direction
  package var level: Double
  package var n: Int
  package var test: Test?
  package var untested: Untested?
  package var difference: Double
  package var weighting = FigureWeighting.none
  /// The statistic of its level: that under weights where they are in it.
  package var judged: Statistic { weighting.judged(statistic) }

  package init(
    key: MeasurementKey, statistic: Statistic, form: CorrectionEffect.Form, better: Outcome.Direction, level: Double,
    n: Int, difference: Double
  ) {
    self.key = key
    self.statistic = statistic
    self.form = form
    self.better = better
    self.level = level
    self.n = n
    self.difference = difference
  }

  /// Follows the interval and nothing else.
  package var word: Word {
    guard let test else { return .untested }
    if test.low > 0 { return better == .high ? .better : .worse }
    if test.high < 0 { return better == .high ? .worse : .better }
    return .notShown
  }
}
