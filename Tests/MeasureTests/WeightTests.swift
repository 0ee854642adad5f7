import Audit
import Measure
import Testing

/// Figures under the weights of a column.
@Suite struct WeightTests {
  /// Two items and two outcomes; four rows with weights 0.5, 1, 1 and 2.
  private func audit() throws -> MeasuredAudit {
    let (half, one, two) = (500_000, 1_000_000, 2_000_000)
    let items = [
      try pairedItem("P1", dimension: "d"),
      Item(id: "P2", scale: try scale(1, 5), comparison: .standard(4)),
    ]
    let outcomes = [
      Outcome(id: "nps", kind: .nps, scale: try scale(0, 10)), Outcome(id: "csat", kind: .csat, scale: try scale(1, 5)),
      Outcome(id: "stayed", kind: .yes, scale: try scale(0, 1)),
    ]
    let definition = SurveyDefinition(items: items, outcomes: outcomes, segments: [], isWeighted: true)
    // Expected 7; received 5, 6, 6, 7. P2: 2, 4, 4, 5. NPS 3, 8, 9, 10. CSAT 1, 4, 5, 5. Stayed: no, no, yes, yes.
    let received = [5, 6, 6, 7]
    let rows = received.indices.map { row in
      AnswerSheet.Row(
        answers: [
          AnswerSheet.Answer(expectation: 7, perception: received[row]),
          AnswerSheet.Answer(perception: [2, 4, 4, 5][row]),
        ], outcomes: [[3, 8, 9, 10][row], [1, 4, 5, 5][row], [0, 0, 1, 1][row]],
        weight: [half, one, one, two][row])
    }
    let sheet = AnswerSheet(definition: definition, rows: rows)
    return measure([survey(sheet)], configuration: Configuration())
  }

  private func figures(_ kind: SubjectKind, _ subject: String) throws -> Measurement {
    try #require(
      try audit()[MeasurementKey(survey: "customers", wave: "2026", kind: kind, subject: subject)])
  }

  @Test("What the weights cost") func design() throws {
    expectFigures(
      try figures(.weights, "all"),
      [(.deff, 4 * 6.25 / 20.25), (.effectiveN, 20.25 / 6.25), (.leastWeight, 0.5), (.mostWeight, 2)])
  }

  @Test("Weighted means stand beside unweighted ones, which do not change") func items() throws {
    let first = try figures(.item, "P1")
    // Σwy = 0.5·5 + 6 + 6 + 2·7 = 28.5; Σw = 4.5.
    expectFigures(
      first, [(.perceptionMean, 6), (.weightedPerception, 28.5 / 4.5), (.weightedGap, 28.5 / 4.5 - 7), (.gapMean, -1)])
    // √(4/3 · (0.25·(4/3)² + 2·(1/3)² + 4·(2/3)²))/4.5, and t(0.975; 3.24 − 1).
    let se = (4.0 / 3 * (0.25 * 16 / 9 + 2.0 / 9 + 16.0 / 9)).squareRoot() / 4.5
    let low = try #require(first[.weightedPerceptionLow])
    let high = try #require(first[.weightedPerceptionHigh])
    #expect(abs((high + low) / 2 - 28.5 / 4.5) < 1e-12)
    #expect(abs((high - low) / 2 / se - 3.8897185872595883) < 1e-9)
    expectFigures(try figures(.item, "P2"), [(.weightedGap, (0.5 * 2 + 4 + 4 + 2 * 5) / 4.5 - 4)])
    // A set of one item says what the item does.
    let dimension = try figures(.dimension, "d")
    for statistic in [Statistic.weightedGap, .weightedGapSE, .weightedFailed, .weightedF1, .weightedCredibility] {
      #expect(dimension[statistic] == first[statistic])
    }
  }

  @Test("Outcomes have their headline under the weights") func outcomes() throws {
    expectFigures(try figures(.outcome, "nps"), [(.nps, 25), (.weightedNPS, 100 * (3 - 0.5) / 4.5)])
    expectFigures(
      try figures(.outcome, "csat"),
      [(.mean, 3.75), (.weightedMean, (0.5 + 4 + 5 + 10) / 4.5), (.weightedTop2, 4 / 4.5)])
    expectFigures(try figures(.outcome, "stayed"), [(.share, 0.5), (.weightedShare, 3 / 4.5)])
    let nps = try figures(.outcome, "nps")
    let bounds = (nps[.weightedNPSLow] ?? 200, nps[.weightedNPSHigh] ?? -200)
    // n_eff 3.24: p' = (3/4.5·3.24 + 0.75)/6.24, d' = (0.5/4.5·3.24 + 0.75)/6.24.
    let (p, d) = ((3 / 4.5 * 3.24 + 0.75) / 6.24, (0.5 / 4.5 * 3.24 + 0.75) / 6.24)
    let margin = 1.959963984540054 * ((p + d - (p - d) * (p - d)) / 6.24).squareRoot()
    #expect(abs(bounds.0 - 100 * max(-1, p - d - margin)) < 1e-9 && abs(bounds.1 - 100 * min(1, p - d + margin)) < 1e-9)
  }

  @Test("weights that are all 0 are an error of their wave", arguments: [0, 1_000_000]) func zero(weight: Int) throws {
    let definition = SurveyDefinition(
      items: [try VerdictFixture.item()], outcomes: [], segments: [], isWeighted: true)
    let rows = (1...7).map { level in
      var row = AnswerSheet.Row(answers: [AnswerSheet.Answer(expectation: nil, perception: level)])
      row.weight = weight
      return row
    }
    let survey = try VerdictFixture.waves([AnswerSheet(definition: definition, rows: rows)])
    let remarks = weightRemarks([survey])
    #expect(remarks.map(\.id) == (weight == 0 ? ["survey/weights-zero"] : []))
    #expect(remarks.allSatisfy { $0.severity == .error })
  }

}
