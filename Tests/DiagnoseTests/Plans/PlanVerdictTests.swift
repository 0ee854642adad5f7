import Audit
import Testing

@testable import Diagnose

/// Verdicts in words, and what follows from them.
struct PlanVerdictTests {
  static let id = "gap.branch.empathy"

  /// A gap on 1–7 that went from −1.2 to −0.6.
  static func effect(
    _ word: VerdictWord, _ change: (inout CorrectionEffect) -> Void = { _ in }
  ) throws -> CorrectionEffect {
    let scale = try #require(Scale(minimum: 1, maximum: 7))
    let level = { (value: Double, n: Int) in
      CorrectionEffect.Level(value: value, low: value - 0.2, high: value + 0.2, n: n)
    }
    var effect = CorrectionEffect(
      survey: "customers", respondents: .customers, earlier: "2026-Q1", later: "2026-Q3", kind: .cell,
      subject: "branch/empathy", statistic: .gapMean, form: .points(scale), better: .high, design: .beforeAfter,
      treated: CorrectionEffect.Pair(before: level(-1.2, 200), after: level(-0.6, 210)),
      change: CorrectionEffect.Change(value: 0.6, low: 0.31, high: 0.89, p: 0.001, detectable: 0.41), word: word)
    effect.target = -0.5
    effect.asked = day("2026-08-24")
    change(&effect)
    return effect
  }

  static func diagnosis(
    _ plan: Correction, _ result: MeasuredCorrection.Result,
    measured cells: [TestCell] = [TestCell("branch", "empathy")]
  ) -> Diagnosis {
    let measure = Correction.Reference(id: id, location: SourceLocation(plan.file, line: 2))
    let correction = MeasuredCorrection(
      slug: plan.slug, measure: measure, deficiencies: plan.corrects.map(\.id), result: result)
    let measured = MeasuredAudit(surveys: [survey(waves: [TestWave(cells)])], corrections: [correction])
    return diagnose(PlanJoinTests.project([plan]), measured: measured, asOf: reportDay)
  }

  static func steps(_ done: Int, of all: Int) -> [Step] {
    (1...all).map { Step(text: "Step **\($0)**.", done: $0 <= done, source: .plan, line: 9 + $0) }
  }

  static func carriedOut(_ status: Correction.Status = .done, done: Int = 3) -> Correction {
    plan("p", [id], status) {
      $0.steps = steps(done, of: 3)
      $0.target = -0.5
    }
  }

  // MARK: - What it says

  @Test("a change with its levels, interval and target") func statement() throws {
    let verdict = try #require(Self.diagnosis(Self.carriedOut(), .judged(Self.effect(.works))).verdicts.first)
    #expect(
      verdict.statement
        == "The gap went from −1.20 (200 answers) to −0.60 (210 answers) (2026-Q1 and 2026-Q3). That is 0.60 points "
        + "better (+0.31 to +0.89): more than chance explains. The target of −0.50 is not reached for certain.")
    #expect(verdict.deficiencies == [Self.id] && verdict.cautions.isEmpty)
  }

  @Test(
    "what is wrong with one group alone is mended as a whole there, nothing else is",
    arguments: [
      (["parity.tier.basic"], ["tier=basic"], false), (["parity.tier.basic.branch.empathy"], ["tier=basic"], false),
      (["parity.tier.basic"], ["tier=plus"], true), (["parity.tier.basic", "gap.a"], ["tier=basic"], true),
      (["parity.tier.basic"], ["tier=basic;age=18"], true), (["gap.a"], ["tier=basic"], true),
    ])
  func partial(corrects: [String], groups: [String], isPartial: Bool) {
    let named = plan("p", corrects) {
      let location = SourceLocation("p.md")
      let names = groups.map { Correction.Reference(id: $0, location: location) }
      $0.scope = CorrectionScope(parts: [
        CorrectionScope.Part(kind: .segment, members: .named(names), location: location)
      ])
    }
    #expect(named.isPartial == isPartial)
  }

  @Test("a verdict names its measure where that is not the one deficiency", arguments: [true, false])
  func measure(isNamed: Bool) throws {
    let effect = try Self.effect(.works)
    var corrected = Self.carriedOut()
    if isNamed { corrected.corrects.append(Correction.Reference(id: "note.a.b", location: SourceLocation("p.md"))) }
    let verdict = try #require(Self.diagnosis(corrected, .judged(effect)).verdicts.first)
    #expect(verdict.cautions == (isNamed ? ["judged by “Branch: empathy”"] : []))
  }

  @Test("units that are not in it are told") func leftOut() throws {
    let effect = try Self.effect(.works) {
      $0.design = .unitsCompared
      $0.isTrendShown = true
      $0.leftOut = CorrectionEffect.LeftOut(
        absent: ["B004", "B011", "B020"], few: ["B009"], othersAbsent: 1, othersFew: 3)
    }
    let verdict = try #require(Self.diagnosis(Self.carriedOut(), .judged(effect)).verdicts.first)
    #expect(
      verdict.cautions == [
        "left out, since nobody answered there in one of the waves: B004, B011 and B020",
        "left out, since figures of theirs are withheld: B009",
        "left out of the comparison, since nobody answered there in one of the waves: 1 unit",
        "left out of the comparison, since figures of theirs are withheld: 3 units",
      ])
  }

  @Test("net of a comparison, with what limits it") func compared() throws {
    let effect = try Self.effect(.cannotTell) {
      $0.design = .unitsCompared
      $0.control = $0.treated
      $0.control?.after.value = -1.15
      ($0.treatedUnits, $0.controlUnits) = (4, 16)
      $0.change = CorrectionEffect.Change(value: 0.55, low: -0.1, high: 1.2, p: 0.09, detectable: 0.8)
      $0.needed = .units(7)
      $0.trend = [CorrectionEffect.TrendPoint(wave: "2026-Q1", difference: 0, low: nil, high: nil)]
      $0.weighting = .left
    }
    let verdict = try #require(Self.diagnosis(Self.carriedOut(), .judged(effect)).verdicts.first)
    #expect(
      verdict.statement
        == "The gap went from −1.20 (200 answers) to −0.60 (210 answers) where it was corrected, and from −1.20 to −1.15 "
        + "in the 16 units compared (2026-Q1 and 2026-Q3). Net of the comparison it is 0.55 points better (−0.10 to "
        + "+1.20): chance alone may explain it. The target is −0.50; with so many units a change of 0.80 points would "
        + "be found.")
    #expect(verdict.next == "Measure more: make and compare it in 7 units more.")
    #expect(
      verdict.cautions == [
        "levels count every answer alike, the change every unit",
        "trend unverified: 1 wave from before the start; three would show whether both went alike",
        "the survey is weighted, this comparison is not",
      ])
  }

  @Test("less the rebound, or with the caution") func rebound() throws {
    let taken = try Self.effect(.works) {
      $0.rebound = .takenOff(0.1)
      $0.change.value = 0.5
    }
    let verdict = try #require(Self.diagnosis(Self.carriedOut(), .judged(taken)).verdicts.first)
    #expect(verdict.statement.contains("0.10 points would have come back by itself; the rest is 0.50 points better"))
    let unknown = try Self.effect(.works) { $0.rebound = .unknown }
    let caution = try #require(Self.diagnosis(Self.carriedOut(), .judged(unknown)).verdicts.first?.cautions.first)
    #expect(caution.hasPrefix("what is lowest comes back a little by itself"))
  }

  @Test("shares and scores in their own units; a fall is better where less is") func forms() throws {
    let share = try Self.effect(.works) {
      ($0.form, $0.better, $0.statistic, $0.target) = (.share, .low, .failedShare, 0.1)
      $0.treated.before.value = 0.42
      $0.treated.after.value = 0.25
      $0.change = CorrectionEffect.Change(value: -0.17, low: -0.26, high: -0.08, p: 0.001, detectable: 0.12)
    }
    let words = try #require(Self.diagnosis(Self.carriedOut(), .judged(share)).verdicts.first?.statement)
    #expect(
      words.hasPrefix("The share seriously failed went from 42\u{202F}% (200 answers) to 25\u{202F}% (210 answers)"))
    #expect(words.contains("That is 17 percentage points better (+8 to +26): more than chance explains."))
    let score = try Self.effect(.worse) {
      ($0.form, $0.statistic, $0.target) = (.netPromoter, .nps, 35)
      $0.treated.before.value = 20
      $0.treated.after.value = 4
      $0.change = CorrectionEffect.Change(value: -16, low: -25, high: -7, p: 0.001, detectable: 12)
    }
    let told = try #require(Self.diagnosis(Self.carriedOut(), .judged(score)).verdicts.first?.statement)
    #expect(told.contains("The NPS went from +20 (200 answers) to +4 (210 answers)"))
    #expect(told.contains("That is 16 points worse (−25 to −7): more than chance explains. The target is +35."))
  }

  // MARK: - Where to go next

  static let nexts: [(VerdictWord, Correction, CorrectionEffect.Needed?, String)] = [
    (.closed, carriedOut(), nil, "Close it, and take the next deficiency of the register."),
    (
      .closed, carriedOut(.inProgress, done: 2), nil,
      "The target is reached with 1 step still open: decide whether step 3, “Step 3”, is still needed, and take the next "
        + "deficiency of the register."
    ),
    (.works, carriedOut(.inProgress, done: 1), nil, "Continue with step 2, “Step 2”."),
    (
      .works, carriedOut(), nil,
      "Extend it: the steps are done and help, but the target is not shown to be reached."
    ),
    (
      .noEffect, carriedOut(), nil,
      "Go back to the cause before doing more of the same. Question step 1, “Step 1” first: the others rest on it."
    ),
    (
      .noEffect, carriedOut(.inProgress, done: 1), nil,
      "Go back to the cause before doing more of the same. Question step 2, “Step 2” first: it was not done when customers "
        + "were asked."
    ),
    (
      .worse, carriedOut(.inProgress, done: 2), nil,
      "Roll back. Question step 2, “Step 2”: it was the last that was made before customers were asked."
    ),
    (
      .cannotTell, carriedOut(), .answers(120),
      "Measure more: 120 answers more than in 2026-Q3 would find a change that reaches the target."
    ),
    (
      .cannotTell, carriedOut(), .enough,
      "Measure again: the answers would find a change that reaches the target, so what there is may be smaller."
    ),
    (
      .cannotTell, carriedOut(), .outOfReach,
      "No number of answers in the next wave can settle this, since too few were asked before the start: compare with "
        + "places that do not have the correction yet."
    ),
  ]

  @Test("each verdict says what to do next", arguments: nexts)
  func next(word: VerdictWord, plan: Correction, needed: CorrectionEffect.Needed?, text: String) throws {
    let effect = try Self.effect(word) { $0.needed = needed }
    let verdict = try #require(Self.diagnosis(plan, .judged(effect)).verdicts.first)
    #expect(verdict.next == text)
    if case .answers(let more)? = needed { #expect(verdict.needed == more) } else { #expect(verdict.needed == nil) }
  }

  @Test("the step to question was late, unproven, or the last by its day") func question() throws {
    var late = Self.carriedOut()
    late.steps[1].doneOn = day("2026-09-01")
    let failed = try Self.effect(.noEffect)
    #expect(Self.diagnosis(late, .judged(failed)).verdicts.first?.next.contains("Question step 2") == true)
    var bare = Self.carriedOut()
    (bare.steps[0].evidence, bare.steps[1].evidence) = ("photo", "list")
    let next = try #require(Self.diagnosis(bare, .judged(failed)).verdicts.first?.next)
    #expect(next.hasSuffix("Question step 3, “Step 3” first: nothing shows that it was done."))
    var dated = Self.carriedOut()
    for (index, iso) in ["2026-05-01", "2026-07-01", "2026-06-01"].enumerated() { dated.steps[index].doneOn = day(iso) }
    let worse = try Self.effect(.worse)
    #expect(Self.diagnosis(dated, .judged(worse)).verdicts.first?.next.contains("Question step 2") == true)
  }

  @Test("what works in some places is extended, and closes nothing") func partial() throws {
    var plan = Self.carriedOut()
    plan.scope = CorrectionScope(parts: [
      CorrectionScope.Part(kind: .unit, members: .named([]), location: SourceLocation("f"))
    ])
    let closed = Self.diagnosis(plan, .judged(try Self.effect(.closed)))
    #expect(closed.verdicts.first?.next == "It works where it was made: extend it to the rest.")
    #expect(closed.findings.first?.status == .done)
    let works = Self.diagnosis(plan, .judged(try Self.effect(.works)))
    #expect(works.verdicts.first?.next == "Extend it to the rest: it works where it was made.")
  }

  // MARK: - What follows for the deficiency

  static let statuses: [(Correction.Status, VerdictWord, Finding.Status)] = [
    (.done, .closed, .closed), (.done, .works, .done), (.done, .cannotTell, .done), (.done, .noEffect, .reopened),
    (.done, .worse, .reopened), (.inProgress, .closed, .inProgress), (.inProgress, .worse, .inProgress),
  ]

  @Test("only what was carried out is closed or reopened", arguments: statuses)
  func status(plan: Correction.Status, word: VerdictWord, status: Finding.Status) throws {
    let diagnosis = Self.diagnosis(Self.carriedOut(plan), .judged(try Self.effect(word)))
    let found = try #require(diagnosis.findings.first)
    #expect(found.status == status && found.verdict?.word == word)
    #expect(found.remarks.contains { $0.hasPrefix("reopened: the correction “Plan p”") } == (status == .reopened))
    #expect(found.remarks.contains { $0.hasPrefix("the plan's target is reached") } == (status == .closed))
  }

  @Test(
    "where only expectations moved nothing is rolled back, and nothing closes",
    arguments: [
      (.worse, nil, "Roll back."), (.worse, .risen, "Do not roll back"), (.cannotTell, .fallen(1.8), "Find out why"),
    ]
      as [(VerdictWord, CorrectionEffect.Bar?, String)])
  func bar(word: VerdictWord, bar: CorrectionEffect.Bar?, next: String) throws {
    let effect = try Self.effect(word) { $0.bar = bar }
    let verdict = try #require(Self.diagnosis(Self.carriedOut(), .judged(effect)).verdicts.first)
    #expect(verdict.next.hasPrefix(next))
    #expect(
      verdict.cautions.contains { $0.hasPrefix("customers expect 1.80 points less than before") }
        == (word == .cannotTell))
  }

  /// The deficiency beside plans that are done, each with its start, its measure and its verdict.
  private static func found(_ plans: [(slug: String, start: String, measure: String, word: VerdictWord)]) throws
    -> Finding
  {
    let all = plans.map { slug, start, _, _ in
      plan(slug, [id], .done) {
        $0.start = day(start)
        $0.steps = steps(3, of: 3)
      }
    }
    let corrections = try plans.map { slug, _, measure, word in
      MeasuredCorrection(
        slug: slug, measure: Correction.Reference(id: measure, location: SourceLocation("f")), deficiencies: [id],
        result: .judged(try effect(word)))
    }
    let measured = MeasuredAudit(
      surveys: [survey(waves: [TestWave([TestCell("branch", "empathy")])])], corrections: corrections)
    let findings = diagnose(PlanJoinTests.project(all), measured: measured, asOf: reportDay).findings
    return try #require(findings.first { $0.id == id })
  }

  @Test(
    "of plans that are done the one that began last speaks, whatever the names", arguments: [["a", "b"], ["b", "a"]])
  func latest(slugs: [String]) throws {
    let found = try Self.found([
      (slugs[0], "2026-04-01", Self.id, .closed), (slugs[1], "2026-07-01", Self.id, .worse),
    ])
    #expect(found.status == .reopened && found.verdict?.word == .worse)
  }

  @Test(
    "of plans that began together the one that the finding's own measure judges speaks",
    arguments: [["a", "b"], ["b", "a"]])
  func ownMeasure(slugs: [String]) throws {
    let found = try Self.found([
      (slugs[0], "2026-04-01", Self.id, .works), (slugs[1], "2026-04-01", "item/p1/perception.mean", .closed),
    ])
    #expect(found.status == .done && found.verdict?.word == .works)
  }

  @Test("the measure of another deficiency closes that alone") func otherMeasure() throws {
    let other = "gap.phone.empathy"
    var plan = plan("p", [Self.id, other], .done) { $0.steps = Self.steps(3, of: 3) }
    plan.measure = Correction.Reference(id: Self.id, location: SourceLocation("f"))
    let correction = MeasuredCorrection(
      slug: "p", measure: try #require(plan.measure), deficiencies: [Self.id, other],
      result: .judged(try Self.effect(.closed)))
    let cells = [TestCell("branch", "empathy"), TestCell("phone", "empathy")]
    let measured = MeasuredAudit(surveys: [survey(waves: [TestWave(cells)])], corrections: [correction])
    let found = diagnose(PlanJoinTests.project([plan]), measured: measured, asOf: reportDay).findings
    #expect(found.first { $0.id == Self.id }?.status == .closed)
    let second = try #require(found.first { $0.id == other })
    #expect(second.status == .done && second.remarks.contains { $0.hasPrefix("not closed: ") })
  }

  @Test(
    "a plan that failed stands behind one that no wave has judged", arguments: [VerdictWord.noEffect, .worse, .closed])
  func second(word: VerdictWord) throws {
    let plans = ["p", "second"].map { slug in
      plan(slug, [Self.id], .done) {
        $0.steps = Self.steps(3, of: 3)
        $0.target = -0.5
        $0.due = day(slug == "p" ? "2026-05-01" : "2026-10-10")
      }
    }
    let measure = Correction.Reference(id: Self.id, location: SourceLocation(plans[0].file, line: 2))
    let corrections = try [MeasuredCorrection.Result.judged(Self.effect(word)), .unverified(.noWaveAfter)].enumerated()
      .map {
        MeasuredCorrection(slug: plans[$0].slug, measure: measure, deficiencies: [Self.id], result: $1)
      }
    let measured = MeasuredAudit(
      surveys: [survey(waves: [TestWave([TestCell("branch", "empathy")])])], corrections: corrections)
    let found = try #require(
      diagnose(PlanJoinTests.project(plans), measured: measured, asOf: reportDay).findings.first { $0.id == Self.id })
    #expect(found.plan?.correction == (word.isFailure ? "second" : "p"))
    #expect(found.status == (word.isFailure ? .done : .closed))
  }

  @Test("a plan whose deficiency is gone keeps its verdict") func gone() throws {
    let quiet = [TestCell("branch", "empathy", GateTests.quiet)]
    let diagnosis = Self.diagnosis(Self.carriedOut(), .judged(try Self.effect(.closed)), measured: quiet)
    #expect(diagnosis.findings.allSatisfy { $0.id != Self.id })
    #expect(diagnosis.verdicts.map(\.word) == [.closed])
  }

  @Test("without a measure a plan is unverified, never closed") func unverified() throws {
    let reasons: [Unverified] = [
      .noMeasure(known: []), .notCompared, .ofOneWave, .notByUnit, .elsewhere(touchpoint: nil), .overlap,
      .noOtherTouchpoint, .noStart, .noWaveBefore, .noWaveAfter, .changed(.items), .noAnswers, .suppressed,
    ]
    for reason in reasons {
      let diagnosis = Self.diagnosis(Self.carriedOut(), .unverified(reason))
      let verdict = try #require(diagnosis.verdicts.first)
      #expect(verdict.word == nil && !verdict.statement.isEmpty && !verdict.next.isEmpty)
      #expect(diagnosis.findings.first?.status == .done)
    }
    #expect(Self.diagnosis(Self.carriedOut(), .unverified(.notBegun)).verdicts.isEmpty)
  }

  @Test("of findings that are one the plan is judged by the measure of the whole") func merged() throws {
    let (id, part) = (Self.id, "gap.branch.assurance")
    var project = PlanJoinTests.project([
      plan("p", [part, id], .done) { $0.steps = Self.steps(3, of: 3) }
    ])
    var word = ConsultantWord(
      finding: id, file: "content/findings/\(id).md", body: MarkdownText(text: "", file: "", firstLine: 1))
    word.merged = [Correction.Reference(id: part, location: SourceLocation("f"))]
    project.words = [word]
    let corrections = try [(part, VerdictWord.noEffect), (id, .closed)].map { measure, word in
      MeasuredCorrection(
        slug: "p", measure: .init(id: measure, location: SourceLocation("f")), deficiencies: [measure],
        result: .judged(try Self.effect(word)))
    }
    let cells = [TestCell("branch", "empathy"), TestCell("branch", "assurance")]
    let measured = MeasuredAudit(surveys: [survey(waves: [TestWave(cells)])], corrections: corrections)
    let found = try #require(findings(measured, project).first { $0.id == id })
    #expect(found.status == .closed && found.verdict?.word == .closed)
  }
}
