import Testing

@testable import Audit

/// Days for people.
@Suite struct DayTextTests {
  private static let german = Language(
    code: "de",
    formats: LanguageFormats(
      decimal: ",", group: ".", lowersNames: false,
      days: DayFormats(
        months: [
          "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
          "Dezember",
        ], shortMonths: ["Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez"],
        long: "{day}. {month} {year}", withinYear: "{day}. {month}", withinMonth: "{day}.",
        short: "{day}. {mon} {year}",
        shortWithinYear: "{day}. {mon}", shortMonth: "{mon} {year}")),
    messages: ["{1} to {2} [days]": "{1} bis {2}"])

  @Test(
    "a span of days says the month and the year once where they are one",
    arguments: [
      ("2026-03-12", "2026-03-12", "12 March 2026", "12. März 2026"),
      ("2026-03-12", "2026-03-15", "12 to 15 March 2026", "12. bis 15. März 2026"),
      ("2026-03-12", "2026-05-01", "12 March to 1 May 2026", "12. März bis 1. Mai 2026"),
      ("2025-12-30", "2026-01-02", "30 December 2025 to 2 January 2026", "30. Dezember 2025 bis 2. Januar 2026"),
      ("2025-01-30", "2026-01-02", "30 January 2025 to 2 January 2026", "30. Januar 2025 bis 2. Januar 2026"),
    ])
  func ranges(from: String, to: String, english: String, german: String) throws {
    let (from, to) = (try #require(Day(iso: from)), try #require(Day(iso: to)))
    #expect(DayText.range(from, to) == english)
    #expect(Language.$current.withValue(Self.german) { DayText.range(from, to) } == german)
  }

  @Test("the short form leaves out the reader's own year") func short() throws {
    let (day, today) = (try #require(Day(iso: "2025-09-30")), try #require(Day(iso: "2026-01-02")))
    #expect(DayText.short(day, readIn: day) == "30 Sep")
    #expect(DayText.short(day, readIn: today) == "30 Sep 2025")
    Language.$current.withValue(Self.german) {
      #expect(DayText.short(day, readIn: today) == "30. Sep 2025")
      #expect(DayText.month(day, withYear: false) == "Sep")
    }
  }
}
