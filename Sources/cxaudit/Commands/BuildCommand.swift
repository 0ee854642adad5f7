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

      Examples:
        cxaudit build                              content/ here becomes site/
        cxaudit build --project my-audit           my-audit/content/ becomes my-audit/site/
        cxaudit build --output public --strict     for publishing: no warning passes
        cxaudit build --as-of 2026-03-31           the report as it was on that day
      """)

  @OptionGroup var project: ProjectOptions

  @Option(help: ArgumentHelp("Where the site goes. Default: site in the project.", valueName: "folder"))
  var output: String?

  @Option(help: "The form of the summary on standard output.")
  var format = ResultFormat.text

  @OptionGroup var reporting: ReportingOptions

  func run() async throws {
    let reporter = Reporter(reporting, project: project.project)
    let progress = Progress(reporter)
    var pipeline = Pipeline(project, reporting, progress: progress)
    do {
      let output = try outputFolder(&pipeline)
      let (report, site) = try await pipeline.run()
      let counts = try pipeline.write(site, of: report, to: output)
      progress.clear()
      reporter.report(pipeline.log, to: .error)
      if reporting.verbose { counts.paths.forEach { reporter.remark("wrote \(output.path)/\($0)") } }
      print(BuildSummary(report: report, output: output.path, counts: counts, log: pipeline.log))
    } catch is Pipeline.Stopped {
      progress.clear()
      reporter.report(pipeline.log, to: .error)
      if let count = Reporter.count(pipeline.log) { reporter.remark("\(count); nothing was written") }
      throw ExitCode(ExitStatus.problems.rawValue)
    }
  }

  /// Looked at first, so that nobody waits for a build that cannot be written.
  private func outputFolder(_ pipeline: inout Pipeline) throws -> OutputFolder {
    let path = output ?? ProjectPrefix(project: project.project).path(of: "site")
    do {
      return try OutputFolder(path, project: project.project)
    } catch {
      return try pipeline.keep(nil, [error.diagnostic])
    }
  }

  private func print(_ summary: BuildSummary) {
    switch format {
    case .text: if !reporting.quiet { Console.output(summary.text) }
    case .json: Console.output(summary.json.line + "\n")
    }
  }
}
