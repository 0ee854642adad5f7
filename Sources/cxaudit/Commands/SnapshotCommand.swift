import ArgumentParser
import Audit
import Foundation
import Render

/// `cxaudit snapshot`: keeps the register for later builds.
struct SnapshotCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snapshot",
    abstract: "Keeps this report's findings under content/history, for later reports to compare with.",
    discussion: """
      The file is content/history/DAY.json, DAY being the day of the report; it holds what data/findings.json holds, and \
      nothing that may not be published. Commit it. A snapshot is never changed: where there is one of the day that says \
      the same, nothing happens, and where it says something else, the command fails.

      Examples:
        cxaudit snapshot                      when a report goes out
        cxaudit snapshot --as-of 2026-03-31   the findings as they stand on that day
      """)

  @OptionGroup var project: ProjectOptions

  @OptionGroup var reporting: ReportingOptions

  func run() async throws {
    let run = ProjectRun(project, reporting)
    let (path, done) = try await run.result { pipeline in
      let report = try await pipeline.judgement()
      let path = "content/history/\(report.asOf.iso).json"
      let isNew = try keep(Array(report.findingsDocument.document.utf8), as: path, &pipeline)
      return (path, isNew ? "\(Counted.text(report.findings.count, "finding")) kept" : "is kept already")
    }
    if !reporting.quiet { try Console.output("\(run.reporter.project.path(of: path)): \(done)\n") }
  }

  /// False where the very same is kept already.
  private func keep(_ bytes: [UInt8], as path: String, _ pipeline: inout Pipeline) throws(StageLog.Stopped) -> Bool {
    let place = URL(filePath: project.project).appending(path: path)
    if let kept = FileManager.default.contents(atPath: place.path(percentEncoded: false)) {
      guard Array(kept) == bytes else { throw pipeline.stopped(by: .snapshotDiffers(path)) }
      return false
    }
    let folder = place.deletingLastPathComponent()
    // Whole or not at all: moving never overwrites.
    let draft = folder.appending(path: ".\(place.lastPathComponent).cxaudit-new")
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(bytes).write(to: draft)
      try FileManager.default.moveItem(at: draft, to: place)
    } catch {
      try? FileManager.default.removeItem(at: draft)
      guard !WritingFailure.isThere(error) else { throw pipeline.stopped(by: .snapshotDiffers(path)) }
      throw pipeline.stopped(by: .snapshotNotWritten(path, reason: WritingFailure.reason(error)))
    }
    return true
  }
}
