import Audit
import Testing

@testable import Ingest

struct ScorecardsReaderTests {
  private static let configuration = """
    journey: [{phase: Buying, touchpoints: [{id: branch, name: Branch visit}, phone]}]
    standards: [{id: S1, text: Greeted at once, touchpoint: branch, dimension: responsiveness, target: 90%}]
    """
  private static let sheet = """
    title: Branch visits
    wave: 2026-Q3
    touchpoint: branch
    plan: {visits-per-unit: 2, units: [B1, B2, B3]}
    sections:
      - name: Welcome
        dimension: responsiveness
        criteria:
          - {column: greeted, standard: S1, points: 2}
          - {column: tidy, text: Hall tidy, points: 5, met-from: 4, dimension: tangibles, target: 80%}
      - {id: talk, name: The talk, criteria: [{column: identity, id: who, knock-out: true, touchpoint: phone}]}
    """
  private static let table = """
    visit,unit,date,shopper,greeted,tidy,identity
    V1,B1,2026-09-01,Ann,yes,4,yes
    V2,B2,2026-09-02,Ann,No,0,n/a

    V3,B1,,,N,5,✔️

    """

  private func read(_ table: String?, _ sheet: String?, name: String = "v") async throws -> (Project?, [Diagnostic]) {
    var files = ["cxaudit.yml": Self.configuration, "content/notes/a.md": "x"]
    files["content/scorecards/\(name).csv"] = table
    files["content/scorecards/\(name).yml"] = sheet
    let (project, diagnostics) = try await TemporaryProject(files).read()
    return (project, diagnostics)
  }

  @Test("sections, criteria, standards, plan and visits are read, and no shopper's name is kept")
  func whole() async throws {
    let (project, diagnostics) = try await read(Self.table, Self.sheet)
    let card = try #require(project?.scorecards.first)
    #expect(lines(diagnostics) == [])
    #expect(card.id == "v" && card.title == "Branch visits" && card.wave == "2026-Q3")
    #expect(card.sections.map(\.id) == ["welcome", "talk"] && card.units == ["B1", "B2", "B3"])
    #expect(card.plan == VisitPlan(visitsPerUnit: 2, units: ["B1", "B2", "B3"]))
    #expect(
      card.criteria == [
        Criterion(
          id: "greeted", text: "Greeted at once", points: 2, standard: "S1", touchpoint: "branch",
          dimension: "responsiveness", target: 0.9),
        Criterion(
          id: "tidy", text: "Hall tidy", points: 5, metFrom: 4, touchpoint: "branch", dimension: "tangibles",
          target: 0.8),
        Criterion(id: "who", text: "Identity", isKnockOut: true, touchpoint: "phone", target: 0.95),
      ])
    #expect(card.visits.map(\.id) == ["V1", "V2", "V3"] && card.visits.map(\.line) == [2, 3, 5])
    #expect(card.visits.map(\.date?.iso) == ["2026-09-01", "2026-09-02", nil])
    #expect(
      card.visits.map(\.marks) == [
        [.points(2), .points(4), .points(1)], [.points(0), .points(0), .notApplicable],
        [.points(0), .points(5), .points(1)],
      ])
    #expect(project?.inputs.map(\.path).filter { $0.contains("scorecards") }.count == 2)
  }

  @Test("columns, words, delimiter and decimal sign may be declared; what is ignored is left aside")
  func declared() async throws {
    let table =
      "Besuch;Filiale;Tag;begrüßt;Notiz\n1;Mitte;2026-09-01;Ja;gut\n2;Nord;2026-09-02;entfällt;\n3;Nord;2026-09-03;Nein;\n"
    let sheet = """
      scorecard: besuche
      columns: {visit: Besuch, unit: Filiale, date: Tag}
      csv: {delimiter: ";"}
      yes: ja
      no: [nein]
      not-applicable: entfällt
      ignore: [Notiz]
      criteria: [{column: "#4", text: Begrüßt}]
      """
    let (project, diagnostics) = try await read(table, sheet)
    let card = try #require(project?.scorecards.first)
    #expect(lines(diagnostics) == [])
    #expect(card.id == "besuche" && card.units == ["Mitte", "Nord"] && card.criteria.map(\.id) == ["begrüßt"])
    #expect(card.visits.flatMap(\.marks) == [.points(1), .notApplicable, .points(0)])
  }

  @Test("encoding and quote may be declared, and places count by that quote")
  func encoded() async throws {
    let project = try TemporaryProject([
      "cxaudit.yml": Self.configuration,
      "content/scorecards/v.yml": """
      columns: {visit: visit, unit: unit}
      csv: {encoding: windows-1252, quote: single}
      criteria: [{column: greeted}, {column: tidy}]
      """,
    ])
    let table = "visit,unit,greeted,tidy\n1,'K\u{f6}ln, Ring',yes,no\n"
    try project.write("content/scorecards/v.csv", table.unicodeScalars.map { UInt8($0.value) })
    let (read, diagnostics) = await project.read()
    #expect(lines(diagnostics) == [])
    #expect(read?.scorecards.first?.units == ["Köln, Ring"])
    try project.write("content/scorecards/v.csv", Array("visit,unit,greeted,tidy\n1,'A, B',yes,perhaps\n".utf8))
    let wrong = await project.read().diagnostics
    #expect(wrong.map(\.location) == [SourceLocation("content/scorecards/v.csv", line: 2, column: 14)])
  }

  @Test("without a file beside it every further column is a criterion of one section, and that is said")
  func guessed() async throws {
    let (project, diagnostics) = try await read("Visit,Unit,clean floor,friendly\n1,A,1,0\n2,A,yes,no\n", nil)
    let card = try #require(project?.scorecards.first)
    #expect(card.criteria.map(\.text) == ["Clean floor", "Friendly"] && card.sections.count == 1)
    #expect(card.visits.flatMap(\.marks) == [.points(1), .points(0), .points(1), .points(0)])
    #expect(
      lines(diagnostics) == [
        "content/scorecards/v.csv: note: without v.yml each of the 2 further columns is taken for a criterion "
          + "worth one point, in one section [scorecard/guessed] help: write v.yml to name sections, points, "
          + "knock-outs and standards"
      ])
  }

  @Test(
    "what is wrong with a cell or a line is named with its place",
    arguments: [
      (
        "maybe,1,yes",
        [
          "v.csv:2:4: error: 'maybe' in column 'greeted' is no mark [scorecard/mark] help: write yes, no, n/a or 0 to 2"
        ], "maybe"
      ),
      (
        "yes,7,yes",
        [
          "v.csv:2:8: error: '7' in column 'tidy' is more than the 5 points to be gained [scorecard/points] help: mend the cell, or write 'points: 7' for this criterion in the file beside the scorecard"
        ], "7"
      ),
      (
        "yes,2.5,yes",
        [
          "v.csv:2:8: error: '2.5' in column 'tidy' is not a whole number of points [scorecard/points] help: where half points are given, double the points of every criterion and every mark"
        ], "2.5"
      ),
      (
        "yes,-1,yes",
        ["v.csv:2:8: error: '-1' in column 'tidy' is no mark [scorecard/mark] help: write yes, no, n/a or 0 to 5"], "-1"
      ),
      (
        "\"a \"\"b\"\"\",\" 9 \",yes",
        [
          "v.csv:2:5: error: 'a \"b\"' in column 'greeted' is no mark [scorecard/mark] help: write yes, no, n/a or 0 to 2",
          "v.csv:2:16: error: '9' in column 'tidy' is more than the 5 points to be gained [scorecard/points] help: mend the cell, or write 'points: 9' for this criterion in the file beside the scorecard",
        ], nil
      ),
      (
        "yes,,yes",
        [
          "v.csv:2: warning: column 'tidy' is empty on one visit, which counts neither way [scorecard/no-mark] help: where the criterion did not apply, write n/a"
        ], nil
      ),
      (
        "yes,1",
        [
          "v.csv:2:1: error: the visit has 3 fields, the header 4 [scorecard/ragged-row] help: is a comma or a quote missing, or one too many?",
          "v.csv: error: there is a header but not one visit [scorecard/no-visits] help: write one line for each visit",
        ], nil
      ),
    ] as [(String, [String], String?)])
  func cells(_ line: String, expected: [String], shown: String?) async throws {
    let (_, diagnostics) = try await read("visit,greeted,tidy,identity\nV1,\(line)\n", Self.sheet)
    #expect(lines(diagnostics).map { $0.replacing("content/scorecards/", with: "") } == expected)
    if let shown { #expect(diagnostics.first.flatMap(underlined) == shown) }
  }

  @Test("visits, units, days and pictures that are not as they should be are named")
  func visits() async throws {
    let table = """
      visit,unit,date,photo,greeted,tidy,identity
      V1,B1,2026-09-01,a.jpg,yes,4,yes
      V1,B12,1.9.2026,,yes,4,yes
      V2,,2026-09-03,b.jpg,yes,4,yes
      """
    let (_, diagnostics) = try await read(table, Self.sheet)
    #expect(
      lines(diagnostics).map { $0.replacing("content/scorecards/", with: "") } == [
        "v.csv:3:1: error: the visit 'V1' already stands on line 2 [scorecard/repeated-visit] help: delete one of the two, or give "
          + "it an id of its own",
        "v.csv:3:4: warning: the unit 'B12' is none of those to be visited [scorecard/unplanned-unit] help: did you mean 'B1'?",
        "v.csv:3:8: warning: '1.9.2026' is not a day, the visit has none [scorecard/date] help: write a day such as 2026-03-31",
        "v.csv:4: warning: a visit names no unit, and counts for none [scorecard/no-unit]",
        "v.csv: warning: the 2 pictures of column 'photo' are not published in this version [scorecard/photos]",
      ])
  }

  @Test(
    "what does not fit between the two files is an error, with what was probably meant",
    arguments: [
      (
        "visit,greetd,x\n1,yes,no\n", "criteria: [{column: greeted}]",
        [
          "v.yml:1:21: error: content/scorecards/v.csv has no column 'greeted' [scorecard/no-column] help: did you mean 'greetd'?"
        ]
      ),
      (
        "a,b\nyes,no\n", "criteria: [{column: a}, {column: b, standard: S2}]",
        [
          "v.yml:1:47: error: there is no standard 'S2' [config/unknown-standard] help: did you mean 'S1'?"
        ]
      ),
      (
        "a,b\nyes,no\n", "criteria: [{column: a}, {column: a}]\nignore: b",
        [
          "v.yml:1:34: error: the column 'a' is already the criterion 'a' [scorecard/column-twice] help: each column has one use"
        ]
      ),
      (
        "a,a\nyes,no\n", "criteria: [{column: a}]\nignore: ['#1', '#2']",
        [
          "v.yml:1:21: error: 'a' may be any of 2 columns [scorecard/many-columns] help: name it by its position: \"#1\", \"#2\""
        ]
      ),
      (
        "a\nyes\n", "criteria: [{column: a, points: 2, met-from: 3}]",
        [
          "v.yml:1:45: error: 'met-from' must be 1 to 2, not 3 [yaml/out-of-range]"
        ]
      ),
      (
        "a\nyes\n", "csv: {header-rows: 2}\ncriteria: [{column: a}]",
        [
          "v.yml:1:7: error: unknown key 'header-rows' in 'csv' [yaml/unknown-key] help: known are 'encoding', 'delimiter', "
            + "'quote', 'decimal', 'limits'"
        ]
      ),
      (
        "a\nyes\n", "criteria: [{column: a, knockout: true}]",
        [
          "v.yml:1:24: error: unknown key 'knockout' in a criterion [yaml/unknown-key] help: did you mean 'knock-out'?"
        ]
      ),
      (
        "a\nyes\n", "yes: [j]\nno: [J]\ncriteria: [{column: a}]",
        [
          "v.yml:2:6: error: 'J' stands for two marks [scorecard/word-twice] help: a word is a yes, a no or a not-applicable; "
            + "capitals make no difference"
        ]
      ),
      (
        "a\nyes\n", "title: x",
        [
          "v.csv:1:1: warning: the column 'a' is no criterion of v.yml and is not read [scorecard/unused-column] help: add it there, "
            + "or name it under 'ignore:'",
          "v.yml: error: there is nothing to mark: no criterion [scorecard/no-criteria] help: list them under 'sections:' or "
            + "'criteria:', each with its 'column:'",
        ]
      ),
      (
        "", "criteria: [{column: a}]",
        [
          "v.csv: error: the file is empty [scorecard/empty] help: a scorecard needs a header line and one line for each visit"
        ]
      ),
      (
        "a\n", "criteria: [{column: a}]",
        [
          "v.csv: error: there is a header but not one visit [scorecard/no-visits] help: write one line for each visit"
        ]
      ),
      (
        nil, "criteria: [{column: a}]",
        [
          "v.yml: error: this file explains no scorecard [scorecard/sheet-alone] help: put content/scorecards/v.csv beside it"
        ]
      ),
    ] as [(String?, String, [String])])
  func sheets(_ table: String?, _ sheet: String, expected: [String]) async throws {
    let (_, diagnostics) = try await read(table, sheet)
    #expect(
      lines(diagnostics).map { line in
        ["v.csv", "v.yml"].reduce(line) { text, name in
          text.hasPrefix("content/scorecards/\(name)") ? String(text.dropFirst("content/scorecards/".count)) : text
        }
      } == expected)
  }

  @Test("a project of a scorecard alone is one")
  func alone() async throws {
    let (project, log) = try await TemporaryProject(["content/scorecards/v.csv": "visit,a\n1,yes\n"]).read()
    #expect(project?.scorecards.count == 1 && log.map(\.id) == ["scorecard/guessed"])
  }
}
