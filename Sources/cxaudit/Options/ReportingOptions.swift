import ArgumentParser

/// How problems are told.
struct ReportingOptions: ParsableArguments {
  @Option(help: "The form of the diagnostics.")
  var diagnostics: DiagnosticsFormat?

  @Flag(help: "Treat warnings as errors.")
  var strict = false

  @Flag(name: .shortAndLong, help: "Say nothing but warnings and errors.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Say more.")
  var verbose = false

  func validate() throws {
    if quiet, verbose { throw ValidationError("--quiet and --verbose exclude each other") }
  }
}

/// The form of a command's result.
enum ResultFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json
}
