import Foundation
import TestSupport
import Testing

@Suite struct Photos {
  private static func project() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(PictureFixture.burdenedJPEG(orientation: 6), to: "content/notes/door.jpg")
    try folder.write(PictureFixture.burdenedPNG(orientation: 3), to: "content/notes/queue.png")
    try folder.write(PictureFixture.burdenedWebP(orientation: 1), to: "content/notes/sign.webp")
    try folder.write(
      """
      ---
      title: Visit
      touchpoint: branch
      people: none
      ---
      ![The door is shut](door.jpg)

      > [!DEFICIENCY] Nobody greets a waiting customer
      > severity: major
      > We stood at the door.
      >
      > ![A queue](queue.png "people: masked")

      > [!DEFICIENCY] The sign is wrong
      > See ![a sign](sign.webp) above.
      """, to: "content/notes/visit.md")
    return folder
  }

  private static let greeting = "site/deficiencies/note.visit.nobody-greets-a-waiting-customer.html"

  @Test func standInTheNoteAndOnTheSheetsAndNothingOfTheirMetadataIsPublished() throws {
    let folder = try Self.project()
    let run = try Command.run(["build", "--strict", "--as-of", "2026-11-01"], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    let note = try folder.read("site/notes/visit.html")
    #expect(note.contains("-door.jpg\" width=\"4\" height=\"6\" alt=\"The door is shut\" loading=\"lazy\">"))
    #expect(note.contains("<figcaption>A queue <span class=\"photo-people\">Faces are masked.</span></figcaption>"))
    #expect(note.contains("See <span class=\"photo\"><img src=\"../photos/"))
    let sheet = try folder.read(Self.greeting)
    #expect(sheet.components(separatedBy: "-queue.png").count == 2)
    #expect(sheet.components(separatedBy: "-door.jpg").count == 2)
    #expect(!sheet.contains("-sign.webp"))
    #expect(sheet.contains("<figcaption>The door is shut <a href=\"../notes/visit.html\">Visit</a></figcaption>"))
    let print = try folder.read("site/print.html")
    #expect(
      print.contains("src=\"photos/") && print.contains("loading=\"eager\"") && !print.contains("loading=\"lazy\""))
    let files = try folder.names(below: "site").filter { !$0.hasSuffix("/") }
    #expect(files.filter { $0.hasPrefix("photos/") }.count == 3)
    for file in files {
      let bytes = Array(try Data(contentsOf: folder.url.appending(path: "site/\(file)")))
      #expect(!PictureFixture.contains(PictureFixture.secret, in: bytes), "\(file)")
      #expect(!PictureFixture.contains("47.3769", in: bytes), "\(file)")
    }
    let manifest = try folder.read("site/data/manifest.json")
    #expect(["door.jpg", "queue.png", "sign.webp"].allSatisfy { manifest.contains("content/notes/\($0)\"") })
  }

  @Test func aPhotoOfWhichNothingIsSaidIsNotPublished() throws {
    let folder = try Self.project()
    try folder.write("# Visit\n\n![A door](door.jpg)\n", to: "content/notes/visit.md")
    let run = try Command.run(["build"], in: folder)
    #expect(run.status == 0)
    #expect(run.errors.contains("content/notes/visit.md:3:11: warning: the photo 'door.jpg' is not published"))
    #expect(run.errors.contains("people: none, masked or consented"))
    #expect(!folder.exists("site/photos"))
    #expect(try folder.read("site/notes/visit.html").contains("<span class=\"missing-image\">A door</span>"))
  }

  @Test func aDamagedPhotoStopsTheBuildWithAHint() throws {
    let folder = try Self.project()
    try folder.write(Array(PictureFixture.jpeg.prefix(100)), to: "content/notes/door.jpg")
    let run = try Command.run(["build"], in: folder)
    #expect(run.status == 1)
    #expect(run.errors.contains("content/notes/visit.md:6:21: error: the photo 'door.jpg' cannot be published"))
    #expect(run.errors.contains("save it anew as JPEG"))
  }

  @Test func checkListsThem() throws {
    let run = try Command.run(["check", "-v"], in: Self.project())
    #expect(run.output.contains("content/notes/visit.md: 2 deficiencies, 3 photos\n"))
    #expect(run.output.contains("\n  6: photo: content/notes/door.jpg: The door is shut\n"))
  }
}
