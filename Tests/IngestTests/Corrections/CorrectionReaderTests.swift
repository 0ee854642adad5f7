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
    #expect(plan.affects == ["touchpoint.phone"])
    #expect(plan.after.map(\.id) == ["other-plan"])
    #expect(plan.measure == "gap.branch.responsiveness")
    #expect(plan.target == -0.5)
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
      "corrects: a\nafter: [b, host]\n---\n- [ ] b", "3:12",
      "error: the plan waits for itself [correction/after-itself] help: remove it from 'after'"
    ),
    (
      "corrects: a\nwhere: {unit: [B1]}\n---\n- [ ] b", "3:1",
      "warning: 'where' has no effect in this version [config/not-used-yet] "
        + "help: it is read and kept for later versions; nothing on the site follows from it"
    ),
  ])
  func saysWhatIsWrongAndWhere(text: String, place: String, line: String) {
    #expect(lines(read("---\n" + text).diagnostics) == ["content/corrections/host.md:\(place): \(line)"])
  }

  @Test func aFileWithoutAFrontMatterLacksWhatItCorrects() {
    #expect(read("1. [ ] a").diagnostics.map(\.id) == ["yaml/missing-key"])
    #expect(read("---\ncorrects: a\n1. [ ] a").diagnostics.map(\.id) == ["front-matter/unclosed"])
  }
}
