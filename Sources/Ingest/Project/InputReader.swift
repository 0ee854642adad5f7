import Audit
import Foundation

/// Reads the files of a project as bytes and text, and hashes them.
struct InputReader: Sendable {
  /// Empty where files are named as the system finds them.
  let root: String
  /// Where files lie that are called otherwise.
  var paths: [String: String] = [:]

  func path(of file: String) -> String { paths[file] ?? (root.isEmpty ? file : "\(root)/\(file)") }

  func bytes(of file: String) -> Result<[UInt8], DiagnosedError> {
    guard let data = FileManager.default.contents(atPath: path(of: file)) else {
      let isThere = FileManager.default.fileExists(atPath: path(of: file))
      return .failure(DiagnosedError(isThere ? .projectUnreadable(file) : .projectNoFile(file)))
    }
    return .success(Array(data))
  }

  func text(of file: String) -> Result<SourceText, DiagnosedError> {
    bytes(of: file).flatMap { TextDecoding.text(of: $0, file: file) }
  }

  /// SHA-256 of a file, read piece by piece, since surveys can be larger than memory; nil when it cannot be read.
  func input(_ file: String) -> InputFile? {
    guard let handle = FileHandle(forReadingAtPath: path(of: file)) else { return nil }
    defer { try? handle.close() }
    var hash = SHA256()
    while let piece = try? handle.read(upToCount: 1 << 20), !piece.isEmpty { hash.update(Array(piece)) }
    return InputFile(path: file, sha256: hash.hexDigest())
  }
}
