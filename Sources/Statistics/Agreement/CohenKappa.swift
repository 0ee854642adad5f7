/// How far two raters agree beyond chance: Cohen's κ, plain or weighted by the distance of their categories.
///
/// Source: methodology 2.7; Cohen 1960 (Educ. Psychol. Meas. 20, 37–46) and 1968 (Psych. Bull. 70, 213–220):
/// κ = 1 − Σd·p_ij/Σd·p_i·p_·j with the disagreement d of 0 or 1, |i−j| or (i−j)². Standard error after Fleiss, Cohen &
/// Everitt 1969 (Psych. Bull. 72, 323–327, eq. 13). κ falls where one category prevails: read the raw agreement too.
///
/// Edges: no units `no_data`; one unit has no error (`n_lt_2`); raters who used one and the same category only leave no
/// κ (`no_variation`).
public struct CohenKappa: Sendable, Equatable {
  /// How much a disagreement counts.
  public enum Weighting: Sendable, CaseIterable {
    /// All disagreements alike.
    case none
    /// By the distance of categories.
    case linear
    /// By the square of the distance.
    case quadratic
  }

  /// The number of units that both have rated.
  public let n: Int
  /// The share of units in one category with both raters, 0 to 1.
  public let rawAgreement: Estimate
  /// κ, at most 1.
  public let kappa: Estimate
  /// Its standard error, n large.
  public let se: Estimate
  /// Lower bound of the interval, at least −1.
  public let low: Estimate
  /// Upper bound of the interval, at most 1.
  public let high: Estimate

  /// - Parameters:
  ///   - table: Units by the first rater's category (row) and the second's (column), square, categories in order.
  ///   - weighting: How much a disagreement counts.
  ///   - confidence: Coverage of the interval, between 0 and 1, exclusive.
  public init(_ table: [[Int]], weighting: Weighting = .none, confidence: Double = 0.95) {
    precondition(confidence > 0 && confidence < 1, "a confidence between 0 and 1")
    precondition(table.allSatisfy { $0.count == table.count }, "as many columns as rows")
    let ratings = KappaTable(table, weighting)
    n = ratings.n
    guard n > 0 else {
      let reason = Estimate.unavailable(.noData)
      (rawAgreement, kappa, se, low, high) = (reason, reason, reason, reason, reason)
      return
    }
    rawAgreement = .value(Double(ratings.agreements) / Double(n))
    guard ratings.expected > 0 else {
      let reason = Estimate.unavailable(.noVariation)
      (kappa, se, low, high) = (reason, reason, reason, reason)
      return
    }
    let kappa = ratings.kappa
    self.kappa = .value(kappa)
    guard n > 1 else {
      (se, low, high) = (.unavailable(.nLt2), .unavailable(.nLt2), .unavailable(.nLt2))
      return
    }
    let error = ratings.error
    let margin = Normal.quantile((1 + confidence) / 2) * error
    se = .value(error)
    low = error > 0 ? .value(max(-1, kappa - margin)) : .unavailable(.zeroVariance)
    high = error > 0 ? .value(min(1, kappa + margin)) : .unavailable(.zeroVariance)
  }
}

/// The sums behind ``CohenKappa``.
private struct KappaTable {
  let n: Int
  let agreements: Int
  /// Σd·n_ij.
  let observed: Int128
  /// Σd·n_i·n_·j, n² times the disagreement expected by chance.
  let expected: Int128
  private let table: [[Int]]
  private let rows: [Int]
  private let columns: [Int]
  private let weighting: CohenKappa.Weighting

  init(_ table: [[Int]], _ weighting: CohenKappa.Weighting) {
    let rows = table.map { $0.reduce(0, +) }
    let columns = table.indices.map { column in table.reduce(0) { $0 + $1[column] } }
    var (observed, expected): (Int128, Int128) = (0, 0)
    for i in table.indices {
      for j in table.indices {
        precondition(table[i][j] >= 0, "a count is not negative")
        let distance = Int128(Self.disagreement(i, j, weighting))
        observed += distance * Int128(table[i][j])
        expected += distance * Int128(rows[i]) * Int128(columns[j])
      }
    }
    (self.observed, self.expected, self.table) = (observed, expected, table)
    (self.rows, self.columns, self.weighting) = (rows, columns, weighting)
    n = rows.reduce(0, +)
    agreements = table.indices.reduce(0) { $0 + table[$1][$1] }
  }

  /// (E − n·O)/E, exact up to the division.
  var kappa: Double {
    let excess = expected - Int128(n) * observed
    return Double(excess) / Double(expected)
  }

  /// With agreement 1 − d/d_max and its expectation given either rater's category.
  var error: Double {
    let (total, largest) = (Double(n), Double(max(1, Self.disagreement(0, table.count - 1, weighting))))
    let agreement = { (i: Int, j: Int) in 1 - Double(Self.disagreement(i, j, weighting)) / largest }
    let rowMeans = table.indices.map { i in
      table.indices.reduce(0.0) { $0 + agreement(i, $1) * Double(columns[$1]) } / total
    }
    let columnMeans = table.indices.map { j in
      table.indices.reduce(0.0) { $0 + agreement($1, j) * Double(rows[$1]) } / total
    }
    let (chance, kappa) = (1 - Double(expected) / (total * total * largest), kappa)
    var terms: [Double] = []
    for i in table.indices {
      for j in table.indices where table[i][j] > 0 {
        let deviation = agreement(i, j) - (rowMeans[i] + columnMeans[j]) * (1 - kappa)
        terms.append(Double(table[i][j]) / total * deviation * deviation)
      }
    }
    let centre = kappa - chance * (1 - kappa)
    let spread = max(0, sumAscending(terms) - centre * centre)
    return (spread / total).squareRoot() / (1 - chance)
  }

  private static func disagreement(_ i: Int, _ j: Int, _ weighting: CohenKappa.Weighting) -> Int {
    switch weighting {
    case .none: i == j ? 0 : 1
    case .linear: abs(i - j)
    case .quadratic: (i - j) * (i - j)
    }
  }
}
