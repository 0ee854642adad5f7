import Audit
import TestSupport
import Testing

@testable import Ingest

@Suite("All tallies of random surveys")
struct WholeTallyTests {
  /// Scans a survey in up to `jobs` stretches of at least `smallest` bytes.
  private func scan(_ survey: RandomSurvey, jobs: Int, smallest: Int = 64) async throws -> ScanResult {
    let folder = try TemporaryFolder()
    try folder.write(survey.text, to: "a.csv")
    let file = SurveyFile(path: folder.path("a.csv"), name: "a.csv", codebook: "a.yml")
    let header = try SurveyHeader.read(file).get()
    let scan = SurveyScan(file: file, header: header, plan: survey.plan, jobs: jobs, smallestStretch: smallest)
    return try #require(await scan.run().result)
  }

  /// What the scan should give, from what the cells mean.
  private func expected(_ survey: RandomSurvey, momentsLike result: ScanResult) -> ScanResult {
    let plan = survey.plan
    var definition = plan.definition
    for (index, position) in plan.segments.enumerated() {
      if case .bands = plan.columns[position].decoding { definition.segments[index].order = ["<18", "18-29", "30+"] }
    }
    let touchpoints = Set(
      survey.rows.filter { isCounted($0, plan) }.compactMap { NaiveTally.group($0, plan.rows.touchpoint) })
    definition.rowTouchpoints = plan.definition.rowTouchpoints.filter(touchpoints.contains)
    var labels = [""]
    if let wave = plan.rows.wave { labels = Set(survey.rows.compactMap { NaiveTally.group($0, wave) }).sorted() }
    let waves = labels.map { label in
      let rows = survey.rows.filter { plan.rows.wave == nil || NaiveTally.group($0, plan.rows.wave) == label }
      return ScanResult.LabelledTally(label: label, tally: tally(rows, plan, definition, result))
    }
    var expected = ScanResult(definition: definition, waves: waves)
    let without = survey.rows.indices.filter {
      plan.rows.wave != nil && NaiveTally.group(survey.rows[$0], plan.rows.wave) == nil
    }
    if let first = without.first {
      expected.withoutWave = [UnusableRows(reason: .noWave, count: without.count, firstLine: first + 2)]
    }
    if let line = firstUnfinished(survey) {
      for index in waves.indices where expected.waves[index].tally.quality.unfinished > 0 {
        let count = expected.waves[index].tally.quality.unfinished
        expected.waves[index].tally.unusable = [UnusableRows(reason: .unfinished, count: count, firstLine: line)]
      }
    }
    return expected
  }

  private func isCounted(_ row: [RandomSurvey.Meaning], _ plan: SurveyPlan) -> Bool {
    (plan.rows.wave == nil || NaiveTally.group(row, plan.rows.wave) != nil)
      && (!plan.rows.excludesUnfinished || NaiveTally.group(row, plan.rows.finished) == "finished")
  }

  private func firstUnfinished(_ survey: RandomSurvey) -> Int? {
    let plan = survey.plan
    guard plan.rows.excludesUnfinished else { return nil }
    return survey.rows.firstIndex { row in
      (plan.rows.wave == nil || NaiveTally.group(row, plan.rows.wave) != nil) && !isCounted(row, plan)
    }.map { $0 + 2 }
  }

  private func tally(
    _ rows: [[RandomSurvey.Meaning]], _ plan: SurveyPlan, _ definition: SurveyDefinition, _ result: ScanResult
  ) -> WaveTally {
    let naive = NaiveTally(plan: plan, definition: definition, rows: rows.filter { isCounted($0, plan) })
    var quality = naive.quality
    if let finished = plan.rows.finished {
      quality.finished = rows.count { NaiveTally.group($0, finished) == "finished" }
      quality.unfinished = rows.count - quality.finished
    }
    let units = naive.units
    let asked = result.waves.first?.tally.moments.map(\.columns) ?? []
    return WaveTally(
      rows: rows.count, unusable: [], columns: naive.columns, units: units.map(\.unit), slices: naive.slices,
      unitTallies: units, moments: asked.map { naive.moments($0) }, weights: naive.weights,
      rakedSlices: naive.rakedSlices, groups: naive.groups, unitGroups: naive.unitGroups, linked: naive.linked,
      quality: quality)
  }

  @Test("are those counted row by row", arguments: 1...24)
  func naive(_ seed: UInt64) async throws {
    let survey = RandomSurvey(seed: seed, rows: 400)
    let result = try await scan(survey, jobs: 1)
    let wanted = expected(survey, momentsLike: result)
    #expect(result.definition == wanted.definition)
    #expect(result.withoutWave == wanted.withoutWave)
    #expect(result.waves.map(\.label) == wanted.waves.map(\.label))
    for (wave, other) in zip(result.waves, wanted.waves) { expectEqual(wave.tally, other.tally) }
  }

  private func expectEqual(_ tally: WaveTally, _ wanted: WaveTally) {
    #expect(tally.rows == wanted.rows)
    #expect(tally.unusable == wanted.unusable)
    #expect(tally.columns == wanted.columns)
    #expect(tally.slices.map(\.slice) == wanted.slices.map(\.slice))
    for (slice, other) in zip(tally.slices, wanted.slices) {
      #expect(slice.rows == other.rows)
      #expect(slice.items == other.items)
      #expect(slice.outcomes == other.outcomes)
      #expect(slice.points == other.points)
      #expect(slice.itemImportance == other.itemImportance)
      for (set, wanted) in zip(slice.sets, other.sets) { #expect(set == wanted) }
    }
    #expect(tally.moments == wanted.moments)
    #expect(tally.weights == wanted.weights)
    #expect(tally.rakedSlices == wanted.rakedSlices)
    #expect(tally.quality == wanted.quality)
    #expect(tally == wanted)
  }

  @Test("are the same from any number of stretches, and in any order of rows", arguments: 41...50)
  func stretches(_ seed: UInt64) async throws {
    var survey = RandomSurvey(seed: seed, rows: 400)
    let whole = try await scan(survey, jobs: 1)
    for (jobs, smallest) in [(2, 64), (5, 64), (200, 16)] {
      #expect(try await scan(survey, jobs: jobs, smallest: smallest) == whole)
    }
    survey.shuffle()
    var shuffled = try await scan(survey, jobs: 3)
    // Where the first row left out stands is not the same.
    shuffled.withoutWave = shuffled.withoutWave.map { .init(reason: $0.reason, count: $0.count, firstLine: 0) }
    var expected = whole
    expected.withoutWave = whole.withoutWave.map { .init(reason: $0.reason, count: $0.count, firstLine: 0) }
    for index in shuffled.waves.indices {
      for place in shuffled.waves[index].tally.unusable.indices {
        shuffled.waves[index].tally.unusable[place].firstLine = 0
        expected.waves[index].tally.unusable[place].firstLine = 0
      }
    }
    #expect(shuffled == expected)
  }

  @Test("of parts add up to those of the whole, whatever slices, units and touchpoints each met", arguments: 61...68)
  func parts(_ seed: UInt64) async throws {
    let survey = RandomSurvey(seed: seed, rows: 300)
    let whole = try await scan(survey, jobs: 1)
    var merged: [String: WaveTally] = [:]
    for (first, last) in [(0, 7), (7, 100), (100, 300)] {
      let part = try await scan(survey.part(first..<last), jobs: 1)
      for wave in part.waves where wave.tally.rows > 0 || part.waves.count > 1 {
        let aligned = wave.tally.aligned(from: part.definition, to: whole.definition)
        merged[wave.label] = merged[wave.label].map { aligned.merged(with: $0, of: whole.definition) } ?? aligned
      }
    }
    for wave in whole.waves {
      var (tally, wanted) = (try #require(merged[wave.label]), wave.tally)
      tally.unusable = tally.unusable.map { .init(reason: $0.reason, count: $0.count, firstLine: 0) }
      wanted.unusable = wanted.unusable.map { .init(reason: $0.reason, count: $0.count, firstLine: 0) }
      // Whether a respondent of one part is one of another is not known.
      tally.quality.respondents = wanted.quality.respondents
      tally.quality.repeatedRows = wanted.quality.repeatedRows
      #expect(tally == wanted)
    }
  }

  @Test("are the same when there are too many slots for one partition")
  func divided() async throws {
    guard let scale = Scale(minimum: 1, maximum: 5) else { return }
    let segments = (0..<4).map { "s\($0)" }
    let definition = SurveyDefinition(
      items: (0..<10).map { Item(id: "i\($0)", dimension: "d", scale: scale, comparison: .none) }, outcomes: [],
      segments: segments.map { Segment(id: $0) }, crosses: [[0, 2]])
    var plan = SurveyPlan(
      definition: definition, columns: [], fieldCount: 14, items: (0..<10).map { .init(perception: 4 + $0) },
      outcomes: [], segments: [0, 1, 2, 3], points: [])
    for (index, id) in (segments + (0..<10).map { "i\($0)" }).enumerated() {
      plan.columns.append(
        ColumnPlan(
          index: index, header: id, subject: id,
          decoding: index < 4 ? .category(CategoryDecoding()) : .rating(RatingDecoding(scale: scale))))
    }
    var random = SeededGenerator(seed: 9)
    var rows: [[Int]] = []
    for _ in 0..<6000 {
      rows.append((0..<14).map { Int.random(in: $0 < 4 ? 1...11 : 1...5, using: &random) })
    }
    let lines =
      [plan.columns.map(\.header).joined(separator: ",")] + rows.map { $0.map(String.init).joined(separator: ",") }
    let folder = try TemporaryFolder()
    try folder.write(lines.joined(separator: "\n"), to: "a.csv")
    let file = SurveyFile(path: folder.path("a.csv"), name: "a.csv", codebook: "a.yml")
    let header = try SurveyHeader.read(file).get()
    for jobs in [1, 3] {
      let scan = SurveyScan(file: file, header: header, plan: plan, jobs: jobs, smallestStretch: 64)
      let tally = try #require(await scan.run().result?.waves.first?.tally)
      #expect(tally.slices.count == 1 + 4 * 11 + 121)
      for slice in tally.slices {
        let wanted = slice.slice.parts.map { part in
          (column: segments.firstIndex(of: part.segment) ?? 0, value: Int(part.value) ?? 0)
        }
        let members = rows.filter { (row: [Int]) -> Bool in wanted.allSatisfy { row[$0.column] == $0.value } }
        #expect(slice.rows == members.count)
        for item in 0..<10 {
          #expect(slice.items[item].perception == (1...5).map { level in members.count { $0[4 + item] == level } })
        }
        let sums = Dictionary(grouping: members) { $0[4...].reduce(0, +) }.mapValues(\.count)
        let found = slice.sets[0].perception.entries.map { ($0.sum, $0.count) }
        #expect(Dictionary(uniqueKeysWithValues: found) == sums)
      }
    }
  }
}
