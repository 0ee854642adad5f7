import Audit
import Foundation
import TestSupport
import Testing

@testable import Write

private let origin = Origin(
  command: "build", options: [.init("as-of", "2026-03-31")], inputs: [InputFile(path: "content/a.md", sha256: "00")])

private func site(_ files: [String: String]) -> Site {
  Site(files: files.map { SiteFile(path: $0.key, bytes: Array($0.value.utf8)) })
}

/// A project folder with an output in it.
private struct Place {
  let folder: TemporaryFolder
  let output: OutputFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("", to: "content/index.md")
    output = try OutputFolder(folder.path("site"), project: folder.path(""))
  }

  @discardableResult
  func write(_ files: [String: String], by swap: Swap = .exchange) -> WriteResult {
    Write.write(site(files), from: origin, to: output, by: swap)
  }

  /// Names in the site, hidden leftovers beside it too.
  func names() throws -> [String] {
    try folder.names().filter { !$0.hasPrefix("content/") && $0 != "site/" }
      .map { $0.hasPrefix("site/") ? String($0.dropFirst(5)) : "beside: " + $0 }
  }
}

@Suite struct WritingASite {
  @Test func aNewSiteHoldsItsFilesAndTheManifest() throws {
    let place = try Place()
    let result = place.write(["index.html": "<p>", "units/a.html": "a"])
    #expect(result.diagnostics.isEmpty)
    #expect(result.written?.paths == ["data/manifest.json", "index.html", "units/a.html"])
    #expect(try place.names() == ["data/", "data/manifest.json", "index.html", "units/", "units/a.html"])
    #expect(try place.folder.read("site/index.html") == "<p>")
  }

  @Test(arguments: [Swap.exchange, .twoRenames])
  func anotherBuildReplacesTheSite(_ swap: Swap) throws {
    let place = try Place()
    place.write(["index.html": "old", "gone.html": "gone", "gone/too.html": "", "same.html": "same"], by: swap)
    let result = place.write(["index.html": "new", "same.html": "same", "more/a.html": "a"], by: swap)
    #expect(result.written?.written == 3)
    #expect(result.written?.unchanged == 1)
    #expect(result.written?.removed == 2)
    #expect(try place.folder.read("site/index.html") == "new")
    #expect(try place.names() == ["data/", "data/manifest.json", "index.html", "more/", "more/a.html", "same.html"])
  }

  @Test(arguments: [Swap.exchange, .twoRenames])
  func unchangedFilesKeepTheirTimes(_ swap: Swap) throws {
    let place = try Place()
    place.write(["a.html": "a", "b.html": "b"])
    let early = Date(timeIntervalSince1970: 1_000_000)
    for name in ["site/a.html", "site/b.html"] {
      try FileManager.default.setAttributes([.modificationDate: early], ofItemAtPath: place.folder.path(name))
    }
    place.write(["a.html": "a", "b.html": "changed"], by: swap)
    #expect(try place.folder.modified("site/a.html") == early)
    #expect(try place.folder.modified("site/b.html") != early)
  }

  @Test func theSameSiteAgainTouchesNothing() throws {
    let place = try Place()
    place.write(["a.html": "a"])
    let early = Date(timeIntervalSince1970: 1_000_000)
    for name in ["site", "site/data/manifest.json"] {
      try FileManager.default.setAttributes([.modificationDate: early], ofItemAtPath: place.folder.path(name))
    }
    let result = place.write(["a.html": "a"])
    #expect(result.written?.written == 0)
    #expect(try place.folder.modified("site") == early)
    #expect(try place.folder.modified("site/data/manifest.json") == early)
  }

  @Test(arguments: [Swap.exchange, .twoRenames])
  func foreignFilesStayAndAreNamed(_ swap: Swap) throws {
    let place = try Place()
    place.write(["a.html": "a"])
    try place.folder.write("mine", to: "site/CNAME")
    try place.folder.write("mine", to: "site/photos/visit.jpg")
    try FileManager.default.createDirectory(atPath: place.folder.path("site/empty"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: place.folder.path("site/latest"), withDestinationPath: "photos/visit.jpg")
    let result = place.write(["a.html": "b"], by: swap)
    #expect(
      result.diagnostics.map(\.summary) == [
        "\(place.folder.path("site")) holds 3 files that cxaudit did not write, left as they are: "
          + "CNAME, latest, photos/visit.jpg"
      ])
    #expect(
      try place.names() == [
        "CNAME", "a.html", "data/", "data/manifest.json", "empty/", "latest", "photos/", "photos/visit.jpg",
      ])
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: place.folder.path("site/latest")) == "photos/visit.jpg")
  }

  @Test(arguments: [
    ("index.html", "index.html"), ("units/a.html", "units"), ("data/manifest.json", "data/manifest.json"),
  ])
  func aForeignFileInTheWayIsAnErrorThatNamesIt(_ case: (ours: String, foreign: String)) throws {
    let place = try Place()
    try place.folder.write("mine", to: "site/\(`case`.foreign)")
    let result = place.write(["index.html": "x", "units/a.html": "y"])
    #expect(result.written == nil)
    #expect(result.diagnostics.map(\.id) == ["output/foreign-file-in-the-way"])
    #expect(result.diagnostics.first?.summary.contains("/site/\(`case`.foreign)'") == true)
    #expect(try place.folder.read("site/\(`case`.foreign)") == "mine")
  }

  @Test func aForeignFolderWhereAPageBelongsIsAnError() throws {
    let place = try Place()
    try place.folder.write("mine", to: "site/index.html/note.txt")
    let result = place.write(["index.html": "x"])
    #expect(result.diagnostics.first?.summary.contains("/site/index.html'") == true)
    #expect(try place.names() == ["index.html/", "index.html/note.txt"])
  }

  @Test func aLostManifestIsToldOnceForManyFiles() throws {
    let place = try Place()
    let files = Dictionary(uniqueKeysWithValues: (10..<40).map { ("page-\($0).html", "x") })
    place.write(files)
    try place.folder.write("<<<<<<< ours", to: "site/data/manifest.json")
    let result = place.write(files)
    #expect(result.written == nil)
    #expect(result.diagnostics.count == 11)
    #expect(result.diagnostics.last?.summary == "21 more files are in the way of what is to be written")
  }

  @Test func aFileNameThatIsNotTextStays() throws {
    let place = try Place()
    place.write(["a.html": "a"])
    let name = FilePath(bytes: Array(place.folder.path("site/x").utf8) + [0xe9])
    try FileSystem.create(name, [1])
    place.write(["a.html": "b"])
    #expect(try FileSystem.read(name) == [1])
  }

  @Test func theManifestHasStableBytes() throws {
    let place = try Place()
    place.write(["a.html": "abc"])
    let sha256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    #expect(
      try place.folder.read("site/data/manifest.json") == """
        {
          "schema": "cxaudit/manifest/1",
          "version": "\(Version.current)",
          "command": "build",
          "options": {"as-of": "2026-03-31"},
          "inputs": [
            {"path": "content/a.md", "sha256": "00"}
          ],
          "outputs": [
            {"path": "a.html", "sha256": "\(sha256)"}
          ]
        }

        """)
  }

  @Test func missingFoldersOnTheWayAreMade() throws {
    let folder = try TemporaryFolder()
    let output = try OutputFolder(folder.path("a/b/site"), project: folder.path("project"))
    #expect(Write.write(site(["x.html": ""]), from: origin, to: output).written != nil)
    #expect(folder.exists("a/b/site/x.html"))
  }

  @Test func aPathThroughAFileCannotBeWritten() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "file")
    let output = try OutputFolder(folder.path("file/site"), project: folder.path("project"))
    let result = Write.write(site(["x.html": ""]), from: origin, to: output)
    #expect(result.written == nil)
    #expect(result.diagnostics.map(\.severity) == [.error])
  }
}

@Suite struct AfterACrash {
  @Test func leftoversAreRemoved() throws {
    let place = try Place()
    place.write(["a.html": "a"])
    try place.folder.write("half", to: ".site.cxaudit-new/a.html")
    try place.folder.write("old", to: ".site.cxaudit-old/a.html")
    place.write(["a.html": "b"])
    #expect(try place.names() == ["a.html", "data/", "data/manifest.json"])
    #expect(try place.folder.read("site/a.html") == "b")
  }

  @Test func aSiteThatWasMovedAwayComesBack() throws {
    let place = try Place()
    place.write(["a.html": "a"])
    try place.folder.write("mine", to: "site/CNAME")
    try FileManager.default.moveItem(
      atPath: place.folder.path("site"), toPath: place.folder.path(".site.cxaudit-old"))
    try place.folder.write("half", to: ".site.cxaudit-new/a.html")
    place.write(["a.html": "b"])
    #expect(try place.names() == ["CNAME", "a.html", "data/", "data/manifest.json"])
    #expect(try place.folder.read("site/CNAME") == "mine")
  }

  @Test func aFileThatAppearsDuringTheSwapMovesToTheNewSite() throws {
    let place = try Place()
    place.write(["a.html": "a"])
    let old = try OldSite(at: place.output.place)
    try place.folder.write("late", to: "site/late/note.txt")
    try FileManager.default.moveItem(atPath: place.folder.path("site"), toPath: place.folder.path("away"))
    try place.folder.write("b", to: "site/a.html")
    Swap.clear(FilePath(place.folder.path("away")), old, movingStrangersTo: place.output.place)
    #expect(try place.names() == ["a.html", "late/", "late/note.txt"])
    #expect(try place.folder.read("site/a.html") == "b")
  }
}
