import Audit
import Testing

@testable import Diagnose

@Suite struct WaveChecksTests {
  @Test("a wave that begins after the day of the report is told, one that is in the field is not") func future() {
    let days = [("2026-01-01", "2026-03-31"), (reportDay.iso, "2027-12-31"), ("2027-02-17", "2027-02-20")]
    let waves = days.map { start, end in
      MeasuredWave(
        wave: Wave(label: start, start: day(start), end: day(end)),
        definition: SurveyDefinition(items: [], outcomes: [], segments: []),
        files: ["content/surveys/\(start).csv"],
        fieldwork: nil, rows: 1, unusable: [], units: 0, slices: [], familySize: 0, columns: [])
    }
    let told = waveDiagnostics(
      [MeasuredSurvey(id: "customers", respondents: .customers, waves: waves)], asOf: reportDay)
    #expect(told.map(\.id) == ["survey/later-than-report"])
    #expect(told.first?.severity == .warning && told.first?.location?.file == "content/surveys/2027-02-17.csv")
  }
}
