import Audit

/// A comparison of two builds as a comment of a pull request.
struct DiffMarkdown {
  let diff: BuildDiff

  var text: String {
    let title = "### Audit: \(Self.cell(BuildDiff.name(diff.old))) → \(Self.cell(BuildDiff.name(diff.new)))\n"
    guard !diff.isEmpty else { return title + "\nNo difference.\n" }
    let findings = diff.findings ?? []
    let counts = FindingChange.Kind.allCases.compactMap { kind -> String? in
      let count = findings.count { $0.kind == kind }
      return count == 0 ? nil : "\(count) \(DiffWords.heading(kind))"
    }
    var text = title
    if !counts.isEmpty {
      text +=
        "\n**\(counts.joined(separator: ", "))**\n\n| | Finding | Class | Status | Figure |\n|---|---|---|---|---|\n"
      text += findings.map(Self.row).joined()
    }
    guard let figures = diff.figures, !figures.isEmpty else { return text }
    return text + "\n| Figure | Now | Before | |\n|---|---|---|---|\n" + figures.map(Self.row).joined()
  }

  private static func row(_ change: FindingChange) -> String {
    let title = "\(cell(change.title))<br>\(cell(change.id))"
    let figure = [DiffWords.figure(change), DiffWords.ground(change) ?? ""].filter { !$0.isEmpty }.map(cell)
    let cells = [
      cell(DiffWords.heading(change.kind)), title, cell(DiffWords.findingClass(change)),
      cell(DiffWords.status(change)), figure.joined(separator: "<br>"),
    ]
    return "| \(cells.joined(separator: " | ")) |\n"
  }

  private static func row(_ change: OutcomeChange) -> String {
    let cells = [
      "\(change.now.survey) \(change.now.outcome)", DiffWords.figure(change.now), DiffWords.figure(change.before),
      DiffWords.direction(change),
    ]
    return "| \(cells.map(cell).joined(separator: " | ")) |\n"
  }

  /// Text that is text: no mark of Markdown, no link, no mention.
  private static func cell(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { cell, scalar in
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "|", "~": cell += "\\\(scalar)"
      case "&": cell += "&amp;"
      case "<": cell += "&lt;"
      case ">": cell += "&gt;"
      case "@": cell += "&#64;"
      case "#": cell += "&#35;"
      case "\u{0}"..."\u{1f}", "\u{7f}": cell += " "
      case _: cell.unicodeScalars.append(scalar)
      }
    }
  }
}
