/// A control chart of shares over waves: Shewhart's p, or Laney's p′ where answers are many or vary more than by chance.
///
/// Source: methodology 5.4; NIST/SEMATECH e-Handbook 6.3.3.2; Laney 2002 (Quality Engineering 14(4), 531–537). Centre
/// p̄ = Σx/Σn of the baseline; σ_i = √(p̄(1−p̄)/n_i); limits p̄ ± 3σ_i, for p′ p̄ ± 3σ_i·σ_z with σ_z = mean|Δz|/1.128 of the
/// baseline, clamped to 0…1.
///
/// Waves without rows are left out. Edges: no wave `no_data`; fewer than the baseline `too_few`, without limits; nobody
/// or everybody in the baseline, or p′ with σ_z = 0, `zero_variance`.
public struct ProportionChart: Sendable, Equatable {
  /// Which limits hold.
  public enum Rule: String, Sendable, CaseIterable {
    case p
    case laney = "p-prime"
  }

  /// Above so many answers in a wave p cries wolf.
  public static let manyRows = 500
  /// Above this σ_z shares vary more than by chance.
  public static let largestSpread = 1.2

  /// p̄ of the baseline.
  public let centre: Estimate
  /// σ_z of the baseline, 1 where shares vary by chance alone.
  public let spread: Estimate
  /// p′ if any wave has more than 500 answers or σ_z is above 1.2, else p.
  public let rule: Rule
  /// The waves that have rows, in order, with limits and signals by the rule.
  public let points: [ChartPoint]

  /// - Parameters:
  ///   - waves: The share of each wave, in order.
  ///   - baseline: The number of first waves with rows that fix the limits, at least 2; methodology: 8.
  public init(_ waves: [Proportion], baseline: Int = 8) {
    precondition(baseline > 1, "a baseline of two waves at least")
    let places = waves.indices.filter { waves[$0].n > 0 }
    let known = places.map { waves[$0] }
    let fixed = Baseline(known, count: baseline)
    (centre, spread) = (fixed.centre, fixed.spread)
    let wide = fixed.spread.value.map { $0 > Self.largestSpread } ?? false
    let rule: Rule = wide || known.contains { $0.n > Self.manyRows } ? .laney : .p
    self.rule = rule
    points = SignalRules.points(
      zip(places, known).map { place, wave in
        SignalRules.Wave(
          place: place, value: Double(wave.successes) / Double(wave.n), limits: fixed.limits(n: wave.n, rule: rule),
          side: fixed.side(of: wave))
      })
  }

  /// The limits of a wave of n answers, by a rule of choice.
  ///
  /// - Parameters:
  ///   - n: Answers, above 0.
  ///   - rule: p or p′.
  /// - Returns: Lower and upper limit, between 0 and 1.
  public func limits(n: Int, rule: Rule) -> (low: Estimate, high: Estimate) {
    Baseline.limits(n: n, rule: rule, centre: centre, spread: spread)
  }
}

/// The first waves, which fix the limits.
private struct Baseline {
  let successes: Int
  let n: Int
  let centre: Estimate
  let spread: Estimate

  init(_ waves: [Proportion], count: Int) {
    let fixed = waves.prefix(count)
    successes = fixed.reduce(0) { $0 + $1.successes }
    n = fixed.reduce(0) { $0 + $1.n }
    guard waves.count >= count else {
      let reason = Estimate.unavailable(waves.isEmpty ? .noData : .tooFew)
      (centre, spread) = (reason, reason)
      return
    }
    let centre = Double(successes) / Double(n)
    self.centre = .value(centre)
    guard successes > 0, successes < n else {
      spread = .unavailable(.zeroVariance)
      return
    }
    let z = fixed.map { [successes, n] wave in
      let distance = Double(Self.excess(wave, successes: successes, n: n)) / Double(n) / Double(wave.n)
      return distance / Self.sigma(centre, n: wave.n)
    }
    let steps = zip(z.dropFirst(), z).reduce(0) { $0 + abs($1.0 - $1.1) }
    spread = Estimate(finite: steps / Double(count - 1) / 1.128)
  }

  func limits(n: Int, rule: ProportionChart.Rule) -> (low: Estimate, high: Estimate) {
    Self.limits(n: n, rule: rule, centre: centre, spread: spread)
  }

  static func limits(n: Int, rule: ProportionChart.Rule, centre: Estimate, spread: Estimate)
    -> (low: Estimate, high: Estimate)
  {
    precondition(n > 0, "a wave has answers")
    let margin = spread.flatMap { spread -> Estimate in
      centre.flatMap { centre in
        switch rule {
        case .p: .value(3 * sigma(centre, n: n))
        case .laney: spread > 0 ? .value(3 * sigma(centre, n: n) * spread) : .unavailable(.zeroVariance)
        }
      }
    }
    return (
      margin.flatMap { margin in centre.map { max(0, $0 - margin) } },
      margin.flatMap { margin in centre.map { min(1, $0 + margin) } }
    )
  }

  /// The side of p̄, from integers; nil on the line or without a baseline.
  func side(of wave: Proportion) -> ChartSide? {
    guard centre.value != nil else { return nil }
    let excess = Self.excess(wave, successes: successes, n: n)
    return excess == 0 ? nil : excess > 0 ? .above : .below
  }

  /// (p_i − p̄)·n_i·n, exact.
  private static func excess(_ wave: Proportion, successes: Int, n: Int) -> Int128 {
    Int128(wave.successes) * Int128(n) - Int128(successes) * Int128(wave.n)
  }

  private static func sigma(_ centre: Double, n: Int) -> Double {
    (centre * (1 - centre) / Double(n)).squareRoot()
  }
}
