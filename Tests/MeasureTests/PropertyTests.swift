import Audit
import Measure
import TestSupport
import Testing

/// What holds whatever the answers are.
@Suite struct PropertyTests {
  /// Rows of five items in two cells, with an outcome, points, gaps in the answers and three tiers.
  private func sheet(seed: UInt64, count: Int) throws -> AnswerSheet {
    var generator = SeededGenerator(seed: seed)
    let definition = SurveyDefinition(
      items: try (0..<5).map { index in
        try pairedItem("P\(index)", touchpoint: "branch", dimension: index < 2 ? "reliability" : "empathy")
      }, outcomes: [Outcome(id: "csat", kind: .csat, scale: try scale(1, 5))],
      segments: [Segment(id: "tier", order: ["x", "y", "z"])], pointDimensions: ["reliability", "empathy"])
    let rows = (0..<count).map { _ in
      let points = Int.random(in: 30...70, using: &generator)
      return AnswerSheet.Row(
        answers: (0..<5).map { _ in
          Int.random(in: 0..<8, using: &generator) == 0
            ? nil
            : AnswerSheet.Answer(
              expectation: Int.random(in: 4...7, using: &generator),
              perception: Int.random(in: 1...7, using: &generator))
        }, outcomes: [Int.random(in: 1...5, using: &generator)],
        points: [points, 100 - points + Int.random(in: -2...2, using: &generator)],
        segments: [["x", "y", "z"][Int.random(in: 0..<3, using: &generator)]])
    }
    return AnswerSheet(definition: definition, rows: rows)
  }

  private func measured(_ sheet: AnswerSheet) -> [Measurement] {
    measure([survey(sheet)], configuration: Configuration()).measurements
  }

  @Test("The order of rows changes no bit", arguments: 1...5) func order(seed: UInt64) throws {
    var sheet = try sheet(seed: seed, count: 200)
    let before = measured(sheet)
    var generator = SeededGenerator(seed: seed)
    sheet.rows.shuffle(using: &generator)
    #expect(measured(sheet) == before)
  }

  @Test("Parts tallied apart and merged in any order change no bit", arguments: 1...5) func merging(seed: UInt64) throws
  {
    let whole = try sheet(seed: seed, count: 200)
    var generator = SeededGenerator(seed: seed)
    var parts: [[AnswerSheet.Row]] = Array(repeating: [], count: 4)
    for row in whole.rows { parts[Int.random(in: 0..<4, using: &generator)].append(row) }
    let tallies = parts.map { AnswerSheet(definition: whole.definition, rows: $0).tally }.shuffled(using: &generator)
    let merged = tallies.dropFirst().reduce(tallies[0]) { $0.merged(with: $1, of: whole.definition) }
    var survey = survey(whole)
    survey.waves[0].tally = merged
    #expect(measure([survey], configuration: Configuration()).measurements == measured(whole))
  }

  @Test("The order of surveys and waves changes no bit") func surveys() throws {
    let parts = try (1...3).map { try sheet(seed: $0, count: 60) }
    var surveys = zip(["b", "a", "ä"], parts).map { survey($1, id: $0, wave: "2026-Q2") }
    for index in surveys.indices {
      var earlier = surveys[index].waves[0]
      earlier.wave = Wave(label: "2026-Q1")
      surveys[index].waves.append(earlier)
    }
    let audit = measure(surveys, configuration: Configuration())
    let reversed = measure(surveys.reversed(), configuration: Configuration())
    #expect(audit.measurements == reversed.measurements)
    #expect(audit.surveys.map(\.id) == ["a", "b", "ä"])
    #expect(audit.surveys[0].waves.map(\.wave.label) == ["2026-Q1", "2026-Q2"])
  }

  @Test(
    "No figure is not-a-number or infinite; every one has a value or a reason", arguments: [0, 1, 2, 3, 4, 7, 12, 30])
  func finite(count: Int) throws {
    for measurement in measured(try sheet(seed: UInt64(count), count: count)) {
      #expect(measurement.n != nil)
      for (statistic, figure) in measurement.figures {
        #expect(figure.value?.isFinite ?? true, "\(statistic.rawValue)")
        #expect((figure.value == nil) != (figure.reason == nil), "\(statistic.rawValue)")
        #expect(figure.n != nil)
      }
    }
  }

  @Test("A worse answer never lowers shortfall, severity or burden", arguments: 1...20) func monotone(seed: UInt64)
    throws
  {
    var generator = SeededGenerator(seed: seed)
    var sheet = try sheet(seed: seed, count: 40)
    let before = measured(sheet)
    let (row, item) = (Int.random(in: 0..<40, using: &generator), Int.random(in: 0..<5, using: &generator))
    guard let answer = sheet.rows[row].answers[item], answer.perception > 1 else { return }
    sheet.rows[row].answers[item]?.perception -= 1
    for (old, new) in zip(before, measured(sheet)) {
      for statistic in [Statistic.f0, .f1, .f2, .failedShare, .severity, .burden] {
        guard let before = old[statistic], let after = new[statistic] else { continue }
        #expect(after >= before, "\(old.key) \(statistic.rawValue)")
      }
      guard let before = old[.gapMean], let after = new[.gapMean] else { continue }
      #expect(after <= before)
    }
  }

  @Test("The segments' shares of the harm add up to everyone's") func additive() throws {
    let audit = measure([survey(try sheet(seed: 9, count: 300))], configuration: Configuration())
    let slices = audit.surveys[0].waves[0].slices
    let all = try #require(slices[0].measurement(.cell, "branch/empathy"))
    let parts = slices.dropFirst().compactMap { $0.measurement(.cell, "branch/empathy") }
    let sum = parts.reduce(0) { $0 + ($1[.f1] ?? 0) * Double($1.n ?? 0) }
    #expect(parts.count == 3)
    #expect(abs(sum - (all[.f1] ?? 0) * Double(all.n ?? 0)) < 1e-9)
  }

  @Test("Moving the whole scale moves means and nothing else") func shift() throws {
    let item = try pairedItem("P1")
    var moved = item
    moved.scale = try scale(11, 17)
    let answers = exampleX1.map { row in
      AnswerSheet.Row(
        answers: row.answers.map { answer in
          answer.map { AnswerSheet.Answer(expectation: ($0.expectation ?? 0) + 10, perception: $0.perception + 10) }
        })
    }
    moved.satisfiedFrom = moved.scale.satisfiedFrom
    let (before, after) = (try figures(item, exampleX1), try figures(moved, answers))
    let movable: Set<Statistic> = [.expectationMean, .perceptionMean, .perceptionLow, .perceptionHigh]
    for (statistic, figure) in before.figures where !movable.contains(statistic) {
      #expect(after.figure(statistic) == figure, "\(statistic.rawValue)")
    }
    #expect(after[.perceptionMean] == 15.3)
  }

  @Test("A column's figures rest on the rows, and are everyone's alone") func columns() throws {
    let audit = measure([survey(try sheet(seed: 2, count: 50))], configuration: Configuration())
    let slices = audit.surveys[0].waves[0].slices
    #expect(slices[0].measurements(of: .column).count == 5)
    #expect(slices.dropFirst().allSatisfy { $0.measurements(of: .column).isEmpty })
    let column = try #require(slices[0].measurement(.column, "P0"))
    #expect(column.figure(.rows) == Figure(50, n: 50))
    #expect((column[.valid] ?? 0) + (column[.missing] ?? 0) == 50)
    #expect(column.figure(.invalid) == Figure(0, n: 50))
  }
}
