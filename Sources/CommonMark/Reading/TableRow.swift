/// The cells of a table's row as they are written.
struct TableRow {
  /// The bytes of each cell, with the blanks around it.
  let cells: [Range<Int>]

  /// Takes apart what stands on `line` from the byte at `first` on; a bar behind a backslash parts no cells.
  init(_ line: SourceLine, fromByte first: Int) {
    let bytes = Array(line.text.utf8)
    let end = (bytes.lastIndex { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") } ?? -1) + 1
    var cells: [Range<Int>] = []
    var start = first < end && bytes[first] == UInt8(ascii: "|") ? first + 1 : first
    var isEscaped = false
    for index in start..<max(start, end) {
      if bytes[index] == UInt8(ascii: "|"), !isEscaped {
        cells.append(start..<index)
        start = index + 1
      }
      isEscaped = bytes[index] == UInt8(ascii: "\\") && !isEscaped
    }
    if start < end { cells.append(start..<end) }
    self.cells = cells
  }
}

extension Document {
  /// The Markdown of each cell of a table's row, without the blanks around it, each in its place.
  ///
  /// As many as the row has cells in the page: what is missing is empty, what is over is left out.
  package func cells(ofRow row: Block, among blocks: [Block]) -> [SourceLine] {
    let line = lines[row.span.lowerBound]
    let ranges = TableRow(line, fromByte: row.byte).cells
    let count = blocks[row.descendants].count { $0.kind == .tableCell }
    return (0..<count).map { index in
      guard ranges.indices.contains(index) else { return line.part(line.text.utf8.count..<line.text.utf8.count) }
      return line.part(ranges[index])
    }
  }

  /// The Markdown of a paragraph, line by line, without what the blocks around it put before each line and
  /// without a task's box.
  package func inlineSource(of block: Block) -> [SourceLine] {
    lines[block.span].enumerated().map { offset, line in
      let isMark: (UInt8) -> Bool = {
        $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: ">")
      }
      guard offset == 0 else { return line.dropping(bytes: line.text.utf8.prefix(while: isMark).count) }
      let first = line.dropping(bytes: block.byte)
      let isBoxed = ["[ ] ", "[x] ", "[X] "].contains { first.text.hasPrefix($0) }
      return isBoxed ? first.dropping(bytes: 4) : first
    }
  }
}

extension SourceLine {
  /// What stands in a range of bytes, without blanks and tabs at its ends.
  fileprivate func part(_ range: Range<Int>) -> SourceLine {
    let bytes = Array(text.utf8)[range]
    let isBlank: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    let start = bytes.firstIndex { !isBlank($0) } ?? range.upperBound
    let end = bytes.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? start
    return SourceLine(
      number: number, column: column(ofByte: start), text: String(decoding: bytes[start..<end], as: UTF8.self))
  }
}
