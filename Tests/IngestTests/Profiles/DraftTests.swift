import Audit
import TestSupport
import Testing

@testable import Ingest

@Suite struct ADraft {
  /// Rows of numbers that seem drawn by hand but are not: the k-th column of the r-th row.
  private func rows(_ count: Int, _ cell: (Int) -> String) -> String { (0..<count).map { cell($0) + "\n" }.joined() }

  private func answer(_ row: Int, _ column: Int, _ low: Int = 1, _ high: Int = 5) -> Int {
    low + (row * 7 + column * 3 + row * column + row / 5) % (high - low + 1)
  }

  private func survey(_ header: String, rows count: Int = 60, _ cells: (Int) -> [String]) throws -> DraftFixture {
    try DraftFixture(header + "\n" + rows(count) { cells($0).joined(separator: ",") })
  }

  static let pairNames: [(String, String, String)] = [
    ("E1,E2,E3", "P1,P2,P3", "{expectation: E1..E3, perception: P1..P3, dimension: service}"),
    ("e1,e2,e3", "s1,s2,s3", "{expectation: e1..e3, perception: s1..s3, dimension: service}"),
    (
      "EXP_1,EXP_2,EXP_3", "PER_1,PER_2,PER_3",
      "{expectation: EXP_1..EXP_3, perception: PER_1..PER_3, dimension: service}"
    ),
    ("Q1_E,Q2_E,Q3_E", "Q1_P,Q2_P,Q3_P", "{expectation: Q1_E..Q3_E, perception: Q1_P..Q3_P, dimension: service}"),
  ]

  @Test(arguments: pairNames) func findsPairsByTheirNames(_ first: String, _ second: String, _ line: String) throws {
    let draft = try survey("\(first),\(second)") { row in (0..<6).map { String(answer(row, $0, 1, 7)) } }
    #expect(draft.says(line), "\(draft.draft)")
    #expect(draft.says("scale: {min: 1, max: 7}"))
  }

  @Test func findsPairsByWordsInTheirHeaders() throws {
    let draft = try survey(
      "Waiting time (expectation),Waiting time (perception),expectation: Clean rooms,perception: Clean rooms"
    ) { row in (0..<4).map { String(answer(row, $0)) } }
    #expect(draft.says("expectation: Waiting time (expectation)"), "\(draft.draft)")
    #expect(draft.says("perception: \"perception: Clean rooms\""))
    #expect(draft.says("text: Waiting time"))
  }

  @Test(arguments: [
    (
      "imp_1,imp_2,imp_3,perf_1,perf_2,perf_3",
      "{perception: perf_1..perf_3, importance: imp_1..imp_3, dimension: service}"
    ),
    ("q5,qi5,q6,qi6,q7,qi7", "{perception: q5..q7, importance: qi5..qi7, dimension: service}"),
  ])
  func findsImportanceBesideSatisfaction(_ header: String, _ line: String) throws {
    let draft = try survey(header) { row in (0..<6).map { String(answer(row, $0)) } }
    #expect(draft.says(line), "\(draft.draft)")
  }

  @Test("of two scales that as many columns have, the longer one is taken") func breaksTies() throws {
    let draft = try survey("rate_1,rate_2,rate_3,rate_4", rows: 110) { row in
      [row % 11, row * 7 % 11, 1 + row % 10, 1 + row * 3 % 10].map { String($0) }
    }
    #expect(draft.says("{perception: rate_1..rate_4, dimension: rate}"), "\(draft.draft)")
  }

  @Test("numbers behind names that do not fit into a word of the machine") func longNumbers() throws {
    let draft = try survey("q9223372036854775807,q9223372036854775806,q9223372036854775805") { row in
      (0..<3).map { String(answer(row, $0)) }
    }
    #expect(draft.draft.contains("items:"), "\(draft.draft)")
  }

  @Test(
    "a yes that is bad news is the better the fewer, not one that tells what became of it",
    arguments: [("Had problems", true), ("Was the problem resolved?", false), ("Delivered without delay", false)])
  func badNews(question: String, isBad: Bool) throws {
    let draft = try survey("\(question),Q1,Q2,Q3") { row in
      [row % 3 == 0 ? "Yes" : "No"] + (0..<3).map { String(answer(row, $0)) }
    }
    #expect(draft.draft.contains("kind: yes") && draft.draft.contains("better: low") == isBad, "\(draft.draft)")
  }

  @Test func doesNotPairExpectationsThatNothingMatches() throws {
    let draft = try survey("expe1,expe2,expe3,qual1,qual2,qual3") { row in (0..<6).map { String(answer(row, $0)) } }
    #expect(!draft.draft.contains("expectation:"))
    #expect(draft.says("{perception: qual1..qual3, dimension: qual}"), "\(draft.draft)")
    #expect(draft.guesses(about: .leftOut).first?.contains("'expe1'…'expe3' ask for expectations") == true)
  }

  @Test func takes22PairsForTheInstrumentInItsOrder() throws {
    let header = (1...22).map { "E\($0)" } + (1...22).map { "P\($0)" }
    let draft = try survey(header.joined(separator: ",")) { row in (0..<44).map { String(answer(row, $0, 1, 7)) } }
    for line in [
      "{expectation: E1..E4, perception: P1..P4, dimension: tangibles}",
      "{expectation: E5..E9, perception: P5..P9, dimension: reliability}",
      "{expectation: E18..E22, perception: P18..P22, dimension: empathy}",
    ] { #expect(draft.says(line), "\(draft.draft)") }
  }

  @Test func findsOutcomes() throws {
    let draft = try survey("nps,overall_sat,effort,recommended") { row in
      [
        String(answer(row, 1, 0, 10)), String(answer(row, 2)), String(answer(row, 3, 1, 7)),
        row % 3 == 0 ? "no" : "yes",
      ]
    }
    #expect(draft.says("{id: nps, kind: nps, column: nps}"), "\(draft.draft)")
    #expect(draft.says("{id: satisfaction, kind: csat, column: overall_sat}"))
    #expect(draft.says("{id: effort, kind: ces, column: effort, better: low, scale: {min: 1, max: 7}}"))
    #expect(draft.says("{id: recommended, kind: yes, column: recommended, yes: [\"yes\"]}"))
  }

  @Test func findsWhatRowsSayOfThemselves() throws {
    let draft = try survey("ResponseId,Status,UserLanguage,weight,EndDate,P1,P2,P3", rows: 80) { row in
      [
        "R_\(1000 + row)", row % 4 == 0 ? "Partial" : "Complete", row % 2 == 0 ? "en" : "de", "0.\(80 + row % 7)",
        "\(1 + row % 28).02.2026", String(answer(row, 1)), String(answer(row, 2)), String(answer(row, 3)),
      ]
    }
    #expect(draft.says("respondent: {column: ResponseId}"), "\(draft.draft)")
    #expect(draft.says("finished: {column: Status, values: [Complete]}"))
    #expect(draft.says("fieldwork: {language: UserLanguage}"))
    #expect(draft.says("weight: {column: weight}"))
    #expect(draft.says("# wave: {column: EndDate, period: quarter, date: DD.MM.YYYY}"))
    #expect(draft.profile?.completion?.finished == 60)
    #expect(draft.profile?.completion?.unfinished == 20)
  }

  @Test(arguments: [1, 40], [false, true])
  func saysThatRespondentsHaveSeveralRowsOnlyWhereTheyDo(_ rows: Int, _ isRepeated: Bool) throws {
    let ids = (0..<rows).map { "r\($0)" } + (isRepeated ? ["r0"] : [])
    let draft = try DraftFixture("respondent,P1\n" + ids.map { "\($0),\($0.count)\n" }.joined())
    let told = draft.guesses(about: .respondent)
    // Of two rows by one person nothing tells that the column names persons.
    guard rows > 1 || !isRepeated else { return #expect(told == []) }
    #expect(
      told == [
        isRepeated
          ? "'respondent' looks like the respondent, and some have several rows."
          : "'respondent' is different in every row: it looks like the respondent, and links waves."
      ])
  }

  @Test func findsGroups() throws {
    let draft = try survey("branch,Gender,Age,tier,P1,P2,P3", rows: 90) { row in
      [
        "B\(row % 9)", row % 2 == 0 ? "f" : "m", String(18 + row % 60), ["plus", "basic", "premier"][row % 3],
        String(answer(row, 1)), String(answer(row, 2)), String(answer(row, 3)),
      ]
    }
    #expect(draft.says("unit: {column: branch}"), "\(draft.draft)")
    #expect(draft.says("{id: Gender, column: Gender}"))
    #expect(draft.says("{id: tier, column: tier}"))
    #expect(draft.says("{id: Age, column: Age, bands: [18, 30, 45, 60]}"))
  }

  @Test func asksAboutQuestionsWordedTheOtherWayRound() throws {
    let draft = try survey("quick service,clean shop,good staff,rude staff", rows: 90) { row in
      let mood = row % 5
      return [String(1 + mood), String(1 + mood), String(1 + (mood + row % 2) % 5), String(5 - mood)]
    }
    let guesses = draft.guesses(about: .reversed)
    #expect(guesses.count == 1, "\(draft.draft)")
    #expect(guesses.first?.contains("its wording is negative and its answers run against those of its block") == true)
    #expect(!draft.says("reversed: true"))
  }

  @Test func countsCodesBesideTheScaleApart() throws {
    let draft = try survey("P1,P2,P3,P4", rows: 80) { row in
      [
        row % 9 == 0 ? "0" : String(answer(row, 1)), row % 8 == 0 ? "99" : String(answer(row, 2)),
        row % 8 == 1 ? "N/A" : String(answer(row, 3)), String(answer(row, 4)),
      ]
    }
    #expect(draft.says("missing: [99]"), "\(draft.draft)")
    #expect(draft.says("not-applicable: [0, N/A]"))
    #expect(draft.column("P1")?.codes.map(\.count) == [9])
  }

  @Test func namesColumnsByPositionWhereTheirHeadersDoNotTell() throws {
    let draft = try survey("Rate us,Rate us,,#note") { row in
      [String(answer(row, 1)), String(answer(row, 2)), String(answer(row, 3)), String(answer(row, 4))]
    }
    #expect(draft.draft.contains("perception: \"#1\""), "\(draft.draft)")
    #expect(draft.draft.contains("perception: \"#2\""))
  }

  @Test(arguments: [
    "id,name\n1,Ann\n2,Bob\n", "a\nx\ny\n",
    "comment\nIt was all very good indeed thanks\nNothing to say about it at all\n",
  ])
  func isNoneWhereNothingIsAsked(_ text: String) throws {
    let fixture = try DraftFixture(text)
    #expect(fixture.profile != nil)
    #expect(fixture.draft.isEmpty, "\(fixture.draft)")
  }

  @Test(arguments: [("", "survey/empty"), ("a,b\n1,\"2\n", "survey/unclosed-quote")])
  func isNoneWhereTheFileCannotBeRead(_ text: String, _ id: String) throws {
    let fixture = try DraftFixture(text)
    #expect(fixture.profile == nil)
    #expect(fixture.diagnostics.map(\.id) == [id])
  }

  @Test func isNoneForAHeaderWithoutAnswersWhichIsShownAllTheSame() throws {
    let fixture = try DraftFixture("a,b\n")
    #expect(fixture.profile?.columns.map(\.header) == ["a", "b"])
    #expect(fixture.draft.isEmpty)
    #expect(fixture.diagnostics.map(\.id) == ["survey/no-rows"])
  }

  /// Headers that try to break out of YAML.
  @Test(arguments: [
    "\"a: b\"", "\"{x}\"", "\"# no comment\"", "\"a \"\"quoted\"\" word\"", "\"line\nbreak\"", "- dash", "&anchor",
    "*alias",
    "'single'", "\\slash", "~", "null", "all", "overall", "tangibles", "1..4", "a..b", "Überall", "质量", "\"a,b\"", "%",
    "@x",
  ])
  func staysReadableWhateverTheHeadersHold(_ header: String) async throws {
    let draft = try survey("\(header),P2 service,P3 service,recommend,nps") { row in
      (0..<3).map { String(answer(row, $0)) } + [row % 2 == 0 ? "yes" : "no", String(answer(row, 9, 0, 10))]
    }
    let (survey, problems) = await draft.read()
    #expect(problems.allSatisfy { $0.contains("codebook/no-cell") }, "\(problems) \(draft.draft)")
    #expect(survey?.waves.first?.definition.items.isEmpty == false, "\(draft.draft)")
  }
}

@Suite struct AProfile {
  @Test func countsRowsThatAreOdd() throws {
    let good = (0..<40).map {
      "\($0),\(1 + $0 % 5),\(1 + ($0 * 3) % 5),\(1 + ($0 * 7 + 1) % 5),\(1 + $0 % 4),\(1 + ($0 + 2) % 5)"
    }
    let rows = good + ["100,3,3,3,3,3", "101,4,4,4,4,4", good[7], good[7], "102,,,,,", "103,1,2", "104,1\"2,1,1,1,1"]
    let profile = try #require(try DraftFixture("id,P1,P2,P3,P4,P5\n" + rows.joined(separator: "\n") + "\n").profile)
    #expect(profile.rows == 45)
    #expect(profile.repeats.count == 2)
    #expect(profile.repeats.firstLine == 44)
    #expect(profile.emptyRows == 1)
    #expect(profile.straightLines?.count == 2)
    #expect(profile.unusable.map(\.reason) == [.ragged, .strayQuote])
    #expect(profile.unusable.map(\.firstLine) == [47, 48])
  }

  @Test(arguments: [
    ("e-mail me at ann@example.org", "e-mail"), ("call +49 30 1234567 please", "phone"), ("10.0.0.12", "ip-address"),
    ("Mr. Smith was kind", "name"), ("Frau Weber war nett", "name"), ("nothing of the kind", ""),
    ("3 of 4 on 2026-01-02", ""),
    ("a@b", ""),
  ])
  func seesWhatMayNamePersons(_ text: String, _ kind: String) {
    #expect(PersonalMark.kinds(in: text).map(\.rawValue).joined() == kind)
  }

  @Test func isTheSameHoweverManyRowsAreHeldFirst() throws {
    // More rows than are held before it is known what to look for in them.
    let rows = (0..<2500).map {
      "\($0),\(1 + $0 % 5),\(1 + ($0 / 5) % 5),\(1 + ($0 / 25) % 5),\(1 + ($0 * 3) % 5),\(1 + ($0 * 7) % 5)\n"
    }
    let profile = try #require(try DraftFixture("id,P1,P2,P3,P4,P5\n" + rows.joined()).profile)
    #expect(profile.rows == 2500)
    #expect(profile.straightLines?.rows == 2500)
    #expect(profile.columns[1].levels.map(\.count) == [500, 500, 500, 500, 500])
    #expect(profile.columns[0].kind == .identifier)
  }
}
