import Audit

/// The register for a terminal: what it is, how many are seriously failed, who has it, and where it stands.
struct FindingsText {
  let findings: [Finding]

  private static let header = ["Class", "Failed", "n", "State", "Owner", "Due", "Id and title"]

  var text: String {
    guard !findings.isEmpty else { return "No findings.\n" }
    let rows = [FindingsText.header] + findings.map(FindingsText.row)
    let widths = FindingsText.header.indices.map { column in
      rows.map { TerminalWidth.columns(of: $0[column]) }.max() ?? 0
    }
    let lines = rows.enumerated().flatMap { index, row -> [String] in
      let cells = row.dropLast().enumerated().map { column, cell in
        FindingsText.padded(cell, to: widths[column], isNumber: column == 1 || column == 2)
      }
      let line = (cells + [row[row.count - 1]]).joined(separator: "  ")
      guard index > 0 else { return [line] }
      let indent = String(repeating: " ", count: widths.dropLast().reduce(0) { $0 + $1 + 2 })
      return [line, indent + TextDiagnostics.printable(findings[index - 1].title)]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func row(_ finding: Finding) -> [String] {
    let share = finding.reach.map { "\(Int(($0.share * 100).rounded(.toNearestOrEven))) %" }
    let cells = [
      finding.findingClass.rawValue, share, finding.reach.map { String($0.n) }, state(finding), finding.plan?.owner,
      finding.plan?.due?.iso, finding.id,
    ]
    return cells.map { TextDiagnostics.printable($0 ?? "–") }
  }

  private static func state(_ finding: Finding) -> String {
    guard let plan = finding.plan, plan.steps > 0 else { return finding.status.rawValue }
    return "\(finding.status.rawValue) \(plan.stepsDone)/\(plan.steps)"
  }

  private static func padded(_ text: String, to width: Int, isNumber: Bool) -> String {
    let space = String(repeating: " ", count: max(0, width - TerminalWidth.columns(of: text)))
    return isNumber ? space + text : text + space
  }
}
