import ArgumentParser
import Audit
import Foundation
import Ingest
import Measure
import Render

/// `cxaudit statistics FILE.csv…`: every figure of one survey, or of several and of what lies between them.
struct StatisticsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "statistics",
    abstract: "Prints every statistic of surveys as a table, one figure a row.",
    discussion: """
      For whoever holds the responses: figures on few answers are printed too, unless --publishable asks for what 'build' \
      would publish. The project's cxaudit.yml is read when the files lie in the project or --project is given. \
      Several files may be waves of one survey, or surveys of customers, staff and management: then what the latter \
      believe of customers is compared with what customers say.

      Examples:
        cxaudit statistics content/surveys/2026-q1.csv
        cxaudit statistics answers.csv --codebook codes.yml --format json
        cxaudit statistics customers.csv managers.csv
        cxaudit statistics content/surveys/2026-q1.csv --publishable > statistics.csv
        unzip -p export.zip | cxaudit statistics - --codebook codes.yml
      """)

  /// The forms of the table.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case csv, json
  }

  @Argument(
    help: ArgumentHelp("The answers, one file or several; - for standard input.", valueName: "file.csv"),
    completion: .file(extensions: ["csv", "gz", "tsv", "xlsx"]))
  var files: [String]

  @Option(
    help: ArgumentHelp(
      "What the columns of the one file mean. Default: the YAML file of its name beside it.", valueName: "file.yml"),
    completion: .file(extensions: ["yml"]))
  var codebook: String?

  @Flag(help: "Withhold what 'build' would withhold.")
  var publishable = false

  @Option(help: "The form of the table.")
  var format = Format.csv

  @Option(help: ArgumentHelp("The project folder. Default: this one, if the files lie in it.", valueName: "folder"))
  var project: String?

  @OptionGroup var threads: ThreadOptions

  @OptionGroup var reporting: ReportingOptions

  func validate() throws {
    if isStandardInput && codebook == nil {
      throw ValidationError("Name the codebook of standard input with --codebook.")
    }
    guard files.count > 1 else { return }
    if codebook != nil {
      throw ValidationError("--codebook goes with one file; of several each has its own beside it.")
    }
    if files.contains("-") { throw ValidationError("Standard input cannot be read together with other files.") }
    if let twice = files.indices.first(where: { files[..<$0].contains(files[$0]) }) {
      throw ValidationError("'\(files[twice])' is named twice.")
    }
  }

  private var isStandardInput: Bool { files == ["-"] }

  func run() async throws {
    let reporter = Reporter(reporting, project: ".")
    var log = StageLog(isStrict: reporting.strict)
    let measured: MeasuredAudit
    do {
      measured = try await self.measured(&log, reporter)
    } catch {
      reporter.report(log.diagnostics)
      throw ExitCode(ExitStatus.problems.rawValue)
    }
    reporter.report(log.diagnostics)
    switch format {
    case .csv: try await StatisticsTable.csv(measured, jobs: threads.jobs, inPieces: Console.output)
    case .json: try StatisticsTable.json(measured, inPieces: Console.output)
    }
  }

  private func measured(_ log: inout StageLog, _ reporter: Reporter) async throws(StageLog.Stopped) -> MeasuredAudit {
    let configuration =
      isStandardInput && project == nil
      ? Configuration() : try ProjectOfFile(files: files, project: project, jobs: threads.jobs).configuration(&log)
    let reading = await reading(configuration)
    let surveys = try log.keep(reading.surveys, reading.log.entries)
    if reporter.isVerbose {
      FileReadingLine.lines(of: surveys, in: reporter.project).forEach(reporter.remark)
    }
    let everything = await measure(surveys, configuration: configuration, jobs: threads.jobs)
    let shown = publishable ? Measure.publishable(everything, configuration: configuration) : everything
    return try log.keep(shown, weightRemarks(surveys) + mixRemarks(shown))
  }

  private func reading(_ configuration: Configuration) async -> (surveys: [Survey]?, log: DiagnosticLog) {
    guard isStandardInput, let codebook else {
      return await ProjectReader.surveys(
        csvs: files, codebook: codebook, configuration: configuration, jobs: threads.jobs)
    }
    let (survey, log) = await ProjectReader.survey(
      standardInputKeptIn: FileManager.default.temporaryDirectory.path(percentEncoded: false), codebook: codebook,
      configuration: configuration, jobs: threads.jobs)
    return (survey.map { [$0] }, log)
  }
}
