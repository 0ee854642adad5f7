/// A table of two samples by yes and no.
public struct FourfoldTable: Sendable, Equatable {
  /// Yes in the first sample.
  public let a: Int
  /// No in the first sample.
  public let b: Int
  /// Yes in the second sample.
  public let c: Int
  /// No in the second sample.
  public let d: Int

  /// A table of counts, none negative.
  public init(_ a: Int, _ b: Int, _ c: Int, _ d: Int) {
    precondition(min(a, b, c, d) >= 0, "a count is not negative")
    (self.a, self.b, self.c, self.d) = (a, b, c, d)
  }

  /// The table of two shares.
  public init(_ first: Proportion, _ second: Proportion) {
    self.init(first.successes, first.n - first.successes, second.successes, second.n - second.successes)
  }

  /// The number of rows.
  public var n: Int { a + b + c + d }

  /// ad − bc: its sign is that of the difference of the shares.
  var excess: Int128 { Int128(a) * Int128(d) - Int128(b) * Int128(c) }
}

/// Two samples compared on a share within strata, so that a different mix of strata does not count.
///
/// Source: methodology 4.1; Cochran 1954, Mantel & Haenszel 1959: χ² = (Σ(a−E))²/ΣV without correction; common odds ratio
/// Σ(ad/n)/Σ(bc/n); risk difference Σw(p₁−p₂)/Σw with w = n₁n₂/n. As a − E = w(p₁−p₂) = (ad − bc)/n, all is exact in
/// each stratum. The result does not depend on the order of the strata, to the last bit.
///
/// Edges: no rows `no_data`; no stratum in which both samples have rows `too_few`; nobody or everybody says yes in each
/// stratum: χ² and p `zero_variance`; an odds ratio without a row below `overflow`, or `zero_variance` where there is
/// none above either.
public struct MantelHaenszel: Sendable, Equatable {
  /// The statistic χ² with one degree of freedom, without continuity correction.
  public let chiSquared: Estimate
  /// Probability of at least this χ².
  public let p: Estimate
  /// The common odds ratio of the first sample against the second, 0 or more.
  public let oddsRatio: Estimate
  /// The adjusted difference of the shares, first minus second, −1 to 1.
  public let riskDifference: Estimate
  /// The difference of the shares over all strata together, first minus second, −1 to 1.
  public let rawDifference: Estimate
  /// Whether the raw and the adjusted difference point in opposite ways: Simpson's paradox.
  public let isReversed: Bool

  /// - Parameter strata: One table a stratum, the same two samples in each.
  public init(_ strata: [FourfoldTable]) {
    let whole = strata.reduce(FourfoldTable(0, 0, 0, 0)) {
      FourfoldTable($0.a + $1.a, $0.b + $1.b, $0.c + $1.c, $0.d + $1.d)
    }
    rawDifference =
      ProportionDifference(
        Proportion(successes: whole.a, n: whole.a + whole.b), Proportion(successes: whole.c, n: whole.c + whole.d)
      ).difference
    let tables = strata.filter { $0.a + $0.b > 0 && $0.c + $0.d > 0 }
    guard !tables.isEmpty else {
      let reason = Estimate.unavailable(whole.n == 0 ? .noData : .tooFew)
      (chiSquared, p, oddsRatio, riskDifference, isReversed) = (reason, reason, reason, reason, false)
      return
    }
    let excess = Self.excess(tables)
    let weight = Self.sum(tables) { Double($0.a + $0.b) * Double($0.c + $0.d) / Double($0.n) }
    let variance = Self.sum(tables, Self.variance)
    riskDifference = Estimate(finite: excess / weight)
    chiSquared = variance > 0 ? Estimate(finite: excess * excess / variance) : .unavailable(.zeroVariance)
    p = chiSquared.map { ChiSquared(df: 1).upperTail($0) }
    let above = Self.sum(tables) { Double($0.a) * Double($0.d) / Double($0.n) }
    let below = Self.sum(tables) { Double($0.b) * Double($0.c) / Double($0.n) }
    oddsRatio = Estimate(finite: above / below, otherwise: above > 0 ? .overflow : .zeroVariance)
    isReversed = rawDifference.value.map { $0 * excess < 0 } ?? false
  }

  /// Σ(ad − bc)/n, exact wherever 128 bits suffice, so that its sign is certain.
  private static func excess(_ tables: [FourfoldTable]) -> Double {
    let parts = tables.map { Fraction($0.excess, over: Int128($0.n)) }
    let ordered = parts.sorted { ($0.denominator, $0.numerator) < ($1.denominator, $1.numerator) }
    let exact = ordered.reduce(Fraction(0, over: 1) as Fraction?) { $0?.adding($1) }
    return exact?.value ?? parts.map(\.value).sorted().reduce(0, +)
  }

  /// n₁n₂m₁m₂/(n²(n−1)).
  private static func variance(_ table: FourfoldTable) -> Double {
    let (first, second) = (Double(table.a + table.b), Double(table.c + table.d))
    let (yes, no) = (Double(table.a + table.c), Double(table.b + table.d))
    let n = Double(table.n)
    return first / n * second * (yes / n) * no / (n - 1)
  }

  private static func sum(_ tables: [FourfoldTable], _ part: (FourfoldTable) -> Double) -> Double {
    tables.map(part).sorted().reduce(0, +)
  }
}
