import Audit
import Foundation

@testable import Ingest

/// A project's folder for one test, which goes with it.
final class TemporaryProject {
  let root: String

  init(_ files: [String: String]) throws {
    root = FileManager.default.temporaryDirectory.appendingPathComponent("cxaudit-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    for (path, text) in files { try write(path, Array(text.utf8)) }
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  func write(_ path: String, _ bytes: [UInt8]) throws {
    let file = URL(fileURLWithPath: "\(root)/\(path)")
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: "\(root)/\(path)", withDestinationPath: target)
  }

  func read(jobs: Int = 1) async -> (project: Project?, diagnostics: [Diagnostic]) {
    let (project, log) = await ProjectReader(root: root, jobs: jobs).read()
    return (project, log.entries)
  }
}

let plainCodebook = """
  scale: {min: 1, max: 7}
  items: [{expectation: E1, perception: P1, dimension: empathy}]
  """
let plainSurvey = "E1,P1\n7,5\n6,6\n"
