import Audit
import Foundation
import TestSupport
import Testing

@testable import Ingest

@Suite struct PhotosReaderTests {
  private static func project(_ note: String) throws -> TemporaryProject {
    let project = try TemporaryProject([
      "content/notes/branch/visit.md": note, "content/notes/branch/text.jpg": "GIF89a",
    ])
    try project.write("content/notes/branch/Große Tür.JPG", PictureFixture.burdenedJPEG(orientation: 6))
    try project.write("content/pictures/a.jpg", PictureFixture.burdenedPNG(orientation: 1))
    try project.write("content/notes/branch/cut.jpg", Array(PictureFixture.jpeg.dropLast(9)))
    try project.write("content/notes/branch/.hidden.jpg", PictureFixture.jpeg)
    return project
  }

  @Test func readsPhotosWithCaptionAndPeople() async throws {
    let project = try Self.project(
      """
      ---
      people: none
      ---
      ![The door](Gro%C3%9Fe%20T%C3%BCr.JPG)

      > [!DEFICIENCY] Nobody greets
      > severity: major
      >
      > ![A queue](../../pictures/a.jpg "People:  Masked")

      > [!NOTE]
      > ![The door](/content/notes/branch/Große%20Tür.JPG "A door")
      """)
    let (read, diagnostics) = await project.read()
    #expect(lines(diagnostics) == [])
    let result = try #require(read)
    let door = "content/notes/branch/Große Tür.JPG"
    let queue = "content/pictures/a.jpg"
    #expect(
      result.notes.first?.photos == [
        NotePhoto(path: door, caption: "The door", people: .nobody, line: 4),
        NotePhoto(path: queue, caption: "A queue", people: .masked, line: 9, alert: 6),
        NotePhoto(path: door, caption: "The door", people: .nobody, line: 12),
      ])
    #expect(result.photos.map(\.path) == [door, queue])
    #expect(result.photos.map(\.width) == [4, 6])
    #expect(result.photos.map { $0.address.drop { $0 != "-" } } == ["-grosse-tur.jpg", "-a.png"])
    #expect(result.photos.allSatisfy { !PictureFixture.contains(PictureFixture.secret, in: $0.bytes) })
    #expect(result.inputs.map(\.path).contains(door))
  }

  @Test(arguments: [
    ("![A](a.jpg \"people: none\")", "photo/no-file"), ("![A](cut.jpg)", "photo/people"),
    ("![](cut.jpg \"people: none\")", "photo/caption"), ("![A](text.jpg \"people: none\")", "photo/format"),
    ("![A](cut.jpg \"people: none\")", "photo/damaged"), ("![A](cut.jpg \"people: many\")", "note/not-one-of"),
    ("![A](.hidden.jpg \"people: none\")", "photo/outside"),
    ("![A](../../../../a.jpg \"people: none\")", "photo/outside"),
    ("![A](out/a.jpg \"people: none\")", "photo/outside"), ("![A](a%00.jpg \"people: none\")", "photo/outside"),
    ("![A](cut.jpg \"people: none\") ![B](cut.jpg \"people: masked\")", "photo/two-answers"),
  ])
  func sayWhyAPhotoIsNotPublished(_ case: (text: String, id: String)) async throws {
    let project = try Self.project("Seen\n\n" + `case`.text)
    let elsewhere = try TemporaryFolder()
    try elsewhere.write(PictureFixture.jpeg, to: "a.jpg")
    try project.link("content/notes/branch/out", to: elsewhere.url.path)
    let (read, diagnostics) = await project.read()
    let own = diagnostics.filter { $0.location?.file.hasSuffix("visit.md") == true }
    #expect(own.first?.id == `case`.id)
    #expect(own.first?.location?.line == 3)
    #expect(own.first?.hint?.isEmpty == false)
    #expect(read?.photos.isEmpty != false)
    #expect(read?.notes.allSatisfy { $0.photos.isEmpty } != false)
  }

  @Test func aLinkInsideTheProjectIsFollowedAndADraftReadsNothing() async throws {
    let project = try Self.project("---\npeople: none\n---\n![A](link.jpg)")
    try project.link("content/notes/branch/link.jpg", to: "../../pictures/a.jpg")
    #expect(await project.read().project?.photos.map(\.path) == ["content/notes/branch/link.jpg"])
    let draft = try Self.project("---\ndraft: true\n---\n![A](cut.jpg \"people: none\")")
    let (read, diagnostics) = await draft.read()
    #expect(lines(diagnostics.filter { $0.id.hasPrefix("photo") }) == [])
    #expect(read?.photos.isEmpty != false)
  }

  @Test(arguments: [(UInt8(1), 2000, 1504), (6, 1504, 2000)])
  func aLargeJPEGIsMadeSmaller(_ case: (orientation: UInt8, width: Int, height: Int)) async throws {
    let project = try Self.project("---\npeople: none\n---\n![A](large.jpg)")
    try project.write(
      "content/notes/branch/large.jpg",
      PictureFixture.largeJPEG(width: 4000, height: 3008, orientation: `case`.orientation))
    let (read, diagnostics) = await project.read()
    #expect(lines(diagnostics.filter { $0.id.hasPrefix("photo") }) == [])
    let photo = try #require(read?.photos.first)
    #expect((photo.width, photo.height) == (`case`.width, `case`.height))
  }

  @Test func aLargePhotoIsPublishedWithAWarningAndAHugeOneRefused() async throws {
    let project = try Self.project("---\npeople: none\n---\n![A](wide.png) ![B](huge.jpg)")
    var wide = PictureFixture.png
    wide.replaceSubrange(16..<20, with: [0, 0, 9, 97])
    wide.replaceSubrange(29..<33, with: [0x6A, 0x10, 0xF8, 0x98])
    try project.write("content/notes/branch/wide.png", wide)
    try project.write(
      "content/notes/branch/huge.jpg", PictureFixture.jpeg + Array(repeating: 0, count: PhotosReader.largest))
    let (_, diagnostics) = await project.read()
    #expect(diagnostics.map(\.id).filter { $0.hasPrefix("photo") } == ["photo/limit", "photo/heavy"])
  }
}
