import Audit
import Testing

@testable import Ingest

@Suite struct CorrectionReaderTests {
  private func read(_ text: String, slug: String = "host") -> CorrectionReading {
    CorrectionReader.read(SourceText(text, file: "content/corrections/host.md"), slug: slug)
  }

  @Test func readsAPlan() throws {
    let reading = read(
      """
      ---
      title: A host at the door
      corrects: [gap.branch.responsiveness, note.a.b]
      owner: Head of branches
      start: 2026-04-01
      due: 2026-06-30
      effort: 15 days
      cost: 5000
      affects: [touchpoint.phone]
      after: other-plan
      measure: gap.branch.responsiveness
      target: -0.5
      status: in-progress
      ---
      Why *so*.

      1. [x] Map arrivals per
         quarter of an hour.
      2. [ ] Put a [host](a.md) there.
         - [ ] Name a stand-in.
      """)
    #expect(lines(reading.diagnostics) == [])
    let plan = try #require(reading.correction)
    #expect(plan.title == "A host at the door")
    #expect(plan.corrects.map(\.id) == ["gap.branch.responsiveness", "note.a.b"])
    #expect(plan.corrects.map(\.location.line) == [3, 3])
    #expect(plan.corrects.map(\.location.column) == [12, 39])
    #expect(plan.owner == "Head of branches")
    #expect(plan.start == Day(iso: "2026-04-01"))
    #expect(plan.due == Day(iso: "2026-06-30"))
    #expect(plan.effort == .days(15))
    #expect(plan.cost == 5000)
    #expect(plan.affects.map(\.id) == ["touchpoint.phone"])
    #expect(plan.after.map(\.id) == ["other-plan"])
    #expect(plan.measure?.id == "gap.branch.responsiveness")
    #expect(plan.measure?.location == SourceLocation("content/corrections/host.md", line: 11, column: 10))
    #expect(plan.target == -0.5 && plan.places.target?.line == 12)
    #expect(plan.scope == nil && plan.comparison == nil && plan.milestones == [])
    #expect(plan.status == .inProgress)
    #expect(plan.body.firstLine == 15)
    #expect(
      plan.steps == [
        Step(text: "Map arrivals per quarter of an hour.", done: true, source: .plan, line: 17),
        Step(text: "Put a [host](a.md) there.", source: .plan, line: 19),
        Step(text: "Name a stand-in.", source: .plan, line: 20),
      ])
  }

  @Test func readsAnAcceptedRisk() throws {
    let reading = read(
      "---\ncorrects: a\nstatus: accepted\nuntil: 2027-03-31\nreason: Replaced in spring.\napprover: Board\n---\n# Wait\n"
    )
    #expect(lines(reading.diagnostics) == [])
    let plan = try #require(reading.correction)
    #expect(plan.status == .accepted)
    #expect(plan.until == Day(iso: "2027-03-31"))
    #expect(plan.reason == "Replaced in spring.")
    #expect(plan.approver == "Board")
    #expect(plan.title == "Wait")
    #expect(plan.steps == [])
  }

  @Test func aPlanIsPlannedAndNamedAfterItsFileUnlessItSaysSo() throws {
    let plan = try #require(read("---\ncorrects: a\n---\n- [ ] b").correction)
    #expect(plan.status == .planned)
    #expect(plan.title == "Host")
    #expect(plan.slug == "host")
  }

  @Test(arguments: [
    ("S", Effort.small), ("M", .medium), ("L", .large), ("15 days", .days(15)), ("1 day", .days(1)),
    ("0.5", .days(0.5)),
    ("3 weeks", .days(15)), ("XL", nil), ("s", nil), ("-3 days", nil), ("3 months", nil), ("days", nil), ("1 2 3", nil),
  ])
  func effortIsInWorkingDays(text: String, effort: Effort?) {
    #expect(CorrectionKeys.effort(text) == effort)
  }

  @Test(arguments: [
    (
      "owner: a\n---\n1. [ ] b", "2:1",
      "error: 'corrects' is missing in the front matter of a correction [yaml/missing-key] help: add 'corrects:'"
    ),
    (
      "corrects: a\nstatus: doing\n---\n- [ ] b", "3:9",
      "error: 'status' cannot be 'doing' [yaml/not-one-of] "
        + "help: possible are 'planned', 'in-progress', 'done', 'accepted'"
    ),
    (
      "corrects: a\nowners: b\n---\n- [ ] b", "3:1",
      "error: unknown key 'owners' in the front matter of a correction [yaml/unknown-key] help: did you mean 'owner'?"
    ),
    (
      "corrects: a\nstart: 2026-05-01\ndue: 2026-04-01\n---\n- [ ] b", "4:1",
      "error: the plan is due on 2026-04-01, before it starts on 2026-05-01 [correction/due-before-start]"
    ),
    (
      "corrects: a\neffort: long\n---\n- [ ] b", "3:9",
      "error: 'effort' must be a number of working days, not 'long' [correction/effort] "
        + "help: write '15 days', '3 weeks', or S, M or L for 3, 15 and 60 days"
    ),
    (
      "corrects: a\nstatus: accepted\nuntil: 2026-05-01\n---\n", "3:1",
      "error: a risk is accepted without 'reason' and 'approver' [correction/accepted-without] "
        + "help: say until when, why and by whom: 'until:', 'reason:', 'approver:'"
    ),
    (
      "corrects: a\nreason: b\n---\n- [ ] b", "3:1",
      "warning: 'reason' has no effect: the plan is not 'accepted' [correction/not-accepted] "
        + "help: write 'status: accepted' or remove 'reason'"
    ),
    (
      "corrects: a\n---\ntext", "2:1",
      "warning: the plan has no steps [correction/no-steps] help: write each as '1. [ ] …'"
    ),
    (
      "corrects: a\n---\n1. b", "2:1",
      "warning: the plan has no steps [correction/no-steps] help: put a box before each: '1. [ ] …'"
    ),
    (
      "corrects: a\nstatus: done\n---\n- [x] b\n- [ ] c", "3:1",
      "warning: the plan is done, but 1 of its 2 steps is not [correction/open-steps] "
        + "help: tick the boxes, or write 'status: in-progress'"
    ),
    (
      "corrects: gap.a\ncompare-with: {segment: [a=b]}\n---\n- [ ] b", "3:1",
      "error: 'compare-with' names a segment, but 'where' does not say in which the correction was made "
        + "[correction/compares-else] help: add 'segment: [...]' to 'where'"
    ),
    (
      "corrects: a\n---\n- [x] b\n- [x] c", "2:1",
      "warning: the plan is 'planned', but all its 2 steps are done [correction/all-done] "
        + "help: write 'status: done', or 'in-progress' where more is to come"
    ),
    (
      "corrects: a\nafter: [b, host]\n---\n- [ ] b", "3:12",
      "error: the plan waits for itself [correction/after-itself] help: remove it from 'after'"
    ),
    (
      "corrects: a\nwhere: {unit: [B1], segment: [a=b]}\n---\n- [ ] b", "3:1",
      "error: 'where' names units and segments; answers are counted by the one or by the other, never by both "
        + "[correction/units-and-segments] help: keep the one in which the correction was made"
    ),
    (
      "corrects: a\nwhere: {segment: [basic]}\n---\n- [ ] b", "3:19",
      "error: 'basic' is not a part of the customers [correction/segment] "
        + "help: write 'segment=value', such as 'tier=basic'"
    ),
    (
      "corrects: a\nwhere: {branch: [B1]}\n---\n- [ ] b", "3:9",
      "error: unknown key 'branch' in 'where' [yaml/unknown-key] help: known are 'unit', 'touchpoint', 'segment'"
    ),
    (
      "corrects: a\ncompare-with: {unit: others}\n---\n- [ ] b", "3:1",
      "error: 'compare-with' names a unit, but 'where' does not say in which the correction was made "
        + "[correction/compares-else] help: add 'unit: [...]' to 'where'"
    ),
    (
      "corrects: a\nwhere: {unit: [B1, B2]}\ncompare-with: {unit: [B3, B2]}\n---\n- [ ] b", "4:27",
      "error: 'B2' is corrected and compared with at once [correction/compares-itself] "
        + "help: remove it from 'where' or from 'compare-with'"
    ),
    (
      "corrects: a\ncompare-with: {unit: others, touchpoint: others}\n---\n- [ ] b", "3:1",
      "error: 'compare-with' must be of one kind [correction/several-comparisons] "
        + "help: write one of 'unit', 'touchpoint' and 'segment': the names, or 'others'"
    ),
    (
      "corrects: a\naffects: [touchpoint.x]\ncompare-with: {touchpoint: [x]}\n---\n- [ ] b", "4:29",
      "error: 'x' is no comparison: 'affects' says that the correction touches it, too [correction/compares-affected] "
        + "help: compare with what the correction leaves as it was"
    ),
    (
      "corrects: a\naffects: phone\n---\n- [ ] b", "3:10",
      "error: 'affects' does not say what 'phone' is [correction/affects] "
        + "help: write 'unit.…', 'touchpoint.…', 'segment.…', such as 'touchpoint.phone'"
    ),
    (
      "corrects: a\ntarget: -0,5\n---\n- [ ] b", "3:9",
      "error: 'target' must be a number or a share such as 80%, not '-0,5' [yaml/wrong-type] "
        + "help: write a decimal point: -0.5"
    ),
    (
      "corrects: a\ntarget: high\n---\n- [ ] b", "3:9",
      "error: 'target' must be a number or a share such as 80%, not 'high' [yaml/wrong-type]"
    ),
    (
      "corrects: a\ndue: 2026-06-30\n---\n- [ ] b\n  - due: 2026-07-01", "5:1",
      "warning: 'b' is due on 2026-07-01, after the plan itself on 2026-06-30 [correction/step-after-due] "
        + "help: move the step forward or the plan's 'due' back"
    ),
    (
      "corrects: a\ndue: 2026-06-30\n---\n## Trial by 2026-07-31\n- [ ] b\n- [ ] c", "5:1",
      "warning: 'Trial' is due on 2026-07-31, after the plan itself on 2026-06-30 [correction/step-after-due] "
        + "help: move the step forward or the plan's 'due' back"
    ),
    (
      "corrects: a\n---\n- [ ] b\n  - due: in June", "5:10",
      "error: 'due' of a step must be a day, not 'in June' [correction/step-day] "
        + "help: write it as 2026-03-31; what is no day belongs into the step's own text"
    ),
    (
      "corrects: a\n---\n- [ ] b\n  - evidence: photo", "5:5",
      "warning: 'evidence' stands below a step that is not done [correction/step-not-done] "
        + "help: tick its box, '[x]', or remove 'evidence'"
    ),
  ])
  func saysWhatIsWrongAndWhere(text: String, place: String, line: String) {
    #expect(lines(read("---\n" + text).diagnostics) == ["content/corrections/host.md:\(place): \(line)"])
  }

  @Test("what is wrong with a group has its place in its id, so that it can be compared without 'where'") func group() {
    let text = "---\ncorrects: parity.a.b\ncompare-with: {segment: [a=c]}\n---\n- [ ] b"
    let reading = CorrectionReader.read(SourceText(text, file: "p.md"), slug: "p")
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics.map(\.summary))")
    #expect(reading.correction?.comparison?.part(.segment)?.names.map(\.id) == ["a=c"])
  }

  @Test func readsWhereItIsMadeAndWhatItIsComparedWith() throws {
    let reading = read(
      """
      ---
      corrects: a
      where: {unit: [B004, B011], touchpoint: branch}
      compare-with: {unit: others}
      affects: [unit.B007, touchpoint.phone]
      target: 80%
      ---
      - [ ] b
      """)
    #expect(lines(reading.diagnostics) == [])
    let plan = try #require(reading.correction)
    #expect(plan.scope?.parts.map(\.kind) == [.unit, .touchpoint])
    #expect(plan.scope?.part(.unit)?.names.map(\.id) == ["B004", "B011"])
    #expect(plan.comparison?.parts.map(\.members) == [.others])
    #expect(plan.affected(.unit) == ["B007"] && plan.affected(.touchpoint) == ["phone"])
    #expect(plan.target == 0.8)
  }

  @Test func readsWhoDoesAStepByWhenAndWhatShowsThatItWasDone() throws {
    let reading = read(
      """
      ---
      corrects: a
      due: 2026-12-31
      ---
      # A host

      Why.

      ## Trial in four branches by 2026-05-31

      1. [x] Map arrivals.
         - owner: Ann
         - done: 2026-04-20
         - evidence: [the map](../notes/map.md),
           and a photo
         - not a key: stays text
      2. [ ] Put a host
         at the door.
         due: 2026-05-15
         owner: Ben

      ### Details

      3. [ ] Name a stand-in.

      ## Everywhere (2026-11-30)

      4. [ ] Extend.

      ## Later

      5. [ ] Look back.
      """)
    #expect(lines(reading.diagnostics) == [])
    let plan = try #require(reading.correction)
    #expect(plan.milestones.map(\.title) == ["Trial in four branches", "Everywhere"])
    #expect(plan.milestones.map(\.due) == [Day(iso: "2026-05-31"), Day(iso: "2026-11-30")])
    #expect(plan.milestones.map(\.line) == [9, 26])
    #expect(
      plan.steps.map(\.text) == [
        "Map arrivals.", "Put a host at the door.", "Name a stand-in.", "Extend.", "Look back.",
      ])
    #expect(plan.steps.map(\.owner) == ["Ann", "Ben", nil, nil, nil])
    #expect(plan.steps.map(\.due?.iso) == ["2026-05-31", "2026-05-15", "2026-05-31", "2026-11-30", nil])
    #expect(
      plan.steps.map(\.milestone) == [
        "Trial in four branches", "Trial in four branches", "Trial in four branches", "Everywhere", nil,
      ])
    #expect(plan.steps[0].doneOn == Day(iso: "2026-04-20"))
    #expect(plan.steps[0].evidence == "[the map](../notes/map.md), and a photo")
  }

  @Test(arguments: [
    ("Trial by 2026-05-31", "Trial"), ("Trial (2026-05-31)", "Trial"), ("Trial: 2026-05-31", "Trial"),
    ("Trial until 2026-05-31", "Trial"), ("Trial – 2026-05-31", "Trial"), ("Trial (by 2026-05-31)", "Trial"),
    ("2026-05-31", nil), ("Trial in May", nil), ("Trial 2026-02-31", nil),
  ])
  func aHeadingThatEndsWithADayIsAMilestone(heading: String, title: String?) {
    #expect(CorrectionSteps.milestone(heading, line: 1)?.title == title)
  }

  @Test func aFileWithoutAFrontMatterLacksWhatItCorrects() {
    #expect(read("1. [ ] a").diagnostics.map(\.id) == ["yaml/missing-key"])
    #expect(read("---\ncorrects: a\n1. [ ] a").diagnostics.map(\.id) == ["front-matter/unclosed"])
  }
}
