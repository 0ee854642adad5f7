import Audit
import Testing

@testable import Ingest

/// Keys about rows: waves, touchpoints, segments, weights, respondents, unfinished answers, comments.
@Suite struct CodebookRowTests {
  private let items = "items: [{perception: P1, dimension: empathy}]\n"

  private func fixture(
    _ keys: String, header: String = "P1,a,b,c,d,e", _ configuration: Configuration = Configuration()
  )
    -> PlanFixture
  {
    PlanFixture(scale17 + items + keys, header: header, configuration: configuration)
  }

  /// A journey with the touchpoints phone and branch.
  private var journey: Configuration {
    var configuration = Configuration()
    configuration.journey = Journey(phases: [
      Phase(name: "Buying", touchpoints: [Touchpoint(id: "phone"), Touchpoint(id: "branch")])
    ])
    return configuration
  }

  @Test func readsAZoneOfTolerance() throws {
    let fixture = PlanFixture(
      scale17 + "items: [{minimum: M1..M2, desired: D1..D2, perception: P1..P2, dimension: empathy, reversed: true}]",
      header: "P1,P2,M1,M2,D1,D2")
    #expect(lines(fixture.diagnostics) == [])
    let plan = try #require(fixture.plan)
    #expect(plan.definition.items.map(\.comparison) == [.zone, .zone])
    #expect(plan.definition.items.allSatisfy { !$0.hasGap })
    #expect(fixture.columns(ofItem: 1) == ["P2", "M2", "D2"])
    #expect(["P1", "M1", "D1"].allSatisfy { fixture.decoding($0)?.reversed == true })
  }

  @Test func readsTheTouchpointOfEachRow() throws {
    let keys = "missing: [99, shop]\ntouchpoint: {column: a, map: {Shop: branch, chat: Chat-Desk}}"
    let fixture = fixture(keys, journey)
    #expect(lines(fixture.diagnostics.filter { $0.severity == .error }) == [])
    let plan = try #require(fixture.plan)
    #expect(plan.definition.rowTouchpoints == ["phone", "branch", "Chat-Desk"])
    let column = try #require(plan.rows.touchpoint)
    #expect(
      plan.columns[column].decoding
        == .category(
          CategoryDecoding(
            missing: ["99"],
            groups: [
              "phone": "phone", "branch": "branch", "chat-desk": "Chat-Desk", "shop": "branch", "chat": "Chat-Desk",
            ], isClosed: true)))
    #expect(
      plan.definition.sets.map(\.subject) == [
        "phone/empathy", "branch/empathy", "Chat-Desk/empathy", "empathy", "phone", "branch", "Chat-Desk", "all",
      ])
    #expect(plan.definition.findingSets.map(\.subject) == ["phone/empathy", "branch/empathy", "Chat-Desk/empathy"])
    #expect(
      plan.definition.sets.map(\.rowTouchpoint) == [
        "phone", "branch", "Chat-Desk", nil, "phone", "branch", "Chat-Desk", nil,
      ])
  }

  /// Without dimensions the touchpoints themselves are what findings are about.
  @Test func findsTheTouchpointsOfItemsWithoutADimension() {
    let text = scale17 + "items: [{perception: P1}]\ntouchpoint: a"
    let fixture = PlanFixture(text, header: "P1,a", configuration: journey)
    #expect(lines(fixture.diagnostics) == [])
    #expect(fixture.plan?.definition.findingSets.map(\.subject) == ["phone", "branch"])
  }

  @Test(arguments: [
    ("wave: {column: a, period: quarter}", PeriodDecoding(period: .quarter)),
    ("wave: {column: a, period: day, date: M/D/YYYY}", PeriodDecoding(period: .day, pattern: "M/D/YYYY")),
    ("wave: {column: a, period: week}\ndate: DD.MM.YYYY", PeriodDecoding(period: .week, pattern: "DD.MM.YYYY")),
    (
      "wave: {column: a, period: half, date: YYYYMMDD}\ndate: DD.MM.YYYY",
      PeriodDecoding(period: .half, pattern: "YYYYMMDD")
    ),
  ])
  func readsThePeriodOfAWave(keys: String, expected: PeriodDecoding) throws {
    let fixture = fixture(keys)
    #expect(lines(fixture.diagnostics) == [])
    let plan = try #require(fixture.plan)
    let column = try #require(plan.rows.wave)
    #expect(plan.columns[column].decoding == .period(expected))
  }

  /// Without a period the text is the label, which a segment may read as well.
  @Test func readsTheLabelOfAWave() throws {
    let fixture = fixture("wave: {column: a}\nsegments: [{id: round, column: a}]")
    #expect(lines(fixture.diagnostics) == [])
    let plan = try #require(fixture.plan)
    #expect(plan.rows.wave == plan.segments.first)
    #expect(plan.rows.wave.map { plan.columns[$0].decoding } == .category(CategoryDecoding()))
  }

  @Test(arguments: [
    ([18, 30, 45, 60], ["<18", "18-29", "30-44", "45-59", "60+"]), ([1], ["<1", "1+"]),
    ([-10, 0, 1, 5], ["<-10", "-10 to -1", "0", "1-4", "5+"]),
  ])
  func cutsNumbersIntoBands(bounds: [Int], labels: [String]) throws {
    let fixture = fixture("missing: [999]\nsegments: [{id: age, column: a, bands: \(bounds)}]")
    let plan = try #require(fixture.plan)
    #expect(plan.definition.segments == [Segment(id: "age", order: labels)])
    #expect(
      plan.segments.map { plan.columns[$0].decoding } == [.bands(BandDecoding(bounds: bounds, missing: ["999"]))])
  }

  @Test func crossesSegments() throws {
    let fixture = fixture(
      "segments: [{id: tier, column: a, order: [basic, plus], missing: [none]}, {id: age, column: b, bands: [18]}]\n"
        + "cross: [[age, tier]]")
    #expect(lines(fixture.diagnostics) == [])
    let plan = try #require(fixture.plan)
    #expect(plan.definition.crosses == [[1, 0]])
    #expect(plan.columns[plan.segments[0]].decoding == .category(CategoryDecoding(missing: ["none"])))
    func slice(_ parts: (String, String)...) -> Slice { Slice(parts: parts.map { .init(segment: $0.0, value: $0.1) }) }
    let ordered = [
      slice(), slice(("tier", "basic")), slice(("tier", "plus")), slice(("tier", "a")), slice(("age", "<18")),
      slice(("age", "18+")), slice(("age", "<18"), ("tier", "plus")), slice(("age", "18+"), ("tier", "basic")),
      slice(("age", "18+"), ("tier", "a")),
    ]
    #expect(ordered.reversed().sorted(by: plan.definition.precedes) == ordered)
    #expect(ordered.last?.key == "age=18+;tier=a")
  }

  @Test func readsWhatRowsSayOfThemselves() throws {
    let fixture = fixture(
      """
      csv: {decimal: ","}
      respondent: {column: a}
      weight: b
      finished: {column: c, values: [Complete, "1"]}
      unfinished: exclude
      fieldwork: {language: d}
      verbatims: [{column: e, consent: d, codes: a}]
      """)
    #expect(lines(fixture.diagnostics.filter { $0.id != "codebook/not-used-yet" }) == [])
    let plan = try #require(fixture.plan)
    let rows = plan.rows
    let headers = [rows.respondent, rows.weight, rows.finished, rows.language].map {
      $0.map { plan.columns[$0].header }
    }
    #expect(headers == ["a", "b", "c", "d"])
    #expect(rows.excludesUnfinished)
    #expect(plan.definition.isWeighted)
    #expect(
      plan.columns.dropFirst().map(\.decoding) == [
        .identifier, .weight(decimalComma: true),
        .category(
          CategoryDecoding(groups: ["complete": "finished", "1": "finished"], otherwise: "unfinished")),
        .category(CategoryDecoding()), .text,
      ])
  }

  /// A small file of its own says where the wave of its CSV stands; messages name that file.
  @Test func namesTheFileThatNamesAColumn() throws {
    let (shared, _) = CodebookReader.read(SourceText(scale17 + items, file: "shared.yml"))
    let (own, _) = CodebookReader.read(
      SourceText("codebook: shared.yml\nwave: {column: z, period: day}\nfieldwork: {language: y}", file: "own.yml"))
    guard case .codebook(let codebook) = shared, case .reference(let reference) = own else {
      Issue.record("not read")
      return
    }
    var builder = PlanBuilder(
      codebook, origin: codebook.origin.overridden(by: reference.origin), header: .plain(["P1"]), file: "s.csv",
      configuration: Configuration(), observed: { _ in nil })
    #expect(builder.build() == nil)
    #expect(
      lines(builder.diagnostics) == [
        "own.yml:2:16: error: there is no column 'z' in s.csv [codebook/column-not-found] help: the header has one column only: "
          + "is the delimiter right? declare it with 'csv: {delimiter: \";\"}', or mend what is declared there",
        "own.yml:3:23: error: there is no column 'y' in s.csv [codebook/column-not-found] help: the header has one column only: "
          + "is the delimiter right? declare it with 'csv: {delimiter: \";\"}', or mend what is declared there",
      ])
  }

  /// Labels may stand language by language; what two languages share must mean one number.
  @Test func readsLabelsInSeveralLanguages() {
    let labels = "labels: {en: {Agree: 5, OK: 3}, de: {Stimme zu: 5, ok: 3}, нет: 1}\n"
    #expect(
      fixture(labels).decoding("P1")?.labels == ["agree": 5, "ok": 3, "stimme zu": 5, "нет": 1])
  }

  @Test func takesNamesOfTheSitesLanguage() {
    var german = Configuration()
    german.language = "de"
    let keys =
      "segments: [{id: tier, column: a, name: {en: Tier, de: Stufe}}]\n"
      + "outcomes: [{id: o, kind: csat, column: b, name: {de: Zufriedenheit, fr: S}}]"
    let plan = fixture(keys, german).plan
    #expect(plan?.definition.segments.map(\.name) == ["Stufe"])
    #expect(plan?.definition.outcomes.map(\.name) == ["Zufriedenheit"])
  }

  /// The keys stand in line 3, behind a scale and one item on column P1.
  @Test(arguments: [
    (
      "wave: {column: a, period: month, date: DD.MM.YY}",
      "3:40: error: 'DD.MM.YY' does not say how a day is written [codebook/date] help: use YYYY, MM or M, and DD or D once "
        + "each, with the marks between them: YYYY-MM-DD, D.M.YYYY, M/D/YYYY"
    ),
    (
      "wave: {column: a, period: fortnight}",
      "3:27: error: 'period' cannot be 'fortnight' [yaml/not-one-of] help: possible are 'day', 'week', 'month', 'quarter', "
        + "'half', 'year'"
    ),
    (
      "wave: {column: x, period: month}",
      "3:16: error: there is no column 'x' in s.csv [codebook/column-not-found] help: did you mean 'a'?"
    ),
    (
      "date: YYYY-MM-DD",
      "3:7: warning: no column of days is read, so 'date' has no effect [codebook/date-unused] help: write 'wave: {column: "
        + "NAME, period: quarter}' to cut a column of days into waves"
    ),
    (
      "touchpoint: {column: a}",
      "3:22: error: nothing says which touchpoints this column may name [codebook/no-touchpoints] help: add 'map: {text of "
        + "the cell: touchpoint}', or a journey to cxaudit.yml"
    ),
    (
      "touchpoint: {column: a, map: {x: all}}",
      "3:34: error: 'all' cannot be an id: it stands for everything [id/reserved] help: choose another"
    ),
    (
      "touchpoint: {column: a, map: {x: b, X: c}}",
      "3:37: error: the label 'X' stands there twice [codebook/label-twice] help: capitals make no difference"
    ),
    (
      "segments: [{column: a, bands: [30, 18]}]",
      "3:31: error: bands are whole numbers that go up [codebook/bands] help: [18, 30, 45] makes <18, 18-29, 30-44 and 45+"
    ),
    (
      "segments: [{column: a, bands: [18], order: [x]}]",
      "3:37: error: bands stand in their own order [codebook/bands] help: take 'order:' out"
    ),
    (
      "segments: [{column: a}, {column: b}]\ncross: [[a, bb]]",
      "4:13: error: there is no segment 'bb' [codebook/no-segment] help: did you mean 'b'?"
    ),
    (
      "segments: [{column: a}, {column: b}]\ncross: [[a, b], [b, a]]",
      "4:17: error: b and a are crossed already [codebook/cross] help: the order of the segments makes no difference"
    ),
    (
      "segments: [{column: a}]\ncross: [[a, a]]",
      "4:9: error: a cross needs two different segments or more [codebook/cross] help: write 'cross: [[tier, age]]', with ids "
        + "of segments"
    ),
    (
      "cross: [a, b]",
      "3:9: error: 'cross' must be a list of lists, not 'a' [yaml/wrong-type] help: write 'cross: [[tier, age]]'"
    ),
    (
      "weight: {rake: {tier: {basic: 60%, plus: 40%}}}",
      "3:17: error: there is no segment 'tier' [codebook/no-segment] help: there are no 'segments:'"
    ),
    (
      "segments: [{column: a}]\nweight: {rake: {a: {basic: 60%, plus: 30%}}}",
      "4:20: error: the shares of 'a' do not add up to 100 % [codebook/shares]"
    ),
    (
      "weight: {column: a, rake: {}}",
      "3:21: error: weights come either from a 'column' or from 'rake' [codebook/two-weights] help: take one of the two out"
    ),
    (
      "unfinished: exclude",
      "3:1: error: nothing says which answers are unfinished [codebook/finished-unknown] help: add 'finished: {column: "
        + "Status, values: [Complete]}'"
    ),
    (
      "finished: {column: a}",
      "3:1: error: nothing says which cells of this column mean finished [codebook/finished-values] help: add 'values: "
        + "[Complete]'"
    ),
    (
      "verbatims: [{column: a, consent: bb}]",
      "3:34: error: there is no column 'bb' in s.csv [codebook/column-not-found] help: did you mean 'b'?"
    ),
    (
      "labels: {en: {OK: 3}, de: {ok: 4}}",
      "3:23: error: the label 'ok' stands there twice [codebook/label-twice] help: capitals make no difference"
    ),
    (
      "importance: derivd",
      "3:13: error: 'importance' must be columns of points, or the word 'derived', not 'derivd' [yaml/wrong-type] help: name a "
        + "column of points for each dimension: {reliability: W2, ...}"
    ),
    (
      "touchpoint: {column: a, map: {x: b}}\nsegments: [{column: a}]",
      "3:22: error: column 'a' would be read in two ways: for segment 'a' and for the touchpoint [codebook/column-read-twice] "
        + "help: give both the same scale and codes, or put a copy of the column into the file"
    ),
  ])
  func reportsWhatIsWrong(keys: String, expected: String) {
    let found = fixture(keys).diagnostics.filter { $0.id != "codebook/not-used-yet" }
    #expect(lines(found).first == "s.yml:\(expected)")
  }

  /// What is wrong with a zone of tolerance, or with a touchpoint named twice.
  @Test(arguments: [
    (
      "items: [{minimum: a, perception: P1}]",
      "2:19: error: a zone of tolerance needs 'desired' beside 'minimum' [codebook/half-zone] help: add 'desired:'; a level "
        + "that people expect, alone, is an 'expectation'"
    ),
    (
      "items: [{minimum: a, desired: b, standard: 5, perception: P1}]",
      "2:44: error: an item has an 'expectation', or a 'standard', or 'minimum' and 'desired' [codebook/two-comparisons] help: "
        + "a standard stands in for expectations that nobody was asked for"
    ),
    (
      "items: [{minimum: a, desired: b, expectation: c, perception: P1}]",
      "2:19: error: an item has an 'expectation', or a 'standard', or 'minimum' and 'desired' [codebook/two-comparisons] help: "
        + "a standard stands in for expectations that nobody was asked for"
    ),
    (
      "items: [{perception: P1, touchpoint: phone}]\ntouchpoint: {column: a, map: {x: phone}}",
      "2:38: error: this item names a touchpoint, but a column says which touchpoint each row is about "
        + "[codebook/two-touchpoints] help: take 'touchpoint:' out of the items, or out of the file's keys"
    ),
    (
      "items: [{perception: a..b, minimum: c..d, desired: e}]",
      "2:22: error: 'a..b' is no run of columns [codebook/run] help: the ends differ in their last number only, which goes up: "
        + "E1..E4"
    ),
    (
      "items: [{perception: '#1..#2', minimum: '#3..#4', desired: e}]",
      "2:22: error: the columns of this entry do not pair up: 2 perceptions, 1 desired levels [codebook/run] help: runs of one "
        + "entry have the same length"
    ),
  ])
  func reportsWhatIsWrongWithAnItem(items: String, expected: String) {
    let fixture = PlanFixture(scale17 + items, header: "P1,a,b,c,d,e")
    #expect(fixture.plan == nil)
    #expect(lines(fixture.diagnostics.filter { $0.severity == .error }).first == "s.yml:\(expected)")
  }
}
