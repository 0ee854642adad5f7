import Audit
import Measure
import Testing

/// What figures say where there is little or nothing to compute from (methodology 0.6).
@Suite struct EdgeContractTests {
  /// A value, a reason, or no row at all.
  enum Expected: Equatable {
    case value(Double)
    case reason(Reason)
    case none
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var pairs: [(e: Int, p: Int, count: Int)]
    /// What all statistics say that are not named in `others`.
    var usual: Reason?
    var others: [Statistic: Expected]
    var testDescription: String { name }
  }

  /// One row has a mean, shares and weights, and nothing that needs a spread.
  private static let oneAnswer: [Statistic: Expected] = [
    .n: .value(1), .expectationMean: .value(7), .perceptionMean: .value(5), .gapMean: .value(-2),
    .gapQ: .reason(.noFamily),
    .top2Share: .value(0), .satisfiedShare: .value(0), .failedShare: .value(1), .failedShortfalls: .value(1),
    .failedSurpluses: .value(0), .failedSignQ: .reason(.noFamily), .f0: .value(1), .f1: .value(1.0 / 3),
    .f2: .value(1.0 / 9),
    .importance: .value(1), .severity: .value(100.0 / 3), .burden: .value(100.0 / 3), .credibility: .value(1.0 / 21),
  ]

  static let cases = [
    Case(
      name: "nobody answered", pairs: [], usual: .noData,
      others: [.n: .value(0), .gapQ: .reason(.noFamily), .failedSignQ: .reason(.noFamily)]),
    Case(name: "one answer", pairs: [(7, 5, 1)], usual: .nLt2, others: oneAnswer),
    Case(
      name: "all fall short by one amount", pairs: [(7, 5, 3), (6, 4, 1)], usual: nil,
      others: [
        .gapMean: .value(-2), .gapSD: .value(0), .gapSE: .value(0), .gapT: .reason(.zeroVariance), .gapDF: .value(3),
        .gapP: .reason(.zeroVariance), .gapPExact: .value(0.125), .gapLow: .reason(.zeroVariance),
        .gapHigh: .reason(.zeroVariance), .gapDz: .reason(.zeroVariance), .gapDav: .value(-4), .gapR: .value(1),
        .wPlus: .value(0), .wMinus: .value(10), .signedRankPExact: .value(0.125), .rankBiserial: .value(-1),
        .failedSignP: .value(0.125), .failedShare: .value(1),
      ]),
    Case(
      name: "all as expected", pairs: [(7, 7, 2), (6, 6, 2)], usual: nil,
      others: [
        .gapMean: .value(0), .gapT: .reason(.zeroVariance), .gapP: .reason(.zeroVariance), .gapPExact: .value(1),
        .gapDz: .reason(.zeroVariance), .gapR: .value(1), .wPlus: .value(0), .wMinus: .value(0),
        .signedRankZ: .reason(.allZero), .signedRankP: .value(1), .signedRankPExact: .value(1),
        .rankBiserial: .reason(.allZero), .failedShare: .value(0), .failedLow: .value(0),
        .failedSignP: .reason(.allZero), .failedShortfalls: .value(0), .f1: .value(0), .f1SE: .value(0),
        .severity: .value(0), .burden: .value(0),
      ]),
    Case(
      name: "everyone the same", pairs: [(7, 6, 5)], usual: nil,
      others: [
        .expectationSD: .value(0), .perceptionSD: .value(0), .perceptionLow: .reason(.zeroVariance),
        .gapDav: .reason(.zeroVariance), .gapR: .reason(.zeroVariance), .gapMean: .value(-1),
      ]),
  ]

  @Test("Item and cell", arguments: cases) func paired(_ example: Case) throws {
    let item = try pairedItem("P1", touchpoint: "branch", dimension: "reliability")
    let sheet = AnswerSheet(
      definition: SurveyDefinition(items: [item], outcomes: [], segments: []), rows: rows(example.pairs))
    for kind in [(SubjectKind.item, "P1"), (.overall, "all")] {
      let found = try figures(kind.0, kind.1, of: sheet)
      if let usual = example.usual {
        for (statistic, figure) in found.figures where example.others[statistic] == nil {
          #expect(figure.reason == usual && figure.value == nil, "\(statistic.rawValue)")
        }
      }
      for (statistic, expected) in example.others { expect(found, statistic, expected) }
    }
  }

  @Test("A standard stands in for expectations: one sample, no association")
  func standard() throws {
    let item = Item(id: "queue", scale: try scale(1, 7), comparison: .standard(6))
    let found = try figures(item, perceptions([(6, 4), (5, 6), (3, 6), (7, 4)]))
    expectFigures(
      found,
      [
        (.n, 20), (.expectationMean, 6), (.expectationSD, 0), (.perceptionMean, 5), (.gapMean, -1), (.gapDF, 19),
        (.failedShare, 0.3), (.f1, 1.0 / 60 * 12), (.wPlus, 38), (.wMinus, 162),
      ])
    for statistic in [Statistic.gapDav, .gapR] { expect(found, statistic, .reason(.zeroVariance)) }
    for statistic in [Statistic.targetMean, .targetQ, .failedSignP, .failedShortfalls] {
      expect(found, statistic, .none)
    }
    expectFigures(found, [(.gapT, -2.938769), (.gapDz, -0.657129)])
  }

  @Test("Without expectation or standard the gap is empty and the satisfied-from answer is the target")
  func perceptionsAlone() throws {
    let item = Item(id: "ease", scale: try scale(1, 5), comparison: .none)
    let found = try figures(item, perceptions([(5, 60), (4, 80), (3, 20), (2, 25), (1, 15)]))
    for statistic in Statistic.allCases
    where statistic.rawValue.hasPrefix("gap.") || statistic.rawValue.hasPrefix("expectation.") {
      if statistic.rawValue.hasSuffix(".weighted") { continue }
      expect(found, statistic, .reason(.noExpectation))
    }
    expectFigures(
      found,
      [
        (.targetLevel, 4), (.targetMean, -0.275), (.satisfiedShare, 0.7), (.top2Share, 0.7), (.failedShare, 0.2),
        (.f0, 0.3), (.f1, (20 + 50 + 45) / 800.0), (.targetDF, 199),
      ])
    expect(found, .targetPExact, .reason(.tooManyPairs))
    expect(found, .targetQ, .reason(.noFamily))
    expect(found, .failedSignP, .none)
  }

  @Test("A declared satisfied-from answer moves the target") func satisfiedFrom() throws {
    let item = Item(id: "ease", scale: try scale(1, 7), comparison: .none, satisfiedFrom: 5)
    expectFigures(
      try figures(item, perceptions([(5, 5), (4, 5), (6, 10)])),
      [(.targetLevel, 5), (.targetMean, 0.25), (.satisfiedShare, 0.75), (.f0, 0.25)])
  }

  @Test("Items on several scales have no common mean, and each statistic says so")
  func mixedScales() throws {
    var second = try pairedItem("P2", dimension: "reliability")
    second.scale = try scale(1, 5)
    let definition = SurveyDefinition(
      items: [try pairedItem("P1", dimension: "reliability"), second], outcomes: [], segments: [])
    let answer = AnswerSheet.Answer(expectation: 5, perception: 4)
    let sheet = AnswerSheet(
      definition: definition, rows: Array(repeating: AnswerSheet.Row(answers: [answer, answer]), count: 40))
    for subject in [(SubjectKind.dimension, "reliability"), (.overall, "all")] {
      let found = try figures(subject.0, subject.1, of: sheet)
      #expect(found.n == 0)
      #expect(found.figures.count == 45)
      for (statistic, figure) in found.figures {
        #expect(figure == Figure(unavailable: .mixedScales, n: 0), "\(statistic.rawValue)")
      }
    }
    #expect(try figures(.item, "P2", of: sheet)[.gapMean] == -1)
  }

  @Test("Long scales have no top-2 share") func longScale() throws {
    let item = Item(id: "score", scale: try scale(1, 100), comparison: .none)
    let found = try figures(item, perceptions([(75, 10), (74, 10), (49, 10)]))
    for statistic in [Statistic.top2Share, .top2Low, .top2High] { expect(found, statistic, .reason(.wrongScale)) }
    expectFigures(found, [(.targetLevel, 75), (.satisfiedShare, 1.0 / 3), (.failedShare, 1.0 / 3)])
  }

  @Test("Outcomes that nobody, or one person, answered", arguments: Outcome.Kind.allCases)
  func outcomes(_ kind: Outcome.Kind) throws {
    let scales = [Outcome.Kind.nps: (0, 10), .csat: (1, 5), .ces: (1, 7), .yes: (0, 1)]
    let (minimum, maximum) = try #require(scales[kind])
    let outcome = Outcome(id: "o", kind: kind, scale: try scale(minimum, maximum))
    let definition = SurveyDefinition(items: [], outcomes: [outcome], segments: [])
    let none = try figures(
      .outcome, "o", of: AnswerSheet(definition: definition, rows: [AnswerSheet.Row(outcomes: [nil])]))
    for (statistic, figure) in none.figures {
      #expect(
        figure == (statistic == .n ? Figure(0, n: 0) : Figure(unavailable: .noData, n: 0)), "\(statistic.rawValue)")
    }
    let one = try figures(
      .outcome, "o", of: AnswerSheet(definition: definition, rows: [AnswerSheet.Row(outcomes: [maximum])]))
    let alone: Set<Statistic> = [
      .n, .nps, .promoters, .passives, .detractors, .mean, .top2Share, .top3Share, .share,
    ]
    for (statistic, figure) in one.figures {
      #expect(figure.n == 1)
      #expect(alone.contains(statistic) ? figure.value != nil : figure.reason == .nLt2, "\(statistic.rawValue)")
    }
  }

  private func expect(_ measurement: Measurement, _ statistic: Statistic, _ expected: Expected) {
    let figure = measurement.figure(statistic)
    switch expected {
    case .value(let value):
      #expect(abs((figure?.value ?? .infinity) - value) < 1e-12, "\(statistic.rawValue): \(String(describing: figure))")
    case .reason(let reason):
      #expect(figure?.reason == reason && figure?.value == nil, "\(statistic.rawValue): \(String(describing: figure))")
    case .none: #expect(figure == nil, "\(statistic.rawValue)")
    }
  }
}
