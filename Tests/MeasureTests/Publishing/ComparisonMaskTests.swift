import Audit
import TestSupport
import Testing

@testable import Measure

/// Comparisons of a withheld value with others go with it; others stay.
@Suite struct ComparisonMaskTests {
  private static let configuration: Configuration = Configuration()

  /// One item, and tiers of the given sizes.
  private static func sheet(_ tiers: [(String, Int)]) throws -> AnswerSheet {
    var generator = SeededGenerator(seed: 5)
    let definition = SurveyDefinition(
      items: [try pairedItem("P1", touchpoint: "branch", dimension: "reliability")], outcomes: [],
      segments: [Segment(id: "tier", order: tiers.map(\.0))])
    let names = tiers.flatMap { Array(repeating: $0.0, count: $0.1) }
    return AnswerSheet(
      definition: definition,
      rows: names.map { tier in
        let answer = AnswerSheet.Answer(
          expectation: Int.random(in: 5...7, using: &generator), perception: Int.random(in: 1...7, using: &generator))
        return AnswerSheet.Row(answers: [answer], segments: [tier])
      })
  }

  private static func slice(_ tier: String) -> Slice { Slice(parts: [Slice.Part(segment: "tier", value: tier)]) }

  private static let cases: [(tiers: [(String, Int)], shown: [String])] = [
    ([("a", 3), ("b", 7), ("c", 10), ("d", 40)], ["c", "d"]),
    ([("a", 6), ("b", 7), ("c", 10), ("d", 40)], ["a", "b", "c", "d"]),
    ([("a", 3), ("b", 70)], []),
    ([("a", 1), ("b", 2), ("c", 60), ("d", 60)], ["d"]),
  ]

  @Test("The figures of a value, its comparison with the rest and that of all values go together", arguments: cases)
  func segments(_ test: (tiers: [(String, Int)], shown: [String])) throws {
    let full = measure([survey(try Self.sheet(test.tiers))], configuration: Self.configuration)
    let wave = publishable(full, configuration: Self.configuration).surveys[0].waves[0]
    for tier in test.tiers.map(\.0) {
      let slice = try #require(wave.slices.first { $0.slice == Self.slice(tier) })
      let isShown = test.shown.contains(tier)
      #expect((slice.rows != nil) == isShown)
      for measurement in slice.measurements { #expect(measurement.isSuppressed == !isShown, "\(measurement.key)") }
      #expect(slice.distributions.allSatisfy { $0.counts.isEmpty == !isShown })
      #expect(slice.measurement(.parity, "tier/overall") != nil)
    }
    let all = try #require(wave.all)
    for measurement in all.measurements(of: .segment) {
      #expect(measurement.isSuppressed == (test.shown.count < test.tiers.count))
    }
    #expect(all.measurement(.overall, "all")?.n == wave.rows)
  }

  @Test("A change goes where either wave withholds its subject") func changes() throws {
    let sheets = [
      try Self.sheet([("a", 20), ("b", 30), ("c", 40), ("d", 50)]),
      try Self.sheet([("a", 20), ("b", 3), ("c", 8), ("d", 50)]),
    ]
    let waves = zip(["2025", "2026"], sheets).map { label, sheet in
      SurveyWave(wave: Wave(label: label), definition: sheet.definition, tally: sheet.tally, files: ["\(label).csv"])
    }
    let full = measure(
      [Survey(id: "customers", respondents: .customers, waves: waves)], configuration: Self.configuration)
    let changes = publishable(full, configuration: Self.configuration).surveys[0].changes
    #expect(Set(changes.map(\.key.slice)) == Set([.all] + ["a", "b", "c", "d"].map(Self.slice)))
    for change in changes {
      let isHidden = ["b", "c"].map(Self.slice).contains(change.key.slice)
      #expect(change.isSuppressed == isHidden, "\(change.key)")
    }
  }

  /// Counts of units, and which of them stay; whether the figures of all together do.
  private static let sizes: [(counts: [Int], shown: [Int], whole: Bool)] = [
    ([20, 30, 40, 50], [0, 1, 2, 3], true),
    ([20, 3, 40, 50], [3], true),
    ([20, 4, 4, 40], [3], true),
    ([4, 4, 4, 40, 9], [3], true),
    ([1, 2, 3, 40, 9], [3, 4], true),
    // Σn and Σn² tell the sizes of two.
    ([4, 4], [], false),
    ([3, 60], [], false),
  ]

  @Test("At least three units are withheld, and not all of one size", arguments: sizes)
  func units(_ test: (counts: [Int], shown: [Int], whole: Bool)) throws {
    func measurement(_ kind: SubjectKind, _ subject: String, _ n: Int) -> Measurement {
      Measurement(
        key: MeasurementKey(survey: "s", wave: "2026", kind: kind, subject: subject), n: n,
        figures: [.n: Figure(Double(n), n: n)])
    }
    let rows = test.counts.reduce(0, +)
    let units = test.counts.enumerated().map { measurement(.unit, "overall/u\($0.offset)", $0.element) }
    let slice = MeasuredSlice(
      slice: .all, rows: rows,
      measurements: [measurement(.overall, "all", rows), measurement(.unit, "overall", rows)] + units, distributions: []
    )
    let definition = SurveyDefinition(
      items: [Item(id: "P", scale: try scale(1, 7), comparison: .none)], outcomes: [], segments: [])
    let wave = MeasuredWave(
      wave: Wave(label: "2026"), definition: definition, files: [], fieldwork: nil, rows: rows, unusable: [],
      units: test.counts.count, slices: [slice], familySize: 0, columns: [])
    let shown = try #require(SuppressionMask(wave, minimum: 5).applied(to: wave).all)
    #expect(shown.measurement(.overall, "all")?.n == rows)
    #expect(shown.measurement(.unit, "overall")?.isSuppressed == !test.whole)
    for unit in test.counts.indices {
      #expect((shown.measurement(.unit, "overall/u\(unit)")?.n != nil) == test.shown.contains(unit), "u\(unit)")
    }
  }
}
