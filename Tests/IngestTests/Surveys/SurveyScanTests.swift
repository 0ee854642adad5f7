import Audit
import TestSupport
import Testing

@testable import Ingest

@Suite("Scanning a survey into counts")
struct SurveyScanTests {
  @Test("counts are those of the rows, slice by slice")
  func counts() async throws {
    let fixture = ScanFixture(rows: 500, seed: 11)
    let (tally, diagnostics) = try await fixture.scan(jobs: 1)
    let result = try #require(tally)
    #expect(diagnostics.isEmpty)
    #expect(result.rows == 500)
    #expect(result.slices.map(\.slice.key) == ["all", "tier=plus", "tier=basic", "tier=premier"])
    for slice in result.slices {
      let tier = slice.slice.parts.first?.value
      let rows = fixture.rows.filter { tier == nil || $0.tier == tier }
      #expect(slice.rows == rows.count)
      expectItems(slice, rows)
      expectSets(slice, rows)
      #expect(slice.outcomes == [(0...10).map { level in rows.count { $0.recommend == level } }])
      expectPoints(slice, rows)
    }
  }

  private func expectItems(_ slice: SliceTally, _ rows: [ScanFixture.Row]) {
    for item in 0..<4 {
      let pairs = rows.compactMap { row in
        row.pairs[item].e.flatMap { e in row.pairs[item].p.map { (e: e, p: $0) } }
      }
      #expect(slice.items[item].expectation == (1...5).map { level in pairs.count { $0.e == level } })
      #expect(slice.items[item].perception == (1...5).map { level in pairs.count { $0.p == level } })
      #expect(slice.items[item].difference == (-4...4).map { d in pairs.count { $0.p - $0.e == d } })
    }
    #expect(slice.items[4].perception == (1...5).map { level in rows.count { $0.ease == level } })
    #expect(slice.items[4].difference.isEmpty)
  }

  /// Set `t/d2` is items 3, 4 and ease; ease has no gap.
  private func expectSets(_ slice: SliceTally, _ rows: [ScanFixture.Row]) {
    var gaps: [[Int]: Int] = [:]
    var shortfalls: [[Int]: Int] = [:]
    var serious = (short: 0, surplus: 0)
    for row in rows {
      let pairs = (2..<4).compactMap { i in row.pairs[i].e.flatMap { e in row.pairs[i].p.map { (e: e, p: $0) } } }
      if !pairs.isEmpty { gaps[[pairs.count, pairs.reduce(0) { $0 + $1.p - $1.e }], default: 0] += 1 }
      let targets = pairs + (row.ease.map { [(e: 4, p: $0)] } ?? [])
      guard targets.count >= 2 else { continue }
      let short = targets.reduce(0) { $0 + max(0, $1.e - $1.p) }
      let surplus = targets.reduce(0) { $0 + max(0, $1.p - $1.e) }
      shortfalls[[targets.count, short], default: 0] += 1
      let isShort = Double(short) / Double(targets.count) > 1
      let isOver = Double(surplus) / Double(targets.count) > 1
      if isShort && !isOver { serious.short += 1 }
      if isOver && !isShort { serious.surplus += 1 }
    }
    let set = slice.sets[1]
    #expect(Dictionary(uniqueKeysWithValues: set.gap.entries.map { ([$0.answered, $0.sum], $0.count) }) == gaps)
    #expect(
      Dictionary(uniqueKeysWithValues: set.shortfall.entries.map { ([$0.answered, $0.sum], $0.count) }) == shortfalls)
    #expect(set.seriousShortfalls == serious.short)
    #expect(set.seriousSurpluses == serious.surplus)
    #expect(set.perception.n == set.shortfall.n)
    #expect(set.expectation.n == set.gap.n)
  }

  private func expectPoints(_ slice: SliceTally, _ rows: [ScanFixture.Row]) {
    let used = rows.filter { (95...105).contains($0.points[0] + $0.points[1]) }
    #expect(slice.points.entries.reduce(0) { $0 + $1.rows } == used.count)
    #expect(slice.points.entries.reduce(0) { $0 + $1.sums[0] } == used.reduce(0) { $0 + $1.points[0] })
    #expect(slice.points.excluded == rows.count - used.count)
  }

  @Test("any number of stretches gives the same counts", arguments: [2, 3, 4, 7, 16])
  func stretches(_ jobs: Int) async throws {
    let fixture = ScanFixture(rows: 700, seed: 5)
    let whole = try await fixture.scan(jobs: 1)
    let cut = try await fixture.scan(jobs: jobs)
    #expect(whole.0 == cut.0)
    #expect(whole.1 == cut.1)
  }

  @Test("the order of the rows changes nothing")
  func order() async throws {
    var fixture = ScanFixture(rows: 300, seed: 3)
    let before = try await fixture.scan(jobs: 1).0
    var random = SeededGenerator(seed: 1)
    fixture.rows.shuffle(using: &random)
    #expect(try await fixture.scan(jobs: 3).0 == before)
  }

  @Test("text in quotes that looks like records does not mislead stretches", arguments: [2, 3, 9])
  func misleading(_ jobs: Int) async throws {
    let records = String(repeating: "a,1\nb,2\n", count: 40)
    let text = "unit,P\nc,5\n\"" + records + "\",3\n" + records + "x,7\n"
    let (whole, problems) = try await scan(text, jobs: 1)
    let (cut, sameProblems) = try await scan(text, jobs: jobs)
    #expect(whole?.rows == 83)
    #expect(problems.map(\.location?.line) == [164])
    #expect(cut == whole)
    #expect(sameProblems == problems)
  }

  @Test("a unit counts where a usable record names it", arguments: [1, 2])
  func units(_ jobs: Int) async throws {
    let text = "unit,P\nb,1\na,2,9\nc,x\nb,3\n"
    let tally = try await scan(text, jobs: jobs).0
    #expect(tally?.units == ["b", "c"])
  }

  @Test("more units than can be told apart are an error, not left out in silence", arguments: [1, 2, 5])
  func tooManyUnits(_ jobs: Int) async throws {
    let text = "unit,P\n" + (0...32_000).map { "u\($0),1\n" }.joined()
    let diagnostics = try await scan(text, jobs: jobs).1
    #expect(diagnostics.map(\.id) == ["survey/too-many-values"])
    #expect(diagnostics.allSatisfy { $0.severity == .error })
  }

  @Test("more waves than can be told apart are an error, too", arguments: [1, 2, 5])
  func tooManyWaves(_ jobs: Int) async throws {
    let text = "wave,P\n" + (0...400).map { "w\($0),1\n" }.joined()
    let diagnostics = try await scan(text, jobs: jobs, unitIsWave: true).1
    #expect(diagnostics.map(\.id) == ["survey/too-many-values"])
    #expect(diagnostics.first?.summary == "wave has more than 400 values in column 'wave'")
  }

  @Test("a problem far along a long line is shown with its cell")
  func longLine() async throws {
    let text = "c,unit,P\n" + String(repeating: "x", count: 9000) + ",a,9\n"
    let (_, diagnostics) = try await scan(text, jobs: 1, columnsBefore: 1)
    let excerpt = try #require(diagnostics.first?.excerpt)
    let span = excerpt.text.unicodeScalars.dropFirst(excerpt.offset).prefix(excerpt.length)
    #expect(String(String.UnicodeScalarView(span)) == "9")
  }

  /// A unit, or a wave, and a perception on 1…5, behind columns that are not read.
  private func scan(
    _ text: String, jobs: Int, columnsBefore: Int = 0, unitIsWave: Bool = false
  ) async throws -> (WaveTally?, [Diagnostic]) {
    let scale = try #require(Scale(minimum: 1, maximum: 5))
    let subject = unitIsWave ? "wave" : "unit"
    var plan = SurveyPlan(
      definition: SurveyDefinition(
        items: [Item(id: "P", dimension: "d", scale: scale, comparison: .none)], outcomes: [], segments: [],
        unitColumn: unitIsWave ? nil : "unit"),
      columns: [
        ColumnPlan(index: columnsBefore, header: subject, subject: subject, decoding: .category(CategoryDecoding())),
        ColumnPlan(
          index: columnsBefore + 1, header: "P", subject: "item 'P'",
          decoding: .rating(RatingDecoding(scale: scale))),
      ],
      fieldCount: columnsBefore + 2, items: [.init(perception: 1)], outcomes: [], segments: [], points: [],
      unit: unitIsWave ? nil : 0)
    if unitIsWave { plan.rows.wave = 0 }
    let folder = try TemporaryFolder()
    try folder.write(text, to: "a.csv")
    return try await ScanFixture.scan(
      path: folder.path("a.csv"), plan: plan, jobs: jobs, smallestStretch: 8)
  }
}
