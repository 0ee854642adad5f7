/// One line of a text with its place in the file it came from, so that what is found in a part of a file can still
/// be pointed at: a part is an array of these lines.
package struct SourceLine: Sendable, Hashable {
  /// The line's number in the file, 1-based.
  package let number: Int
  /// The column in the file where `text` begins, 1-based, in Unicode scalars.
  package let column: Int
  /// The line without its line break.
  package let text: String

  package init(number: Int, column: Int = 1, text: String) {
    self.number = number
    self.column = column
    self.text = text
  }

  /// The lines of a text; LF, CRLF and CR end a line, as in CommonMark. A byte order mark is no part of the first.
  package static func lines(of text: String, from first: Int = 1) -> [SourceLine] {
    var lines: [SourceLine] = []
    let bytes = text.utf8
    var start = bytes.startIndex
    if text.unicodeScalars.first == "\u{FEFF}" { start = text.unicodeScalars.index(after: start) }
    var index = start
    while index < bytes.endIndex {
      let byte = bytes[index]
      var next = bytes.index(after: index)
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        lines.append(SourceLine(number: first + lines.count, text: String(text[start..<index])))
        if byte == UInt8(ascii: "\r"), next < bytes.endIndex, bytes[next] == UInt8(ascii: "\n") {
          next = bytes.index(after: next)
        }
        start = next
      }
      index = next
    }
    if start < bytes.endIndex {
      lines.append(SourceLine(number: first + lines.count, text: String(text[start...])))
    }
    return lines
  }

  /// The column in the file of the scalar that holds the byte at `offset` of `text`.
  package func column(ofByte offset: Int) -> Int {
    // Continuation bytes begin with the bits 10: every other byte begins a scalar.
    column + text.utf8.prefix(max(0, offset)).count { $0 & 0xC0 != 0x80 }
  }

  /// The line from the byte at `offset` on, which must begin a scalar.
  package func dropping(bytes offset: Int) -> SourceLine {
    SourceLine(
      number: number, column: column(ofByte: offset), text: String(decoding: text.utf8.dropFirst(offset), as: UTF8.self)
    )
  }

  /// Whether the line holds blanks and tabs alone.
  package var isBlank: Bool {
    text.utf8.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
  }
}
