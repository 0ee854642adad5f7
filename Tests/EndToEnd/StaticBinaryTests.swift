import Foundation
import TestSupport
import Testing

/// The release binary, where there is one: `make test` builds it first.
@Suite(.enabled(if: ReleaseBinary.isPresent)) struct TheReleaseBinary {
  @Test func needsNoLibraryOfTheSystem() throws {
    let names = try ReleaseBinary.segmentTypes()
    #expect(!names.isEmpty)
    #expect(!names.contains(ReleaseBinary.interpreter))
  }

  @Test func buildsTheExampleWithAnEmptyEnvironment() throws {
    let folder = try Project.example()
    try FileManager.default.copyItem(at: ReleaseBinary.url, to: folder.url.appending(path: "cxaudit"))
    let run = try Command.bash("env -i ./cxaudit build", in: folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(folder.exists("site/index.html"))
  }

  @Test(.enabled(if: ReleaseBinary.canBeLockedUp)) func buildsTheExampleWhereNothingElseIs() throws {
    let folder = try Project.example()
    try FileManager.default.copyItem(at: ReleaseBinary.url, to: folder.url.appending(path: "cxaudit"))
    try FileManager.default.createDirectory(at: folder.url.appending(path: "proc"), withIntermediateDirectories: true)
    let script = "\(ReleaseBinary.unshare) bash -c 'mount -t proc proc proc && chroot . /cxaudit build --project /'"
    let run = try Command.bash(script, in: folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(folder.exists("site/index.html"))
  }
}

/// The single file that `make release` builds on Linux.
enum ReleaseBinary {
  static var url: URL { Command.binary }
  /// `PT_INTERP`: the segment that names the dynamic loader.
  static let interpreter: UInt32 = 3

  /// Runs a command that believes to be the administrator of a machine of its own.
  static let unshare = "unshare --map-root-user --mount --pid --fork"

  /// Whether this machine lets us do that, and see nothing but one folder.
  static var canBeLockedUp: Bool {
    let script = "mkdir proc && \(unshare) bash -c 'mount -t proc proc proc'"
    return (try? Command.bash(script, in: TemporaryFolder()).status) == 0
  }

  /// `make test` names it; the debug binary beside the tests is linked as usual.
  static var isPresent: Bool {
    #if os(Linux)
      !(ProcessInfo.processInfo.environment["CXAUDIT_BINARY"] ?? "").isEmpty
    #else
      false
    #endif
  }

  /// Types of the program headers of a 64-bit little-endian ELF file.
  static func segmentTypes() throws -> [UInt32] {
    let header = try FileHandle(forReadingFrom: url).read(upToCount: 4096) ?? Data()
    func number(_ offset: Int, _ size: Int) -> Int {
      (0..<size).reversed().reduce(0) { $0 << 8 | Int(header[offset + $1]) }
    }
    guard header.starts(with: [0x7f, 0x45, 0x4c, 0x46, 2, 1]) else { return [] }
    let (start, size, count) = (number(32, 8), number(54, 2), number(56, 2))
    return (0..<count).map { UInt32(number(start + $0 * size, 4)) }
  }
}
