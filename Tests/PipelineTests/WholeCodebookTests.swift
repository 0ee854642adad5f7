import Audit
import Ingest
import Measure
import TestSupport
import Testing

/// What a codebook in full asks for, from the bytes of a file to its figures; expected values are worked by hand.
@Suite struct WholeCodebookTests {
  private func read(
    _ csv: String, _ codebook: String, _ configuration: Configuration = Configuration()
  ) async throws -> (survey: Survey, measured: MeasuredAudit, problems: [String]) {
    let (found, log) = try await log(csv, codebook, configuration)
    let survey = try #require(found, "\(log.entries)")
    return (survey, measure([survey], configuration: configuration), log.entries.map(\.id))
  }

  private func log(
    _ csv: String, _ codebook: String, _ configuration: Configuration = Configuration()
  ) async throws -> (survey: Survey?, log: DiagnosticLog) {
    let folder = try TemporaryFolder()
    try folder.write(csv, to: "s.csv")
    try folder.write(codebook, to: "s.yml")
    let reading = await ProjectReader.survey(
      csv: folder.path("s.csv"), codebook: folder.path("s.yml"), configuration: configuration, jobs: 1)
    // The folder goes with its last use.
    withExtendedLifetime(folder) {}
    return reading
  }

  private func figure(
    _ measured: MeasuredAudit, _ kind: SubjectKind, _ subject: String, _ statistic: Statistic, wave: String = "",
    slice: Slice = .all
  ) -> Double? {
    measured[MeasurementKey(survey: "s", wave: wave, slice: slice, kind: kind, subject: subject)]?[statistic]
  }

  /// Example X4 of the methodology, with a row whose minimum is above the desired level and one without an answer.
  @Test func readsAZoneOfTolerance() async throws {
    let rows = "5,7,4\n6,8,7\n4,7,5\n6,9,5\n5,8,8\n7,9,6\n5,6,7\n6,8,6\n8,5,6\n5,7,\n"
    let (_, measured, problems) = try await read(
      "M,D,P\n" + rows,
      "scale: {min: 1, max: 9}\nitems: [{id: advice, minimum: M, desired: D, perception: P, dimension: assurance}]")
    #expect(problems == [])
    let expected: [(Statistic, Double)] = [
      (.n, 8), (.msaMean, 0.5), (.msaSD, 1.511858), (.mssMean, -1.75), (.mssSD, 1.669046), (.zoneWidth, 2.25),
      (.zoneBelow, 0.375), (.zoneAbove, 0.125), (.zonePosition, 0.222222), (.f0, 0.375),
    ]
    for (kind, subject) in [(SubjectKind.item, "advice"), (.dimension, "assurance")] {
      for (statistic, value) in expected {
        let found = figure(measured, kind, subject, statistic)
        #expect(abs((found ?? .infinity) - value) < 5e-7, "\(kind) \(statistic.rawValue): \(String(describing: found))")
      }
    }
  }

  /// Three quarters in one file; the last row names no day.
  @Test func readsSeveralWavesFromOneFile() async throws {
    let (survey, measured, problems) = try await read(
      "P1,day\n7,1/15/2026\n5,3/31/2026\n3,4/1/2026 10:30\n2,12/24/2025\n6,\n",
      "scale: {min: 1, max: 7}\nitems: [{perception: P1, dimension: empathy}]\n"
        + "wave: {column: day, period: quarter, date: M/D/YYYY}\nfieldwork: {mode: email, invited: 50}")
    #expect(problems.contains("survey/fieldwork-of-several-waves"))
    #expect(survey.waves.map(\.wave.label) == ["2025-Q4", "2026-Q1", "2026-Q2"])
    #expect(survey.waves.map(\.tally.slices[0].rows) == [1, 2, 1])
    #expect(survey.waves.map(\.fieldwork) == Array(repeating: Fieldwork(mode: "email"), count: 3))
    #expect(survey.waves.flatMap(\.tally.unusable).map(\.reason) == [.noWave])
    let means = ["2025-Q4", "2026-Q1", "2026-Q2"].map { figure(measured, .item, "P1", .perceptionMean, wave: $0) }
    #expect(means == [2, 6, 3])
  }

  @Test func asksForDatesInTheLabelsOfAColumn() async throws {
    let (_, log) = try await log(
      "P1,round\n7,first\n5,second\n",
      "scale: {min: 1, max: 7}\nitems: [{perception: P1}]\nwave: {column: round}")
    let undated = log.entries.filter { $0.id == "survey/wave-undated" }
    #expect(undated.count == 2)
    #expect(undated.first?.hint?.hasPrefix("add 'period: quarter' where the column holds days") == true)
  }

  /// Bands, a cross of two segments, and a code of no answer that would pass for an age.
  @Test func cutsAndCrossesSegments() async throws {
    let (survey, measured, problems) = try await read(
      "P1,age,tier\n7,17,basic\n5,18,basic\n3,29.5,plus\n1,30,plus\n4,999,plus\n",
      """
      scale: {min: 1, max: 7}
      missing: [999]
      items: [{perception: P1, dimension: empathy}]
      segments: [{id: age, column: age, bands: [18, 30]}, {id: tier, column: tier, order: [plus, basic]}]
      cross: [[tier, age]]
      """)
    #expect(problems == [])
    #expect(
      survey.waves[0].tally.slices.map(\.slice.key) == [
        "all", "age=<18", "age=18-29", "age=30+", "tier=plus", "tier=basic", "tier=plus;age=18-29", "tier=plus;age=30+",
        "tier=basic;age=<18", "tier=basic;age=18-29",
      ])
    let slice = Slice(parts: [.init(segment: "tier", value: "plus"), .init(segment: "age", value: "18-29")])
    #expect(figure(measured, .item, "P1", .perceptionMean, slice: slice) == 3)
    #expect(figure(measured, .item, "P1", .perceptionMean) == 4)
  }

  /// A row about a shop counts for the branch; one about nothing known counts for items and dimensions alone.
  @Test func readsTheTouchpointOfEachRow() async throws {
    let (survey, measured, problems) = try await read(
      "P1,P2,channel\n7,5,Shop\n5,3,branch\n2,2,phone\n4,4,\n6,6,fax\n",
      """
      scale: {min: 1, max: 7}
      items: [{perception: P1, dimension: empathy}, {perception: P2, dimension: assurance}]
      touchpoint: {column: channel, map: {shop: branch, phone: phone, mail: letter}}
      """)
    #expect(problems == ["survey/unknown-text"])
    #expect(survey.waves[0].definition.rowTouchpoints == ["branch", "phone"])
    #expect(figure(measured, .cell, "branch/empathy", .perceptionMean) == 6)
    #expect(figure(measured, .cell, "phone/assurance", .perceptionMean) == 2)
    #expect(figure(measured, .touchpoint, "branch", .perceptionMean) == 5)
    #expect(figure(measured, .dimension, "empathy", .perceptionMean) == 24.0 / 5)
    #expect(figure(measured, .column, "channel", .invalid) == 1)
    #expect(figure(measured, .column, "channel", .missing) == 1)
  }

  /// Weights 0.5, 1, 1 and 2, one row without; the second respondent answered twice.
  @Test func weighsRowsAndKnowsRespondents() async throws {
    let (survey, measured, problems) = try await read(
      "E1,P1,w,id\n7,5,0.5,a\n7,6,1,b\n7,6,1.0000004,b\n7,7,2,c\n7,1,,d\n",
      "scale: {min: 1, max: 7}\nitems: [{expectation: E1, perception: P1, dimension: d}]\n"
        + "weight: {column: w}\nrespondent: id\n")
    #expect(problems == ["survey/respondents-repeated", "survey/weights-rounded"])
    #expect(survey.waves[0].tally.quality.respondents == 4)
    #expect(figure(measured, .weights, "all", .effectiveN) == 20.25 / 6.25)
    #expect(figure(measured, .weights, "all", .leastWeight) == 0.5)
    #expect(figure(measured, .item, "P1", .perceptionMean) == 5)
    #expect(figure(measured, .item, "P1", .weightedPerception) == 28.5 / 4.5)
    #expect(abs((figure(measured, .item, "P1", .weightedGap) ?? 0) - (28.5 / 4.5 - 7)) < 1e-12)
  }

  @Test func leavesUnfinishedAnswersOut() async throws {
    let codebook =
      "scale: {min: 1, max: 7}\nitems: [{perception: P1, dimension: d}]\n"
      + "finished: {column: Status, values: [Complete]}\nverbatims: [{column: comment}]\n"
    let csv = "P1,Status,comment\n7,complete,good\n5,Partial,\n3,,bad\n"
    let included = try await read(csv, codebook)
    #expect(figure(included.measured, .item, "P1", .perceptionMean) == 5)
    #expect(included.survey.waves[0].tally.quality.unfinished == 2)
    #expect(figure(included.measured, .column, "comment", .valid) == 2)
    let excluded = try await read(csv, codebook + "unfinished: exclude\n")
    #expect(figure(excluded.measured, .item, "P1", .perceptionMean) == 7)
    #expect(excluded.survey.waves[0].tally.unusable.map(\.reason) == [.unfinished])
    #expect(excluded.survey.waves[0].tally.unusable.map(\.count) == [2])
  }
}
