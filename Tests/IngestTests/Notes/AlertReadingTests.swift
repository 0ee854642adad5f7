import Audit
import Testing

@testable import Ingest

@Suite struct AlertReadingTests {
  @Test func readsADeficiencyWithItsFields() throws {
    let reading = NoteFixture.read(
      """
      ---
      title: a
      ---
      > [!DEFICIENCY] Nobody *greets* a customer
      > id: branch.greeting
      > severity: Major
      > touchpoint: Phone enquiry
      > dimension: responsiveness
      > cause: delivery
      > step: Put a [host](a.md) at the door
      > step: Publish the wait
      >
      > We **waited** four minutes.
      >
      > - Twice
      >

      after
      """)
    #expect(lines(reading.diagnostics) == [])
    let text = MarkdownText(
      text: "We **waited** four minutes.\n\n- Twice", file: "content/notes/visit.md", firstLine: 13)
    #expect(
      reading.note?.observations == [
        Observation(
          kind: .deficiency, id: "branch.greeting", title: "Nobody greets a customer", severity: .major,
          touchpoint: "phone", dimension: "responsiveness", cause: .delivery, text: text,
          steps: ["Put a [host](a.md) at the door", "Publish the wait"], line: 4)
      ])
  }

  @Test func readsStrengthsAndAlertsWithoutFields() throws {
    let note = try #require(
      NoteFixture.read(
        """
        > [!strength] The host settles
        > dimension: empathy
        > She is kind.

        > [!DEFICIENCY]
        > No wait is shown. Anywhere.
        """
      ).note)
    #expect(note.observations.map(\.kind) == [.strength, .deficiency])
    #expect(note.observations.map(\.title) == ["The host settles", "No wait is shown"])
    #expect(note.observations.map(\.dimension) == ["empathy", nil])
    #expect(note.observations.map(\.text.text) == ["She is kind.", "No wait is shown. Anywhere."])
    #expect(note.observations.map(\.text.firstLine) == [3, 6])
    #expect(note.observations.map(\.line) == [1, 5])
    #expect(note.observations.map(\.severity) == [nil, nil])
  }

  @Test(arguments: [
    ("> [!QUOTE]\n> I stood *there*.\n> Long.\n>\n> Very.", "I stood there.\nLong.\nVery.", nil),
    ("> [!QUOTE] Anna, premier\n> I stood.", "I stood.", "Anna, premier"),
    ("> [!QUOTE] I stood.", "I stood.", nil),
    ("> [!QUOTE]\n> source: Anna\n> I stood.", "I stood.", "Anna"),
  ])
  func readsQuotes(text: String, words: String, source: String?) {
    let reading = NoteFixture.read(text)
    #expect(reading.note?.quotes == [Quote(text: words, source: source, line: 1)])
    #expect(lines(reading.diagnostics) == [])
  }

  @Test func headingsNameTheArea() throws {
    let note = try #require(
      NoteFixture.read(
        """
        > [!DEFICIENCY] a

        # Branch visit
        ## At the door
        > [!DEFICIENCY] b
        ## Empathy
        > [!DEFICIENCY] c
        > touchpoint: phone

        > [!QUOTE] q
        # Phone
        > [!DEFICIENCY] d

        | Issue | Severity |
        |---|---|
        | e | 3 |
        """
      ).note)
    #expect(note.observations.map(\.title) == ["a", "b", "c", "d", "e"])
    #expect(note.observations.map(\.touchpoint) == [nil, "branch", "phone", "phone", "phone"])
    #expect(note.observations.map(\.dimension) == [nil, nil, "empathy", nil, nil])
    #expect(note.quotes.map(\.touchpoint) == ["branch"])
    #expect(note.quotes.map(\.dimension) == ["empathy"])
  }

  @Test func leavesGitHubsOwnAlertsAlone() {
    let reading = NoteFixture.read("> [!NOTE]\n> a\n\n> [!warning] b\n> c: d")
    #expect(lines(reading.diagnostics) == [])
    #expect(reading.note?.observations == [])
  }

  @Test(arguments: [
    (
      "> [!DEFICENCY] a",
      "1:5: warning: nothing is read from an alert [!DEFICENCY]; it is only shown [note/unknown-alert] "
        + "help: did you mean 'DEFICIENCY'?", "DEFICENCY"
    ),
    (
      "> [!DEFICIENCY] a\n> severty: major",
      "2:3: warning: [!DEFICIENCY] has no field 'severty'; the line is only shown [note/unknown-field] "
        + "help: did you mean 'severity'?", "severty"
    ),
    (
      "> [!STRENGTH] a\n> Seen: twice",
      "2:3: warning: [!STRENGTH] has no field 'Seen'; the line is only shown [note/unknown-field] "
        + "help: known are 'id', 'touchpoint', 'dimension'; if it is text, put a line with '>' alone above it", "Seen"
    ),
    (
      "> [!DEFICIENCY] a\n> severity: high",
      "2:13: error: 'severity' cannot be 'high' [note/not-one-of] "
        + "help: possible are 'critical', 'major', 'minor', 'observation'", "high"
    ),
    (
      "> [!DEFICIENCY] a\n> cause:  delivry",
      "2:11: error: 'cause' cannot be 'delivry' [note/not-one-of] help: did you mean 'delivery'? "
        + "possible are 'knowledge', 'standards', 'delivery', 'communication', 'perception'", "delivry"
    ),
    (
      "> [!DEFICIENCY] a\n> dimension: emapthy",
      "2:14: error: there is no dimension 'emapthy' [config/unknown-dimension] help: did you mean 'empathy'?",
      "emapthy"
    ),
    (
      "> [!DEFICIENCY] a\n> id: two words",
      "2:7: error: 'two words' cannot be an id [id/malformed] "
        + "help: use letters, digits, '-', '_' and '.' only; a readable 'name:' can go beside it", "two words"
    ),
    (
      "> [!DEFICIENCY] a\n> severity: minor\n> severity: major",
      "3:13: error: 'severity' is written twice [note/repeated-field] help: keep one of the two", "major"
    ),
    (
      "> [!DEFICIENCY]\n> severity: minor",
      "1:5: warning: [!DEFICIENCY] says nothing [note/empty-alert] "
        + "help: write what was seen behind it or below it", "DEFICIENCY"
    ),
  ])
  func saysWhatIsWrongAndWhere(text: String, line: String, under: String) {
    let reading = NoteFixture.read(text)
    #expect(lines(reading.diagnostics) == ["content/notes/visit.md:" + line])
    #expect(reading.diagnostics.first.flatMap(underlined) == under)
  }
}
