import ArgumentParser
import Audit
import Render

/// `cxaudit findings`: the register, for a terminal or for other programs.
struct FindingsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "findings",
    abstract: "Prints the register: every finding, gravest first.",
    discussion: """
      What the site would show, without writing it: nothing is printed that may not be published.

      Examples:
        cxaudit findings                                   all of this project
        cxaudit findings --class critical --class major    the gravest
        cxaudit findings --touchpoint branch --format csv  one touchpoint, for a spreadsheet
        cxaudit findings --format json                     data/findings.json
      """)

  /// The forms of the register.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, csv, json
  }

  @OptionGroup var project: ProjectOptions

  @Option(help: "The form of the register.")
  var format = Format.table

  @Option(name: .customLong("class"), help: "Only findings of this class; can be given several times.")
  var classes: [FindingClass] = []

  @Option(help: ArgumentHelp("Only findings of this touchpoint; can be given several times.", valueName: "id"))
  var touchpoint: [String] = []

  @OptionGroup var reporting: ReportingOptions

  func run() async throws {
    let reporter = Reporter(reporting, project: project.project)
    let progress = Progress(reporter)
    defer { progress.clear() }
    var pipeline = Pipeline(project, reporting, keeps: false, progress: progress)
    do {
      var report = try await pipeline.judgement()
      progress.clear()
      reporter.report(pipeline.log.diagnostics)
      try check(touchpoint, in: report.project.configuration)
      report.findings = report.findings.filter(isAsked)
      switch format {
      case .table: try Console.output(FindingsText(findings: report.findings).text)
      case .csv: try Console.output(FindingsTable.csv(report.findings))
      case .json: try Console.output(report.findingsDocument.document)
      }
    } catch is StageLog.Stopped {
      progress.clear()
      reporter.report(pipeline.log.diagnostics)
      throw ExitCode(ExitStatus.problems.rawValue)
    }
  }

  private func isAsked(_ finding: Finding) -> Bool {
    (classes.isEmpty || classes.contains(finding.findingClass))
      && (touchpoint.isEmpty || finding.touchpoint.map(touchpoint.contains) ?? false)
  }

  private func check(_ touchpoints: [String], in configuration: Configuration) throws {
    let known = configuration.journey.touchpoints.map(\.id)
    guard let stranger = touchpoints.first(where: { !known.contains($0) }) else { return }
    throw ValidationError(
      "There is no touchpoint '\(stranger)'; there are \(known.map { "'\($0)'" }.joined(separator: ", ")).")
  }
}

extension FindingClass: ExpressibleByArgument {}
