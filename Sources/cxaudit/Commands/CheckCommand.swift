import ArgumentParser
import Audit

/// `cxaudit check`: everything `build` does, but for writing.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Reads everything, writes nothing: problems, broken links, agreed gates, what was read from each note.",
    discussion: """
      The problems are the result and go to standard output.

      Examples:
        cxaudit check                              this project
        cxaudit check --project my-audit -v        with every observation, mark and quote of its notes
        cxaudit check --strict --diagnostics github   in continuous integration
      """)

  @OptionGroup var project: ProjectOptions

  @Option(help: "The form of the result; json is that of --diagnostics json.")
  var format = ResultFormat.text

  @OptionGroup var reporting: ReportingOptions

  func run() async throws {
    let form: DiagnosticsFormat =
      switch format {
      case .text: .text
      case .json: .json
      }
    let reporter = Reporter(reporting, project: project.project, default: form)
    let progress = Progress(reporter)
    defer { progress.clear() }
    var pipeline = Pipeline(project, reporting, keeps: false, progress: progress)
    do {
      let (report, _) = try await pipeline.report()
      pipeline.note(report.gates, passes: reporter.format != .text)
      progress.clear()
      try reporter.reportAsResult(pipeline.log.diagnostics)
      if reporter.format == .text, !reporter.isQuiet {
        try Console.output(CheckSummary(report, log: pipeline.log.diagnostics, reporter: reporter).text)
      }
      if pipeline.log.diagnostics.hasErrors { throw ExitCode(ExitStatus.problems.rawValue) }
    } catch is StageLog.Stopped {
      progress.clear()
      try reporter.reportAsResult(pipeline.log.diagnostics)
      if let count = Reporter.count(pipeline.log.diagnostics) { reporter.remark(count) }
      throw ExitCode(ExitStatus.problems.rawValue)
    }
  }
}
