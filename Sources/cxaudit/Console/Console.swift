import Foundation

/// The two streams: results on standard output, everything else on standard error.
enum Console {
  static func output(_ text: String) {
    output(Array(text.utf8))
  }

  /// A reader that is gone, as after `| head`, is no error.
  static func output(_ bytes: [UInt8]) {
    try? FileHandle.standardOutput.write(contentsOf: bytes)
  }

  static func error(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Array(text.utf8))
  }

  static var outputIsTerminal: Bool { isatty(FileHandle.standardOutput.fileDescriptor) == 1 }

  static var errorIsTerminal: Bool { isatty(FileHandle.standardError.fileDescriptor) == 1 }

  /// `NO_COLOR` with any value but the empty one turns colours off (no-color.org).
  static var allowsColour: Bool { (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty }
}
