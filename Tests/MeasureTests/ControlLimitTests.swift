import Audit
import Measure
import Testing

/// How far outcomes vary from wave to wave where nothing special happens (methodology 5.4).
@Suite struct ControlLimitTests {
  private static let outcomeID = "outcome"

  /// A survey with one outcome; `levels` are counts of each answer, a wave each.
  private func audit(_ kind: Outcome.Kind, _ levels: [[Int]]) throws -> MeasuredAudit {
    let scale = try scale(0, (levels.first?.count ?? 1) - 1)
    let outcome = Outcome(id: Self.outcomeID, kind: kind, scale: scale)
    let waves = levels.enumerated().map { index, levels in
      let answers = sheet(outcome, levels)
      return SurveyWave(
        wave: Wave(label: label(index)), definition: answers.definition, tally: answers.tally, files: ["customers.csv"])
    }
    return measure(
      [Survey(id: "customers", respondents: .customers, waves: waves)], configuration: Configuration())
  }

  private func label(_ index: Int) -> String { index < 9 ? "W0\(index + 1)" : "W\(index + 1)" }

  private func figures(_ wave: Int, _ audit: MeasuredAudit) throws -> Measurement {
    try #require(
      audit[
        MeasurementKey(survey: "customers", wave: label(wave), kind: .outcome, subject: Self.outcomeID)])
  }

  /// Answers 0 to 10 of a hundred customers with a score.
  private func scores(_ score: Int) -> [Int] {
    var levels = [Int](repeating: 0, count: 11)
    (levels[0], levels[8], levels[10]) = (20, 60 - score, 20 + score)
    return levels
  }

  @Test("X18: a share whose spread would make a p chart cry wolf has limits of p′") func shares() throws {
    let (x, n) = ([12, 15, 9, 14, 30, 11, 13, 10], [100, 110, 95, 105, 120, 100, 108, 98])
    let audit = try audit(.yes, zip(x, n).map { [$1 - $0, $0] })
    let fifth = try figures(4, audit)
    expectFigures(fifth, [(.share, 0.25), (.controlCentre, 0.136364), (.controlHigh, 0.275076), (.controlSignal, 0)])
  }

  @Test("a score outside three mean steps of the first eight waves is a signal") func scores() throws {
    let audit = try audit(.nps, [10, 12, 8, 11, 9, 10, 12, 8, 40, 1].map(scores))
    for wave in 0..<8 {
      // 3 · (18/7)/1.128 on both sides of 10.
      expectFigures(
        try figures(wave, audit),
        [(.controlCentre, 10), (.controlLow, 3.161094), (.controlHigh, 16.838906), (.controlSignal, 0)])
    }
    expectFigures(try figures(8, audit), [(.nps, 40), (.controlHigh, 16.838906), (.controlSignal, 1)])
    expectFigures(try figures(9, audit), [(.nps, 1), (.controlSignal, -1)])
  }

  @Test("eight in a row on one side are a signal") func run() throws {
    let audit = try audit(.nps, ([10, 12, 8, 11, 9, 10, 12, 8] + Array(repeating: 11, count: 8)).map(scores))
    #expect(try (8..<16).map { try figures($0, audit)[.controlSignal] } == [0, 0, 0, 0, 0, 0, 0, 1])
  }

  @Test("of fewer than eight waves nothing is said") func few() throws {
    let audit = try audit(.nps, [10, 12, 8, 11, 9, 10, 12].map(scores))
    #expect(try figures(0, audit).figure(.controlCentre) == nil)
  }

  @Test("waves that do not vary have no limits") func constant() throws {
    let audit = try audit(.nps, [Int](repeating: 10, count: 8).map(scores))
    #expect(try figures(0, audit)[.controlCentre] == 10)
    #expect(try figures(0, audit).figure(.controlLow)?.reason == .zeroVariance)
    #expect(try figures(0, audit).figure(.controlSignal)?.reason == .zeroVariance)
  }

  @Test("a wave that is withheld gives nothing away through the limits of the others") func withheld() throws {
    var few = [Int](repeating: 0, count: 11)
    few[10] = 3
    let scores = [10, 12, 8, 11, 9, 10, 12, 8].map(scores)
    let with = publishable(try audit(.nps, scores + [few]), configuration: Configuration())
    let without = publishable(try audit(.nps, scores), configuration: Configuration())
    for wave in 0..<8 {
      #expect(try figures(wave, with).figure(.controlHigh) == figures(wave, without).figure(.controlHigh))
    }
    let early = publishable(try audit(.nps, [few] + scores.dropLast()), configuration: Configuration())
    #expect(try figures(1, early).figure(.controlHigh)?.reason == .tooFew)
    #expect(try figures(0, early).isSuppressed && figures(0, early).figure(.controlHigh)?.value == nil)
  }
}
