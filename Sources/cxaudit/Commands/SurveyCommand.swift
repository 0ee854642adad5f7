import ArgumentParser
import Audit
import Foundation
import Ingest

/// `cxaudit survey FILE.csv`: what a survey file holds, and a codebook to start from.
struct SurveyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "survey",
    abstract: "Says what a survey file holds, and writes a codebook to start from.",
    discussion: """
      Reads the file once: its form, encoding and delimiter, each column with its kind, values, share missing and likely \
      scale, what is odd, and what a codebook could make of it. With --write the codebook is written beside the file, with \
      a comment on each guess; a file that is there is never overwritten.

      Examples:
        cxaudit survey export.csv                       what is in it
        cxaudit survey export.csv --format json         the same for programs
        cxaudit survey export.csv --write               also writes export.yml
        cxaudit survey export.csv --write codes.yml     also writes codes.yml

      With --quotes comments whose writers agreed to be quoted are offered in the project's content/quotes.yml, redacted, \
      for a person to read and clear; what stands there is never changed.
      """)

  @Argument(
    help: ArgumentHelp("The answers; - for standard input.", valueName: "file.csv"),
    completion: .file(extensions: ["csv", "gz", "tsv", "xlsx"]))
  var file: String

  @Option(
    defaultAsFlag: "",
    help: ArgumentHelp(
      "Write a codebook to start from. Without a name it is that of the answers, ending in .yml.", valueName: "file.yml"
    ),
    completion: .file(extensions: ["yml"]))
  var write: String?

  @Flag(help: "Offer comments for quoting in content/quotes.yml of the project, in place of the profile.")
  var quotes = false

  @Option(help: "The form of the result.")
  var format = ResultFormat.text

  @Option(help: ArgumentHelp("The project folder. Default: this one, if the file lies in it.", valueName: "folder"))
  var project: String?

  @OptionGroup var reporting: ReportingOptions

  func validate() throws {
    if write == "", file == "-" {
      throw ValidationError("standard input has no name to write beside; say where: --write NAME.yml")
    }
    if quotes, write != nil { throw ValidationError("--quotes and --write are two tasks: give one of them") }
    if quotes, file == "-" { throw ValidationError("--quotes needs a file of the project, not standard input") }
    guard let write, !write.isEmpty, !write.hasSuffix(".yml") else { return }
    throw ValidationError("'\(write)' is no name for a codebook: it ends in .yml")
  }

  func run() async throws {
    let reporter = Reporter(reporting, project: quotes ? project ?? "." : ".")
    var log = StageLog(isStrict: reporting.strict)
    do {
      if quotes {
        let text = try await QuotesCommand(file: file, project: project).run(&log)
        reporter.report(log.diagnostics)
        return try Console.output(text)
      }
      // First, so that nobody reads a profile and believes that a codebook was written.
      let target = try target(&log)
      let reading = try reading(&log)
      // A header without answers is shown, and is a problem all the same.
      if let profile = reading.profile, isRefused(reading) { try show(profile, draft: nil, written: nil) }
      let profile = try log.keep(reading.profile, reading.diagnostics)
      let written = try target.map { try write(reading.draft, to: $0, &log) }
      reporter.report(log.diagnostics)
      try show(profile, draft: reading.draft, written: written)
    } catch is StageLog.Stopped {
      reporter.report(log.diagnostics)
      throw ExitCode(ExitStatus.problems.rawValue)
    }
  }

  /// An error stands against the file; when strict, a warning.
  private func isRefused(_ reading: ProfileReader.Reading) -> Bool {
    reading.diagnostics.contains { $0.severity == .error || reporting.strict && $0.severity == .warning }
  }

  private func show(_ profile: SurveyProfile, draft: String?, written: String?) throws {
    switch format {
    case .json: try Console.output(ProfileDocument.json(profile, draft: draft).document)
    case .text:
      let paint = Paint(isOn: Console.outputIsTerminal && Console.allowsColour)
      var text = ProfileText(profile, paint: paint).text
      if !reporting.quiet {
        text += "\n" + ProfileText.next(file: file, written: written, isUseful: draft != nil) + "\n"
      }
      try Console.output(text)
    }
  }

  private func reading(_ log: inout StageLog) throws(StageLog.Stopped) -> ProfileReader.Reading {
    let configuration = try ProjectOfFile(file: file, project: project).configuration(&log)
    guard file == "-" else { return ProfileReader.read(path: file, name: file, configuration: configuration) }
    return ProfileReader.read(
      standardInputKeptIn: FileManager.default.temporaryDirectory.path(percentEncoded: false),
      configuration: configuration)
  }

  /// Where the codebook goes; nil where none is asked for.
  private func target(_ log: inout StageLog) throws(StageLog.Stopped) -> String? {
    guard let write else { return nil }
    let stem =
      [".csv.gz", ".csv", ".tsv", ".xlsx"].first { file.hasSuffix($0) }.map { String(file.dropLast($0.count)) } ?? file
    let target = write.isEmpty ? stem + ".yml" : write
    guard (try? FileManager.default.attributesOfItem(atPath: target)) != nil else { return target }
    let other = String(target.dropLast(".yml".count)) + "-2.yml"
    return try log.keep(nil, [.profileWouldOverwrite(target, other: other)])
  }

  private func write(_ draft: String?, to target: String, _ log: inout StageLog) throws(StageLog.Stopped) -> String {
    guard let draft else { return try log.keep(nil, [.profileNothingGuessed(file)]) }
    do {
      try Data(draft.utf8).write(to: URL(filePath: target), options: .withoutOverwriting)
      return target
    } catch {
      return try log.keep(nil, [.profileNotWritten(target, reason: WritingFailure.reason(error))])
    }
  }
}
