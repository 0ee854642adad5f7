import Audit
import Testing

@testable import Diagnose

/// What the audit says of its own data.
struct DataQualityRuleTests {
  static func wave(_ change: (inout MeasuredWave) -> Void) -> MeasuredAudit { audit([quietWave.changed(change)]) }

  static let cases: [(MeasuredAudit, String, String)] = [
    (
      wave { ($0.quality.straightLines, $0.quality.straightLineBase) = (40, 500) },
      "data-quality.customers.straight-lines",
      "40 of 500 rows (8\u{202F}%) have one and the same answer to every question that customers rated. They may not have read "
        + "the questions; they are counted like all others."
    ),
    (
      wave { $0.quality.repeatedRows = 25 }, "data-quality.customers.repeats",
      "25 of 500 rows (5\u{202F}%) are further rows of somebody who has answered already. They are not independent, so the "
        + "intervals are narrower than they should be."
    ),
    (
      wave { $0.unusable = [UnusableRows(reason: .ragged, count: 100, firstLine: 7)] },
      "data-quality.customers.unusable",
      "100 of 600 rows (17\u{202F}%) could not be used. If they differ from the others, the figures do not show it."
    ),
    (
      wave { $0.fieldwork = Fieldwork(invited: 5001) }, "data-quality.customers.response",
      "500 of 5,001 who were asked answered (10\u{202F}%). Whether the others think alike is not known."
    ),
    (
      wave { $0.fieldwork = Fieldwork(to: day("2026-04-02")) }, "data-quality.customers.age",
      "The last answers are of 2 April 2026, 181 days before this report. What customers expect and get may have changed since."
    ),
    (
      audit([quietWave.adding([figures(.weights, "all", n: 500, [.deff: 2.1, .effectiveN: 238.1])])]),
      "data-quality.customers.weights",
      "To look like all customers the answers had to be weighted so much that 500 answers are worth 238 (effect 2.1)."
    ),
    (
      audit([
        quietWave.changed {
          $0.wave = Wave(label: "2026-Q1")
          $0.definition.items[0].text = "Friendly?"
        },
        quietWave.changed { $0.definition.items[0].text = "Helpful?" },
      ]),
      "data-quality.customers.wording",
      "1 question is put otherwise than in 2026-Q1: p1. What became of them cannot be told."
    ),
    (
      MeasuredAudit(
        surveys: [], comparisons: [figures(.agreement, "severity", n: 12, [.krippendorff: 0.41], survey: "", wave: "")]),
      "data-quality.auditors",
      "On 12 troubles that two auditors or more rated, their words agree to 0.41 (Krippendorff’s alpha), where 0.667 is the "
        + "least to build on."
    ),
  ]

  @Test("what may bend the answers is said, of the audit and not of the service", arguments: cases)
  func found(measured: MeasuredAudit, id: String, statement: String) throws {
    let found = measured.found(.dataQuality)
    #expect(found.map(\.id) == [id])
    #expect(found.map(\.statement) == [statement])
    #expect(found.allSatisfy { $0.findingClass == .observation && !$0.isAboutService && $0.steps.isEmpty })
  }

  static let fine = [
    wave { ($0.quality.straightLines, $0.quality.straightLineBase) = (24, 500) },
    wave { ($0.rows, $0.quality.repeatedRows) = (20, 4) },
    wave { $0.fieldwork = Fieldwork(to: day("2026-04-03"), invited: 5000) },
    audit([quietWave.adding([figures(.weights, "all", n: 500, [.deff: 2, .effectiveN: 250])])]),
    MeasuredAudit(
      surveys: [], comparisons: [figures(.agreement, "severity", n: 9, [.krippendorff: 0.1], survey: "", wave: "")]),
    MeasuredAudit(
      surveys: [], comparisons: [figures(.agreement, "severity", n: 12, [.krippendorff: 0.667], survey: "", wave: "")]),
  ]

  @Test("at the limits nothing is said", arguments: fine) func silence(measured: MeasuredAudit) {
    #expect(measured.found(.dataQuality).isEmpty)
  }

  static func instrument(alpha: Double, rest: Double = 0.5, n: Int = 611) -> MeasuredAudit {
    let wave = TestWave([TestCell(nil, "empathy", GateTests.quiet), TestCell(nil, "empathy", GateTests.quiet)])
      .measured(survey: "customers").changed { wave in
        for index in wave.slices[0].measurements.indices {
          let key = wave.slices[0].measurements[index].key
          let values: [Statistic: Double] =
            key.kind == .dimension
            ? [.alpha: alpha, .alphaLow: alpha - 0.05, .alphaHigh: alpha + 0.05]
            : key.subject == "p2" ? [.itemRestR: rest] : [:]
          for (statistic, value) in values { wave.slices[0].measurements[index].set(statistic, Figure(value, n: n)) }
        }
      }
    return audit([wave])
  }

  @Test("questions that do not hang together are a fault of the questionnaire") func hangsTogether() throws {
    let found = Self.instrument(alpha: 0.61, rest: 0.21).found(.instrument)
    try #require(found.count == 1)
    #expect(found[0].id == "instrument.customers.empathy")
    #expect(
      found[0].statement
        == "The 2 questions on empathy agree to 0.61 (0.56 to 0.66; alpha, 611 answers), where 0.70 is asked. “p2” goes with the "
        + "others to 0.21, where 0.30 is asked.")
    #expect(!found[0].isAboutService)
    #expect(Self.instrument(alpha: 0.7, rest: 0.3).found(.instrument).isEmpty)
    #expect(Self.instrument(alpha: 0.8, rest: 0.29).found(.instrument).count == 1)
    #expect(Self.instrument(alpha: 0.6, n: 29).found(.instrument).isEmpty)
    #expect(
      Self.instrument(alpha: -0.1).found(.instrument).first?.statement.hasSuffix(
        "Check which answers are coded the other way round.") == true)
  }

  @Test("they say why they did not run") func missing() {
    #expect(noAudit.notRun(.dataQuality) == "there is no survey")
    #expect(noAudit.notRun(.instrument) == "there is no survey")
    #expect(
      audit([quietWave]).notRun(.instrument) == "no survey asks two questions on one dimension with answers enough")
  }
}
