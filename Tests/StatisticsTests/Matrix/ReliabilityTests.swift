import Statistics
import TestSupport
import Testing

/// Example X9 of the methodology: eleven rows of four items, one of them with a gap.
enum X9 {
  static let rows: [[Int]?] = [
    [4, 5, 4, 3], [5, 5, 4, 4], [3, 4, 3, 2], [2, 3, 3, 2], [4, 4, 5, 4], [5, 4, 4, 5], [1, 2, 2, 3], [3, 3, 4, 3], nil,
    [2, 2, 3, 1], [5, 5, 5, 4],
  ]
  static let complete = rows.compactMap { $0 }
  static let moments = IntegerMoments(rows: complete, columns: 4)

  /// Complete rows of each of five groups, by their place in a list in which nil holds a place.
  static func buckets(_ rows: [[Int]?]) -> [IntegerMoments] {
    (0..<5).map { group in
      IntegerMoments(rows: rows.indices.filter { $0 % 5 == group }.compactMap { rows[$0] }, columns: 4)
    }
  }
}

@Suite struct ReliabilityTests {
  @Test("X9: moments of the complete rows") func moments() {
    #expect(X9.moments.n == 10)
    #expect(X9.moments.sums == [34, 37, 37, 31])
    #expect((0..<4).map { X9.moments.product($0, $0) } == [134, 149, 145, 109])
    #expect(X9.moments.mean(0) == .value(3.4))
  }

  @Test("X9: α, its interval and what each item does to it") func example() {
    let reliability = Reliability(X9.moments)
    #expect(reliability.n == 10)
    #expect(printed(reliability.alpha, as: 0.911807))
    #expect(printed(reliability.standardized, as: 0.916072))
    #expect(printed(reliability.averageCorrelation, as: 0.731812))
    #expect(printed(reliability.low, as: 0.767977) && printed(reliability.high, as: 0.975396))
    let expected = [(0.833557, 0.945325), (0.881799, 0.811498), (0.894981, 0.799399), (0.918675, 0.703033)]
    for (item, expected) in zip(reliability.items, expected) {
      #expect(printed(item.alphaWithout, as: expected.0) && printed(item.itemRest, as: expected.1))
    }
  }

  @Test("R's psych and numpy give the same", arguments: Fixtures.rows(Fixtures.reliability))
  func reference(row: [Double]) {
    var reader = FixtureReader(row)
    let moments = reader.moments()
    let reliability = Reliability(moments)
    let whole = [
      reliability.alpha, reliability.standardized, reliability.averageCorrelation, reliability.low, reliability.high,
    ]
    let without = moments.columns > 2 ? reliability.items.map(\.alphaWithout) : []
    for estimate in whole + without + reliability.items.map(\.itemRest) {
      #expect(agree(estimate, reader.number(), within: 1e-9))
    }
    #expect(reader.isAtEnd)
  }

  @Test("Published α of the ECSI survey's standardised blocks")
  func published() {
    let published = [0.7228, 0.4519, 0.8236, 0.7792]
    let rows = Fixtures.rows(Fixtures.reliability).filter { $0[1] == 250 }
    #expect(rows.count == published.count)
    for (row, expected) in zip(rows, published) {
      var reader = FixtureReader(row)
      let standardized = Reliability(reader.moments()).standardized
      #expect(abs((standardized.value ?? 0) - expected) < 0.00005)
    }
  }

  @Test("Neither the order of items, a shift of each nor a common scale changes α")
  func invariance() {
    var generator = SeededGenerator(seed: 21)
    for _ in 0..<300 {
      let k = Int.random(in: 2...7, using: &generator)
      let rows = generator.ratings(columns: k, atMost: 60)
      let alpha = Reliability(IntegerMoments(rows: rows, columns: k)).alpha
      let order = Array(0..<k).shuffled(using: &generator)
      let turned = IntegerMoments(rows: rows.shuffled(using: &generator), columns: k).selecting(order)
      #expect(Reliability(turned).alpha == alpha)
      let shift = (0..<k).map { _ in Int.random(in: -9...9, using: &generator) }
      let moved = rows.map { row in zip(row, shift).map { $0 * 5 + $1 } }
      #expect(agree(Reliability(IntegerMoments(rows: moved, columns: k)).alpha, alpha, within: 1e-14))
      let cut = Int.random(in: 0...rows.count, using: &generator)
      let merged =
        IntegerMoments(rows: Array(rows[cut...]), columns: k) + IntegerMoments(rows: Array(rows[..<cut]), columns: k)
      #expect(merged == IntegerMoments(rows: rows, columns: k))
    }
  }

  @Test("Copies of one item agree completely, contradictions give an α below 0")
  func extremes() {
    let copies = Reliability(IntegerMoments(rows: [[1, 1, 1], [3, 3, 3], [6, 6, 6]], columns: 3))
    #expect(agree(copies.alpha, 1, within: 1e-15) && copies.items[0].itemRest == .value(1))
    #expect(agree(copies.low, 1, within: 1e-15))
    let reversed = Reliability(IntegerMoments(rows: [[1, 5], [2, 4], [5, 2], [3, 3]], columns: 2))
    #expect((reversed.alpha.value ?? 0) < 0)
    #expect(reversed.items[0].alphaWithout == .unavailable(.tooFew))
  }

  @Test("Edges: no rows, one row, one item, a constant item, nothing but constants")
  func edges() {
    let cases: [([[Int]], Int, Reason)] = [
      ([], 3, .noData), ([[1, 2, 3]], 3, .nLt2), ([[1], [2]], 1, .tooFew), ([[1, 2], [1, 2]], 2, .zeroVariance),
      ([[1, 3], [2, 2], [3, 1]], 2, .zeroVariance),
    ]
    for (rows, columns, reason) in cases {
      let reliability = Reliability(IntegerMoments(rows: rows, columns: columns))
      #expect(reliability.alpha == .unavailable(reason))
      #expect(reliability.low == .unavailable(reason) && reliability.high == .unavailable(reason))
    }
    let constant = Reliability(IntegerMoments(rows: [[1, 4, 2], [2, 4, 2], [4, 4, 5], [5, 4, 4]], columns: 3))
    #expect(constant.alpha.value != nil)
    #expect(constant.items[1].itemRest == .unavailable(.zeroVariance))
    #expect(constant.items[1].alphaWithout.value != nil)
    #expect(constant.averageCorrelation == .unavailable(.zeroVariance))
    #expect(constant.standardized == .unavailable(.zeroVariance))
  }

  /// 10¹¹ rows: n·X is far beyond 63 bits, and beyond 127 once the values have a denominator of 10⁶.
  @Test("More rows than 63 bits hold products of", arguments: [1, 1_000_000_000])
  func manyRows(unit: Int) {
    let few = IntegerMoments(rows: X9.complete, columns: 4)
    let times = Int128(10_000_000_000)
    let scale = Int128(unit)
    let many = IntegerMoments(
      n: few.n * Int(times), sums: few.sums.map { $0 * times * scale },
      products: few.products.map { $0 * times * scale * scale })
    #expect(many.n == 100_000_000_000)
    let (one, other) = (Reliability(few), Reliability(many))
    #expect(agree(other.alpha, one.alpha, within: 1e-15))
    #expect(agree(other.items[2].itemRest, one.items[2].itemRest, within: 1e-15))
    // n·X alone is beyond 63 bits; of it and S², which agree in their first eleven digits, every last one counts.
    let counts = Counts(values: [10, 11], counts: [99_999_999_999, 1])
    #expect(counts.sumOfSquares.multipliedReportingOverflow(by: UInt128(counts.n)).partialValue > UInt128(Int.max))
    let column = IntegerMoments(n: counts.n, sums: [counts.sum], products: [Int128(counts.sumOfSquares)])
    #expect(column.comoment(0, 0).rounded == 99_999_999_999)
    #expect(column.comoment(0, 0).magnitude == counts.numeratorOfVariance)
  }
}
