import CMinizip

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An open ZIP file, read part by part.
@safe struct ZipArchive: ~Copyable {
  private let file: unzFile

  /// - Throws: ``WorkbookError/unreadable(_:)``, ``WorkbookError/otherFormat(_:)``.
  init(path: String) throws(WorkbookError) {
    try FileKind.check(path)
    guard let file = unsafe unzOpen64(path) else {
      throw .damaged(part: "the package", reason: "its directory is missing; was the file cut off?")
    }
    unsafe self.file = unsafe file
  }

  deinit {
    unsafe unzClose(file)
  }

  func contains(_ part: String) -> Bool { unsafe unzLocateFile(file, part, 1) == UNZ_OK }

  /// Hands over a part piece by piece.
  ///
  /// - Throws: ``WorkbookError``, also that of `piece`.
  func read(
    _ part: String, limit: Int, piece: (UnsafeBufferPointer<UInt8>) throws(WorkbookError) -> Void
  ) throws(WorkbookError) {
    guard contains(part) else { throw .damaged(part: part, reason: "it is missing") }
    var info = unz_file_info64()
    guard unsafe unzGetCurrentFileInfo64(file, &info, nil, 0, nil, 0, nil, 0) == UNZ_OK else {
      throw .damaged(part: part, reason: "its entry in the directory cannot be read")
    }
    if info.flag & 1 != 0 { throw .encrypted }
    guard info.uncompressed_size <= UInt64(limit) else { throw .tooLarge(part: part, limit: limit) }
    guard unsafe unzOpenCurrentFile(file) == UNZ_OK else {
      throw .damaged(part: part, reason: "it is packed in a way that cannot be read")
    }
    do throws(WorkbookError) {
      try unsafe readOpenPart(part, limit: limit, piece: piece)
    } catch {
      unsafe unzCloseCurrentFile(file)
      throw error
    }
    guard unsafe unzCloseCurrentFile(file) == UNZ_OK else {
      throw .damaged(part: part, reason: "its checksum does not agree")
    }
  }

  /// The directory may lie about the size, so what comes out is counted.
  private func readOpenPart(
    _ part: String, limit: Int, piece: (UnsafeBufferPointer<UInt8>) throws(WorkbookError) -> Void
  ) throws(WorkbookError) {
    let capacity = 1 << 18
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: capacity)
    defer { unsafe buffer.deallocate() }
    var total = 0
    while true {
      let count = Int(unsafe unzReadCurrentFile(file, buffer.baseAddress, UInt32(capacity)))
      guard count >= 0 else { throw .damaged(part: part, reason: "its packed data are damaged") }
      if count == 0 { return }
      total += count
      guard total <= limit else { throw .tooLarge(part: part, limit: limit) }
      try unsafe piece(UnsafeBufferPointer(rebasing: buffer[..<count]))
    }
  }
}

/// What a file is by its first bytes.
enum FileKind {
  private static let zip: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
  /// The container of old workbooks, and of those with a password.
  private static let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  /// False for what is no regular file: a pipe can be read only once.
  static func isWorkbook(_ path: String) -> Bool {
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    let start = bytes(of: descriptor, count: 8)
    return start.starts(with: zip) || start == compound
  }

  /// - Throws: unless the file can be opened and begins as a ZIP file does.
  static func check(_ path: String) throws(WorkbookError) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(unsafe String(cString: strerror(errno))) }
    defer { close(descriptor) }
    let start = bytes(of: descriptor, count: 8)
    if start.isEmpty { throw .otherFormat("an empty file") }
    if start.starts(with: zip) { return }
    guard start == compound else { throw .otherFormat("another kind of file") }
    // A workbook with a password lies in a container of the old format, in a stream of this name.
    let head = bytes(of: descriptor, count: 1 << 20)
    let mark: [UInt8] = "EncryptedPackage".utf8.flatMap { byte -> [UInt8] in [byte, 0] }
    if head.contains(sequence: mark) { throw .encrypted }
    throw .otherFormat("an old workbook (.xls)")
  }

  private static func bytes(of descriptor: Int32, count: Int) -> [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = max(0, unsafe pread(descriptor, buffer.baseAddress, count, 0))
    }
  }
}

extension [UInt8] {
  fileprivate func contains(sequence: [UInt8]) -> Bool {
    guard let first = sequence.first, count >= sequence.count else { return false }
    return (0...count - sequence.count).contains { self[$0] == first && self[$0...].starts(with: sequence) }
  }
}
