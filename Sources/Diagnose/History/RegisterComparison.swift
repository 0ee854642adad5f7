package import Audit

/// Two registers held against each other.
///
/// Nothing is better or worse on points alone: by a figure only where intervals lie apart, else only where rules or people gave
/// another class. With the sides exchanged, new is gone and better is worse.
package enum RegisterComparison {
  /// What is not the same, in the order in which it is told: by kind of change, gravest class first, then by id.
  package static func changes(from old: [FindingRecord], to new: [FindingRecord]) -> [FindingChange] {
    let before = Dictionary(old.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let now = Dictionary(new.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let gone = old.filter { now[$0.id] == nil }.map { FindingChange(.gone, before: $0, now: nil) }
    let rest = new.compactMap { record -> FindingChange? in
      guard let then = before[record.id] else { return FindingChange(.new, before: nil, now: record) }
      return change(from: then, to: record)
    }
    return (gone + rest).sorted(by: isToldFirst)
  }

  /// Nil where the two say the same, or where nobody can tell a difference.
  ///
  /// Where the figures of both do not come of the same questions, asked in the same way, neither they nor the classes that rest
  /// on them say what became of it.
  package static func change(
    from old: FindingRecord, to new: FindingRecord, areComparable: Bool = true
  ) -> FindingChange? {
    if areComparable, let kind = byInterval(old.measure, new.measure) {
      return FindingChange(kind, before: old, now: new, ground: .interval)
    }
    let (was, graded) = (old.findingClass, new.findingClass)
    if was != graded {
      // Where the figure is what it was, people or limits changed the class, not the service.
      let isSameFigure = old.measure?.value != nil && old.measure == new.measure
      guard was.isDeficiency, graded.isDeficiency, !isSameFigure, areComparable else {
        return FindingChange(.changed, before: old, now: new)
      }
      return FindingChange(graded < was ? .worse : .better, before: old, now: new, ground: .findingClass)
    }
    return old.status == new.status ? nil : FindingChange(.changed, before: old, now: new)
  }

  /// Only where both sides follow the same figure.
  static func byInterval(_ old: FindingMeasure?, _ new: FindingMeasure?) -> FindingChange.Kind? {
    guard let old, let new, old.figure == new.figure, old.better == new.better, let better = new.better,
      let direction = direction(old: (old.low, old.high), new: (new.low, new.high))
    else { return nil }
    return (direction == .higher) == (better == .high) ? .better : .worse
  }

  /// Nil where the intervals meet, or where one is missing.
  static func direction(
    old: (low: Double?, high: Double?), new: (low: Double?, high: Double?)
  ) -> OutcomeChange.Direction? {
    guard let oldLow = old.low, let oldHigh = old.high, let newLow = new.low, let newHigh = new.high else { return nil }
    if newLow > oldHigh { return .higher }
    return newHigh < oldLow ? .lower : nil
  }

  private static func isToldFirst(_ left: FindingChange, _ right: FindingChange) -> Bool {
    let order = FindingChange.Kind.allCases
    let (a, b) = (order.firstIndex(of: left.kind) ?? 0, order.firstIndex(of: right.kind) ?? 0)
    if a != b { return a < b }
    if left.findingClass != right.findingClass { return left.findingClass < right.findingClass }
    return left.id.utf8.lexicographicallyPrecedes(right.id.utf8)
  }

  /// Headline figures that both sides have and that differ, in the order of survey and outcome.
  package static func changes(from old: [OutcomeRecord], to new: [OutcomeRecord]) -> [OutcomeChange] {
    new.compactMap { record -> OutcomeChange? in
      let then = old.first {
        $0.survey == record.survey && $0.outcome == record.outcome && $0.statistic == record.statistic
      }
      guard let then, then != record else { return nil }
      let direction = direction(old: (then.low, then.high), new: (record.low, record.high))
      return OutcomeChange(before: then, now: record, direction: direction ?? .unclear)
    }.sorted { left, right in
      let (a, b) = ([left.now.survey, left.now.outcome], [right.now.survey, right.now.outcome])
      return a.joined(separator: "\u{0}").utf8.lexicographicallyPrecedes(b.joined(separator: "\u{0}").utf8)
    }
  }
}
