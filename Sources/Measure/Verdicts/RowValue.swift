import Audit
import Statistics

/// What of a row's answers to an item, or to several, a verdict looks at.
enum RowValue {
  case gap, perception, distance, adequacy, superiority, belowMinimum, topTwo, bottomTwo, failed
  /// Of the gap's rows; no plan is judged by what customers expect.
  case expectation

  /// Those that plans are judged by.
  static let judged: [RowValue] = [
    .gap, .perception, .distance, .adequacy, .superiority, .belowMinimum, .topTwo, .bottomTwo, .failed,
  ]

  /// Of which it is the mean.
  var statistic: Statistic {
    switch self {
    case .gap: .gapMean
    case .perception: .perceptionMean
    case .distance: .targetMean
    case .adequacy: .msaMean
    case .superiority: .mssMean
    case .belowMinimum: .zoneBelow
    case .topTwo: .top2Share
    case .bottomTwo: .bottom2Share
    case .failed: .failedShare
    case .expectation: .expectationMean
    }
  }

  var better: Outcome.Direction {
    switch self {
    case .gap, .perception, .distance, .adequacy, .superiority, .topTwo, .expectation: .high
    case .belowMinimum, .bottomTwo, .failed: .low
    }
  }

  /// Nil where the items have no such value, or are on several scales.
  func form(of items: [Item]) -> CorrectionEffect.Form? {
    guard let scale = items.first?.scale, items.allSatisfy({ $0.scale == scale }) else { return nil }
    let hasZone = items.contains { $0.comparison == .zone }
    switch self {
    case .perception: return .points(scale)
    case .gap: return items.contains(where: \.hasGap) ? .points(scale) : nil
    case .expectation: return items.allSatisfy { $0.comparison == .expectation } ? .points(scale) : nil
    case .distance: return ItemTarget(of: items) == .satisfied ? .points(scale) : nil
    case .adequacy, .superiority: return hasZone ? .points(scale) : nil
    case .belowMinimum: return hasZone ? .share : nil
    case .topTwo, .bottomTwo: return scale.levels <= Statistic.mostTop2Levels ? .share : nil
    case .failed: return .share
    }
  }

  /// The rows of a sample by their value.
  func counts(_ sample: RowSample) -> Counts? {
    switch self {
    case .perception: return sample.perception
    case .gap: return sample.gap?.difference
    case .expectation: return sample.gap?.expectation
    case .distance: return sample.distance
    case .adequacy: return sample.zone?.adequacy
    case .superiority: return sample.zone?.superiority
    case .belowMinimum: return sample.zone.map { Counts(rows: $0.adequacy.count { $0 < 0 }, of: $0.adequacy.n) }
    case .topTwo: return Counts(rows: sample.topTwo, of: sample.n)
    case .bottomTwo: return Counts(rows: sample.bottomTwo, of: sample.n)
    case .failed:
      let shortfall = sample.shortfall
      let limit = Int128(sample.scale.range) * Int128(shortfall.denominator)
      return Counts(rows: shortfall.count { 4 * Int128($0) > limit }, of: shortfall.n)
    }
  }

  /// The rows of a sample by their value, with their weights.
  func rows(_ sample: WeightedSample) -> WeightedRows? {
    switch self {
    case .perception: return sample.perception
    case .gap: return sample.difference
    case .expectation: return sample.expectation
    case .distance: return sample.distance
    case .adequacy: return sample.zone?.adequacy
    case .superiority: return sample.zone?.superiority
    case .belowMinimum: return sample.belowMinimum
    case .topTwo: return sample.topTwo
    case .bottomTwo: return sample.bottomTwo
    case .failed: return sample.failed
    }
  }

  /// The rows of a unit's item; units keep perceptions and gaps alone.
  func counts(_ item: Item, _ tally: UnitTally.Measure) -> Counts? {
    let perception = Counts(dense: tally.perception, minimum: item.scale.minimum)
    switch self {
    case .perception: return perception
    case .gap:
      if case .standard(let level) = item.comparison { return perception.shifted(by: -level) }
      return Counts(dense: tally.difference, minimum: -item.scale.range)
    case .distance: return perception.shifted(by: -item.satisfiedFrom)
    case .topTwo: return Counts(rows: perception.count { $0 >= item.scale.maximum - 1 }, of: perception.n)
    case .bottomTwo: return Counts(rows: perception.count { $0 <= item.scale.minimum + 1 }, of: perception.n)
    case .adequacy, .superiority, .belowMinimum, .failed, .expectation: return nil
    }
  }

  /// The rows of a unit's set of items.
  func counts(_ items: [Item], _ tally: UnitTally.SetMeasure) -> Counts? {
    switch self {
    case .perception: return RowMeans.counts(tally.perception)
    case .gap: return RowMeans.counts(tally.gap)
    case .distance: return RowMeans.counts(tally.perception, less: MeanLevel(of: items.map(\.satisfiedFrom)))
    case .topTwo:
      let best = (items.first?.scale.maximum ?? 0) - 1
      return Counts(rows: tally.perception.rows { $0.sum >= best * $0.answered }, of: tally.perception.n)
    case .bottomTwo:
      let lowest = (items.first?.scale.minimum ?? 0) + 1
      return Counts(rows: tally.perception.rows { $0.sum <= lowest * $0.answered }, of: tally.perception.n)
    case .adequacy, .superiority, .belowMinimum, .failed, .expectation: return nil
    }
  }
}

/// What of a row's overall judgement a verdict looks at.
enum OutcomeValue: CaseIterable {
  case recommendation, rating, topTwo, topThree, yes

  /// Of which it is the mean.
  var statistic: Statistic {
    switch self {
    case .recommendation: .nps
    case .rating: .mean
    case .topTwo: .top2Share
    case .topThree: .top3Share
    case .yes: .share
    }
  }

  /// Nil where the outcome has no such value.
  func form(of outcome: Outcome) -> CorrectionEffect.Form? {
    let isRating = outcome.kind == .csat || outcome.kind == .ces
    let share: CorrectionEffect.Form? = outcome.scale.levels <= Statistic.mostTop2Levels ? .share : nil
    switch self {
    case .recommendation: return outcome.kind == .nps ? .netPromoter : nil
    case .rating: return isRating ? .points(outcome.scale) : nil
    case .topTwo: return isRating ? share : nil
    case .topThree: return outcome.kind == .ces ? share : nil
    case .yes: return outcome.kind == .yes ? .share : nil
    }
  }

  /// Shares are of the best answers, whichever way the scale runs; but a yes may be a bad thing.
  func better(_ outcome: Outcome) -> Outcome.Direction {
    switch self {
    case .rating, .yes: outcome.better
    case .recommendation, .topTwo, .topThree: .high
    }
  }

  /// Answers by level to rows by value.
  func counts(_ outcome: Outcome, _ levels: [Int]) -> Counts {
    let counts = Counts(dense: levels, minimum: outcome.scale.minimum)
    switch self {
    case .rating, .yes: return counts
    case .recommendation: return counts.map { $0 >= 9 ? 100 : ($0 <= 6 ? -100 : 0) }
    case .topTwo: return Counts(rows: best(2, outcome, counts), of: counts.n)
    case .topThree: return Counts(rows: best(3, outcome, counts), of: counts.n)
    }
  }

  /// The same of rows with their weights.
  func rows(_ outcome: Outcome, _ answers: WeightedRows) -> WeightedRows {
    switch self {
    case .rating, .yes: answers
    case .recommendation: answers.promoterScores
    case .topTwo: answers.flags { value, _ in outcome.isBest(value, of: 2) }
    case .topThree: answers.flags { value, _ in outcome.isBest(value, of: 3) }
    }
  }

  private func best(_ number: Int, _ outcome: Outcome, _ counts: Counts) -> Int {
    counts.count { outcome.isBest($0, of: number) }
  }
}
