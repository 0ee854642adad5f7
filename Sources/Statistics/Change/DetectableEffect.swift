/// How small an effect a comparison can find, and how many answers it takes to find one.
///
/// Source: methodology 5.5; Bloom 1995 (Evaluation Review 19, 547–556): an effect of (z_{1−α/2} + z_{power})·SE is found
/// with that power. Numbers of answers are rounded up.
public struct DetectableEffect: Sendable, Equatable {
  /// z_{1−α/2} + z_{power}, 2.801585 by default; of t with few degrees of freedom it is larger.
  public let factor: Double

  /// - Parameters:
  ///   - confidence: 1 − α of the two-sided test, between 0 and 1, exclusive.
  ///   - power: The probability to find the effect, from ½ to below 1.
  public init(confidence: Double = 0.95, power: Double = 0.8) {
    precondition(confidence > 0 && confidence < 1, "a confidence between 0 and 1")
    precondition(power >= 0.5 && power < 1, "a power from one half to below 1")
    factor = Normal.quantile((1 + confidence) / 2) + Normal.quantile(power)
  }

  /// The same for a test by Student's t, as of few units (Bloom 1995: multiples of the error from t in place of z).
  ///
  /// - Parameters:
  ///   - confidence: 1 − α of the two-sided test, between 0 and 1, exclusive.
  ///   - power: The probability to find the effect, from ½ to below 1.
  ///   - df: Degrees of freedom, above 0.
  public init(confidence: Double = 0.95, power: Double = 0.8, df: Double) {
    precondition(confidence > 0 && confidence < 1, "a confidence between 0 and 1")
    precondition(power >= 0.5 && power < 1, "a power from one half to below 1")
    precondition(df > 0, "degrees of freedom above 0")
    let t = StudentT(df: df)
    factor = t.quantile((1 + confidence) / 2) + t.quantile(power)
  }

  /// The smallest effect that is found, in units of the standard error.
  ///
  /// - Parameter se: The standard error of the planned comparison.
  /// - Returns: The effect, 0 or more; the reason of the error where it is lacking.
  public func minimum(se: Estimate) -> Estimate {
    se.map { factor * $0 }
  }

  /// Answers in each of two groups that find a difference of means: 2(z+z)²σ²/δ².
  ///
  /// - Parameters:
  ///   - effect: δ, the difference to find, not 0.
  ///   - sd: σ in units of δ, not negative.
  ///   - designEffect: deff of a weighted or clustered survey, above 0; the number is multiplied by it, then rounded up.
  /// - Returns: A whole number, `overflow` beyond 10¹⁵.
  public func rowsPerGroup(effect: Double, sd: Double, designEffect: Double = 1) -> Estimate {
    precondition(sd >= 0 && sd.isFinite, "a standard deviation is not negative")
    return rows(variance: 2 * sd * sd, effect: effect, designEffect: designEffect)
  }

  /// Answers in each of two groups that find a difference of shares: (z+z)²(p₁q₁ + p₂q₂)/(p₁ − p₂)².
  ///
  /// - Parameters:
  ///   - first: p₁, 0 to 1.
  ///   - second: p₂, 0 to 1, another than p₁.
  ///   - designEffect: As for means.
  /// - Returns: A whole number, `overflow` beyond 10¹⁵.
  public func rowsPerGroup(share first: Double, against second: Double, designEffect: Double = 1) -> Estimate {
    precondition(min(first, second) >= 0 && max(first, second) <= 1, "a share is between 0 and 1")
    let variance = first * (1 - first) + second * (1 - second)
    return rows(variance: variance, effect: first - second, designEffect: designEffect)
  }

  /// Answers with which a comparison of the same design would find the effect: n·(MDE/δ)², all samples growing alike.
  ///
  /// - Parameters:
  ///   - n: The answers the comparison has now, all samples or any one of them.
  ///   - se: Its standard error now.
  ///   - effect: δ, the effect to find, not 0.
  /// - Returns: A whole number, below n where the comparison is large enough; the reason where the error is lacking.
  public func rowsNeeded(n: Int, se: Estimate, effect: Double) -> Estimate {
    se.flatMap { se in rows(variance: Double(n) * se * se, effect: effect, designEffect: 1) }
  }

  /// Answers that the later sample needs where the rest of the comparison lies in the past and cannot grow.
  ///
  /// - Parameters:
  ///   - variance: s² of single answers in the later sample, not negative.
  ///   - fixed: The squared error of all other samples, not negative.
  ///   - effect: δ, the effect to find, not 0.
  /// - Returns: A whole number; `too_few` where the fixed part alone hides the effect, whatever is asked now.
  public func rowsLater(variance: Double, fixed: Double, effect: Double) -> Estimate {
    precondition(variance >= 0 && fixed >= 0, "a variance is not negative")
    let room = effect / factor * (effect / factor) - fixed
    guard room > 0 else { return .unavailable(.tooFew) }
    return Self.whole(variance / room)
  }

  private func rows(variance: Double, effect: Double, designEffect: Double) -> Estimate {
    precondition(effect != 0 && effect.isFinite, "an effect other than 0")
    precondition(designEffect > 0 && designEffect.isFinite, "a design effect above 0")
    return Self.whole(factor / effect * (factor / effect) * variance * designEffect)
  }

  private static func whole(_ rows: Double) -> Estimate {
    rows <= 1e15 ? .value(rows.rounded(.up)) : .unavailable(.overflow)
  }
}
