import ArgumentParser
import Audit
import Render

/// `cxaudit explain ID`: where a finding or a number came from.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Says where a finding or a number came from: files, columns, counts, formula, test.",
    discussion: """
      ID is the id of a finding or of an outcome, or the address of a figure of data/statistics.csv: \
      KIND/SUBJECT/STATISTIC, with SURVEY:: in front where there are several surveys, [SEGMENT=VALUE] and @WAVE behind. \
      Left out, they are everyone and the latest wave. For whoever holds the responses: figures that the site withholds \
      are printed, and it is said that they are withheld.

      Examples:
        cxaudit explain gap.branch.responsiveness                          a finding
        cxaudit explain nps                                                an outcome
        cxaudit explain 'cell/branch/empathy/gap.mean[tier=basic]@2026-Q1'
        cxaudit explain 'parity/tier/nps/difference[tier=basic]'           a segment against the rest
        cxaudit explain 'change/nps/difference@2026-Q1>2026-Q3'            one wave against another
        cxaudit explain item/branch-wait/failed.share --format json
      """)

  @Argument(help: ArgumentHelp("A finding, an outcome, or KIND/SUBJECT/STATISTIC.", valueName: "id"))
  var id: String

  @OptionGroup var project: ProjectOptions

  @Option(help: "The form of the result.")
  var format = ResultFormat.text

  @OptionGroup var reporting: ReportingOptions

  func run() async throws {
    let run = ProjectRun(project, reporting, tellsRemarks: false)
    let explanation = try await run.result { pipeline in try await pipeline.explanation(of: id) }
    switch format {
    case .text:
      let lines = ExplanationText(explanation).text.split(separator: "\n", omittingEmptySubsequences: false)
      try Console.output(lines.map { TextDiagnostics.printable(String($0)) }.joined(separator: "\n"))
    case .json: try Console.output(ExplanationDocument.json(explanation).document)
    }
  }
}
