import Audit
import Testing

@testable import Diagnose

/// The sentences that a client reads.
struct StatementTests {
  static let expectation = CellFigures().changed {
    ($0.n, $0.failed, $0.failedLow, $0.failedHigh) = (611, 0.62, 0.58, 0.66)
    $0.mean = -1.7
  }

  static let cases: [(CellFigures, String)] = [
    (
      expectation,
      "62\u{202F}% of 611 customers say they got far less than they expect (58 to 66\u{202F}%); 1.7 points below what they "
        + "expect on average, on a scale of 1 to 7 (1.5 to 1.9)."
        + " That is more than chance explains."
    ),
    (
      expectation.changed { ($0.n, $0.mean) = (1842, 0.1) },
      "62\u{202F}% of 1,842 customers say they got far less than they expect (58 to 66\u{202F}%); 0.1 points above what they "
        + "expect on average, on a scale of 1 to 7 (0.1 below to 0.3 above)."
        + " The average does not show it; the share who are failed does, and by more than chance explains."
    ),
    (
      expectation.changed { ($0.n, $0.failedLow, $0.failedHigh) = (103_896, 0.6172, 0.6231) },
      "62\u{202F}% of 103,896 customers say they got far less than they expect (61.7 to 62.3\u{202F}%); 1.7 points below "
        + "what they expect on average, on a scale of 1 to 7 (1.5 to 1.9). That is more than chance explains."
    ),
    (
      expectation.changed { $0.mean = 0.01 },
      "62\u{202F}% of 611 customers say they got far less than they expect (58 to 66\u{202F}%); about what they expect on "
        + "average, on a scale of 1 to 7 (0.2 below to 0.2 above). The average does not show it; the share who are failed "
        + "does, and by more than chance explains."
    ),
    (
      expectation.changed { ($0.n, $0.comparison, $0.scale) = (120, .standard(90), (1, 100)) },
      "62\u{202F}% of 120 customers got far less than the standard asks (58 to 66\u{202F}%); 1.7 points below the standard on "
        + "average, on a scale of 1 to 100 (1.5 to 1.9). That is more than chance explains."
    ),
    (
      expectation.changed { ($0.comparison, $0.scale) = (.zone, (1, 9)) },
      "62\u{202F}% of 611 customers say they got far less than the least they find acceptable (58 to 66\u{202F}%); 1.7 points "
        + "below the least they find acceptable on average, on a scale of 1 to 9 (1.5 to 1.9). That is more "
        + "than chance explains."
    ),
    (
      CellFigures().changed {
        ($0.comparison, $0.scale, $0.mean, $0.satisfied) = (.none, (1, 5), -0.4, 0.7)
        ($0.failed, $0.failedLow, $0.failedHigh) = (0.2, 0.15, 0.26)
      },
      "20\u{202F}% of 200 customers are far from satisfied (15 to 26\u{202F}%); on average 3.6 on a scale of 1 to 5 (3.4 to "
        + "3.8), where 4 counts as satisfied; 70\u{202F}% are satisfied. That is more than chance explains."
    ),
    (
      expectation.changed { ($0.n, $0.failed, $0.failedLow, $0.failedHigh) = (25, 0.36, 0.2, 0.55) },
      "9 of 25 customers say they got far less than they expect (20 to 55\u{202F}%); 1.7 points below what they expect on "
        + "average, on a scale of 1 to 7 (1.5 to 1.9). Too few answers to call it a deficiency: 30 are needed."
    ),
  ]

  @Test("what the survey says is one sentence with its numbers", arguments: cases)
  func survey(figures: CellFigures, text: String) {
    #expect(deficiencies(audit([TestCell("branch", "empathy", figures)])).first?.statement == text)
  }

  @Test("where questions are held against several marks, it says what the average is of")
  func marks() {
    let others = Self.expectation.changed { $0.comparison = .none }
    let cells = [Self.expectation, others, others].map { TestCell("branch", "empathy", $0) }
    let statement = deficiencies(audit(cells)).first?.statement ?? ""
    let told =
      "(1.5 to 1.9). The average is of 1 of 3 questions; the share also counts those that are held against the answer from "
      + "which they count as satisfied. That is more than"
    #expect(statement.contains(told), "\(statement)")
  }

  @Test("what auditors saw follows what customers say")
  func confirmed() throws {
    var project = Project.bank
    project.configuration.standards = [
      Standard(
        id: "S1", text: "Greeted within 30 seconds", touchpoint: "branch", dimension: "responsiveness", target: 0.9)
    ]
    project.notes = ["a-street", "b-street"].enumerated().map { index, slug in
      var note = note(
        slug, touchpoint: "branch", date: day("2026-08-1\(index)"),
        [alert("Nobody greets", .minor, dimension: "responsiveness")])
      note.checks = [StandardCheck(standard: "S1", met: index == 1, text: "S1", line: 20)]
      return note
    }
    let found = try #require(
      deficiencies(audit([TestCell("branch", "responsiveness", Self.expectation)]), project).first)
    #expect(
      found.statement.hasSuffix(
        "(1.5 to 1.9). That is more than chance explains. Auditors saw it in 2 notes, between 10 August 2026 and 11 August 2026; standard S1 “Greeted within "
          + "30 seconds” met in 1 of 2 visits."))
  }

  @Test("what only auditors saw says so, and what customers say of it")
  func seenOnly() {
    var project = Project.bank
    project.notes = [note("Main Street", touchpoint: "branch", [alert("Nobody greets", dimension: "empathy")])]
    #expect(deficiencies(MeasuredAudit(surveys: []), project).map(\.statement) == ["Auditors saw it in “Main Street”."])
    #expect(
      deficiencies(audit([TestCell("branch", "empathy", GateTests.quiet)]), project).map(\.statement) == [
        "Auditors saw it in “Main Street”. Customers' answers do not show it: 8\u{202F}% of 200 customers say they got far "
          + "less than they expect."
      ])
  }
}
