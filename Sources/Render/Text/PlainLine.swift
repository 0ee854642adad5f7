import CommonMark

/// Markdown as one line of plain text, for files that have no formatting.
enum PlainLine {
  /// Text that is too deep to be read stays as it is written.
  static func of(_ markdown: String) -> String {
    let plain = (try? Document(parsing: markdown))?.plainText ?? markdown
    return plain.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
