#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Standard input, kept in a file without a name, so that it can be read more than once and from several places.
///
/// The file is gone when the value is, or the process, however it ends.
public struct SpooledInput: ~Copyable {
  private let descriptor: Int32

  /// Names the file to whatever opens one, for as long as this value lives.
  public var path: String { "/dev/fd/\(descriptor)" }

  /// Reads a descriptor to its end.
  ///
  /// - Parameters:
  ///   - input: standard input unless told otherwise.
  ///   - folder: where the file lies.
  /// - Throws: ``CSVError/unreadable(_:)``, ``CSVError/notSpooled(folder:reason:)``.
  public init(_ input: Int32 = 0, in folder: String) throws(CSVError) {
    var name = Array("\(folder.hasSuffix("/") ? folder : folder + "/")cxaudit-XXXXXX".utf8CString)
    descriptor = unsafe name.withUnsafeMutableBufferPointer { buffer in
      guard let first = buffer.baseAddress else { return -1 }
      let descriptor = unsafe mkstemp(first)
      if descriptor >= 0 { unsafe unlink(first) }
      return descriptor
    }
    guard descriptor >= 0 else {
      throw .notSpooled(folder: folder, reason: unsafe String(cString: strerror(errno)))
    }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    try copy(input, folder: folder)
  }

  deinit {
    close(descriptor)
  }

  private func copy(_ input: Int32, folder: String) throws(CSVError) {
    var bytes = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = unsafe bytes.withUnsafeMutableBytes { unsafe read(input, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw .unreadable(unsafe String(cString: strerror(errno))) }
      if count == 0 { return }
      var written = 0
      while written < count {
        let step = unsafe bytes.withUnsafeBytes { held in
          unsafe write(descriptor, held.baseAddress.map { unsafe $0 + written }, count - written)
        }
        if step < 0 && errno == EINTR { continue }
        guard step > 0 else {
          throw .notSpooled(folder: folder, reason: unsafe String(cString: strerror(errno)))
        }
        written += step
      }
    }
  }
}
