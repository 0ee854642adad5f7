import Audit
import CSV
import Foundation
import TestSupport
import Testing

@testable import Ingest

@Suite("A file that changes while it is read")
struct ChangedFileTests {
  enum Change: CaseIterable {
    case longer, shorter, rewritten, replaced, removed

    func apply(to path: String) throws {
      let url = URL(fileURLWithPath: path)
      let bytes = try Data(contentsOf: url)
      switch self {
      case .longer: try (bytes + bytes.suffix(40)).write(to: url)
      // Cut inside a quoted comment, so that what is left is wrong in another way too.
      case .shorter: try bytes.prefix(bytes.lastIndex(of: UInt8(ascii: "\"")) ?? 0).write(to: url)
      case .rewritten:
        let later = Date(timeIntervalSince1970: 2_000_000_000)
        try FileManager.default.setAttributes([.modificationDate: later], ofItemAtPath: path)
      case .replaced:
        try FileManager.default.moveItem(atPath: path, toPath: path + ".old")
        try bytes.write(to: url)
      case .removed: try FileManager.default.removeItem(at: url)
      }
    }
  }

  @Test("is refused as a whole, and nothing else is said of it", arguments: Change.allCases, [1, 3])
  func changed(_ change: Change, jobs: Int) async throws {
    let folder = try TemporaryFolder()
    try folder.write(ScanFixture(rows: 300, seed: 5).text, to: "a.csv")
    let file = SurveyFile(path: folder.path("a.csv"), name: "content/surveys/a.csv", codebook: "content/surveys/a.yml")
    let header = try SurveyHeader.read(file).get()
    try change.apply(to: folder.path("a.csv"))
    let scan = SurveyScan(file: file, header: header, plan: ScanFixture.plan, jobs: jobs, smallestStretch: 64)
    let (result, diagnostics) = await scan.run()
    #expect(result == nil)
    #expect(diagnostics.map(\.id) == ["survey/changed"])
  }
}
