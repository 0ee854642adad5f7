import Foundation
import TestSupport

/// The built command: the one that stands beside the tests, or the one that `CXAUDIT_BINARY` names.
enum Command {
  /// What a run left behind.
  struct Run {
    let status: Int32
    let output: String
    let errors: String
  }

  static var binary: URL {
    if let path = ProcessInfo.processInfo.environment["CXAUDIT_BINARY"], !path.isEmpty { return URL(filePath: path) }
    let tests = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    return tests.deletingLastPathComponent().appending(path: "cxaudit")
  }

  /// Runs `cxaudit` in a folder with little else in its environment.
  static func run(
    _ arguments: [String], in folder: TemporaryFolder, environment: [String: String] = [:]
  ) throws -> Run {
    try run(binary, arguments, in: folder, environment: environment)
  }

  /// Runs `cxaudit` where the folder does not matter.
  static func run(_ arguments: [String]) throws -> Run {
    try run(arguments, in: TemporaryFolder())
  }

  /// Runs a script as the shells of continuous integration do.
  static func bash(_ script: String, in folder: TemporaryFolder, environment: [String: String] = [:]) throws -> Run {
    try run(URL(filePath: "/bin/bash"), ["-e", "-o", "pipefail", "-c", script], in: folder, environment: environment)
  }

  private static func run(
    _ executable: URL, _ arguments: [String], in folder: TemporaryFolder, environment: [String: String]
  ) throws -> Run {
    let files = try TemporaryFolder()
    try files.write("", to: "output")
    try files.write("", to: "errors")
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder.url
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    process.environment = ["PATH": path, "HOME": files.path("")].merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    let output = try FileHandle(forWritingTo: files.url.appending(path: "output"))
    let errors = try FileHandle(forWritingTo: files.url.appending(path: "errors"))
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    withExtendedLifetime(folder) { process.waitUntilExit() }
    try output.close()
    try errors.close()
    return Run(status: process.terminationStatus, output: try files.read("output"), errors: try files.read("errors"))
  }
}
