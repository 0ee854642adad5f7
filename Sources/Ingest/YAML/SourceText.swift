import Audit

/// A stretch of one line of a file: 1-based line and column, length in Unicode scalars.
struct TextSpan: Hashable, Sendable {
  var line: Int
  var column: Int
  var length = 1
}

/// The text of a file, or of its front matter, with its lines at hand for diagnostics.
struct SourceText: Sendable {
  /// Relative to the project.
  let file: String
  let text: String
  /// Line of the file on which `text` begins.
  let firstLine: Int
  /// Without line breaks (LF, CRLF or CR).
  let lines: [Substring]

  init(_ text: String, file: String, firstLine: Int = 1) {
    self.file = file
    self.text = text
    self.firstLine = firstLine
    lines = Self.lines(of: text)
  }

  /// The text of a line of the file; nil outside of this text.
  func line(_ number: Int) -> Substring? {
    lines.indices.contains(number - firstLine) ? lines[number - firstLine] : nil
  }

  func place(of span: TextSpan) -> Place {
    Place(
      SourceLocation(file, line: span.line, column: span.column),
      excerpt: line(span.line).map { Excerpt(line: $0, column: span.column, length: span.length) })
  }

  /// Lines as an editor counts them, so that a last line break ends a line and begins no other.
  static func lines(of text: String) -> [Substring] {
    var lines: [Substring] = []
    let bytes = text.utf8
    var start = bytes.startIndex
    var at = start
    while at != bytes.endIndex {
      let byte = bytes[at]
      let next = bytes.index(after: at)
      guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else {
        at = next
        continue
      }
      lines.append(Substring(text[start..<at]))
      let isPair = byte == UInt8(ascii: "\r") && next != bytes.endIndex && bytes[next] == UInt8(ascii: "\n")
      at = isPair ? bytes.index(after: next) : next
      start = at
    }
    if start != bytes.endIndex { lines.append(Substring(text[start...])) }
    return lines
  }
}
