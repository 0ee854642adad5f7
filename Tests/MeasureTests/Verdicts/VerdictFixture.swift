import Audit
import Testing

@testable import Measure

/// A plan and the surveys that judge it.
enum VerdictFixture {
  typealias Histogram = [(p: Int, count: Int)]

  /// Example X16: treated and control, before and after.
  static let treated: (before: Histogram, after: Histogram) = (
    [(2, 10), (3, 22), (4, 30), (5, 24), (6, 12), (7, 2)], [(2, 4), (3, 12), (4, 26), (5, 34), (6, 22), (7, 8)]
  )
  static let control: (before: Histogram, after: Histogram) = (
    [(3, 8), (4, 22), (5, 36), (6, 24), (7, 10)], [(3, 7), (4, 20), (5, 38), (6, 27), (7, 12)]
  )

  static func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

  /// Started on the first of April, under way.
  static func plan(_ change: (inout Correction) throws -> Void = { _ in }) throws -> Correction {
    let file = "content/corrections/p.md"
    var plan = Correction(
      slug: "p", file: file, title: "Plan", status: .inProgress, body: MarkdownText(text: "", file: file, firstLine: 1))
    plan.corrects = [reference("gap.t.d")]
    plan.start = try day("2026-04-01")
    try change(&plan)
    return plan
  }

  static func reference(_ id: String) -> Correction.Reference {
    Correction.Reference(id: id, location: SourceLocation("content/corrections/p.md", line: 2, column: 1))
  }

  static func scope(_ kind: CorrectionScope.Kind, _ names: [String]) -> CorrectionScope {
    part(kind, .named(names.map(reference)))
  }

  static func others(_ kind: CorrectionScope.Kind) -> CorrectionScope { part(kind, .others) }

  private static func part(_ kind: CorrectionScope.Kind, _ members: CorrectionScope.Members) -> CorrectionScope {
    CorrectionScope(parts: [
      CorrectionScope.Part(kind: kind, members: members, location: SourceLocation("content/corrections/p.md", line: 3))
    ])
  }

  /// Perceptions on 1–7 of the dimension d at the touchpoint t.
  static func item(_ id: String = "p", touchpoint: String = "t") throws -> Item {
    Item(id: id, dimension: "d", touchpoint: touchpoint, scale: try scale(1, 7), comparison: .none)
  }

  /// One item; the customers of each wave are of the places `here` and, where it is given, `there`.
  static func survey(
    before: (here: Histogram, there: Histogram), after: (here: Histogram, there: Histogram)
  ) throws -> Survey {
    let definition = SurveyDefinition(
      items: [try item()], outcomes: [], segments: [Segment(id: "place", order: ["here", "there"])])
    let sheets = [before, after].map { wave in
      AnswerSheet(definition: definition, rows: rows(wave.here, "here") + rows(wave.there, "there"))
    }
    return try waves(sheets)
  }

  private static func rows(_ histogram: Histogram, _ place: String) -> [AnswerSheet.Row] {
    perceptions(histogram).map { row in
      var row = row
      row.segments = [place]
      return row
    }
  }

  /// Quarters of 2026, the second of them after the start.
  static func waves(_ sheets: [AnswerSheet]) throws -> Survey {
    let days = [("2026-Q1", "2026-01-01", "2026-03-31"), ("2026-Q3", "2026-07-01", "2026-09-30")]
    return Survey(
      id: "customers", respondents: .customers,
      waves: try zip(days, sheets).map { days, sheet in
        SurveyWave(
          wave: Wave(label: days.0, start: try day(days.1), end: try day(days.2)), definition: sheet.definition,
          tally: sheet.tally, files: ["a.csv"])
      })
  }

  static func results(_ plan: Correction, _ surveys: [Survey]) -> [MeasuredCorrection] {
    measure(surveys, corrections: [plan], configuration: Configuration()).corrections
  }

  static func effect(_ plan: Correction, _ survey: Survey) throws -> CorrectionEffect {
    try #require(results(plan, [survey]).first?.effect)
  }

  /// Compares to six digits after the point.
  static func expect(
    _ found: Double?, _ printed: Double, sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    #expect(
      found.map { abs($0 - printed) <= 5.001e-7 } ?? false, "\(String(describing: found)) is not \(printed)",
      sourceLocation: sourceLocation)
  }
}
