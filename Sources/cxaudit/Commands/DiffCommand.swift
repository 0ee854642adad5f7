import ArgumentParser
import Audit
import Ingest

/// `cxaudit diff OLD NEW`: what became of findings and figures.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Says what is new, gone, better or worse between two builds.",
    discussion: """
      OLD and NEW are each a site, a snapshot, a findings.json or a statistics.csv. Better and worse need another class, or \
      intervals that lie apart; nothing is said to be better on points alone.

      Examples:
        cxaudit diff content/history/2026-06-30.json site
        cxaudit diff old-site site --format markdown   for a pull request
        cxaudit diff q1.csv q3.csv --format json       figures alone
      """)

  /// The forms of the comparison.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, markdown
  }

  @Argument(help: ArgumentHelp("The earlier build.", valueName: "old"), completion: .file())
  var old: String

  @Argument(help: ArgumentHelp("The later build.", valueName: "new"), completion: .file())
  var new: String

  @Option(help: "The form of the comparison.")
  var format = Format.text

  @OptionGroup var reporting: ReportingOptions

  func run() throws {
    let reporter = Reporter(reporting, project: ".")
    var log = StageLog(isStrict: reporting.strict)
    do {
      let diff = try diff(&log)
      reporter.report(log.diagnostics)
      switch format {
      case .text: try Console.output(DiffText(diff: diff).text)
      case .json: try Console.output(DiffDocument.json(diff).document)
      case .markdown: try Console.output(DiffMarkdown(diff: diff).text)
      }
    } catch is StageLog.Stopped {
      reporter.report(log.diagnostics)
      throw ExitCode(ExitStatus.problems.rawValue)
    }
  }

  private func diff(_ log: inout StageLog) throws(StageLog.Stopped) -> BuildDiff {
    let before = KeptBuild.read(old)
    let now = KeptBuild.read(new)
    guard let before = before.build, let now = now.build else {
      throw stopped(&log, before.diagnostics + now.diagnostics)
    }
    if let a = before.register?.project, let b = now.register?.project, a != b {
      _ = try log.keep(a, [.diffOtherProject(a, b)])
    }
    guard let diff = BuildDiff(old: before, new: now) else { throw stopped(&log, [.diffNothingInCommon(old, new)]) }
    return diff
  }

  private func stopped(_ log: inout StageLog, _ problems: [Diagnostic]) -> StageLog.Stopped {
    for problem in problems { log.note(problem) }
    return StageLog.Stopped()
  }
}
