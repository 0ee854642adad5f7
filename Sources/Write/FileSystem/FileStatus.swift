#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the system says about a path, symbolic links not followed.
struct FileStatus: Hashable {
  enum Kind: Hashable {
    case file, folder, link, other
  }

  let kind: Kind
  /// In bytes.
  let size: Int
  /// The permission bits.
  let mode: mode_t
  /// Device and inode: two names with one identity are one file.
  let identity: Identity
  let accessed: timespec
  let modified: timespec

  struct Identity: Hashable {
    let device: dev_t
    let inode: ino_t
  }

  static func == (left: FileStatus, right: FileStatus) -> Bool {
    left.kind == right.kind && left.size == right.size && left.mode == right.mode && left.identity == right.identity
      && left.modified.tv_sec == right.modified.tv_sec && left.modified.tv_nsec == right.modified.tv_nsec
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(identity)
  }

  /// Nil when nothing is there.
  init?(of path: FilePath) throws(FileFailure) {
    var status = stat()
    do {
      try unsafe FileSystem.call(path) { unsafe lstat($0, &status) }
    } catch {
      if error.saysNothingIsThere { return nil }
      throw error
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    case S_IFLNK: kind = .link
    default: kind = .other
    }
    size = Int(status.st_size)
    mode = status.st_mode & 0o7777
    identity = Identity(device: status.st_dev, inode: status.st_ino)
    #if canImport(Darwin)
      accessed = status.st_atimespec
      modified = status.st_mtimespec
    #else
      accessed = status.st_atim
      modified = status.st_mtim
    #endif
  }
}
