/// The net promoter score of weighted answers, in points from −100 to 100.
///
/// Source: methodology 2.1 and 4.2: the shares are weighted, the interval is that of ``NetPromoter`` with n_eff answers for n.
///
/// Edges: no rows, or weights that add up to 0, `no_data`; n_eff of 1 a score alone (`n_lt_2`).
public struct WeightedNetPromoter: Sendable, Equatable {
  /// The weighted share of promoters, 0 to 1.
  public let promoters: Estimate
  /// The weighted share of detractors, 0 to 1.
  public let detractors: Estimate
  /// 100·(promoters − detractors).
  public let nps: Estimate
  /// The standard error of the score, in points.
  public let se: Estimate
  /// Lower bound of the adjusted interval, at least −100.
  public let low: Estimate
  /// Upper bound of the adjusted interval, at most 100.
  public let high: Estimate

  /// - Parameters:
  ///   - promoters: The mean of rows that are 1 for promoters, else 0.
  ///   - detractors: The same for detractors.
  ///   - se: The standard error of the mean of rows that are 100 for promoters, −100 for detractors, else 0.
  ///   - confidence: Coverage of the interval, between 0 and 1, exclusive.
  public init(promoters: WeightedMean, detractors: WeightedMean, se: Estimate, confidence: Double = 0.95) {
    precondition(confidence > 0 && confidence < 1, "a confidence between 0 and 1")
    (self.promoters, self.detractors, self.se) = (promoters.mean, detractors.mean, se)
    nps = promoters.mean.flatMap { high in detractors.mean.map { 100 * (high - $0) } }
    guard let high = promoters.mean.value, let low = detractors.mean.value, let size = promoters.effectiveN.value,
      promoters.se.value != nil
    else {
      let reason: Reason = promoters.n > 0 ? .nLt2 : .noData
      (self.low, self.high) = (.unavailable(reason), .unavailable(reason))
      return
    }
    let trials = size + 3
    let (p, d) = ((high * size + 0.75) / trials, (low * size + 0.75) / trials)
    let variance = (p + d - (p - d) * (p - d)) / trials
    let margin = Normal.quantile((1 + confidence) / 2) * variance.squareRoot()
    self.low = .value(100 * max(-1, p - d - margin))
    self.high = .value(100 * min(1, p - d + margin))
  }

  /// The score of answers that weigh the same, to be compared with one of weighted answers.
  public init(_ score: NetPromoter) {
    let n = Double(score.n)
    promoters = score.nps.map { _ in Double(score.promoters) / n }
    detractors = score.nps.map { _ in Double(score.detractors) / n }
    (nps, se, low, high) = (score.nps, score.se, score.low, score.high)
  }
}
