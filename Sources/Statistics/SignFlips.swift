/// The distribution of the sum of the sizes that a random change of signs makes negative.
///
/// Each row of size a contributes a factor (1 + x^a); the coefficients of the product count the subsets of rows by
/// their sum. In doubles they are exact up to 53 rows and rounded beyond.
struct SignFlips {
  /// Sums above this are not counted out: half of it is the longest array, 4 MiB.
  static let largestTotal: Int128 = 1 << 20

  /// Positive sizes with the number of rows of each.
  let rows: [(size: Int, count: Int)]

  /// P(sum of flipped sizes ≤ bound) when every row is flipped with probability ½; nil if the total is too large.
  ///
  /// - Parameter bound: Not negative.
  /// - Returns: The probability, 0 to 1, or nil.
  func lowerTail(atMost bound: Int) -> Double? {
    let total = rows.reduce(Int128(0)) { $0 + Int128($1.size) * Int128($1.count) }
    guard total <= Self.largestTotal else { return nil }
    if Int128(bound) >= total { return 1 }
    var ways = [Double](repeating: 0, count: bound + 1)
    ways[0] = 1
    var (reached, flips) = (0, 0)
    for (size, count) in rows {
      flips += count
      for _ in 0..<count where size <= bound {
        reached = min(bound, reached + size)
        var sum = reached
        while sum >= size {
          ways[sum] += ways[sum - size]
          sum -= 1
        }
      }
    }
    return Double(sign: .plus, exponent: -flips, significand: ways.reduce(0, +))
  }
}

/// Exact two-sided sign-flip test of a mean difference of 0.
///
/// p = 2·P(sum of flipped ≤ observed smaller side), at most 1, over all 2^m changes of sign of the m non-zero
/// differences. Source: methodology 2.3.
///
/// - Parameters:
///   - counts: The differences; zeros do not matter to the test.
///   - limit: The most non-zero pairs, up to 1000. Probabilities are exact up to 53 and rounded beyond.
/// - Returns: The p value; 1 where all differences are 0; `no_data` and `n_lt_2` as everywhere; `too_many_pairs` above
///   the limit, or where the differences, divided by their greatest common divisor, add up to more than 2²⁰ in size.
public func signFlipExact(_ counts: Counts, limit: Int = 50) -> Estimate {
  precondition(limit <= 1000, "at most 1000 pairs")
  guard counts.n > 1 else { return .unavailable(counts.n == 0 ? .noData : .nLt2) }
  let pairs = counts.entries.filter { $0.value != 0 }
  guard let divisor = pairs.map(\.value).reduce(nil, { greatestCommonDivisor($0 ?? 0, $1) }) else {
    return .value(1)
  }
  guard pairs.reduce(0, { $0 + $1.count }) <= limit else { return .unavailable(.tooManyPairs) }
  let reduced = pairs.map { (value: $0.value / divisor, count: $0.count) }
  let sum = { (sign: Int) in
    reduced.reduce(Int128(0)) { $1.value.signum() == sign ? $0 + Int128($1.value.magnitude) * Int128($1.count) : $0 }
  }
  let smaller = min(sum(1), sum(-1))
  guard smaller <= SignFlips.largestTotal else { return .unavailable(.tooManyPairs) }
  let flips = SignFlips(rows: reduced.map { (size: abs($0.value), count: $0.count) })
  guard let tail = flips.lowerTail(atMost: Int(smaller)) else { return .unavailable(.tooManyPairs) }
  return .value(min(1, 2 * tail))
}
