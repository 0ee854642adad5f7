import Testing

@testable import Ingest

@Suite struct ContentNamesTests {
  @Test(arguments: [
    (["notes/a.md", "notes/B c.md"], ["a", "b-c"]),
    (["notes/x/visit.md", "notes/y/visit.md"], ["x-visit", "y-visit"]),
    (["notes/x-y.md", "notes/x/y.md", "notes/z/y.md"], ["x-y", "x-y-2", "z-y"]),
    (["notes/visit.md", "notes/Visit!.md"], ["notes-visit", "notes-visit-2"]),
  ])
  func aFileIsNamedAfterItselfAndItsFolder(files: [String], slugs: [String]) {
    #expect(ContentNames.slugs(of: files) == slugs)
  }

  @Test func namesOfPlansKeepTheirPoints() {
    let files = ["p/Gap..Branch.empathy.md", "p/gap.branch.empathy-2.md", "p/방.md", "q/gap.branch.empathy-2.md"]
    let slugs = ContentNames.slugs(of: files, keepsPoints: true)
    #expect(slugs[0] == "gap.branch.empathy" && slugs[1] == "p-gap.branch.empathy-2" && slugs[2].utf8.count == 8)
    #expect(slugs[3] == "q-gap.branch.empathy-2")
  }

  @Test func aNameWithoutALatinLetterGetsEightHexDigits() {
    let slugs = ContentNames.slugs(of: ["notes/방문.md", "notes/전화.md"])
    #expect(Set(slugs).count == 2)
    #expect(slugs.allSatisfy { $0.utf8.count == 8 && $0.allSatisfy(\.isHexDigit) })
  }

  @Test(arguments: [("notes/main-street.md", "Main street"), ("a_b.c.md", "A b.c"), ("x", "X")])
  func aTitleIsMadeFromTheFile(file: String, title: String) {
    #expect(ContentNames.title(ofFile: file) == title)
  }
}
