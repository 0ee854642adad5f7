import Audit
import TestSupport
import Testing

@testable import Measure

/// No withheld count can be computed from those that are shown.
@Suite struct SubtractionTests {
  private static func published(_ wave: MeasuredWave, minimum: Int = 5) -> MeasuredWave {
    SuppressionMask(wave, minimum: minimum).applied(to: wave)
  }

  private static let shapes: [(shape: PublishedTable.Shape, seeds: Int)] = [
    (.init(segments: 1), 100), (.init(segments: 2), 60), (.init(segments: 3), 25),
    (.init(segments: 0, touchpoints: 4), 100), (.init(segments: 1, touchpoints: 3), 60),
    (.init(segments: 2, touchpoints: 2), 25), (.init(segments: 1, hasUnits: true), 60),
    (.init(segments: 2, hasUnits: true, sharesUnits: true), 40),
    (.init(segments: 1, touchpoints: 2, hasUnits: true, sharesUnits: true), 40),
    (.init(segments: 1, isComplete: true), 100), (.init(segments: 2, isComplete: true), 50),
    (.init(segments: 3, isComplete: true), 15), (.init(segments: 1, touchpoints: 3, isComplete: true), 40),
    (.init(segments: 2, touchpoints: 2, isComplete: true), 20),
    (.init(segments: 2, hasUnits: true, sharesUnits: true, isComplete: true), 40),
  ]

  @Test("Whoever subtracts finds nothing", arguments: shapes)
  func attack(_ test: (shape: PublishedTable.Shape, seeds: Int)) throws {
    var (withheld, complementary, all) = (0, 0, 0)
    for seed in 0..<test.seeds {
      let table = try PublishedTable(seed: UInt64(seed), size: 10 + seed * 7 % 90, test.shape)
      let knowledge = Knowledge(table, shown: Self.published(table.wave))
      for (name, n) in knowledge.attacker.found.sorted(by: { $0.key < $1.key }) where knowledge.isPublished(name) {
        Issue.record("seed \(seed): \(name) is \(n), really \(knowledge.actual[name] ?? -1)")
      }
      for (name, n) in knowledge.actual where knowledge.isPublished(name) {
        let isFew = (1..<5).contains(n)
        let isHidden = knowledge.attacker.shown[name] == nil
        #expect(!isFew || isHidden, "seed \(seed): \(name)")
        all += 1
        withheld += isHidden ? 1 : 0
        complementary += isHidden && !isFew ? 1 : 0
      }
    }
    #expect(complementary > test.seeds / 10 && withheld > complementary && withheld < all)
  }

  @Test("The attacker finds what is withheld alone") func attackerWorks() throws {
    var attacker = Attacker(shown: ["all": 20, "b": 7, "c": 10], sums: [("all", ["a", "b", "c"])])
    #expect(attacker.found == ["a": 3])
    attacker.shown["b"] = nil
    #expect(attacker.found.isEmpty)
    attacker.sums.append(("b", ["a"]))
    #expect(attacker.found == ["a": 5, "b": 5])
  }

  @Test("Nothing is withheld where nothing is few") func enough() throws {
    var tables = 0
    for seed in 0..<200 {
      let table = try PublishedTable(seed: UInt64(seed), size: 150 + seed, .init(segments: 1 + seed % 2))
      let counts = table.wave.slices.flatMap { slice in [slice.rows] + slice.measurements.map(\.n) }
      guard !counts.contains(where: { (1..<5).contains($0 ?? 0) }) else { continue }
      tables += 1
      let shown = Self.published(table.wave)
      #expect(shown.slices.flatMap { slice in [slice.rows] + slice.measurements.map(\.n) } == counts)
    }
    #expect(tables > 20)
  }

  @Test("Withholding twice is withholding once, and the order of slices does not matter", arguments: 0..<80)
  func stable(_ seed: Int) throws {
    let table = try PublishedTable(
      seed: UInt64(seed), size: 20 + seed, .init(segments: 1 + seed % 2, touchpoints: seed % 3, hasUnits: seed % 5 == 0)
    )
    let once = Self.published(table.wave)
    let twice = Self.published(once)
    #expect(twice.slices.map(\.measurements) == once.slices.map(\.measurements))
    #expect(twice.slices.map(\.rows) == once.slices.map(\.rows))

    var generator = SeededGenerator(seed: UInt64(seed))
    var shuffled = table.wave
    shuffled.slices = [table.wave.slices[0]] + table.wave.slices.dropFirst().shuffled(using: &generator)
    let other = Self.published(shuffled)
    for slice in once.slices {
      let same = try #require(other.slices.first { $0.slice == slice.slice })
      #expect(same.rows == slice.rows)
      #expect(same.measurements == slice.measurements)
    }
  }
}
