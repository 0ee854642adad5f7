/// Number of rows, sums and sums of products of integer columns, over the rows that have all of them.
///
/// What is left of a table for reliability, regression and drivers (methodology 0.2, A5 and A6); merged by addition, so
/// the same whatever the order of rows. Columns are known by their index.
///
/// Range: n, sums and products of single columns are below 2¹²⁷, and n times a sum of products below 2²⁵⁵; beyond it
/// the arithmetic traps rather than wraps.
public struct IntegerMoments: Sendable, Equatable {
  /// The number of rows.
  public let n: Int
  /// S_i = Σx_i, a column each.
  public let sums: [Int128]
  /// X_ij = Σx_i·x_j, the upper triangle row by row: X_00, X_01, …, X_11, X_12, ….
  public let products: [Int128]

  /// Moments that are counted already.
  ///
  /// - Parameters:
  ///   - n: The number of rows, not negative.
  ///   - sums: S_i, one a column.
  ///   - products: X_ij, the upper triangle row by row, k(k+1)/2 for k columns.
  public init(n: Int, sums: [Int128], products: [Int128]) {
    precondition(n >= 0, "a number of rows is not negative")
    precondition(products.count == sums.count * (sums.count + 1) / 2, "one product for each pair of columns")
    (self.n, self.sums, self.products) = (n, sums, products)
  }

  /// The moments of rows, each with a whole number for every column.
  public init(rows: [[Int]], columns: Int) {
    var sums = [Int128](repeating: 0, count: columns)
    var products: [Int128] = Array(repeating: 0, count: columns * (columns + 1) / 2)
    for row in rows {
      precondition(row.count == columns, "a number for every column")
      var place = 0
      for i in 0..<columns {
        sums[i] += Int128(row[i])
        for j in i..<columns {
          products[place] += Int128(row[i]) * Int128(row[j])
          place += 1
        }
      }
    }
    self.init(n: rows.count, sums: sums, products: products)
  }

  /// The number of columns.
  public var columns: Int { sums.count }

  /// X_ij, in either order.
  public func product(_ first: Int, _ second: Int) -> Int128 {
    let (i, j) = first < second ? (first, second) : (second, first)
    return products[i * columns - i * (i - 1) / 2 + j - i]
  }

  /// n·X_ij − S_i·S_j, exact; divided by n(n−1) it is the covariance (methodology 0.4).
  public func comoment(_ first: Int, _ second: Int) -> Int256 {
    Int256(product: Int128(n), product(first, second)) - Int256(product: sums[first], sums[second])
  }

  /// The same of two sums of columns: n²·Cov(Σ_{i∈A} x_i, Σ_{j∈B} x_j) but for the n − 1.
  public func comoment(_ first: [Int], _ second: [Int]) -> Int256 {
    let product = first.reduce(Int128(0)) { total, i in second.reduce(total) { $0 + self.product(i, $1) } }
    let (left, right) = (first.reduce(Int128(0)) { $0 + sums[$1] }, second.reduce(Int128(0)) { $0 + sums[$1] })
    return Int256(product: Int128(n), product) - Int256(product: left, right)
  }

  /// The mean of a column; `no_data` without rows.
  public func mean(_ column: Int) -> Estimate {
    guard n > 0 else { return .unavailable(.noData) }
    let sum = sums[column]
    let magnitude = UInt256(low: sum.magnitude).divided(by: UInt128(n))
    return .value(sum < 0 ? -magnitude : magnitude)
  }

  /// Pearson's correlation of two columns, −1 to 1; `zero_variance` where one of them is constant.
  public func correlation(_ first: Int, _ second: Int) -> Estimate {
    guard n > 1 else { return .unavailable(n == 0 ? .noData : .nLt2) }
    return IntegerMoments.ratio(comoment(first, second), comoment(first, first), comoment(second, second))
  }

  /// c/√(a·b), the correlation from a covariance and two variances in the same units.
  static func ratio(_ covariance: Int256, _ first: Int256, _ second: Int256) -> Estimate {
    guard !first.isZero, !second.isZero else { return .unavailable(.zeroVariance) }
    let scale = first.rounded.squareRoot() * second.rounded.squareRoot()
    return .value(max(-1, min(1, covariance.rounded / scale)))
  }

  /// The moments of some of the columns, in the given order.
  public func selecting(_ chosen: [Int]) -> IntegerMoments {
    var products: [Int128] = []
    for (place, i) in chosen.enumerated() {
      products += chosen[place...].map { product(i, $0) }
    }
    return IntegerMoments(n: n, sums: chosen.map { sums[$0] }, products: products)
  }

  /// The rows of both.
  public static func + (first: IntegerMoments, second: IntegerMoments) -> IntegerMoments {
    combined(first, second) { $0 + $1 }
  }

  private static func combined(
    _ first: IntegerMoments, _ second: IntegerMoments, _ operation: (Int128, Int128) -> Int128
  ) -> IntegerMoments {
    precondition(first.columns == second.columns, "moments of the same columns")
    return IntegerMoments(
      n: Int(operation(Int128(first.n), Int128(second.n))),
      sums: zip(first.sums, second.sums).map(operation),
      products: zip(first.products, second.products).map(operation))
  }
}

extension IntegerMoments: Removable {
  /// The rows that are not of the part, which is one of those that these moments were added up from.
  public func removing(_ part: IntegerMoments) -> IntegerMoments {
    IntegerMoments.combined(self, part) { $0 - $1 }
  }
}
