import Audit
import Testing

@testable import Ingest

@Suite struct ChecklistTests {
  @Test func readsStandardsBehindBoxes() throws {
    let reading = NoteFixture.read(
      """
      - [x] S1 call 1, *Monday*
      - [ ] S12: after nineteen
        minutes
      - [X] s1
      - [x] Ask the manager (S1)
      - S1 without a box

      > 1. [ ] S1, in a quote
      """)
    #expect(lines(reading.diagnostics) == [])
    #expect(
      reading.note?.checks == [
        StandardCheck(standard: "S1", met: true, text: "call 1, Monday", line: 1),
        StandardCheck(standard: "S12", met: false, text: "after nineteen minutes", line: 2),
        StandardCheck(standard: "S1", met: true, text: "", line: 4),
        StandardCheck(standard: "S1", met: false, text: "in a quote", line: 8),
      ])
  }

  @Test func boxesBelowAHeadingThatAnnouncesThemAreSteps() throws {
    let note = try #require(
      NoteFixture.read(
        """
        - [ ] A plain task

        ## Next steps

        - [ ] Put a host at the door
        - [x] Map arrivals
        - [x] S1 is still a standard
        - No box

        ### Later

        1. [ ] Extend

        ## Remarks

        - [ ] A plain task
        """
      ).note)
    #expect(
      note.actions == [
        Step(text: "Put a host at the door", source: .note, line: 5),
        Step(text: "Map arrivals", done: true, source: .note, line: 6), Step(text: "Extend", source: .note, line: 12),
      ])
    #expect(note.checks.map(\.standard) == ["S1"])
  }

  @Test func aBoxBehindTheTextMakesNoStandardMet() {
    // cmark-gfm's own task list extension takes this one for done.
    #expect(NoteFixture.read("- [ ] S1 not [x] greeted").note?.checks.map(\.met) == [false])
  }

  @Test(arguments: [
    (
      "- [x] S13 a",
      "1:7: warning: there is no standard 'S13' in cxaudit.yml; the box is not counted "
        + "[note/unknown-standard] help: did you mean 'S1'?"
    ),
    (
      "- a\n  - [ ] S99, b",
      "2:9: warning: there is no standard 'S99' in cxaudit.yml; the box is not counted "
        + "[note/unknown-standard] help: known are 'S1', 'S12'"
    ),
  ])
  func warnsOfAnUnknownStandard(text: String, line: String) {
    #expect(lines(NoteFixture.read(text).diagnostics) == ["content/notes/visit.md:" + line])
  }

  @Test(arguments: ["- [x] B004 visited", "- [ ] Say so", "- [ ] S sofa", "- [x] 12 chairs"])
  func anyOtherTaskIsNoStandard(text: String) {
    let reading = NoteFixture.read(text)
    #expect(reading.note?.checks == [])
    #expect(lines(reading.diagnostics) == [])
  }

  @Test func readsMarks() {
    let reading = NoteFixture.read(
      """
      - ✅ Clean, *light*
      - ⚠️ Hours on the map
      1. ⚠: without the selector
      - ❌ No stand-in
        for the host
      - Clean ✅

      ✅ no list
      """)
    #expect(
      reading.note?.marks == [
        Mark(verdict: .met, text: "Clean, light", line: 1), Mark(verdict: .partly, text: "Hours on the map", line: 2),
        Mark(verdict: .partly, text: "without the selector", line: 3),
        Mark(verdict: .missed, text: "No stand-in for the host", line: 4),
      ])
    #expect(lines(reading.diagnostics) == [])
  }

  @Test(
    "what looks like a box and is none",
    arguments: [
      ("- [] S1 not greeted", "5:3: warning: '[]' is no box", "[ ]"),
      ("- [x ] S1", "5:3: warning: '[x ]' is no box", "[x]"),
      ("1. [ X ] S1", "5:4: warning: '[ X ]' is no box", "[x]"),
    ])
  func misspelt(line: String, told: String, hint: String) {
    let found = lines(NoteFixture.read("---\ndate: 2026-01-01\n---\n# Visit\n\(line)\n").diagnostics)
    #expect(found.count == 1 && found[0].contains(told) && found[0].hasSuffix("help: write '\(hint)'"), "\(found)")
    let plan = CorrectionReader.read(
      SourceText("---\ncorrects: [a]\nowner: B\n---\n\(line)\n1. [ ] x\n", file: "p.md"), slug: "p")
    #expect(lines(plan.diagnostics).contains { $0.contains(told) }, "\(lines(plan.diagnostics))")
  }

  @Test("other brackets are text, and an empty note is told") func text() {
    #expect(NoteFixture.read("# Visit\n- [no box] here\n- a [] b\n").diagnostics.isEmpty)
    #expect(
      lines(NoteFixture.read("\n \n").diagnostics).first?.contains("[note/empty]") == true)
    #expect(NoteFixture.read("---\ndraft: true\n---\n").diagnostics.isEmpty)
  }
}
