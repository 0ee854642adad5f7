/// Welch's analysis of variance: do the means of several independent samples differ, whatever their spreads?
///
/// Source: methodology 4.1; Welch 1951 (Biometrika 38, 330–336). Each mean counts with w = n/s²; λ = Σ(1 − w/W)²/(n−1);
/// F = [Σw(x̄ − x̃)²/(k−1)]/[1 + 2(k−2)λ/(k²−1)] with k − 1 and (k²−1)/(3λ) degrees of freedom.
///
/// Edges: no sample `no_data`; one sample `too_few`; otherwise the reason of the first sample that lacks a mean or a
/// spread (callers leave out samples of fewer than two rows); a sample without spread `zero_variance`. The result does
/// not depend on the order of the samples, to the last bit.
public struct WelchAnova: Sendable, Equatable {
  /// The statistic F, 0 or more.
  public let f: Estimate
  /// Degrees of freedom of the numerator: samples less one.
  public let df1: Estimate
  /// Degrees of freedom of the denominator.
  public let df2: Estimate
  /// Probability of at least this F.
  public let p: Estimate

  /// - Parameter samples: The rows of each sample.
  public init(_ samples: [Counts]) { self.init(samples.map { SampleMean($0) }) }

  /// - Parameter samples: The samples; weighted ones come this way.
  public init(_ samples: [SampleMean]) {
    if let reason = Self.obstacle(samples) {
      (f, df1, df2, p) = (.unavailable(reason), .unavailable(reason), .unavailable(reason), .unavailable(reason))
      return
    }
    let groups = Self.groups(samples)
    let k = Double(groups.count)
    let weight = groups.reduce(0) { $0 + $1.weight }
    let centre = groups.reduce(0) { $0 + $1.weight * $1.mean } / weight
    let between = groups.reduce(0) { $0 + $1.weight * ($1.mean - centre) * ($1.mean - centre) } / (k - 1)
    let lambda = groups.reduce(0) { $0 + (1 - $1.weight / weight) * (1 - $1.weight / weight) / $1.df }
    f = Estimate(finite: between / (1 + 2 * (k - 2) * lambda / (k * k - 1)))
    let (numerator, denominator) = (k - 1, (k * k - 1) / (3 * lambda))
    (df1, df2) = (.value(numerator), Estimate(finite: denominator))
    p = df2.flatMap { [f] df2 in f.map { FisherF(df1: numerator, df2: df2).upperTail($0) } }
  }

  private static func obstacle(_ samples: [SampleMean]) -> Reason? {
    guard let first = samples.first else { return .noData }
    guard samples.count > 1 else { return first.mean.reason ?? .tooFew }
    let lacking = samples.lazy.compactMap { $0.mean.reason ?? $0.df.reason }.first
    return lacking ?? (samples.contains { $0.squaredError.value == 0 } ? .zeroVariance : nil)
  }

  /// The samples by mean, then weight, with means counted from the smallest: equal means give exactly 0.
  private static func groups(_ samples: [SampleMean]) -> [(mean: Double, weight: Double, df: Double)] {
    let groups = samples.compactMap { sample in
      sample.mean.value.flatMap { mean in
        sample.squaredError.value.flatMap { error in
          sample.df.value.map { (mean: mean, weight: 1 / error, df: $0) }
        }
      }
    }
    let sorted = groups.sorted { ($0.mean, $0.weight, $0.df) < ($1.mean, $1.weight, $1.df) }
    return sorted.map { (mean: $0.mean - sorted[0].mean, weight: $0.weight, df: $0.df) }
  }
}
