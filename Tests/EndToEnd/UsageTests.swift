import TestSupport
import Testing

@Suite struct Usage {
  @Test(arguments: [
    ["frobnicate"], ["build", "--no-such-option"], ["build", "--jobs", "0"], ["build", "--jobs", "many"],
    ["build", "--as-of", "2026-02-30"], ["build", "--as-of", "tomorrow"], ["check", "--diagnostics", "xml"],
    ["build", "-q", "-v"], ["statistics"], ["explain"], ["init", "a", "b"],
    ["statistics", "a.csv", "a.csv"], ["statistics", "a.csv", "b.csv", "--codebook", "c.yml"],
    ["statistics", "a.csv", "-"],
  ])
  func wrongUsageExitsWith2AndSaysWhy(_ arguments: [String]) throws {
    let run = try Command.run(arguments, in: TemporaryFolder())
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("Usage: cxaudit"))
  }

  @Test(arguments: [
    ("chekc", "did you mean 'check'?"), ("Build", "did you mean 'build'?"),
    ("frobnicate", "the commands are init, build"),
  ])
  func aCommandThatIsNoneGetsTheNearest(_ name: String, _ hint: String) throws {
    let run = try Command.run([name, "--project", "x"], in: TemporaryFolder())
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("Error: There is no command '\(name)'; \(hint)"))
  }

  @Test(arguments: [["--help"], ["help", "build"], ["build", "--help"], ["--version"], ["init", "--help"]])
  func helpAndVersionAreResults(_ arguments: [String]) throws {
    let run = try Command.run(arguments)
    #expect(run.status == 0)
    #expect(!run.output.isEmpty)
    #expect(run.errors.isEmpty)
  }

  @Test(arguments: ["init", "build", "check", "statistics", "explain"])
  func everyCommandHasExamplesInItsHelp(_ command: String) throws {
    let help = try Command.run([command, "--help"]).output
    #expect(help.contains("Examples:\n  cxaudit \(command)"))
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completionsAreGenerated(_ shell: String) throws {
    let run = try Command.run(["--generate-completion-script", shell])
    #expect(run.status == 0)
    #expect(run.output.contains("statistics"))
  }

  @Test func aSourceDateEpochThatIsNoNumberIsWrongUsage() throws {
    let run = try Command.run(["build"], in: Project.initial(), environment: ["SOURCE_DATE_EPOCH": "soon"])
    #expect(run.status == 2)
    #expect(run.errors.contains("SOURCE_DATE_EPOCH is 'soon', which is no number of seconds since 1970"))
  }
}
