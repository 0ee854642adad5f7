import Audit
import TestSupport
import Testing

@testable import Ingest

@Suite("lines behind diagnostics that know their place alone") struct SourceLineTests {
  @Test(
    "the value there is marked",
    arguments: [
      ("after: card-on-day", 8, 11), ("corrects: 'a b', c", 11, 5), ("corrects: [nps, csat]", 12, 3),
      ("measure: nps", 1, 7),
      ("- {rule: lapsed}  # for now", 3, 14), ("open: 'never", 7, 6), ("é: größer, x", 4, 6), ("short", 9, 1),
    ])
  func marks(line: String, column: Int, length: Int) throws {
    let folder = try TemporaryFolder()
    try folder.write("first\n\(line)\n", to: "content/a.md")
    var lines = SourceLines(project: folder.path("."))
    let place = Audit.SourceLocation("content/a.md", line: 2, column: column)
    let shown = lines.shown(Diagnostic(.error, "a/b", at: place, "wrong"))
    #expect(shown.excerpt == Excerpt(line: line, column: column, length: length))
  }

  @Test(
    "what has a line keeps it, and nothing is made up",
    arguments: [
      Audit.SourceLocation("a.yml", line: 9, column: 1), Audit.SourceLocation("a.yml", line: 1),
      Audit.SourceLocation("a.yml"),
      Audit.SourceLocation("none.yml", line: 1, column: 1), Audit.SourceLocation("a.csv", line: 1, column: 1), nil,
    ])
  func leaves(place: Audit.SourceLocation?) throws {
    let folder = try TemporaryFolder()
    for file in ["a.yml", "a.csv"] { try folder.write("one line\n", to: file) }
    var lines = SourceLines(project: folder.path("."))
    #expect(lines.shown(Diagnostic(.error, "a/b", at: place, "wrong")).excerpt == nil)
    let own = Diagnostic(.error, "a/b", at: place, "wrong", excerpt: Excerpt(line: "its own", column: 1))
    #expect(lines.shown(own) == own)
  }
}
