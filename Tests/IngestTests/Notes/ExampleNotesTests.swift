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
    let readings = try sources(in: "content/notes").map { reader.read($0, slug: "a") }
    #expect(readings.flatMap { lines($0.diagnostics) } == [])
    let notes = readings.compactMap(\.note)
    #expect(notes.count == 12)
    #expect(notes.allSatisfy { $0.touchpoint != nil && $0.date != nil })
    #expect(notes.map(\.observations.count).reduce(0, +) == 26)
    #expect(notes.map(\.checks.count).reduce(0, +) == 46)
    #expect(notes.map(\.marks.count).reduce(0, +) == 33)
    #expect(notes.map(\.quotes.count).reduce(0, +) == 3)
    #expect(notes.map(\.scores.count).reduce(0, +) == 5)
    #expect(notes.map(\.actions.count).reduce(0, +) == 3)
  }

  @Test func theExamplesPlansAreReadWithoutAWord() throws {
    let readings = try sources(in: "content/corrections").map { CorrectionReader.read($0, slug: "a") }
    #expect(readings.flatMap { lines($0.diagnostics) } == [])
    #expect(readings.compactMap { $0.correction?.status } == [.accepted, .inProgress, .inProgress, .done, .planned])
    #expect(readings.compactMap { $0.correction?.steps.count } == [2, 6, 6, 4, 6])
    #expect(readings.compactMap { $0.correction?.steps.count(where: \.done) } == [1, 3, 2, 4, 0])
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
