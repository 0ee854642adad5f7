import Audit
import Statistics

/// Rows by the value that a verdict looks at.
enum VerdictRows {
  /// All rows count alike.
  case alike(Counts)
  case weighted(WeightedRows)

  /// How many there are.
  var n: Int {
    switch self {
    case .alike(let counts): counts.n
    case .weighted(let rows): rows.n
    }
  }

  func mean(confidence: Double) -> SampleMean {
    switch self {
    case .alike(let counts): SampleMean(counts)
    case .weighted(let rows): rows.sample(confidence: confidence)
    }
  }

  /// The interval of their mean, by the measure's form.
  func interval(_ form: CorrectionEffect.Form, confidence: Double) -> (low: Estimate, high: Estimate) {
    switch (form, self) {
    case (.points, .alike(let counts)):
      let test = MeanTest(counts, confidence: confidence)
      return (test.low, test.high)
    case (.points, .weighted(let rows)):
      let mean = rows.estimate(confidence: confidence)
      return (mean.low, mean.high)
    case (.share, _):
      let share = share(confidence: confidence)
      return (share.low, share.high)
    case (.netPromoter, _):
      let score = score(confidence: confidence)
      return (score.low, score.high)
    }
  }

  /// Rows of 1 among rows of 1 and 0.
  func share(confidence: Double) -> WeightedShare {
    switch self {
    case .alike(let counts):
      WeightedShare(Proportion(counts, confidence: confidence))
    case .weighted(let rows): WeightedShare(rows.mean(confidence: confidence), confidence: confidence)
    }
  }

  /// Of shares: exact where rows count alike on both sides, else each as of n_eff rows.
  func shareDifference(from other: VerdictRows, confidence: Double) -> ProportionDifference {
    guard case .alike(let own) = self, case .alike(let theirs) = other else {
      return ProportionDifference(share(confidence: confidence), other.share(confidence: confidence))
    }
    return ProportionDifference(Proportion(own, confidence: confidence), Proportion(theirs, confidence: confidence))
  }

  /// Of rows that are 100 for promoters and −100 for detractors.
  func score(confidence: Double) -> WeightedNetPromoter {
    switch self {
    case .alike(let counts):
      // As answers of 0…10 of as many promoters, passives and detractors.
      let answers = counts.map { $0 > 0 ? 10 : ($0 < 0 ? 0 : 7) }
      return WeightedNetPromoter(NetPromoter(answers, confidence: confidence))
    case .weighted(let rows):
      let error = rows.sample(confidence: confidence).squaredError
      return rows.netPromoter(se: error.map { $0.squareRoot() }, confidence: confidence)
    }
  }

  /// The rows of all, which are of one kind; nil of nothing.
  static func sum(_ parts: [VerdictRows]) -> VerdictRows? {
    guard let first = parts.first else { return nil }
    return parts.dropFirst().reduce(first) { sum, part in
      switch (sum, part) {
      case (.alike(let one), .alike(let two)): .alike(one + two)
      case (.weighted(let one), .weighted(let two)): .weighted(one.joined(two))
      case (.alike, .weighted), (.weighted, .alike): preconditionFailure("a wave has weights or has none")
      }
    }
  }
}

extension Proportion {
  /// Rows of 1 among rows of 1 and 0.
  fileprivate init(_ counts: Counts, confidence: Double) {
    self.init(successes: counts.count { $0 > 0 }, n: counts.n, confidence: confidence)
  }
}

/// The rows of slices in each wave: with their weights where all waves that decide have some, else all alike.
struct VerdictSource {
  /// Nil where rows count alike; a further wave without weights counts alike, too.
  private let weights: SurveyWeights?
  /// Of what is compared by these rows.
  let weighting: FigureWeighting

  /// - Parameters:
  ///   - waves: Those that decide.
  ///   - weights: Of the survey's waves.
  init(_ waves: [SurveyWave], weights: SurveyWeights?) {
    let areWeighted = waves.allSatisfy { weights?.of($0) != nil }
    self.weights = areWeighted ? weights : nil
    weighting = areWeighted ? .judged : waves.contains { $0.definition.hasWeights } ? .left : .none
  }

  /// The rows of disjoint slices; nil where none of them has any.
  func rows(_ wave: SurveyWave, _ measure: VerdictMeasure, _ slices: [Slice]) -> VerdictRows? {
    let weights = weights?.of(wave)
    return VerdictRows.sum(
      slices.compactMap { slice in
        if let weights {
          return weights.rows(of: slice).flatMap { measure.rows(wave.definition, $0) }.map { .weighted($0) }
        }
        let tally = wave.tally.slices.first { $0.slice == slice }
        return tally.flatMap { measure.counts(wave.definition, $0) }.map { .alike($0) }
      })
  }
}
