import Statistics
import TestSupport

/// Takes one fixture's numbers in turn.
struct FixtureReader {
  private var rest: ArraySlice<Double>

  init(_ row: [Double]) { rest = row[...] }

  var isAtEnd: Bool { rest.isEmpty }

  /// The next number; one that no fixture holds where there is none left.
  mutating func number() -> Double { rest.popFirst() ?? .nan }

  mutating func whole() -> Int { Int(number()) }

  mutating func wholes(_ count: Int) -> [Int] { (0..<count).map { _ in whole() } }

  /// Columns, rows, sums and the upper triangle of products.
  mutating func moments() -> IntegerMoments {
    let (columns, rows) = (whole(), whole())
    let sums = wholes(columns).map { Int128($0) }
    return IntegerMoments(n: rows, sums: sums, products: wholes(columns * (columns + 1) / 2).map { Int128($0) })
  }

  /// Number of counts, the least value, and how often it and each next one occurs.
  mutating func counts() -> Counts {
    let (levels, least) = (whole(), whole())
    return Counts(dense: wholes(levels), minimum: least)
  }
}

extension SeededGenerator {
  /// Rows of ratings 1 to 7 that have something in common; at least three rows that differ in every column.
  mutating func ratings(columns: Int, atMost longest: Int) -> [[Int]] {
    let count = Int.random(in: 3...longest, using: &self)
    let rows = (0..<count).map { _ in
      let common = Int.random(in: 1...5, using: &self)
      return (0..<columns).map { _ in common + Int.random(in: 0...2, using: &self) }
    }
    return rows + [Array(repeating: 1, count: columns), Array(repeating: 4, count: columns)]
  }
}
