import Audit
import TestSupport
import Testing

/// What the audit must say on ordinary engagements (methodology 6.6, cases a to e).
struct OrdinaryEngagementTests {
  @Test("24 of 40 business customers, all far short: a deficiency with a small base, not silence")
  func smallPopulation() throws {
    var engagement = TestEngagement(
      items: [item("p1", "reliability", scale(1, 7))],
      rows: (0..<24).map { Answers(expectations: [$0.isMultiple(of: 3) ? 7 : 6], perceptions: [2 + $0 % 2]) })
    engagement.configuration.engagement.population = 40
    engagement.configuration.engagement.named = true
    let found = engagement.findings()
    try #require(found.count == 1)
    #expect(found[0].findingClass == .critical)
    #expect(found[0].remarks.contains { $0.hasPrefix("small base") })
    #expect(found[0].statement.hasPrefix("24 of 24 customers say they got far less than they expect"))
  }

  @Test("all customers short by the same amount: no variance, and a deficiency all the same", arguments: [12, 200])
  func noVariance(n: Int) throws {
    var engagement = TestEngagement(
      items: [item("p1", "reliability", scale(1, 7))],
      rows: [Answers](repeating: Answers(expectations: [7], perceptions: [4]), count: n))
    engagement.configuration.engagement.population = 200
    let found = engagement.findings()
    #expect(found.map(\.findingClass) == [.critical])
  }

  @Test("satisfaction of 200 without expectations, 70 % satisfied and 20 % in the bottom two: minor")
  func satisfactionMinor() {
    for counts in [[20, 20, 20, 80, 60], [10, 30, 20, 50, 90]] {
      let found = TestEngagement(
        items: [item("p1", "ease", scale(1, 5), .none)], rows: satisfaction(counts)
      ).findings()
      #expect(found.map(\.findingClass) == [.minor])
    }
  }

  @Test("80 % satisfied with a mean of 4.06: nothing")
  func satisfactionFine() {
    let found = TestEngagement(
      items: [item("p1", "ease", scale(1, 5), .none)], rows: satisfaction([8, 12, 20, 80, 80])
    ).findings()
    #expect(found.isEmpty)
  }

  @Test("no true gap: a deficiency in at most one survey of twenty", arguments: [0.8, 1.05, 1.3])
  func noTrueGap(spread: Double) {
    let seeds = 120
    let scale = scale(1, 7)
    let dimensions = ["tangibles", "reliability", "responsiveness", "assurance", "empathy"]
    let items = dimensions.map { item($0 + "1", $0, scale) }
    var alarms = 0
    for seed in 0..<seeds {
      var random = SeededGenerator(seed: UInt64(seed))
      let rows = (0..<100).map { _ in
        let person = random.normal() * spread / 2
        func answers() -> [Int?] {
          items.map { _ in
            min(7, max(1, Int((5 + person + random.normal() * spread * 0.75.squareRoot()).rounded())))
          }
        }
        return Answers(expectations: answers(), perceptions: answers())
      }
      if !TestEngagement(items: items, rows: rows).findings().isEmpty { alarms += 1 }
    }
    #expect(Double(alarms) / Double(seeds) <= 0.05)
  }

  @Test("high expectations nearly met by satisfied customers: an observation at most")
  func ceiling() {
    // Expectations have the mean 6.8, perceptions 6.6; 93 % answer 6 or 7.
    let rows = (0..<100).map { index in
      let expectation = index.isMultiple(of: 5) ? 6 : 7
      let perception = index < 7 ? 3 : index < 19 ? 6 : 7
      return Answers(expectations: [expectation], perceptions: [perception])
    }
    let found = TestEngagement(items: [item("p1", "assurance", scale(1, 7))], rows: rows).findings()
    #expect(found.allSatisfy { $0.findingClass >= .observation })
  }
}
