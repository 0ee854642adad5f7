/// What a low and what a high rating of each attribute do to an outcome, against a rating in the middle.
///
/// Source: methodology 3.3; penalty–reward contrast (Brandt 1987; Matzler & Sauerwein 2002, Int. J. Service Industry
/// Mgmt 13(4), 314–332): the outcome on two flags an attribute, low and high, by least squares over all attributes at
/// once. With p⁻ = |min(b_low, 0)| and r⁺ = max(b_high, 0), the impact asymmetry is (r⁺ − p⁻)/(r⁺ + p⁻) (Mikulić &
/// Prebežac 2008, Managing Service Quality 18(6), 559–576). Flags that the earlier ones determine are dropped.
///
/// Edges: no rows `no_data`; one row `n_lt_2`; a constant outcome `zero_variance`. A flag held by fewer than the least
/// cases leaves its attribute `too_few`, one that was dropped `singular`; with no rows to spare for the error, standard
/// errors are `too_few`. Where a low rating costs and a high one gains nothing, the asymmetry is `all_zero`.
public struct PenaltyReward: Sendable, Equatable {
  /// Which columns tell what an attribute was rated.
  public struct Attribute: Sendable, Equatable {
    /// The column that is 1 for a low rating, else 0.
    public let low: Int
    /// The column that is 1 for a high rating, else 0.
    public let high: Int

    /// The columns of one attribute.
    public init(low: Int, high: Int) { (self.low, self.high) = (low, high) }
  }

  /// What kind of attribute it is (Kano et al. 1984).
  public enum Kind: String, Sendable, CaseIterable {
    /// Asymmetry below −0.2: it is missed where lacking and not noticed where present.
    case mustBe = "must-be"
    /// Between: the more the better.
    case performance
    /// Asymmetry above 0.2: it delights and is not missed.
    case attractive
  }

  /// One attribute.
  public struct Effect: Sendable, Equatable {
    /// Rows with a low rating.
    public let lowCases: Int128
    /// Rows with a high rating.
    public let highCases: Int128
    /// b_low: the difference a low rating makes, in units of the outcome.
    public let low: Estimate
    /// Its standard error.
    public let lowSE: Estimate
    /// b_high: the difference a high rating makes, in units of the outcome.
    public let high: Estimate
    /// Its standard error.
    public let highSE: Estimate
    /// p⁻ + r⁺, the range of the impact, not negative.
    public let range: Estimate
    /// (r⁺ − p⁻)/(r⁺ + p⁻), −1 to 1.
    public let asymmetry: Estimate
    /// What that makes it; nil without an asymmetry.
    public let kind: Kind?
  }

  /// How far from 0 the asymmetry is that makes an attribute more than a performance attribute: our convention.
  public static let kindLimit = 0.2

  /// The number of rows.
  public let n: Int
  /// The outcome where every attribute is rated in the middle.
  public let intercept: Estimate
  /// One entry an attribute, in the given order.
  public let effects: [Effect]

  /// - Parameters:
  ///   - moments: Rows with the outcome and a rating of every attribute.
  ///   - outcome: The column of the outcome.
  ///   - attributes: The flags of each attribute, one at least.
  ///   - leastCases: How many low and how many high ratings an attribute needs.
  ///   - leastShare: The same as a share of rows.
  public init(
    _ moments: IntegerMoments, outcome: Int = 0, attributes: [Attribute], leastCases: Int = 15,
    leastShare: Double = 0.05
  ) {
    precondition(!attributes.isEmpty, "one attribute at least")
    n = moments.n
    let fit = FlagFit(moments, outcome, attributes.flatMap { [$0.low, $0.high] })
    intercept = fit.intercept
    let least = max(Double(leastCases), leastShare * Double(moments.n))
    effects = attributes.enumerated().map { place, attribute in
      let cases = (moments.sums[attribute.low], moments.sums[attribute.high])
      let isGated = fit.intercept.value != nil && Double(min(cases.0, cases.1)) < least
      let coefficients = (2 * place...2 * place + 1).map { fit.coefficient($0, reason: isGated ? .tooFew : nil) }
      return Effect(cases, low: coefficients[0], high: coefficients[1])
    }
  }
}

extension PenaltyReward.Effect {
  fileprivate init(_ cases: (Int128, Int128), low: FlagFit.Coefficient, high: FlagFit.Coefficient) {
    (lowCases, highCases) = cases
    (self.low, lowSE, self.high, highSE) = (low.slope, low.se, high.slope, high.se)
    let penalty = low.slope.map { -min(0, $0) }
    let reward = high.slope.map { max(0, $0) }
    let range = penalty.flatMap { penalty in reward.map { $0 + penalty } }
    self.range = range
    let asymmetry = range.flatMap { range in
      guard range > 0, let penalty = penalty.value, let reward = reward.value else { return .unavailable(.allZero) }
      return .value((reward - penalty) / range)
    }
    self.asymmetry = asymmetry
    kind = asymmetry.value.map { asymmetry in
      if asymmetry < -PenaltyReward.kindLimit { return .mustBe }
      return asymmetry > PenaltyReward.kindLimit ? .attractive : .performance
    }
  }
}

/// Least squares of an outcome on flags.
private struct FlagFit {
  struct Coefficient {
    let slope: Estimate
    let se: Estimate
  }

  let intercept: Estimate
  private let coefficients: [Coefficient]

  init(_ moments: IntegerMoments, _ outcome: Int, _ flags: [Int]) {
    if let reason = Self.obstacle(moments, outcome) {
      intercept = moments.mean(outcome).flatMap { _ in .unavailable(reason) }
      let lacking = Estimate.unavailable(reason)
      coefficients = Array(repeating: Coefficient(slope: lacking, se: lacking), count: flags.count)
      return
    }
    // Sums of products about the means; the exact numerators are n times as large.
    let rows = UInt128(moments.n)
    let about = { (i: Int, j: Int) in moments.comoment(i, j).divided(by: rows) }
    let factor = Cholesky(flags.map { i in flags.map { about(i, $0) } })
    let kept = factor.kept.map { flags[$0] }
    let right = kept.map { about($0, outcome) }
    let slopes = factor.solve(right)
    let explained = zip(slopes, right).reduce(0.0) { $0 + $1.0 * $1.1 }
    let residual = max(0, about(outcome, outcome) - explained)
    let df = moments.n - 1 - kept.count
    intercept = zip(slopes, kept).reduce(moments.mean(outcome)) { sum, term in
      sum.flatMap { sum in moments.mean(term.1).map { sum - term.0 * $0 } }
    }
    var coefficients = Array(
      repeating: Coefficient(slope: .unavailable(.singular), se: .unavailable(.singular)), count: flags.count)
    for (place, spread) in factor.inverseDiagonal.enumerated() {
      let se = df > 0 ? Estimate(finite: (residual / Double(df) * spread).squareRoot()) : .unavailable(.tooFew)
      coefficients[factor.kept[place]] = Coefficient(slope: Estimate(finite: slopes[place]), se: se)
    }
    self.coefficients = coefficients
  }

  /// One coefficient, or the reason for not giving it.
  func coefficient(_ index: Int, reason: Reason?) -> Coefficient {
    reason.map { Coefficient(slope: .unavailable($0), se: .unavailable($0)) } ?? coefficients[index]
  }

  private static func obstacle(_ moments: IntegerMoments, _ outcome: Int) -> Reason? {
    if moments.n < 2 { return moments.n == 0 ? .noData : .nLt2 }
    return moments.comoment(outcome, outcome).isZero ? .zeroVariance : nil
  }
}
