import Audit
import Statistics
import TestSupport
import Testing

@testable import Measure

/// Worked figures of methodology 5.1 to 5.6, from tallies to verdicts.
@Suite struct VerdictFiguresTests {
  private typealias Fixture = VerdictFixture

  private func x16() throws -> Survey {
    try Fixture.survey(
      before: (Fixture.treated.before, Fixture.control.before), after: (Fixture.treated.after, Fixture.control.after))
  }

  private func alone() throws -> Survey {
    try Fixture.survey(before: (Fixture.treated.before, []), after: (Fixture.treated.after, []))
  }

  @Test("X16: the change net of the comparison") func differenceInDifferences() throws {
    for comparison in [Fixture.others(.segment), Fixture.scope(.segment, ["place=there"])] {
      let plan = try Fixture.plan {
        $0.scope = Fixture.scope(.segment, ["place=here"])
        $0.comparison = comparison
        $0.target = 4.5
      }
      let effect = try Fixture.effect(plan, x16())
      #expect(effect.design == .segments && effect.rebound == .none && effect.statistic == .perceptionMean)
      Fixture.expect(effect.change.value, 0.550123)
      Fixture.expect(effect.change.low, 0.099414)
      Fixture.expect(effect.change.high, 1.000833)
      Fixture.expect(effect.change.p, 0.016873)
      Fixture.expect(effect.treated.change, 0.653585)
      #expect(effect.treated.before.n == 100 && effect.control?.after.n == 104)
      #expect(effect.trend.map(\.wave) == ["2026-Q1"] && !effect.isTrendShown)
      #expect(effect.word == .closed)
    }
  }

  @Test("X16 without the comparison: before and after, what could be found") func beforeAfter() throws {
    let effect = try Fixture.effect(Fixture.plan { $0.target = 5 }, alone())
    #expect(effect.design == .beforeAfter && effect.rebound == .unknown && effect.control == nil)
    Fixture.expect(effect.change.value, 0.653585)
    Fixture.expect(effect.change.low, 0.315193)
    Fixture.expect(effect.change.high, 0.991977)
    Fixture.expect(effect.change.detectable, 0.480819)
    #expect(effect.earlier == "2026-Q1" && effect.later == "2026-Q3" && effect.asked == Day(iso: "2026-07-01"))
    #expect(effect.word == .works)
  }

  /// The level before is 4.12.
  static let words: [(target: Double?, isTurned: Bool, word: VerdictWord)] = [
    (4.5, false, .closed), (5, false, .works), (nil, false, .works), (4.5, true, .worse), (nil, true, .worse),
  ]

  @Test(arguments: words) func theTargetDecides(target: Double?, isTurned: Bool, word: VerdictWord) throws {
    let (one, other) = (Fixture.treated.before, Fixture.treated.after)
    let survey = try Fixture.survey(before: (isTurned ? other : one, []), after: (isTurned ? one : other, []))
    let effect = try Fixture.effect(Fixture.plan { $0.target = target }, survey)
    #expect(effect.word == word && effect.needed == nil)
  }

  @Test("few answers close nothing, and say how many more would", arguments: [29, 30])
  func few(_ n: Int) throws {
    let survey = try Fixture.survey(before: (Fixture.treated.before, []), after: ([(6, n - 5), (7, 5)], []))
    let effect = try Fixture.effect(Fixture.plan { $0.target = 4.5 }, survey)
    #expect(effect.word == (n < 30 ? .cannotTell : .closed))
    // A change to the target has to be found, too.
    if case .answers(let more)? = effect.needed { #expect(more >= 30 - n) } else { #expect(n == 30) }
  }

  @Test("no effect only where the way to the target is ruled out") func noEffect() throws {
    let survey = try Fixture.survey(before: (Fixture.treated.before, []), after: (Fixture.treated.before, []))
    let far = try Fixture.effect(Fixture.plan { $0.target = 5 }, survey)
    #expect(far.word == .noEffect && far.needed == nil)
    let few: Fixture.Histogram = [(2, 2), (3, 4), (4, 6), (5, 5), (6, 2), (7, 1)]
    let small = try Fixture.survey(before: (Fixture.treated.before, []), after: (few, []))
    let near = try Fixture.effect(Fixture.plan { $0.target = 4.62 }, small)
    #expect(near.word == .cannotTell)
    guard case .answers(let more)? = near.needed else {
      Issue.record("\(String(describing: near.needed))")
      return
    }
    // With so many more the change to the target would be found, with one fewer it would not.
    let variance = { (rows: Fixture.Histogram) in
      try #require(Moments(Counts(values: rows.map(\.p), counts: rows.map(\.count))).variance.value)
    }
    let (then, now) = (try variance(Fixture.treated.before), try variance(few))
    let detectable = { (n: Int) in 2.801585 * (then / 100 + now / Double(n)).squareRoot() }
    #expect(more > 0 && detectable(20 + more) <= 0.5 + 1e-6 && detectable(20 + more - 1) > 0.5 - 1e-6)
    let open = try Fixture.effect(Fixture.plan(), survey)
    #expect(open.word == .cannotTell && open.needed == nil)
    let tiny = try Fixture.effect(Fixture.plan { $0.target = 4.121 }, survey)
    #expect(tiny.needed == .outOfReach)
  }

  @Test("X5: recommendation by the difference of its scores") func recommendation() throws {
    let outcome = Outcome(id: "nps", kind: .nps, scale: try scale(0, 10))
    let survey = try outcomes(
      outcome, before: [5, 1, 2, 3, 3, 6, 9, 15, 22, 24, 30], after: [2, 1, 0, 2, 2, 4, 6, 14, 20, 28, 41])
    let effect = try Fixture.effect(
      Fixture.plan {
        $0.measure = Fixture.reference("nps")
        $0.target = 50
      }, survey)
    #expect(effect.form == .netPromoter && effect.rebound == .none && effect.word == .works)
    Fixture.expect(effect.change.value, 22.5)
    Fixture.expect(effect.change.low, 3.087839)
    Fixture.expect(effect.change.high, 41.912161)
    Fixture.expect(effect.change.p, 0.023103)
    Fixture.expect(effect.treated.after.low, 29.378567)
    Fixture.expect(effect.treated.after.high, 55.174279)
  }

  @Test("X7: shares by Newcombe") func shares() throws {
    let outcome = Outcome(id: "csat", kind: .csat, scale: try scale(1, 5))
    let survey = try outcomes(outcome, before: [6, 9, 10, 7, 3], after: [2, 4, 9, 14, 11])
    let effect = try Fixture.effect(
      Fixture.plan {
        $0.measure = Fixture.reference("csat")
        $0.target = 0.8
      }, survey)
    #expect(effect.form == .share && effect.statistic == .top2Share && effect.word == .works)
    Fixture.expect(effect.change.value, 0.339286)
    Fixture.expect(effect.change.low, 0.113243)
    Fixture.expect(effect.change.high, 0.519900)
  }

  private func outcomes(_ outcome: Outcome, before: [Int], after: [Int]) throws -> Survey {
    let definition = SurveyDefinition(items: [], outcomes: [outcome], segments: [])
    return try Fixture.waves(
      [before, after].map { levels in
        let rows = levels.enumerated().flatMap { offset, count in
          Array(repeating: AnswerSheet.Row(outcomes: [outcome.scale.minimum + offset]), count: count)
        }
        return AnswerSheet(definition: definition, rows: rows)
      })
  }

  @Test("where less is better, a fall is the better way") func lowerIsBetter() throws {
    let plan = try Fixture.plan {
      $0.measure = Fixture.reference("cell/t/d/failed.share")
      $0.target = 0.3
    }
    let effect = try Fixture.effect(plan, alone())
    // Seriously failed is two points and more below 6: at most 4.
    #expect(effect.better == .low && effect.form == .share)
    #expect(effect.treated.before.value == 0.62 && effect.treated.after.value == 42.0 / 106)
    #expect(effect.word == .works)
  }

  @Test("X17: what was lowest comes back by itself, and that is taken off") func rebound() throws {
    var generator = SeededGenerator(seed: 17)
    let names = ["a", "b", "c", "d", "e", "f"]
    let items = try names.map { try Fixture.item("i\($0)", touchpoint: $0) }
    let definition = SurveyDefinition(items: items, outcomes: [], segments: [])
    let sheets = [0, 1].map { wave in
      let rows = (0..<80).map { _ in
        AnswerSheet.Row(
          answers: names.indices.map { index in
            let level = Int.random(in: 2...5, using: &generator) + (index == 2 ? wave : index % 2 + 1)
            return AnswerSheet.Answer(expectation: nil, perception: min(7, level))
          })
      }
      return AnswerSheet(definition: definition, rows: rows)
    }
    let survey = try Fixture.waves(sheets)
    let plan = try Fixture.plan { $0.corrects = [Fixture.reference("gap.c.d")] }
    let effect = try Fixture.effect(plan, survey)
    let samples = names.indices.map { index in
      SampleMean(Counts(observations: sheets[0].rows.compactMap { $0.answers[index]?.perception }))
    }
    let expected = try #require(RegressionToMean(samples).rebound(of: samples[2]).rebound.value)
    #expect(expected > 0 && effect.rebound == .takenOff(expected))
    #expect(abs(effect.change.value - (effect.treated.change - expected)) < 1e-12)
    // One that was not low has nothing to give back.
    let high = try Fixture.effect(Fixture.plan { $0.corrects = [Fixture.reference("gap.b.d")] }, survey)
    #expect(high.rebound == .takenOff(0) && abs(high.change.value - high.treated.change) < 1e-12)
  }

  @Test("other touchpoints are a comparison, less those that are affected") func touchpoints() throws {
    let items = try ["t", "u", "v"].map { try Fixture.item("i\($0)", touchpoint: $0) }
    let definition = SurveyDefinition(items: items, outcomes: [], segments: [])
    func sheet(_ means: [[Int]]) -> AnswerSheet {
      AnswerSheet(
        definition: definition,
        rows: means[0].indices.map { row in
          AnswerSheet.Row(answers: means.map { AnswerSheet.Answer(expectation: nil, perception: $0[row]) })
        })
    }
    let survey = try Fixture.waves([
      sheet([[2, 3, 4, 3, 2, 3], [4, 5, 4, 5, 4, 5], [3, 4, 3, 4, 3, 5]]),
      sheet([[5, 6, 5, 6, 5, 6], [5, 5, 4, 5, 4, 5], [7, 7, 7, 6, 7, 7]]),
    ])
    let plan = try Fixture.plan {
      $0.comparison = Fixture.others(.touchpoint)
      $0.affects = [Fixture.reference("touchpoint.v")]
    }
    let effect = try Fixture.effect(plan, survey)
    #expect(effect.design == .touchpoints && effect.control?.before.value == 4.5)
    #expect(abs(effect.change.value - (5.5 - 17.0 / 6 - (28.0 / 6 - 4.5))) < 1e-12)
    let both = try Fixture.effect(Fixture.plan { $0.comparison = Fixture.others(.touchpoint) }, survey)
    #expect(both.control?.before.n == 12 && both.control?.before.low == nil)
    let narrow = try #require(effect.change.detectable)
    #expect(both.change.detectable.map { $0 > 0 && $0 < 2 * narrow } == true)
  }
}
