internal import CRename

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The system calls that writing a site needs, each with its failure as a value.
enum FileSystem {
  /// Calls with the path as the system takes it; a negative result is a failure.
  @discardableResult
  static func call(_ path: FilePath, _ body: (UnsafePointer<CChar>) -> Int32) throws(FileFailure) -> Int32 {
    let text = path.bytes.map(CChar.init(bitPattern:)) + [0]
    let result = unsafe text.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return Int32(-1) }
      return unsafe body(start)
    }
    guard result >= 0 else { throw FileFailure(path: path, code: errno) }
    return result
  }

  /// Calls with two paths; a failure speaks of the second.
  private static func call(
    _ first: FilePath, _ second: FilePath, _ body: (UnsafePointer<CChar>, UnsafePointer<CChar>) -> Int32
  ) throws(FileFailure) {
    do {
      try unsafe call(first) { source in
        do {
          return try unsafe call(second) { unsafe body(source, $0) }
        } catch {
          return -1
        }
      }
    } catch {
      throw FileFailure(path: second, code: error.code)
    }
  }

  // MARK: - Names

  static func createFolder(_ path: FilePath) throws(FileFailure) {
    try unsafe call(path) { unsafe mkdir($0, 0o777) }
  }

  /// Creates what is missing on the way to `path`, and `path` itself.
  static func createFolders(_ path: FilePath) throws(FileFailure) {
    guard !path.bytes.isEmpty, try FileStatus(of: path) == nil else { return }
    try createFolders(path.parent)
    try createFolder(path)
  }

  static func rename(_ old: FilePath, to new: FilePath) throws(FileFailure) {
    try unsafe call(old, new) { unsafe Self.systemRename($0, $1) }
  }

  /// Puts each in the other's place, in one step.
  static func exchange(_ first: FilePath, _ second: FilePath) throws(FileFailure) {
    try unsafe call(first, second) { unsafe cxaudit_exchange($0, $1) }
  }

  /// Gives a file, or a symbolic link itself, a second name.
  static func link(_ old: FilePath, to new: FilePath) throws(FileFailure) {
    try unsafe call(old, new) { unsafe linkat(AT_FDCWD, $0, AT_FDCWD, $1, 0) }
  }

  static func removeFile(_ path: FilePath) throws(FileFailure) {
    try unsafe call(path) { unsafe unlink($0) }
  }

  /// Removes an empty folder.
  static func removeFolder(_ path: FilePath) throws(FileFailure) {
    try unsafe call(path) { unsafe rmdir($0) }
  }

  static func setMode(_ mode: mode_t, of path: FilePath) throws(FileFailure) {
    try unsafe call(path) { unsafe chmod($0, mode) }
  }

  private static func systemRename(_ old: UnsafePointer<CChar>, _ new: UnsafePointer<CChar>) -> Int32 {
    unsafe renameat(AT_FDCWD, old, AT_FDCWD, new)
  }

  /// Names in a folder, in byte order.
  static func names(in folder: FilePath) throws(FileFailure) -> [FilePath] {
    let text = folder.bytes.map(CChar.init(bitPattern:)) + [0]
    guard let stream = unsafe opendir(text) else { throw FileFailure(path: folder, code: errno) }
    defer { unsafe closedir(stream) }
    var names: [FilePath] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe FilePath(bytes: Array(bytes.prefix { $0 != 0 }))
      }
      if name != FilePath("."), name != FilePath("..") { names.append(name) }
    }
    return names.sorted()
  }

  /// The path with every symbolic link followed, or nil when nothing is there.
  static func realPath(_ path: FilePath) -> FilePath? {
    let text = path.bytes.map(CChar.init(bitPattern:)) + [0]
    guard let resolved = unsafe realpath(text, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe FilePath(bytes: Array(UnsafeRawBufferPointer(start: resolved, count: strlen(resolved))))
  }
}
