import ArgumentParser
import Foundation

/// How much is done side by side.
struct ThreadOptions: ParsableArguments {
  @Option(help: "How many threads to use; the result is the same with any number.")
  var jobs = ProcessInfo.processInfo.activeProcessorCount

  func validate() throws {
    guard (1...1024).contains(jobs) else { throw ValidationError("--jobs must be from 1 to 1024") }
  }
}
