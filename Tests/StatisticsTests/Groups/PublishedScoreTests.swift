import Statistics
import Testing

/// A recommendation score against a published one: example X5 of the methodology, with one wave as the published score.
@Suite struct PublishedScoreTests {
  private let own = NetPromoter(OutcomeTests.second)
  private let published = NetPromoter(OutcomeTests.first)

  @Test func withItsDeviationItIsTheDifferenceOfTwoWaves() throws {
    let (score, error) = (try #require(published.nps.value), try #require(published.se.value))
    let test = PublishedScoreDifference(
      own, published: score, n: published.n, sd: error * Double(published.n).squareRoot())
    #expect(printed(test.difference, as: 22.5))
    #expect(printed(test.p, as: 0.023103))
    #expect(printed(test.low, as: 3.087839))
    #expect(printed(test.high, as: 41.912161))
  }

  @Test func withoutItsDeviationItTakesTheLargestThereCanBe() throws {
    let score = try #require(published.nps.value)
    let test = PublishedScoreDifference(own, published: score, n: published.n, sd: nil)
    let known = PublishedScoreDifference(
      own, published: score, n: published.n, sd: (10_000 - score * score).squareRoot())
    #expect(test == known)
    let (low, own) = (try #require(test.low.value), try #require(own.se.value))
    let error = (own * own + (10_000 - score * score) / 120).squareRoot()
    #expect(agree(22.5 - low, Normal.quantile(0.975) * error, within: 1e-9))
  }

  @Test func ofAScoreThatCannotVaryNothingIsTested() {
    let all = NetPromoter(Counts(values: [10], counts: [7]))
    let test = PublishedScoreDifference(all, published: 100, n: 50, sd: nil)
    #expect(test.difference.value == 0 && test.low.reason == .zeroVariance && test.p.reason == .zeroVariance)
  }
}
