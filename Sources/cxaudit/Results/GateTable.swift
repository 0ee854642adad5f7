import Audit

/// The agreed gates for a terminal: what was expected, what was found, and whether that passes.
struct GateTable {
  let gates: [GateResult]

  private static let header = ["Gate", "Result", "n", "Interval", "Expected", "Found"]

  /// Empty without gates; else a heading and a line a gate.
  var text: String {
    guard !gates.isEmpty else { return "" }
    let rows = [GateTable.header] + gates.map(GateTable.row)
    let widths = GateTable.header.indices.map { column in
      rows.map { TerminalWidth.columns(of: $0[column]) }.max() ?? 0
    }
    return rows.map { row in
      row.enumerated().map { column, cell in
        guard column < row.count - 1 else { return cell }
        let space = String(repeating: " ", count: widths[column] - TerminalWidth.columns(of: cell))
        return column == 2 ? space + cell : cell + space
      }.joined(separator: "  ") + "\n"
    }.joined()
  }

  private static func row(_ result: GateResult) -> [String] {
    let cells = [
      result.gate.name, result.word, result.n.map { String($0) }, result.interval, result.gate.expected, result.actual,
    ]
    return cells.map { TextDiagnostics.printable($0 ?? "–") }
  }
}
