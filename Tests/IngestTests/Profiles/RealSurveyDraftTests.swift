import Audit
import TestSupport
import Testing

@testable import Ingest

/// Drafts of the real surveys beside the repository: each is read without an error, and says what is essential.
@Suite struct DraftsOfRealSurveys {
  struct Case: Sendable, CustomTestStringConvertible {
    var path: String
    var lines: [String]
    var items: Int
    var outcomes: Int
    var testDescription: String { path }
  }

  static let cases = [
    Case(
      path: "oddjob-airways/airlinesat.csv",
      lines: [
        "scale: {min: 1, max: 100}", "{expectation: e1..e23, perception: s1..s23, dimension: service}",
        "{id: nps, kind: nps, column: nps, offset: -1}",
        "{id: satisfaction, kind: csat, column: overall_sat, scale: {min: 1, max: 7}}",
      ], items: 34, outcomes: 2),
    Case(
      path: "abc-acss/ABC.csv",
      lines: [
        "scale: {min: 1, max: 5}", "importance-scale: {min: 1, max: 3}", "not-applicable: [0]",
        "{perception: q6..q10, importance: qi6..qi10, dimension: service}", "respondent: {column: ID}",
      ], items: 74, outcomes: 0),
    Case(
      path: "airline-passenger/test.csv",
      lines: [
        "scale: {min: 1, max: 5}", "not-applicable: [0]",
        "{id: satisfied, kind: yes, column: satisfaction, yes: [satisfied]}", "{id: Class, column: Class}",
        "{id: gate-location, text: Gate location, perception: Gate location, touchpoint: gate}",
      ], items: 14, outcomes: 1),
    Case(
      path: "airline-journey/AIRLINE_SURVEY.csv",
      lines: [
        "scale: {min: 1, max: 4}", "{perception: o_booking, touchpoint: booking}",
        "{id: satisfaction, kind: csat, column: o_experience}",
      ], items: 6, outcomes: 1),
    Case(
      path: "ecsi/mobi.csv", lines: ["scale: {min: 1, max: 10}", "{perception: PERQ1..PERQ7, dimension: perq}"],
      items: 18, outcomes: 0),
    Case(
      path: "ecsi/satisfaction.csv",
      lines: ["{perception: qual1..qual5, dimension: qual}", "{id: gender, column: gender}"],
      items: 22, outcomes: 0),
    Case(
      path: "kaduna-hospital/hospital_survey_data.csv",
      lines: [
        "labels: {Poor: 1, Fair: 2, Good: 3, Excellent: 4}",
        "{id: recommend-hospital, kind: yes, column: Recommend Hospital, name: Recommend Hospital, yes: [\"Yes\"]}",
        "{id: Age, column: Age, order: [Below 18, 18-29, 30-49, 50 and above]}", "unit: {column: Hospital Name}",
      ], items: 5, outcomes: 8),
    Case(
      path: "pandas-users-2019/2019.csv",
      lines: [
        // How much a feature matters says nothing of how good anything is.
        "perception: \"Do you like the new documentation hierarchy?\"",
        "{id: satisfaction, kind: csat, column: \"How satisfied are you with pandas?\", scale: {min: 1, max: 5}}",
      ], items: 1, outcomes: 3),
  ]

  @Test(.enabled(if: Repository.hasShared("data")), arguments: cases)
  func sayWhatIsEssential(_ survey: Case) async throws {
    let fixture = try DraftFixture(shared: survey.path)
    for line in survey.lines { #expect(fixture.says(line), "\(line)\n\(fixture.draft)") }
    let (found, problems) = await fixture.read()
    let definition = try #require(found?.waves.first?.definition, "\(problems)")
    #expect(problems.isEmpty)
    #expect(definition.items.count == survey.items)
    #expect(definition.outcomes.count == survey.outcomes)
  }

  /// 779 of 1,706 were finished (SOURCE.txt).
  @Test(.enabled(if: Repository.hasShared("data"))) func countFinishedAnswersAsTheToolMarksThem() throws {
    let path = "exports/surveygizmo/20160115235816-SurveyExport.csv"
    let completion = try DraftFixture(shared: path, lines: 20_000).profile?.completion
    #expect(completion?.values == ["Complete"])
    #expect(completion?.finished == 779)
    #expect(completion?.unfinished == 927)
  }

  /// Each remark of an observer is different, and one in six rows has one.
  @Test(.enabled(if: Repository.hasShared("data"))) func takeNoRemarksForRespondents() throws {
    let fixture = try DraftFixture(shared: "notes/jupytercon-2018/jupyterlab-ux-data.csv")
    #expect(fixture.profile?.rows == 1581)
    #expect(fixture.guesses(about: .respondent) == [])
  }

  @Test(.enabled(if: Repository.hasShared("data"))) func doNotPairExpectationsWithoutPerceptions() throws {
    let fixture = try DraftFixture(shared: "ecsi/mobi.csv")
    #expect(!fixture.draft.contains("expectation:"))
    #expect(fixture.guesses(about: .leftOut).contains { $0.hasPrefix("'CUEX1'…'CUEX3' ask for expectations") })
  }
}
