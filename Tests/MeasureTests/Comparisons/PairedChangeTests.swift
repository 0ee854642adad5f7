import Audit
import Testing

@testable import Measure

@Suite("The same people in two waves") struct PairedChangeTests {
  private static let scale = Scale(minimum: 1, maximum: 7)

  /// One respondent of a wave: of each item perception and expectation, then NPS and a yes, as answered.
  private struct Person {
    var id: UInt64
    var pairs: [(p: Int, e: Int)?]
    var nps: Int?
    var stays: Bool?
  }

  private static func definition() throws -> SurveyDefinition {
    let scale = try #require(Self.scale)
    return SurveyDefinition(
      items: (1...3).map { Item(id: "i\($0)", dimension: "d", scale: scale, comparison: .expectation) },
      outcomes: [
        Outcome(id: "nps", kind: .nps, scale: try #require(Scale(minimum: 0, maximum: 10)), better: .high),
        Outcome(id: "stays", kind: .yes, scale: try #require(Scale(minimum: 0, maximum: 1)), better: .high),
      ], segments: [])
  }

  private static func wave(_ label: String, _ people: [Person]) throws -> SurveyWave {
    let definition = try definition()
    let rows = people.map { person in
      AnswerSheet.Row(
        answers: person.pairs.map { $0.map { AnswerSheet.Answer(expectation: $0.e, perception: $0.p) } },
        outcomes: [person.nps, person.stays.map { $0 ? 1 : 0 }])
    }
    var tally = AnswerSheet(definition: definition, rows: rows).tally
    tally.linked = LinkedAnswers(
      respondents: people.map(\.id), levels: people.flatMap(levels), items: 3, outcomes: 2)
    return SurveyWave(wave: Wave(label: label), definition: definition, tally: tally, files: [])
  }

  private static func levels(_ person: Person) -> [Int16] {
    var levels: [Int16] = []
    for pair in person.pairs {
      levels.append(pair.map { Int16($0.p - 1) } ?? -1)
      levels.append(pair.map { Int16($0.e - 1) } ?? -1)
    }
    levels.append(person.nps.map { Int16($0) } ?? -1)
    levels.append(person.stays.map { $0 ? 1 : 0 } ?? -1)
    return levels
  }

  private static func changes(
    _ before: [Person], _ after: [Person], publishable: Bool = false
  ) throws -> [String: Measurement] {
    let survey = Survey(
      id: "s", respondents: .customers, waves: [try wave("2025", before), try wave("2026", after)])
    let measured = measure([survey], configuration: Configuration())
    let shown = publishable ? Measure.publishable(measured, configuration: Configuration()) : measured
    return Dictionary(uniqueKeysWithValues: shown.surveys[0].changes.map { ($0.key.subject, $0) })
  }

  /// Example X1, answers to what is expected and got read as those of two waves.
  private static let example: [(Int, Int, Int)] = [
    (7, 7, 5), (7, 6, 7), (7, 5, 5), (7, 4, 3), (7, 3, 1), (6, 7, 2), (6, 6, 4), (6, 5, 4), (6, 4, 2), (6, 2, 1),
    (5, 5, 2), (5, 6, 1), (5, 4, 1), (5, 3, 1), (4, 4, 1),
  ]

  @Test("X1: the mean, its error, test, interval, effect and exact test") func worked() throws {
    let answers = Self.example.flatMap { Array(repeating: ($0.0, $0.1), count: $0.2) }
    func people(_ level: (Int, Int) -> Int) -> [Person] {
      answers.enumerated().map { index, pair in
        Person(id: UInt64(index * 7 % 40), pairs: [(p: level(pair.0, pair.1), e: 4), nil, nil])
      }
    }
    let change = try #require(try Self.changes(people { before, _ in before }, people { $1 })["i1"])
    let expected: [(Statistic, Double)] = [
      (.pairedN, 40), (.pairedDifference, -1.05), (.pairedSD, 1.259833), (.pairedSE, 0.199197), (.pairedT, -5.271161),
      (.pairedDF, 39), (.pairedP, 5.305697e-6), (.pairedLow, -1.452914), (.pairedHigh, -0.647086),
      (.pairedDz, -0.833444), (.difference, -1.05),
    ]
    for (statistic, value) in expected {
      let found = try #require(change[statistic])
      #expect(abs(found - value) <= max(1e-6 * abs(value), 5e-7), "\(statistic.rawValue) \(found)")
    }
    #expect(change.figure(.pairedPExact)?.value != nil)
    #expect(try #require(change[.pairedSE]) < #require(change[.differenceSE]))
  }

  @Test("a share is judged by those who changed: 18 lost and 7 gained of 60") func shares() throws {
    func people(_ stays: (Int) -> Bool) -> [Person] {
      (0..<60).map { Person(id: UInt64($0), pairs: [nil, nil, nil], stays: stays($0)) }
    }
    let later = Set(18..<40).union(53..<60)
    let change = try #require(try Self.changes(people { $0 < 40 }, people { later.contains($0) })["stays"])
    #expect(abs(try #require(change[.pairedChi2]) - 4.84) < 1e-9)
    #expect(abs(try #require(change[.pairedP]) - 0.027807) < 5e-7)
    #expect(abs(try #require(change[.pairedPExact]) - 0.043285) < 5e-7)
    #expect(abs(try #require(change[.pairedDifference]) + 11.0 / 60) < 1e-12)
    #expect(change.figure(.pairedT) == nil)
  }

  @Test("means over items, where other items are answered the second time; promoters count 100") func values() throws {
    let before = [
      Person(id: 1, pairs: [(p: 5, e: 7), (p: 4, e: 6), nil], nps: 9),
      Person(id: 2, pairs: [(p: 3, e: 6), nil, nil], nps: 6),
      Person(id: 3, pairs: [(p: 3, e: 6), (p: 3, e: 6), (p: 3, e: 6)], nps: 7),
    ]
    let after = [
      Person(id: 1, pairs: [(p: 6, e: 7), (p: 6, e: 7), (p: 5, e: 7)], nps: 8),
      Person(id: 2, pairs: [(p: 6, e: 6), (p: 6, e: 6), (p: 6, e: 6)], nps: 10),
      Person(id: 4, pairs: [(p: 1, e: 7), (p: 1, e: 7), (p: 1, e: 7)], nps: 0),
    ]
    let changes = try Self.changes(before, after)
    // Respondent 2 answered one of three items the first time, too few for a mean.
    #expect(changes["d"]?[.pairedN] == 1)
    #expect(abs(try #require(changes["d"]?[.pairedDifference]) - (17.0 / 3 - 4.5)) < 1e-12)
    #expect(abs(try #require(changes["d:gap"]?[.pairedDifference]) - (-4.0 / 3 + 2)) < 1e-12)
    #expect(changes["d"]?.figure(.pairedT)?.reason == .nLt2)
    #expect(changes["i1"]?[.pairedDifference] == 2)
    #expect(changes["i1:gap"]?[.pairedDifference] == 2)
    #expect(changes["nps"]?[.pairedDifference] == 50)
    #expect(changes["i3"]?.figure(.pairedDifference)?.reason == .noData)
  }

  @Test(
    "are not shown where those who came back, stayed away or are new are few",
    arguments: [(60, 60, true), (60, 4, false), (60, 57, false), (57, 57, true), (40, 0, false)])
  func withheld(_ case: (size: Int, back: Int, isShown: Bool)) throws {
    func people(_ range: Range<Int>, _ step: Int) -> [Person] {
      range.map { Person(id: UInt64($0), pairs: [(p: 1 + ($0 * step) % 7, e: 6), nil, nil]) }
    }
    let later = (`case`.size - `case`.back)..<(2 * `case`.size - `case`.back)
    let changes = try Self.changes(people(0..<`case`.size, 1), people(later, 3), publishable: true)
    let change = try #require(changes["i1"])
    #expect(change[.difference] != nil)
    #expect((change[.pairedDifference] != nil) == `case`.isShown)
    if !`case`.isShown, `case`.back > 0 { #expect(change.figure(.pairedN) == .suppressed) }
  }

  @Test("are not compared where respondents are not known") func unlinked() throws {
    let people = (0..<50).map { Person(id: UInt64($0), pairs: [(p: 1 + $0 % 7, e: 6), nil, nil]) }
    var waves = [try Self.wave("2025", people), try Self.wave("2026", people)]
    waves[1].tally.linked = nil
    let measured = measure(
      [Survey(id: "s", respondents: .customers, waves: waves)], configuration: Configuration())
    #expect(measured.surveys[0].changes.allSatisfy { $0.figures.keys.allSatisfy { !$0.isPaired } })
  }
}
