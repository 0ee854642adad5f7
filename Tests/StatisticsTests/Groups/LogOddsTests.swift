import Statistics
import Testing

/// The contrast of methodology 8.
@Suite struct LogOddsTests {
  @Test func theWorkedExample() {
    let odds = LogOdds(18, of: 120, against: 21, of: 380)
    #expect(printed(odds.logOdds, as: 1.104569))
    #expect(printed(odds.se, as: 0.336309))
    #expect(printed(odds.z, as: 3.284392))
    #expect(printed(odds.p, as: 0.001022))
  }

  @Test func turnsWithTheGroups() {
    let (a, b) = (LogOdds(3, of: 30, against: 0, of: 50), LogOdds(0, of: 50, against: 3, of: 30))
    #expect(printed(a.z, as: -(b.z.value ?? 0)))
    #expect(printed(a.p, as: b.p.value ?? 0))
  }

  @Test func hasNothingToSayOfAnEmptyGroup() {
    #expect(LogOdds(0, of: 0, against: 1, of: 2).logOdds == .unavailable(.noData))
    #expect(LogOdds(1, of: 2, against: 0, of: 0).p == .unavailable(.noData))
  }
}
