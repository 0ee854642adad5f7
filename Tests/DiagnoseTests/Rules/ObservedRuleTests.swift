import Audit
import Testing

@testable import Diagnose

/// What auditors saw, joined with what customers say or alone.
struct ObservedRuleTests {
  static func project(_ notes: [Note]) -> Project {
    var project = Project.bank
    project.notes = notes
    return project
  }

  static let survey = audit([TestCell("branch", "empathy")])

  @Test("an observation on the cell of a gap joins it: one row, confirmed, in the auditors' words")
  func joins() throws {
    let project = Self.project([
      note("main", touchpoint: "branch", [alert("Nobody greets", .minor, dimension: "empathy", cause: .delivery)])
    ])
    let found = deficiencies(Self.survey, project)
    try #require(found.count == 1)
    #expect(found[0].id == "gap.branch.empathy")
    #expect(found[0].support == .confirmed)
    #expect(found[0].title == "Nobody greets")
    #expect(found[0].cause == .delivery)
    #expect(found[0].findingClass == .major)
    #expect(found[0].evidence.map(\.kind) == [.survey, .survey, .note])
    #expect(found[0].evidence.last?.text == "Seen: Nobody greets")
    #expect(!found[0].remarks.contains { $0.hasPrefix("raised") })
  }

  static let words: [(FindingClass?, FindingClass, Bool)] = [
    (.critical, .critical, true), (.major, .major, false), (.observation, .major, false), (nil, .major, false),
  ]

  @Test("the graver word raises the class and says why; a milder one, or none, leaves it", arguments: words)
  func lifts(word: FindingClass?, result: FindingClass, isRaised: Bool) throws {
    let project = Self.project([note("main", touchpoint: "branch", [alert("Cold", word, dimension: "empathy")])])
    let found = try #require(deficiencies(Self.survey, project).first)
    #expect(found.findingClass == result)
    #expect(found.remarks.contains("raised because auditors saw “Cold”") == isRaised)
  }

  @Test("a watch point that auditors saw is a deficiency seen only by them")
  func watch() throws {
    let few = audit([TestCell("branch", "empathy", CellFigures().changed { $0.n = 20 })])
    let project = Self.project([note("main", touchpoint: "branch", [alert("Cold", dimension: "empathy")])])
    let found = deficiencies(few, project)
    try #require(found.count == 1)
    #expect(found[0].findingClass == .minor)
    #expect(found[0].support == .seenOnly)
    #expect(found[0].remarks.first == "raised because auditors saw “Cold”")
  }

  @Test("alerts with one cell and title, or with one id, are one finding")
  func groups() {
    let project = Self.project([
      note(
        "a", touchpoint: "phone",
        [alert("Passed on", .minor, dimension: "empathy"), alert("Passed on", .major, dimension: "assurance")]),
      note("b", touchpoint: "phone", [alert("Passed on", .major, dimension: "empathy")]),
      note("c", [alert("One wording", id: "queue"), alert("Another wording", .critical, id: "queue")]),
    ])
    let found = deficiencies(MeasuredAudit(surveys: []), project)
    #expect(found.map(\.id) == ["queue", "note.a.passed-on", "note.a.passed-on-2"])
    #expect(found.map(\.findingClass) == [.critical, .major, .major])
    #expect(found.map(\.title) == ["Another wording", "Passed on", "Passed on"])
    #expect(found.map(\.evidence.count) == [2, 2, 1])
  }

  @Test("one title under two ids is two findings, and an alert without an id goes with the first")
  func sameTitle() {
    let project = Self.project([
      note("a", [alert("Slow", id: "one")]), note("b", [alert("Slow", id: "two")]), note("c", [alert("Slow")]),
    ])
    let found = deficiencies(MeasuredAudit(surveys: []), project)
    #expect(Set(found.map(\.id)) == ["one", "two"])
    #expect(found.first { $0.id == "one" }?.evidence.map(\.source) == ["content/notes/a.md", "content/notes/c.md"])
  }

  @Test("what stands alone is judged, not measured; a visit weighs less than a survey")
  func alone() throws {
    var project = Self.project([
      note("main", touchpoint: "branch", date: day("2026-08-14"), [alert("Dark", dimension: "tangibles")]),
      note("quay", touchpoint: "branch", date: day("2026-02-19"), [alert("Dark", dimension: "tangibles")]),
    ])
    let found = try #require(deficiencies(Self.survey, project).first { $0.kind == .observed })
    #expect(found.id == "note.main.dark")
    #expect(found.findingClass == .minor)
    #expect(found.support == .seenOnly)
    #expect(found.remarks == ["judged, not measured", "no severity given: taken as minor"])
    #expect(found.severity == 20)
    #expect(found.burden == 10)
    #expect(found.order == 10 * 2.0 / 22)
    #expect(found.firstSeen == "2026-02-19")
    #expect(found.lastSeen == "2026-08-14")
    #expect(found.measurement == nil)

    project.configuration.standards = [
      Standard(id: "S1", text: "Lit", touchpoint: "branch", dimension: "tangibles", target: 0.9)
    ]
    project.notes[0].checks = [
      StandardCheck(standard: "S1", met: false, text: "", line: 5),
      StandardCheck(standard: "S1", met: true, text: "", line: 6),
    ]
    let counted = try #require(deficiencies(Self.survey, project).first { $0.kind == .observed })
    #expect(counted.severity == 10)
    #expect(counted.evidence.last?.text == "standard S1 “Lit” met on 1 of 2 occasions")
  }

  @Test("a strength is a finding of its own, also on the cell of a gap")
  func strengths() throws {
    let project = Self.project([
      note("main", touchpoint: "branch", [alert("Warm", kind: .strength, dimension: "empathy")])
    ])
    let found = deficiencies(Self.survey, project)
    try #require(found.count == 2)
    #expect(found[1].findingClass == .strength)
    #expect(found[1].id == "note.main.warm")
    #expect(found[1].severity == nil)
    #expect(found[1].steps.isEmpty)
    #expect(found[0].support == .surveyOnly)
  }

  @Test("an alert that declares a gap's id joins it from anywhere")
  func declared() {
    let project = Self.project([note("main", [alert("Cold", id: "gap.branch.empathy")])])
    #expect(deficiencies(Self.survey, project).map(\.id) == ["gap.branch.empathy"])
  }

  @Test("customers' words are evidence of the cell that they name")
  func quotes() throws {
    var visit = note("main", touchpoint: "branch", [])
    visit.quotes = [
      Quote(text: "Like furniture.", dimension: "empathy", line: 9), Quote(text: "Elsewhere.", line: 12),
    ]
    let found = try #require(deficiencies(Self.survey, Self.project([visit])).first)
    #expect(found.evidence.filter { $0.kind == .verbatim }.map(\.text) == ["Like furniture."])
    #expect(found.support == .surveyOnly)
  }

  static let causes: [(String, Cause?, Bool, Cause?)] = [
    ("empathy", .knowledge, true, .knowledge), ("empathy", nil, true, .delivery), ("empathy", nil, false, nil),
    ("assurance", nil, false, .standards),
  ]

  @Test("a cause comes from the auditors, else from the standards", arguments: causes)
  func cause(dimension: String, told: Cause?, isMissed: Bool, expected: Cause?) throws {
    var visit = note(
      "main", touchpoint: "branch", told == nil ? [] : [alert("Cold", dimension: dimension, cause: told)])
    visit.checks = [StandardCheck(standard: "S1", met: !isMissed, text: "", line: 4)]
    var project = Self.project([visit])
    project.configuration.standards = [
      Standard(id: "S1", text: "Smile", touchpoint: "branch", dimension: "empathy", target: 0.9)
    ]
    let found = try #require(deficiencies(audit([TestCell("branch", dimension)]), project).first)
    #expect(found.cause == expected)
  }

  @Test("auditors who do not agree on what is grave lift no class and order nothing") func disagreement() throws {
    var project = Project.bank
    project.notes = [
      note(
        "main", touchpoint: "branch",
        [alert("Cold", .critical, dimension: "empathy"), alert("Dark", .major, dimension: "tangibles", line: 20)])
    ]
    let cells = DiagnoseTests.survey(waves: [TestWave([TestCell("branch", "empathy")])])
    func found(alpha: Double, n: Int) -> [Finding] {
      let agreement = figures(.agreement, "severity", n: n, [.krippendorff: alpha], survey: "", wave: "")
      return deficiencies(MeasuredAudit(surveys: [cells], comparisons: [agreement]), project)
    }
    for (alpha, n) in [(0.66, 9), (0.667, 12)] {
      let (gap, seen) = (try #require(found(alpha: alpha, n: n).first), try #require(found(alpha: alpha, n: n).last))
      #expect(gap.findingClass == .critical && seen.findingClass == .major && seen.order > 0)
    }
    let doubted = found(alpha: 0.66, n: 12).filter { $0.kind != .dataQuality }
    try #require(doubted.map(\.findingClass) == [.major, .major])
    #expect(
      doubted[0].remarks.first
        == "not raised, though an auditor calls it critical: auditors do not agree on what is grave")
    #expect(doubted[1].order == 0 && doubted[1].severity == nil && doubted[1].priority == nil)
    #expect(doubted[1].remarks.contains("not weighed: auditors do not agree on what is grave"))
  }
}
