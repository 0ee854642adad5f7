import Audit
import TestSupport
import Testing

@testable import Measure

/// Figures of shown subjects that are made of withheld ones go as well.
@Suite struct DependentFiguresTests {
  private static func slice(_ value: String) -> Slice { Slice(parts: [Slice.Part(segment: "tier", value: value)]) }

  /// Everyone and the values of a raked segment, with one item.
  private static func raked(_ counts: [Int]) throws -> MeasuredWave {
    func measured(_ slice: Slice, _ n: Int) -> MeasuredSlice {
      func measurement(_ kind: SubjectKind, _ subject: String, _ statistics: [Statistic]) -> Measurement {
        Measurement(
          key: MeasurementKey(survey: "s", wave: "2026", slice: slice, kind: kind, subject: subject), n: n,
          figures: statistics.reduce(into: Figures()) { $0[$1] = Figure(1, n: n) })
      }
      let isAll = slice == .all
      return MeasuredSlice(
        slice: slice, rows: n,
        measurements: [measurement(.item, "P", [.n, .perceptionMean] + (isAll ? [.weightedPerception] : []))]
          + (isAll ? [measurement(.weights, "all", [.deff, .mostWeight])] : []), distributions: [])
    }
    let names = counts.indices.map { "v\($0)" }
    let rows = counts.reduce(0, +)
    let definition = SurveyDefinition(
      items: [Item(id: "P", scale: try scale(1, 7), comparison: .none)], outcomes: [],
      segments: [Segment(id: "tier", order: names)],
      rake: [RakeTarget(segment: 0, shares: names.map { RakeTarget.Share(value: $0, share: 0.25) })])
    return MeasuredWave(
      wave: Wave(label: "2026"), definition: definition, files: [], fieldwork: nil, rows: rows, unusable: [], units: 0,
      slices: [measured(.all, rows)] + zip(names, counts).map { measured(Self.slice($0), $1) }, familySize: 0,
      columns: [])
  }

  @Test(
    "Raked figures go where a value of the raked segment goes",
    arguments: [([10, 20, 30, 40], true), ([3, 20, 30, 40], false)])
  func rakedFigures(_ test: (counts: [Int], isShown: Bool)) throws {
    let wave = try Self.raked(test.counts)
    let all = try #require(SuppressionMask(wave, minimum: 5).applied(to: wave).all)
    let item = try #require(all.measurement(.item, "P"))
    #expect(item[.perceptionMean] == 1)
    #expect((item.figure(.weightedPerception) == .suppressed) == !test.isShown)
    #expect(all.measurement(.weights, "all")?.isSuppressed == !test.isShown)
  }

  /// Two raked tiers in two regions; in the first region few are of tier a.
  @Test("Weighted figures of a slice go where few of it share a raked value", arguments: [(3, false), (12, true)])
  func rakedWithinSlices(_ test: (few: Int, isShown: Bool)) throws {
    let definition = SurveyDefinition(
      items: [Item(id: "P", dimension: "d", scale: try scale(1, 7), comparison: .none)], outcomes: [],
      segments: [Segment(id: "tier", order: ["a", "b"]), Segment(id: "region", order: ["n", "s"])],
      rake: [RakeTarget(segment: 0, shares: [.init(value: "a", share: 0.5), .init(value: "b", share: 0.5)])])
    let places = [("a", "n", test.few), ("b", "n", 30), ("a", "s", 30), ("b", "s", 30)]
    let rows = places.flatMap { tier, region, count in
      (0..<count).map { index in
        AnswerSheet.Row(answers: [AnswerSheet.Answer(perception: 2 + index % 5)], segments: [tier, region])
      }
    }
    let full = measure([survey(AnswerSheet(definition: definition, rows: rows))], configuration: Configuration())
    let shown = publishable(full, configuration: Configuration())
    func figure(_ kind: SubjectKind, _ subject: String, _ region: String?, _ statistic: Statistic) -> Figure? {
      let slice = region.map { Slice(parts: [Slice.Part(segment: "region", value: $0)]) } ?? .all
      return shown[
        MeasurementKey(survey: "customers", wave: "2026", slice: slice, kind: kind, subject: subject)]?
        .figure(statistic)
    }
    for (kind, subject) in [(SubjectKind.item, "P"), (.dimension, "d")] {
      #expect((figure(kind, subject, "n", .weightedFailed)?.value != nil) == test.isShown)
      #expect((figure(kind, subject, "n", .effectiveN)?.value != nil) == test.isShown)
      #expect(figure(kind, subject, "n", .failedShare)?.value != nil)
      #expect(figure(kind, subject, "s", .weightedFailed)?.value != nil)
      #expect(figure(kind, subject, nil, .weightedFailed)?.value != nil)
    }
    for region in ["n", "s"] {
      #expect((figure(.parity, "region/overall", region, .weightedDifference)?.value != nil) == test.isShown)
      #expect(figure(.parity, "region/overall", region, .difference)?.value != nil)
    }
  }

  /// Two touchpoints; of tier a few answer the second.
  @Test(
    "Comparisons at the same touchpoints go where a touchpoint goes", arguments: [(12, ["a", "b", "c"]), (3, ["c"])])
  func mixes(_ test: (few: Int, shown: [String])) throws {
    var generator = SeededGenerator(seed: 11)
    let definition = SurveyDefinition(
      items: [
        try pairedItem("P1", touchpoint: "branch", dimension: "reliability"),
        try pairedItem("P2", touchpoint: "web", dimension: "reliability"),
      ], outcomes: [], segments: [Segment(id: "tier", order: ["a", "b", "c"])])
    let tiers = [("a", 20), ("b", 30), ("c", 60)].flatMap { Array(repeating: $0.0, count: $0.1) }
    let rows = tiers.enumerated().map { index, tier in
      let answers = (0..<2).map { _ in
        AnswerSheet.Answer(
          expectation: Int.random(in: 5...7, using: &generator), perception: Int.random(in: 1...7, using: &generator))
      }
      return AnswerSheet.Row(
        answers: [answers[0], tier == "a" && index >= test.few ? nil : answers[1]], segments: [tier])
    }
    let full = measure([survey(AnswerSheet(definition: definition, rows: rows))], configuration: Configuration())
    let shown = publishable(full, configuration: Configuration())
    for tier in ["a", "b", "c"] {
      let key = MeasurementKey(
        survey: "customers", wave: "2026", slice: Self.slice(tier), kind: .parity, subject: "tier/overall")
      #expect(full[key]?[.cmhDifference] != nil)
      #expect((shown[key]?[.cmhDifference] != nil) == test.shown.contains(tier), "\(tier)")
      #expect(shown[key]?[.difference] == full[key]?[.difference])
    }
  }
}
