/// A net promoter score against one that was published, own less published, in points.
///
/// Source: methodology 2.1; z = (s − b)/√(SE² + v/m), v the published variance. Where it is not published v = 100² − b²,
/// the most that a score of b can have (nobody passive), so that the interval is rather too wide than too narrow.
///
/// Edges: what the own score lacks is lacking here; no spread on both sides gives a difference alone (`zero_variance`).
public struct PublishedScoreDifference: Sendable, Equatable {
  /// The own score minus the published one.
  public let difference: Estimate
  /// Two-sided p.
  public let p: Estimate
  /// Lower bound of the interval for the difference.
  public let low: Estimate
  /// Upper bound of the interval for the difference.
  public let high: Estimate

  /// - Parameters:
  ///   - own: The score that is compared.
  ///   - published: The score that it is compared with, −100 to 100.
  ///   - n: The answers that the published score rests on, 1 or more.
  ///   - sd: Standard deviation of those answers as −100, 0 and 100; nil where it is not published.
  ///   - confidence: Coverage of the interval, between 0 and 1, exclusive.
  public init(_ own: NetPromoter, published: Double, n: Int, sd: Double?, confidence: Double = 0.95) {
    self.init(WeightedNetPromoter(own), published: published, n: n, sd: sd, confidence: confidence)
  }

  /// The same of a weighted score.
  ///
  /// - Parameters:
  ///   - own: The score that is compared.
  ///   - published: The score that it is compared with, −100 to 100.
  ///   - n: The answers that the published score rests on, 1 or more.
  ///   - sd: Standard deviation of those answers as −100, 0 and 100; nil where it is not published.
  ///   - confidence: Coverage of the interval, between 0 and 1, exclusive.
  public init(_ own: WeightedNetPromoter, published: Double, n: Int, sd: Double?, confidence: Double = 0.95) {
    precondition(abs(published) <= 100 && n >= 1, "a score of somebody")
    precondition(confidence > 0 && confidence < 1, "a confidence between 0 and 1")
    let variance = sd.map { $0 * $0 } ?? (100 - published) * (100 + published)
    let difference = own.nps.map { $0 - published }
    let se = own.se.map { ($0 * $0 + variance / Double(n)).squareRoot() }
    let usable: Estimate = se.value == 0 ? .unavailable(.zeroVariance) : se
    let margin = usable.map { $0 * Normal.quantile((1 + confidence) / 2) }
    self.difference = difference
    p = usable.flatMap { error in difference.map { Normal.twoSided($0 / error) } }
    low = margin.flatMap { margin in difference.map { $0 - margin } }
    high = margin.flatMap { margin in difference.map { $0 + margin } }
  }
}
