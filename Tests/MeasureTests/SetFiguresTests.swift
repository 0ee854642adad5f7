import Audit
import Measure
import TestSupport
import Testing

/// Cells, dimensions, touchpoints and overall: the mean of each row over the items that it answered.
@Suite struct SetFiguresTests {
  private func definition(_ items: [Item]) -> SurveyDefinition {
    SurveyDefinition(items: items, outcomes: [], segments: [])
  }

  private func row(_ answers: [(Int, Int)?]) -> AnswerSheet.Row {
    AnswerSheet.Row(answers: answers.map { $0.map { AnswerSheet.Answer(expectation: $0.0, perception: $0.1) } })
  }

  @Test("Rows with at least half of the items count, by their own mean") func partialRows() throws {
    let items = try (1...4).map { try pairedItem("P\($0)", dimension: "empathy") }
    let sheet = AnswerSheet(
      definition: definition(items),
      rows: [
        row([(7, 6), (7, 5), (7, 7), (7, 4)]),  // −1.5
        row([(6, 4), (7, 4), (5, 5), nil]),  // −5/3
        row([nil, (7, 7), nil, (6, 7)]),  // +0.5
        row([(7, 1), nil, nil, nil]),  // a quarter: left out
      ])
    let found = try figures(.dimension, "empathy", of: sheet)
    expectFigures(
      found,
      [
        (.n, 3), (.expectationMean, 6.5), (.perceptionMean, (5.5 + 13.0 / 3 + 7) / 3), (.gapMean, -8.0 / 9),
        (.gapSD, 1.205696), (.failedShare, 1.0 / 3), (.f0, 2.0 / 3), (.f1, (1.5 + 5.0 / 3) / 18),
        (.top2Share, 1.0 / 3), (.satisfiedShare, 1.0 / 3), (.failedShortfalls, 1), (.failedSurpluses, 0),
      ])
    // −5/3, −1.5, +0.5 rank 3, 2, 1.
    expectFigures(found, [(.wPlus, 1), (.wMinus, 5), (.signedRankPExact, 0.5), (.gapPExact, 0.5)])
  }

  @Test("Gaps rest on the items that have one, perceptions on all") func partlyCompared() throws {
    var items = try (1...3).map { try pairedItem("P\($0)", dimension: "empathy") }
    items[2].comparison = .none
    let answers: [[(Int, Int)?]] = [[(7, 5), (6, 6), (1, 3)], [(7, 7), nil, (1, 7)], [nil, nil, (1, 4)]]
    let found = try figures(
      .dimension, "empathy", of: AnswerSheet(definition: definition(items), rows: answers.map(row)))
    expectFigures(found, [(.n, 2), (.perceptionMean, (14.0 / 3 + 7) / 2), (.gapMean, -0.5), (.expectationMean, 6.75)])
    #expect(found.figure(.gapMean)?.n == 2)
    for statistic in [Statistic.gapR, .gapDav] { #expect(found.figure(statistic)?.reason == .noExpectation) }
    #expect(found.figure(.targetMean) == nil)
  }

  @Test("Items without expectation are held against the mean of their satisfied-from answers") func targets() throws {
    let items = [5, 6, 6].enumerated().map { index, level in
      pairedLess("Q\(index)", satisfiedFrom: level)
    }
    let rows = [[6, 6, 6], [5, 6, 6], [4, 4, 4], [5, 5, nil]].map { answers in
      AnswerSheet.Row(answers: answers.map { $0.map { AnswerSheet.Answer(expectation: nil, perception: $0) } })
    }
    let found = try figures(
      .dimension, "empathy", of: AnswerSheet(definition: definition(try items.map { try #require($0) }), rows: rows))
    expectFigures(
      found,
      [
        (.targetLevel, 17.0 / 3), (.targetMean, (6 + 17.0 / 3 + 4 + 5) / 4 - 17.0 / 3), (.satisfiedShare, 0.5),
        (.targetPExact, 0.5),
      ])
  }

  private func pairedLess(_ id: String, satisfiedFrom: Int) -> Item? {
    Scale(minimum: 1, maximum: 7).map {
      Item(id: id, dimension: "empathy", scale: $0, comparison: .none, satisfiedFrom: satisfiedFrom)
    }
  }

  @Test("Many items with many left out: beyond whole numbers, still exact to eleven digits", arguments: [60, 100])
  func manyItems(_ count: Int) throws {
    var generator = SeededGenerator(seed: 7)
    let items = try (0..<count).map { Item(id: "P\($0)", scale: try scale(1, 100), comparison: .expectation) }
    let rows = (0..<300).map { _ in
      let answered = Int.random(in: count / 2...count, using: &generator)
      return row(
        (0..<count).map { index in
          index < answered
            ? (Int.random(in: 60...100, using: &generator), Int.random(in: 50...100, using: &generator)) : nil
        })
    }
    let found = try figures(.overall, "all", of: AnswerSheet(definition: definition(items), rows: rows))
    let means = rows.map { row in
      let gaps = row.answers.compactMap { answer in answer?.expectation.map { (answer?.perception ?? 0) - $0 } }
      return Double(gaps.reduce(0, +)) / Double(gaps.count)
    }
    let mean = means.reduce(0, +) / 300
    let variance = means.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 299
    #expect(abs((found[.gapMean] ?? 0) - mean) < 1e-10)
    #expect(abs((found[.gapSD] ?? 0) - variance.squareRoot()) < 1e-10)
    #expect(found.figure(.gapPExact)?.reason == .tooManyPairs)
    #expect(found[.rankBiserial].map { $0 < 0 && $0 > -1 } ?? false)
  }
}
