/// How well the items of one scale hang together: Cronbach's α, its interval and what each item does to it.
///
/// Source: methodology 2.6; Cronbach 1951 (Psychometrika 16, 297–334): α = k/(k−1)·(1 − ΣC_ii/ΣΣC_ij). Interval after
/// Feldt 1965 (Psychometrika 30, 357–370): 1 − (1−α)·F with n − 1 and (n−1)(k−1) degrees of freedom. Rows are those
/// with an answer to every item. α says nothing about there being one dimension; below 0 it is printed as it is.
///
/// Edges: one item `too_few`; no rows `no_data`; one row `n_lt_2`; where the sum over items does not vary, α is
/// `zero_variance`. A constant item leaves α, but has no correlations itself, nor is there an average of them.
public struct Reliability: Sendable, Equatable {
  /// What one item does.
  public struct Item: Sendable, Equatable {
    /// α of the other items; needs three items.
    public let alphaWithout: Estimate
    /// The correlation of the item with the sum of the others, −1 to 1.
    public let itemRest: Estimate
  }

  /// The number of rows with an answer to every item.
  public let n: Int
  /// α, at most 1; below 0 where items contradict each other.
  public let alpha: Estimate
  /// Lower bound of the interval for α.
  public let low: Estimate
  /// Upper bound of the interval for α.
  public let high: Estimate
  /// α of the items brought to one variance: k·r̄/(1 + (k−1)·r̄).
  public let standardized: Estimate
  /// r̄, the mean of the correlations between items.
  public let averageCorrelation: Estimate
  /// One entry an item, in the order of columns.
  public let items: [Item]

  /// - Parameters:
  ///   - moments: One column an item, reversed ones turned round before.
  ///   - confidence: Coverage of the interval, between 0 and 1, exclusive.
  public init(_ moments: IntegerMoments, confidence: Double = 0.95) {
    precondition(confidence > 0 && confidence < 1, "a confidence between 0 and 1")
    let all = Array(0..<moments.columns)
    n = moments.n
    let alpha = Self.alpha(moments, of: all)
    self.alpha = alpha
    let rows = Double(n - 1)
    let bound = { (share: Double) in
      alpha.map { 1 - (1 - $0) * FisherF(df1: rows, df2: rows * Double(all.count - 1)).quantile(share) }
    }
    (low, high) = (bound((1 + confidence) / 2), bound((1 - confidence) / 2))
    averageCorrelation = Self.averageCorrelation(moments)
    standardized = averageCorrelation.flatMap { r in
      let k = Double(moments.columns)
      let below = 1 + (k - 1) * r
      return below > 0 ? Estimate(finite: k * r / below) : .unavailable(.zeroVariance)
    }
    items = all.map { item in
      let rest = all.filter { $0 != item }
      return Item(alphaWithout: Self.alpha(moments, of: rest), itemRest: Self.itemRest(moments, item, rest))
    }
  }

  /// α alone of some columns, as a jackknife needs it.
  public static func alpha(_ moments: IntegerMoments, of items: [Int]) -> Estimate {
    if let reason = obstacle(moments, items: items.count) { return .unavailable(reason) }
    // 1 − ΣC_ii/ΣΣC_ij is the share of what lies beside the diagonal: exact up to one division.
    let total = moments.comoment(items, items)
    guard !total.isZero else { return .unavailable(.zeroVariance) }
    let beside = items.reduce(total) { $0 - moments.comoment($1, $1) }
    let k = Double(items.count)
    return Estimate(finite: k / (k - 1) * (beside.rounded / total.rounded))
  }

  private static func itemRest(_ moments: IntegerMoments, _ item: Int, _ rest: [Int]) -> Estimate {
    if let reason = obstacle(moments, items: rest.count + 1) { return .unavailable(reason) }
    return IntegerMoments.ratio(
      moments.comoment([item], rest), moments.comoment(item, item), moments.comoment(rest, rest))
  }

  private static func averageCorrelation(_ moments: IntegerMoments) -> Estimate {
    if let reason = obstacle(moments, items: moments.columns) { return .unavailable(reason) }
    var correlations: [Double] = []
    for i in 0..<moments.columns {
      for j in (i + 1)..<max(i + 1, moments.columns) {
        guard let r = moments.correlation(i, j).value else { return .unavailable(.zeroVariance) }
        correlations.append(r)
      }
    }
    return .value(meanAscending(correlations))
  }

  private static func obstacle(_ moments: IntegerMoments, items: Int) -> Reason? {
    if items < 2 { return .tooFew }
    return switch moments.n {
    case 0: .noData
    case 1: .nLt2
    default: nil
    }
  }
}
