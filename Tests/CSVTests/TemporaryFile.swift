import Foundation

/// A file that is gone when the test is over.
final class TemporaryFile: Sendable {
  let path: String

  init(bytes: [UInt8]) throws {
    path = NSTemporaryDirectory() + "/cxaudit-\(UUID().uuidString)"
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  convenience init(_ text: String) throws {
    try self.init(bytes: Array(text.utf8))
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }
}
