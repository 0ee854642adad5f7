import Audit

/// A comparison of two builds for a terminal.
struct DiffText {
  let diff: BuildDiff

  var text: String {
    let title = "\(BuildDiff.name(diff.old)) → \(BuildDiff.name(diff.new))"
    guard !diff.isEmpty else { return TextDiagnostics.printable("\(title): no difference") + "\n" }
    let groups = FindingChange.Kind.allCases.flatMap { kind -> [String] in
      let changes = (diff.findings ?? []).filter { $0.kind == kind }
      guard !changes.isEmpty else { return [] }
      return ["", "\(DiffWords.heading(kind)) (\(changes.count))"] + changes.flatMap(DiffText.lines)
    }
    let figures = (diff.figures ?? []).map { change in
      "  \(change.now.survey) \(change.now.outcome): \(DiffWords.figure(change.now)), was "
        + "\(DiffWords.figure(change.before)): \(DiffWords.direction(change))"
    }
    let last = figures.isEmpty ? [] : ["", "figures (\(figures.count))"] + figures
    return ([title] + groups + last).map { TextDiagnostics.printable($0) + "\n" }.joined()
  }

  private static func lines(_ change: FindingChange) -> [String] {
    var parts = [DiffWords.findingClass(change), DiffWords.status(change), DiffWords.figure(change)]
      .filter { !$0.isEmpty }
    if let ground = DiffWords.ground(change) { parts.append(ground) }
    return ["  \(change.id): \(parts.joined(separator: "; "))", "    \(change.title)"]
  }
}
