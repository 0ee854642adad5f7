import Audit
import Statistics

/// Importance against performance as customers stated it (methodology 3.1), of everyone: items by their ratings of
/// importance, dimensions by points or by the ratings of their items.
///
/// Performance is where the mean stands on its own scale, 0 to 1, so that items on several scales have one cross, at the
/// means. Where respondents are grouped, each group is left out once to see whether the quadrant stays.
struct QuadrantFigures {
  /// One attribute, among the subjects.
  private struct Attribute {
    var kind: SubjectKind
    var subject: String
    /// Of a tally importance and performance; nil where one of them is lacking.
    var rating: (SliceTally, StatedImportance) -> (importance: Double, performance: Double)?
    /// Rows that both rest on.
    var n: Int
    /// Importance less performance, where both are on one scale.
    var distance: Estimate?
  }

  let tally: SliceTally
  let groups: [SliceTally]
  let definition: SurveyDefinition

  /// Adds quadrants to the measurements of items and dimensions.
  func add(to measurements: inout [Measurement]) {
    let importance = StatedImportance(tally, definition)
    let replicates = groups.filter { $0.rows > 0 }.map { group in
      let rest = tally.removing(group)
      return (tally: rest, importance: StatedImportance(rest, definition))
    }
    for attributes in [items(importance), dimensions(importance)] where attributes.count > 1 {
      guard let whole = ratings(attributes, tally, importance) else { continue }
      let found = ImportancePerformance(
        whole, replicates: replicates.compactMap { ratings(attributes, $0.tally, $0.importance) })
      for (attribute, quadrant) in zip(attributes, found.attributes) {
        guard
          let index = measurements.firstIndex(where: {
            $0.key.kind == attribute.kind && $0.key.subject == attribute.subject
          })
        else { continue }
        measurements[index].record(quadrant, isGrouped: !groups.isEmpty, n: attribute.n)
        if let distance = attribute.distance { measurements[index].record(.quadrantDistance, distance, n: attribute.n) }
      }
    }
  }

  private func ratings(
    _ attributes: [Attribute], _ tally: SliceTally, _ importance: StatedImportance
  ) -> ImportancePerformance.Ratings? {
    let pairs = attributes.compactMap { $0.rating(tally, importance) }
    guard pairs.count == attributes.count else { return nil }
    return ImportancePerformance.Ratings(importance: pairs.map(\.importance), performance: pairs.map(\.performance))
  }

  /// Items that are rated on one scale of importance and performed on any.
  private func items(_ importance: StatedImportance) -> [Attribute] {
    let rated = definition.items.indices.filter { importance.rating(of: $0) != nil }
    guard Set(rated.map { definition.items[$0].importance }).count == 1 else { return [] }
    return rated.compactMap { index in
      let item = definition.items[index]
      guard let rating = importance.rating(of: index), let mean = Self.level(tally.items[index]) else { return nil }
      let n = tally.items[index].perception.reduce(0, +)
      let isOnOneScale = item.importance == item.scale
      return Attribute(
        kind: .item, subject: item.id,
        rating: { tally, importance in
          guard let own = importance.rating(of: index), let mean = Self.level(tally.items[index]) else { return nil }
          return (own.mean, mean / Double(item.scale.range))
        }, n: min(n, rating.n),
        distance: isOnOneScale
          ? .value(rating.mean - (Double(item.scale.minimum) + mean)) : .unavailable(.mixedScales))
    }
  }

  /// Dimensions of one scale whose importance was stated.
  private func dimensions(_ importance: StatedImportance) -> [Attribute] {
    definition.sets.indices.compactMap { index in
      let set = definition.sets[index]
      let weight = importance.weight(of: set.items)
      let scales = set.items.map { definition.items[$0].scale }
      guard set.kind == .dimension, weight.isStated, weight.value.value != nil, let scale = scales.first,
        scales.allSatisfy({ $0 == scale }), Self.performance(scale, tally.sets[index]) != nil
      else { return nil }
      return Attribute(
        kind: .dimension, subject: set.subject,
        rating: { tally, importance in
          let weight = importance.weight(of: set.items)
          guard weight.isStated, let own = weight.value.value,
            let position = Self.performance(scale, tally.sets[index])
          else { return nil }
          return (own, position)
        }, n: min(weight.n, tally.sets[index].perception.n), distance: nil)
    }
  }

  /// The mean in points above the scale's minimum.
  private static func level(_ tally: ItemTally) -> Double? {
    Moments(Counts(dense: tally.perception, minimum: 0)).mean.value
  }

  /// Where the mean stands on the scale.
  private static func performance(_ scale: Scale, _ tally: SetTally) -> Double? {
    Moments(RowMeans.counts(tally.perception)).mean.value.map { ($0 - Double(scale.minimum)) / Double(scale.range) }
  }
}

extension Measurement {
  /// Notes a quadrant: 1 concentrate here, 2 keep up, 3 low priority, 4 possible overkill; with groups of respondents also
  /// the part of those left out in turn that leave it.
  mutating func record(_ attribute: ImportancePerformance.Attribute, isGrouped: Bool, n: Int) {
    let number =
      switch attribute.quadrant {
      case .concentrateHere: 1.0
      case .keepUp: 2.0
      case .lowPriority: 3.0
      case .possibleOverkill: 4.0
      }
    record(.quadrant, .value(number), n: n)
    if isGrouped { record(.quadrantStability, attribute.stability, n: n) }
  }
}
