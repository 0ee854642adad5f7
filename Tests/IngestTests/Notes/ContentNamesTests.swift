import Testing

@testable import Ingest

@Suite struct ContentNamesTests {
  @Test(arguments: [
    (["notes/a.md", "notes/B c.md"], ["a", "b-c"]),
    (["notes/x/visit.md", "notes/y/visit.md"], ["x-visit", "y-visit"]),
    (["notes/x-y.md", "notes/x/y.md", "notes/z/y.md"], ["x-y", "x-y-2", "z-y"]),
    (["notes/visit.md", "notes/Visit!.md"], ["notes-visit", "notes-visit-2"]),
    (["notes/방문.md"], ["9e5f4d0c"]),
  ])
  func aFileIsNamedAfterItselfAndItsFolder(files: [String], slugs: [String]) {
    let found = ContentNames.slugs(of: files)
    if files == ["notes/방문.md"] {
      #expect(found.allSatisfy { $0.count == 8 && $0.allSatisfy(\.isHexDigit) })
    } else {
      #expect(found == slugs)
    }
    #expect(Set(found).count == files.count)
  }

  @Test(arguments: [("notes/main-street.md", "Main street"), ("a_b.c.md", "A b.c"), ("x", "X")])
  func aTitleIsMadeFromTheFile(file: String, title: String) {
    #expect(ContentNames.title(ofFile: file) == title)
  }
}
