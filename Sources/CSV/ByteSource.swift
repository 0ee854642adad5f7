import CZlib

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The bytes of a file, plain or gzip-compressed (told by its first two bytes), or of memory, read front to back from an
/// offset.
@safe struct ByteSource: ~Copyable {
  @safe private enum Handle {
    case plain(Int32)
    case memory([UInt8])
    case gzip(gzFile)
  }

  private let handle: Handle
  /// Next byte to read, in the plain file or in the decompressed stream.
  private(set) var position: Int

  /// Size in bytes; nil for a compressed file.
  let size: Int?

  /// Opens what `origin` names.
  ///
  /// - Throws: ``CSVError/unreadable(_:)``.
  static func open(_ origin: CSVFile.Origin) throws(CSVError) -> ByteSource {
    switch origin {
    case .path(let path): try open(path: path)
    case .bytes(let bytes): ByteSource(handle: .memory(bytes), size: bytes.count)
    }
  }

  private init(handle: Handle, size: Int?) {
    self.handle = handle
    self.size = size
    position = 0
  }

  /// Opens `path` for reading.
  ///
  /// - Throws: ``CSVError/unreadable(_:)``.
  static func open(path: String) throws(CSVError) -> ByteSource {
    let descriptor = openFile(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(systemError()) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
      let text = status.st_mode & S_IFMT == S_IFDIR ? "Is a directory" : systemError()
      close(descriptor)
      throw .unreadable(text)
    }
    // Files are read more than once, from several places at a time.
    guard status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw .unreadable("it is a pipe or a device; hand it in as standard input, under the name -")
    }
    var magic: (UInt8, UInt8) = (0, 0)
    let count = unsafe withUnsafeMutableBytes(of: &magic) { unsafe pread(descriptor, $0.baseAddress, 2, 0) }
    guard count == 2, magic == (0x1f, 0x8b) else {
      return ByteSource(handle: .plain(descriptor), size: Int(status.st_size))
    }
    guard let file = unsafe gzdopen(descriptor, "rb") else {
      close(descriptor)
      throw .unreadable("zlib has no memory")
    }
    unsafe gzbuffer(file, 1 << 17)
    return unsafe ByteSource(handle: .gzip(file), size: nil)
  }

  deinit {
    switch handle {
    case .plain(let descriptor): close(descriptor)
    case .memory: break
    case .gzip(let file): unsafe gzclose(file)
    }
  }

  /// Moves forward to `offset`, in a compressed file by reading up to it.
  mutating func seek(to offset: Int) {
    if case .gzip(let file) = handle { unsafe gzseek(file, offset, SEEK_SET) }
    position = offset
  }

  /// Reads up to `count` bytes; 0 at the end.
  ///
  /// - Throws: ``CSVError/unreadable(_:)``, ``CSVError/damagedGzip(_:)``.
  mutating func read(into target: UnsafeMutableRawPointer, count: Int) throws(CSVError) -> Int {
    switch handle {
    case .plain(let descriptor):
      var result = 0
      repeat { result = unsafe pread(descriptor, target, count, off_t(position)) } while result < 0 && errno == EINTR
      guard result >= 0 else { throw .unreadable(ByteSource.systemError()) }
      position += result
      return result
    case .memory(let bytes):
      let result = max(0, min(count, bytes.count - position))
      unsafe bytes.withUnsafeBytes { held in
        guard result > 0, let first = held.baseAddress else { return }
        unsafe target.copyMemory(from: first + position, byteCount: result)
      }
      position += result
      return result
    case .gzip(let file):
      let result = Int(unsafe gzread(file, target, UInt32(count)))
      var code: Int32 = Z_OK
      let message = unsafe gzerror(file, &code)
      guard result >= 0, code == Z_OK || code == Z_STREAM_END else {
        let text = unsafe message.map { unsafe String(cString: $0) } ?? "unexpected end of file"
        // zlib puts the number of the descriptor in front, which differs from run to run.
        throw .damagedGzip(text.hasPrefix("<fd:") ? String(text.drop { $0 != " " }.dropFirst()) : text)
      }
      position += result
      return result
    }
  }

  /// The next bytes, fewer than `count` only at the end.
  ///
  /// - Throws: ``CSVError``.
  mutating func bytes(atMost count: Int) throws(CSVError) -> [UInt8] {
    var problem: CSVError?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      guard let first = buffer.baseAddress else { return }
      do throws(CSVError) {
        while filled < count {
          let read = try unsafe read(into: first + filled, count: count - filled)
          if read == 0 { break }
          filled += read
        }
      } catch {
        problem = error
      }
    }
    if let problem { throw problem }
    return bytes
  }

  private static func systemError() -> String { unsafe String(cString: strerror(errno)) }
}

/// The system's `open`, under a name that ``ByteSource/open(path:)`` does not hide.
private func openFile(_ path: String, _ flags: Int32) -> Int32 { unsafe open(path, flags) }
