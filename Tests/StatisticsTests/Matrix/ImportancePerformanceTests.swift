import Statistics
import TestSupport
import Testing

@Suite struct ImportancePerformanceTests {
  private static let ratings = ImportancePerformance.Ratings(
    importance: [6.2, 5.1, 6.6, 4.4, 5.8], performance: [4.9, 5.6, 5.2, 5.9, 6.1])

  @Test("X11: cross, quadrants and distances") func example() {
    let grid = ImportancePerformance(Self.ratings)
    #expect(printed(grid.importanceCross, as: 5.62) && printed(grid.performanceCross, as: 5.54))
    #expect(
      grid.attributes.map(\.quadrant) == [
        .concentrateHere, .possibleOverkill, .concentrateHere, .possibleOverkill, .keepUp,
      ])
    for (attribute, expected) in zip(grid.attributes, [1.3, -0.5, 1.4, -1.5, -0.3]) {
      #expect(printed(attribute.distance, as: expected))
      #expect(attribute.stability == .unavailable(.noData) && attribute.isBorderline == nil)
    }
  }

  @Test("An attribute is borderline where fewer than four in five replicates agree")
  func stability() {
    // In two of ten replicates the second attribute is performed well, in three the fourth matters.
    let replicates = (0..<10).map { round in
      ImportancePerformance.Ratings(
        importance: [6, 5, 3, round < 3 ? 5.5 : 3], performance: [2, round < 2 ? 6 : 3, 5, 6])
    }
    let all = ImportancePerformance.Ratings(importance: [6, 5, 3, 3], performance: [2, 3, 5, 6])
    let grid = ImportancePerformance(all, replicates: replicates, cross: .fixed(importance: 4, performance: 4))
    #expect(grid.attributes.map(\.stability) == [.value(1), .value(0.8), .value(1), .value(0.7)])
    #expect(grid.attributes.map(\.isBorderline) == [false, false, false, true])
  }

  private static let crosses: [(ImportancePerformance.Cross, [ImportancePerformance.Quadrant])] = [
    (.means, [.lowPriority, .lowPriority, .keepUp]), (.medians, [.lowPriority, .keepUp, .keepUp]),
    (.fixed(importance: 0, performance: 20), [.concentrateHere, .concentrateHere, .concentrateHere]),
    (.fixed(importance: 20, performance: 0), [.possibleOverkill, .possibleOverkill, .possibleOverkill]),
  ]

  @Test("The cross stands at means, medians or where one puts it", arguments: crosses)
  func cross(cross: ImportancePerformance.Cross, expected: [ImportancePerformance.Quadrant]) {
    let ratings = ImportancePerformance.Ratings(importance: [1, 2, 9], performance: [1, 2, 9])
    #expect(ImportancePerformance(ratings, cross: cross).attributes.map(\.quadrant) == expected)
  }

  @Test("Order and labels of attributes change nothing, nor does the rounding of a mean of equal figures")
  func properties() {
    var generator = SeededGenerator(seed: 51)
    for _ in 0..<300 {
      let count = Int.random(in: 1...9, using: &generator)
      let pairs = (0..<count).map { _ in
        (Double.random(in: 1...7, using: &generator), Double.random(in: 1...7, using: &generator))
      }
      let grid = ImportancePerformance(.init(importance: pairs.map(\.0), performance: pairs.map(\.1)))
      let order = Array(0..<count).shuffled(using: &generator)
      let turned = ImportancePerformance(
        .init(importance: order.map { pairs[$0].0 }, performance: order.map { pairs[$0].1 }))
      #expect(turned.attributes == order.map { grid.attributes[$0] })
      #expect(turned.importanceCross == grid.importanceCross)
      let (value, equal) = (pairs[0].0, Array(repeating: pairs[0].0, count: count))
      let level = ImportancePerformance(.init(importance: equal, performance: equal))
      #expect(level.importanceCross == .value(value) && level.attributes.allSatisfy { $0.quadrant == .keepUp })
    }
  }

  @Test("Without attributes there is no cross")
  func edges() {
    let grid = ImportancePerformance(.init(importance: [], performance: []))
    #expect(grid.importanceCross == .unavailable(.noData) && grid.attributes.isEmpty)
  }
}
