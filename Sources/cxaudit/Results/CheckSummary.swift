import Audit

/// What `check` read, survey file by survey file and note by note.
struct CheckSummary {
  private let project: Project
  private let log: DiagnosticLog
  private let prefix: ProjectPrefix
  private let isVerbose: Bool

  init(_ project: Project, log: DiagnosticLog, reporter: Reporter) {
    self.project = project
    self.log = log
    prefix = reporter.project
    isVerbose = reporter.isVerbose
  }

  var text: String {
    let surveys = Counted.text(project.surveys.count, "survey")
    let notes = Counted.text(project.notes.count, "note")
    let corrections = Counted.text(project.corrections.count, "correction")
    let verdict = Reporter.count(log) ?? "no problems"
    let files = FileReadingLine.lines(of: project.surveys, in: prefix).map { $0 + "\n" }.joined()
    return files + project.notes.map(lines(of:)).joined() + "\(surveys), \(notes), \(corrections): \(verdict)\n"
  }

  /// One line a note; when verbose, one more for each thing that was read from it.
  private func lines(of note: Note) -> String {
    let readings = NoteReading.readings(of: note)
    let path = TextDiagnostics.printable(prefix.path(of: note.file))
    let details = readings.map { "  \($0.line): \($0.kind.noun): \(TextDiagnostics.printable($0.text))\n" }
    return "\(path): \(NoteReading.summary(readings))\n" + (isVerbose ? details.joined() : "")
  }
}
