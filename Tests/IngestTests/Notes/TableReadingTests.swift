import Audit
import Testing

@testable import Ingest

@Suite struct TableReadingTests {
  @Test func readsDeficienciesWithFirstSteps() throws {
    let reading = NoteFixture.read(
      """
      | Issue | Finding | Recommendation | Severity | Touchpoint | Dimension |
      |---|---|---|---|---|---|
      | Grey on *grey* | Contrast is `2.6` \\| low | **Darken** | minor | phone | Empathy |
      | Fast | Two seconds | | Strength | | |
      |  |  |  |  | | |
      | Back | | Ask | ? | | - |
      """)
    #expect(lines(reading.diagnostics) == [])
    func text(_ text: String, _ line: Int) -> MarkdownText {
      MarkdownText(text: text, file: "content/notes/visit.md", firstLine: line)
    }
    #expect(
      reading.note?.observations == [
        Observation(
          kind: .deficiency, title: "Grey on grey", severity: .minor, touchpoint: "phone", dimension: "empathy",
          text: text("Contrast is `2.6` \\| low", 3), steps: ["**Darken**"], line: 3),
        Observation(kind: .strength, title: "Fast", text: text("Two seconds", 4), line: 4),
        Observation(kind: .deficiency, title: "Back", text: text("", 6), steps: ["Ask"], line: 6),
      ])
  }

  @Test func inAHeuristicReviewTheViolationIsTheTitle() throws {
    let note = try #require(
      NoteFixture.read(
        """
        | # | Heuristic violated | Violation | Severity (0-4) |
        |---|---|---|---|
        | 1 | Visibility | No *wait* shown | 3 - major |
        | 2 | Consistency | | 4 |
        """
      ).note)
    #expect(note.observations.map(\.title) == ["No wait shown", "Consistency"])
    #expect(note.observations.map(\.text.text) == ["Visibility", ""])
    #expect(note.observations.map(\.severity) == [.major, .critical])
  }

  @Test(arguments: [
    ("critical", FindingClass.critical), ("Catastrophe", .critical), ("4", .critical), ("High", .major),
    ("🔴 high", .major), ("3/4", .major), ("medium (2)", .minor), ("2", .minor), ("low", .observation),
    ("1", .observation), ("cosmetic", .observation), ("positive", .strength), ("awful", nil), ("5", nil),
  ])
  func severitiesAreReadAsPeopleWriteThem(text: String, severity: FindingClass?) {
    #expect(CellWords.severity(text) == severity)
  }

  @Test func readsSteps() {
    let reading = NoteFixture.read(
      """
      | Action | Owner | Due | Priority | Status |
      |---|---|---|---|---|
      | Unlock the [door](a.md) | Manager *B007* | 2026-09-01 | high | Done |
      | Move the bell | | | | not done |

      | Item | Due date |
      |---|---|
      | Ask | 2026-10-09 |
      """)
    #expect(lines(reading.diagnostics) == [])
    #expect(
      reading.note?.actions == [
        Step(
          text: "Unlock the [door](a.md)", done: true, owner: "Manager B007", due: Day(iso: "2026-09-01"),
          source: .note,
          line: 3), Step(text: "Move the bell", source: .note, line: 4),
        Step(text: "Ask", due: Day(iso: "2026-10-09"), source: .note, line: 8),
      ])
  }

  @Test func readsScores() {
    let reading = NoteFixture.read(
      """
      | Category | Score | Max |
      |---|---:|---:|
      | Greeting *and* tone | 18 | 20 |
      | Advice | 7,5 | 10 |
      | Not seen | n/a | 10 |

      | Desk | Points | Out of |
      |---|---|---|
      | Left | 3/4 | 9 |

      | Area | Rating |
      |---|---|
      | Hall | 85 % |
      """)
    #expect(lines(reading.diagnostics) == [])
    #expect(
      reading.note?.scores == [
        Score(category: "Greeting and tone", score: 18, maximum: 20, line: 3),
        Score(category: "Advice", score: 7.5, maximum: 10, line: 4),
        Score(category: "Left", score: 3, maximum: 4, line: 9),
        Score(category: "Hall", score: 85, maximum: 100, line: 13),
      ])
  }

  @Test(
    arguments: [
      ("7", 7, nil), ("-1.5", -1.5, nil), ("7 of 10", 7, 10), ("7 / 10", 7, 10), ("70%", 70, 100),
    ] as [(String, Double, Double?)])
  func aScoreMaySayItsMaximum(text: String, score: Double, outOf: Double?) {
    #expect(CellWords.score(text)?.score == score)
    #expect(CellWords.score(text)?.outOf == outOf)
  }

  @Test(arguments: ["good", "1e3", "7/x", "1/2/3", "+7", "nan", "7 8"])
  func anythingElseIsNoScore(text: String) {
    #expect(CellWords.score(text) == nil)
  }

  @Test(arguments: [
    "| Stretch | Days |\n|---|---:|\n| Reading | 4 |", "| Hour | Came in | Open |\n|---|---|---|\n| 12 | 3 | 4 |",
    "| Finding | Owner |\n|---|---|\n| a | b |", "| Action | Priority |\n|---|---|\n| a | b |",
    "| Score |\n|---|\n| 3 |", "| Name | Score |\n|---|---|\n| a | 3 |",
  ])
  func anyOtherTableIsOnlyShown(text: String) {
    let reading = NoteFixture.read(text)
    #expect(reading.note?.observations == [])
    #expect(reading.note?.actions == [])
    #expect(reading.note?.scores == [])
    #expect(lines(reading.diagnostics) == [])
  }

  @Test(arguments: [
    (
      "| Issue | Severity |\n|---|---|\n| é | awful |",
      "3:7: warning: 'awful' is no severity, the row has none [note/severity] "
        + "help: write critical, major, minor or observation, or 4 to 1"
    ),
    (
      "| Issue | Severity |\n|---|---|\n| | 3 |",
      "3:1: warning: this row has nothing under 'Issue', it is not counted [note/unnamed-row] "
        + "help: fill the cell in, or remove the row"
    ),
    (
      "| To do | When |\n|---|---|\n| a | spring |",
      "3:7: warning: 'spring' is not a day, the step has no due date [note/due] "
        + "help: write a day such as 2026-03-31"
    ),
    (
      "text\n| Category | Score |\n|---|---|\n| a | good |",
      "4:7: warning: 'good' is not a score, the row is not counted [note/score] "
        + "help: write a number such as 7, 7.5, 7/10 or 70%, and leave the cell empty where there is none"
    ),
    (
      "| Issue | Severity | Where |\n|---|---|---|\n| a | 3 | brunch |",
      "3:11: error: there is no touchpoint 'brunch' [config/unknown-touchpoint] help: did you mean 'branch'?"
    ),
  ])
  func saysWhatIsWrongAndWhere(text: String, line: String) {
    #expect(lines(NoteFixture.read(text).diagnostics) == ["content/notes/visit.md:" + line])
  }
}
