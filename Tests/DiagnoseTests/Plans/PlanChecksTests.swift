import Audit
import Testing

@testable import Diagnose

/// What is said of plans that stand in each other's way, or that no wave can judge.
struct PlanChecksTests {
  static func reference(_ id: String, line: Int = 5) -> Correction.Reference {
    Correction.Reference(id: id, location: SourceLocation("f.md", line: line))
  }

  static func diagnostics(_ plans: [Correction]) -> [Diagnostic] {
    diagnose(PlanJoinTests.project(plans), measured: PlanJoinTests.survey, asOf: reportDay).diagnostics
  }

  static func after(_ slug: String, _ first: [String], _ change: (inout Correction) -> Void = { _ in }) -> Correction {
    plan(slug, []) {
      $0.after = first.map { reference($0) }
      change(&$0)
    }
  }

  @Test("plans that wait for each other, told once") func circle() {
    let found = Self.diagnostics([
      Self.after("a", ["b"]), Self.after("b", ["x", "c"]), Self.after("c", ["a"]), Self.after("x", []),
      Self.after("y", ["a"]),
    ])
    #expect(found.map(\.id) == ["correction/circular"])
    #expect(found.map(\.severity) == [.error])
    #expect(
      found.map(\.summary) == ["plans wait for each other: 'a' waits for 'b', which waits for 'c', which waits for 'a'"]
    )
    #expect(Self.diagnostics([Self.after("a", ["b", "c"]), Self.after("b", ["c"]), Self.after("c", [])]).isEmpty)
  }

  @Test("a plan that starts before what comes first is due") func early() {
    let first = Self.after("b", []) { $0.due = day("2026-06-30") }
    let early = Self.after("a", ["b"]) { $0.start = day("2026-06-29") }
    #expect(
      Self.diagnostics([early, first]).map(\.summary) == [
        "the plan starts on 2026-06-29, but 'b', which comes first, is due on 2026-06-30"
      ])
    #expect(Self.diagnostics([Self.after("a", ["b"]) { $0.start = day("2026-06-30") }, first]).isEmpty)
    var done = first
    done.status = .done
    #expect(Self.diagnostics([early, done]).isEmpty)
  }

  @Test("what was done after the day of the report") func future() throws {
    let (before, after) = (day("2026-09-30"), day("2026-10-01"))
    func told(_ status: Correction.Status, _ start: Day, _ done: Day) -> [Diagnostic] {
      let dated = plan("p", [PlanJoinTests.id], status) {
        $0.start = start
        $0.places.start = SourceLocation("f.md", line: 4)
        $0.steps = [Step(text: "Put *a host* there", done: true, source: .plan, line: 9)]
        $0.steps[0].doneOn = done
        $0.target = -0.5
      }
      return Self.diagnostics([dated]).filter { $0.id == "correction/later-than-report" }
    }
    #expect(told(.done, before, before).isEmpty && told(.planned, after, before).isEmpty)
    #expect(
      told(.inProgress, after, before).map(\.summary) == [
        "the plan is under way or done, and started on 2026-10-01, after the day of the report, 2026-09-30"
      ])
    let found = told(.done, after, after)
    #expect(found.map(\.location?.line) == [4, 9])
    #expect(
      found.last?.summary == "'Put a host there' was done on 2026-10-01, after the day of the report, 2026-09-30")
  }

  @Test("two plans under way for one deficiency, unless one follows the other") func doubled() {
    let id = PlanJoinTests.id
    let found = Self.diagnostics([plan("a", [id]), plan("b", [id], .inProgress)])
    #expect(found.map(\.id) == ["correction/two-plans"])
    #expect(found.first?.location == SourceLocation("content/corrections/b.md", line: 3))
    #expect(found.first?.hint?.hasSuffix("'after: a'") == true)
    #expect(Self.diagnostics([plan("a", [id]), plan("b", [id]) { $0.after = [Self.reference("a")] }]).isEmpty)
    #expect(Self.diagnostics([plan("a", [id], .done), plan("b", [id])]).isEmpty)
  }

  static let problems: [(Unverified, String?)] = [
    (.noMeasure(known: ["gap.t.d"]), "warning correction/unknown-measure f.md:7"),
    (.notCompared, "warning correction/measure-not-compared f.md:7"),
    (.ofOneWave, "warning correction/measure-of-one-wave f.md:7"),
    (.notByUnit, "warning correction/measure-not-by-unit f.md:7"),
    (.elsewhere(touchpoint: "t"), "error correction/measured-elsewhere f.md:8"),
    (.targetOutOfRange(low: 0, high: 1), "error correction/target-out-of-range f.md:9"),
    (.overlap, "error correction/overlap f.md:8"),
    (.noOtherTouchpoint, "warning correction/no-other-touchpoint f.md:10"),
    (.noStart, "warning correction/no-start f.md:11"), (.changed(.items), "warning correction/measure-changed f.md:7"),
    (.notBegun, nil), (.noWaveBefore, nil), (.noWaveAfter, nil), (.noAnswers, nil), (.suppressed, nil),
  ]

  private static func told(_ result: MeasuredCorrection.Result, _ change: (inout Correction) -> Void = { _ in })
    -> [String]
  {
    let correction = plan("p", ["gap.branch.empathy"], .inProgress) {
      $0.measure = reference("gap.t.e", line: 7)
      $0.target = 80
      $0.scope = scope(.named([reference("t")]), line: 8)
      $0.comparison = scope(.others, line: 10)
      $0.places.target = SourceLocation("f.md", line: 9)
      $0.places.status = SourceLocation("f.md", line: 11)
      change(&$0)
    }
    let measured = MeasuredCorrection(
      slug: "p", measure: correction.measure ?? reference("gap.branch.empathy"), deficiencies: ["gap.branch.empathy"],
      result: result,
      unknown: [MeasuredCorrection.UnknownName(reference: reference("B10", line: 12), kind: .unit, known: ["B01"])])
    let audit = MeasuredAudit(
      surveys: [survey(waves: [TestWave([TestCell("branch", "empathy")])])], corrections: [measured, measured])
    return diagnose(PlanJoinTests.project([correction]), measured: audit, asOf: reportDay).diagnostics.map {
      "\($0.severity.rawValue) \($0.id) \($0.location?.file ?? ""):\($0.location?.line ?? 0)"
    }
  }

  private static func scope(_ members: CorrectionScope.Members, line: Int) -> CorrectionScope {
    CorrectionScope(parts: [
      CorrectionScope.Part(kind: .touchpoint, members: members, location: SourceLocation("f.md", line: line))
    ])
  }

  @Test("what keeps a wave from judging a plan is told once, at its place", arguments: problems)
  func problem(reason: Unverified, line: String?) {
    let unknown = "warning correction/unknown-unit f.md:12"
    #expect(Self.told(.unverified(reason)) == [unknown] + [line].compactMap(\.self))
  }

  @Test("a deficiency's own measure may be lacking") func ownMeasure() {
    let reasons: [Unverified] = [.noMeasure(known: []), .notCompared, .ofOneWave]
    for reason in reasons { #expect(Self.told(.unverified(reason)) { $0.measure = nil }.count == 1) }
  }

  @Test("a deficiency that no figure stands for is told, with a measure of its cell") func withoutMeasure() throws {
    let id = PlanJoinTests.id
    let correction = plan("p", [id], .inProgress)
    let measured = MeasuredCorrection(
      slug: "p", measure: try #require(correction.corrects.first), deficiencies: [id],
      result: .unverified(.noMeasure(known: ["gap.a", id])))
    let audit = MeasuredAudit(surveys: PlanJoinTests.survey.surveys, corrections: [measured, measured])
    let found = diagnose(PlanJoinTests.project([correction]), measured: audit, asOf: reportDay).diagnostics
    #expect(found.map(\.id) == ["correction/no-measure"] && found.map(\.severity) == [.note])
    #expect(found.first?.location == correction.corrects.first?.location)
    #expect(found.first?.hint == "name what should get better, such as 'measure: \(id)'")
  }

  @Test("a target must be there, and not be reached already") func target() throws {
    let effect = try PlanVerdictTests.effect(.works)
    #expect(Self.told(.judged(effect)) { $0.target = -0.5 }.count == 1)
    #expect(Self.told(.judged(effect)) { $0.target = nil }.last == "warning correction/no-target f.md:7")
    #expect(Self.told(.judged(effect)) { $0.target = -1.3 }.last == "warning correction/target-reached f.md:9")
  }

  @Test("a share is a target of shares alone", arguments: [true, false]) func share(isPercent: Bool) throws {
    func told(_ form: CorrectionEffect.Form) throws -> [String] {
      let effect = try PlanVerdictTests.effect(.works) { $0.form = form }
      return Self.told(.judged(effect)) {
        $0.target = 0.8
        $0.isTargetPercent = isPercent
      }
    }
    let error = "error correction/target-is-no-share f.md:9"
    #expect(try told(.points(#require(Scale(minimum: 1, maximum: 7)))).contains(error) == isPercent)
    #expect(try told(.netPromoter).contains(error) == isPercent)
    #expect(try !told(.share).contains(error))
  }

  @Test("inline Markdown is quoted as words") func plainInline() {
    let text = "Name a *stand-in* ([why](../a.md)), see `x`, [this](b.md) (or not) and [open."
    #expect(PlainInline.text(of: text) == "Name a stand-in, see x, this (or not) and [open")
  }
}
