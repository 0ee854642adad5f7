import Statistics
import TestSupport
import Testing

@Suite struct CountsTests {
  @Test func valuesAreSortedMergedAndZerosDropped() {
    let counts = Counts(values: [7, 3, 7, 5, -1], counts: [2, 1, 3, 0, 4])
    #expect(counts.entries.map(\.value) == [-1, 3, 7])
    #expect(counts.entries.map(\.count) == [4, 1, 5])
    #expect(counts.n == 10)
    #expect(counts.sum == 34)
    #expect(counts == Counts(dense: [4, 0, 0, 0, 1, 0, 0, 0, 5], minimum: -1))
    #expect(counts == Counts(observations: [7, 7, -1, 7, 3, -1, 7, -1, 7, -1]))
    #expect(counts.count { $0 > 0 } == 6)
  }

  @Test func algebraKeepsTheRows() {
    let counts = Counts(values: [-2, 1, 2], counts: [1, 2, 3], denominator: 2)
    #expect(counts.negated == Counts(values: [2, -1, -2], counts: [1, 2, 3], denominator: 2))
    #expect(counts.shifted(by: 3) == Counts(values: [4, 7, 8], counts: [1, 2, 3], denominator: 2))
    #expect(counts.map { abs($0) } == Counts(values: [1, 2], counts: [2, 4], denominator: 2))
    #expect(counts.map(denominator: 1) { $0 * 10 } == Counts(values: [-20, 10, 20], counts: [1, 2, 3]))
  }

  @Test func fractionsAreAddedOverTheLeastCommonDenominator() {
    let sum =
      Counts(values: [1, 5], counts: [2, 1], denominator: 6) + Counts(values: [1], counts: [3], denominator: 4)
    #expect(sum == Counts(values: [2, 3, 10], counts: [2, 3, 1], denominator: 12))
    let empty = Counts(observations: [])
    #expect(empty + sum == sum)
    #expect(sum + empty == sum)
  }

  static let reductions: [(counts: Counts, reduced: Counts)] = [
    (
      Counts(values: [4, -8], counts: [1, 2], denominator: 12),
      Counts(values: [1, -2], counts: [1, 2], denominator: 3)
    ),
    (Counts(values: [0], counts: [5], denominator: 12), Counts(values: [0], counts: [5])),
    (Counts(values: [3], counts: [5], denominator: 2), Counts(values: [3], counts: [5], denominator: 2)),
  ]

  @Test(arguments: reductions)
  func reductionKeepsTheRealValues(counts: Counts, reduced: Counts) {
    #expect(counts.reduced == reduced)
  }

  @Test func worksBeyondThreeHundredMillionRows() {
    // Answers 0 and 10, half of each: n·Q − S² = (5n)², and n·Q is 8·10¹⁸ at these rows, 2·10¹⁹ at the next.
    for half in [200_000_000, 320_000_000, 50_000_000_000] {
      let counts = Counts(values: [0, 10], counts: [half, half])
      let root = UInt128(10 * half)
      #expect(counts.numeratorOfVariance == UInt256(product: root, root))
      #expect(Moments(counts).mean == .value(5))
      let n = Double(2 * half)
      #expect(agree(Moments(counts).variance, 25 * n / (n - 1), within: 0x1p-52))
    }
  }

  @Test func worksForWideValuesOverTenBillionRows() {
    let (value, half) = (500_000_000_000, 5_000_000_000)
    let counts = Counts(values: [-value, value], counts: [half, half])
    let root = UInt128(value) * UInt128(2 * half)
    #expect(counts.numeratorOfVariance == UInt256(product: root, root))
    #expect(counts.numeratorOfVariance.high > 0)
    #expect(counts.shifted(by: value).numeratorOfVariance == counts.numeratorOfVariance)
    #expect(counts.sum == 0)
    #expect(agree(Moments(counts).variance, 2.5e23, within: 1e-9))
    #expect(MeanTest(counts).p == .value(1))
    #expect(SignedRank(counts).z == .value(0))
  }

  /// Values so close together beside so large a mean that doubles alone would lose the spread.
  @Test func nothingCancels() {
    let counts = Counts(values: [1_000_000_000_000, 1_000_000_000_001], counts: [3, 1])
    #expect(Moments(counts).variance == .value(0.25))
    #expect(Moments(counts).sd == .value(0.5))
  }

  @Test func shardsOfTheMethodologyMerge() {
    let whole = Counts(observations: [4, 5, 7]) + Counts(observations: [2, 6, 6, 3, 5])
    #expect(Moments(whole).mean == .value(4.75))
    #expect(Moments(whole).variance == .value(19.5 / 7))
    #expect(printed(Moments(whole).variance, as: 2.785714))
  }
}

@Suite struct UInt256Tests {
  @Test func productsAndDifferencesAreExact() {
    let most = UInt128.max
    let square = UInt256(product: most, most)
    #expect(square == UInt256(high: most - 1, low: 1))
    #expect(square - UInt256(low: 2) == UInt256(high: most - 2, low: most))
    #expect((square - square).isZero)
    #expect(UInt256(low: most) < UInt256(high: 1, low: 0))
    #expect(UInt256(low: 3) < UInt256(low: 4))
  }

  static let quotients: [(dividend: UInt128, divisor: UInt128, quotient: Double)] = [
    (UInt128(0), UInt128(7), 0), (1, 3, 1.0 / 3), (9_007_199_254_740_993, 1, 0x1p53),
    (9_007_199_254_740_995, 1, 9_007_199_254_740_996),
    (18_014_398_509_481_986, 2, 0x1p53), (18_014_398_509_481_987, 2, 9_007_199_254_740_994), (.max, 1, 0x1p128),
    (.max, .max, 1), (1, .max, 0x1p-128),
  ]

  @Test(arguments: quotients)
  func quotientsAreRoundedOnceToEven(dividend: UInt128, divisor: UInt128, quotient: Double) {
    #expect(UInt256(low: dividend).divided(by: divisor) == quotient)
  }

  @Test func wideQuotientsAreThoseOfTheirReducedFractions() {
    var generator = SeededGenerator(seed: 256)
    for _ in 0..<5000 {
      let (a, b) = (
        UInt64.random(in: 1..<1 << 53, using: &generator), UInt64.random(in: 1..<1 << 53, using: &generator)
      )
      let common = UInt64.random(in: 1..<UInt64.max, using: &generator)
      let wide = UInt256(product: UInt128(a) * UInt128(common), UInt128(common))
      // a·c²/(b·c) is a·c/b; against c·b it is a/b, which IEEE division rounds once.
      #expect(
        UInt256(low: UInt128(a) * UInt128(common)).divided(by: UInt128(b) * UInt128(common)) == Double(a) / Double(b))
      #expect(wide.divided(by: UInt128(common)) == UInt256(product: UInt128(a), UInt128(common)).divided(by: 1))
    }
  }
}
