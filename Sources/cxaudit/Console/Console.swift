import ArgumentParser
import Foundation

/// The two streams: results on standard output, everything else on standard error.
enum Console {
  static func output(_ text: String) throws {
    try output(Array(text.utf8))
  }

  /// A result that cannot be delivered is a problem; a reader that left early, as `head` does, ends the command by signal.
  static func output(_ bytes: [UInt8]) throws {
    do {
      try FileHandle.standardOutput.write(contentsOf: bytes)
    } catch {
      Console.error("cxaudit: standard output cannot be written\n")
      throw ExitCode(ExitStatus.problems.rawValue)
    }
  }

  static func error(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Array(text.utf8))
  }

  static var outputIsTerminal: Bool { isatty(FileHandle.standardOutput.fileDescriptor) == 1 }

  static var errorIsTerminal: Bool { isatty(FileHandle.standardError.fileDescriptor) == 1 }

  /// `NO_COLOR` with any value but the empty one turns colours off (no-color.org).
  static var allowsColour: Bool { (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty }
}
