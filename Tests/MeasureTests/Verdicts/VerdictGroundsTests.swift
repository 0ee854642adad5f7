import Audit
import TestSupport
import Testing

@testable import Measure

private typealias Fixture = VerdictFixture

/// What a verdict may rest on: places without a correction of their own, enough answers, steps that were done, and what
/// customers get.
struct VerdictGroundsTests {
  /// Rows that rate each of the items by its perceptions; nil for no answer.
  private static func sheet(_ items: [Item], _ answers: [[Int?]]) -> AnswerSheet {
    AnswerSheet(
      definition: SurveyDefinition(items: items, outcomes: [], segments: []),
      rows: answers[0].indices.map { row in
        AnswerSheet.Row(
          answers: answers.map { column in column[row].map { AnswerSheet.Answer(expectation: nil, perception: $0) } })
      })
  }

  // MARK: Comparisons

  private static func touchpoints() throws -> Survey {
    let items = try ["t", "u", "v"].map { try Fixture.item("i\($0)", touchpoint: $0) }
    return try Fixture.waves([
      sheet(items, [[2, 3, 4, 3, 2, 3], [3, 4, 3, 4, 3, 5], [4, 5, 4, 5, 4, 5]]),
      sheet(items, [[5, 6, 5, 6, 5, 6], [6, 7, 7, 7, 6, 7], [4, 5, 4, 5, 4, 5]]),
    ])
  }

  private static func other(_ slug: String, _ id: String, start: String = "2026-05-01") throws -> Correction {
    try Fixture.plan {
      ($0.slug, $0.title, $0.corrects) = (slug, slug, [Fixture.reference(id)])
      $0.start = try Fixture.day(start)
    }
  }

  private static func result(_ plan: Correction, besides others: [Correction]) throws -> MeasuredCorrection.Result {
    let all = measure([try touchpoints()], corrections: [plan] + others, configuration: Configuration()).corrections
    return try #require(all.first { $0.slug == plan.slug }).result
  }

  @Test("a touchpoint with a correction of its own between the waves is no comparison")
  func corrected() throws {
    let plan = try Fixture.plan { $0.comparison = Fixture.others(.touchpoint) }
    guard case .judged(let effect) = try Self.result(plan, besides: [Self.other("q", "gap.u.d")]) else {
      Issue.record("no verdict")
      return
    }
    #expect(effect.leftOut.othersCorrected == ["u"] && effect.control?.before.value == 4.5)
    // One that began before the first wave was over has not changed between the two.
    guard case .judged(let both) = try Self.result(plan, besides: [Self.other("q", "gap.u.d", start: "2026-03-01")])
    else {
      Issue.record("no verdict")
      return
    }
    #expect(both.leftOut.othersCorrected.isEmpty && both.control?.before.n == 12)
    let all = [try Self.other("q", "gap.u.d"), try Self.other("r", "gap.v.d")]
    #expect(try Self.result(plan, besides: all) == .unverified(.allCorrected(["u", "v"])))
    let named = try Fixture.plan { $0.comparison = Fixture.scope(.touchpoint, ["u"]) }
    #expect(try Self.result(named, besides: all) == .unverified(.allCorrected(["u"])))
  }

  @Test("rows about one touchpoint each are of different customers", arguments: [false, true])
  func customers(isByRow: Bool) throws {
    var survey = try Self.touchpoints()
    for wave in survey.waves.indices where isByRow { survey.waves[wave].definition.rowTouchpoints = ["t", "u", "v"] }
    let plan = try Fixture.plan { $0.comparison = Fixture.others(.touchpoint) }
    #expect(try Fixture.effect(plan, survey).haveSameCustomers != isByRow)
  }

  // MARK: Few answers

  @Test("so few answers as raise no deficiency close none, and call nothing worse", arguments: [29, 30], [2, 6])
  func few(answers: Int, level: Int) throws {
    let items = [try Fixture.item()]
    func wave(_ level: Int, _ n: Int) -> AnswerSheet {
      Self.sheet(items, [(0..<n).map { level + $0 % 2 }])
    }
    let plan = try Fixture.plan { $0.target = 5.5 }
    let effect = try Fixture.effect(plan, Fixture.waves([wave(4, 200), wave(level, answers)]))
    let word: VerdictWord = level > 4 ? .closed : .worse
    #expect(effect.word == (answers < 30 ? .cannotTell : word))
    #expect(effect.needed == (answers < 30 ? .base(1) : nil))
  }

  // MARK: The rebound

  @Test("a touchpoint of few answers does not decide how much the lowest comes back by itself", arguments: [2, 29, 30])
  func peers(answers: Int) throws {
    func survey(_ names: [String]) throws -> Survey {
      let items = try names.map { try Fixture.item("i\($0)", touchpoint: $0) }
      var generator = SeededGenerator(seed: 4)
      let levels = [(2...4), (4...7), (3...7), (4...6), (5...7)]
      var columns = levels.map { level in (0..<120).map { _ in Int?.some(Int.random(in: level, using: &generator)) } }
      if names.count > 5 { columns.append((0..<120).map { $0 < answers ? ($0 % 2 == 0 ? 1 : 7) : nil }) }
      return try Fixture.waves([Self.sheet(items, columns), Self.sheet(items, columns)])
    }
    let plan = try Fixture.plan()
    let alone = try Fixture.effect(plan, survey(["t", "u", "v", "w", "x"]))
    let beside = try Fixture.effect(plan, survey(["t", "u", "v", "w", "x", "y"]))
    guard case .takenOff = alone.rebound else {
      Issue.record("\(alone.rebound)")
      return
    }
    #expect((beside.rebound == alone.rebound) == (answers < 30))
  }

  // MARK: Steps

  static let steps: [(Correction.Status, [(Bool, String?)], Bool)] = [
    (.inProgress, [(true, "2026-10-05"), (false, nil)], false), (.done, [(true, "2026-10-05")], false),
    (.inProgress, [(false, nil)], false), (.inProgress, [(true, "2026-09-30")], true), (.done, [(false, nil)], true),
    (.inProgress, [(true, nil), (true, "2026-10-05")], true), (.inProgress, [], true),
  ]

  @Test("nothing is said of steps that were done after customers were asked, or not at all", arguments: steps)
  func stepsOfLater(status: Correction.Status, steps: [(Bool, String?)], isJudged: Bool) throws {
    let plan = try Fixture.plan { plan in
      plan.status = status
      plan.steps = try steps.map { done, day in
        var step = Step(text: "Do it", done: done, source: .plan)
        step.doneOn = try day.map { try Fixture.day($0) }
        return step
      }
    }
    let result = try Self.result(plan, besides: [])
    // Without a step that is done a plan under way has not begun.
    let hasBegun = status == .done || steps.contains { $0.0 } || status == .inProgress
    #expect((result == .unverified(.nothingDone(wave: "2026-Q3"))) == (hasBegun && !isJudged), "\(result)")
  }

  // MARK: What customers expect

  static let moves: [(then: (e: Int, p: Int), now: (e: Int, p: Int), VerdictWord, CorrectionEffect.Bar?)] = [
    ((6, 3), (4, 3), .cannotTell, .fallen(2)), ((6, 3), (5, 5), .closed, nil), ((6, 3), (6, 6), .closed, nil),
    ((5, 3), (7, 3), .worse, .risen), ((5, 4), (7, 2), .worse, nil),
  ]

  @Test(
    "a gap that moves by what customers expect alone closes nothing, and asks for no rolling back", arguments: moves)
  func bar(
    then: (e: Int, p: Int), now: (e: Int, p: Int), word: VerdictWord, bar: CorrectionEffect.Bar?
  ) throws {
    let item = Item(
      id: "p", dimension: "d", touchpoint: "t", scale: try #require(Scale(minimum: 1, maximum: 7)),
      comparison: .expectation)
    func wave(_ level: (e: Int, p: Int)) -> AnswerSheet {
      AnswerSheet(
        definition: SurveyDefinition(items: [item], outcomes: [], segments: []),
        rows: (0..<60).map { row in
          let noise = row % 3 - 1
          return AnswerSheet.Row(answers: [
            AnswerSheet.Answer(
              expectation: min(7, level.e + (row % 2)), perception: max(1, min(7, level.p + noise)))
          ])
        })
    }
    let effect = try Fixture.effect(
      Fixture.plan { $0.target = -2 }, Fixture.waves([wave(then), wave(now)]))
    #expect(effect.word == word)
    switch (effect.bar, bar) {
    case (.fallen(let found)?, .fallen(let expected)?): #expect(abs(found - expected) < 0.2)
    case (let found, let expected): #expect(found == expected)
    }
  }
}
