import Audit
import CSV
import Foundation

/// What earlier builds counted, kept in the project's `.cxaudit`, so that an unchanged survey is not counted again.
///
/// An entry is found by what it was made from: the bytes of the answers, how they are read, and the program that reads them;
/// times of files play no part. What is damaged, foreign or older is as good as missing. The folder can be deleted at any
/// time, and where nothing can be written in it there is no cache.
package struct TallyCache: Sendable {
  /// What one scan of a file gave.
  struct Entry: Codable, Hashable, Sendable {
    var result: ScanResult
    var diagnostics: [Diagnostic]
  }

  /// Raised whenever a scan gives something else for the same input.
  private static let format = 3

  private let folder: String
  private let program: String
  private let isReadOnly: Bool

  /// Something may be found in it, or put into it.
  var canHelp: Bool { keepsCounts || FileManager.default.fileExists(atPath: "\(folder)/tallies") }

  var keepsCounts: Bool { !isReadOnly }

  /// `program` tells one build of the program from another, so that none reads what another counted. A cache that is read
  /// only changes nothing on disk.
  package init(project root: String, program: String, isReadOnly: Bool = false) {
    folder = "\(root)/.cxaudit"
    self.program = program
    self.isReadOnly = isReadOnly
  }

  /// The name of the entry for a scan of answers with this SHA-256; nil where that cannot be told.
  func key(content: String, of scan: SurveyScan) -> String? {
    struct Source: Codable {
      var format: Int
      var program: String
      var content: String
      var name: String
      var codebook: String
      /// Encoding, dialect, start and limits, as they print.
      var reading: [String]
      var dataOffset: Int
      var linesBefore: Int
      var plan: SurveyPlan
    }
    let file = scan.file.source
    let source = Source(
      format: Self.format, program: program, content: content, name: scan.file.name, codebook: scan.file.codebook,
      reading: ["\(file.encoding)", "\(file.dialect)", "\(file.start)", "\(file.limits)"],
      dataOffset: scan.header.dataOffset, linesBefore: scan.header.linesBefore, plan: scan.plan)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return (try? encoder.encode(source)).map { SHA256.hexDigest(of: Array($0)) }
  }

  /// The entry of this name; nil where there is none that can be trusted.
  func entry(_ key: String) -> Entry? {
    guard let bytes = FileManager.default.contents(atPath: path(key)), bytes.count > Self.digestLength else {
      return nil
    }
    let body = bytes.dropFirst(Self.digestLength)
    guard bytes.prefix(Self.digestLength).elementsEqual(SHA256.hexDigest(of: Array(body)).utf8) else { return nil }
    return try? JSONDecoder().decode(Entry.self, from: body)
  }

  /// Keeps an entry; whoever reads it meanwhile sees all of it or nothing. What cannot be written is left.
  func keep(_ entry: Entry, as key: String) {
    guard !isReadOnly, let body = try? JSONEncoder().encode(entry), makeFolder() else { return }
    let bytes = Data(SHA256.hexDigest(of: Array(body)).utf8) + body
    try? bytes.write(to: URL(fileURLWithPath: path(key)), options: .atomic)
  }

  /// Removes the entries that a build had no use for.
  func removeAll(but keys: Set<String>) {
    guard !isReadOnly else { return }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/tallies")) ?? []
    for name in names where Self.isEntry(name) && !keys.contains(String(name.dropLast(Self.ending.count))) {
      try? FileManager.default.removeItem(atPath: "\(folder)/tallies/\(name)")
    }
  }

  private static let ending = ".json"
  /// Hexadecimal digits of a SHA-256.
  private static let digestLength = 64

  private func path(_ key: String) -> String { "\(folder)/tallies/\(key)\(Self.ending)" }

  private static func isEntry(_ name: String) -> Bool {
    name.hasSuffix(ending) && name.utf8.count == digestLength + ending.utf8.count
      && name.utf8.dropLast(ending.utf8.count).allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  /// The folder, which tells git to leave it out; false where it cannot be made.
  private func makeFolder() -> Bool {
    let files = FileManager.default
    do {
      try files.createDirectory(atPath: "\(folder)/tallies", withIntermediateDirectories: true)
    } catch {
      return false
    }
    let ignore = "\(folder)/.gitignore"
    if !files.fileExists(atPath: ignore) { try? Data("*\n".utf8).write(to: URL(fileURLWithPath: ignore)) }
    return true
  }
}
