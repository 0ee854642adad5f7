/// Standard error and interval of any figure by leaving out one group of rows at a time.
///
/// Source: methodology 0.7; Kott 2001 (J. Official Statistics 17(4), 521–526). With θ_(g) the figure without group g,
/// v = (G−1)/G·Σ(θ_(g) − θ)²; interval θ ± t·√v with G − 1 degrees of freedom. An empty group is left out and lowers G.
///
/// Edges: a figure that the total lacks is lacking here for the same reason; fewer than two groups with rows leave no
/// error (`n_lt_2`); a figure that some replicate lacks has no error, for the replicate's reason; replicates that all
/// equal the figure give an error of 0 and no interval (`zero_variance`).
public struct Jackknife: Sendable, Equatable {
  /// The figure of all rows.
  public let estimate: Estimate
  /// The figure without each group that has rows, in the order of groups.
  public let replicates: [Estimate]
  /// The standard error, in units of the figure.
  public let se: Estimate
  /// Lower bound of the interval.
  public let low: Estimate
  /// Upper bound of the interval.
  public let high: Estimate

  /// The number of groups with rows, G.
  public var groups: Int { replicates.count }

  /// The jackknife of a figure that is computed already.
  ///
  /// - Parameters:
  ///   - estimate: The figure of all rows.
  ///   - replicates: The figure without each group that has rows.
  ///   - confidence: Coverage of the interval, between 0 and 1, exclusive.
  ///   - range: Where the figure can lie; the interval is cut to it.
  public init(
    estimate: Estimate, replicates: [Estimate], confidence: Double = 0.95,
    range: ClosedRange<Double> = -Double.infinity...Double.infinity
  ) {
    precondition(confidence > 0 && confidence < 1, "a confidence between 0 and 1")
    (self.estimate, self.replicates) = (estimate, replicates)
    se = Self.error(of: estimate, replicates)
    guard let centre = estimate.value, let se = se.value, se > 0 else {
      let reason = se.reason ?? .zeroVariance
      (low, high) = (.unavailable(reason), .unavailable(reason))
      return
    }
    let margin = StudentT(df: Double(replicates.count - 1)).quantile((1 + confidence) / 2) * se
    low = Estimate(finite: max(range.lowerBound, centre - margin))
    high = Estimate(finite: min(range.upperBound, centre + margin))
  }

  /// The jackknife of a figure of additive statistics.
  ///
  /// - Parameters:
  ///   - total: The statistics of all rows.
  ///   - buckets: Those of each group; together they make up the total.
  ///   - confidence: Coverage of the interval, between 0 and 1, exclusive.
  ///   - range: Where the figure can lie; the interval is cut to it.
  ///   - figure: From statistics to the figure.
  public init<Total: Removable>(
    total: Total, buckets: [Total], confidence: Double = 0.95,
    range: ClosedRange<Double> = -Double.infinity...Double.infinity, figure: (Total) -> Estimate
  ) {
    self.init(
      estimate: figure(total), replicates: Self.replicates(of: total, buckets).map(figure), confidence: confidence,
      range: range)
  }

  /// The jackknives of several figures that are computed together, in the order of the figures.
  ///
  /// The parameters are those of one figure; `figures` gives always as many.
  public static func several<Total: Removable>(
    total: Total, buckets: [Total], confidence: Double = 0.95,
    range: ClosedRange<Double> = -Double.infinity...Double.infinity, figures: (Total) -> [Estimate]
  ) -> [Jackknife] {
    let estimates = figures(total)
    let replicates = Self.replicates(of: total, buckets).map(figures)
    precondition(replicates.allSatisfy { $0.count == estimates.count }, "the same figures from every replicate")
    return estimates.indices.map { index in
      Jackknife(
        estimate: estimates[index], replicates: replicates.map { $0[index] }, confidence: confidence, range: range)
    }
  }

  /// The statistics without each group that has rows.
  public static func replicates<Total: Removable>(of total: Total, _ buckets: [Total]) -> [Total] {
    buckets.filter { $0.n > 0 }.map { total.removing($0) }
  }

  private static func error(of estimate: Estimate, _ replicates: [Estimate]) -> Estimate {
    guard let centre = estimate.value else { return estimate }
    guard replicates.count > 1 else { return .unavailable(.nLt2) }
    var squares: [Double] = []
    for replicate in replicates {
      guard let value = replicate.value else { return replicate }
      squares.append((value - centre) * (value - centre))
    }
    let share = Double(replicates.count - 1) / Double(replicates.count)
    return Estimate(finite: (share * sumAscending(squares)).squareRoot())
  }
}
