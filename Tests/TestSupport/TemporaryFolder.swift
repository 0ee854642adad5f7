package import Foundation

/// A folder for one test, removed with it.
package final class TemporaryFolder: Sendable {
  package let url: URL

  package init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "cxaudit-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  package func path(_ relative: String) -> String {
    url.appending(path: relative).path(percentEncoded: false)
  }

  /// Writes a file and the folders on the way to it.
  package func write(_ text: String, to relative: String) throws { try write(Array(text.utf8), to: relative) }

  package func write(_ bytes: [UInt8], to relative: String) throws {
    let file = url.appending(path: relative)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  package func read(_ relative: String) throws -> String {
    String(decoding: try Data(contentsOf: url.appending(path: relative)), as: UTF8.self)
  }

  package func exists(_ relative: String) -> Bool { FileManager.default.fileExists(atPath: path(relative)) }

  /// Every file and folder below `relative`, hidden ones too, in byte order; folders end with `/`.
  package func names(below relative: String = "") throws -> [String] {
    let folder = path(relative)
    return try FileManager.default.subpathsOfDirectory(atPath: folder).map { name in
      let type = try FileManager.default.attributesOfItem(atPath: folder + "/" + name)[.type] as? FileAttributeType
      return type == .typeDirectory ? name + "/" : name
    }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  package func modified(_ relative: String) throws -> Date? {
    try FileManager.default.attributesOfItem(atPath: path(relative))[.modificationDate] as? Date
  }
}
