import Audit
import Testing

@testable import Measure

/// Which waves are compared, and what keeps them from being so.
@Suite struct VerdictWaveTests {
  private typealias Fixture = VerdictFixture

  private func survey() throws -> Survey {
    try Fixture.survey(
      before: (Fixture.treated.before, Fixture.control.before), after: (Fixture.treated.after, Fixture.control.after))
  }

  private func result(_ change: (inout Correction) throws -> Void) throws -> MeasuredCorrection.Result? {
    var plan = try Fixture.plan()
    try change(&plan)
    return Fixture.results(plan, [try survey()]).first?.result
  }

  @Test("fieldwork counts where it is declared, the label's days elsewhere") func fieldwork() throws {
    var survey = try survey()
    let early = try Fixture.plan { $0.start = Day(iso: "2026-03-02") }
    #expect(Fixture.results(early, [survey]).map(\.result) == [.unverified(.noWaveBefore)])
    survey.waves[0].fieldwork = Fieldwork(from: Day(iso: "2026-01-12"), to: Day(iso: "2026-02-06"))
    #expect(Fixture.results(early, [survey]).first?.effect?.earlier == "2026-Q1")
    let late = try Fixture.plan { $0.start = Day(iso: "2026-08-01") }
    #expect(Fixture.results(late, [survey]).map(\.result) == [.unverified(.noWaveAfter)])
    survey.waves[1].fieldwork = Fieldwork(from: Day(iso: "2026-08-01"), to: Day(iso: "2026-09-18"))
    #expect(Fixture.results(late, [survey]).first?.effect?.asked == Day(iso: "2026-08-01"))
  }

  @Test("of several waves the last before and the latest after") func several() throws {
    var survey = try survey()
    let more = [("2025-Q4", "2025-10-01", "2025-12-31", 0), ("2026-Q4", "2026-10-01", "2026-12-31", 1)]
    for (label, start, end, like) in more {
      var wave = survey.waves[like]
      wave.wave = Wave(label: label, start: Day(iso: start), end: Day(iso: end))
      survey.waves.append(wave)
    }
    let plan = try Fixture.plan {
      $0.scope = Fixture.scope(.segment, ["place=here"])
      $0.comparison = Fixture.others(.segment)
    }
    let effect = try Fixture.effect(plan, survey)
    #expect(effect.earlier == "2026-Q1" && effect.later == "2026-Q4")
    #expect(effect.trend.map(\.wave) == ["2025-Q4", "2026-Q1"] && !effect.isTrendShown)
  }

  @Test func saysWhyNothingCanBeSaid() throws {
    #expect(try result { $0.start = nil } == .unverified(.noStart))
    #expect(try result { $0.status = .planned } == .unverified(.notBegun))
    #expect(try result { $0.status = .accepted } == nil)
    #expect(try result { $0.measure = Fixture.reference("cell/t/d/gap.sd") } == .unverified(.notCompared))
    #expect(try result { $0.measure = Fixture.reference("cell/t/d/gap.mean") } == .unverified(.notCompared))
    #expect(try result { $0.measure = Fixture.reference("gap.t.d@2026-Q1") } == .unverified(.ofOneWave))
    #expect(try result { $0.measure = Fixture.reference("gap.t.e") } == .unverified(.noMeasure(known: ["gap.t.d"])))
    #expect(try result { $0.target = 8 } == .unverified(.targetOutOfRange(low: 1, high: 7)))
    #expect(
      try result { $0.scope = Fixture.scope(.touchpoint, ["u"]) } == .unverified(.elsewhere(touchpoint: "t")))
    #expect(try result { $0.comparison = Fixture.others(.touchpoint) } == .unverified(.noOtherTouchpoint))
    #expect(try result { $0.scope = Fixture.scope(.segment, ["place=nowhere"]) } == .unverified(.noAnswers))
    #expect(
      try result { $0.scope = Fixture.scope(.segment, ["place=here", "age=18"]) } == .unverified(.overlap))
    #expect(
      try result {
        $0.scope = Fixture.scope(.segment, ["place=here"])
        $0.comparison = Fixture.scope(.segment, ["age=18"])
      } == .unverified(.overlap))
    #expect(
      try result {
        $0.measure = Fixture.reference("gap.t.d[place=here]")
        $0.scope = Fixture.scope(.segment, ["place=there"])
      } == .unverified(.overlap))
  }

  @Test("other questions are not held against each other") func changed() throws {
    var survey = try survey()
    survey.waves[0].definition.items[0].text = "Once"
    survey.waves[1].definition.items[0].text = "Twice"
    #expect(
      Fixture.results(try Fixture.plan(), [survey]).map(\.result) == [.unverified(.changed(.wording(item: "p")))])
  }

  /// Q1, Q3 and the first quarter of the next year; the second plan starts in October.
  @Test("a plan that is done is judged before the next one begins", arguments: [true, false])
  func follower(isDone: Bool) throws {
    var survey = try survey()
    var third = survey.waves[1]
    third.wave = Wave(
      label: "2027-Q1", start: try Fixture.day("2027-01-01"), end: try Fixture.day("2027-03-31"))
    survey.waves.append(third)
    let first = try Fixture.plan { $0.status = isDone ? .done : .inProgress }
    func effects(_ change: (inout Correction) throws -> Void = { _ in }) throws -> [CorrectionEffect?] {
      var second = first
      (second.slug, second.title, second.status) = ("q", "Next", .inProgress)
      second.start = try Fixture.day("2026-10-01")
      try change(&second)
      return measure([survey], corrections: [first, second], configuration: Configuration()).corrections.map(\.effect)
    }
    let found = try effects()
    #expect(found.map { $0?.earlier } == ["2026-Q1", "2026-Q3"])
    #expect(found.map { $0?.later } == [isDone ? "2026-Q3" : "2027-Q1", "2027-Q1"])
    #expect(found.map { $0?.alongside } == [isDone ? [] : ["Next"], []])
    // Where the first wave after the start was asked while the next began, both are in the figure of either.
    let during = try effects { $0.start = try Fixture.day("2026-08-01") }
    #expect(during.map { $0?.later } == ["2027-Q1", "2027-Q1"])
    #expect(during[0]?.alongside == ["Next"] && during[1]?.earlier == "2026-Q1" && during[1]?.alongside == ["Plan"])
    // A follower that began before any wave could tell is in the figure.
    let early = try effects { $0.start = try Fixture.day("2026-05-01") }
    #expect(early[0]?.later == "2027-Q1" && early[0]?.alongside == ["Next"])
    // What is not begun, is for something else, or is made elsewhere does not follow.
    let others: [(inout Correction) throws -> Void] = [
      { $0.status = .planned }, { $0.status = .accepted }, { $0.corrects = [Fixture.reference("gap.t.e")] },
      { $0.start = nil }, { $0.start = try Fixture.day("2026-03-01") },
    ]
    for change in others {
      let effect = try #require(effects(change)[0])
      #expect(effect.later == "2027-Q1" && effect.alongside.isEmpty)
    }
  }

  @Test("plans in other places do not follow each other") func followerElsewhere() throws {
    let first = try Fixture.plan { $0.scope = Fixture.scope(.segment, ["place=here"]) }
    for (places, isAlongside) in [(["place=there"], false), (["place=here"], true), (nil, true)] {
      let second = try Fixture.plan {
        ($0.slug, $0.title, $0.start) = ("q", "Next", try Fixture.day("2026-05-01"))
        $0.scope = places.map { Fixture.scope(.segment, $0) }
      }
      let found = measure([try survey()], corrections: [first, second], configuration: Configuration()).corrections
      #expect(found.first?.effect?.alongside == (isAlongside ? ["Next"] : []))
    }
  }

  @Test("a plan without a measure is judged by that of each deficiency") func measures() throws {
    let plan = try Fixture.plan { $0.corrects = [Fixture.reference("gap.t.d"), Fixture.reference("note.a.b")] }
    let results = Fixture.results(plan, [try survey()])
    #expect(results.map(\.deficiencies) == [["gap.t.d"], ["note.a.b"]])
    #expect(results.map { $0.effect == nil } == [false, true])
    var named = plan
    named.measure = Fixture.reference("gap.t.d")
    #expect(Fixture.results(named, [try survey()]).map(\.deficiencies) == [["gap.t.d", "note.a.b"]])
  }

  @Test("the rest of a segment with a small value is not shown either: the total would give that value away")
  func complementary() throws {
    func results(there: [(Int, Int)], _ plan: Correction) throws -> [MeasuredCorrection.Result] {
      let survey = try Fixture.survey(
        before: (Fixture.treated.before, there), after: (Fixture.treated.after, Fixture.control.after))
      let audit = measure([survey], corrections: [plan], configuration: Configuration())
      let minimum = Configuration().minimumCell(for: .customers)
      #expect(audit.corrections.first?.effect?.levels.allSatisfy { $0.n >= minimum } == true)
      return publishable(audit, configuration: Configuration()).corrections.map(\.result)
    }
    let here = try Fixture.plan { $0.scope = Fixture.scope(.segment, ["place=here"]) }
    let addressed = try Fixture.plan { $0.measure = Fixture.reference("gap.t.d[place=here]") }
    for plan in [here, addressed] {
      #expect(try results(there: [(3, 2), (4, 1)], plan) == [.unverified(.suppressed)])
      #expect(try results(there: Fixture.control.before, plan) != [.unverified(.suppressed)])
    }
    #expect(try results(there: [(3, 2), (4, 1)], Fixture.plan()) != [.unverified(.suppressed)])
  }

  @Test("a small group of two crossed segments withholds nothing of one of them") func crossed() throws {
    let definition = SurveyDefinition(
      items: [try Fixture.item()], outcomes: [],
      segments: [Segment(id: "place", order: ["here", "there"]), Segment(id: "age", order: ["old", "young"])],
      crosses: [[0, 1]])
    func sheet(_ here: Fixture.Histogram) -> AnswerSheet {
      let (mine, others) = (perceptions(here), perceptions(Fixture.control.before))
      let rows =
        mine.enumerated().map { ($1, ["here", $0 < 3 ? "young" : "old"]) }
        + others.enumerated().map { ($1, ["there", $0 % 2 == 0 ? "young" : "old"]) }
      return AnswerSheet(
        definition: definition,
        rows: rows.map { row, segments in
          var row = row
          row.segments = segments
          return row
        })
    }
    let survey = try Fixture.waves([sheet(Fixture.treated.before), sheet(Fixture.treated.after)])
    let plan = try Fixture.plan { $0.scope = Fixture.scope(.segment, ["place=here"]) }
    let audit = measure([survey], corrections: [plan], configuration: Configuration())
    let shown = publishable(audit, configuration: Configuration())
    let cross = shown.surveys[0].waves[0].slices.first { $0.slice.parts.map(\.value) == ["here", "young"] }
    #expect(try #require(cross).rows == nil)
    #expect(shown.corrections.first?.effect != nil)
  }

  @Test("fewer than the minimum cell are not shown") func suppressed() throws {
    let few = try Fixture.survey(before: ([(3, 2), (4, 2)], []), after: (Fixture.treated.after, []))
    let audit = measure([few], corrections: [try Fixture.plan()], configuration: Configuration())
    #expect(audit.corrections.first?.effect != nil)
    #expect(publishable(audit, configuration: Configuration()).corrections.map(\.result) == [.unverified(.suppressed)])
  }
}
