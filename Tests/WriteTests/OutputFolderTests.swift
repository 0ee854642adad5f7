import Audit
import Foundation
import TestSupport
import Testing

@testable import Write

@Suite struct OutputFolders {
  @Test(arguments: [
    ("project", "is the project folder itself"), ("project/", "is the project folder itself"),
    ("project/../project", "is the project folder itself"), ("project/content", "is content/ or lies inside it"),
    ("project/content/site", "is content/ or lies inside it"),
    ("project/templates/a/b", "is templates/ or lies inside"),
    (".", "holds content/"), ("linked", "is a symbolic link"), ("file", "is a file, not a folder"),
    ("project/site/../content", "is content/ or lies inside it"), ("through/content", "is content/ or lies inside it"),
  ])
  func whatIsReadIsNeverWritten(_ case: (output: String, reason: String)) throws {
    let folder = try fixture()
    let refused = #expect(throws: OutputFolder.Refused.self) {
      try OutputFolder(folder.path(`case`.output), project: folder.path("project"))
    }
    #expect(refused?.diagnostic.summary.contains(`case`.reason) == true)
    #expect(refused?.diagnostic.id == "output/refused")
  }

  @Test(arguments: ["project/site", "elsewhere", "project/contents", "a/b/c", "through/site"])
  func anyOtherFolderIsFine(_ output: String) throws {
    let folder = try fixture()
    let place = try OutputFolder(folder.path(output), project: folder.path("project")).place
    #expect(place.bytes.first == UInt8(ascii: "/"))
  }

  private func fixture() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("", to: "project/content/index.md")
    try folder.write("", to: "file")
    try folder.write("", to: "project/site/index.html")
    try FileManager.default.createSymbolicLink(atPath: folder.path("linked"), withDestinationPath: "project/site")
    try FileManager.default.createSymbolicLink(atPath: folder.path("through"), withDestinationPath: "project")
    return folder
  }
}
