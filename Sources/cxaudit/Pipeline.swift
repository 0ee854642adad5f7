import Audit
import Diagnose
import Ingest
import Measure
import Render
import Write

/// From a project folder to its site: five stages, in the order the data takes.
///
/// The first stage that finds an error is the last that runs, so nothing is ever written after one.
struct Pipeline {
  let folder: String
  let jobs: Int
  /// Counts of surveys from one build to the next.
  let cache: TallyCache?
  /// The day that the command line asks for.
  let asOf: Day?
  let progress: Progress
  /// All that was found on the way.
  private(set) var log: StageLog

  /// A pipeline that `keeps` nothing leaves the project's folder as it is.
  init(_ options: ProjectOptions, _ reporting: ReportingOptions, keeps: Bool, progress: Progress) {
    folder = options.project
    let project = options.project
    cache = ProgramIdentity.text.map { TallyCache(project: project, program: $0, isReadOnly: !keeps) }
    jobs = options.threads.jobs
    asOf = options.asOf
    log = StageLog(isStrict: reporting.strict)
    self.progress = progress
  }

  /// Reads, measures and judges the project and makes its pages, in memory.
  mutating func report() async throws -> (report: Report, site: Site) {
    let report = try await judgement()
    return (report, try render(report))
  }

  /// Reads, measures and judges the project; nothing is rendered.
  mutating func judgement() async throws -> Report {
    let (project, day) = try await dated(ingest())
    let measured = try await measure(project, day)
    let diagnosis = try diagnose(project, measured, day)
    return Report(
      project: project, measured: measured, findings: diagnosis.findings, rules: diagnosis.rules,
      hidden: diagnosis.hidden, verdicts: diagnosis.verdicts, gates: diagnosis.gates,
      history: diagnosis.history, asOf: day, remarks: log.diagnostics.sorted)
  }

  /// Notes which agreed gates do not pass, after all that could stop the command; with `passes`, those that do, too.
  ///
  /// Who relies on gates is told that there are none.
  mutating func note(_ gates: [GateResult], passes: Bool, isRelied: Bool = false) {
    if gates.isEmpty, isRelied { log.note(.gateNone()) }
    for gate in gates {
      if let broken = Diagnostic.gateBroken(gate) {
        log.note(broken)
      } else if passes {
        log.note(.gatePassed(gate))
      }
    }
  }

  /// Notes a problem that ends the command.
  mutating func stopped(by problem: Diagnostic) -> StageLog.Stopped {
    log.stopped(by: problem)
  }

  /// Where a figure or a finding came from; nothing is rendered.
  mutating func explanation(of id: String) async throws -> Explanation {
    let (project, day) = try await dated(ingest())
    let everything = await figures(of: project, day)
    let published = publishable(everything, configuration: project.configuration)
    let diagnosis = try diagnose(project, published, day)
    let explainer = Explainer(
      project: project, measured: everything, published: published, findings: diagnosis.findings,
      rules: diagnosis.rules, path: { gatePath(of: $0, in: project, measured: published) })
    let found = explainer.explain(id)
    return try log.keep(found.explanation, found.diagnostics)
  }

  private mutating func ingest() async throws(StageLog.Stopped) -> Project {
    progress.show("Reading")
    let reading = await ProjectReader(root: folder, jobs: jobs, cache: cache).read()
    return try log.keep(reading.project, reading.log.entries)
  }

  /// The project with the day of its report; what was kept on that day or later is no part of it.
  private mutating func dated(_ project: Project) throws -> (project: Project, day: Day) {
    var project = project
    let day = try ReportDay.resolve(option: asOf, configured: project.configuration.asOf)
    if let note = Diagnostic.snapshotsLeftOut(project.leaveOutHistory(from: day), asOf: day) { log.note(note) }
    return (project, day)
  }

  /// Figures that may not be published are withheld here, before anything else sees them.
  private mutating func measure(_ project: Project, _ day: Day) async throws(StageLog.Stopped) -> MeasuredAudit {
    let published = publishable(await figures(of: project, day), configuration: project.configuration)
    return try log.keep(published, weightRemarks(project.surveys) + mixRemarks(published))
  }

  private func figures(of project: Project, _ day: Day) async -> MeasuredAudit {
    progress.show("Measuring")
    return await Measure.measure(
      project.surveys, scorecards: project.scorecards, standards: project.standardRecords,
      notes: project.notes, corrections: project.corrections,
      names: { otherNames(project, measured: $0, asOf: day) }, comments: project.commentTerms,
      configuration: project.configuration, jobs: jobs)
  }

  private mutating func diagnose(
    _ project: Project, _ measured: MeasuredAudit, _ day: Day
  ) throws(StageLog.Stopped) -> Diagnosis {
    let diagnosis = Diagnose.diagnose(project, measured: measured, asOf: day)
    return try log.keep(diagnosis, diagnosis.diagnostics)
  }

  private mutating func render(_ report: Report) throws(StageLog.Stopped) -> Site {
    progress.show("Rendering")
    let rendered = Render.render(report)
    return try log.keep(rendered.site, rendered.diagnostics + brokenLinks(in: rendered.site))
  }

  /// Writes the site; after an error the old one is as it was.
  mutating func write(
    _ site: Site, of report: Report, to output: OutputFolder
  ) throws(StageLog.Stopped) -> WriteResult.Counts {
    progress.show("Writing")
    let origin = Origin(command: "build", options: [.init("as-of", report.asOf.iso)], inputs: report.project.inputs)
    let result = Write.write(site, from: origin, to: output)
    return try log.keep(result.written, result.diagnostics)
  }
}
