/// A quote that begins with a word in brackets: what GitHub calls an alert.
///
///     > [!DEFICIENCY] Nobody greets a waiting customer
///     > severity: major
///     > We stood at the door for four minutes.
///
/// cmark-gfm 0.29 knows no alerts; this is where they are recognised.
package struct Alert: Sendable, Hashable {
  /// A line `key: value` below the title. Columns are 1-based, in Unicode scalars, in the file.
  package struct Field: Sendable, Hashable {
    package let key: String
    /// As written, without blanks around it; may be empty.
    package let value: String
    package let line: Int
    package let keyColumn: Int
    package let valueColumn: Int
  }

  /// The word behind `[!`, as written.
  package let word: String
  /// The column of the word's first letter; its line is that of the block.
  package let wordColumn: Int
  /// What follows the word on its line, without marks; may be empty.
  package let title: String
  /// The lines `key: value` that follow at once; the first other line ends them.
  package let fields: [Field]
  /// The text below, without the quote's own marks: `Document(parsing:)` takes it and keeps the places in the file.
  package let body: [SourceLine]
}

extension Document {
  /// The alert that a block quote is; nil for any other quote.
  func alert(of quote: Node) -> Alert? {
    guard let paragraph = quote.firstChild, paragraph.kind == .paragraph else { return nil }
    guard let (word, title) = Alert.heading(of: paragraph.plainText) else { return nil }
    let lines = contentLines(of: span(of: quote), quotedAt: quote.rawStartColumn - 1)
    let fields = lines.dropFirst().prefix(paragraph.lineBreaks).map(Alert.Field.init).prefix { $0 != nil }
    let known = fields.compactMap(\.self)
    let bracket = lines[0].text.utf8.prefix { $0 != UInt8(ascii: "!") }.count
    return Alert(
      word: word, wordColumn: lines[0].column(ofByte: bracket + 1), title: title, fields: known,
      body: Array(lines.dropFirst(1 + known.count)))
  }

  /// The lines of the file that a block covers, as they are written.
  package func sourceLines(of block: Block) -> [SourceLine] { Array(lines[block.span]) }

  /// The lines inside a block quote or an alert, without its own `>`: Markdown of its own, in its place.
  package func contentLines(of quote: Block) -> [SourceLine] {
    contentLines(of: quote.span, quotedAt: quote.byte)
  }

  /// The lines of `span` without what stands before and including the quote mark, which stands at byte `offset` of the
  /// first line. A line that continues the quote without a mark is taken as it is.
  private func contentLines(of span: Range<Int>, quotedAt offset: Int) -> [SourceLine] {
    lines[span].map { line in
      let bytes = Array(line.text.utf8)
      var start = 0
      // Marks of quotes and items around this quote; on later lines an item's mark is blanks.
      while start < offset, start < bytes.count, line.number == lines[span.lowerBound].number || bytes[start].isMark {
        start += 1
      }
      while start < bytes.count, bytes[start] == UInt8(ascii: " ") { start += 1 }
      guard start < bytes.count, bytes[start] == UInt8(ascii: ">") else {
        return line.dropping(bytes: bytes.prefix { $0.isMark }.count)
      }
      start += 1
      if start < bytes.count, bytes[start] == UInt8(ascii: " ") { start += 1 }
      return line.dropping(bytes: start)
    }
  }
}

extension Alert {
  /// The word and the title in a text that begins with `[!WORD]`.
  fileprivate static func heading(of text: String) -> (word: String, title: String)? {
    guard text.hasPrefix("[!"), let end = text.firstIndex(of: "]") else { return nil }
    let word = text[text.index(text.startIndex, offsetBy: 2)..<end]
    guard !word.isEmpty, word.utf8.allSatisfy(\.isPartOfWord) else { return nil }
    return (String(word), text[text.index(after: end)...].prefix { $0 != "\n" }.trimmingBlanks)
  }
}

extension Alert.Field {
  /// The field that a line is: one word of ASCII letters, digits and hyphens, a colon, and a blank or the line's end.
  fileprivate init?(_ line: SourceLine) {
    let bytes = Array(line.text.utf8)
    let start = bytes.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.count
    let end = start + bytes.dropFirst(start).prefix(while: \.isPartOfWord).count
    guard end > start, end < bytes.count, bytes[end] == UInt8(ascii: ":") else { return nil }
    let rest = bytes.dropFirst(end + 1)
    guard rest.first == nil || rest.first == UInt8(ascii: " ") || rest.first == UInt8(ascii: "\t") else { return nil }
    // A backslash at the end of a line asks for a line break: no part of the value.
    let text = String(decoding: rest.last == UInt8(ascii: "\\") ? rest.dropLast() : rest, as: UTF8.self)
    key = String(decoding: bytes[start..<end], as: UTF8.self)
    value = text.trimmingBlanks
    self.line = line.number
    keyColumn = line.column(ofByte: start)
    let blanks = rest.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.count
    valueColumn = line.column(ofByte: end + 1 + blanks)
  }
}

extension UInt8 {
  /// A letter, a digit or a hyphen of ASCII.
  fileprivate var isPartOfWord: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// A blank, a tab or the mark of a quote.
  fileprivate var isMark: Bool {
    self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") || self == UInt8(ascii: ">")
  }
}
