import Audit
import Statistics

/// Something that is compared between segments, units and waves: an item, a set or an outcome, by the value of each row.
///
/// Its id is that of the item, cell, dimension, touchpoint or outcome, `overall` for all items, and has `:gap` behind it
/// where the row's gap is meant (formats, *A measure's row value*).
struct ComparedMeasure {
  /// Where its counts are, by place in the definition.
  enum Source: Hashable {
    case item(Int)
    case itemGap(Int)
    case set(Int)
    case setGap(Int)
    case outcome(Int)
  }

  let id: String
  let source: Source
  /// What it is about.
  let subject: (kind: SubjectKind, id: String)
  /// Of the value: what lies between its lowest and its highest.
  let range: Double
  /// What it is about can make a finding of its own.
  let isOfFinding: Bool
  /// A change of it can make a finding: of what a finding is about, of the gap there, and of an outcome.
  let canChange: Bool
  /// The lowest answer to an item or an outcome.
  private let scaleMinimum: Int
  /// Promoters count 100, detractors −100.
  private let isNetPromoter: Bool
  /// Rows have a property or not.
  let isShare: Bool

  /// Measures of a survey: items, sets and outcomes in the definition's order, each followed by its gap.
  static func all(of definition: SurveyDefinition) -> [ComparedMeasure] {
    items(of: definition) + sets(of: definition) + outcomes(of: definition)
  }

  private static func items(of definition: SurveyDefinition) -> [ComparedMeasure] {
    definition.items.enumerated().flatMap { index, item in
      let (range, subject) = (item.scale.range, (kind: SubjectKind.item, id: item.id))
      let own = ComparedMeasure(
        id: item.id, source: .item(index), subject: subject, range: Double(range),
        scaleMinimum: item.scale.minimum)
      guard item.comparison == .expectation else { return [own] }
      return [
        own,
        ComparedMeasure(
          id: MeasureID.gap(of: item.id), source: .itemGap(index), subject: subject, range: Double(range),
          scaleMinimum: item.scale.minimum),
      ]
    }
  }

  private static func sets(of definition: SurveyDefinition) -> [ComparedMeasure] {
    let findings = definition.findingSets
    return definition.sets.enumerated().flatMap { index, set -> [ComparedMeasure] in
      let items = set.items.map { definition.items[$0] }
      guard let scale = items.first?.scale, items.allSatisfy({ $0.scale == scale }) else { return [] }
      let (id, subject) = (set.measure, (kind: set.kind, id: set.subject))
      let canChange = findings.contains { $0.kind == set.kind && $0.subject == set.subject }
      let range = Double(scale.range)
      let own = ComparedMeasure(
        id: id, source: .set(index), subject: subject, range: range, isOfFinding: set.kind == .overall || canChange,
        canChange: canChange)
      guard items.contains(where: { $0.comparison == .expectation }) else { return [own] }
      return [
        own,
        ComparedMeasure(
          id: MeasureID.gap(of: id), source: .setGap(index), subject: subject, range: range, canChange: canChange),
      ]
    }
  }

  private static func outcomes(of definition: SurveyDefinition) -> [ComparedMeasure] {
    definition.outcomes.enumerated().map { index, outcome in
      let isNetPromoter = outcome.kind == .nps
      return ComparedMeasure(
        id: outcome.id, source: .outcome(index), subject: (.outcome, outcome.id),
        range: isNetPromoter ? 200 : Double(outcome.scale.range), canChange: true, scaleMinimum: outcome.scale.minimum,
        isNetPromoter: isNetPromoter, isShare: outcome.kind == .yes)
    }
  }

  private init(
    id: String, source: Source, subject: (kind: SubjectKind, id: String), range: Double, isOfFinding: Bool = false,
    canChange: Bool = false, scaleMinimum: Int = 0, isNetPromoter: Bool = false, isShare: Bool = false
  ) {
    (self.id, self.source, self.subject, self.range) = (id, source, subject, range)
    (self.isOfFinding, self.canChange) = (isOfFinding, canChange)
    (self.scaleMinimum, self.isNetPromoter, self.isShare) = (scaleMinimum, isNetPromoter, isShare)
  }

  /// Its values are points of a rating's scale: neither recommendation nor a share.
  var isRating: Bool { !isNetPromoter && !isShare }

  /// The gap of a row, not its perception.
  var isGap: Bool {
    switch source {
    case .itemGap, .setGap: true
    case .item, .set, .outcome: false
    }
  }

  /// Items one by one are compared as a whole only; unit by unit stand what they add up to.
  var isItem: Bool {
    switch source {
    case .item, .itemGap: true
    case .set, .setGap, .outcome: false
    }
  }

  /// The rows of a slice or a unit by value and by rank.
  func sample(_ tally: some AnswerTally) -> ComparedSample {
    let ranks = ranked(tally)
    return isNetPromoter ? ComparedSample(values: scored(ranks), ranks: ranks) : ComparedSample(values: ranks)
  }

  /// The rows of a slice or a unit by value; promoters are 100, detractors −100.
  func values(_ tally: some AnswerTally) -> Counts {
    isNetPromoter ? scored(ranked(tally)) : ranked(tally)
  }

  /// The rows by what ranks them: as ``values(_:)``, but recommendations from 0 to 10.
  private func ranked(_ tally: some AnswerTally) -> Counts {
    switch source {
    case .item(let index): Counts(dense: tally.perceptions(ofItem: index), minimum: scaleMinimum)
    case .itemGap(let index): Counts(dense: tally.gaps(ofItem: index), minimum: -Int(range))
    case .set(let index): RowMeans.counts(tally.perceptions(ofSet: index))
    case .setGap(let index): RowMeans.counts(tally.gaps(ofSet: index))
    case .outcome(let index): Counts(dense: tally.outcomes[index], minimum: scaleMinimum)
    }
  }

  private func scored(_ ranks: Counts) -> Counts { ranks.map { $0 >= 9 ? 100 : ($0 <= 6 ? -100 : 0) } }

  /// The same rows with their weights; promoters are 100, detractors −100.
  func rows(_ slice: SliceWeights) -> WeightedRows {
    switch source {
    case .item(let index): slice.rows(.perception(index))
    case .itemGap(let index): slice.rows(.difference(index))
    case .set(let index): slice.rows(.set(index, .perception))
    case .setGap(let index): slice.rows(.set(index, .gap))
    case .outcome(let index):
      isNetPromoter ? slice.rows(.outcome(index)).promoterScores : slice.rows(.outcome(index))
    }
  }

  /// The expectations behind a gap with their weights; nil for what is no gap.
  func expectedRows(_ slice: SliceWeights) -> WeightedRows? {
    switch source {
    case .itemGap(let index): slice.rows(.expectation(index))
    case .setGap(let index): slice.rows(.set(index, .expectation))
    case .item, .set, .outcome: nil
    }
  }

  /// The expectations behind a gap, on the rows that it rests on; nothing for what is no gap.
  func expectations(_ tally: SliceTally) -> Counts {
    switch source {
    case .itemGap(let index): Counts(dense: tally.items[index].expectation, minimum: scaleMinimum)
    case .setGap(let index): RowMeans.counts(tally.sets[index].expectation)
    case .item, .set, .outcome: Counts(values: [], counts: [])
    }
  }
}

/// Rows by their answers, of a slice or of a unit.
protocol AnswerTally {
  var outcomes: [[Int]] { get }
  func perceptions(ofItem index: Int) -> [Int]
  func gaps(ofItem index: Int) -> [Int]
  func perceptions(ofSet index: Int) -> ScoreTally
  func gaps(ofSet index: Int) -> ScoreTally
}

extension SliceTally: AnswerTally {
  func perceptions(ofItem index: Int) -> [Int] { items[index].perception }
  func gaps(ofItem index: Int) -> [Int] { items[index].difference }
  func perceptions(ofSet index: Int) -> ScoreTally { sets[index].perception }
  func gaps(ofSet index: Int) -> ScoreTally { sets[index].gap }
}

extension UnitTally: AnswerTally {
  func perceptions(ofItem index: Int) -> [Int] { items[index].perception }
  func gaps(ofItem index: Int) -> [Int] { items[index].difference }
  func perceptions(ofSet index: Int) -> ScoreTally { sets[index].perception }
  func gaps(ofSet index: Int) -> ScoreTally { sets[index].gap }
}

/// Some rows by their value, and by what ranks them where that is another.
struct ComparedSample {
  let values: Counts
  private let ownRanks: Counts?
  var ranks: Counts { ownRanks ?? values }

  init(values: Counts, ranks: Counts? = nil) { (self.values, ownRanks) = (values, ranks) }

  /// The rows of both.
  func joined(_ other: ComparedSample) -> ComparedSample {
    ComparedSample(values: values + other.values, ranks: ownRanks.map { $0 + other.ranks })
  }

  /// The rows that are not of a part of these.
  func without(_ part: ComparedSample) -> ComparedSample {
    ComparedSample(values: values.removing(part.values), ranks: ownRanks.map { $0.removing(part.ranks) })
  }
}
