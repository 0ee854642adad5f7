import Audit

extension MarkdownText {
  /// The text without a first heading that says the title once more; the lines below it keep their numbers.
  func without(title: String) -> MarkdownText {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let first = lines.firstIndex(where: { line in line.contains { !$0.isWhitespace } }) else { return self }
    let heading = lines[first].drop { $0 == "#" }.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard lines[first].hasPrefix("# "), heading == title else { return self }
    var rest = self
    rest.text = lines[(first + 1)...].joined(separator: "\n")
    rest.firstLine += first + 1
    return rest
  }
}
