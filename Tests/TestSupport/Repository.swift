package import Foundation

/// The files of this repository, as the tests that read it see them.
package enum Repository {
  /// The folder that holds `Package.swift`.
  package static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  package static func url(_ path: String) -> URL { root.appending(path: path) }

  /// A file of ../shared, which lies beside some checkouts; tests that need it are `.enabled(if: …)` it is there.
  package static func shared(_ path: String) -> URL {
    root.deletingLastPathComponent().appending(path: "shared").appending(path: path)
  }

  package static func hasShared(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: shared(path).path(percentEncoded: false))
  }

  package static func read(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: url(path)), as: UTF8.self)
  }

  /// Swift files below a folder, as paths from the root, in byte order.
  package static func swiftFiles(below folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: url(folder).path(percentEncoded: false))
      .filter { $0.hasSuffix(".swift") }
      .map { "\(folder)/\($0)" }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Folders in a folder, in byte order.
  package static func folders(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(at: url(folder), includingPropertiesForKeys: [.isDirectoryKey])
      .filter { try $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true }
      .map(\.lastPathComponent)
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
