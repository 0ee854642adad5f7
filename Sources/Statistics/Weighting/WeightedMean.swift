/// The mean of weighted rows, with the weights taken as fixed.
///
/// Source: methodology 4.2. Mean Σwy/Σw; standard error √(n/(n−1)·Σw²(y − mean)²)/Σw, the linearisation of sampling with
/// replacement; n_eff = (Σw)²/Σw² (Kish 1965), and the interval is mean ± t·se with n_eff − 1 degrees of freedom.
///
/// Edges: no rows, or weights that add up to 0, `no_data`; fewer than two rows, or n_eff of 1, a mean alone (`n_lt_2`);
/// rows that are all equal have se 0 and no interval (`zero_variance`).
public struct WeightedMean: Sendable, Equatable {
  /// Rows at one value.
  public struct Level: Sendable, Equatable {
    /// The value of these rows.
    public var value: Double
    /// The number of rows, not negative.
    public var rows: Int
    /// Σw over these rows, in any unit of weight, not negative.
    public var sum: Int128
    /// Σw² over these rows, in the square of that unit.
    public var squares: Int128

    /// One value with what is known of its rows.
    public init(value: Double, rows: Int, sum: Int128, squares: Int128) {
      self.value = value
      self.rows = rows
      self.sum = sum
      self.squares = squares
    }
  }

  /// The number of rows.
  public let n: Int
  /// How many unweighted rows would tell as much.
  public let effectiveN: Estimate
  /// The weighted mean, in units of the values.
  public let mean: Estimate
  /// How far rows spread, √(n/(n−1)·Σw(y − mean)²/Σw): that of the rows themselves where all weights are equal.
  public let sd: Estimate
  /// Its standard error.
  public let se: Estimate
  /// Lower bound of the interval.
  public let low: Estimate
  /// Upper bound of the interval.
  public let high: Estimate
  /// The mean in standard deviations; `zero_variance` where all rows are equal.
  public var dz: Estimate {
    sd.flatMap { sd in sd > 0 ? mean.flatMap { Estimate(finite: $0 / sd) } : .unavailable(.zeroVariance) }
  }
  /// The difference of the mean from 0 in standard errors, against none, with n_eff − 1 degrees of freedom.
  public let test: WeightedTest

  /// - Parameters:
  ///   - levels: The rows, by value, in a fixed order: sums of doubles depend on it.
  ///   - confidence: Coverage of the interval, between 0 and 1, exclusive.
  ///   - populationSize: As in ``MeanTest``.
  public init(_ levels: [Level], confidence: Double = 0.95, populationSize: Int? = nil) {
    self.init(
      n: levels.reduce(0) { $0 + $1.rows }, weight: Double(nearestTo: levels.reduce(0) { $0 + $1.sum }),
      squares: Double(nearestTo: levels.reduce(0) { $0 + $1.squares }),
      terms: levels.map {
        Term(value: $0.value, sum: Double(nearestTo: $0.sum), squares: Double(nearestTo: $0.squares))
      },
      confidence: confidence, populationSize: populationSize)
  }

  /// Rows whose weight is that of their cell, as raking gives them.
  ///
  /// - Parameters:
  ///   - cells: The rows of each cell, in a fixed order.
  ///   - weights: The weight of a row of each cell, not negative, in any unit.
  ///   - confidence: Coverage of the interval, between 0 and 1, exclusive.
  ///   - populationSize: As in ``MeanTest``.
  public init(cells: [Counts], weights: [Double], confidence: Double = 0.95, populationSize: Int? = nil) {
    precondition(cells.count == weights.count, "a weight for every cell")
    precondition(weights.allSatisfy { $0 >= 0 && $0.isFinite }, "weights are not negative")
    let terms = zip(cells, weights).flatMap { cell, weight in
      cell.entries.map { entry in
        Term(
          value: Double(entry.value) / Double(cell.denominator), sum: Double(entry.count) * weight,
          squares: Double(entry.count) * weight * weight)
      }
    }
    self.init(
      n: cells.reduce(0) { $0 + $1.n }, weight: terms.reduce(0) { $0 + $1.sum },
      squares: terms.reduce(0) { $0 + $1.squares }, terms: terms, confidence: confidence,
      populationSize: populationSize)
  }

  /// The value of all rows that weigh anything, where it is one: a quotient of sums might miss it by its last digit.
  private static func only(_ terms: [Term]) -> Double? {
    guard let first = terms.first(where: { $0.sum > 0 }) else { return nil }
    return terms.allSatisfy { $0.sum == 0 || $0.value == first.value } ? first.value : nil
  }

  private struct Term {
    let value: Double
    let sum: Double
    let squares: Double
  }

  private init(
    n: Int, weight: Double, squares: Double, terms: [Term], confidence: Double, populationSize: Int?
  ) {
    precondition(confidence > 0 && confidence < 1, "a confidence between 0 and 1")
    self.n = n
    guard weight > 0 else {
      let reason = Estimate.unavailable(.noData)
      (effectiveN, mean, sd, se, low, high) = (reason, reason, reason, reason, reason, reason)
      test = WeightedTest(unavailable: .noData)
      return
    }
    let mean = Self.only(terms) ?? terms.reduce(0.0) { $0 + $1.value * $1.sum } / weight
    let effective = weight * weight / squares
    (self.mean, effectiveN) = (.value(mean), .value(effective))
    guard n > 1, effective > 1 else {
      (sd, se, low, high) = (
        .unavailable(.nLt2), .unavailable(.nLt2), .unavailable(.nLt2), .unavailable(.nLt2)
      )
      test = WeightedTest(unavailable: .nLt2)
      return
    }
    let apart = terms.reduce(0.0) { $0 + $1.sum * ($1.value - mean) * ($1.value - mean) }
    sd = .value((Double(n) / Double(n - 1) * apart / weight).squareRoot())
    let spread = terms.reduce(0.0) { $0 + $1.squares * ($1.value - mean) * ($1.value - mean) }
    let infinite = (Double(n) / Double(n - 1) * spread).squareRoot() / weight
    let se = infinite * finitePopulationFactor(n: n, populationSize: populationSize)
    self.se = .value(se)
    test = WeightedTest(mean: .value(mean), se: .value(se), spread: .value(infinite), df: effective - 1)
    guard infinite > 0 else {
      (low, high) = (.unavailable(.zeroVariance), .unavailable(.zeroVariance))
      return
    }
    let margin = StudentT(df: effective - 1).quantile((1 + confidence) / 2) * se
    (low, high) = (Estimate(finite: mean - margin), Estimate(finite: mean + margin))
  }
}
