/// The rank test of Kruskal and Wallis: do several independent samples differ?
///
/// Source: methodology 4.1; Kruskal & Wallis 1952 (JASA 47, 583–621). H with the tie correction 1 − Σ(t³−t)/(N³−N);
/// ε² = H(N+1)/(N²−1) = H/(N−1). Mid-ranks are centred exactly, so that nothing large cancels.
///
/// Samples without rows are left out. Edges: no rows at all `no_data`; one sample alone `too_few`; all rows tied
/// `zero_variance`. The result does not depend on the order of the samples, to the last bit.
public struct KruskalWallis: Sendable, Equatable {
  /// The number of rows of all samples.
  public let n: Int
  /// The number of samples that have rows.
  public let groups: Int
  /// The statistic H, corrected for ties, 0 or more.
  public let h: Estimate
  /// Probability of at least this H, by χ² with one degree of freedom less than samples.
  public let p: Estimate
  /// The effect ε², 0 to 1.
  public let epsilonSquared: Estimate

  /// - Parameter samples: The rows of each sample.
  public init(_ samples: [Counts]) {
    let table = LevelTable(samples.filter { $0.n > 0 })
    n = table.n
    groups = table.sizes.count
    let untied = table.untied
    guard groups > 1, untied > 0 else {
      let reason: Estimate = .unavailable(n == 0 ? .noData : groups < 2 ? .tooFew : .zeroVariance)
      (h, p, epsilonSquared) = (reason, reason, reason)
      return
    }
    // H/correction = 3(N−1)/(N³ − N − Σ(t³−t)) · Σ C²/n, C the sum of twice the centred mid-ranks of a sample.
    let ratio = 3 * Self.squaredRanks(table).sorted().reduce(0, +) / Double(untied)
    h = Estimate(finite: ratio * Double(n - 1))
    epsilonSquared = Estimate(finite: min(1, ratio))
    let distribution = ChiSquared(df: Double(groups - 1))
    p = h.map { distribution.upperTail($0) }
  }

  /// C²/n of each sample; rows below less rows above is twice a mid-rank from the middle.
  private static func squaredRanks(_ table: LevelTable) -> [Double] {
    var sums = [Int128](repeating: 0, count: table.sizes.count)
    for level in table.levels {
      let below = sums.indices.reduce(0) { $0 + table.below(level, group: $1) }
      let centred = Int128(2 * below + table.tied(level) - table.n)
      for group in sums.indices { sums[group] += centred * Int128(table.rows(level, group: group)) }
    }
    return zip(sums, table.sizes).map { sum, size in
      UInt256(product: sum.magnitude, sum.magnitude).divided(by: UInt128(size))
    }
  }
}
