/// The source line behind a diagnostic and the span in it that the caret underlines.
package struct Excerpt: Hashable, Sendable {
  /// The line as text, without its line break; long lines are cut around the span, with an ellipsis.
  package let text: String
  /// Unicode scalars before the span.
  package let offset: Int
  /// Length of the span in Unicode scalars, at least 1.
  package let length: Int

  /// Cuts `line` to at most `width` scalars around the span that starts at the 1-based `column`.
  package init(line: some StringProtocol, column: Int, length: Int = 1, width: Int = 76) {
    let scalars = Array(line.unicodeScalars.map { $0 == "\t" ? " " : $0 })
    let start = min(max(column - 1, 0), scalars.count)
    let span = max(1, min(length, max(scalars.count - start, 1)))
    guard scalars.count > width else {
      text = String(String.UnicodeScalarView(scalars))
      offset = start
      self.length = span
      return
    }
    let first = max(0, min(start - width / 3, scalars.count - width))
    let last = min(scalars.count, first + width)
    var kept = String.UnicodeScalarView()
    if first > 0 { kept.append("…") }
    kept.append(contentsOf: scalars[first..<last])
    if last < scalars.count { kept.append("…") }
    text = String(kept)
    offset = start - first + (first > 0 ? 1 : 0)
    self.length = max(1, min(span, last - start))
  }
}

extension Excerpt: Codable {}
