import Audit
import Diagnose
import Measure
import Render
import Write

/// From a project folder to its site: five stages, in the order the data takes.
///
/// The first stage that finds an error is the last that runs, so nothing is ever written after one.
struct Pipeline {
  let folder: String
  let jobs: Int
  let asOf: Day?
  /// Warnings are errors.
  let isStrict: Bool
  let progress: Progress
  /// All that was found on the way.
  private(set) var log = DiagnosticLog()

  /// An error stands in the log.
  struct Stopped: Error {}

  init(_ options: ProjectOptions, _ reporting: ReportingOptions, progress: Progress) {
    folder = options.project
    jobs = options.jobs
    asOf = options.asOf
    isStrict = reporting.strict
    self.progress = progress
  }

  /// Reads, measures and judges a project, and makes its pages.
  mutating func run() async throws -> (report: Report, site: Site) {
    progress.show("Reading")
    let read = await readProject(at: folder, jobs: jobs)
    let project = try keep(read.project, read.diagnostics)
    let day = try ReportDay.resolve(option: asOf, configured: project.configuration.asOf)

    progress.show("Measuring")
    let limits = project.configuration
    let measured = publishable(measure(project.surveys, configuration: limits), configuration: limits)
    let diagnosis = diagnose(project, measured: measured, asOf: day)
    let findings = try keep(diagnosis.findings, diagnosis.diagnostics)

    progress.show("Rendering")
    let report = Report(
      project: project, measured: measured, findings: findings, rules: diagnosis.rules, asOf: day,
      remarks: log.sorted)
    let rendered = render(report)
    let site = try keep(rendered.site, rendered.diagnostics + brokenLinks(in: rendered.site))
    return (report, site)
  }

  /// Writes the site; an error leaves the old one as it was.
  mutating func write(_ site: Site, of report: Report, to output: OutputFolder) throws -> WriteResult.Counts {
    progress.show("Writing")
    let origin = Origin(
      command: "build", options: [.init("as-of", report.asOf.iso)], inputs: report.project.inputs)
    let result = Write.write(site, from: origin, to: output)
    return try keep(result.written, result.diagnostics)
  }

  /// What a stage made, if neither an error nor, under `--strict`, a warning stands against it.
  mutating func keep<Value>(_ value: Value?, _ diagnostics: [Diagnostic]) throws(Stopped) -> Value {
    log.add(contentsOf: diagnostics.map { isStrict && $0.severity == .warning ? $0.asError : $0 })
    guard !log.hasErrors, let value else { throw Stopped() }
    return value
  }
}
