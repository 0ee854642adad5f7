import Foundation
import TestSupport
import Testing

/// Texts that tests compare with, kept as files beside the fixtures.
enum Expectation {
  /// Compares `text` with a file under `Tests/Fixtures`.
  ///
  /// With `RECORD=1` the file is written anew and the test fails, so that recording is never mistaken for passing.
  static func check(
    _ text: String, against path: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws {
    let file = Repository.url("Tests/Fixtures/\(path)")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(text.utf8).write(to: file)
      Issue.record("recorded Tests/Fixtures/\(path)", sourceLocation: sourceLocation)
      return
    }
    let expected = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    #expect(text == expected, sourceLocation: sourceLocation)
  }
}

/// Every file below a folder with its bytes.
struct Tree: Equatable {
  private(set) var files: [String: Data] = [:]

  init(_ folder: TemporaryFolder, _ path: String) throws {
    try self.init(folder.url.appending(path: path))
  }

  init(_ root: URL) throws {
    let folder = root.path(percentEncoded: false)
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      let file = root.appending(path: name)
      let type = try FileManager.default.attributesOfItem(atPath: file.path(percentEncoded: false))[.type]
      if type as? FileAttributeType == .typeRegular { files[name] = try Data(contentsOf: file) }
    }
  }

  /// Names that only one of two trees has, or whose bytes differ, in byte order.
  func differences(from other: Tree) -> [String] {
    Set(files.keys).union(other.files.keys).filter { files[$0] != other.files[$0] }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
