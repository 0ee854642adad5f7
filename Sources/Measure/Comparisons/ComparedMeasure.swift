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

  /// The id of all items together.
  static let overall = "overall"

  let id: String
  let source: Source
  /// Of the value: what lies between its lowest and its highest.
  let range: Double
  /// What it is about can make a finding of its own.
  let isOfFinding: Bool
  private let definition: SurveyDefinition

  /// Measures of a survey: items, sets and outcomes in the definition's order, each followed by its gap.
  static func all(of definition: SurveyDefinition) -> [ComparedMeasure] {
    var measures: [ComparedMeasure] = []
    func add(_ id: String, _ source: Source, _ range: Double, isOfFinding: Bool = false) {
      measures.append(
        ComparedMeasure(id: id, source: source, range: range, isOfFinding: isOfFinding, definition: definition))
    }
    for (index, item) in definition.items.enumerated() {
      add(item.id, .item(index), Double(item.scale.range))
      if item.comparison == .expectation { add(item.id + ":gap", .itemGap(index), Double(item.scale.range)) }
    }
    let findings = definition.findingSets
    for (index, set) in definition.sets.enumerated() {
      let items = set.items.map { definition.items[$0] }
      guard let scale = items.first?.scale, items.allSatisfy({ $0.scale == scale }) else { continue }
      let id = set.kind == .overall ? overall : set.subject
      let isOfFinding = set.kind == .overall || findings.contains { $0.kind == set.kind && $0.subject == set.subject }
      add(id, .set(index), Double(scale.range), isOfFinding: isOfFinding)
      if items.contains(where: { $0.comparison == .expectation }) {
        add(id + ":gap", .setGap(index), Double(scale.range))
      }
    }
    for (index, outcome) in definition.outcomes.enumerated() {
      add(outcome.id, .outcome(index), outcome.kind == .nps ? 200 : Double(outcome.scale.range))
    }
    return measures
  }

  /// A change of it can make a finding: of what a finding is about, of the gap there, and of an outcome.
  var canChange: Bool {
    switch source {
    case .item, .itemGap: false
    case .set(let index), .setGap(let index):
      definition.findingSets.contains {
        $0.kind == definition.sets[index].kind && $0.subject == definition.sets[index].subject
      }
    case .outcome: true
    }
  }

  /// What it is about.
  var subject: (kind: SubjectKind, id: String) {
    switch source {
    case .item(let index), .itemGap(let index): (.item, definition.items[index].id)
    case .set(let index), .setGap(let index): (definition.sets[index].kind, definition.sets[index].subject)
    case .outcome(let index): (.outcome, definition.outcomes[index].id)
    }
  }

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

  /// The rows of a slice by value; promoters are 100, detractors −100.
  func values(_ tally: SliceTally) -> Counts {
    switch source {
    case .outcome(let index): Self.scored(definition.outcomes[index], tally.outcomes[index])
    case .item, .itemGap, .set, .setGap: ranked(tally)
    }
  }

  /// The rows of a slice by what ranks them: as ``values(_:)``, but recommendations from 0 to 10.
  func ranked(_ tally: SliceTally) -> Counts {
    switch source {
    case .item(let index):
      Counts(dense: tally.items[index].perception, minimum: definition.items[index].scale.minimum)
    case .itemGap(let index):
      Counts(dense: tally.items[index].difference, minimum: -definition.items[index].scale.range)
    case .set(let index): RowMeans.counts(tally.sets[index].perception)
    case .setGap(let index): RowMeans.counts(tally.sets[index].gap)
    case .outcome(let index):
      Counts(dense: tally.outcomes[index], minimum: definition.outcomes[index].scale.minimum)
    }
  }

  /// The expectations behind a gap, on the rows that it rests on; nothing for what is no gap.
  func expectations(_ tally: SliceTally) -> Counts {
    switch source {
    case .itemGap(let index):
      Counts(dense: tally.items[index].expectation, minimum: definition.items[index].scale.minimum)
    case .setGap(let index): RowMeans.counts(tally.sets[index].expectation)
    case .item, .set, .outcome: Counts(values: [], counts: [])
    }
  }

  /// The rows of a unit by value.
  func values(_ tally: UnitTally) -> Counts {
    switch source {
    case .item(let index):
      Counts(dense: tally.items[index].perception, minimum: definition.items[index].scale.minimum)
    case .itemGap(let index):
      Counts(dense: tally.items[index].difference, minimum: -definition.items[index].scale.range)
    case .set(let index): RowMeans.counts(tally.sets[index].perception)
    case .setGap(let index): RowMeans.counts(tally.sets[index].gap)
    case .outcome(let index): Self.scored(definition.outcomes[index], tally.outcomes[index])
    }
  }

  private static func scored(_ outcome: Outcome, _ levels: [Int]) -> Counts {
    let counts = Counts(dense: levels, minimum: outcome.scale.minimum)
    return outcome.kind == .nps ? counts.map { $0 >= 9 ? 100 : ($0 <= 6 ? -100 : 0) } : counts
  }
}
