import Audit
import Testing

@testable import Ingest

@Suite struct QuotesReaderTests {
  private static let key = Comment.key(of: "Too slow")

  private func read(_ text: String) -> (decisions: [QuoteDecision], diagnostics: [Diagnostic]) {
    QuotesReader.read(SourceText(text, file: "content/quotes.yml"))
  }

  @Test("an entry is a key, a decision and the text that was read") func entries() {
    let (decisions, diagnostics) = read(
      "# a comment\n\(Self.key): {ok: true, text: \"Too slow\"}\n0123456789012345: {ok: false}\n")
    #expect(lines(diagnostics) == [])
    #expect(decisions.map(\.key) == [Self.key, "0123456789012345"])
    #expect(decisions.map(\.isCleared) == [true, false])
    #expect(decisions.map(\.place.line) == [2, 3])
  }

  static let problems: [(String, String)] = [
    ("\(key): {okay: true}", "yaml/unknown-key"), ("\(key): {}", "yaml/missing-key"), ("abc: {ok: true}", "quotes/key"),
    ("\(key): {ok: yes}", "yaml/wrong-type"), ("\(key): true", "yaml/wrong-type"),
    ("\(key): {ok: true, text: Too quick}", "quotes/text-changed"),
  ]

  @Test("nothing that is half understood clears anything", arguments: problems) func refuses(text: String, id: String) {
    let (decisions, diagnostics) = read(text)
    #expect(decisions.filter(\.isCleared).isEmpty)
    #expect(
      diagnostics.contains { $0.id == id && $0.location?.line == 1 && $0.hint != nil || $0.id == id }, "\(diagnostics)")
  }
}
