#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reading and writing whole files.
extension FileSystem {
  static func read(_ path: FilePath) throws(FileFailure) -> [UInt8] {
    try OpenFile(reading: path).readAll()
  }

  /// Writes a new file and waits until it is on the disk. Something that is there already is a failure.
  static func create(_ path: FilePath, _ bytes: [UInt8]) throws(FileFailure) {
    let file = try OpenFile(creating: path)
    try file.write(bytes)
    try file.flush()
  }

  /// Copies a file or a symbolic link with its permissions and times.
  static func copy(_ old: FilePath, to new: FilePath, status: FileStatus) throws(FileFailure) {
    switch status.kind {
    case .file:
      try create(new, read(old))
      try setMode(status.mode, of: new)
    case .link:
      let target = try target(ofLink: old) + [0]
      try unsafe call(new) { unsafe symlink(target, $0) }
    case .folder, .other:
      throw FileFailure(path: old, code: ENOTSUP)
    }
    let times = [status.accessed, status.modified]
    try unsafe call(new) { unsafe utimensat(AT_FDCWD, $0, times, AT_SYMLINK_NOFOLLOW) }
  }

  private static func target(ofLink path: FilePath) throws(FileFailure) -> [CChar] {
    var target = [CChar](repeating: 0, count: 4096)
    let count = try unsafe call(path) { name in
      unsafe Int32(readlink(name, &target, 4095))
    }
    return Array(target[..<Int(count)])
  }
}
