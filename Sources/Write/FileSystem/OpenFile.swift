#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// An open file or folder; closed when it goes out of scope.
struct OpenFile: ~Copyable {
  private let path: FilePath
  private let descriptor: Int32

  /// Opens what is there for reading.
  init(reading path: FilePath) throws(FileFailure) {
    self.path = path
    descriptor = try unsafe FileSystem.call(path) { unsafe open($0, O_RDONLY | O_CLOEXEC) }
  }

  /// Creates a file; something that is there already is a failure.
  init(creating path: FilePath) throws(FileFailure) {
    self.path = path
    descriptor = try unsafe FileSystem.call(path) { unsafe open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) }
  }

  deinit { close(descriptor) }

  /// All bytes from here to the end.
  func readAll() throws(FileFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { unsafe systemRead(descriptor, $0.baseAddress, $0.count) }
      if count == 0 { return bytes }
      if count > 0 {
        bytes.append(contentsOf: buffer[..<count])
      } else if errno != EINTR {
        throw FileFailure(path: path, code: errno)
      }
    }
  }

  func write(_ bytes: [UInt8]) throws(FileFailure) {
    var start = 0
    while start < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { all in
        let rest = unsafe UnsafeRawBufferPointer(rebasing: all[start...])
        return unsafe systemWrite(descriptor, rest.baseAddress, rest.count)
      }
      if count >= 0 {
        start += count
      } else if errno != EINTR {
        throw FileFailure(path: path, code: errno)
      }
    }
  }

  /// Waits until all that was written is on the disk; a file system that cannot say so is trusted.
  func flush() throws(FileFailure) {
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw FileFailure(path: path, code: errno) }
  }

  /// Waits for the only right to change what is here; a file system without locks grants it to everyone.
  func lock() {
    while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
  }
}

private func systemRead(_ file: Int32, _ start: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  unsafe read(file, start, count)
}

private func systemWrite(_ file: Int32, _ start: UnsafeRawPointer?, _ count: Int) -> Int {
  unsafe write(file, start, count)
}
