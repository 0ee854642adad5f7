import Audit
import Testing

@testable import Ingest

/// Real surveys in plain CSV that lie beside some checkouts. Counts were made with Python's csv module, or stand in their
/// SOURCE.txt.
@Suite(.enabled(if: ExportFixture.isThere, "there is no ../shared/data"))
struct PlainSurveys {
  /// A file with one question of it, and what is known of both.
  struct Case: Sendable, CustomTestStringConvertible {
    var file: String
    var rows: Int
    /// Names of the first columns and of the last, and how many there are.
    var first: [String]
    var last: String
    var columns: Int
    var lineEnds = "CRLF"
    /// Keys of the item beside `id: item`.
    var item: String
    /// Answers on each level.
    var answers: [Int]
    var missing = 0
    var notApplicable = 0
    var segment: (column: String, rows: [String: Int])?
    var testDescription: String { file }
  }

  static let cases = [
    Case(
      file: "oddjob-airways/airlinesat.csv", rows: 1065, first: ["age", "country", "flight_class"],
      last: "reputation", columns: 70, lineEnds: "LF", item: "perception: nps, scale: {min: 1, max: 11}",
      answers: [25, 29, 29, 29, 91, 86, 142, 209, 187, 215, 23]),
    Case(
      file: "abc-acss/ABC.csv", rows: 266, first: ["ID", "q1", "q4"], last: "Prob 5", columns: 147,
      item: "perception: q10, importance: qi10, importance-scale: {min: 1, max: 3}, scale: {min: 1, max: 5}, "
        + "not-applicable: [0]",
      answers: [1, 4, 20, 36, 9], missing: 72, notApplicable: 124),
    Case(
      file: "abc-acss/ABC2.csv", rows: 266, first: ["ID", "Satisfaction", "Recommendation"], last: "country",
      columns: 11, item: "perception: Equipment, scale: {min: 1, max: 5}, not-applicable: [NA]",
      answers: [6, 18, 73, 143, 17], notApplicable: 9,
      segment: ("country", ["Benelux": 26, "France": 15, "Germany": 112, "Israel": 23, "Italy": 39, "UK": 51])),
    Case(
      file: "airline-journey/AIRLINE_SURVEY.csv", rows: 9720, first: ["", "o_booking", "o_checkin"],
      last: "o_experience", columns: 8, item: "perception: o_booking, scale: {min: 1, max: 4}",
      answers: [797, 1566, 4585, 2772]),
    Case(
      file: "airline-passenger/test.csv", rows: 25_976, first: ["", "id", "Gender"], last: "satisfaction",
      columns: 25, item: "perception: Inflight wifi service, scale: {min: 1, max: 5}, not-applicable: [0]",
      answers: [4488, 6490, 6317, 4981, 2887], notApplicable: 813,
      segment: ("satisfaction", ["neutral or dissatisfied": 14_573, "satisfied": 11_403])),
    Case(
      file: "airline-passenger/train.csv.gz", rows: 103_904, first: ["", "id", "Gender"], last: "satisfaction",
      columns: 25, item: "perception: Inflight wifi service, scale: {min: 1, max: 5}, not-applicable: [0]",
      answers: [17_840, 25_830, 25_868, 19_794, 11_469], notApplicable: 3103,
      segment: ("satisfaction", ["neutral or dissatisfied": 58_879, "satisfied": 45_025])),
    Case(
      file: "ecsi/mobi.csv", rows: 250, first: ["CUEX1", "CUEX2", "CUEX3"], last: "PERV2", columns: 24,
      item: "perception: CUSL3, scale: {min: 1, max: 10}", answers: [8, 1, 4, 6, 26, 15, 33, 62, 26, 69]),
    Case(
      file: "ecsi/satisfaction.csv", rows: 250, first: ["imag1", "imag2", "imag3"], last: "gender", columns: 28,
      lineEnds: "LF", item: "perception: qual1, scale: {min: 0, max: 10}",
      answers: [5, 0, 2, 6, 14, 34, 36, 58, 49, 20, 26], segment: ("gender", ["female": 148, "male": 102])),
    Case(
      file: "kaduna-hospital/hospital_survey_data.csv", rows: 50, first: ["Age", "Gender", "Education"],
      last: "Public vs Private Difference", columns: 20,
      item: "perception: Cleanliness, scale: {min: 1, max: 4}, labels: {Poor: 1, Fair: 2, Good: 3, Excellent: 4}",
      answers: [12, 8, 15, 15],
      segment: (
        "Waiting Time",
        ["Less than 15 minutes": 15, "15–30 minutes": 12, "30–60 minutes": 16, "Over 1 hour": 7]
      )),
  ]

  @Test(arguments: cases) func areReadAsTheyLie(_ survey: Case) async throws {
    let segments = survey.segment.map { "\nsegments: [{id: s, column: \($0.column)}]" } ?? ""
    let file = try await ExportFixture(
      survey.file, codebook: "items: [{id: item, \(survey.item), dimension: d}]" + segments)
    #expect(file.diagnostics == [])
    #expect(file.form.tool == .plain)
    #expect(file.form.headerRows == 1)
    #expect(file.dialect == "UTF-8 , \" \(survey.lineEnds)")
    #expect(file.form.columns.count == survey.columns)
    #expect(Array(file.form.columns.map(\.name).prefix(3)) == survey.first)
    #expect(file.form.columns.last?.name == survey.last)
    #expect(file.rows == survey.rows)
    #expect(file.answers("item") == survey.answers)
    let column = try #require(file.wave?.tally.columns.first)
    #expect(column.valid == survey.answers.reduce(0, +))
    #expect((column.missing, column.notApplicable, column.invalid) == (survey.missing, survey.notApplicable, 0))
    if let segment = survey.segment { #expect(file.segment("s") == segment.rows) }
  }
}
