import Audit

/// Reads `content/quotes.yml`: `0123456789abcdef: {ok: true, text: "…"}`, one entry a comment.
enum QuotesReader {
  static let file = "content/quotes.yml"

  static func read(_ source: SourceText) -> (decisions: [QuoteDecision], diagnostics: [Diagnostic]) {
    let (decisions, diagnostics) = MappingReader.read(source, as: "quotes.yml") { reader -> [QuoteDecision] in
      reader.mapping.entries.compactMap { decision($0, &reader) }
    }
    return (decisions ?? [], diagnostics)
  }

  private static func decision(_ entry: YAMLMapping.Entry, _ reader: inout MappingReader) -> QuoteDecision? {
    let key = entry.key.text
    let place = reader.source.place(of: entry.key.span)
    reader.know(key)
    guard key.utf8.count == Comment.keyLength,
      key.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
    else {
      reader.report(.quotesKey(key, at: place))
      return nil
    }
    return reader.mapping(key, as: "an entry of quotes.yml") { child -> QuoteDecision? in
      let isCleared = child.flag("ok")
      let text = child.string("text")
      if !child.has("ok") { child.reportMissing("ok") }
      if let text, Comment.key(of: text) != key {
        child.report(.quotesTextChanged(key, at: place))
        return nil
      }
      return isCleared.map { QuoteDecision(key: key, isCleared: $0, text: text, place: place.location) }
    } ?? nil
  }
}
