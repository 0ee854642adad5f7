import Audit

/// What client and auditor agreed on, and whether it is so.
enum GatesTable {
  /// Nil where nothing was agreed.
  static func view(_ gates: [GateResult]) -> TableView? {
    guard !gates.isEmpty else { return nil }
    let columns = [
      (say("Gate"), false), (say("Expected", as: "of a gate"), false), (say("Found", as: "of a gate"), false),
      ("n", true), (say("Interval"), true), (say("Result", as: "of a gate"), false),
    ]
    return TableView(
      ChartTable(
        columns: columns.map { ChartTable.Column(title: $0.0, isNumber: $0.1) },
        rows: gates.map { result in
          [
            result.gate.name, result.gate.expected, result.actual, result.n.map(FigureText.count) ?? FigureText.unknown,
            result.interval ?? FigureText.unknown, result.word,
          ]
        }), caption: say("Agreed gates"))
  }
}
