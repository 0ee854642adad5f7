import Audit

/// Puts the words of the site's language where a template says them: `{{#say}}Act on these first{{/say}}`.
///
/// This happens before Mustache reads the template, so a phrase may hold tags, which the words of another language then
/// hold in the order of that language.
enum TemplateWords {
  static let open = "{{#say}}"
  static let close = "{{/say}}"

  /// The template with its words said. It keeps its number of lines, for the places of problems.
  static func said(_ template: String) -> String {
    let language = Language.current
    let pieces = template.split(separator: open, omittingEmptySubsequences: false)
    var text = String(pieces[0])
    for piece in pieces.dropFirst() {
      guard let end = piece.firstRange(of: close) else {
        text += open + piece
        continue
      }
      let phrase = piece[..<end.lowerBound]
      let key = key(of: phrase)
      text += language.text(key) ?? key
      text += String(repeating: "\n", count: phrase.count(where: \.isNewline)) + piece[end.upperBound...]
    }
    return text
  }

  /// On one line, as message files have it.
  private static func key(of phrase: Substring) -> String {
    phrase.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
