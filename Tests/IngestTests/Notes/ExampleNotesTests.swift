import Audit
import Foundation
import Testing

@testable import Ingest

/// The example project of the repository, and real notes where they lie beside it.
@Suite struct ExampleNotesTests {
  private static let root = URL(filePath: #filePath).appending(path: "../../../..").standardized

  private func sources(in folder: String) throws -> [SourceText] {
    let folder = Self.root.appending(path: folder).standardized
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    return try names.filter { $0.hasSuffix(".md") }.sorted().map { name in
      SourceText(try String(contentsOf: folder.appending(path: name), encoding: .utf8), file: "content/notes/\(name)")
    }
  }

  @Test func theExamplesNotesAreReadWithoutAWord() throws {
    let text = try String(contentsOf: Self.root.appending(path: "cxaudit.yml"), encoding: .utf8)
    let configuration = try #require(ConfigurationReader.read(SourceText(text, file: "cxaudit.yml")).value)
    let reader = NoteReader(terms: NoteTerms(configuration))
    let sources = try sources(in: "content/notes")
    let readings = sources.map { reader.read($0, slug: "a") }
    #expect(readings.flatMap { lines($0.diagnostics) } == [])
    let notes = readings.compactMap(\.note)
    #expect(notes.count == sources.count && notes.count >= 12)
    #expect(notes.allSatisfy { $0.date != nil })
    #expect(notes.filter { $0.touchpoint == nil }.map(\.title) == ["Before the figures"])
    // As a reader of the plain text counts them.
    func count(_ beginnings: String...) -> Int {
      sources.flatMap(\.lines).count { line in beginnings.contains { line.hasPrefix($0) } }
    }
    func total(_ read: (Note) -> Int) -> Int { notes.map(read).reduce(0, +) }
    let rows = total { $0.observations.count { !$0.steps.isEmpty } }
    #expect(rows == 4)
    #expect(total(\.observations.count) == count("> [!DEFICIENCY]", "> [!STRENGTH]") + rows)
    #expect(total(\.checks.count) == count("- [x] S", "- [ ] S") - count("- [ ] See"))
    #expect(total(\.marks.count) == count("- ✅", "- ⚠️", "- ❌"))
    #expect(total(\.quotes.count) == count("> [!QUOTE]"))
    #expect(total(\.scores.count) == 5)
    #expect(total(\.actions.count) == 3)
  }

  @Test func theExamplesPlansAreReadWithoutAWord() throws {
    let readings = try sources(in: "content/corrections").map { CorrectionReader.read($0, slug: "a") }
    #expect(readings.flatMap { lines($0.diagnostics) } == [])
    #expect(
      readings.compactMap { $0.correction?.status } == [
        .accepted, .done, .inProgress, .inProgress, .inProgress, .done, .planned, .done, .done, .done,
      ])
    #expect(readings.compactMap { $0.correction?.steps.count } == [2, 3, 4, 6, 6, 4, 6, 3, 3, 3])
    #expect(readings.compactMap { $0.correction?.steps.count(where: \.done) } == [1, 3, 2, 3, 2, 4, 0, 3, 3, 3])
  }

  @Test func realNotesAreReadWithoutAnError() throws {
    let sources = try sources(in: "../shared/data/notes/18f-foia")
    if sources.isEmpty { print("skipped: no notes beside the project under ../shared/data/notes/18f-foia") }
    for source in sources {
      let reading = NoteReader(terms: NoteTerms(Configuration())).read(source, slug: "a")
      #expect(lines(reading.diagnostics) == [])
      #expect(reading.note?.body.text == source.text)
    }
  }
}
