/// Inline Markdown as words: links by their text, no marks of emphasis or code, no link that stands alone in parentheses.
enum PlainInline {
  static func text(of markdown: String) -> String {
    var result = ""
    var rest = Substring(markdown)
    while let first = rest.first {
      if first == "(", let link = link(rest.dropFirst()), rest[link.end...].first == ")" {
        if result.last == " " { result.removeLast() }
        rest = rest[link.end...].dropFirst()
      } else if first == "[", let link = link(rest) {
        result += text(of: String(link.text))
        rest = rest[link.end...]
      } else {
        if !"*`".contains(first) { result.append(first) }
        rest = rest.dropFirst()
      }
    }
    // A full stop would end the sentence that quotes it.
    return result.hasSuffix(".") ? String(result.dropLast()) : result
  }

  /// `[text](address)` at the beginning of a text.
  private static func link(_ text: Substring) -> (text: Substring, end: Substring.Index)? {
    guard text.first == "[", let close = text.firstIndex(of: "]") else { return nil }
    let after = text.index(after: close)
    guard after < text.endIndex, text[after] == "(", let end = text[after...].firstIndex(of: ")") else { return nil }
    return (text[text.index(after: text.startIndex)..<close], text.index(after: end))
  }
}
