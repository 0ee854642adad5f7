/// R² divided among columns: the mean over all orders of what each adds to those before it.
///
/// Lindeman, Merenda & Gold 1980, p. 119 ff. (LMG); Grömping 2006 (J. Stat. Software 17(1)). Source: methodology 3.2.
/// Shares are not negative and add up to R². Columns that are copies of each other share equally, and a column that the
/// others determine adds nothing to them, so the matrix may be singular.
public struct ShapleyShares: Sendable, Equatable {
  /// The most columns that are taken: there are 2^p subsets.
  public static let mostColumns = 12

  /// R² of all columns together, 0 to 1.
  public let r2: Double
  /// What each column has of it, in the order of columns.
  public let shares: [Double]

  /// - Parameters:
  ///   - correlations: Among the columns, symmetric with a diagonal of 1, at most ``mostColumns`` of them.
  ///   - outcome: The correlation of each with the outcome.
  public init(correlations: [[Double]], outcome: [Double]) {
    let p = outcome.count
    precondition(correlations.count == p && p <= Self.mostColumns, "at most twelve columns")
    var fits = SubsetFits(correlations: correlations, outcome: outcome)
    let r2 = fits.all()
    self.r2 = r2[r2.count - 1]
    let weights = Self.weights(p)
    shares = (0..<p).map { column in
      let bit = 1 << column
      var share = 0.0
      for subset in 0..<r2.count where subset & bit == 0 {
        share += weights[subset.nonzeroBitCount] * max(0, r2[subset | bit] - r2[subset])
      }
      return share
    }
  }

  /// |S|!·(p − 1 − |S|)!/p! by |S|.
  private static func weights(_ p: Int) -> [Double] {
    var (weights, choices): ([Double], Double) = ([], 1)
    for size in 0..<p {
      weights.append(1 / (Double(p) * choices))
      choices = choices * Double(p - 1 - size) / Double(size + 1)
    }
    return weights
  }
}

/// R² of every subset of columns, by one sweep a subset: each starts from what its first columns left over.
private struct SubsetFits {
  let p: Int
  /// By depth: the matrix of columns and outcome, adjusted for the columns chosen so far. Row by row, outcome last.
  private var levels: [Double]
  private let diagonal: [Double]
  private var fits: [Double]

  init(correlations: [[Double]], outcome: [Double]) {
    p = outcome.count
    let side = p + 1
    var first = [Double](repeating: 0, count: side * side)
    for i in 0..<p {
      for j in 0..<p { first[i * side + j] = correlations[i][j] }
      first[i * side + p] = outcome[i]
      first[p * side + i] = outcome[i]
    }
    first[side * side - 1] = 1
    diagonal = (0..<p).map { correlations[$0][$0] }
    levels = first + [Double](repeating: 0, count: side * side * p)
    fits = [Double](repeating: 0, count: 1 << p)
  }

  /// R² by subset, whose bits are its columns.
  mutating func all() -> [Double] {
    visit(column: 0, depth: 0, subset: 0)
    return fits
  }

  /// Goes through the subsets of the columns from here on, without and with the next one.
  private mutating func visit(column: Int, depth: Int, subset: Int) {
    guard column < p else {
      let side = p + 1
      fits[subset] = max(0, min(1, 1 - levels[(depth + 1) * side * side - 1]))
      return
    }
    visit(column: column + 1, depth: depth, subset: subset)
    let advanced = sweep(column, from: depth)
    visit(column: column + 1, depth: advanced ? depth + 1 : depth, subset: subset | 1 << column)
  }

  /// Adjusts all later columns and the outcome for one more; false where nothing of that one is left.
  private mutating func sweep(_ column: Int, from depth: Int) -> Bool {
    let side = p + 1
    let (source, target) = (depth * side * side, (depth + 1) * side * side)
    let pivot = levels[source + column * side + column]
    guard pivot > Cholesky.tolerance * diagonal[column] else { return false }
    for i in (column + 1)...p {
      let factor = levels[source + column * side + i] / pivot
      for j in i...p {
        levels[target + i * side + j] = levels[source + i * side + j] - factor * levels[source + column * side + j]
      }
    }
    return true
  }
}
