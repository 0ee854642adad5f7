import Audit
import Statistics

/// The same people in two waves: how each one's value changed (methodology 5.1 and 2.3).
///
/// It stands beside the comparison of all who answered either time. Respondents with several rows in a wave are in no pair.
struct PairedChange {
  private typealias Side = (definition: SurveyDefinition, answers: LinkedAnswers)

  private let earlier: Side
  private let later: Side
  private let pairs: [(earlier: Int, later: Int)]

  /// Nil where respondents are not to be found again.
  init?(_ earlier: SurveyWave, _ later: SurveyWave) {
    guard let then = earlier.tally.linked, let now = later.tally.linked else { return nil }
    self.earlier = (earlier.definition, then)
    self.later = (later.definition, now)
    pairs = then.pairs(with: now)
  }

  /// Later less earlier of those who have a value both times.
  func differences(_ then: ComparedMeasure, _ now: ComparedMeasure) -> Counts {
    let values = pairs.compactMap { pair in
      value(then, pair.earlier, earlier).flatMap { was in
        value(now, pair.later, later).map { (was: was, became: $0) }
      }
    }
    let common = RowMeans.commonDenominator(of: values.flatMap { [$0.was.count, $0.became.count] })
    let numerators = values.map { was, became in
      RowMeans.numerator(became.sum * was.count - was.sum * became.count, over: was.count * became.count, common)
    }
    return Counts(observations: numerators, denominator: common ?? RowMeans.fallbackDenominator)
  }

  /// `sum / count` of one row, in points but for the scale's minimum, which both waves share.
  private typealias Value = (sum: Int, count: Int)

  private func value(_ measure: ComparedMeasure, _ row: Int, _ side: Side) -> Value? {
    switch measure.source {
    case .item(let index): side.answers.level(row, 2 * index).map { ($0, 1) }
    case .itemGap(let index): gap(index, row, side).map { ($0, 1) }
    case .set(let index):
      mean(side.definition.sets[index].items) { side.answers.level(row, 2 * $0) }
    case .setGap(let index):
      mean(side.definition.sets[index].items.filter { side.definition.items[$0].hasGap }) { gap($0, row, side) }
    case .outcome(let index):
      side.answers.level(row, 2 * side.definition.items.count + index).map { level in
        guard side.definition.outcomes[index].kind == .nps else { return (level, 1) }
        let answer = side.definition.outcomes[index].scale.minimum + level
        return (answer >= 9 ? 100 : answer <= 6 ? -100 : 0, 1)
      }
    }
  }

  /// In levels.
  private func gap(_ index: Int, _ row: Int, _ side: Side) -> Int? {
    let item = side.definition.items[index]
    return side.answers.level(row, 2 * index).flatMap { perception in
      switch item.comparison {
      case .expectation: side.answers.level(row, 2 * index + 1).map { perception - $0 }
      case .standard(let level): perception - (level - item.scale.minimum)
      case .zone, .none: nil
      }
    }
  }

  private func mean(_ items: [Int], _ value: (Int) -> Int?) -> Value? {
    let values = items.compactMap(value)
    return values.count >= ItemSet.leastAnswers(of: items.count) ? (values.reduce(0, +), values.count) : nil
  }
}

extension PairedChange {
  /// Adds what became of those who answered both times; `n` are those of either wave.
  func add(
    _ then: ComparedMeasure, _ now: ComparedMeasure, n: (earlier: Int, later: Int), to measurement: inout Measurement,
    rules: MeasureRules
  ) {
    let differences = differences(then, now)
    let pairs = differences.n
    // What is said of those who came back tells of the others, too, as soon as they are few.
    measurement.fewestLinked = [pairs, n.earlier - pairs, n.later - pairs].filter { $0 > 0 }.min()
    let test = MeanTest(differences, confidence: rules.confidence)
    measurement.set(.pairedN, Figure(Double(pairs), n: pairs))
    let figures: [(Statistic, Estimate)] = [
      (.pairedDifference, test.mean), (.pairedSD, test.sd), (.pairedSE, test.se), (.pairedLow, test.low),
      (.pairedHigh, test.high), (.pairedDz, test.dz),
      (.pairedPExact, signFlipExact(differences, limit: rules.exactLimit)),
    ]
    for (statistic, estimate) in figures { measurement.record(statistic, estimate, n: pairs) }
    guard now.isShare else {
      measurement.record(.pairedT, test.t, n: pairs)
      measurement.record(.pairedDF, test.df, n: pairs)
      measurement.record(.pairedP, test.p, n: pairs)
      return
    }
    let changed = McNemar(lost: differences.count { $0 < 0 }, gained: differences.count { $0 > 0 }, n: pairs)
    measurement.record(.pairedChi2, changed.chiSquared, n: pairs)
    measurement.record(.pairedP, changed.p, n: pairs)
  }
}
