import Audit
import Foundation
import TestSupport

@testable import Ingest

/// A file of ../shared/data, read through a codebook that the test writes.
struct ExportFixture {
  static let isThere = Repository.hasShared("data/exports")

  var header: SurveyHeader
  var wave: SurveyWave?
  var diagnostics: [Diagnostic]

  /// `name` is relative to ../shared/data.
  init(_ name: String, codebook: String) async throws {
    let folder = try TemporaryFolder()
    try folder.write(codebook, to: "codebook.yml")
    let path = Repository.shared("data/\(name)").path(percentEncoded: false)
    let reader = SurveysReader(input: InputReader(root: ""), configuration: Configuration(), jobs: 2)
    let reading = await reader.read(csv: path, codebook: folder.path("codebook.yml"))
    wave = reading.surveys.first?.waves.first
    diagnostics = reading.diagnostics
    header = try ExportFixture.header(path)
  }

  /// The header alone.
  static func header(_ path: String) throws -> SurveyHeader {
    let file = SurveySource.open(path, path: path, codebook: "codebook.yml", declared: CSVDeclaration())
    return try SurveyHeader.read(file.get()).get()
  }

  var form: SurveyForm { header.form }
  /// `UTF-8 , " LF`: encoding, mark, delimiter, quote, line ends.
  var dialect: String? {
    wave?.readings.first.map { reading in
      [reading.encoding, reading.hasByteOrderMark ? "BOM" : nil, reading.delimiter, reading.quote, reading.lineEnds]
        .compactMap { $0 }.joined(separator: " ")
    }
  }
  var rows: Int? { wave?.tally.rows }
  var errors: [String] { diagnostics.filter { $0.severity == .error }.map(\.summary) }

  /// How often each level of an item's scale was answered.
  func answers(_ item: String) -> [Int]? {
    guard let index = wave?.definition.items.firstIndex(where: { $0.id == item }) else { return nil }
    return wave?.tally.slices.first?.items[index].perception
  }

  func outcome(_ id: String) -> [Int]? {
    guard let index = wave?.definition.outcomes.firstIndex(where: { $0.id == id }) else { return nil }
    return wave?.tally.slices.first?.outcomes[index]
  }

  /// Rows of each value of a segment.
  func segment(_ id: String) -> [String: Int] {
    let slices = wave?.tally.slices.filter { $0.slice.parts.first?.segment == id } ?? []
    return Dictionary(uniqueKeysWithValues: slices.map { ($0.slice.parts[0].value, $0.rows) })
  }

  func text(_ item: String) -> String? { wave?.definition.items.first { $0.id == item }?.text }

  func column(_ header: String) -> ColumnTally? { wave?.tally.columns.first { $0.header == header } }
}
