import Audit
import Statistics

/// What staff or management believe of customers, held against what customers say; or staff against management.
///
/// In a survey of staff or management an item's `expectation` is their estimate of what customers expect, its `perception`
/// their estimate of what customers perceive. Kind `knowledge` compares expectations (gaps 1, 6 and 7), kind `belief`
/// perceptions; a difference is that of the first survey less the second. The samples are of different people, so the test
/// is Welch's. Source: methodology 1.4.
struct SurveyComparison {
  let first: Survey
  let second: Survey
  let confidence: Double

  /// Management against customers, staff against customers, staff against management; every survey of each.
  static func all(of surveys: [Survey], confidence: Double) -> [SurveyComparison] {
    let pairs: [(Respondents, Respondents)] = [
      (.management, .customers), (.staff, .customers), (.staff, .management),
    ]
    return pairs.flatMap { first, second in
      surveys.filter { $0.respondents == first }.flatMap { one in
        surveys.filter { $0.respondents == second }.map { other in
          SurveyComparison(first: one, second: other, confidence: confidence)
        }
      }
    }
  }

  /// Of everyone, wave by wave; empty where the two ask nothing in common.
  var measurements: [Measurement] {
    waves.flatMap { wave -> [Measurement] in
      guard let one = wave.first.tally.slices.first, let other = wave.second.tally.slices.first else { return [] }
      let subjects = ComparedSubject.common(to: wave.first.definition, and: wave.second.definition)
      return Estimated.allCases.flatMap { estimated in
        subjects.compactMap { subject in
          subject.samples(of: estimated, one, other).map {
            var found = measurement(key(estimated.kind, subject, in: wave.label), $0)
            if estimated == .perceptions { addUnits(to: &found, subject, wave) }
            return found
          }
        }
      }
    }
  }

  /// Whether units that staff rate high are those that customers rate high (methodology 7), where both name units.
  private func addUnits(to measurement: inout Measurement, _ subject: ComparedSubject, _ wave: Waves) {
    guard first.respondents == .staff, second.respondents == .customers else { return }
    let (ones, others) = (wave.first.tally.unitTallies, wave.second.tally.unitTallies)
    guard !ones.isEmpty, !others.isEmpty else { return }
    let theirs = Dictionary(others.map { (Array($0.unit.utf8), $0) }, uniquingKeysWith: { first, _ in first })
    let pairs = ones.compactMap { one -> (Double, Double)? in
      guard let other = theirs[Array(one.unit.utf8)], let mine = Moments(subject.first.counts(one)).mean.value,
        let theirs = Moments(subject.second.counts(other)).mean.value
      else { return nil }
      return (mine, theirs)
    }
    let spearman = Spearman(pairs)
    measurement.record(.spearmanRho, spearman.rho, n: spearman.n)
    measurement.record(.spearmanP, spearman.p, n: spearman.n)
  }

  private struct Waves {
    var label: String
    var first: SurveyWave
    var second: SurveyWave
  }

  /// Waves with one label, in the order of the first survey; where there are none, the latest of each.
  private var waves: [Waves] {
    let ones = first.waves.sorted { $0.wave < $1.wave }
    let others = second.waves.sorted { $0.wave < $1.wave }
    let shared = ones.compactMap { one in
      others.first { $0.wave.label == one.wave.label }.map { Waves(label: one.wave.label, first: one, second: $0) }
    }
    guard shared.isEmpty, let one = ones.last, let other = others.last else { return shared }
    return [Waves(label: "\(one.wave.label)~\(other.wave.label)", first: one, second: other)]
  }

  private func key(_ kind: SubjectKind, _ subject: ComparedSubject, in wave: String) -> MeasurementKey {
    MeasurementKey(survey: "\(first.id)~\(second.id)", wave: wave, kind: kind, subject: subject.id)
  }

  private func measurement(_ key: MeasurementKey, _ samples: ComparedSubject.Samples) -> Measurement {
    let (one, other) = samples.rows
    var measurement = Measurement(
      key: key, n: min(one, other),
      sides: [Measurement.Side(survey: first.id, n: one), Measurement.Side(survey: second.id, n: other)])
    switch samples {
    case .comparable(let mine, let theirs):
      measurement.record(WelchTest(mine, theirs, confidence: confidence), n: one + other)
    case .mixedScales:
      measurement.record(Statistic.ofWelchTest, unavailable: .mixedScales, n: one + other)
    }
    return measurement
  }
}

/// What of customers' answers is estimated.
private enum Estimated: CaseIterable {
  case expectations, perceptions

  var kind: SubjectKind {
    switch self {
    case .expectations: .knowledge
    case .perceptions: .belief
    }
  }
}

/// An item or a dimension that two surveys ask about.
private struct ComparedSubject {
  enum Samples {
    case comparable(Counts, Counts)
    /// With the rows of each.
    case mixedScales(Int, Int)

    var rows: (Int, Int) {
      switch self {
      case .comparable(let one, let other): (one.n, other.n)
      case .mixedScales(let one, let other): (one, other)
      }
    }
  }

  let id: String
  let first: Side
  let second: Side

  /// Items by their id, then dimensions, in the first survey's order.
  static func common(to first: SurveyDefinition, and second: SurveyDefinition) -> [ComparedSubject] {
    let others = Side.all(of: second)
    return Side.all(of: first).compactMap { one in
      others.first { $0.isItem == one.isItem && $0.id == one.id }
        .map { ComparedSubject(id: one.id, first: one, second: $0) }
    }
  }

  /// Nil where nothing can be compared: one side has no expectations, or the two mean other items by one dimension.
  func samples(of estimated: Estimated, _ one: SliceTally, _ other: SliceTally) -> Samples? {
    guard let items = first.items(estimated), let others = second.items(estimated),
      Set(items.map(\.id)) == Set(others.map(\.id))
    else { return nil }
    let (mine, theirs) = (first.counts(estimated, one), second.counts(estimated, other))
    guard Set((items + others).map(\.scale)).count == 1 else {
      return .mixedScales(mine.n, theirs.n)
    }
    return .comparable(mine, theirs)
  }

  /// An item or a dimension of one of the surveys.
  struct Side {
    let id: String
    let isItem: Bool
    private let all: [Item]
    /// In the definition's items, or sets.
    private let index: Int

    static func all(of definition: SurveyDefinition) -> [Side] {
      let items = definition.items.enumerated().map { index, item in
        Side(id: item.id, isItem: true, all: [item], index: index)
      }
      let dimensions = definition.sets.enumerated().filter { $1.kind == .dimension }.map { index, set in
        Side(id: set.subject, isItem: false, all: set.items.map { definition.items[$0] }, index: index)
      }
      return items + dimensions
    }

    /// What the rows' values are of; nil where nobody was asked for expectations, or a standard stands in for some.
    func items(_ estimated: Estimated) -> [Item]? {
      switch estimated {
      case .perceptions: return all
      case .expectations:
        let items = all.filter(\.hasGap)
        return items.isEmpty || items.contains { $0.comparison != .expectation } ? nil : items
      }
    }

    /// The perceptions of a unit's rows.
    func counts(_ tally: UnitTally) -> Counts {
      isItem
        ? Counts(dense: tally.items[index].perception, minimum: all.first?.scale.minimum ?? 0)
        : RowMeans.counts(tally.sets[index].perception)
    }

    func counts(_ estimated: Estimated, _ tally: SliceTally) -> Counts {
      let minimum = all.first?.scale.minimum ?? 0
      return switch (estimated, isItem) {
      case (.expectations, true): Counts(dense: tally.items[index].expectation, minimum: minimum)
      case (.perceptions, true): Counts(dense: tally.items[index].perception, minimum: minimum)
      case (.expectations, false): RowMeans.counts(tally.sets[index].expectation)
      case (.perceptions, false): RowMeans.counts(tally.sets[index].perception)
      }
    }
  }
}

extension Statistic {
  /// What a comparison of two means has.
  static let ofWelchTest: [Statistic] = [
    .difference, .differenceSE, .differenceLow, .differenceHigh, .differenceT, .differenceDF, .differenceP,
  ]
}
