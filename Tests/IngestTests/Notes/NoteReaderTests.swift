import Audit
import Testing

@testable import Ingest

@Suite struct NoteReaderTests {
  @Test func readsTheFrontMatter() throws {
    let reading = NoteFixture.read(
      """
      ---
      title: Lunch hour
      date: 2026-02-17
      auditor: [R. Castellan, M. Oduya]
      unit: B003
      touchpoint: branch visit
      dimension: Responsiveness
      wave: 2026-Q1
      ---
      # Another heading
      text
      """)
    #expect(lines(reading.diagnostics) == [])
    let note = try #require(reading.note)
    #expect(note.title == "Lunch hour")
    #expect(note.date == Day(iso: "2026-02-17"))
    #expect(note.auditor == "R. Castellan, M. Oduya")
    #expect(note.unit == "B003")
    #expect(note.touchpoint == "branch")
    #expect(note.dimension == "responsiveness")
    #expect(note.wave == "2026-Q1")
    #expect(note.slug == "visit")
    #expect(note.body == MarkdownText(text: "# Another heading\ntext", file: "content/notes/visit.md", firstLine: 10))
  }

  @Test(arguments: [
    ("# Main *Street*\n\ntext", "Main Street"), ("Main Street\nat lunch\n===\n", "Main Street at lunch"),
    ("## Second level\n\n# First", "Old harbour"), ("text", "Old harbour"), ("", "Old harbour"),
  ])
  func takesItsTitleFromTheFirstHeadingOrTheFile(text: String, title: String) {
    #expect(NoteFixture.read(text, file: "content/notes/old_harbour.md").note?.title == title)
  }

  @Test(arguments: [
    ("content/notes/branch/a.md", "branch"), ("content/notes/Branch Visit/a.md", "branch"),
    ("content/notes/phone/north/a.md", "phone"), ("content/notes/branch/phone/a.md", "phone"),
    ("content/notes/else/a.md", nil), ("content/notes/branch.md", nil),
  ])
  func takesItsTouchpointFromTheFolder(file: String, touchpoint: String?) {
    #expect(NoteFixture.read("text", file: file).note?.touchpoint == touchpoint)
  }

  @Test func theFrontMatterGoesBeforeTheFolder() {
    #expect(
      NoteFixture.read("---\ntouchpoint: phone\n---\n", file: "content/notes/branch/a.md").note?.touchpoint == "phone")
  }

  @Test func leavesADraftOutButReportsItsProblems() {
    let reading = NoteFixture.read("---\ndraft: true\ndate: soon\n---\n")
    #expect(reading.note == nil)
    #expect(reading.diagnostics.map(\.id) == ["yaml/wrong-type"])
  }

  @Test(arguments: [
    (
      "---\ntouchpiont: branch\n---\n",
      "content/notes/visit.md:2:1: error: unknown key 'touchpiont' in the front matter of a note [yaml/unknown-key] "
        + "help: did you mean 'touchpoint'?"
    ),
    (
      "---\ntouchpoint: brunch\n---\n",
      "content/notes/visit.md:2:13: error: there is no touchpoint 'brunch' [config/unknown-touchpoint] "
        + "help: did you mean 'branch'?"
    ),
    (
      "---\ndimension: speed\n---\n",
      "content/notes/visit.md:2:12: error: there is no dimension 'speed' [config/unknown-dimension] "
        + "help: known are 'tangibles', 'reliability', 'responsiveness', 'assurance', 'empathy'"
    ),
    (
      "---\ntitle: a\n# b\n",
      "content/notes/visit.md:1:1: error: the front matter that begins here never ends [front-matter/unclosed] "
        + "help: close it with a line '---'"
    ),
    (
      "---\ntitle: a\n---\n\n\(String(repeating: "|", count: 501))\n",
      "content/notes/visit.md:5:501: error: this text cannot be read: more than 500 bars | in one line [text/limit] "
        + "help: break it up into smaller parts"
    ),
  ])
  func saysWhatIsWrongAndWhere(text: String, line: String) {
    let reading = NoteFixture.read(text)
    #expect(lines(reading.diagnostics) == [line])
    #expect(reading.note != nil)
  }

  @Test func withoutAJourneyAnyTouchpointIsTakenAsItIs() {
    let reader = NoteReader(terms: NoteTerms(Configuration(), dimensions: ["speed"]))
    let reading = reader.read(
      SourceText("---\ntouchpoint: till\ndimension: speed\n---\n", file: "content/notes/a.md"), slug: "a")
    #expect(lines(reading.diagnostics) == [])
    #expect(reading.note?.touchpoint == "till")
    #expect(reading.note?.dimension == "speed")
  }
}
