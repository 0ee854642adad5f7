import Audit
import Testing

struct ScorecardScoreTests {
  private static let sections = [
    ScorecardSection(
      id: "welcome", name: "Welcome",
      criteria: [
        Criterion(id: "greeted", text: "Greeted", points: 2, standard: "S1"),
        Criterion(id: "tidy", text: "Tidy", points: 4, metFrom: 3),
      ]),
    ScorecardSection(
      id: "talk", name: "Talk", criteria: [Criterion(id: "identity", text: "Identity", points: 3, isKnockOut: true)]),
  ]

  private static func card(_ marks: [ScorecardVisit.Mark]...) -> Scorecard {
    Scorecard(
      id: "v", file: "v.csv", title: "V", sections: sections,
      visits: marks.enumerated().map { ScorecardVisit(id: "\($0)", marks: $1, line: $0 + 2) })
  }

  @Test(
    "a visit's score is points gained of those applicable; what does not apply or is empty leaves both, a missed knock-out all",
    arguments: [
      ([.points(2), .points(4), .points(3)], Points(gained: 9, applicable: 9), Points(gained: 9, applicable: 9)),
      ([.points(0), .points(1), .points(3)], Points(gained: 4, applicable: 9), Points(gained: 4, applicable: 9)),
      ([.points(2), .notApplicable, .points(3)], Points(gained: 5, applicable: 5), Points(gained: 5, applicable: 5)),
      ([.points(2), .points(3), .points(2)], Points(gained: 7, applicable: 9), Points(gained: 0, applicable: 9)),
      ([.points(2), .points(3), .notApplicable], Points(gained: 5, applicable: 6), Points(gained: 5, applicable: 6)),
      ([.none, .none, .none], Points(), Points()),
    ] as [([ScorecardVisit.Mark], Points, Points)])
  func visit(_ marks: [ScorecardVisit.Mark], points: Points, score: Points) {
    let card = Self.card(marks)
    #expect(card.points(of: card.visits[0]) == points)
    #expect(card.score(of: card.visits[0]) == score)
    #expect(card.knockOuts(of: card.visits[0]).isEmpty == (points == score))
  }

  @Test("a criterion is met from the points that were declared, and only where it applied")
  func met() {
    let card = Self.card(
      [.points(2), .points(3), .points(3)], [.points(1), .points(2), .notApplicable], [.none, .points(4), .points(0)])
    #expect(card.met(at: 0) == MetCount(met: 1, occasions: 2))
    #expect(card.met(at: 1) == MetCount(met: 2, occasions: 3))
    #expect(card.met(at: 2) == MetCount(met: 1, occasions: 2))
    #expect(card.sectionRanges == [0..<2, 2..<3])
  }

  @Test("a standard counts in notes and on visits; a criterion without one is a standard of its own")
  func records() {
    var configuration = Configuration()
    configuration.standards = [
      Standard(id: "S1", text: "Greeted", touchpoint: "branch", dimension: nil, target: 0.9),
      Standard(id: "S2", text: "Never checked", touchpoint: nil, dimension: nil, target: 0.9),
    ]
    var project = Project(configuration: configuration)
    var note = Note(slug: "n", file: "n.md", title: "N", body: MarkdownText(text: "", file: "n.md", firstLine: 1))
    note.checks = [
      StandardCheck(standard: "S1", met: true, text: "", line: 4),
      StandardCheck(standard: "S1", met: false, text: "", line: 5),
    ]
    project.notes = [note]
    project.scorecards = [
      Self.card([.points(2), .points(4), .points(3)], [.points(0), .points(0), .notApplicable])
    ]
    let records = project.standardRecords
    #expect(records.map(\.standard.id) == ["S1", "v.tidy", "v.identity"])
    #expect(records.map(\.met) == [2, 1, 1] && records.map(\.checks) == [4, 2, 1])
    #expect(records[0].sources.map(\.line) == [5, 3], "the first that missed")
    #expect(!records[0].isByVisit && records[0].only(.scorecard)?.isByVisit == true)
    #expect(records.map(\.isKnockOut) == [false, false, true])
    #expect(records[0].only(.note)?.share == 0.5 && records[1].only(.note) == nil)
  }
}
