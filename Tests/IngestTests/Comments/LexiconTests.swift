import Audit
import Testing

@testable import Ingest

/// Themes found by words (methodology 8).
@Suite struct LexiconTests {
  static func lexicon(_ files: String...) -> (lexicon: Lexicon, diagnostics: [Diagnostic]) {
    var reader = LexiconReader(Configuration())
    for (index, text) in files.enumerated() { reader.read(SourceText(text, file: "content/lexicon/\(index).yml")) }
    return (reader.lexicon, reader.diagnostics)
  }

  static let english = """
    version: 2026-1
    themes:
      - {id: waiting, name: Waiting, dimension: responsiveness, terms: [queue*, waiting room], bad: [slow, wait*],
         good: [quick, no queue], not: [waiter*, can't wait]}
      - {id: manners, dimension: empathy, good: [friendly], bad: [rude]}
    """

  static let comments: [(String, [String])] = [
    ("The QUEUES were long", ["waiting open"]), ("so slow", ["waiting bad"]), ("not slow", ["waiting good"]),
    ("It was never really slow", ["waiting good"]), ("not at all that slow", ["waiting bad"]),
    ("It wasn't slow", ["waiting good"]), ("slow but quick", ["waiting open"]),
    ("a friendly waiter", ["manners good"]), ("can’t wait for more", []),
    ("There was no queue", ["waiting good"]), ("the waiting room", ["waiting open"]),
    ("slowly", []), ("rude and slow", ["waiting bad", "manners bad"]), ("", []), ("slow slow slow", ["waiting bad"]),
  ]

  @Test(
    "whole words, phrases, beginnings; the longest first; three words back a denial turns the tone", arguments: comments
  )
  func finds(comment: String, expected: [String]) {
    let (lexicon, diagnostics) = Self.lexicon(Self.english)
    #expect(lines(diagnostics) == [])
    #expect(lexicon.themes(in: comment).map { "\($0.theme.id) \($0.tone.rawValue)" } == expected)
  }

  @Test("languages share themes, each with its own words and denials") func languages() {
    let (lexicon, diagnostics) = Self.lexicon(
      Self.english,
      "language: de\nthemes: [{id: waiting, dimension: responsiveness, bad: [langsam, Schlange*]}]",
      "language: tr\nthemes: [{id: waiting, dimension: responsiveness, bad: [ILIK]}]")
    #expect(lines(diagnostics) == [])
    #expect(lexicon.themes.map(\.id) == ["waiting", "manners"])
    #expect(lexicon.themes(in: "Nicht langsam").map(\.tone) == [.good])
    #expect(lexicon.themes(in: "Die SCHLANGEN").map(\.tone) == [.bad])
    #expect(lexicon.themes(in: "ılık").map(\.tone) == [.bad])
    #expect(lexicon.files.map(\.version) == ["2026-1", "", ""])
  }

  static let problems: [(String, [String])] = [
    (
      "themes: [{id: a, term: [x]}]",
      [
        "content/lexicon/0.yml:1:18: error: unknown key 'term' in a theme [yaml/unknown-key] help: did you mean "
          + "'terms'?"
      ]
    ),
    (
      "themes: [{id: a, bad: ['wa*it']}]",
      [
        "content/lexicon/0.yml:1:24: error: 'wa*it' is no term [lexicon/term] help: write up to twelve words; a star stands at "
          + "the end of a word only, for all words that begin so: 'wait*'"
      ]
    ),
    (
      "themes: [{id: a, dimension: empaty, bad: [x]}]",
      [
        "content/lexicon/0.yml:1:29: warning: cxaudit.yml has no dimension 'empaty'; it is taken as it is "
          + "[lexicon/unfamiliar-name] help: did you mean 'empathy'?"
      ]
    ),
  ]

  @Test("what is wrong is named with its place", arguments: problems) func reports(text: String, expected: [String]) {
    #expect(lines(Self.lexicon(text).diagnostics) == expected)
  }

  @Test("a theme is one in all files") func differs() {
    let (_, diagnostics) = Self.lexicon(
      "themes: [{id: a, dimension: empathy, bad: [x]}]", "themes: [{id: a, dimension: assurance, bad: [y]}]")
    #expect(diagnostics.map(\.id) == ["lexicon/themes-differ"])
    #expect(Self.lexicon("themes: [{id: a}, {id: a}]").diagnostics.map(\.id) == ["id/taken"])
  }
}
