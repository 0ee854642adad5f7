import Statistics
import TestSupport
import Testing

/// Sections 5.5 and 5.6: what can be found, and what a later wave says.
@Suite struct VerdictTests {
  @Test func smallestEffectOfAPlannedComparison() throws {
    // Example X16 before and after, treated alone: Welch's error of the change.
    let test = WelchTest(ChangeTests.treated.after, ChangeTests.treated.before)
    #expect(printed(DetectableEffect().minimum(se: test.se), as: 0.480819))
    #expect(printed(DetectableEffect().factor, as: 2.801585))
    #expect(DetectableEffect().minimum(se: .unavailable(.nLt2)) == .unavailable(.nLt2))
  }

  @Test func answersThatAPlanNeeds() {
    let plan = DetectableEffect()
    #expect(plan.rowsPerGroup(effect: 0.3, sd: 1.3) == .value(295))
    #expect(plan.rowsPerGroup(effect: -0.3, sd: 1.3) == .value(295))
    #expect(plan.rowsPerGroup(share: 0.6, against: 0.68) == .value(562))
    #expect(plan.rowsPerGroup(share: 0.68, against: 0.6) == .value(562))
    // 294.77 times 1.5 is 442.2; 561.4 times 1.5 is 842.0.
    #expect(plan.rowsPerGroup(effect: 0.3, sd: 1.3, designEffect: 1.5) == .value(443))
    #expect(plan.rowsPerGroup(effect: 1e-12, sd: 1) == .unavailable(.overflow))
  }

  @Test func answersStillNeeded() throws {
    let plan = DetectableEffect()
    let test = WelchTest(ChangeTests.treated.after, ChangeTests.treated.before)
    let now = 206
    let needed = try #require(plan.rowsNeeded(n: now, se: test.se, effect: 0.3).value)
    // With so many answers the detectable effect is 0.3, with one fewer it is not.
    let se = try #require(test.se.value)
    let minimum = { (n: Double) in plan.factor * se * (Double(now) / n).squareRoot() }
    #expect(minimum(needed) <= 0.3 && minimum(needed - 1) > 0.3)
    #expect(plan.rowsNeeded(n: now, se: test.se, effect: 0.5).value.map { $0 < Double(now) } == true)
    let later = try #require(plan.rowsLater(variance: 1.5, fixed: 0.002, effect: 0.3).value)
    let error = { (n: Double) in plan.factor * (0.002 + 1.5 / n).squareRoot() }
    #expect(error(later) <= 0.3 && error(later - 1) > 0.3)
    #expect(plan.rowsLater(variance: 1.5, fixed: 0.02, effect: 0.3) == .unavailable(.tooFew))
  }

  typealias Interval = (low: Double, high: Double)
  /// Level before −1.2, target −0.5, so δ* is 0.7.
  static let verdicts: [(change: Interval, level: Interval, verdict: Verdict)] = [
    ((-0.5, -0.1), (-2, -1.3), .worse), ((-0.5, -0.01), (-0.4, 0), .worse), ((0.2, 1.2), (-0.5, -0.1), .closed),
    ((0.2, 1.2), (-0.3, -0.1), .closed), ((0.2, 1.2), (-0.51, -0.1), .works), ((0.01, 0.2), (-1.2, -1), .works),
    ((-0.2, 0.3), (-1.4, -0.9), .noEffect), ((0, 0.69), (-1.4, -0.4), .noEffect),
    ((0, 0.7), (-1.4, -0.4), .cannotTell), ((-0.7, 0.1), (-2, -1), .cannotTell), ((-3, 3), (-3, 3), .cannotTell),
    ((0, 0.9), (-0.4, 0), .cannotTell),
  ]

  @Test(arguments: verdicts)
  func oneVerdictHolds(change: Interval, level: Interval, verdict: Verdict) {
    #expect(Verdict(change: change, level: level, before: -1.2, target: -0.5) == verdict)
    // The same on a measure on which lower is better.
    let mirrored = Verdict(
      change: (-change.high, -change.low), level: (-level.high, -level.low), before: 1.2, target: 0.5, better: .lower)
    #expect(mirrored == verdict)
  }

  @Test func theReboundIsTakenOffBeforeJudging() {
    let test = WelchTest(ChangeTests.treated.after, ChangeTests.treated.before)
    let level = MeanTest(ChangeTests.treated.after)
    let judge = { (rebound: Double, target: Double) in
      Verdict(change: test, rebound: rebound, level: (level.low, level.high), before: 4.12, target: target)
    }
    #expect(judge(0, 4.5) == .closed)
    #expect(judge(0, 5) == .works)
    #expect(judge(0.4, 4.5) == .cannotTell)
    #expect(judge(0.4, 5) == .noEffect)
    #expect(judge(1, 5) == .worse)
  }

  @Test func withoutAnIntervalNothingCanBeTold() {
    let single = WelchTest(Counts(observations: [4]), ChangeTests.treated.before)
    let level = (low: Estimate.unavailable(.nLt2), high: Estimate.unavailable(.nLt2))
    #expect(Verdict(change: single, level: level, before: 4, target: 5) == .cannotTell)
    let test = WelchTest(ChangeTests.treated.after, ChangeTests.treated.before)
    #expect(Verdict(change: test, level: level, before: 4, target: 4) == .works)
    for better in Verdict.Better.allCases {
      let target = better == .higher ? 0.0 : 9
      #expect(Verdict(change: test, level: level, before: 4, target: target, better: better) != .closed)
    }
  }

  private static func units(_ changes: [Int]) -> [UnitChange] {
    changes.map { change in
      UnitChange(
        before: Counts(observations: [3, 4, 5, 5]), after: Counts(observations: [3, 4, 5, 5]).shifted(by: change))
    }
  }

  /// As any two samples of whole changes.
  @Test func unitsAreComparedByTheirChanges() {
    let units = UnitComparison(treated: Self.units([1, 0, 2, 1, 1]), control: Self.units([0, 1, -1, 0]))
    let plain = WelchTest(Counts(observations: [1, 0, 2, 1, 1]), Counts(observations: [0, 1, -1, 0]))
    #expect(units.treated == 5 && units.control == 4)
    let pairs = [
      (units.test.difference, plain.difference), (units.test.se, plain.se), (units.test.df, plain.df),
      (units.test.t, plain.t), (units.test.p, plain.p), (units.test.low, plain.low), (units.test.high, plain.high),
    ]
    for (one, other) in pairs { #expect(agree(one, other, within: 1e-13)) }
  }

  @Test func unitsWithoutAComparisonAreTestedAgainstNoChange() {
    let units = UnitComparison(treated: Self.units([1, 0, 2, 1, 1]))
    let plain = MeanTest(Counts(observations: [1, 0, 2, 1, 1]))
    for (one, other) in [(units.test.t, plain.t), (units.test.df, plain.df), (units.test.p, plain.p)] {
      #expect(agree(one, other, within: 1e-13))
    }
    #expect(units.control == 0)
  }

  @Test func fourUnitsASideAreNeeded() {
    let empty = UnitChange(before: Counts(observations: []), after: Counts(observations: [4]))
    #expect(empty.change == .unavailable(.noData))
    for (treated, control) in [([1, 0, 2], [0, 1, 0, 1]), ([1, 0, 2, 1], [0, 1, 0])] {
      let units = UnitComparison(treated: Self.units(treated) + [empty], control: Self.units(control) + [empty])
      #expect(units.test.difference.value != nil)
      #expect(units.test.p == .unavailable(.tooFew) && units.test.low == .unavailable(.tooFew))
      let level = (low: Estimate.value(4), high: Estimate.value(5))
      #expect(Verdict(change: units.test, level: level, before: 4, target: 5) == .cannotTell)
    }
    #expect(UnitComparison(treated: [empty], control: Self.units([1])).test.p == .unavailable(.noData))
    #expect(UnitComparison(treated: []).test.difference == .unavailable(.noData))
    let same = UnitComparison(treated: Self.units([1, 1, 1, 1]), control: Self.units([0, 0, 0, 0]))
    #expect(same.test.difference == .value(1) && same.test.t == .unavailable(.zeroVariance))
  }

  @Test func orderOfUnitsDoesNotMatterToTheLastBit() {
    var generator = SeededGenerator(seed: 41)
    for _ in 0..<200 {
      let units = (0..<8).map { _ in
        UnitChange(
          before: Counts(observations: generator.observations(in: 1...7, atMost: 30)),
          after: Counts(observations: generator.observations(in: 1...7, atMost: 30)))
      }
      let (treated, control) = (Array(units[..<4]), Array(units[4...]))
      let comparison = UnitComparison(treated: treated, control: control)
      let shuffled = UnitComparison(
        treated: treated.shuffled(using: &generator), control: control.shuffled(using: &generator))
      #expect(shuffled == comparison)
      let turned = UnitComparison(treated: control, control: treated).test
      #expect(turned.difference == comparison.test.difference.map { -$0 } && turned.p == comparison.test.p)
    }
  }
}
