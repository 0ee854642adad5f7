import Audit
import Testing

struct StatisticRangeTests {
  @Test("shares lie between 0 and 1, with weights and without; the width of a zone is none")
  func ranges() {
    for share: Statistic in [.share, .failedShare, .top2Share, .zoneBelow, .weightedFailed, .weightedZoneBelow] {
      #expect(share.isShare && share.range == 0...1, "\(share.rawValue)")
    }
    for other: Statistic in [.zoneWidth, .zonePosition, .gapMean, .failedLow, .mean] {
      #expect(!other.isShare && other.range == nil, "\(other.rawValue)")
    }
    #expect(Statistic.nps.range == -100...100)
  }
}
