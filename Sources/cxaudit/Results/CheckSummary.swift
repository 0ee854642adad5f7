import Audit

/// What `check` read, survey files, notes and scorecards, and the agreed gates.
struct CheckSummary {
  private let project: Project
  private let gates: [GateResult]
  private let log: DiagnosticLog
  private let prefix: ProjectPrefix
  private let isVerbose: Bool

  init(_ report: Report, log: DiagnosticLog, reporter: Reporter) {
    project = report.project
    gates = report.gates
    self.log = log
    prefix = reporter.project
    isVerbose = reporter.isVerbose
  }

  var text: String {
    let surveys = Counted.text(project.surveys.count, "survey")
    let notes = Counted.text(project.notes.count, "note")
    let corrections = Counted.text(project.corrections.count, "correction")
    let scorecards =
      project.scorecards.isEmpty ? "" : ", \(Counted.text(project.scorecards.count, "scorecard"))"
    let verdict = Reporter.count(log) ?? "no problems"
    let files = FileReadingLine.lines(of: project.surveys, in: prefix).map { $0 + "\n" }.joined()
    return files + project.notes.map(lines(of:)).joined() + project.scorecards.map(lines(of:)).joined()
      + GateTable(gates: gates).text + "\(surveys), \(notes)\(scorecards), \(corrections): \(verdict)\n"
  }

  /// One line a scorecard; when verbose, one more for each criterion.
  private func lines(of scorecard: Scorecard) -> String {
    let units = Set(scorecard.visits.compactMap(\.unit)).count
    var read = [Counted.text(scorecard.visits.count, "visit")]
    if units > 0 { read.append(Counted.text(units, "unit")) }
    read.append(
      "\(Counted.text(scorecard.criteria.count, "criterion", plural: "criteria")) in "
        + Counted.text(scorecard.sections.count, "section"))
    let standards = Set(scorecard.criteria.compactMap(\.standard)).count
    if standards > 0 { read.append(Counted.text(standards, "standard")) }
    let details = scorecard.sections.flatMap { section in
      section.criteria.map { "  \(TextDiagnostics.printable("\(section.name): \(Self.words(for: $0))"))\n" }
    }
    let path = TextDiagnostics.printable(prefix.path(of: scorecard.file))
    return "\(path): \(read.joined(separator: ", "))\n"
      + (isVerbose ? details.joined() : "")
  }

  /// `Greeted within 30 seconds, 3 points, standard S1, knock-out`.
  private static func words(for criterion: Criterion) -> String {
    var words = [criterion.text, Counted.text(criterion.points, "point")]
    if criterion.metFrom < criterion.points { words.append("met from \(criterion.metFrom)") }
    if let standard = criterion.standard { words.append("standard \(standard)") }
    if criterion.isKnockOut { words.append("knock-out") }
    return words.joined(separator: ", ")
  }

  /// One line a note; when verbose, one more for each thing that was read from it.
  private func lines(of note: Note) -> String {
    let readings = NoteReading.readings(of: note)
    let path = TextDiagnostics.printable(prefix.path(of: note.file))
    let details = readings.map { "  \($0.line): \($0.kind.noun): \(TextDiagnostics.printable($0.text))\n" }
    return "\(path): \(NoteReading.summary(readings))\n" + (isVerbose ? details.joined() : "")
  }
}
