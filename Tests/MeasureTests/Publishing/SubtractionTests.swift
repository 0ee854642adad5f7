import Audit
import TestSupport
import Testing

@testable import Measure

/// No withheld count can be computed from those that are shown.
@Suite struct SubtractionTests {
  /// Of everything that is counted: what is published, what it is, and which sums hold.
  private struct Published {
    var names: [String] = []
    var shown: [Int?] = []
    var actual: [Int] = []
    var sums: [(total: Int, parts: [Int], others: Int)] = []
  }

  private static func publishedWave(_ wave: MeasuredWave, minimum: Int = 5) -> MeasuredWave {
    SuppressionMask(wave, minimum: minimum).applied(to: wave)
  }

  private static func value(_ slice: MeasuredSlice, _ subject: String?) -> Int? {
    guard let subject else { return slice.rows }
    return slice.measurements.first { $0.key.kind.rawValue + $0.key.subject == subject }?.n
  }

  private static func published(_ full: MeasuredWave, _ shown: MeasuredWave) -> Published {
    var result = Published()
    let subjects = [nil] + (full.all?.measurements ?? []).map { $0.key.kind.rawValue + $0.key.subject }
    var place: [String: Int] = [:]
    for subject in subjects {
      for (one, other) in zip(full.slices, shown.slices) {
        place[(subject ?? "") + "|" + one.slice.key] = result.names.count
        result.names.append((subject ?? "rows") + " " + one.slice.key)
        result.actual.append(value(one, subject) ?? -1)
        result.shown.append(value(other, subject))
      }
    }
    func add(_ total: String, _ parts: [String]) {
      guard let total = place[total] else { return }
      let parts = parts.compactMap { place[$0] }
      guard !parts.isEmpty else { return }
      let others = result.actual[total] - parts.reduce(0) { $0 + result.actual[$1] }
      result.sums.append((total, parts, others))
    }
    for subject in subjects.map({ $0 ?? "" }) {
      for margin in full.slices.map(\.slice) {
        for group in Set(full.slices.map { $0.slice.parts.map(\.segment) }) where group.count > margin.parts.count {
          let parts = full.slices.map(\.slice).filter { slice in
            slice.parts.map(\.segment) == group && margin.parts.allSatisfy(slice.parts.contains)
          }
          add(subject + "|" + margin.key, parts.map { subject + "|" + $0.key })
        }
      }
    }
    for slice in full.slices {
      add(
        "overallall|" + slice.slice.key,
        full.definition.rowTouchpoints.map { "touchpoint\($0)|" + slice.slice.key })
    }
    return result
  }

  private static let shapes: [(segments: Int, touchpoints: Int, seeds: Int)] = [
    (1, 0, 1000)
  ]

  @Test("Whoever subtracts finds nothing, line by line or over all lines", arguments: shapes)
  func attack(_ shape: (segments: Int, touchpoints: Int, seeds: Int)) throws {
    var (withheld, complementary) = (0, 0)
    for seed in 0..<shape.seeds {
      let table = try PublishedTable(
        seed: UInt64(seed), size: 10 + seed % 90, segments: shape.segments, touchpoints: shape.touchpoints)
      let shown = Self.publishedWave(table.wave)
      let published = Self.published(table.wave, shown)
      let found = Attacker(counts: published.shown, sums: published.sums).found
      for (cell, n) in found.sorted(by: { $0.key < $1.key }) {
        Issue.record("seed \(seed): \(published.names[cell]) is \(n), really \(published.actual[cell])")
      }
      for (total, parts, _) in published.sums where published.shown[total] != nil {
        let hidden = parts.filter { published.shown[$0] == nil }
        let together = hidden.reduce(0) { $0 + published.actual[$1] }
        #expect(hidden.isEmpty || (hidden.count > 1 && together >= 5), "seed \(seed): \(published.names[total])")
      }
      for cell in published.shown.indices {
        let few = (1..<5).contains(published.actual[cell])
        #expect(!few || published.shown[cell] == nil)
        withheld += published.shown[cell] == nil ? 1 : 0
        complementary += published.shown[cell] == nil && !few ? 1 : 0
      }
    }
    #expect(complementary > shape.seeds / 10 && withheld > complementary)
  }

  @Test("The attacker finds what is withheld alone") func attackerWorks() throws {
    let attacker = Attacker(counts: [20, nil, 7, 10], sums: [(0, [1, 2, 3], 0)])
    #expect(attacker.found == [1: 3])
    // Two rows and two columns of which each has two hidden cells, and a bridge between two such blocks.
    #expect(Attacker(counts: [20, nil, nil, 10], sums: [(0, [1, 2, 3], 0)]).found.isEmpty)
  }

  @Test("Nothing is withheld where nothing is few") func enough() throws {
    var tables = 0
    for seed in 0..<600 {
      let table = try PublishedTable(seed: UInt64(seed), size: 150 + seed, segments: 1 + seed % 2)
      let counts = table.wave.slices.flatMap { slice in [slice.rows] + slice.measurements.map(\.n) }
      guard !counts.contains(where: { (1..<5).contains($0 ?? 0) }) else { continue }
      tables += 1
      let shown = Self.publishedWave(table.wave)
      #expect(shown.slices.flatMap { slice in [slice.rows] + slice.measurements.map(\.n) } == counts)
    }
    #expect(tables > 50)
  }

  @Test("Withholding twice is withholding once, and the order of slices does not matter", arguments: 0..<150)
  func stable(_ seed: Int) throws {
    let table = try PublishedTable(
      seed: UInt64(seed), size: 20 + seed, segments: 1 + seed % 2, touchpoints: seed % 3)
    let once = Self.publishedWave(table.wave)
    let twice = Self.publishedWave(once)
    #expect(twice.slices.map(\.measurements) == once.slices.map(\.measurements))
    #expect(twice.slices.map(\.rows) == once.slices.map(\.rows))

    var generator = SeededGenerator(seed: UInt64(seed))
    var shuffled = table.wave
    shuffled.slices = [table.wave.slices[0]] + table.wave.slices.dropFirst().shuffled(using: &generator)
    let other = Self.publishedWave(shuffled)
    for slice in once.slices {
      let same = try #require(other.slices.first { $0.slice == slice.slice })
      #expect(same.rows == slice.rows)
      #expect(same.measurements == slice.measurements)
    }
  }
}
