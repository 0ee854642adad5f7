import Audit
import Testing

/// One truth on several scales (methodology 6.6, case d).
struct ScaleTests {
  static let scales = [scale(1, 4), scale(1, 5), scale(1, 7), scale(0, 10), scale(1, 100)]

  @Test("dump", arguments: [0.0])
  func dump(x: Double) {
    for spread in [0.1, 0.15, 0.2, 0.25, 0.3] {
      for gap in stride(from: 0.0, through: 0.6, by: 0.05) {
        let c = Self.scales.map { s -> String in
          var random = SeededGenerator(seed: 7)
          let rows = (0..<400).map { _ in
            let e = 0.85 + random.normal() * 0.1
            return Answers(
              expectations: [level(e, on: s)], perceptions: [level(0.85 - gap + random.normal() * spread, on: s)])
          }
          let f = TestEngagement(items: [item("p1", "ease", s)], rows: rows).findings().first
          return f.map { "\($0.findingClass.rawValue.prefix(4))\(Int(($0.reach?.share ?? 0) * 100))" } ?? "-"
        }
        print("DUMP", spread, gap, c)
      }
    }
  }
}
