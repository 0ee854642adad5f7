import Audit
import Testing

@testable import Ingest

/// The consultant's word, read from its file.
@Suite struct WordReaderTests {
  private func read(_ text: String) -> (word: ConsultantWord?, diagnostics: [Diagnostic]) {
    WordReader.read(
      SourceText(text, file: "content/findings/gap.branch.empathy.md"), finding: "gap.branch.empathy")
  }

  @Test("every key and the text are read") func whole() throws {
    let reading = read(
      """
      ---
      headline: Nobody has time
      class: minor
      cause: delivery
      merge: [gap.phone.empathy, note.main.cold]
      hide: false
      because: The branch was being rebuilt.
      ---
      What I saw *there*.
      """)
    #expect(reading.diagnostics.isEmpty)
    let word = try #require(reading.word)
    #expect(word.finding == "gap.branch.empathy")
    #expect(word.headline == "Nobody has time")
    #expect(word.findingClass == .minor)
    #expect(word.cause == .delivery)
    #expect(word.merged.map(\.id) == ["gap.phone.empathy", "note.main.cold"])
    #expect(word.merged.map(\.location.line) == [5, 5])
    #expect(!word.isHidden)
    #expect(word.because == "The branch was being rebuilt.")
    #expect(word.body.text.contains("What I saw *there*."))
  }

  static let problems: [(String, [String])] = [
    ("class: minor", ["finding/no-reason"]), ("hide: true", ["finding/no-reason"]),
    ("class: minor\nhide: true", ["finding/no-reason", "finding/no-reason"]),
    ("class: minor\nbecause: so", []), ("headline: Cold", []), ("merge: gap.phone.empathy", []),
    ("merge: gap.branch.empathy", ["finding/merges-itself"]), ("because: so", ["finding/says-nothing"]),
    ("class: grave\nbecause: so", ["yaml/not-one-of", "finding/says-nothing"]),
    ("titel: Cold\nheadline: x", ["yaml/unknown-key"]),
  ]

  @Test("a class or a hidden finding needs a reason, and what says nothing is told", arguments: problems)
  func problem(matter: String, ids: [String]) {
    #expect(read("---\n\(matter)\n---\n").diagnostics.map(\.id) == ids)
  }

  @Test("a text alone is a word") func textAlone() {
    #expect(read("I was there, too.\n").diagnostics.isEmpty)
    #expect(read("I was there, too.\n").word?.body.text.contains("I was there") == true)
  }
}
