import Audit
import Statistics

/// ω, importance relative to the average, as the respondents of one slice stated it (methodology 6.2).
///
/// With points, ω of a dimension is K times its share of them, and goes before ratings of single items. With ratings, ω is
/// the mean of the subject's items over the mean of all rated items. What nobody spoke of has ω 1.
struct StatedImportance {
  struct Weight {
    var value: Estimate
    /// Respondents it rests on; 0 where nobody stated anything.
    var n: Int
    var isStated: Bool { n > 0 }

    static let unstated = Weight(value: .value(1), n: 0)
  }

  private let items: [Item]
  /// K·share by dimension.
  private let points: [String: Double]
  private let pointRows: Int
  /// Mean rating and number of ratings, parallel to the items; nil where there are none.
  private let ratings: [(mean: Double, n: Int)?]
  /// The mean over rated items, or why ratings cannot be compared; nil where nothing was rated.
  private let averageRating: Estimate?

  init(_ tally: SliceTally, _ definition: SurveyDefinition) {
    items = definition.items
    pointRows = tally.points.entries.reduce(0) { $0 + $1.rows }
    points = StatedImportance.relativePoints(tally.points, definition.pointDimensions, rows: pointRows)
    ratings = zip(definition.items, tally.itemImportance).map { item, levels in
      guard let scale = item.importance else { return nil }
      let moments = Moments(Counts(dense: levels, minimum: scale.minimum))
      return moments.mean.value.map { ($0, moments.n) }
    }
    averageRating = StatedImportance.average(ratings, of: definition.items)
  }

  /// Mean rating of an item and the number of ratings; nil where there is none.
  func rating(of item: Int) -> (mean: Double, n: Int)? { ratings[item] }

  /// ω of a set of items, by their index; the mean over the items where they are of several dimensions.
  func weight(of indices: [Int]) -> Weight {
    pointRows > 0 ? byPoints(indices) : byRatings(indices)
  }

  private func byPoints(_ indices: [Int]) -> Weight {
    let stated = indices.map { items[$0].dimension.flatMap { points[$0] } }
    guard stated.contains(where: { $0 != nil }) else { return .unstated }
    let weights = stated.map { $0 ?? 1 }
    return Weight(value: .value(StatedImportance.mean(weights)), n: pointRows)
  }

  private func byRatings(_ indices: [Int]) -> Weight {
    let rated = indices.compactMap { ratings[$0] }
    guard let averageRating, let fewest = rated.map(\.n).min() else { return .unstated }
    let own = StatedImportance.mean(rated.map(\.mean))
    return Weight(value: averageRating.map { $0 == 0 ? 1 : own / $0 }, n: fewest)
  }

  /// Each row's points are rescaled to its own total; rows of one total add up exactly, totals ascend.
  private static func relativePoints(_ tally: PointsTally, _ dimensions: [String], rows: Int) -> [String: Double] {
    guard rows > 0 else { return [:] }
    var points: [String: Double] = [:]
    for (index, dimension) in dimensions.enumerated() {
      let shares = tally.entries.reduce(0.0) { $0 + Double($1.sums[index]) / Double($1.total) }
      points[dimension] = Double(dimensions.count) * shares / Double(rows)
    }
    return points
  }

  private static func average(_ ratings: [(mean: Double, n: Int)?], of items: [Item]) -> Estimate? {
    let rated = zip(ratings, items).filter { $0.0 != nil }
    guard let scale = rated.first?.1.importance else { return nil }
    guard rated.allSatisfy({ $0.1.importance == scale }) else { return .unavailable(.mixedScales) }
    // A ratio of means needs a scale on which nothing is below nought.
    guard scale.minimum >= 0 else { return .unavailable(.wrongScale) }
    return .value(mean(rated.compactMap { $0.0?.mean }))
  }

  /// The mean of numbers, not none; that of equal ones is the number itself.
  private static func mean(_ numbers: [Double]) -> Double {
    let first = numbers[0]
    return first + numbers.reduce(0) { $0 + ($1 - first) } / Double(numbers.count)
  }
}
