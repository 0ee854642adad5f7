import Audit
import Testing

@testable import Diagnose

@Suite struct NoteChecksTests {
  @Test("a note of a day after the report is told, one of that day is not") func future() throws {
    let notes =
      ["2026-01-01", reportDay.iso, "2027-02-17"].map { note("n-\($0)", date: day($0), []) } + [note("n", [])]
    let told = noteDiagnostics(notes, asOf: reportDay)
    #expect(told.map(\.id) == ["note/later-than-report"] && told[0].severity == .warning)
    #expect(told[0].location?.file == "content/notes/n-2027-02-17.md")
  }
}
