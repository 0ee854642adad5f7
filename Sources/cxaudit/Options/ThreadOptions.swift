import ArgumentParser
import Foundation

/// How much is done side by side.
struct ThreadOptions: ParsableArguments {
  @Option(help: "How many threads to use; the result is the same with any number.")
  var jobs = ProcessInfo.processInfo.activeProcessorCount

  func validate() throws {
    guard jobs >= 1 else { throw ValidationError("--jobs must be 1 or more") }
  }
}
