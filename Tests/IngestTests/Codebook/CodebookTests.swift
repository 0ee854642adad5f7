import Audit
import Testing

@testable import Ingest

@Suite struct CodebookTests {
  @Test func readsAWholeCodebook() throws {
    let fixture = PlanFixture(
      """
      survey: customers
      wave: 2026-Q1
      respondents: staff
      fieldwork: {mode: email, from: 2026-01-10, to: 2026-02-05, frame: all, invited: 16745}
      csv: {delimiter: ";", encoding: UTF-8, header-rows: 1, decimal: ","}
      scale: {min: 1, max: 7}
      missing: [99]
      not-applicable: ["N/A", 0]
      labels: {Strongly disagree: 1, Strongly agree: 7}
      items:
        - {expectation: E1..E2, perception: P1..P2, dimension: tangibles}
        - {id: queue, text: {en: Waiting time, de: Wartezeit}, perception: Q7, standard: 6, dimension: responsiveness}
        - {id: ease, perception: Q8, dimension: responsiveness, satisfied-from: 5}
        - {id: rude, perception: Q9, reversed: true, dimension: empathy, importance: I9, importance-scale: {min: 1, max: 3}}
      importance: {tangibles: W1, responsiveness: W2}
      outcomes:
        - {id: nps, kind: nps, column: recommend, offset: -1}
        - {id: csat, kind: csat, column: overall, scale: {min: 1, max: 5}}
        - {id: ces, kind: ces, column: effort, better: low}
        - {id: stayed, kind: yes, column: active, yes: ["1", Yes]}
      segments: [{id: tier, name: Customer tier, column: tier, order: [basic, plus]}]
      unit: {column: tier}
      """,
      header: "id,E1,E2,P1,P2,Q7,Q8,Q9,I9,W1,W2,recommend,overall,effort,active,tier")
    #expect(lines(fixture.diagnostics) == [])
    let plan = try #require(fixture.plan)
    let seven = try #require(Scale(minimum: 1, maximum: 7))
    #expect(
      plan.definition.items == [
        Item(id: "P1", dimension: "tangibles", scale: seven, comparison: .expectation),
        Item(id: "P2", dimension: "tangibles", scale: seven, comparison: .expectation),
        Item(
          id: "queue", text: "Waiting time", dimension: "responsiveness", scale: seven, comparison: .standard(6)),
        Item(id: "ease", dimension: "responsiveness", scale: seven, comparison: .none, satisfiedFrom: 5),
        Item(
          id: "rude", dimension: "empathy", scale: seven, comparison: .none,
          importance: Scale(minimum: 1, maximum: 3)),
      ])
    #expect(fixture.columns(ofItem: 1) == ["P2", "E2"])
    #expect(fixture.columns(ofItem: 4) == ["Q9", "I9"])
    #expect(plan.fieldCount == 16)
    #expect(plan.columns.map(\.index) == Array(1...15))
    #expect(plan.definition.pointDimensions == ["tangibles", "responsiveness"])
    #expect(plan.points.map { plan.columns[$0].header } == ["W1", "W2"])
    #expect(plan.definition.outcomes.map(\.id) == ["nps", "csat", "ces", "stayed"])
    #expect(plan.definition.outcomes.map(\.better) == [.high, .high, .low, .high])
    #expect(plan.outcomes.map { plan.columns[$0].header } == ["recommend", "overall", "effort", "active"])
    #expect(plan.definition.segments == [Segment(id: "tier", name: "Customer tier", order: ["basic", "plus"])])
    #expect(plan.unit == plan.segments.first)
    #expect(plan.definition.unitColumn == "tier")
    #expect(fixture.decoding("Q9")?.reversed == true)
    #expect(fixture.decoding("I9")?.reversed == false)
    #expect(fixture.decoding("recommend")?.offset == -1)
    #expect(fixture.decoding("active")?.labels == ["1": 1, "yes": 1])
    #expect(fixture.decoding("active")?.otherwise == 0)
    #expect(fixture.decoding("P1")?.decimalComma == true)
    let origin = try #require(fixture.codebook?.origin)
    #expect(origin.survey == "customers")
    #expect(origin.label == "2026-Q1")
    #expect(origin.respondents == .staff)
    #expect(origin.csv.delimiter == UInt8(ascii: ";"))
    #expect(
      origin.fieldwork
        == Fieldwork(
          mode: "email", from: Day(year: 2026, month: 1, day: 10), to: Day(year: 2026, month: 2, day: 5), frame: "all",
          invited: 16745))
  }

  /// A numeric code of the file is an answer where it lies inside the column's scale, unless the column names it itself.
  @Test func keepsCodesApartFromAnswers() {
    let fixture = PlanFixture(
      """
      scale: {min: 1, max: 5}
      missing: [9, none]
      not-applicable: [0]
      items:
        - {perception: a}
        - {perception: b, scale: {min: 0, max: 10}}
        - {perception: c, scale: {min: 0, max: 10}, missing: [9], labels: {never: 0}}
        - {perception: d, scale: {min: 0, max: 10}, offset: -1}
        - {perception: e, recode: {9: 5}}
      """, header: "a,b,c,d,e")
    #expect(fixture.decoding("a")?.missing == ["9", "none"])
    #expect(fixture.decoding("a")?.notApplicable == ["0"])
    #expect(fixture.decoding("b")?.missing == ["none"])
    #expect(fixture.decoding("b")?.notApplicable == [])
    #expect(fixture.decoding("c")?.missing == ["9"])
    #expect(fixture.decoding("c")?.labels == ["never": 0])
    #expect(fixture.decoding("d")?.missing == ["none"])
    #expect(fixture.decoding("d")?.notApplicable == ["0"])
    #expect(fixture.decoding("e")?.missing == ["none"])
  }

  @Test(arguments: [
    ("how", ["How was it?"]), ("\"#2\"", ["b"]), ("' b '", ["b"]), ("\"#1..#2\"", ["How was it?", "b"]),
    ("Q08..Q10", ["Q08", "Q09", "Q10"]), ("Q1[SQ001]..Q1[SQ002]", ["Q1[SQ001]", "Q1[SQ002]"]), ("x..y", ["x..y"]),
  ])
  func findsColumns(name: String, headers: [String]) {
    let wanted = name == "how" ? "How" : name
    let text = scale17 + "items:\n  - perception: \(wanted)\n"
    let fixture = PlanFixture(text, header: "How was it?,b,Q08,Q09,Q10,Q1[SQ001],Q1[SQ002],x..y,B,b2")
    #expect(lines(fixture.diagnostics.filter { $0.severity == .error }) == [])
    #expect(fixture.plan?.definition.items.map(\.id) == headers)
  }

  @Test func takesTheTextOfTheSitesLanguage() {
    var configuration = Configuration()
    configuration.language = "de-CH"
    let text = scale17 + "items: [{perception: a, text: {en: E, de: D, fr: F}}, {perception: b, text: {fr: F}}]"
    let fixture = PlanFixture(text, header: "a,b", configuration: configuration)
    #expect(fixture.plan?.definition.items.map(\.text) == ["D", "F"])
  }

  /// The scale of importance is the entry's, else the file's, else that of the answers.
  @Test func findsTheScaleOfImportance() {
    let fixture = PlanFixture(
      """
      scale: {min: 1, max: 7}
      importance-scale: {min: 1, max: 3}
      items: [{perception: a, importance: ia}, {perception: b, importance: ib, importance-scale: {min: 0, max: 4}}]
      """, header: "a,ia,b,ib")
    #expect(fixture.plan?.definition.items.map(\.importance?.maximum) == [3, 4])
    #expect(
      PlanFixture(scale17 + "items: [{perception: a, importance: ia}]", header: "a,ia")
        .plan?.definition.items.first?.importance?.maximum == 7)
  }

  @Test(arguments: [
    ("2026", "2026-01-01", "2026-12-31"), ("2026-H2", "2026-07-01", "2026-12-31"),
    ("2026-Q1", "2026-01-01", "2026-03-31"), ("2024-02", "2024-02-01", "2024-02-29"),
    ("2026-W01", "2025-12-29", "2026-01-04"), ("2026-W53", "2026-12-28", "2027-01-03"),
    ("2026-03-31", "2026-03-31", "2026-03-31"),
  ])
  func readsTheDatesOfAWaveLabel(label: String, start: String, end: String) {
    let dates = WaveLabel.dates(of: label)
    #expect(dates?.start.iso == start)
    #expect(dates?.end.iso == end)
  }

  @Test(arguments: ["Spring", "2026-Q5", "2026-H0", "2026-13", "2025-W53", "2026-W00", "2026-02-30", "26-Q1", "2026Q1"])
  func findsNoDatesInOtherLabels(label: String) {
    #expect(WaveLabel.dates(of: label) == nil)
  }
}
