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
      The plan is content/corrections/ID.md, the ID in small letters, digits, points and hyphens; nothing is ever \
      overwritten. Its steps are those that notes recommend and \
      those of the playbook entry that fits best. What only people can decide is left open in it.

      Example:
        cxaudit new correction gap.branch.empathy
      """)

  @Argument(help: ArgumentHelp("The deficiency, as the register shows it.", valueName: "id"))
  var id: String

  @OptionGroup var project: ProjectOptions

  @OptionGroup var reporting: ReportingOptions

  func run() async throws {
    let run = ProjectRun(project, reporting)
    let draft = try await run.result { pipeline in
      let report = try await pipeline.judgement()
      let draft = try self.draft(of: report, &pipeline)
      try write(draft.text, to: draft.path, &pipeline)
      return draft
    }
    run.reporter.remark("\(draft.path): \(draft.finding.steps.count) steps to start from")
  }

  private func draft(of report: Report, _ pipeline: inout Pipeline) throws(StageLog.Stopped) -> CorrectionDraft {
    guard let finding = report.findings.first(where: { $0.id == id }) else {
      throw pipeline.stopped(by: .draftUnknownFinding(id, known: report.findings.map(\.id)))
    }
    // What failed calls for another plan.
    if let plan = finding.plan, finding.status != .reopened {
      let file = report.project.corrections.first { $0.slug == plan.correction }?.file ?? plan.correction
      throw pipeline.stopped(by: .draftIsPlanned(id, file: file))
    }
    guard finding.findingClass.isDeficiency, finding.kind.concern != .plans else {
      throw pipeline.stopped(by: .draftNoDeficiency(id, findingClass: finding.findingClass))
    }
    let remedy = report.project.remedies.first { $0.title == finding.remedy }
    return CorrectionDraft(
      finding: finding, remedy: remedy, start: report.asOf, taken: Set(report.project.corrections.map(\.slug)))
  }

  private func write(_ text: String, to path: String, _ pipeline: inout Pipeline) throws(StageLog.Stopped) {
    let place = URL(filePath: project.project).appending(path: path)
    do {
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: place, options: .withoutOverwriting)
    } catch {
      guard !WritingFailure.isThere(error) else { throw pipeline.stopped(by: .draftWouldOverwrite(path)) }
      throw pipeline.stopped(by: .draftNotWritten(path, reason: WritingFailure.reason(error)))
    }
  }
}
