import Audit
import Foundation
import Testing

@testable import Ingest

struct TallyCacheTests {
  private static let codebook = """
    scale: {min: 1, max: 7}
    items: [{expectation: E1, perception: P1, dimension: empathy}]
    segments: [{id: tier, column: tier}]
    """
  private static let survey = "E1,P1,tier\n7,5,basic\n6,9,plus\n6,x,basic\n7,7,plus\n"

  private static func project() throws -> TemporaryProject {
    try TemporaryProject(["content/surveys/a.csv": survey, "content/surveys/a.yml": codebook])
  }

  private static func read(
    _ project: TemporaryProject, program: String? = "1", isReadOnly: Bool = false
  ) async throws -> (project: Project, diagnostics: [Diagnostic]) {
    let cache = program.map { TallyCache(project: project.root, program: $0, isReadOnly: isReadOnly) }
    let (read, log) = await ProjectReader(root: project.root, jobs: 2, cache: cache).read()
    return (try #require(read), log.entries)
  }

  private static func entries(_ project: TemporaryProject) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: "\(project.root)/.cxaudit/tallies")
    return (names ?? []).sorted()
  }

  /// Valid answers of the first column.
  private static func valid(_ project: Project) -> Int? {
    project.surveys.first?.waves.first?.tally.columns.first?.valid
  }

  /// Rewrites the entry, with a checksum that fits, so that a build which uses it can be told.
  private static func mark(_ project: TemporaryProject) throws {
    let name = try #require(entries(project).first)
    let path = ".cxaudit/tallies/\(name)"
    let bytes = try #require(FileManager.default.contents(atPath: "\(project.root)/\(path)"))
    let body = String(decoding: bytes.dropFirst(64), as: UTF8.self).replacing("\"valid\":4", with: "\"valid\":4000")
    try project.write(path, Array((SHA256.hexDigest(of: Array(body.utf8)) + body).utf8))
  }

  @Test("a build with the cache, without it, and from it give the same")
  func same() async throws {
    let project = try Self.project()
    let without = try await Self.read(project, program: nil)
    #expect(Self.entries(project).isEmpty)
    let first = try await Self.read(project)
    let second = try await Self.read(project)
    #expect(without.diagnostics.count == 2 && Self.valid(without.project) == 4)
    for read in [first, second] {
      #expect(read.diagnostics == without.diagnostics)
      #expect(read.project.inputs == without.project.inputs)
      #expect(read.project.surveys.map(\.waves[0].tally) == without.project.surveys.map(\.waves[0].tally))
      #expect(read.project.surveys.map(\.waves[0].definition) == without.project.surveys.map(\.waves[0].definition))
    }
    #expect(Self.entries(project).count == 1)
    try Self.mark(project)
    #expect(Self.valid(try await Self.read(project).project) == 4000, "the entry is what is read")
  }

  @Test("a cell that changed counts though size and time of the file did not")
  func changedCell() async throws {
    let project = try Self.project()
    _ = try await Self.read(project)
    let path = "\(project.root)/content/surveys/a.csv"
    let time = try #require(try FileManager.default.attributesOfItem(atPath: path)[.modificationDate])
    try project.write("content/surveys/a.csv", Array(Self.survey.replacing("7,5,basic", with: "x,5,basic").utf8))
    try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: path)
    #expect(Self.valid(try await Self.read(project).project) == 3)
    #expect(Self.entries(project).count == 1, "what nobody has a use for is gone")
  }

  @Test(
    "a changed codebook, another file name and another program are counted anew",
    arguments: ["codebook", "name", "program"])
  func changedElsewhere(_ what: String) async throws {
    let project = try Self.project()
    _ = try await Self.read(project)
    try Self.mark(project)
    switch what {
    case "codebook": try project.write("content/surveys/a.yml", Array((Self.codebook + "\nmissing: [99]").utf8))
    case "name":
      for ending in ["csv", "yml"] {
        let path = "\(project.root)/content/surveys/"
        try FileManager.default.moveItem(atPath: "\(path)a.\(ending)", toPath: "\(path)b.\(ending)")
      }
    case _: break
    }
    let read = try await Self.read(project, program: what == "program" ? "2" : "1")
    #expect(Self.valid(read.project) == 4)
    if what == "name" { #expect(read.diagnostics.allSatisfy { $0.location?.file == "content/surveys/b.csv" }) }
  }

  @Test("what the configuration changes elsewhere needs no new count")
  func otherChanges() async throws {
    let project = try Self.project()
    _ = try await Self.read(project)
    try Self.mark(project)
    try project.write("cxaudit.yml", Array("title: Another".utf8))
    #expect(Self.valid(try await Self.read(project).project) == 4000)
  }

  @Test(
    "an entry that is damaged, cut off, empty or nonsense is ignored and written anew",
    arguments: ["flipped", "cut", "empty", "nonsense"])
  func damaged(_ how: String) async throws {
    let project = try Self.project()
    _ = try await Self.read(project)
    let name = try #require(Self.entries(project).first)
    let path = ".cxaudit/tallies/\(name)"
    let whole = Array(try #require(FileManager.default.contents(atPath: "\(project.root)/\(path)")))
    var bytes = whole
    switch how {
    case "flipped": bytes[bytes.count / 2] ^= 1
    case "cut": bytes.removeLast(bytes.count / 3)
    case "empty": bytes = []
    case _: bytes = Array((SHA256.hexDigest(of: Array("{}".utf8)) + "{}").utf8)
    }
    try project.write(path, bytes)
    #expect(Self.valid(try await Self.read(project).project) == 4)
    #expect(FileManager.default.contents(atPath: "\(project.root)/\(path)").map { $0.count } == whole.count)
    try Self.mark(project)
    #expect(Self.valid(try await Self.read(project).project) == 4000)
  }

  @Test("where nothing can be written there is no cache, and a cache that is read only writes nothing")
  func unwritable() async throws {
    let project = try Self.project()
    _ = try await Self.read(project, isReadOnly: true)
    #expect(!FileManager.default.fileExists(atPath: "\(project.root)/.cxaudit"))
    try project.write(".cxaudit", Array("a file".utf8))
    let read = try await Self.read(project)
    #expect(Self.valid(read.project) == 4 && read.diagnostics.count == 2)
  }

  @Test("only entries are removed, and git is told to leave the folder out")
  func foreign() async throws {
    let project = try Self.project()
    try project.write(".cxaudit/tallies/notes.txt", Array("mine".utf8))
    try project.write(".cxaudit/tallies/\(String(repeating: "0", count: 64)).json", Array("old".utf8))
    _ = try await Self.read(project)
    #expect(Self.entries(project).count == 2 && Self.entries(project).contains("notes.txt"))
    #expect(FileManager.default.contents(atPath: "\(project.root)/.cxaudit/.gitignore") == Data("*\n".utf8))
  }
}
