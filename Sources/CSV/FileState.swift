#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What tells that a file is still the one that it was: which it is, how long, and when it was last written.
///
/// A file is read in several stretches, each opened on its own. States that differ before and after mean that the stretches
/// may not belong together.
public struct FileState: Hashable, Sendable {
  private var device: UInt64
  private var node: UInt64
  private var size: Int64
  private var seconds: Int64
  private var nanoseconds: Int64

  /// The state of a file now; nil for bytes that are held, and for a file that cannot be asked.
  public init?(of file: CSVFile) {
    guard case .path(let path) = file.origin else { return nil }
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    device = UInt64(truncatingIfNeeded: status.st_dev)
    node = UInt64(truncatingIfNeeded: status.st_ino)
    size = Int64(status.st_size)
    #if canImport(Darwin)
      let written = status.st_mtimespec
    #else
      let written = status.st_mtim
    #endif
    seconds = Int64(written.tv_sec)
    nanoseconds = Int64(written.tv_nsec)
  }
}
