#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A system call that failed, on which path and why.
struct FileFailure: Error, Hashable {
  let path: FilePath
  /// `errno`.
  let code: Int32

  /// In plain words, the same on every system and in every language.
  var reason: String {
    switch code {
    case EACCES, EPERM: "no permission"
    case EROFS: "the disk is read-only"
    case ENOSPC: "the disk is full"
    case EDQUOT: "the disk quota is used up"
    case EFBIG: "the file would be too large"
    case ENAMETOOLONG: "the name is too long"
    case ENOTDIR: "a file is where a folder should be"
    case ENOENT: "the folder does not exist"
    case EBUSY, EXDEV: "it is the root of a mounted disk"
    case EIO: "the disk reports an error"
    case EMFILE, ENFILE: "too many files are open"
    default: "system error \(code)"
    }
  }

  /// The folder may not be written at all, as opposed to a write that went wrong.
  var isDenied: Bool { code == EACCES || code == EPERM || code == EROFS }

  /// Two folders cannot be exchanged in one step here.
  var saysExchangeIsMissing: Bool { [EINVAL, ENOSYS, ENOTSUP, EOPNOTSUPP].contains(code) }

  /// A file cannot get a second name here.
  var saysLinkIsMissing: Bool { saysExchangeIsMissing || [EPERM, EMLINK, EXDEV].contains(code) }

  var saysNothingIsThere: Bool { code == ENOENT || code == ENOTDIR }
}
