/// Solves the symmetric systems of regression, dropping columns that depend on earlier ones.
///
/// Source: methodology 0.6: a column whose pivot falls below 10⁻¹⁰ of its diagonal is dropped. Earlier columns stay.
struct Cholesky {
  /// A pivot below this part of the diagonal is taken for 0.
  static let tolerance = 1e-10

  /// The columns that were kept, ascending.
  let kept: [Int]
  /// The columns that depend on earlier ones, ascending.
  let dropped: [Int]
  /// The lower triangle L over the kept columns, row by row: LLᵀ is the matrix.
  private let rows: [[Double]]

  /// - Parameter matrix: Symmetric, no diagonal below 0.
  init(_ matrix: [[Double]]) {
    var (kept, dropped, rows): ([Int], [Int], [[Double]]) = ([], [], [])
    for column in matrix.indices {
      var row: [Double] = []
      for (place, earlier) in kept.enumerated() {
        let inner = Self.product(row, rows[place], place)
        row.append((matrix[column][earlier] - inner) / rows[place][place])
      }
      let diagonal = matrix[column][column]
      let pivot = diagonal - Self.product(row, row, row.count)
      guard pivot > Self.tolerance * diagonal else {
        dropped.append(column)
        continue
      }
      kept.append(column)
      rows.append(row + [pivot.squareRoot()])
    }
    (self.kept, self.dropped, self.rows) = (kept, dropped, rows)
  }

  /// The solution over the kept columns, for a right side of one number for each of them.
  func solve(_ right: [Double]) -> [Double] {
    var solution = right
    for i in rows.indices {
      solution[i] = (solution[i] - Self.product(rows[i], solution, i)) / rows[i][i]
    }
    for i in rows.indices.reversed() {
      let later = (i + 1..<max(i + 1, rows.count)).reduce(0.0) { $0 + rows[$1][i] * solution[$1] }
      solution[i] = (solution[i] - later) / rows[i][i]
    }
    return solution
  }

  /// The diagonal of the inverse over the kept columns.
  var inverseDiagonal: [Double] {
    kept.indices.map { index in
      var unit = [Double](repeating: 0, count: kept.count)
      unit[index] = 1
      return solve(unit)[index]
    }
  }

  private static func product(_ first: [Double], _ second: [Double], _ count: Int) -> Double {
    (0..<count).reduce(0.0) { $0 + first[$1] * second[$1] }
  }
}
