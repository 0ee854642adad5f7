import ArgumentParser
import Audit
import Write

/// `cxaudit build`: writes the site.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Writes the site.",
    discussion: """
      The site is built beside the old one and swapped in at the end. Files whose bytes are the same keep their times, \
      files that cxaudit did not write stay, and after an error nothing is written.

      With --gate the site is written all the same, and the command fails where a gate that cxaudit.yml agrees on is \
      broken or cannot be judged.

      Examples:
        cxaudit build                              content/ here becomes site/
        cxaudit build --project my-audit           my-audit/content/ becomes my-audit/site/
        cxaudit build --output public --strict     for publishing: no warning passes
        cxaudit build --gate                       fails where an agreed gate is broken
        cxaudit build --as-of 2026-03-31           the report with that day as its day
      """)

  @OptionGroup var project: ProjectOptions

  @Option(
    help: ArgumentHelp("Where the site goes. Default: site in the project.", valueName: "folder"),
    completion: .directory)
  var output: String?

  @Flag(help: "Judge the gates of cxaudit.yml, and fail where one does not pass.")
  var gate = false

  @Option(help: "The form of the summary on standard output.")
  var format = ResultFormat.text

  @OptionGroup var reporting: ReportingOptions

  func run() async throws {
    let reporter = Reporter(reporting, project: project.project)
    let progress = Progress(reporter)
    defer { progress.clear() }
    var pipeline = Pipeline(project, reporting, keeps: true, progress: progress)
    do {
      // First, so that nobody waits for a build that cannot be written.
      let output = try outputFolder()
      let (report, site) = try await pipeline.report()
      let counts = try pipeline.write(site, of: report, to: output)
      if gate { pipeline.note(report.gates, passes: reporter.format != .text, isRelied: true) }
      progress.clear()
      reporter.report(pipeline.log.diagnostics)
      if reporter.isVerbose {
        FileReadingLine.lines(of: report.project.surveys, in: reporter.project).forEach(reporter.remark)
      }
      if reporter.isVerbose { counts.paths.forEach { reporter.remark("wrote \(output.path)/\($0)") } }
      try print(
        BuildSummary(
          report: report, output: output.path, counts: counts, log: pipeline.log.diagnostics,
          gates: gate ? report.gates : nil))
      if pipeline.log.diagnostics.hasErrors { throw ExitCode(ExitStatus.problems.rawValue) }
    } catch let refused as OutputFolder.Refused {
      var log = DiagnosticLog()
      log.add(refused.diagnostic)
      throw failure(log, reporter)
    } catch is StageLog.Stopped {
      progress.clear()
      throw failure(pipeline.log.diagnostics, reporter)
    }
  }

  private func failure(_ log: DiagnosticLog, _ reporter: Reporter) -> ExitCode {
    reporter.report(log)
    if let count = Reporter.count(log) { reporter.remark("\(count); nothing was written") }
    return ExitCode(ExitStatus.problems.rawValue)
  }

  private func outputFolder() throws(OutputFolder.Refused) -> OutputFolder {
    try OutputFolder(
      output ?? ProjectPrefix(project: project.project).path(of: "site"), project: project.project)
  }

  private func print(_ summary: BuildSummary) throws {
    switch format {
    case .text: if !reporting.quiet { try Console.output(summary.text) }
    case .json: try Console.output(summary.json.line + "\n")
    }
  }
}
