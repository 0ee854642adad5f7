import Audit
import Measure
import Testing

/// How far auditors agree on standards and severities; values by a plain program that gives example X10 of the methodology.
@Suite struct AgreementTests {
  private func note(_ index: Int, _ auditor: String?, unit: String? = nil, wave: String? = nil) -> Note {
    let file = "content/notes/\(index).md"
    var note = Note(
      slug: "\(index)", file: file, title: "Visit", body: MarkdownText(text: "", file: file, firstLine: 1))
    (note.auditor, note.unit, note.wave) = (auditor, unit, wave)
    return note
  }

  /// Notes that check S1, one for each auditor and place: `+` met, `-` missed, several in one text are several checks.
  private func checks(_ table: [(auditor: String?, unit: String, marks: String)]) -> [Note] {
    table.enumerated().map { index, row in
      var note = note(index, row.auditor, unit: row.unit)
      note.checks = row.marks.map { StandardCheck(standard: "S1", met: $0 == "+", text: "", line: 1) }
      return note
    }
  }

  /// Notes that tell of troubles by title, one for each auditor: nil is an alert without a word.
  private func alerts(_ table: [(auditor: String?, words: [(title: String, severity: FindingClass?)])]) -> [Note] {
    table.enumerated().map { index, row in
      var note = note(index, row.auditor)
      note.observations = row.words.map { title, severity in
        Observation(
          kind: .deficiency, title: title, severity: severity, touchpoint: "branch",
          text: MarkdownText(text: "", file: note.file, firstLine: 1), line: 1)
      }
      return note
    }
  }

  private func agreement(_ notes: [Note], _ subject: String = "S1") -> Measurement? {
    var configuration = Configuration()
    configuration.standards = [
      Standard(id: "S1", text: "Greeted", touchpoint: "branch", dimension: nil, target: 0.9)
    ]
    let audit = measure([], notes: notes, configuration: configuration)
    #expect(publishable(audit, configuration: configuration).comparisons == audit.comparisons)
    return audit[MeasurementKey(survey: "", wave: "", kind: .agreement, subject: subject)]
  }

  private let fourPlaces: [(String?, String, String)] = [
    ("Ada", "B1", "+"), ("Ada", "B2", "+"), ("Ada", "B3", "-"), ("Ada", "B4", "+"),
    ("Ben", "B1", "+"), ("Ben", "B2", "-"), ("Ben", "B3", "-"), ("Ben", "B4", "+"),
  ]

  @Test("Two auditors on a standard: nominal α, κ and raw agreement, whatever the order of notes") func standard()
    throws
  {
    for table in [fourPlaces, fourPlaces.reversed()] {
      let found = try #require(agreement(checks(table)))
      expectFigures(found, [(.krippendorff, 0.533333), (.kappa, 0.5), (.raw, 0.75)])
      #expect(found.n == 4)
    }
  }

  @Test("Ordinal α of severities, gaps allowed; κ of two auditors alone") func severity() throws {
    let three = alerts([
      ("Ada", [("a", .critical), ("b", .minor), ("c", .observation), ("d", .major)]),
      ("Ben", [("a", .critical), ("b", .minor), ("c", .minor), ("d", .critical), ("e", .major)]),
      ("Cid", [("a", .major), ("b", nil), ("c", .observation), ("d", .major)]),
    ])
    let found = try #require(agreement(three, "severity"))
    expectFigures(found, [(.krippendorff, 0.787000), (.raw, 0.454545)])
    #expect(found.n == 4)
    #expect(found.figure(.kappa) == nil)
    let two = alerts([
      ("Ada", [("a", .critical), ("b", .minor), ("c", .observation), ("d", .major)]),
      ("Ben", [("a", .major), ("b", .minor), ("c", .minor), ("d", .major)]),
    ])
    expectFigures(
      try #require(agreement(two, "severity")), [(.krippendorff, 0.815789), (.kappa, 0.333333), (.raw, 0.5)])
  }

  @Test("Who rated a unit several times has one rating: more than half of the checks, or the gravest word")
  func repeated() throws {
    let often = fourPlaces.map { $0.1 == "B2" ? ($0.0, $0.1, $0.0 == "Ada" ? "++-" : "+-") : $0 }
    expectFigures(try #require(agreement(checks(often))), [(.krippendorff, 0.533333), (.kappa, 0.5), (.raw, 0.75)])
    let words = alerts([
      ("Ada", [("a", .minor), ("a", .critical), ("b", .minor)]), ("Ben", [("a", .critical), ("b", .minor)]),
    ])
    expectFigures(try #require(agreement(words, "severity")), [(.krippendorff, 1), (.kappa, 1), (.raw, 1)])
  }

  @Test("Notes without an auditor are by different people, and waves are different units") func unnamed() throws {
    let found = try #require(agreement(checks(fourPlaces.map { (nil, $0.1, $0.2) })))
    expectFigures(found, [(.krippendorff, 0.533333), (.raw, 0.75)])
    #expect(found.figure(.kappa) == nil)
    let apart = checks(fourPlaces).map { note in
      var note = note
      note.wave = note.auditor
      return note
    }
    #expect(agreement(apart)?.figure(.raw)?.reason == .tooFew)
  }

  @Test("Too little to tell of is a reason, and a single note no subject at all") func edges() throws {
    let alone = try #require(agreement(checks([("Ada", "B1", "+"), ("Ada", "B2", "-")])))
    for statistic in [Statistic.krippendorff, .raw] { #expect(alone.figure(statistic)?.reason == .tooFew) }
    let once = try #require(agreement(checks([("Ada", "B1", "+"), ("Ben", "B1", "-")])))
    #expect(once[.raw] == 0)
    for statistic in [Statistic.krippendorff, .kappa] { #expect(once.figure(statistic)?.reason == .nLt2) }
    let same = try #require(
      agreement(checks([("Ada", "B1", "+"), ("Ben", "B1", "+"), ("Ada", "B2", "+"), ("Ben", "B2", "+")])))
    #expect(same[.raw] == 1)
    for statistic in [Statistic.krippendorff, .kappa] { #expect(same.figure(statistic)?.reason == .noVariation) }
    #expect(agreement(checks([("Ada", "B1", "+")])) == nil)
    #expect(agreement(alerts([("Ada", [("a", .minor)]), ("Ben", [("b", .minor)])]), "severity") == nil)
  }
}
