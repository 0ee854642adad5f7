import Audit

/// What comments are read with.
struct CommentRules: Sendable {
  var redaction: Redaction
  var lexicon: Lexicon
  /// Keys that a person has decided on.
  var decided: Set<String>

  init(_ privacy: Privacy, lexicon: Lexicon, decided: Set<String> = []) {
    let patterns = privacy.patterns.compactMap { try? PrivatePattern.read($0).get() }
    redaction = Redaction(names: privacy.names, patterns: patterns)
    self.lexicon = lexicon
    self.decided = decided
  }

  /// Characters of a quote (methodology 8).
  static let longestQuote = 240

  /// A redacted comment as it would be shown: whole, or cut behind a word.
  static func shortened(_ text: String) -> String {
    guard text.count > longestQuote else { return text }
    let cut = text.prefix(longestQuote - 2)
    let end = text[cut.endIndex].isWhitespace ? cut.endIndex : cut.lastIndex(where: \.isWhitespace) ?? cut.endIndex
    return text[..<end].trimmingCharacters + " …"
  }

  /// Cell texts that say yes.
  static let agreement: Set<String> = [
    "true", "yes", "y", "1", "x", "ok", "ja", "j", "wahr", "oui", "o", "vrai", "si", "sí", "s", "sim", "tak", "evet",
    "agree",
    "agreed", "i agree", "checked", "selected", "zustimmung", "einverstanden",
  ]
}

extension StringProtocol {
  /// Without blanks and commas at the end.
  fileprivate var trimmingCharacters: String {
    var text = Substring(self)
    while let last = text.last, last.isWhitespace || ",;:-–".contains(last) { text.removeLast() }
    return String(text)
  }
}
