/// Holds a text against the limits before it is parsed, line by line.
///
/// Tables, brackets and delimiter rows are counted from one blank line to the next, because that is how far a
/// paragraph or a table, and with it the parser's worst case, reaches.
struct LimitCheck {
  private var brackets = 0
  private var delimiterRows = 0
  private var columns = 0
  private var cells = 0

  /// Fails with the first limit that the lines exceed.
  static func check(_ lines: [SourceLine]) throws(ParsingLimit) {
    var total = 0
    for line in lines {
      total += line.text.utf8.count + 1
      if total > ParsingLimit.Kind.documentBytes.maximum {
        throw ParsingLimit(kind: .documentBytes, line: line.number, column: line.column)
      }
    }
    var check = LimitCheck()
    for line in lines { try check.take(line) }
  }

  private mutating func take(_ line: SourceLine) throws(ParsingLimit) {
    let longest = ParsingLimit.Kind.lineBytes.maximum
    if line.text.utf8.count > longest {
      throw ParsingLimit(kind: .lineBytes, line: line.number, column: line.column(ofByte: longest))
    }
    let shape = LineShape(line)
    try check(shape.nesting, .nesting, line, at: shape.excess)
    try check(shape.bars, .columns, line, at: shape.excess)
    guard !shape.isBlank || shape.nesting > 0 else {
      self = LimitCheck()
      return
    }
    brackets += shape.brackets
    try check(brackets, .brackets, line)
    if shape.isDelimiterRow {
      delimiterRows += 1
      try check(delimiterRows, .delimiterRows, line)
      // A row is filled up to the width of its table, however short it is written.
      columns = max(columns, shape.bars + 1)
    }
    cells += columns
    try check(cells, .cells, line)
  }

  private func check(
    _ count: Int, _ kind: ParsingLimit.Kind, _ line: SourceLine, at offset: Int? = nil
  ) throws(ParsingLimit) {
    guard count > kind.maximum else { return }
    throw ParsingLimit(kind: kind, line: line.number, column: line.column(ofByte: offset ?? 0))
  }
}
