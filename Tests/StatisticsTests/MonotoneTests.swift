import Statistics
import TestSupport
import Testing

/// Properties of shares, q values and severity over seeded random cases.
@Suite struct MonotoneTests {
  @Test func everyDeeperShortfallRaisesSeverity() throws {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<3000 {
      let denominator = Int.random(in: 1...12, using: &generator)
      var rows = generator.observations(in: 0...6 * denominator, atMost: 60)
      let before = Shortfall(Counts(observations: rows, denominator: denominator), range: 6)
      let place = Int.random(in: rows.indices, using: &generator)
      guard rows[place] < 6 * denominator else { continue }
      rows[place] += 1
      let after = Shortfall(Counts(observations: rows, denominator: denominator), range: 6)
      let (f1, deeper) = try (#require(before.f1.value), #require(after.f1.value))
      #expect(deeper > f1 && deeper <= 1)
      #expect(after.failed.successes >= before.failed.successes)
      #expect(try #require(after.f0.value) >= #require(before.f0.value))
      #expect(try #require(after.f2.value) > #require(before.f2.value))
      let importance = Double.random(in: 0...3, using: &generator)
      #expect(severity(f1: deeper, importance: importance) >= severity(f1: f1, importance: importance))
      #expect(severity(f1: f1, importance: importance + 0.5) >= severity(f1: f1, importance: importance))
    }
  }

  @Test func harmIsSharedOutOverSegments() throws {
    var generator = SeededGenerator(seed: 12)
    for _ in 0..<1000 {
      let parts = (0..<3).map { _ in Counts(observations: generator.observations(in: 0...6, atMost: 40)) }
      let whole = try #require(Shortfall(parts[0] + parts[1] + parts[2], range: 6).f1.value)
      let rows = Double(parts.reduce(0) { $0 + $1.n })
      let shared = try parts.reduce(0.0) {
        try $0 + Double($1.n) / rows * #require(Shortfall($1, range: 6).f1.value)
      }
      #expect(abs(shared - whole) < 1e-15)
    }
  }

  @Test func severityDoesNotDependOnTheNumberOfAnswers() {
    let shares = [48, 30, 24, 12, 6]
    let small = Shortfall(Counts(dense: shares, minimum: 0), range: 6)
    let large = Shortfall(Counts(dense: shares.map { $0 * 1_000_000 }, minimum: 0), range: 6)
    #expect(small.f1 == large.f1 && small.f0 == large.f0 && small.failed.share == large.failed.share)
  }

  @Test func wilsonIntervalsLieInsideAndAreSymmetric() throws {
    var generator = SeededGenerator(seed: 13)
    for _ in 0..<5000 {
      let n = Int.random(in: 2...(Bool.random(using: &generator) ? 30 : 2_000_000), using: &generator)
      let successes = Int.random(in: 0...n, using: &generator)
      let confidence = Double.random(in: 0.5...0.999, using: &generator)
      let proportion = Proportion(successes: successes, n: n, confidence: confidence)
      let mirrored = Proportion(successes: n - successes, n: n, confidence: confidence)
      let (low, share, high) = try (
        #require(proportion.low.value), #require(proportion.share.value), #require(proportion.high.value)
      )
      #expect(0 <= low && low <= share && share <= high && high <= 1)
      #expect(low < high)
      #expect(try abs(#require(mirrored.low.value) - (1 - high)) < 1e-15)
    }
  }

  @Test func qValuesKeepTheOrderAndNeverGoBelowP() throws {
    var generator = SeededGenerator(seed: 14)
    for _ in 0..<2000 {
      let p = (0..<Int.random(in: 1...40, using: &generator)).map { _ -> Double? in
        Int.random(in: 0..<5, using: &generator) == 0 ? nil : Double(Int.random(in: 0...50, using: &generator)) / 50
      }
      let q = benjaminiHochberg(p)
      #expect(q.map { $0 == nil } == p.map { $0 == nil })
      let tests = try zip(p, q).compactMap { pair in try pair.0.map { try (p: $0, q: #require(pair.1)) } }
      #expect(tests.allSatisfy { $0.q >= $0.p && $0.q <= 1 })
      let sorted = tests.sorted { $0.p < $1.p }
      #expect(zip(sorted, sorted.dropFirst()).allSatisfy { $0.p < $1.p ? $0.q <= $1.q : $0.q == $1.q })
      #expect(benjaminiHochberg(p.reversed()) == q.reversed())
    }
  }

  @Test func netPromoterIntervalHoldsItsCentreInsideTheRange() throws {
    var generator = SeededGenerator(seed: 15)
    for _ in 0..<2000 {
      let counts = Counts(observations: generator.observations(in: 0...10, atMost: 60) + [5])
      let score = NetPromoter(counts)
      #expect(score.promoters + score.passives + score.detractors == counts.n)
      let (low, high) = try (#require(score.low.value), #require(score.high.value))
      #expect(-100 <= low && low < high && high <= 100)
      let same = NetPromoterDifference(earlier: score, later: score)
      #expect(same.difference == .value(0))
      #expect(same.p.value == 1 || same.p == .unavailable(.zeroVariance))
    }
  }
}
