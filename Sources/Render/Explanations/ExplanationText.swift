import Audit

/// An explanation for people: the result first, then what it is and how it came about.
package struct ExplanationText {
  private let explanation: Explanation

  package init(_ explanation: Explanation) {
    self.explanation = explanation
  }

  package var text: String {
    let parts = [head, judgement, meaning, inputs, table("Made of", explanation.steps), parts, certainty]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  // MARK: - Head

  private var head: String {
    guard let row = explanation.figure else { return "" }
    var text = row.address + "\n"
    if let subject = explanation.subject { text += "  “\(subject)”\n" }
    let withheld = row.isWithheld ? "; withheld on the site: too few answers" : ""
    let n = row.figure.n.map { ", n \($0)" } ?? ""
    return text + "  = \(Self.value(row.figure))\(n)\(withheld)\n"
  }

  /// As in data/statistics.csv, or why there is none.
  private static func value(_ figure: Figure) -> String {
    figure.value.flatMap(CanonicalNumber.text) ?? "none: \(ReasonWords.text(figure.reason ?? .noData))"
  }

  // MARK: - Finding

  private var judgement: String {
    guard let judgement = explanation.judgement else { return "" }
    let finding = judgement.finding
    var text = "Finding \(finding.id): \(finding.title)\n"
    text += "  class: \(finding.findingClass.rawValue)\n  \(finding.statement)\n"
    if let rule = judgement.rule {
      text += "\nRule \(finding.kind.rawValue): \(rule.name.text)\n  \(rule.whenItHolds.text)\n"
      text += "  Source: \(rule.source.text)\n"
    }
    if !judgement.path.isEmpty {
      let rows = judgement.path.map { step in
        [
          step.holds ? "yes" : "no", step.condition, step.statistic?.rawValue ?? "",
          step.value.flatMap(CanonicalNumber.text) ?? "",
        ]
      }
      text += "\nAsked in turn\n" + Self.aligned(rows, numbers: [3])
    }
    if !finding.remarks.isEmpty { text += "\nRemarks: \(finding.remarks.joined(separator: "; "))\n" }
    return text + evidence(of: finding)
  }

  private func evidence(of finding: Finding) -> String {
    guard !finding.evidence.isEmpty else { return "" }
    let rows = finding.evidence.map { evidence in
      [
        evidence.kind.rawValue, evidence.source + (evidence.line.map { ":\($0)" } ?? ""), evidence.figure ?? "",
        evidence.value.flatMap(CanonicalNumber.text) ?? "", evidence.n.map { "n \($0)" } ?? "",
      ]
    }
    return "\nEvidence\n" + Self.aligned(rows, numbers: [3])
  }

  // MARK: - Figure

  private var meaning: String {
    guard let meaning = explanation.meaning else { return "" }
    return
      "What it is\n  \(meaning.plain.text)\n  Formula: \(meaning.formula.text)\n  Source: \(meaning.source.citation)\n"
  }

  private var inputs: String {
    explanation.inputs.map { input in
      let wave = [input.survey, input.wave].filter { !$0.isEmpty }.joined(separator: ", ")
      var text = "Answers\(wave.isEmpty ? "" : " of \(wave)"): \(input.files.joined(separator: ", "))\n"
      if !input.columns.isEmpty { text += columns(input.columns) }
      text += Self.aligned(input.steps.map { [$0.words, FigureText.count($0.n)] }, numbers: [1])
      return text
    }.joined(separator: "\n")
  }

  private func columns(_ columns: [ExplainedInput.Column]) -> String {
    let head = ["column", "read as", "of", "rows", "valid", "missing", "not applicable", "invalid"]
    let rows = columns.map { column in
      [column.tally.header, column.role, column.serves]
        + [
          column.tally.rows, column.tally.valid, column.tally.missing, column.tally.notApplicable, column.tally.invalid,
        ].map(FigureText.count)
    }
    return Self.aligned([head] + rows, numbers: [3, 4, 5, 6, 7]) + codes(columns)
  }

  /// The texts that are no answer.
  private func codes(_ columns: [ExplainedInput.Column]) -> String {
    func quoted(_ texts: [String]) -> String {
      var seen: Set<String> = []
      return texts.filter { seen.insert($0).inserted }.map { "“\($0)”" }.joined(separator: ", ")
    }
    let (missing, not) = (quoted(columns.flatMap(\.codes.missing)), quoted(columns.flatMap(\.codes.notApplicable)))
    var text = "  Missing is an empty cell\(missing.isEmpty ? "" : " or \(missing)")"
    if !not.isEmpty { text += "; not applicable is \(not)" }
    return text + ". Counts are of all rows of the wave.\n"
  }

  private var certainty: String { table("How sure it is", explanation.certainty) }

  /// Figures of other subjects, so with their addresses.
  private var parts: String {
    guard !explanation.parts.isEmpty else { return "" }
    return "From other figures\n" + Self.aligned(explanation.parts.map { cells($0, $0.address) }, numbers: [1])
  }

  private func table(_ title: String, _ rows: [Explanation.Row]) -> String {
    guard !rows.isEmpty else { return "" }
    return "\(title)\n" + Self.aligned(rows.map { cells($0, $0.statistic.rawValue) }, numbers: [1])
  }

  private func cells(_ row: Explanation.Row, _ name: String) -> [String] {
    [
      name, Self.value(row.figure), row.figure.n.map { "n \($0)" } ?? "", row.isWithheld ? "withheld on the site" : "",
    ]
  }

  /// Rows of one length in columns, indented; `numbers` are set to the right.
  private static func aligned(_ rows: [[String]], numbers: Set<Int>) -> String {
    let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      var line = " "
      for (column, cell) in row.enumerated() {
        let blanks = String(repeating: " ", count: widths[column] - cell.count)
        line += " " + (numbers.contains(column) ? blanks + cell : cell + blanks) + " "
      }
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }
}
