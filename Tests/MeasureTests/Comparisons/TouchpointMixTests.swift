import Audit
import Measure
import Testing

/// A segment against all others at the same touchpoints.
@Suite struct TouchpointMixTests {
  /// Rows that each speak of one touchpoint: of the first value the best and the worst answers, then of the second.
  private func sheet(_ tables: [[Int]], scale range: ClosedRange<Int> = 1...5) throws -> AnswerSheet {
    let items = try tables.indices.map { index in
      Item(
        id: "i\(index)", touchpoint: "t\(index)", scale: try scale(range.lowerBound, range.upperBound),
        comparison: .none)
    }
    let definition = SurveyDefinition(
      items: items, outcomes: [], segments: [Segment(id: "tier", order: ["basic", "gold"])])
    let rows = tables.enumerated().flatMap { stratum, table in
      table.enumerated().flatMap { place, count in
        let answer = AnswerSheet.Answer(perception: place % 2 == 0 ? range.upperBound : range.lowerBound)
        return Array(
          repeating: AnswerSheet.Row(
            answers: items.indices.map { $0 == stratum ? answer : nil }, segments: [place < 2 ? "basic" : "gold"]),
          count: count)
      }
    }
    return AnswerSheet(definition: definition, rows: rows)
  }

  private func audit(_ tables: [[Int]], scale range: ClosedRange<Int> = 1...5) throws -> MeasuredAudit {
    measure([survey(try sheet(tables, scale: range))], configuration: Configuration())
  }

  private func figures(_ audit: MeasuredAudit, _ value: String) throws -> Measurement {
    let slice = Slice(parts: [Slice.Part(segment: "tier", value: value)])
    return try #require(
      audit[
        MeasurementKey(survey: "customers", wave: "2026", slice: slice, kind: .parity, subject: "tier/overall")])
  }

  /// The example of methodology 4.1.
  private static let example = [[12, 38, 20, 30], [25, 35, 30, 20], [8, 42, 9, 21]]
  private static let statistics: [Statistic] = [
    .cmhChi2, .cmhP, .cmhOddsRatio, .cmhDifference, .cmhRawDifference, .cmhReversed,
  ]

  @Test("The example of 4.1, from either side") func example() throws {
    let audit = try audit(Self.example)
    let found = try figures(audit, "basic")
    // Rows answer one of three items: less than half, so that the survey as a whole has none of them.
    expectFigures(
      found,
      [
        (.cmhChi2, 8.688985), (.cmhP, 0.003201), (.cmhOddsRatio, 0.468461), (.cmhDifference, -0.163680),
        (.cmhRawDifference, 45.0 / 160 - 59.0 / 130), (.cmhReversed, 0),
      ])
    #expect(found.figure(.cmhP)?.n == 290)
    let other = try figures(audit, "gold")
    #expect(other[.cmhChi2] == found[.cmhChi2])
    #expect(other[.cmhDifference] == found[.cmhDifference].map { -$0 })
  }

  /// At each touchpoint the first value fares better, but it mostly meets the worse one.
  private static let reversed = [[18, 2, 80, 20], [40, 60, 6, 14]]

  @Test("A difference that turns around at the same touchpoints is told") func simpson() throws {
    let audit = try audit(Self.reversed)
    let found = try figures(audit, "basic")
    #expect(try #require(found[.cmhRawDifference]) < 0)
    #expect(try #require(found[.cmhDifference]) > 0)
    #expect(found[.cmhReversed] == 1)
    // Ten times as many rows make it more than chance.
    let remarks = mixRemarks(try self.audit(Self.reversed.map { $0.map { $0 * 10 } }))
    #expect(remarks.map(\.id) == ["survey/reversed-by-mix", "survey/reversed-by-mix"])
    #expect(remarks[0].summary.hasPrefix("'tier=basic' looks worse than all others and fares better"))
    #expect(remarks[1].summary.hasPrefix("'tier=gold' looks better than all others and fares worse"))
    #expect(remarks.allSatisfy { $0.severity == .note })
    #expect(mixRemarks(try self.audit(Self.example)).isEmpty)
  }

  @Test("Two best levels need a scale of seven levels or less, and two touchpoints") func refused() throws {
    let long = try figures(try audit(Self.example, scale: 0...10), "basic")
    for statistic in Self.statistics { #expect(long.figure(statistic)?.reason == .wrongScale) }
    let one = try figures(try audit([[12, 38, 20, 30]]), "basic")
    for statistic in Self.statistics { #expect(one.figure(statistic) == nil) }
    let apart = try figures(try audit([[12, 38, 0, 0], [0, 0, 20, 30]]), "basic")
    for statistic in Self.statistics where statistic != .cmhRawDifference {
      #expect(apart.figure(statistic)?.reason == .tooFew)
    }
    expectFigures(apart, [(.cmhRawDifference, -0.16)])
  }
}
