import Audit
import Statistics
import TestSupport
import Testing

@testable import Measure

/// Verdicts and benchmarks of surveys whose rows have weights.
@Suite struct WeightedVerdictTests {
  private typealias Fixture = VerdictFixture

  private static let whole = 1_000_000

  /// Two touchpoints, three outcomes, two places; rows get a weight by `weight` from their place and a random number.
  private func survey(
    seed: UInt64, rows: Int = 60, rake: Bool = false, weight: (String, Int) -> Int?
  ) throws -> Survey {
    var generator = SeededGenerator(seed: seed)
    let outcomes = [
      Outcome(id: "nps", kind: .nps, scale: try scale(0, 10)), Outcome(id: "csat", kind: .csat, scale: try scale(1, 5)),
      Outcome(id: "stayed", kind: .yes, scale: try scale(0, 1)),
    ]
    let places = ["here", "there", "yonder"]
    let items = [try Fixture.item("a", touchpoint: "t"), try Fixture.item("b", touchpoint: "u")]
    var definition = SurveyDefinition(
      items: items, outcomes: outcomes, segments: [Segment(id: "place", order: places)], isWeighted: !rake)
    if rake {
      let shares = zip(places, [0.5, 0.3, 0.2]).map { RakeTarget.Share(value: $0, share: $1) }
      definition.rake = [RakeTarget(segment: 0, shares: shares)]
    }
    let sheets = [0, 1].map { wave in
      AnswerSheet(
        definition: definition,
        rows: (0..<rows).map { index in
          let place = places[index % 3]
          var row = AnswerSheet.Row(
            answers: items.map { _ in
              AnswerSheet.Answer(perception: Int.random(in: 1...6, using: &generator) + (index % 3 == 0 ? wave : 0))
            }, segments: [place])
          row.outcomes = [
            Int.random(in: 0...10, using: &generator), Int.random(in: 1...5, using: &generator),
            Int.random(in: 0...1, using: &generator),
          ]
          row.weight = rake ? nil : weight(place, Int.random(in: 1...8, using: &generator))
          return row
        })
    }
    return try Fixture.waves(sheets)
  }

  private static let measures = [
    "gap.t.d", "cell/t/d/failed.share", "item/a/perception.mean", "nps", "csat", "outcome/csat/mean", "stayed",
  ]

  private func plans() throws -> [Correction] {
    var plans = try Self.measures.map { measure in
      try Fixture.plan {
        $0.measure = Fixture.reference(measure)
        $0.target = measure.contains("share") || measure == "stayed" || measure == "csat" ? 0.6 : 5
      }
    }
    plans.append(
      try Fixture.plan {
        $0.scope = Fixture.scope(.segment, ["place=here", "place=there"])
        $0.comparison = Fixture.others(.segment)
      })
    plans.append(
      try Fixture.plan {
        $0.scope = Fixture.scope(.touchpoint, ["t"])
        $0.comparison = Fixture.others(.touchpoint)
      })
    return plans
  }

  @Test("rows that weigh the same say what rows without weights say") func equalWeights() throws {
    for seed in 1...3 as ClosedRange<UInt64> {
      let (plain, weighted) = (
        try survey(seed: seed) { _, _ in nil }, try survey(seed: seed) { _, _ in 3 * Self.whole }
      )
      let plans = try plans()
      let effects = [plain, weighted].map { survey in
        measure([survey], corrections: plans, configuration: Configuration()).corrections.compactMap(\.effect)
      }
      #expect(effects.map(\.count) == [plans.count, plans.count])
      for (one, other) in zip(effects[0], effects[1]) {
        // A survey that declares weights and has none is not weighted.
        #expect(one.weighting == .left && other.weighting == .judged)
        #expect(one.word == other.word && one.needed == other.needed && one.design == other.design)
        // The error of a score without weights has n below, that under weights n − 1.
        let tolerance = one.form == .netPromoter ? 1.0 : 1e-9
        for (a, b) in zip(numbers(of: one), numbers(of: other)) {
          #expect((a == nil) == (b == nil) && abs((a ?? 0) - (b ?? 0)) < tolerance, "\(one.design) \(one.statistic)")
        }
      }
    }
  }

  private func numbers(of effect: CorrectionEffect) -> [Double?] {
    var numbers: [Double?] = []
    for level in effect.levels { numbers += [level.value, level.low, level.high, Double(level.n)] }
    let change = effect.change
    numbers += [change.value, change.low, change.high, change.p, change.detectable]
    for point in effect.trend { numbers += [point.difference, point.low, point.high] }
    return numbers
  }

  /// What is printed under weights for a measure: the level, its interval, and the change of the mean.
  private static let printed: [(measure: String, SubjectKind, String, [Statistic])] = [
    ("gap.t.d", .cell, "t/d", [.weightedPerception, .weightedPerceptionLow, .weightedPerceptionHigh]),
    ("cell/t/d/failed.share", .cell, "t/d", [.weightedFailed, .weightedFailedLow, .weightedFailedHigh]),
    ("item/a/perception.mean", .item, "a", [.weightedPerception, .weightedPerceptionLow, .weightedPerceptionHigh]),
    ("nps", .outcome, "nps", [.weightedNPS, .weightedNPSLow, .weightedNPSHigh]),
    ("csat", .outcome, "csat", [.weightedTop2, .weightedTop2Low, .weightedTop2High]),
    ("outcome/csat/mean", .outcome, "csat", [.weightedMean, .weightedMeanLow, .weightedMeanHigh]),
    ("stayed", .outcome, "stayed", [.weightedShare, .weightedShareLow, .weightedShareHigh]),
  ]

  @Test("levels are the weighted figures of the waves, of a column and raked", arguments: [false, true])
  func levels(rake: Bool) throws {
    let survey = try survey(seed: 3, rows: 90, rake: rake) { place, draw in
      place == "here" ? Self.whole : draw * 200_000
    }
    let audit = measure([survey], configuration: Configuration())
    for (text, kind, subject, statistics) in Self.printed {
      let effect = try Fixture.effect(Fixture.plan { $0.measure = Fixture.reference(text) }, survey)
      #expect(effect.weighting == .judged)
      let levels = zip(["2026-Q1", "2026-Q3"], [effect.treated.before, effect.treated.after])
      for (wave, level) in levels {
        let key = MeasurementKey(survey: "customers", wave: wave, kind: kind, subject: subject)
        let found = try #require(audit[key])
        for (statistic, value) in zip(statistics, [level.value, level.low, level.high]) {
          let shown = try #require(found[statistic])
          #expect(abs(shown - (value ?? .nan)) < 1e-12 * max(1, abs(shown)), "\(text) \(statistic.rawValue)")
        }
        // The weights tell something, or the test would not.
        #expect(abs((found[statistics[0]] ?? 0) - (found[statistics[0].unweighted ?? .n] ?? 0)) > 1e-6)
      }
    }
  }

  @Test("a mean changes as the weighted change between the waves says") func meanChange() throws {
    let survey = try survey(seed: 4, rows: 90) { _, draw in draw * Self.whole }
    let audit = measure([survey], configuration: Configuration())
    let effect = try Fixture.effect(
      Fixture.plan { $0.measure = Fixture.reference("outcome/csat/mean") }, survey)
    let change = try #require(
      audit[MeasurementKey(survey: "customers", wave: "2026-Q1>2026-Q3", kind: .change, subject: "csat")])
    expectFigures(
      change,
      [
        (.weightedDifference, effect.change.value), (.weightedDifferenceLow, try #require(effect.change.low)),
        (.weightedDifferenceHigh, try #require(effect.change.high)),
        (.weightedDifferenceP, try #require(effect.change.p)),
        (.weightedMDE, try #require(effect.change.detectable)),
      ])
  }

  @Test("shares change by Newcombe's interval, scores by their errors") func otherChanges() throws {
    let survey = try survey(seed: 5, rows: 90) { _, draw in draw * Self.whole }
    let audit = measure([survey], configuration: Configuration())
    let figures = { (wave: String, outcome: String, statistics: [Statistic]) in
      let key = MeasurementKey(survey: "customers", wave: wave, kind: .outcome, subject: outcome)
      let found = try #require(audit[key])
      return try statistics.map { try #require(found[$0]) }
    }
    let share: [Statistic] = [.weightedTop2, .weightedTop2Low, .weightedTop2High, .effectiveN]
    let (s1, s2) = (try figures("2026-Q1", "csat", share), try figures("2026-Q3", "csat", share))
    let satisfied = try Fixture.effect(Fixture.plan { $0.measure = Fixture.reference("csat") }, survey).change
    let difference = s2[0] - s1[0]
    let below = ((s2[0] - s2[1]) * (s2[0] - s2[1]) + (s1[2] - s1[0]) * (s1[2] - s1[0])).squareRoot()
    let above = ((s2[2] - s2[0]) * (s2[2] - s2[0]) + (s1[0] - s1[1]) * (s1[0] - s1[1])).squareRoot()
    #expect(abs(satisfied.value - difference) < 1e-12)
    #expect(abs((satisfied.low ?? .nan) - (difference - below)) < 1e-12)
    #expect(abs((satisfied.high ?? .nan) - (difference + above)) < 1e-12)
    let pooled = (s1[3] * s1[0] + s2[3] * s2[0]) / (s1[3] + s2[3])
    let z = difference / (pooled * (1 - pooled) * (1 / s1[3] + 1 / s2[3])).squareRoot()
    #expect(abs((satisfied.p ?? .nan) - Normal.twoSided(z)) < 1e-9)

    let score: [Statistic] = [.weightedNPS, .weightedNPSSE]
    let (n1, n2) = (try figures("2026-Q1", "nps", score), try figures("2026-Q3", "nps", score))
    let recommended = try Fixture.effect(Fixture.plan { $0.measure = Fixture.reference("nps") }, survey).change
    let error = (n1[1] * n1[1] + n2[1] * n2[1]).squareRoot()
    #expect(abs(recommended.value - (n2[0] - n1[0])) < 1e-9)
    #expect(abs((recommended.low ?? .nan) - (n2[0] - n1[0] - 1.959963984540054 * error)) < 1e-9)
  }

  @Test("weights can turn a verdict") func turned() throws {
    // Here it got better, there it got worse; most answers are from here, most customers are there.
    let (worse, better): (Fixture.Histogram, Fixture.Histogram) = ([(2, 30), (3, 30)], [(5, 30), (6, 30)])
    let few: (before: Fixture.Histogram, after: Fixture.Histogram) = ([(5, 10), (6, 10)], [(2, 10), (3, 10)])
    let plain = try Fixture.survey(before: (worse, few.before), after: (better, few.after))
    var weighted = plain
    for index in weighted.waves.indices {
      let (here, there) = index == 0 ? (worse, few.before) : (better, few.after)
      var definition = weighted.waves[index].definition
      definition.isWeighted = true
      let rows = [(here, "here", Self.whole), (there, "there", 20 * Self.whole)].flatMap { histogram, place, weight in
        perceptions(histogram).map { row in
          var row = row
          (row.segments, row.weight) = ([place], weight)
          return row
        }
      }
      let sheet = AnswerSheet(definition: definition, rows: rows)
      (weighted.waves[index].definition, weighted.waves[index].tally) = (definition, sheet.tally)
    }
    let plan = try Fixture.plan { $0.target = 6 }
    #expect(try Fixture.effect(plan, plain).word == .works)
    #expect(try Fixture.effect(plan, weighted).word == .worse)
  }

  @Test("a wave without weights leaves those of the other out, and says so") func oneWave() throws {
    let full = try survey(seed: 6) { _, draw in draw * Self.whole }
    let bare = try survey(seed: 6) { _, _ in nil }
    var mixed = full
    mixed.waves[0] = bare.waves[0]
    let plan = try Fixture.plan { $0.measure = Fixture.reference("csat") }
    let (one, other) = (try Fixture.effect(plan, mixed), try Fixture.effect(plan, bare))
    #expect(one.weighting == .left && one.treated.before == other.treated.before && one.change == other.change)
    let definition = try survey(seed: 6, rake: true) { _, _ in nil }
    #expect(try Fixture.effect(plan, definition).weighting == .judged)
  }

  @Test("what rests on few who share a raked value is withheld") func withheld() throws {
    let verdict = { (rows: Int) in
      let survey = try self.survey(seed: 7, rows: rows, rake: true) { _, _ in nil }
      var configuration = Configuration()
      configuration.privacy.minimumCell = 10
      let plan = try Fixture.plan { $0.measure = Fixture.reference("csat") }
      let audit = measure([survey], corrections: [plan], configuration: configuration)
      return try #require(publishable(audit, configuration: configuration).corrections.first).result
    }
    // Of 27 rows 9 are of each place, of 30 rows 10.
    #expect(try verdict(27) == .unverified(.suppressed))
    #expect(try verdict(30) != .unverified(.suppressed))
  }

  @Test("a benchmark stands beside the weighted figure, tested by its error") func benchmarks() throws {
    let survey = try survey(seed: 8, rows: 90) { _, draw in draw * Self.whole }
    var configuration = Configuration()
    configuration.benchmarks = try [("outcome/csat/mean", 3.0, 1.1), ("csat", 0.5, nil), ("nps", 10, nil)].map {
      Benchmark(
        measure: Fixture.reference($0.0), value: $0.1, n: 200, sd: $0.2, source: "Panel",
        date: try Fixture.day("2025-11-30"), dated: SourceLocation("cxaudit.yml", line: 3))
    }
    let audit = measure([survey], configuration: configuration)
    let own = { (outcome: String, statistic: Statistic) in
      let key = MeasurementKey(survey: "customers", wave: "2026-Q3", kind: .outcome, subject: outcome)
      return try #require(audit[key]?[statistic])
    }
    let found = try audit.benchmarks.map { try #require($0.comparison) }
    #expect(found.map(\.weighting) == [.judged, .judged, .judged])
    #expect(found.map(\.judged) == [.weightedMean, .weightedTop2, .weightedNPS])
    let values = [try own("csat", .weightedMean), try own("csat", .weightedTop2), try own("nps", .weightedNPS)]
    for (comparison, value) in zip(found, values) {
      #expect(abs(comparison.level - value) < 1e-12 * max(1, abs(value)))
    }
    let error = try own("nps", .weightedNPSSE)
    let margin = 1.959963984540054 * (error * error + (10_000 - 100) / 200.0).squareRoot()
    #expect(abs((found[2].test?.low ?? .nan) - (values[2] - 10 - margin)) < 1e-9)
    let mean = try own("csat", .weightedMeanSE)
    let squares = (own: mean * mean, theirs: 1.1 * 1.1 / 200)
    let n = try own("csat", .effectiveN)
    let sum = squares.own + squares.theirs
    let df = sum * sum / (squares.own * squares.own / (n - 1) + squares.theirs * squares.theirs / 199)
    let width = try #require(found[0].test.map { ($0.high - $0.low) / 2 })
    // Between the normal quantile and that of the smaller sample.
    #expect(df > n - 1 && width > 1.959963984540054 * sum.squareRoot() && width < 2.01 * sum.squareRoot())
  }
}
