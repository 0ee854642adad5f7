import Audit
import Measure
import Testing

/// Importance against performance, and what leaving out groups of respondents does to it and to F1.
@Suite struct QuadrantTests {
  /// Example X11 of the methodology, ten rows an item: sums of importance and of performance.
  private static let sums = [(62, 49), (51, 56), (66, 52), (44, 59), (58, 61)]
  private static let quadrants: [Double] = [1, 4, 1, 4, 2]

  private func definition(importance: [Scale?]? = nil) throws -> SurveyDefinition {
    let seven = try scale(1, 7)
    return SurveyDefinition(
      items: Self.sums.indices.map { index in
        Item(
          id: "i\(index)", dimension: "d\(index)", scale: seven, comparison: .none,
          importance: importance.map { $0[index] } ?? seven)
      }, outcomes: [], segments: [])
  }

  /// So many ratings that add up to a sum, as even as can be, in an order of their own.
  private func answers(_ sum: Int, _ count: Int, from first: Int) -> [Int] {
    (0..<count).map { sum / count + (($0 + first) % count < sum % count ? 1 : 0) }
  }

  private func rows() -> [AnswerSheet.Row] {
    (0..<10).map { row in
      AnswerSheet.Row(
        answers: Self.sums.enumerated().map { index, sums in
          AnswerSheet.Answer(perception: answers(sums.1, 10, from: 3 * index)[row])
        },
        ratings: Self.sums.enumerated().map { index, sums in answers(sums.0, 10, from: 7 * index)[row] })
    }
  }

  private func audit(_ definition: SurveyDefinition, _ rows: [AnswerSheet.Row], groups: Int = 0) -> MeasuredAudit {
    var survey = survey(AnswerSheet(definition: definition, rows: rows))
    survey.waves[0].tally.groups = (0..<groups).map { group in
      let own = rows.indices.filter { $0 % groups == group }.map { rows[$0] }
      return AnswerSheet(definition: definition, rows: own).tally.slices[0]
    }
    return measure([survey], configuration: Configuration())
  }

  private func found(_ audit: MeasuredAudit, _ kind: SubjectKind, _ subject: String) throws -> Measurement {
    try #require(audit[MeasurementKey(survey: "customers", wave: "2026", kind: kind, subject: subject)])
  }

  @Test("X11: items by their ratings, dimensions of one item alike") func example() throws {
    let audit = audit(try definition(), rows())
    for (index, quadrant) in Self.quadrants.enumerated() {
      let item = try found(audit, .item, "i\(index)")
      #expect(item[.quadrant] == quadrant)
      expectFigures(item, [(.quadrantDistance, [1.3, -0.5, 1.4, -1.5, -0.3][index])])
      #expect(item.figure(.quadrant)?.n == 10)
      #expect(item.figure(.quadrantStability) == nil)
      let dimension = try found(audit, .dimension, "d\(index)")
      #expect(dimension[.quadrant] == quadrant)
      #expect(dimension.figure(.quadrantDistance) == nil)
    }
  }

  @Test("The part of left-out groups that keep the quadrant, as computed from the rows") func stability() throws {
    let rows = rows()
    let audit = audit(try definition(), rows, groups: 5)
    func quadrants(_ rows: [AnswerSheet.Row]) -> [Double] {
      let importance = Self.sums.indices.map { i in rows.reduce(0) { $0 + ($1.ratings[i] ?? 0) } }
      let performance = Self.sums.indices.map { i in rows.reduce(0) { $0 + ($1.answers[i]?.perception ?? 0) } }
      return Self.sums.indices.map { i in
        switch (
          5 * importance[i] >= importance.reduce(0, +), 5 * performance[i] >= performance.reduce(0, +)
        ) {
        case (true, false): 1
        case (true, true): 2
        case (false, false): 3
        case (false, true): 4
        }
      }
    }
    let without = (0..<5).map { group in quadrants(rows.indices.filter { $0 % 5 != group }.map { rows[$0] }) }
    for index in Self.sums.indices {
      let same = without.count { $0[index] == Self.quadrants[index] }
      for (kind, id) in [(SubjectKind.item, "i\(index)"), (.dimension, "d\(index)")] {
        #expect(try found(audit, kind, id)[.quadrantStability] == Double(same) / 5)
      }
    }
  }

  @Test("Ratings on another scale have no distance, on several scales no cross, and without ratings nothing is said")
  func scales() throws {
    let (five, seven) = (try scale(1, 5), try scale(1, 7))
    let rows = rows().map { row in
      var row = row
      row.ratings = row.ratings.map { $0.map { min($0, 5) } }
      return row
    }
    let other = try found(
      audit(try definition(importance: Array(repeating: five, count: 5)), rows), .item, "i0")
    #expect(other[.quadrant] != nil)
    #expect(other.figure(.quadrantDistance)?.reason == .mixedScales)
    let mixed = try found(audit(try definition(importance: [five, seven, seven, seven, seven]), rows), .item, "i0")
    #expect(mixed.figure(.quadrant) == nil)
    let unasked = try found(audit(try definition(importance: Array(repeating: nil, count: 5)), rows), .item, "i0")
    #expect(unasked.figure(.quadrant) == nil)
  }

  @Test("The error of F1 without groups of respondents, as computed from the rows") func shortfall() throws {
    let rows = rows()
    let audit = audit(try definition(), rows, groups: 5)
    // Satisfied from 6 on a scale of 1 to 7.
    func f1(_ rows: [AnswerSheet.Row]) -> Double {
      Double(rows.reduce(0) { $0 + max(0, 6 - ($1.answers[0]?.perception ?? 0)) }) / Double(6 * rows.count)
    }
    let squares = (0..<5).reduce(0.0) { sum, group in
      let difference = f1(rows.indices.filter { $0 % 5 != group }.map { rows[$0] }) - f1(rows)
      return sum + difference * difference
    }
    let expected = (4.0 / 5 * squares).squareRoot()
    #expect(expected > 0)
    for (kind, id) in [(SubjectKind.item, "i0"), (.dimension, "d0")] {
      let found = try #require(try found(audit, kind, id)[.f1Jackknife])
      #expect(abs(found - expected) <= 1e-12)
    }
    #expect(try found(self.audit(try definition(), rows), .item, "i0").figure(.f1Jackknife) == nil)
  }
}
