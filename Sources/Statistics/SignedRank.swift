/// Wilcoxon's signed-rank test with zeros after Pratt.
///
/// Source: methodology 2.3; Wilcoxon 1945; Pratt 1959 (JASA 54, 655–667). Zeros are ranked with the rest and then
/// dropped; ties take mid-ranks; the variance is that of the exact permutation distribution; no continuity correction.
///
/// Edges: no rows `no_data`; one row `n_lt_2`; all differences 0: both sums 0, p 1, the rest `all_zero`, and `note`
/// says so. Equal differences are no obstacle.
public struct SignedRank: Sendable, Equatable {
  /// The number of pairs, zeros included.
  public let n: Int
  /// The number of pairs that differ.
  public let nonZero: Int
  /// The sum of the ranks of positive differences.
  public let wPlus: Estimate
  /// The sum of the ranks of negative differences.
  public let wMinus: Estimate
  /// (W⁺ − E)/√Var, signed.
  public let z: Estimate
  /// Two-sided p by the normal approximation.
  public let p: Estimate
  /// Two-sided p over all changes of sign; `too_many_pairs` above the limit.
  public let pExact: Estimate
  /// The matched rank-biserial correlation (W⁺ − W⁻)/(W⁺ + W⁻), −1 to 1.
  public let rankBiserial: Estimate
  /// `all_zero` where the values stand for a test that had nothing to rank.
  public let note: Reason?

  /// - Parameters:
  ///   - counts: The differences of the pairs.
  ///   - limit: The most non-zero pairs for the exact p, up to 1000; also needed: doubled ranks that add up to at most
  ///     2²⁰, which 50 pairs beside more than 10 000 zeros exceed.
  public init(_ counts: Counts, limit: Int = 50) {
    precondition(limit <= 1000, "at most 1000 pairs")
    let ranks = PrattRanks(counts)
    n = counts.n
    nonZero = ranks.nonZero
    note = n > 1 && nonZero == 0 ? .allZero : nil
    guard n > 1 else {
      let reason = Estimate.unavailable(n == 0 ? .noData : .nLt2)
      (wPlus, wMinus, z, p, pExact, rankBiserial) = (reason, reason, reason, reason, reason, reason)
      return
    }
    wPlus = .value(Double(ranks.doubledPlus) / 2)
    wMinus = .value(Double(ranks.doubledMinus) / 2)
    guard nonZero > 0 else {
      (p, pExact) = (.value(1), .value(1))
      (z, rankBiserial) = (.unavailable(.allZero), .unavailable(.allZero))
      return
    }
    // With doubled ranks: W⁺ − E = (2W⁺ − 2W⁻)/4 and Var = Σc(2r)²/16.
    let difference = Double(ranks.doubledPlus - ranks.doubledMinus)
    let z = difference / Double(ranks.doubledSquares).squareRoot()
    self.z = .value(z)
    p = .value(Normal.twoSided(z))
    rankBiserial = .value(difference / Double(ranks.doubledPlus + ranks.doubledMinus))
    pExact = nonZero <= limit ? ranks.exactTwoSided : .unavailable(.tooManyPairs)
  }
}

/// Sums of ranks after Pratt, doubled so that mid-ranks are whole.
private struct PrattRanks {
  private(set) var doubledPlus: Int128 = 0
  private(set) var doubledMinus: Int128 = 0
  private(set) var doubledSquares: UInt128 = 0
  private(set) var nonZero = 0
  private var rows: [(size: Int, count: Int)] = []

  init(_ counts: Counts) {
    let entries = counts.entries
    // Outwards from zero: negative differences to the left, positive to the right, the nearer first.
    let split = entries.firstIndex { $0.value >= 0 } ?? entries.count
    var (left, right) = (split - 1, split)
    var below = 0
    if right < entries.count, entries[right].value == 0 {
      below = entries[right].count
      right += 1
    }
    while left >= 0 || right < entries.count {
      let leftSize = left >= 0 ? entries[left].value.magnitude : .max
      let rightSize = right < entries.count ? entries[right].value.magnitude : .max
      let minus = leftSize <= rightSize ? entries[left].count : 0
      let plus = rightSize <= leftSize ? entries[right].count : 0
      let tied = minus + plus
      let doubledRank = 2 * below + tied + 1
      doubledPlus += Int128(doubledRank) * Int128(plus)
      doubledMinus += Int128(doubledRank) * Int128(minus)
      doubledSquares += UInt128(doubledRank) * UInt128(doubledRank) * UInt128(tied)
      rows.append((doubledRank, tied))
      nonZero += tied
      below += tied
      if minus > 0 { left -= 1 }
      if plus > 0 { right += 1 }
    }
  }

  /// 2·P(2W ≤ 2·min(W⁺, W⁻)), at most 1.
  var exactTwoSided: Estimate {
    let smaller = min(doubledPlus, doubledMinus)
    guard smaller <= SignFlips.largestTotal,
      let tail = SignFlips(rows: rows).lowerTail(atMost: Int(smaller))
    else { return .unavailable(.tooManyPairs) }
    return .value(min(1, 2 * tail))
  }
}
