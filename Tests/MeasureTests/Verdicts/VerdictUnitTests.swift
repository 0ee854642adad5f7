import Audit
import Statistics
import Testing

@testable import Measure

/// Corrections in some units: the units' changes are what is tested (methodology 5.6).
@Suite struct VerdictUnitTests {
  private typealias Fixture = VerdictFixture

  /// Perceptions of each unit, before and after; a unit without answers is not there. Under weights each answer weighs
  /// as many times as its number says.
  private func survey(
    _ units: [(name: String, before: [Int], after: [Int])], isWeighted: Bool = false
  ) throws -> Survey {
    let definition = SurveyDefinition(
      items: [try Fixture.item()], outcomes: [], segments: [], unitColumn: "branch", isWeighted: isWeighted)
    let sheets = [units.map(\.before), units.map(\.after)].map { answers in
      AnswerSheet(
        definition: definition,
        rows: answers.flatMap { $0 }.map {
          var row = AnswerSheet.Row(answers: [AnswerSheet.Answer(expectation: nil, perception: $0)])
          row.weight = isWeighted ? $0 * 1_000_000 : nil
          return row
        })
    }
    var survey = try Fixture.waves(sheets)
    for (wave, answers) in [units.map(\.before), units.map(\.after)].enumerated() {
      let present = units.indices.filter { !answers[$0].isEmpty }
      survey.waves[wave].tally.units = present.map { units[$0].name }
      survey.waves[wave].tally.unitTallies = present.map { tally(units[$0].name, answers[$0], definition) }
    }
    return survey
  }

  private func tally(_ name: String, _ answers: [Int], _ definition: SurveyDefinition) -> UnitTally {
    let levels = (1...7).map { level in answers.count { $0 == level } }
    let scores = (1...7).compactMap { level in
      levels[level - 1] > 0 ? ScoreTally.Entry(answered: 1, sum: level, count: levels[level - 1]) : nil
    }
    return UnitTally(
      unit: name, rows: answers.count, items: [UnitTally.Measure(perception: levels, difference: [])],
      sets: definition.sets.map { _ in UnitTally.SetMeasure(perception: ScoreTally(entries: scores)) }, outcomes: [])
  }

  private static let base = [3, 4, 5, 4, 3, 5, 4, 4]

  private func units(_ changes: [(String, Int)]) -> [(name: String, before: [Int], after: [Int])] {
    changes.map { name, change in (name, Self.base, Self.base.map { $0 + change }) }
  }

  private static let eight = [
    ("a", 1), ("b", 2), ("c", 1), ("d", 1), ("e", 0), ("f", 1), ("g", 0), ("h", -1),
  ]

  private func plan(_ names: [String], _ change: (inout Correction) -> Void = { _ in }) throws -> Correction {
    try Fixture.plan {
      $0.scope = Fixture.scope(.unit, names)
      change(&$0)
    }
  }

  @Test("the changes of the units against those of the others") func compared() throws {
    let survey = try survey(units(Self.eight))
    let effect = try Fixture.effect(
      plan(["a", "b", "c", "d"]) {
        $0.comparison = Fixture.others(.unit)
        $0.target = 6
      }, survey)
    let changes = { (names: ArraySlice<(String, Int)>) in Counts(observations: names.map(\.1)) }
    let expected = WelchTest(changes(Self.eight[..<4]), changes(Self.eight[4...]))
    #expect(effect.design == .unitsCompared && effect.treatedUnits == 4 && effect.controlUnits == 4)
    #expect(effect.treated.before.n == 32 && effect.control?.after.n == 32)
    #expect(effect.change.value == 1.25 && effect.rebound == .none)
    let low = try #require(expected.low.value)
    #expect(effect.change.low.map { abs($0 - low) < 1e-12 } == true)
  }

  @Test("units count alike in a weighted survey, and the effect says so") func weighted() throws {
    let plan = try plan(["a", "b", "c", "d"]) { $0.comparison = Fixture.others(.unit) }
    let alike = try Fixture.effect(plan, survey(units(Self.eight)))
    var weighted = try Fixture.effect(plan, survey(units(Self.eight), isWeighted: true))
    #expect(alike.weighting == .none && weighted.weighting == .left)
    weighted.weighting = .none
    #expect(weighted == alike)
    let byRows = try Fixture.effect(Fixture.plan(), survey(units(Self.eight), isWeighted: true))
    #expect(byRows.weighting == .judged)
  }

  @Test("affected units are no comparison") func affected() throws {
    let survey = try survey(units(Self.eight + [("i", 0)]))
    let effect = try Fixture.effect(
      plan(["a", "b", "c", "d"]) {
        $0.comparison = Fixture.others(.unit)
        $0.affects = [Fixture.reference("unit.h")]
      }, survey)
    #expect(effect.controlUnits == 4 && effect.change.value == 1)
  }

  @Test("fewer than four units a side cannot tell") func few() throws {
    let survey = try survey(units(Self.eight))
    for (names, missing) in [(["a", "b", "c"], 1), (["a", "b", "c", "d", "e", "f"], 2)] {
      let effect = try Fixture.effect(
        plan(names) {
          $0.comparison = Fixture.others(.unit)
          $0.target = 6
        }, survey)
      #expect(effect.word == .cannotTell && effect.change.low == nil && effect.needed == .units(missing))
    }
  }

  @Test("without a comparison the units' own rebound is taken off") func alone() throws {
    var all = units(Self.eight)
    for index in all.indices { all[index].before = all[index].before.map { max(1, $0 - index % 3) } }
    let survey = try survey(all)
    let effect = try Fixture.effect(plan(["a", "b", "c", "d"]), survey)
    let samples = all.map { SampleMean(Counts(observations: $0.before)) }
    let regression = RegressionToMean(samples)
    let rebounds = samples[..<4].compactMap { regression.rebound(of: $0).rebound.value }
    let expected = max(0, rebounds.reduce(0, +) / 4)
    #expect(effect.design == .units && effect.controlUnits == nil)
    #expect(effect.rebound == .takenOff(expected))
  }

  @Test("a unit that was asked in one wave only is left out; one that nobody knows is named") func absent() throws {
    var all = units(Self.eight + [("i", 3)])
    all[8].before = []
    let survey = try survey(all)
    let result = try #require(Fixture.results(plan(["a", "b", "c", "d", "i", "z"]), [survey]).first)
    #expect(result.effect?.treatedUnits == 4)
    #expect(result.effect?.leftOut == CorrectionEffect.LeftOut(absent: ["i"]))
    let compared = try Fixture.effect(plan(["a", "b", "c", "d"]) { $0.comparison = Fixture.others(.unit) }, survey)
    // It was not there before, so it is none of the others.
    #expect(compared.leftOut == CorrectionEffect.LeftOut() && compared.controlUnits == 4)
    #expect(result.unknown.map(\.reference.id) == ["z"] && result.unknown.first?.known.contains("i") == true)
  }

  @Test("a unit of few answers is left out, with those that are withheld to shield it", arguments: [false, true])
  func fewAnswers(isCompared: Bool) throws {
    // No unit has the name of the dimension, which would make it one with the cell.
    var all = units((Self.eight + [("i", 1), ("j", 0), ("k", 2), ("l", 0)]).map { ("B\($0)", $1) })
    all[8].after = [5, 5, 6]
    let survey = try survey(all)
    let named = ["Ba", "Bb", "Bc", "Bd", "Be", "Bf", "Bg", "Bi"]
    let plan = try plan(named) {
      $0.comparison = isCompared ? Fixture.others(.unit) : nil
    }
    let audit = measure([survey], corrections: [plan], configuration: Configuration())
    let shown = publishable(audit, configuration: Configuration())
    let hidden = shown.surveys[0].waves[1].units(on: "t/d").filter(\.measurement.isSuppressed).map(\.name)
    #expect(hidden.count >= 3 && hidden.contains("Bi"))
    let effect = try #require(shown.corrections.first?.effect)
    #expect(shown.corrections == audit.corrections)
    let left = named.filter { !hidden.contains($0) }
    #expect(Set(effect.leftOut.few) == Set(hidden).intersection(named))
    #expect(effect.treatedUnits == left.count && effect.treated.before.n == 8 * left.count)
    guard isCompared else { return }
    #expect(effect.leftOut.othersFew == Set(hidden).subtracting(named).count)
    #expect(effect.controlUnits == 4 - effect.leftOut.othersFew)
  }

  @Test("where all of its units are withheld, so is the verdict") func allFew() throws {
    var all = units(Self.eight)
    for index in 0..<4 { all[index].after = [5, 5, 6] }
    let results = Fixture.results(try plan(["a", "b", "c", "d"]), [try survey(all)])
    #expect(results.map(\.result) == [.unverified(.suppressed)])
  }

  @Test("units keep perceptions, gaps and outcomes alone") func notByUnit() throws {
    let survey = try survey(units(Self.eight))
    let plan = try plan(["a", "b", "c", "d"]) { $0.measure = Fixture.reference("cell/t/d/failed.share") }
    #expect(Fixture.results(plan, [survey]).map(\.result) == [.unverified(.notByUnit)])
  }
}
