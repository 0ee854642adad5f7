import Audit
import Measure
import Statistics
import Testing

/// The zone of tolerance (methodology 1.5), from tallies to statistics.
@Suite struct ZoneTests {
  /// Minimum, desired and perceived levels of example X4.
  private let x4 = [
    (5, 7, 4), (6, 8, 7), (4, 7, 5), (6, 9, 5), (5, 8, 8), (7, 9, 6), (5, 6, 7), (6, 8, 6),
  ]

  private func item(_ id: String, dimension: String? = nil, _ comparison: Item.Comparison = .zone) throws -> Item {
    Item(id: id, dimension: dimension, scale: try scale(1, 9), comparison: comparison)
  }

  private func answer(_ zone: (Int, Int, Int)) -> AnswerSheet.Answer {
    AnswerSheet.Answer(expectation: nil, perception: zone.2, minimum: zone.0, desired: zone.1)
  }

  private var rows: [AnswerSheet.Row] { x4.map { AnswerSheet.Row(answers: [answer($0)]) } }

  static let expected: [(Statistic, Double)] = [
    (.n, 8), (.msaMean, 0.5), (.msaSD, 1.511858), (.mssMean, -1.75), (.mssSD, 1.669046), (.zoneWidth, 2.25),
    (.zoneBelow, 0.375), (.zoneInside, 0.5), (.zoneAbove, 0.125), (.zonePosition, 0.222222),
    // scipy: ttest_1samp([-1,1,1,-1,3,-1,2,0], 0) and its interval; the same for the desired levels.
    (.msaSE, 0.534522), (.msaT, 0.935414), (.msaDF, 7), (.msaP, 0.380713), (.msaLow, -0.763945), (.msaHigh, 1.763945),
    (.mssLow, -3.145357), (.mssHigh, -0.354643), (.msaDz, 0.330719),
    // 1 point below the own minimum is below R/4.
    (.failedShare, 0), (.f0, 0.375), (.f1, 0.375 / 8), (.perceptionMean, 6),
  ]

  @Test("X4: an item, and the dimension and overall that hold it alone") func example() throws {
    let definition = SurveyDefinition(
      items: [try item("advice", dimension: "assurance")], outcomes: [], segments: [])
    let sheet = AnswerSheet(definition: definition, rows: rows)
    let single = try figures(.item, "advice", of: sheet)
    expectFigures(single, Self.expected)
    for (kind, subject) in [(SubjectKind.dimension, "assurance"), (.overall, "all")] {
      let set = try figures(kind, subject, of: sheet)
      for (statistic, figure) in single.figures where statistic != .msaQ {
        #expect(set.figure(statistic) == figure, "\(kind) \(statistic.rawValue)")
      }
    }
  }

  @Test("No gap is printed for it, not even an empty one, and no satisfied-from answer is its target")
  func lacksGaps() throws {
    let found = try figures(try item("advice"), rows)
    let others = found.figures.keys.map(\.rawValue).filter {
      $0.hasPrefix("gap.") || $0.hasPrefix("expectation.") || $0.hasPrefix("target.") || $0.hasPrefix("failed.s")
    }
    #expect(Set(others) == ["failed.share"])
  }

  @Test("Its test of the mean is in the family of tests, and has the q of it") func family() throws {
    let definition = SurveyDefinition(
      items: [try item("a", dimension: "assurance"), try item("b", dimension: "empathy", .none)], outcomes: [],
      segments: [])
    let sheet = AnswerSheet(
      definition: definition,
      rows: x4.map { AnswerSheet.Row(answers: [answer($0), AnswerSheet.Answer(perception: 3)]) })
    let (zone, other) = (try figures(.dimension, "assurance", of: sheet), try figures(.dimension, "empathy", of: sheet))
    let adjusted = benjaminiHochberg([zone[.msaPExact], other[.targetPExact]])
    #expect(zone[.msaQ] == adjusted[0])
    #expect(other[.targetQ] == adjusted[1])
    // −1 −1 −1 0 +1 +1 +2 +3: 33 of the 128 ways to set signs give the smaller side at most 3.
    #expect(zone[.msaPExact].map { abs($0 - 66.0 / 128) < 1e-12 } ?? false)
  }

  @Test("A set of a zone and a perception alone is held against the minimum, each item against its own target")
  func mixedSet() throws {
    let definition = SurveyDefinition(
      items: [try item("a", dimension: "d"), try item("b", dimension: "d", .none)], outcomes: [], segments: [])
    let sheet = AnswerSheet(
      definition: definition,
      rows: x4.map { AnswerSheet.Row(answers: [answer($0), AnswerSheet.Answer(perception: 3)]) })
    let set = try figures(.dimension, "d", of: sheet)
    expectFigures(set, [(.msaMean, 0.5), (.zoneWidth, 2.25), (.perceptionMean, 4.5)])
    #expect(set.figure(.gapMean) == nil && set.figure(.targetMean) == nil)
    // Shortfalls of a: 1 in three rows; of b: 7 − 3 in all. Row means 2.5 in three rows and 2 in five, of a range of 8.
    expectFigures(set, [(.f0, 1), (.f1, (3 * 2.5 + 5 * 2.0) / 64), (.failedShare, 0.375)])
  }

  @Test("Without width the zone has no position") func noWidth() throws {
    let rows = [(5, 5, 4), (6, 6, 7)].map { AnswerSheet.Row(answers: [answer($0)]) }
    let found = try figures(try item("advice"), rows)
    #expect(found.figure(.zonePosition) == Figure(unavailable: .noVariation, n: 2))
    #expect(found[.zoneWidth] == 0)
    let nobody = try figures(try item("advice"), [AnswerSheet.Row(answers: [nil])])
    #expect(nobody.figure(.zoneBelow) == Figure(unavailable: .noData, n: 0))
  }
}
