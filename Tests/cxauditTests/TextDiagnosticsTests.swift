import Audit
import Testing

@testable import cxaudit

@Suite struct DiagnosticsForPeople {
  private static let line = "R0001041,5,6,7,6,11,5,4"

  private static let outOfScale = Diagnostic(
    .warning, "survey/out-of-scale", at: Audit.SourceLocation("content/surveys/2026-q1.csv", line: 1042, column: 18),
    "'11' is outside the scale 1…7 of item P3, not counted",
    hint: "add 11 to `missing:` in content/surveys/2026-q1.yml if it is a code",
    excerpt: Excerpt(line: line, column: 18, length: 2))

  private func text(
    _ diagnostic: Diagnostic, project: String = ".", colour: Bool = false
  ) -> String {
    TextDiagnostics.text(of: [diagnostic], in: ProjectPrefix(project: project), colour: colour)
  }

  @Test func showPlaceSummaryExcerptAndHelp() {
    #expect(
      text(Self.outOfScale) == """
        content/surveys/2026-q1.csv:1042:18: warning: '11' is outside the scale 1…7 of item P3, not counted \
        [survey/out-of-scale]
           |  R0001041,5,6,7,6,11,5,4
           |                   ^^
           = help: add 11 to `missing:` in content/surveys/2026-q1.yml if it is a code

        """)
  }

  @Test(arguments: [
    (Audit.SourceLocation("cxaudit.yml"), "cxaudit.yml: "),
    (Audit.SourceLocation("cxaudit.yml", line: 3), "cxaudit.yml:3: "),
    (nil, ""),
  ])
  func needNotHaveALine(_ case: (location: Audit.SourceLocation?, place: String)) {
    let diagnostic = Diagnostic(.error, "a/b", at: `case`.location, "something is wrong")
    #expect(text(diagnostic) == "\(`case`.place)error: something is wrong [a/b]\n")
  }

  @Test(arguments: [
    (".", "content/a.md"), ("./", "content/a.md"), ("bank", "bank/content/a.md"), ("./bank/", "bank/content/a.md"),
    ("/audits/bank", "/audits/bank/content/a.md"), ("../bank", "../bank/content/a.md"),
  ])
  func nameFilesAsSeenFromHere(_ case: (project: String, path: String)) {
    #expect(ProjectPrefix(project: `case`.project).path(of: "content/a.md") == `case`.path)
  }

  @Test(arguments: [
    ("Zoë,11", 5, 2, "    ", "^^"), ("日本,11", 4, 2, "     ", "^^"), ("e\u{301}e\u{301},11", 6, 2, "   ", "^^"),
    ("a,日本", 3, 2, "  ", "^^^^"),
  ])
  func putTheCaretUnderWhatATerminalShows(
    _ case: (line: String, column: Int, length: Int, indent: String, carets: String)
  ) {
    let diagnostic = Diagnostic(
      .error, "a/b", at: nil, "x", excerpt: Excerpt(line: `case`.line, column: `case`.column, length: `case`.length))
    #expect(text(diagnostic).hasSuffix("\n   |  \(`case`.indent)\(`case`.carets)\n"))
  }

  @Test func neverDriveTheTerminal() {
    let diagnostic = Diagnostic(
      .error, "a/b", at: Audit.SourceLocation("a\u{1b}[2J.md"), "'\u{1b}]0;x\u{7}' \u{202e}abc", hint: "\u{9b}31m",
      excerpt: Excerpt(line: "a\u{8}b", column: 1))
    let printed = text(diagnostic)
    #expect(printed.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
    #expect(!printed.unicodeScalars.contains("\u{202e}"))
  }

  @Test func coloursMarkSeverityPlaceAndCaret() {
    let printed = text(Self.outOfScale, colour: true)
    #expect(printed.contains("\u{1b}[1;33mwarning:\u{1b}[0m"))
    #expect(printed.contains("\u{1b}[1mcontent/surveys/2026-q1.csv:1042:18:\u{1b}[0m"))
    #expect(printed.contains("\u{1b}[1;32m^^\u{1b}[0m"))
  }
}
