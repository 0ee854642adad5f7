/// What a person decided about quoting one comment: an entry of `content/quotes.yml`.
package struct QuoteDecision: Hashable, Sendable {
  /// The first digits of the SHA-256 of the text, as ``Comment/key``.
  package var key: String
  package var isCleared: Bool
  /// What the person read; nil where the entry has no text.
  package var text: String?
  package var place: SourceLocation

  package init(key: String, isCleared: Bool, text: String?, place: SourceLocation) {
    self.key = key
    self.isCleared = isCleared
    self.text = text
    self.place = place
  }
}

/// Words by which themes are found in comments, as one file gives them.
package struct LexiconFile: Hashable, Sendable {
  package var file: String
  /// As the file writes it; empty where it does not.
  package var version: String
  package var themes: [CommentTheme]

  package init(file: String, version: String, themes: [CommentTheme]) {
    self.file = file
    self.version = version
    self.themes = themes
  }
}

/// By what comments are understood, and which may be quoted.
package struct CommentTerms: Sendable {
  /// Those of the lexicon.
  package var themes: [CommentTheme]
  package var quotes: [QuoteDecision]

  package init(themes: [CommentTheme] = [], quotes: [QuoteDecision] = []) {
    (self.themes, self.quotes) = (themes, quotes)
  }
}

extension Project {
  package var commentTerms: CommentTerms { CommentTerms(themes: themes, quotes: quotes) }
}
