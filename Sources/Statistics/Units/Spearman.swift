/// Spearman's rank correlation, as between what staff and what customers of the same sites say.
///
/// Source: methodology 7; Pearson's correlation of mid-ranks, exact up to one division; p by t with n − 2 degrees of
/// freedom, but never below the probability of a perfect order, 2·Πt!/n! with t the sizes of ties. An association of
/// units, not of persons.
///
/// Edges: no pairs `no_data`; fewer than the least number `too_few`; a side without variation `zero_variance`; a perfect
/// order has no t (`overflow`).
public struct Spearman: Sendable, Equatable {
  /// The number of pairs.
  public let n: Int
  /// ρ, −1 to 1.
  public let rho: Estimate
  /// The test statistic.
  public let t: Estimate
  /// Two-sided probability of a correlation at least as far from 0, 0 to 1.
  public let p: Estimate

  /// - Parameters:
  ///   - pairs: Both figures of each unit, finite; equal figures are ties.
  ///   - fewest: The number of pairs that are needed.
  public init(_ pairs: [(Double, Double)], fewest: Int = 8) {
    precondition(pairs.allSatisfy { $0.0.isFinite && $0.1.isFinite }, "finite figures")
    n = pairs.count
    guard pairs.count >= max(3, fewest) else {
      let reason = Estimate.unavailable(pairs.isEmpty ? .noData : .tooFew)
      (rho, t, p) = (reason, reason, reason)
      return
    }
    let (first, second) = (MidRanks(pairs.map(\.0)), MidRanks(pairs.map(\.1)))
    let ranks = IntegerMoments(rows: zip(first.doubled, second.doubled).map { [$0, $1] }, columns: 2)
    let rho = ranks.correlation(0, 1)
    self.rho = rho
    let df = Double(pairs.count - 2)
    let t = rho.flatMap { Estimate(finite: $0 * (df / ((1 - $0) * (1 + $0))).squareRoot()) }
    self.t = t
    let least = min(1, 2 * max(first.chance, second.chance))
    p = rho.map { _ in max(least, t.value.map { StudentT(df: df).twoSided($0) } ?? 0) }
  }
}

/// Mid-ranks of numbers, doubled so as to be whole.
private struct MidRanks {
  let doubled: [Int]
  /// Πt!/n! over ties: the probability of one order among those that can be told apart.
  let chance: Double

  init(_ numbers: [Double]) {
    let ascending = numbers.indices.sorted { numbers[$0] < numbers[$1] }
    var doubled = [Int](repeating: 0, count: numbers.count)
    var chance = 1.0
    var start = 0
    while start < ascending.count {
      var end = start
      while end < ascending.count, numbers[ascending[end]] == numbers[ascending[start]] {
        chance *= Double(end - start + 1) / Double(end + 1)
        end += 1
      }
      for place in start..<end { doubled[ascending[place]] = start + end + 1 }
      start = end
    }
    (self.doubled, self.chance) = (doubled, chance)
  }
}
