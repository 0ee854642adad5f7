import ArgumentParser
import Audit
import Foundation

/// `cxaudit new correction ID`: a file to start from.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Writes a file to start from.", subcommands: [NewCorrectionCommand.self])
}

/// `cxaudit new correction ID`: a plan for a deficiency, with the steps of the playbook.
struct NewCorrectionCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "correction",
    abstract: "Writes a plan for a deficiency, with the steps that usually help.",
    discussion: """
      The plan is content/corrections/ID.md; nothing is ever overwritten. Its steps are those that notes recommend and \
      those of the playbook entry that fits best. What only people can decide is left open in it.

      Example:
        cxaudit new correction gap.branch.empathy
      """)

  @Argument(help: ArgumentHelp("The deficiency, as the register shows it.", valueName: "id"))
  var id: String

  @OptionGroup var project: ProjectOptions

  @OptionGroup var reporting: ReportingOptions

  func run() async throws {
    let reporter = Reporter(reporting, project: project.project)
    let progress = Progress(reporter)
    defer { progress.clear() }
    var pipeline = Pipeline(project, reporting, keeps: false, progress: progress)
    do {
      let report = try await pipeline.judgement()
      progress.clear()
      let draft = try pipeline.keep(draft(of: report))
      let path = "content/corrections/\(id).md"
      _ = try pipeline.keep(write(draft.text, to: path))
      reporter.report(pipeline.log.diagnostics)
      reporter.remark("\(path): \(draft.finding.steps.count) steps to start from")
    } catch is StageLog.Stopped {
      progress.clear()
      reporter.report(pipeline.log.diagnostics)
      throw ExitCode(ExitStatus.problems.rawValue)
    }
  }

  private func draft(of report: Report) -> Result<CorrectionDraft, Diagnosed> {
    guard let finding = report.findings.first(where: { $0.id == id }) else {
      return .failure(Diagnosed(.draftUnknownFinding(id, known: report.findings.map(\.id))))
    }
    if let plan = finding.plan { return .failure(Diagnosed(.draftIsPlanned(id, plan: plan.correction))) }
    guard finding.findingClass.isDeficiency, finding.kind.concern != .plans else {
      return .failure(Diagnosed(.draftNoDeficiency(id, findingClass: finding.findingClass)))
    }
    let remedy = report.project.remedies.first { $0.title == finding.remedy }
    return .success(CorrectionDraft(finding: finding, remedy: remedy, start: report.asOf))
  }

  private func write(_ text: String, to path: String) -> Result<String, Diagnosed> {
    let place = URL(filePath: project.project).appending(path: path)
    do {
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: place, options: .withoutOverwriting)
      return .success(path)
    } catch {
      switch (error as? CocoaError)?.code {
      case .fileWriteFileExists?: return .failure(Diagnosed(.draftWouldOverwrite(path)))
      case .fileWriteOutOfSpace?: return .failure(Diagnosed(.draftNotWritten(path, reason: "the disk is full")))
      case _: return .failure(Diagnosed(.draftNotWritten(path, reason: "no permission, or no such folder")))
      }
    }
  }
}

/// A problem in place of a result.
struct Diagnosed: Error {
  let diagnostic: Diagnostic

  init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}
