import Foundation

/// The words of a comment as a lexicon sees them: letters, digits and apostrophes in lower case (methodology 8).
enum CommentTokens {
  /// How a language writes capitals small.
  enum Folding: Hashable, Sendable, CaseIterable {
    case common
    /// Turkish and Azerbaijani have an i without a dot.
    case dotless

    init(language: String?) {
      let primary = language?.lowercased().split(separator: "-").first
      self = primary == "tr" || primary == "az" ? .dotless : .common
    }
  }

  /// `text` in any normal form.
  static func tokens(of text: String, _ folding: Folding = .common) -> [String] {
    var tokens: [String] = []
    var token = String.UnicodeScalarView()
    func flush() {
      while token.last == "'" { token.removeLast() }
      if !token.isEmpty { tokens.append(String(token)) }
      token = String.UnicodeScalarView()
    }
    for scalar in text.precomposedStringWithCanonicalMapping.unicodeScalars {
      if scalar == "'" || scalar == "’" || scalar == "ʼ" {
        if !token.isEmpty { token.append("'") }
      } else if isPart(scalar) {
        token.append(contentsOf: lowered(scalar, folding))
      } else {
        flush()
      }
    }
    flush()
    return tokens
  }

  /// Letters, the marks on them, and digits.
  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isWordPart { return true }
    if scalar.isASCII { return false }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .decimalNumber, .otherLetter: return true
    default: return false
    }
  }

  private static func lowered(_ scalar: Unicode.Scalar, _ folding: Folding) -> String.UnicodeScalarView {
    switch (folding, scalar) {
    case (.dotless, "I"): return "ı".unicodeScalars
    case (.dotless, "İ"): return "i".unicodeScalars
    default:
      return scalar.isASCII
        ? String.UnicodeScalarView([scalar.lowered]) : scalar.properties.lowercaseMapping.unicodeScalars
    }
  }
}
