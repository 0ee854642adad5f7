/// How far any number of raters agree beyond chance, gaps allowed: Krippendorff's α.
///
/// Source: methodology 2.7; Krippendorff 2004, *Content Analysis*, ch. 11, and *Computing Krippendorff's
/// Alpha-Reliability*, 2011: α = 1 − D_o/D_e over pairs of ratings within units. Units with fewer than two ratings are
/// left out. Neither the order of units nor of raters matters, to the last bit.
///
/// Edges: no unit with two ratings `no_data`; one category only `no_variation`.
public struct KrippendorffAlpha: Sendable, Equatable {
  /// What the numbers of categories mean.
  public enum Level: Sendable, CaseIterable {
    /// Names: two categories are the same or not.
    case nominal
    /// Ranks: the distance is what lies between them.
    case ordinal
    /// Numbers: the distance is their difference.
    case interval
  }

  /// How α is read (Krippendorff 2004, p. 241).
  public enum Firmness: String, Sendable, CaseIterable {
    /// 0.8 and more.
    case firm
    /// 0.667 to 0.8.
    case tentative
    /// Below: the ratings must not decide anything.
    case unreliable
  }

  /// Units with two ratings or more.
  public let units: Int
  /// The ratings in them.
  public let ratings: Int
  /// The share of pairs within units that agree, each rating weighing the same, 0 to 1.
  public let rawAgreement: Estimate
  /// α, at most 1.
  public let alpha: Estimate

  /// - Parameters:
  ///   - units: The ratings of each unit, one a rater, nil for none.
  ///   - level: What the numbers mean.
  public init(_ units: [[Int?]], level: Level) {
    let pairs = RatingPairs(units.map { $0.compactMap { $0 } })
    (self.units, ratings) = (pairs.units, pairs.ratings)
    guard pairs.units > 0 else {
      (rawAgreement, alpha) = (.unavailable(.noData), .unavailable(.noData))
      return
    }
    rawAgreement = .value(pairs.agreement)
    let distances = pairs.squaredDistances(level)
    let expected = pairs.expected(distances)
    guard expected > 0 else {
      alpha = .unavailable(.noVariation)
      return
    }
    alpha = Estimate(finite: 1 - Double(pairs.ratings - 1) * pairs.observed(distances) / Double(expected))
  }

  /// How α is read, with the two limits; nil without α.
  public func firmness(tentativeFrom: Double = 0.667, firmFrom: Double = 0.8) -> Firmness? {
    alpha.value.map { alpha in
      if alpha >= firmFrom { return .firm }
      return alpha >= tentativeFrom ? .tentative : .unreliable
    }
  }
}

/// Counts of ordered pairs of ratings within units.
private struct RatingPairs {
  let units: Int
  let ratings: Int
  /// Categories that occur, ascending.
  private let categories: [Int]
  /// How often each occurs.
  private let totals: [Int]
  /// By number of ratings in the unit, ascending: pairs by category and category.
  private let bySize: [(size: Int, pairs: [[Int]])]

  init(_ all: [[Int]]) {
    let rated = all.filter { $0.count > 1 }
    units = rated.count
    ratings = rated.reduce(0) { $0 + $1.count }
    let counts = Counts(observations: rated.joined())
    let categories = counts.entries.map(\.value)
    (self.categories, totals) = (categories, counts.entries.map(\.count))
    let places = Dictionary(uniqueKeysWithValues: zip(categories, categories.indices))
    bySize = Set(rated.map(\.count)).sorted().map { size in
      var pairs = Array(repeating: Array(repeating: 0, count: categories.count), count: categories.count)
      for unit in rated where unit.count == size {
        Self.add(unit.compactMap { places[$0] }, to: &pairs)
      }
      return (size, pairs)
    }
  }

  private static func add(_ unit: [Int], to pairs: inout [[Int]]) {
    for first in unit.indices {
      for second in unit.indices where second != first { pairs[unit[first]][unit[second]] += 1 }
    }
  }

  var agreement: Double {
    bySize.reduce(0.0) { sum, one in
      sum + Double(categories.indices.reduce(0) { $0 + one.pairs[$1][$1] }) / Double(one.size - 1)
    } / Double(ratings)
  }

  /// δ² of every two categories; that of ranks is four times as large, so as to be whole.
  func squaredDistances(_ level: KrippendorffAlpha.Level) -> [[Int128]] {
    categories.indices.map { c in
      categories.indices.map { k in
        let distance: Int128 =
          switch level {
          case .nominal: c == k ? 0 : 1
          case .interval: Int128(categories[c]) - Int128(categories[k])
          case .ordinal: rankDistance(min(c, k), max(c, k))
          }
        return distance * distance
      }
    }
  }

  /// 2·Σ_{g=c…k} n_g − n_c − n_k.
  private func rankDistance(_ c: Int, _ k: Int) -> Int128 {
    Int128(2 * totals[c...k].reduce(0, +) - totals[c] - totals[k])
  }

  /// Σ o_ck·δ², with o_ck = pairs/(ratings of the unit − 1).
  func observed(_ distances: [[Int128]]) -> Double {
    bySize.reduce(0.0) { sum, one in sum + Double(Self.sum(one.pairs, distances)) / Double(one.size - 1) }
  }

  /// Σ n_c·n_k·δ², exact.
  func expected(_ distances: [[Int128]]) -> Int128 {
    Self.sum(totals.map { c in totals.map { c * $0 } }, distances)
  }

  private static func sum(_ pairs: [[Int]], _ distances: [[Int128]]) -> Int128 {
    zip(pairs, distances).reduce(Int128(0)) { total, row in
      zip(row.0, row.1).reduce(total) { $0 + Int128($1.0) * $1.1 }
    }
  }
}
