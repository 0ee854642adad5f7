import ArgumentParser

/// What most commands about a project have in common: what is found on the way is told at the end, and an error ends
/// the command with exit code 1.
struct ProjectRun {
  let reporter: Reporter
  private let project: ProjectOptions
  private let reporting: ReportingOptions
  private let tellsRemarks: Bool

  /// Without `tellsRemarks` only what stops the command is told.
  init(_ project: ProjectOptions, _ reporting: ReportingOptions, tellsRemarks: Bool = true) {
    (self.project, self.reporting, self.tellsRemarks) = (project, reporting, tellsRemarks)
    reporter = Reporter(reporting, project: project.project)
  }

  /// What `make` draws from the project, after all that was found has been told.
  func result<Result>(_ make: (inout Pipeline) async throws -> Result) async throws -> Result {
    let progress = Progress(reporter)
    defer { progress.clear() }
    var pipeline = Pipeline(project, reporting, keeps: false, progress: progress)
    do {
      let result = try await make(&pipeline)
      progress.clear()
      if tellsRemarks { reporter.report(pipeline.log.diagnostics) }
      return result
    } catch is StageLog.Stopped {
      progress.clear()
      reporter.report(pipeline.log.diagnostics)
      throw ExitCode(ExitStatus.problems.rawValue)
    }
  }
}
