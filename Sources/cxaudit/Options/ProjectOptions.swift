import ArgumentParser
import Audit

/// Which project, as of which day, with how many threads.
struct ProjectOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The project folder.", valueName: "folder"), completion: .directory)
  var project = "."

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "The day of the report. Default: SOURCE_DATE_EPOCH, else as-of in cxaudit.yml, else today (UTC).",
      valueName: "yyyy-mm-dd"),
    transform: day(_:))
  var asOf: Day?

  @OptionGroup var threads: ThreadOptions

  private static func day(_ text: String) throws -> Day {
    guard let day = Day(iso: text) else {
      throw ValidationError("'\(text)' is no day; write it as 2026-03-31")
    }
    return day
  }
}
