import Audit
import TestSupport
import Testing

/// One truth on several scales (methodology 6.6, case d).
struct ScaleTests {
  static let scales = [scale(1, 4), scale(1, 5), scale(1, 7), scale(0, 10), scale(1, 100)]

  /// How far apart customers are, and how far short service falls, both as shares of the scale.
  static let truths: [(spread: Double, gap: Double)] = [0.1, 0.2, 0.3].flatMap { spread in
    [0, 0.1, 0.2, 0.3, 0.4, 0.5].map { (spread, $0) }
  }

  @Test("cells of four items get classes that differ by at most one", arguments: truths)
  func cells(spread: Double, gap: Double) {
    let ranks = Self.scales.map { Self.rank(items: 4, spread: spread, gap: gap, on: $0) }
    #expect((ranks.max() ?? 0) - (ranks.min() ?? 0) <= 1, "ranks \(ranks)")
  }

  /// One step on 1–4 is a third of the scale and on 1–5 a quarter, so there a single item tells less.
  @Test("single items do so from seven levels on", arguments: truths)
  func items(spread: Double, gap: Double) {
    let ranks = Self.scales.dropFirst(2).map { Self.rank(items: 1, spread: spread, gap: gap, on: $0) }
    #expect((ranks.max() ?? 0) - (ranks.min() ?? 0) <= 1, "ranks \(ranks)")
  }

  /// 0 critical … 3 observation or nothing.
  private static func rank(items count: Int, spread: Double, gap: Double, on scale: Audit.Scale) -> Int {
    var random = SeededGenerator(seed: 11)
    let items = (1...count).map { item("p\($0)", "ease", scale) }
    let share = 0.5.squareRoot()
    let rows = (0..<300).map { _ in
      func answers(around mean: Double, _ spread: Double) -> [Int?] {
        let person = random.normal()
        return items.map { _ in level(mean + spread * share * (person + random.normal()), on: scale) }
      }
      let expectations = answers(around: 0.85, 0.1)
      return Answers(expectations: expectations, perceptions: answers(around: 0.85 - gap, spread))
    }
    let classes: [FindingClass] = [.critical, .major, .minor]
    let found = TestEngagement(items: items, rows: rows).findings().first?.findingClass
    return found.flatMap { classes.firstIndex(of: $0) } ?? classes.count
  }
}
