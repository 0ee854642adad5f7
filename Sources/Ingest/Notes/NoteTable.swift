import Audit
import CommonMark

/// A table of a note, as text.
struct NoteTable {
  struct Cell {
    /// Without marks, in one line.
    let plain: String
    /// As Markdown, with its place.
    let source: SourceLine
  }

  struct Row {
    let line: Int
    let cells: [Cell]

    /// The cell of a column, unless the row has none or it is empty.
    func cell(_ column: Int?) -> Cell? {
      guard let column, cells.indices.contains(column), !cells[column].plain.isEmpty else { return nil }
      return cells[column]
    }

    var isEmpty: Bool { cells.allSatisfy(\.plain.isEmpty) }
  }

  /// The headers as written, without marks.
  let headers: [String]
  let rows: [Row]
  private let names: [String]

  init(at position: Int, of blocks: [Block], in document: borrowing Document) {
    var rows: [Row] = []
    for row in blocks.children(of: position) {
      let sources = document.cells(ofRow: blocks[row], among: blocks)
      let cells = zip(blocks.children(of: row), sources).map { cell, source in
        Cell(plain: blocks[cell].plainText.asOneLine, source: source)
      }
      rows.append(Row(line: blocks[row].line, cells: cells))
    }
    headers = rows.first?.cells.map(\.plain) ?? []
    self.rows = Array(rows.dropFirst())
    names = headers.map(Self.name)
  }

  /// The first column with one of these headers; capitals, and what stands in parentheses, make no difference.
  func column(_ wanted: [String]) -> Int? {
    wanted.lazy.compactMap { name in names.firstIndex(of: name) }.first
  }

  private static func name(_ header: String) -> String {
    let words = header.prefix { $0 != "(" && $0 != "[" }.lowercased()
    return words.split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }
}
