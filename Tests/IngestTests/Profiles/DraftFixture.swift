import Audit
import Foundation
import TestSupport

@testable import Ingest

/// A survey file, profiled, with its draft resolved against its own header and its answers counted.
struct DraftFixture {
  let profile: SurveyProfile?
  let draft: String
  let diagnostics: [Diagnostic]
  private let folder: TemporaryFolder?
  private let path: String

  init(_ text: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "s.csv")
    self.init(path: folder.path("s.csv"), folder: folder)
  }

  /// The beginning of a file that lies beside the repository: all of it where it has at most `lines` lines.
  init(shared path: String, lines: Int = 2500) throws {
    let text = try String(contentsOf: Self.url(path), encoding: .utf8)
    let kept = text.split(separator: "\n", maxSplits: lines, omittingEmptySubsequences: false)
    try self.init(kept.count > lines ? kept.prefix(lines).joined(separator: "\n") + "\n" : text)
  }

  private init(path: String, folder: TemporaryFolder?) {
    let reading = ProfileReader.read(path: path, name: "s.csv", configuration: Configuration())
    profile = reading.profile
    draft = reading.draft ?? ""
    diagnostics = reading.diagnostics
    self.folder = folder
    self.path = path
  }

  static func url(_ path: String) -> URL { Repository.url("../shared/data/\(path)") }

  func column(_ header: String) -> ColumnProfile? { profile?.columns.first { $0.header == header } }

  func guesses(about subject: Guess.Subject) -> [String] {
    profile?.guesses.filter { $0.subject == subject }.map(\.text) ?? []
  }

  /// The draft has this line, whatever stands in front of it.
  func says(_ line: String) -> Bool {
    draft.split(separator: "\n").contains { $0.trimmingPrefix { $0 == " " || $0 == "-" } == line }
  }

  /// The survey as it is read without a codebook, and what is wrong with it.
  func read() async -> (survey: Survey?, problems: [String]) {
    let (survey, log) = await ProjectReader.survey(csv: path, codebook: nil, configuration: Configuration(), jobs: 1)
    return (survey, log.entries.filter { $0.id != "survey/guessed-codebook" }.map { "\($0.id): \($0.summary)" })
  }
}
