import ArgumentParser
import Audit

/// The command itself; what it does is in its subcommands.
struct CXAudit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cxaudit",
    abstract: "Turns audit notes and survey answers into a site that shows where service falls short.",
    discussion: """
      A project is a folder with notes in Markdown, surveys in CSV and plans; 'cxaudit init' makes one to start from.

      Examples:
        cxaudit init my-audit              a new project with commented examples
        cxaudit build --project my-audit   writes my-audit/site/
        cxaudit check                      reads everything here, writes nothing
        cxaudit findings                   the register, gravest first
        cxaudit explain nps                where a number came from
        cxaudit snapshot                   keeps the findings for later reports
        cxaudit diff old-site site         what is new, gone, better or worse
        cxaudit survey export.csv          what a survey file holds, and a codebook to start from

      Exit codes: 0 fine, 1 problems, 2 wrong usage, 70 a bug of cxaudit.
      Completions: cxaudit --generate-completion-script bash|zsh|fish
      """,
    version: Version.current,
    subcommands: [
      InitCommand.self, BuildCommand.self, CheckCommand.self, SurveyCommand.self, StatisticsCommand.self,
      FindingsCommand.self, ExplainCommand.self, NewCommand.self, SnapshotCommand.self, DiffCommand.self,
      PDFCommand.self,
    ])

  /// What to say of a first argument that is no command; nil of one that is, and of options.
  static func unknownCommand(_ name: String) -> String? {
    let names = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard !name.hasPrefix("-"), !names.contains(name) else { return nil }
    let hint = Suggestion.didYouMean(name, in: names) ?? "the commands are \(names.joined(separator: ", "))"
    return """
      Error: There is no command '\(name)'; \(hint)
      Usage: cxaudit <subcommand>
        See 'cxaudit --help' for more information.

      """
  }
}
