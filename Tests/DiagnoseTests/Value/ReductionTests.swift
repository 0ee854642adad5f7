import Audit
import Testing

@testable import Diagnose

/// How much a correction is expected to take away.
struct ReductionTests {
  private static func effect(
    _ word: VerdictWord, before: Double, change: Double, statistic: Statistic = .gapMean,
    form: CorrectionEffect.Form? = nil, better: Outcome.Direction = .high
  ) throws -> CorrectionEffect {
    let scale = try #require(Scale(minimum: 1, maximum: 7))
    func level(_ value: Double) -> CorrectionEffect.Level {
      CorrectionEffect.Level(value: value, low: value, high: value, n: 100)
    }
    return CorrectionEffect(
      survey: "customers", respondents: .customers, earlier: "2026-Q1", later: "2026-Q3", kind: .cell,
      subject: "branch/empathy", statistic: statistic, form: form ?? .points(scale), better: better,
      design: .beforeAfter, treated: .init(before: level(before), after: level(before + change)),
      change: .init(value: change, low: change - 0.1, high: change + 0.1, p: 0.01, detectable: 0.2), word: word)
  }

  private static func reduction(
    _ effects: [(plan: String, status: Correction.Status, effect: CorrectionEffect)], declared: Spread? = nil
  ) -> Worth.Reduction {
    var project = Project.bank
    project.configuration.economics[.expectedReduction] = declared
    project.corrections = effects.map { plan($0.plan, ["gap.branch.empathy"], $0.status) }
    let measured = MeasuredAudit(
      surveys: [],
      corrections: effects.map {
        MeasuredCorrection(
          slug: $0.plan, measure: .init(id: "gap.branch.empathy", location: SourceLocation("f")),
          deficiencies: ["gap.branch.empathy"], result: .judged($0.effect))
      })
    return ExpectedReduction.of(Material(project: project, measured: measured, asOf: reportDay))
  }

  @Test("without corrections it is what is declared, else three tenths, and says which")
  func declared() {
    #expect(Self.reduction([]) == Worth.Reduction(share: Spread(0.3), source: .assumed))
    let spread = Spread(low: 0.2, mid: 0.4, high: 0.5)
    #expect(Self.reduction([], declared: spread) == Worth.Reduction(share: spread, source: .declared))
  }

  @Test("corrections that were judged go before what is declared, failed ones among them")
  func verified() throws {
    let found = Self.reduction(
      [
        ("a", .done, try Self.effect(.closed, before: -1.0, change: 0.6)),
        ("b", .done, try Self.effect(.noEffect, before: -2.0, change: 0.0)),
        ("c", .done, try Self.effect(.worse, before: -1.0, change: -0.5)),
        ("d", .done, try Self.effect(.cannotTell, before: -1.0, change: 0.9)),
        ("e", .inProgress, try Self.effect(.works, before: -1.0, change: 0.9)),
      ], declared: Spread(0.9))
    #expect(found.source == .verified(3))
    #expect(abs(found.share.mid - 0.2) < 1e-12)
    #expect(abs(found.share.low - 0.5 / 3) < 1e-12 && abs(found.share.high - (0.7 + 0.05) / 3) < 1e-12)
  }

  @Test("a share counts by what is left of it; a score without a level of no trouble does not count")
  func measures() throws {
    let failed = try Self.effect(
      .works, before: 0.4, change: -0.2, statistic: .failedShare, form: .share, better: .low)
    #expect(abs(Self.reduction([("a", .done, failed)]).share.mid - 0.5) < 1e-12)
    let kept = try Self.effect(.works, before: 0.6, change: 0.1, statistic: .share, form: .share)
    #expect(abs(Self.reduction([("a", .done, kept)]).share.mid - 0.25) < 1e-12)
    let score = try Self.effect(.works, before: 20, change: 10, statistic: .nps, form: .netPromoter)
    #expect(Self.reduction([("a", .done, score)]).source == .assumed)
  }
}
