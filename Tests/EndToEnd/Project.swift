import Foundation
import TestSupport
import Testing

/// Projects that tests work on, each in a folder of its own.
enum Project {
  /// What `cxaudit init` makes.
  static func initial() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let run = try Command.run(["init"], in: folder)
    try #require(run.status == 0, "\(run.errors)")
    return folder
  }

  /// A copy of a folder under `Tests/Fixtures`.
  static func fixture(_ name: String) throws -> TemporaryFolder {
    try copy(of: ["."], in: Repository.url("Tests/Fixtures/\(name)"))
  }

  /// A copy of the example, without its site.
  static func example() throws -> TemporaryFolder {
    try copy(of: ["cxaudit.yml", "content"], in: Repository.root)
  }

  private static func copy(of names: [String], in folder: URL) throws -> TemporaryFolder {
    let copy = try TemporaryFolder()
    for name in names {
      let found =
        name == "." ? try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)) : [name]
      for name in found {
        try FileManager.default.copyItem(at: folder.appending(path: name), to: copy.url.appending(path: name))
      }
    }
    return copy
  }
}
