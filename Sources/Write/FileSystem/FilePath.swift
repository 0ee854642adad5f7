/// A path as the system takes it: any bytes but NUL, `/` between names.
///
/// File names need not be UTF-8, and a file that is not ours has to be found again under its very name.
struct FilePath: Hashable, Sendable {
  let bytes: [UInt8]

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// For messages; bytes that are not UTF-8 are replaced.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  func appending(_ relative: FilePath) -> FilePath {
    if bytes.isEmpty { return relative }
    if relative.bytes.isEmpty { return self }
    let separator = bytes.last == FilePath.slash ? [] : [FilePath.slash]
    return FilePath(bytes: bytes + separator + relative.bytes)
  }

  func appending(_ relative: String) -> FilePath { appending(FilePath(relative)) }

  var withoutFinalSlash: FilePath {
    var kept = bytes
    while kept.count > 1, kept.last == FilePath.slash { kept.removeLast() }
    return FilePath(bytes: kept)
  }

  /// All but the last name; empty for a single name.
  var parent: FilePath {
    guard let cut = bytes.lastIndex(of: FilePath.slash) else { return FilePath(bytes: []) }
    return FilePath(bytes: cut == 0 ? [FilePath.slash] : Array(bytes[..<cut]))
  }

  /// The last name.
  var name: FilePath {
    guard let cut = bytes.lastIndex(of: FilePath.slash) else { return self }
    return FilePath(bytes: Array(bytes[(cut + 1)...]))
  }

  var names: [FilePath] { bytes.split(separator: FilePath.slash).map { FilePath(bytes: Array($0)) } }

  /// The folders that hold a relative path, outermost first.
  var ancestors: [FilePath] {
    var folder = parent
    var folders: [FilePath] = []
    while !folder.bytes.isEmpty {
      folders.append(folder)
      folder = folder.parent
    }
    return folders.reversed()
  }

  /// Whether this is `folder` or lies in it; both in their real, absolute form.
  func isInside(_ folder: FilePath) -> Bool { names.starts(with: folder.names) }

  private static let slash = UInt8(ascii: "/")
}

extension FilePath: Comparable {
  /// By bytes.
  static func < (left: FilePath, right: FilePath) -> Bool { left.bytes.lexicographicallyPrecedes(right.bytes) }
}
