import Audit
import Ingest

/// Says what is wrong, in the form and to the degree that were asked for.
struct Reporter {
  let format: DiagnosticsFormat
  let project: ProjectPrefix
  /// Where the lines stand that diagnostics point to.
  private let folder: String
  let isQuiet: Bool
  let isVerbose: Bool

  init(_ options: ReportingOptions, project: String, default format: DiagnosticsFormat = .text) {
    self.format = options.diagnostics ?? format
    self.project = ProjectPrefix(project: project)
    folder = project
    isQuiet = options.quiet
    isVerbose = options.verbose
  }

  /// For commands without options of their own for it.
  init(project: String) {
    format = .text
    self.project = ProjectPrefix(project: project)
    folder = project
    isQuiet = false
    isVerbose = false
  }

  /// On standard error.
  func report(_ log: DiagnosticLog) {
    Console.error(text(of: log, colour: Console.errorIsTerminal))
  }

  /// On standard output, where the diagnostics are what was asked for.
  func reportAsResult(_ log: DiagnosticLog) throws {
    try Console.output(text(of: log, colour: Console.outputIsTerminal))
  }

  /// By place; notes are left out when quiet.
  private func text(of log: DiagnosticLog, colour: Bool) -> String {
    var lines = SourceLines(project: folder)
    let told = log.sorted.filter { !isQuiet || $0.severity != .note }.map { lines.shown($0) }
    return format.text(of: told, in: project, colour: colour && Console.allowsColour)
  }

  func report(_ diagnostic: Diagnostic) {
    var log = DiagnosticLog()
    log.add(diagnostic)
    report(log)
  }

  /// A line for people beside the diagnostics, on standard error; none when quiet or where programs read.
  func remark(_ line: String) {
    if format == .text, !isQuiet { Console.error(line + "\n") }
  }

  /// `2 errors and 1 warning`; nil when there is neither.
  static func count(_ log: DiagnosticLog) -> String? {
    let errors = log.entries.count { $0.severity == .error }
    let warnings = log.entries.count { $0.severity == .warning }
    let parts = [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }.map { Counted.text($0.0, $0.1) }
    return parts.isEmpty ? nil : parts.joined(separator: " and ")
  }
}

/// A number and its noun: `1 note`, `3 notes`.
enum Counted {
  static func text(_ count: Int, _ noun: String, plural: String? = nil) -> String {
    "\(count) \(count == 1 ? noun : plural ?? noun + "s")"
  }
}
