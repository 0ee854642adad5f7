import Audit

@testable import Ingest

/// Who answered what, respondent by respondent.
extension NaiveTally {
  var linked: LinkedAnswers? {
    guard plan.rows.areLinked else { return nil }
    let named = rows.compactMap { row in NaiveTally.group(row, plan.rows.respondent).map { (name: $0, row: row) } }
    let people = Dictionary(grouping: named) { $0.name }.map { name, own in
      (
        bits: RespondentRows.hash(name.utf8),
        levels: own.count == 1 ? levels(own[0].row) : Array(repeating: -1, count: levels(own[0].row).count)
      )
    }
    let sorted = people.sorted { $0.bits < $1.bits }
    return LinkedAnswers(
      respondents: sorted.map(\.bits), levels: sorted.flatMap(\.levels), items: definition.items.count,
      outcomes: definition.outcomes.count)
  }

  private func levels(_ row: [Meaning]) -> [Int16] {
    let items = definition.items.indices.flatMap { index -> [Int16] in
      guard let answer = answer(row, index) else { return [-1, -1] }
      let isPair = definition.items[index].comparison == .expectation
      return [Int16(answer.p), isPair ? Int16(answer.target) : -1]
    }
    return items + plan.outcomes.map { Int16(level(row, $0) ?? -1) }
  }
}
