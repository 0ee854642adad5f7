import Audit
import Testing

@testable import Measure

/// Plans that name no measure are judged by that of what they correct.
@Suite struct OwnMeasureTests {
  private typealias Fixture = VerdictFixture

  private func survey() throws -> Survey {
    try Fixture.survey(
      before: (Fixture.treated.before, Fixture.control.before), after: (Fixture.treated.after, Fixture.control.after))
  }

  private func plan(_ id: String, _ change: (inout Correction) throws -> Void = { _ in }) throws -> Correction {
    try Fixture.plan {
      $0.corrects = [Fixture.reference(id)]
      $0.target = 4.5
      try change(&$0)
    }
  }

  @Test(
    "a group that is served worse is held against the others, as X16 is",
    arguments: ["parity.place.here", "parity.place.here.t.d"])
  func group(_ id: String) throws {
    let effect = try Fixture.effect(plan(id), survey())
    Fixture.expect(effect.change.value, 0.550123)
    Fixture.expect(effect.change.low, 0.099414)
    Fixture.expect(effect.change.high, 1.000833)
    #expect(effect.design == .segments && effect.word == .closed && effect.segments == ["place"])
    #expect(effect.treated.before.n == 100 && effect.control?.after.n == 104)
    let spelled = try plan(id) {
      $0.scope = Fixture.scope(.segment, ["place=here"])
      $0.comparison = Fixture.others(.segment)
    }
    #expect(try Fixture.effect(spelled, survey()) == effect)
  }

  @Test("a plan for a group can be made in no branch and in no other segment") func elsewhere() throws {
    let inUnits = try plan("parity.place.here") { $0.scope = Fixture.scope(.unit, ["B01"]) }
    #expect(Fixture.results(inUnits, [try survey()])[0].result == .unverified(.notByUnit))
    let inOther = try plan("parity.place.here") { $0.scope = Fixture.scope(.segment, ["channel=web"]) }
    #expect(Fixture.results(inOther, [try survey()])[0].result == .unverified(.overlap))
  }

  @Test("an overall judgement that is a finding is judged by its headline", arguments: ["loyalty.nps", "nps"])
  func outcome(_ id: String) throws {
    let outcome = Outcome(id: "nps", kind: .nps, scale: try scale(0, 10))
    let definition = SurveyDefinition(items: [], outcomes: [outcome], segments: [])
    let levels = [[5, 1, 2, 3, 3, 6, 9, 15, 22, 24, 30], [2, 1, 0, 2, 2, 4, 6, 14, 20, 28, 41]]
    let survey = try Fixture.waves(
      levels.map { levels in
        let rows = levels.enumerated().flatMap { level, count in
          Array(repeating: AnswerSheet.Row(outcomes: [level]), count: count)
        }
        return AnswerSheet(definition: definition, rows: rows)
      })
    let effect = try Fixture.effect(plan(id) { $0.target = 50 }, survey)
    #expect(effect.form == .netPromoter && effect.design == .beforeAfter)
    Fixture.expect(effect.change.value, 22.5)
  }

  @Test("disengaged staff are judged by the share at the two lowest levels, and fewer is better") func staff() throws {
    var survey = try survey()
    survey.respondents = .staff
    let effect = try Fixture.effect(plan("employees.t.d") { $0.target = 0.1 }, survey)
    #expect(effect.statistic == .bottom2Share && effect.form == .share && effect.better == .low)
    // At 1 or 2 of 7: 10 of 200 before, 4 of 210 after.
    Fixture.expect(effect.treated.before.value, 10.0 / 200)
    Fixture.expect(effect.treated.after.value, 4.0 / 210)
  }

  @Test("departments that serve each other are judged by their gap, else by what they get") func departments() throws {
    var survey = try survey()
    survey.respondents = .staff
    #expect(try Fixture.effect(plan("internal.t.d"), survey).statistic == .perceptionMean)
  }

  @Test(
    "staff who rate the same cell as customers are judged by their own answers", arguments: ["internal", "employees"])
  func staffBesideCustomers(_ rule: String) throws {
    let customers = try survey()
    var staff = try Fixture.survey(before: (Fixture.treated.before, []), after: (Fixture.treated.after, []))
    (staff.id, staff.respondents) = ("staff", .staff)
    let measured = Fixture.results(try plan("\(rule).t.d") { $0.target = nil }, [customers, staff])
    #expect(measured.first?.effect?.survey == "staff" && measured.first?.effect?.respondents == .staff)
    // Where only customers were asked, nobody can tell.
    #expect(Fixture.results(try plan("\(rule).t.d"), [customers]).first?.effect == nil)
  }

  @Test("of two surveys on one cell that with more answers is judged, which gives the finding", arguments: [1, 2])
  func twoSurveys(_ times: Int) throws {
    func survey(_ id: String, _ times: Int) throws -> Survey {
      let more = { (histogram: Fixture.Histogram) in histogram.map { ($0.p, $0.count * times) } }
      var survey = try Fixture.survey(
        before: (Fixture.treated.before, []), after: (more(Fixture.treated.after), []))
      survey.id = id
      return survey
    }
    let results = Fixture.results(try plan("gap.t.d"), [try survey("b", times), try survey("a", 1)])
    #expect(results.first?.effect?.survey == (times == 2 ? "b" : "a"))
  }

  @Test(
    "what rests on several surveys, on the spread of units or on visits has no measure",
    arguments: [
      "consistency.t.d", "knowledge.t.d", "belief.t.d", "standard.greeting", "note.a.b", "parity.place.gone",
      "parity.place.here.d",
    ])
  func none(_ id: String) throws {
    guard case .unverified(.noMeasure(let known)) = Fixture.results(try plan(id), [try survey()])[0].result else {
      Issue.record("\(id) has a measure")
      return
    }
    #expect(known == ["gap.t.d"])
  }

  @Test("what auditors saw of a cell is judged as the cell is, and its plans follow each other") func otherNames()
    throws
  {
    let first = try plan("gap.t.d") { $0.target = nil }
    let second = try plan("note.a.b") {
      ($0.slug, $0.title, $0.start, $0.target) = ("q", "Next", try Fixture.day("2026-05-01"), nil)
    }
    var asked = 0
    let found = measure(
      [try survey()], corrections: [first, second],
      names: { audit in
        asked += 1
        #expect(audit.corrections.isEmpty && audit.surveys.count == 1)
        return ["note.a.b": "gap.t.d"]
      }, configuration: Configuration()
    ).corrections
    #expect(asked == 1 && found.map(\.measure.id) == ["gap.t.d", "note.a.b"])
    #expect(found.map { $0.effect?.alongside } == [["Next"], ["Plan"]])
    // Nobody is asked where all ids are figures of the survey.
    _ = measure(
      [try survey()], corrections: [first],
      names: { _ in
        asked += 1
        return [:]
      }, configuration: Configuration())
    #expect(asked == 1)
  }

  @Test("groups may be named with the marks of addresses") func marks() throws {
    let definition = SurveyDefinition(
      items: [try Fixture.item()], outcomes: [], segments: [Segment(id: "size", order: ["B2B/B2C [1].x", "B2B"])])
    let sheets = [[3, 4, 4, 5], [5, 6, 6, 7]].map { levels in
      AnswerSheet(
        definition: definition,
        rows: ["B2B/B2C [1].x", "B2B"].flatMap { size in
          levels.flatMap { level in
            Array(
              repeating: AnswerSheet.Row(
                answers: [AnswerSheet.Answer(expectation: nil, perception: level)], segments: [size]), count: 10)
          }
        })
    }
    for id in ["parity.size.B2B/B2C [1].x", "parity.size.B2B/B2C [1].x.t.d", "parity.size.B2B"] {
      #expect(try Fixture.effect(plan(id), Fixture.waves(sheets)).treated.before.n == 40, "\(id)")
    }
  }
}
