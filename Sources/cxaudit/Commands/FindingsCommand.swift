import ArgumentParser
import Audit
import Foundation
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
        cxaudit findings --format xlsx --output audit.xlsx a workbook: register, steps, headline figures
        cxaudit findings --format ics > due.ics            what is due when, for a calendar
      """)

  /// The forms of the register.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, csv, json, xlsx, ics
  }

  @OptionGroup var project: ProjectOptions

  @Option(help: "The form of the register.")
  var format = Format.table

  @Option(name: .customLong("class"), help: "Only findings of this class; can be given several times.")
  var classes: [FindingClass] = []

  @Option(help: ArgumentHelp("Only findings of this touchpoint; can be given several times.", valueName: "id"))
  var touchpoint: [String] = []

  @Option(
    help: ArgumentHelp("Where the register goes. Default: standard output.", valueName: "file"), completion: .file())
  var output: String?

  @OptionGroup var reporting: ReportingOptions

  func validate() throws {
    if format == .xlsx, output == nil, Console.outputIsTerminal {
      throw ValidationError("A workbook is nothing for a terminal: name a file with --output, or redirect the output.")
    }
  }

  func run() async throws {
    let bytes = try await ProjectRun(project, reporting).result { pipeline in
      var report = try await pipeline.judgement()
      try check(touchpoint, in: report.project.configuration)
      if !classes.isEmpty || !touchpoint.isEmpty { report.keep(isAsked) }
      let bytes = try self.bytes(of: report, &pipeline)
      if let output { try write(bytes, to: output, &pipeline) }
      return bytes
    }
    if output == nil { try Console.output(bytes) }
  }

  private func bytes(of report: Report, _ pipeline: inout Pipeline) throws(StageLog.Stopped) -> [UInt8] {
    switch format {
    case .table: return Array(FindingsText(findings: report.findings).text.utf8)
    case .csv: return FindingsTable.csv(report.findings)
    case .json: return Array(report.findingsDocument.document.utf8)
    case .xlsx: return report.workbook
    case .ics:
      guard let calendar = report.calendar else { throw pipeline.stopped(by: .findingsNothingDue()) }
      return calendar
    }
  }

  private func write(_ bytes: [UInt8], to path: String, _ pipeline: inout Pipeline) throws(StageLog.Stopped) {
    do {
      try Data(bytes).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw pipeline.stopped(by: .findingsNotWritten(path))
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
