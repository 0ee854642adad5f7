import Audit
import Foundation

/// A public survey that lies beside the repository on some machines; tests that need it are skipped elsewhere.
struct SharedSurvey {
  private var header: [String]
  private var records: [[Substring]]

  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: url(path).path) }

  /// Plain CSV without quotes, which is what these files are; every `step`th row.
  init(_ path: String, every step: Int = 1) throws {
    let text = try String(contentsOf: Self.url(path), encoding: .utf8)
    let lines = text.split(whereSeparator: \.isNewline)
    let rows = lines.enumerated().filter { $0.offset % step == 0 }.map(\.element)
    records = rows.dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    header = lines.first.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) } ?? []
  }

  /// Answers on `scale` in the columns of these names; whatever is off the scale is missing.
  func answers(_ expectations: [String], _ perceptions: [String], on scale: Audit.Scale) -> [Answers] {
    let (expected, perceived) = (expectations.map(position), perceptions.map(position))
    return records.map { record in
      func cell(_ position: Int) -> Int? { Int(record[position]).flatMap { scale.contains($0) ? $0 : nil } }
      return Answers(expectations: expected.map(cell), perceptions: perceived.map(cell))
    }
  }

  private func position(_ name: String) -> Int {
    guard let position = header.firstIndex(of: name) else { preconditionFailure("no column \(name)") }
    return position
  }

  static func url(_ path: String) -> URL {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return package.deletingLastPathComponent().appendingPathComponent("shared/data").appendingPathComponent(path)
  }
}
