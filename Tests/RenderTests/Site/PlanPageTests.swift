import Audit
import Testing

@testable import Render

/// What the corrections page and a deficiency's page say of a plan.
struct PlanPageTests {
  private static func effect(_ word: VerdictWord, _ needed: CorrectionEffect.Needed? = nil) throws -> CorrectionEffect {
    let scale = try #require(Scale(minimum: 1, maximum: 7))
    let level = CorrectionEffect.Level(value: -1, low: -1.2, high: -0.8, n: 200)
    var effect = CorrectionEffect(
      survey: "customers", respondents: .customers, earlier: "2026-Q1", later: "2026-Q3", kind: .cell,
      subject: "branch/responsiveness", statistic: .gapMean, form: .points(scale), better: .high, design: .beforeAfter,
      treated: CorrectionEffect.Pair(before: level, after: level),
      change: CorrectionEffect.Change(value: 0.1, low: -0.25, high: 0.45, p: 0.6, detectable: 0.4), word: word)
    effect.needed = needed
    return effect
  }

  private static func report(_ effect: CorrectionEffect?) throws -> Report {
    var report = try SampleReport.make()
    let verdict = PlanVerdict(
      correction: "host", deficiencies: ["gap.branch.responsiveness"], effect: effect,
      statement: "The gap stayed & nobody knows.", next: "Measure more.", cautions: ["trend unverified"])
    report.verdicts = [verdict]
    report.findings[0].verdict = verdict
    report.project.corrections[0].slug = "host"
    return report
  }

  private static func page(_ path: String, _ report: Report) throws -> String {
    let file = try #require(render(report).site.files.first { $0.path == path })
    let html = String(decoding: file.bytes, as: UTF8.self)
    #expect(PageReader(html).problem == nil)
    return html
  }

  @Test(
    "what is no deficiency now has the name of what is measured",
    arguments: [
      ("gap.branch.responsiveness", "Nobody takes notice of a waiting customer"),
      ("gap.branch.empathy", "Branch visit · empathy"), ("zone.website.tangibles", "Web site · tangibles"),
      ("loyalty.nps", "Would recommend (NPS)"), ("parity.tier.basic", "Customer tier basic"),
      ("parity.tier.basic.branch.empathy", "Customer tier basic · Branch visit · empathy"),
      ("standard.S9", "standard.S9"),
    ])
  func names(id: String, name: String) throws {
    let found = PlanMeta.name(of: id, SiteContext(try Self.report(nil)))
    #expect(found.lowercased() == name.lowercased(), "\(found)")
  }

  private static let pages = ["corrections/index.html", "deficiencies/gap.branch.responsiveness.html"]

  @Test("a verdict stands with its next step on both pages", arguments: pages)
  func verdict(path: String) throws {
    let html = try Self.page(path, Self.report(Self.effect(.cannotTell, .answers(120))))
    #expect(html.contains("<b>Cannot tell yet: 120 answers more needed.</b> The gap stayed &amp; nobody knows."))
    #expect(html.contains("<b>Next.</b> Measure more."))
    #expect(html.contains("<li>trend unverified</li>"))
  }

  @Test("what did not help is marked, what nobody measured is said to be unverified", arguments: pages)
  func failed(path: String) throws {
    #expect(try Self.page(path, Self.report(Self.effect(.noEffect))).contains("<b class=\"late\">No effect.</b>"))
    #expect(try Self.page(path, Self.report(Self.effect(.closed))).contains("<b>Closed.</b>"))
    #expect(try Self.page(path, Self.report(nil)).contains("<b>Not verified.</b>"))
  }

  @Test("milestones, places, what comes first and what shows a step to be done") func details() throws {
    var report = try Self.report(nil)
    let due = try #require(Day(iso: "2026-05-31"))
    var plan = report.project.corrections[0]
    let reference = { (id: String) in Correction.Reference(id: id, location: SourceLocation(plan.file, line: 3)) }
    let part = { (members: CorrectionScope.Members) in
      CorrectionScope(parts: [
        CorrectionScope.Part(kind: .unit, members: members, location: SourceLocation(plan.file, line: 4))
      ])
    }
    plan.milestones = [Correction.Milestone(title: "Trial", due: due, line: 8)]
    plan.steps[0].milestone = "Trial"
    plan.steps[1].milestone = "Trial"
    plan.scope = part(.named([reference("B004"), reference("B011")]))
    plan.comparison = part(.others)
    plan.after = [reference("first")]
    var first = plan
    (first.slug, first.title, first.status, first.after) = ("first", "First things first", .done, [])
    report.project.corrections = [plan, first]
    report.findings[0].steps[0].evidence = "[the map](notes/x.md)"
    report.findings[0].steps[0].doneOn = due
    let html = try Self.page(Self.pages[0], report)
    #expect(html.contains("<li>Trial <span class=\"note late\">31 May 2026 · 1 of 2 steps done</span></li>"))
    #expect(html.contains("units B004, B011, compared with the others"))
    #expect(html.contains("First things first (done)"))
    let deficiency = try Self.page(Self.pages[1], report)
    #expect(deficiency.contains("the map"))
    #expect(deficiency.contains("done 31 May 2026") && deficiency.contains("<small>Evidence: "))
  }

  @Test("findings.json holds the verdict") func json() throws {
    let line = FindingsDocument.json(try Self.report(Self.effect(.cannotTell, .answers(120)))).line
    #expect(
      line.contains(
        #""verdict": {"word": "cannot tell yet", "change": 0.1, "low": -0.25, "high": 0.45, "needed": 120, "next": "#
          + #""Measure more."}"#))
    #expect(FindingsDocument.json(try Self.report(nil)).line.contains(#""verdict": null"#))
  }
}
