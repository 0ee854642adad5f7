/// A5 and A6: listwise moments of some columns, n, S_i = Σx_i and X_ij = Σx_i·x_j, over rows that have all of them.
package struct MomentTally: Hashable, Sendable {
  /// What one column of the moments holds, as an integer a row.
  package enum Column: Hashable, Sendable {
    /// Indices into the definition's items; levels above the scale's minimum.
    case perception(Int)
    case expectation(Int)
    /// P − E.
    case difference(Int)
    /// Index into the definition's outcomes; level above the scale's minimum.
    case outcome(Int)
    /// Σ perceptions·(L/j) above the scale's minimum of a dimension, j ≥ m/2 answered of m, L = lcm(1…m): L times its mean.
    case score(dimension: String, multiple: Int)
    /// 1 where the mean of a dimension, or the answer to an item, lies in the lowest or highest quarter of its scale (ends
    /// included), else 0.
    case low(dimension: String)
    case high(dimension: String)
    case lowItem(Int)
    case highItem(Int)
  }

  package var columns: [Column]
  package var n: Int
  package var sums: [Int]
  /// Upper triangle row by row: X_00, X_01, …, X_11, X_12, …
  package var products: [Int128]
  /// A10: the same by group of rows, ``groups`` of them; they add up to the whole. Empty where they are not kept.
  package var buckets: [Bucket]

  /// The sums of one group of rows.
  package struct Bucket: Hashable, Sendable {
    package var n: Int
    package var sums: [Int]
    package var products: [Int128]

    package init(n: Int, sums: [Int], products: [Int128]) {
      self.n = n
      self.sums = sums
      self.products = products
    }
  }

  /// Into how many groups rows are divided: G of methodology 0.7.
  package static let groups = 20

  /// The group of all rows of a respondent: the first eight digits of the MD5 of the id, mod ``groups``.
  package static func group(of respondent: [UInt8]) -> Int { Int(MD5.leadingWord(of: respondent)) % groups }

  package init(columns: [Column], n: Int, sums: [Int], products: [Int128], buckets: [Bucket] = []) {
    self.columns = columns
    self.n = n
    self.sums = sums
    self.products = products
    self.buckets = buckets
  }
}

extension MomentTally: Codable {}
extension MomentTally.Column: Codable {}
extension MomentTally.Bucket: Codable {}
