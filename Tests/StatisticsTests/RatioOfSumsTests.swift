import Statistics
import TestSupport
import Testing

struct RatioOfSumsTests {
  private static func cases(_ pairs: [(Int, Int)]) -> [RatioOfSums.Case] {
    pairs.map { RatioOfSums.Case(part: $0.0, whole: $0.1) }
  }

  @Test("share, standard error and t interval of a worked example")
  func worked() throws {
    let ratio = RatioOfSums(Self.cases([(9, 12), (8, 10), (7, 12), (10, 10), (6, 11), (9, 12)]))
    // 49 of 67, computed apart with Python: √(n/(n−1)·Σ(p − R·w)²)/Σw and scipy's t quantile at 5 degrees of freedom.
    #expect(abs(try #require(ratio.share.value) - 0.731343283582) < 1e-12)
    #expect(abs(try #require(ratio.se.value) - 0.063586235211) < 1e-12)
    #expect(abs(try #require(ratio.low.value) - 0.567889662352) < 1e-9)
    #expect(abs(try #require(ratio.high.value) - 0.894796904812) < 1e-9)
  }

  @Test("edges: no case, one case, no spread, and cases in which nothing could be reached")
  func edges() {
    #expect(RatioOfSums([]).share == .unavailable(.noData))
    #expect(RatioOfSums(Self.cases([(0, 0)])).share == .unavailable(.noData))
    let one = RatioOfSums(Self.cases([(3, 4), (0, 0)]))
    #expect(one.n == 1 && one.share == .value(0.75) && one.low == .unavailable(.nLt2))
    let even = RatioOfSums(Self.cases([(3, 4), (6, 8)]))
    #expect(even.share == .value(0.75) && even.low == .unavailable(.zeroVariance))
    let huge = RatioOfSums(Self.cases([(.max / 4, .max / 2), (0, .max / 2)]))
    #expect(huge.share == .value(0.25) && huge.se == .unavailable(.overflow))
  }

  @Test("neither order nor a common factor changes anything, and bounds stay between 0 and 1")
  func properties() throws {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<300 {
      let pairs = (0..<Int.random(in: 2...12, using: &generator)).map { _ in
        let whole = Int.random(in: 1...20, using: &generator)
        return (Int.random(in: 0...whole, using: &generator), whole)
      }
      let ratio = RatioOfSums(Self.cases(pairs))
      #expect(RatioOfSums(Self.cases(pairs.reversed())) == ratio)
      let doubled = RatioOfSums(Self.cases(pairs.map { ($0.0 * 2, $0.1 * 2) }))
      if let se = ratio.se.value, let other = doubled.se.value { #expect(abs(se - other) < 1e-14) }
      if let low = ratio.low.value, let high = ratio.high.value, let share = ratio.share.value {
        #expect(low >= 0 && low <= share && share <= high && high <= 1)
      }
    }
  }
}
