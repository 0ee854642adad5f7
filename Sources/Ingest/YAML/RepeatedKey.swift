/// Finds the place where a key is written again; Yams only tells the first one.
enum RepeatedKey {
  /// In a block mapping the next line on which the key stands in the same column, in a flow mapping the next time that it
  /// stands before a colon; `first` where neither is found.
  static func second(_ key: String, after first: TextSpan, in source: SourceText) -> TextSpan {
    let wanted = Array(key.unicodeScalars)
    let isFlow = source.line(first.line)?.unicodeScalars.prefix(first.column - 1).contains("{") ?? false
    var line = first.line
    while let text = source.line(line) {
      let scalars = Array(text.unicodeScalars)
      let start = line == first.line ? first.column - 1 + wanted.count : 0
      for column in columns(of: wanted, in: scalars, from: start) {
        let isQuoted = column > 0 && isQuote(scalars[column - 1])
        if isFlow || column - (isQuoted ? 1 : 0) == first.column - 1 {
          return TextSpan(line: line, column: column + 1, length: first.length)
        }
      }
      line += 1
    }
    return first
  }

  /// 0-based columns at which `wanted` stands as a whole word before a colon.
  private static func columns(of wanted: [Unicode.Scalar], in line: [Unicode.Scalar], from start: Int) -> [Int] {
    guard !wanted.isEmpty, start + wanted.count < line.count else { return [] }
    return (start..<(line.count - wanted.count)).filter { column in
      let end = column + wanted.count
      guard line[column..<end].elementsEqual(wanted) else { return false }
      let before = column == 0 ? " " : line[column - 1]
      let after = line[end...].first { $0 != " " && !isQuote($0) }
      return after == ":" && (before == " " || before == "{" || before == "," || isQuote(before))
    }
  }

  private static func isQuote(_ scalar: Unicode.Scalar) -> Bool { scalar == "\"" || scalar == "'" }
}
