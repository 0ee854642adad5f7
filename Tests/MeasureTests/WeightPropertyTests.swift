import Audit
import Measure
import TestSupport
import Testing

/// What has to hold of weighted figures whatever the answers.
@Suite struct WeightPropertyTests {
  private enum Weights {
    case equal, some
    case times(Int)
    /// Those of the cells of two raked segments, in a column.
    case column
    case raked
  }

  /// Two waves of a survey with all kinds of questions and three segments, two of which may be raked.
  private func surveys(_ seed: UInt64, _ weights: Weights) throws -> [Survey] {
    var random = SeededGenerator(seed: seed)
    let items = [
      try pairedItem("P1", dimension: "empathy"), try pairedItem("P2", dimension: "empathy"),
      Item(id: "P3", dimension: "assurance", scale: try scale(1, 7), comparison: .standard(6)),
      Item(id: "P4", dimension: "tangibles", scale: try scale(1, 7), comparison: .zone),
      Item(id: "P5", dimension: "reliability", scale: try scale(1, 7), comparison: .none),
    ]
    var definition = SurveyDefinition(
      items: items,
      outcomes: [
        Outcome(id: "nps", kind: .nps, scale: try scale(0, 10)), Outcome(id: "ces", kind: .ces, scale: try scale(1, 7)),
        Outcome(id: "yes", kind: .yes, scale: try scale(0, 1)),
      ],
      segments: [
        Segment(id: "r", order: ["a", "b"]), Segment(id: "c", order: ["x", "y"]),
        Segment(id: "t", order: ["p", "q", "s"]),
      ])
    let shares = [[("a", 0.4), ("b", 0.6)], [("x", 0.7), ("y", 0.3)]]
    if case .raked = weights {
      definition.rake = shares.enumerated().map { index, values in
        RakeTarget(segment: index, shares: values.map { RakeTarget.Share(value: $0.0, share: $0.1) })
      }
    }
    let waves = try ["2026-Q1", "2026-Q2"].map { label in
      var rows = (0..<160).map { _ in row(definition, &random) }
      var own = definition
      switch weights {
      case .equal: for index in rows.indices { rows[index].weight = 2_500_000 }
      case .some: for index in rows.indices { rows[index].weight = Self.weight(index) }
      case .times(let factor): for index in rows.indices { rows[index].weight = factor * Self.weight(index) }
      case .column:
        let weights = Self.independent(rows, shares)
        for index in rows.indices { rows[index].weight = weights[index] }
      case .raked: break
      }
      own.isWeighted = rows.contains { $0.weight != nil }
      let sheet = AnswerSheet(definition: own, rows: rows)
      return try #require(survey(sheet, wave: label).waves.first)
    }
    return [Survey(id: "customers", respondents: .customers, waves: waves)]
  }

  private static func weight(_ index: Int) -> Int { 200_000 + (index * 7919) % 2_300_000 }

  /// The weight of each row, by scaling the cells to the shares in turn, plainly.
  private static func independent(_ rows: [AnswerSheet.Row], _ shares: [[(String, Double)]]) -> [Int] {
    var counts: [[String]: Double] = [:]
    for row in rows { counts[[row.segments[0], row.segments[1]], default: 0] += 1 }
    func count(_ r: String, _ c: String) -> Double { counts[[r, c]] ?? 0 }
    var (first, second) = (["a": 1.0, "b": 1.0], ["x": 1.0, "y": 1.0])
    for _ in 0..<200 {
      for (r, share) in shares[0] {
        first[r] = share * Double(rows.count) / ["x", "y"].reduce(0) { $0 + count(r, $1) * (second[$1] ?? 0) }
      }
      for (c, share) in shares[1] {
        second[c] = share * Double(rows.count) / ["a", "b"].reduce(0) { $0 + count($1, c) * (first[$1] ?? 0) }
      }
    }
    return rows.map { row in
      Int(((first[row.segments[0]] ?? 0) * (second[row.segments[1]] ?? 0) * 1e6).rounded())
    }
  }

  private func row(_ definition: SurveyDefinition, _ random: inout SeededGenerator) -> AnswerSheet.Row {
    func level(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    let answers = definition.items.map { item -> AnswerSheet.Answer? in
      guard level(0...9) > 0 else { return nil }
      switch item.comparison {
      case .expectation: return AnswerSheet.Answer(expectation: level(4...7), perception: level(1...7))
      case .zone:
        let minimum = level(1...5)
        return AnswerSheet.Answer(perception: level(1...7), minimum: minimum, desired: minimum + level(0...2))
      case .standard, .none: return AnswerSheet.Answer(perception: level(1...7))
      }
    }
    return AnswerSheet.Row(
      answers: answers, outcomes: [level(0...10), level(1...7), level(0...1)],
      segments: [["a", "b"][level(0...1)], ["x", "y"][level(0...1)], ["p", "q", "s"][level(0...2)]])
  }

  private func figures(_ seed: UInt64, _ weights: Weights) throws -> MeasuredAudit {
    measure(try surveys(seed, weights), configuration: Configuration())
  }

  private func isNear(_ one: Double?, _ other: Double?, _ tolerance: Double) -> Bool {
    guard let one, let other else { return one == nil && other == nil }
    return abs(one - other) <= tolerance * max(1, abs(one), abs(other))
  }

  /// Exact tests have no weighted form, so that those of signs and q, which take them, differ.
  private static let others: Set<Statistic> = [
    .failedSignP, .failedSignQ, .gapQ, .targetQ, .msaQ, .differenceQ,
    // Of all rows, not of a sample of them.
    .npsSE,
  ]

  @Test("Equal weights change nothing", arguments: 1...4)
  func equal(_ seed: UInt64) throws {
    let audit = try figures(seed, .equal)
    var compared: Set<Statistic> = []
    for measurement in audit.measurements {
      for (statistic, figure) in measurement.figures where statistic.isWeighted {
        guard let plain = statistic.unweighted, !Self.others.contains(plain), let other = measurement.figure(plain)
        else { continue }
        compared.insert(statistic)
        #expect(
          isNear(figure.value, other.value, 1e-9) && figure.n == other.n,
          "\(measurement.key) \(statistic.rawValue): \(figure), not \(other)")
      }
      let kinds: [SubjectKind] = [.cell, .dimension, .overall, .parity, .change, .outcome]
      if kinds.contains(measurement.key.kind), measurement.n ?? 0 > 0 {
        #expect(measurement.figures.contains { $0.key.isWeighted }, "\(measurement.key)")
      }
    }
    let all = Set(Statistic.allCases.filter { $0.isWeighted && $0.unweighted != nil })
    let missing = all.subtracting(compared).filter { !Self.others.contains($0.unweighted ?? .n) }
    // Staff alone have the lowest levels; there is no csat.
    #expect(Set(missing) == [.weightedBottom2, .weightedBottom2Low, .weightedBottom2High])
  }

  @Test("The unit of weights does not matter", arguments: 1...3)
  func unit(_ seed: UInt64) throws {
    let (one, many) = (try figures(seed, .some), try figures(seed, .times(37)))
    for (measurement, other) in zip(one.measurements, many.measurements) where measurement.key.kind != .weights {
      #expect(measurement.key == other.key)
      for (statistic, figure) in measurement.figures {
        #expect(isNear(figure.value, other[statistic], 1e-9), "\(measurement.key) \(statistic.rawValue)")
      }
    }
  }

  @Test("Raked weights and the same in a column give the same figures", arguments: 1...3)
  func column(_ seed: UInt64) throws {
    let (raked, column) = (try figures(seed, .raked), try figures(seed, .column))
    var compared = 0
    for (measurement, other) in zip(raked.measurements, column.measurements) {
      #expect(measurement.key == other.key)
      for (statistic, figure) in measurement.figures where statistic.isWeighted {
        compared += 1
        #expect(
          isNear(figure.value, other[statistic], 2e-5), "\(measurement.key) \(statistic.rawValue): \(figure)")
      }
    }
    #expect(compared > 1000)
  }
}
