/// Student's t test and interval of a mean: one sample, or the differences of pairs.
///
/// Source: methodology 2.3; t = (mean − against)/(s/√n), df = n − 1, interval mean ± t·s/√n. d_z after Lakens 2013
/// (Front. Psychol. 4:863, eq. 6–7).
///
/// Edges: no rows `no_data`; one row a mean alone (`n_lt_2`); all rows equal: t, p, interval and d_z are
/// `zero_variance`, the standard deviation and error are 0.
public struct MeanTest: Sendable, Equatable {
  /// The number of rows.
  public let n: Int
  /// The mean, in units of the scale; `against` is not taken off.
  public let mean: Estimate
  /// The standard deviation, in units of the scale.
  public let sd: Estimate
  /// The standard error of the mean, finite-population correction included.
  public let se: Estimate
  /// The test statistic.
  public let t: Estimate
  /// Degrees of freedom.
  public let df: Estimate
  /// Two-sided probability of a mean at least as far from `against`, between 0 and 1.
  public let p: Estimate
  /// Lower bound of the interval for the mean.
  public let low: Estimate
  /// Upper bound of the interval for the mean.
  public let high: Estimate
  /// The effect (mean − against)/sd, signed.
  public let dz: Estimate

  /// - Parameters:
  ///   - counts: The rows, or the differences of pairs.
  ///   - against: The mean that is tested, finite.
  ///   - confidence: Coverage of the interval, between 0 and 1, exclusive.
  ///   - populationSize: N where the population is known: the standard error is multiplied by √((N−n)/(N−1)) once more
  ///     than a twentieth has answered (methodology 4.2). If all have, the mean is known: se 0, an interval without
  ///     width, p 0 (1 where the mean equals `against`), t `census`. A size below n is contradicted by the data and
  ///     has no effect.
  public init(_ counts: Counts, against: Double = 0, confidence: Double = 0.95, populationSize: Int? = nil) {
    self.init(Moments(counts), against: against, confidence: confidence, populationSize: populationSize)
  }

  /// The same of moments, as of a score of which only sums were kept.
  public init(_ moments: Moments, against: Double = 0, confidence: Double = 0.95, populationSize: Int? = nil) {
    precondition(against.isFinite, "a finite mean to test")
    precondition(confidence > 0 && confidence < 1, "a confidence between 0 and 1")
    n = moments.n
    (mean, sd) = (moments.mean, moments.sd)
    guard let mean = moments.mean.value, let sd = moments.sd.value else {
      let reason = moments.sd
      (se, t, df, p, low, high, dz) = (reason, reason, reason, reason, reason, reason, reason)
      return
    }
    df = .value(Double(n - 1))
    let se = sd / Double(n).squareRoot() * finitePopulationFactor(n: n, populationSize: populationSize)
    self.se = .value(se)
    guard sd > 0 else {
      let reason = Estimate.unavailable(.zeroVariance)
      (t, p, low, high, dz) = (reason, reason, reason, reason, reason)
      return
    }
    let difference = mean - against
    dz = Estimate(finite: difference / sd)
    guard se > 0 else {
      t = .unavailable(.census)
      p = .value(difference == 0 ? 1 : 0)
      (low, high) = (self.mean, self.mean)
      return
    }
    let distribution = StudentT(df: Double(n - 1))
    t = Estimate(finite: difference / se)
    p = t.map { distribution.twoSided($0) }
    let margin = distribution.quantile((1 + confidence) / 2) * se
    low = Estimate(finite: mean - margin)
    high = Estimate(finite: mean + margin)
  }
}
