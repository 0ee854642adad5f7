/// How far touchpoints that were picked because they were lowest come back by themselves.
///
/// Source: methodology 5.3; Galton 1886; Barnett, van der Pols & Dobson 2005 (Int. J. Epidemiology 34, 215–220). Over k
/// touchpoints: μ the mean of means, τ² = max(0, var(means) − mean(s²/n)), reliability ρ = τ²/(τ² + s²/n).
///
/// Touchpoints without a variance are left out. Edges: none left `no_data`; fewer than 5 `too_few`, and only the caution
/// can be said. The result does not depend on the order of the touchpoints, to the last bit.
public struct RegressionToMean: Sendable, Equatable {
  /// What is expected of one touchpoint without any action.
  public struct Rebound: Sendable, Equatable {
    /// ρ, the share of its distance from μ that lasts, 0 to 1.
    public let reliability: Estimate
    /// μ + ρ(m − μ), the mean to expect next time, in units of the scale.
    public let expected: Estimate
    /// (1 − ρ)(μ − m): what it rises by itself; below 0 for a touchpoint above μ.
    public let rebound: Estimate
  }

  /// The fewest touchpoints that give figures.
  public static let fewest = 5

  /// The number of touchpoints with a variance.
  public let touchpoints: Int
  /// μ, the mean of their means.
  public let centre: Estimate
  /// τ², the variance of true means between touchpoints, 0 or more.
  public let between: Estimate

  /// - Parameter samples: The touchpoints among which one was picked, it included, before the correction.
  public init(_ samples: [SampleMean]) {
    let known = samples.compactMap { sample in
      sample.mean.value.flatMap { mean in sample.squaredError.value.map { (mean: mean, error: $0) } }
    }
    touchpoints = known.count
    guard known.count >= Self.fewest else {
      let reason = Estimate.unavailable(known.isEmpty ? .noData : .tooFew)
      (centre, between) = (reason, reason)
      return
    }
    let spread = Spread(known.map(\.mean))
    let noise = known.map(\.error).sorted().reduce(0, +) / Double(known.count)
    centre = Estimate(finite: spread.mean)
    between = Estimate(finite: max(0, spread.variance - noise))
  }

  /// - Parameter sample: The touchpoint that was picked, before the correction.
  /// - Returns: What to expect of it; `zero_variance` where neither touchpoints nor answers vary.
  public func rebound(of sample: SampleMean) -> Rebound {
    let reliability = between.flatMap { between in
      sample.squaredError.flatMap { error in
        between + error > 0 ? Estimate(finite: between / (between + error)) : .unavailable(.zeroVariance)
      }
    }
    let rebound = reliability.flatMap { reliability in
      centre.flatMap { centre in sample.mean.map { (1 - reliability) * (centre - $0) } }
    }
    return Rebound(
      reliability: reliability, expected: rebound.flatMap { rebound in sample.mean.map { $0 + rebound } },
      rebound: rebound)
  }
}

/// Mean and variance of doubles, whatever their order; equal values have a variance of exactly 0.
struct Spread {
  let mean: Double
  /// With n − 1 below; 0 for one value.
  let variance: Double

  /// - Parameter values: Finite, at least one.
  init(_ values: [Double]) {
    let sorted = values.sorted()
    let least = sorted[0]
    let n = Double(sorted.count)
    let excess = sorted.reduce(0) { $0 + ($1 - least) } / n
    mean = least + excess
    let squares = sorted.reduce(0) { $0 + ($1 - least - excess) * ($1 - least - excess) }
    variance = sorted.count > 1 ? squares / (n - 1) : 0
  }
}
