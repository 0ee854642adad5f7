/// Net promoter score of answers 0 to 10, in points from −100 to 100.
///
/// Source: methodology 2.1; Reichheld 2003 (HBR 81(12)): promoters answer 9 or 10, detractors 0 to 6. Interval:
/// adjusted Wald with ¾ promoter and ¾ detractor added to n + 3 (Rocks 2016, The American Statistician 70(4), 365–372).
/// The score stays the raw one.
///
/// Edges: no rows `no_data`; one row a score alone (`n_lt_2`); a value outside 0 to 10, or a denominator other than 1,
/// makes everything `wrong_scale`: other scales are refused, not mapped.
public struct NetPromoter: Sendable, Equatable {
  /// The number of answers.
  public let n: Int
  /// Answers 9 and 10.
  public let promoters: Int
  /// Answers 7 and 8.
  public let passives: Int
  /// Answers 0 to 6.
  public let detractors: Int
  /// 100·(promoters − detractors)/n.
  public let nps: Estimate
  /// The standard error of the score, in points.
  public let se: Estimate
  /// Lower bound of the adjusted interval, at least −100.
  public let low: Estimate
  /// Upper bound of the adjusted interval, at most 100.
  public let high: Estimate

  /// - Parameters:
  ///   - counts: Answers 0 to 10.
  ///   - confidence: Coverage of the interval, between 0 and 1, exclusive.
  public init(_ counts: Counts, confidence: Double = 0.95) {
    precondition(confidence > 0 && confidence < 1, "a confidence between 0 and 1")
    n = counts.n
    promoters = counts.count { $0 >= 9 }
    detractors = counts.count { $0 <= 6 }
    passives = n - promoters - detractors
    if let reason = Self.obstacle(counts) {
      (nps, se, low, high) = (.unavailable(reason), .unavailable(reason), .unavailable(reason), .unavailable(reason))
      return
    }
    nps = .value(100 * Double(promoters - detractors) / Double(n))
    guard n > 1 else {
      (se, low, high) = (.unavailable(.nLt2), .unavailable(.nLt2), .unavailable(.nLt2))
      return
    }
    let raw = Self.scoreAndError(Double(promoters), Double(detractors), Double(n))
    se = .value(100 * raw.error)
    let adjusted = Self.scoreAndError(Double(promoters) + 0.75, Double(detractors) + 0.75, Double(n) + 3)
    let margin = Normal.quantile((1 + confidence) / 2) * adjusted.error
    low = .value(100 * max(-1, adjusted.score - margin))
    high = .value(100 * min(1, adjusted.score + margin))
  }

  private static func obstacle(_ counts: Counts) -> Reason? {
    guard let least = counts.entries.first, let most = counts.entries.last else { return .noData }
    return counts.denominator == 1 && least.value >= 0 && most.value <= 10 ? nil : .wrongScale
  }

  /// s = p − d and √((p + d − s²)/n).
  private static func scoreAndError(_ promoters: Double, _ detractors: Double, _ n: Double)
    -> (score: Double, error: Double)
  {
    let score = (promoters - detractors) / n
    let variance = max(0, (promoters + detractors) / n - score * score)
    return (score, (variance / n).squareRoot())
  }
}

/// Change of the net promoter score between two independent samples, later minus earlier, in points.
///
/// Source: methodology 2.1; z = (s₂ − s₁)/√(SE₁² + SE₂²).
///
/// Edges: what either score lacks is lacking here; two scores without spread give a difference alone
/// (`zero_variance`).
public struct NetPromoterDifference: Sendable, Equatable {
  /// The later score minus the earlier.
  public let difference: Estimate
  /// The standard error of the difference.
  public let se: Estimate
  /// The test statistic.
  public let z: Estimate
  /// Two-sided p.
  public let p: Estimate
  /// Lower bound of the interval for the difference.
  public let low: Estimate
  /// Upper bound of the interval for the difference.
  public let high: Estimate

  /// - Parameters:
  ///   - earlier: The score to compare with.
  ///   - later: The score that is compared.
  ///   - confidence: Coverage of the interval, between 0 and 1, exclusive.
  public init(earlier: NetPromoter, later: NetPromoter, confidence: Double = 0.95) {
    self.init(earlier: WeightedNetPromoter(earlier), later: WeightedNetPromoter(later), confidence: confidence)
  }

  /// Weighted scores (methodology 4.2).
  ///
  /// - Parameters:
  ///   - earlier: The score to compare with.
  ///   - later: The score that is compared.
  ///   - confidence: Coverage of the interval, between 0 and 1, exclusive.
  public init(earlier: WeightedNetPromoter, later: WeightedNetPromoter, confidence: Double = 0.95) {
    precondition(confidence > 0 && confidence < 1, "a confidence between 0 and 1")
    let difference = later.nps.flatMap { later in earlier.nps.map { later - $0 } }
    let se = later.se.flatMap { later in earlier.se.map { (later * later + $0 * $0).squareRoot() } }
    (self.difference, self.se) = (difference, se)
    let usable: Estimate = se.value == 0 ? .unavailable(.zeroVariance) : se
    z = usable.flatMap { error in difference.map { $0 / error } }
    p = z.map { Normal.twoSided($0) }
    let margin = usable.map { $0 * Normal.quantile((1 + confidence) / 2) }
    low = margin.flatMap { margin in difference.map { $0 - margin } }
    high = margin.flatMap { margin in difference.map { $0 + margin } }
  }
}
