import Audit
import TestSupport
import Testing

@testable import Ingest

/// What several files say of one wave, and one codebook of several waves.
@Suite struct PartsOfAWave {
  private static func codebook(_ more: String, text: String? = nil) -> String {
    let question = text.map { ", text: \"\($0)\"" } ?? ""
    return """
      survey: s
      scale: {min: 1, max: 5}
      items: [{id: p, perception: P, dimension: reliability\(question)}]
      \(more)

      """
  }

  private func read(_ files: [String: String]) async throws -> (waves: [SurveyWave], diagnostics: [Diagnostic]) {
    let named = Dictionary(uniqueKeysWithValues: files.map { ("content/surveys/\($0)", $1) })
    let (project, diagnostics) = try await TemporaryProject(named).read()
    return (project?.surveys.first?.waves ?? [], diagnostics)
  }

  private static func table(_ rows: Int, header: String = "P") -> String {
    "\(header)\n" + (0..<rows).map { "\(1 + $0 % 5)\n" }.joined()
  }

  // MARK: - Fieldwork

  @Test("days and invitations of parts add up, those that are shared count once") func fieldwork() async throws {
    let (a, b) = (
      "wave: 2026-Q1\nfieldwork: {mode: email, from: 2026-02-01, to: 2026-02-20, invited: 100}",
      "wave: 2026-Q1\nfieldwork: {mode: paper, from: 2026-01-15, to: 2026-02-10, invited: 100}"
    )
    let (files, diagnostics) = try await read([
      "a.csv": Self.table(60), "a.yml": Self.codebook(a), "b.csv": Self.table(64), "b.yml": Self.codebook(b),
    ])
    let whole = try #require(files.first?.fieldwork)
    #expect(diagnostics.isEmpty && files.count == 1)
    #expect(whole.invited == 200 && whole.mode == "email")
    #expect(whole.from == Day(iso: "2026-01-15") && whole.to == Day(iso: "2026-02-20"))
    let shared = try await read([
      "a.csv": Self.table(6), "b.csv": Self.table(7), "s.yml": Self.codebook("\(a)\nfiles: [\"*.csv\"]"),
    ])
    #expect(shared.waves.first?.fieldwork?.invited == 100)
    let half = try await read([
      "a.csv": Self.table(60), "a.yml": Self.codebook(a), "b.csv": Self.table(64),
      "b.yml": Self.codebook("wave: 2026-Q1"),
    ])
    #expect(half.diagnostics.isEmpty && half.waves.first?.fieldwork?.invited == nil)
  }

  @Test("the days of one wave are not those of another that shares its codebook", arguments: [false, true])
  func anotherWave(hasOwnDays: Bool) async throws {
    let own = hasOwnDays ? "fieldwork: {from: 2025-09-01, to: 2025-09-30}\n" : ""
    let (waves, diagnostics) = try await read([
      "a.csv": Self.table(30),
      "a.yml": Self.codebook("wave: spring\nfieldwork: {mode: email, from: 2025-03-01, to: 2025-03-31, invited: 100}"),
      "b.csv": Self.table(30), "b.yml": "codebook: a.yml\nwave: autumn\n\(own)",
    ])
    guard hasOwnDays else {
      #expect(diagnostics.map(\.id) == ["survey/wave-undated"])
      return
    }
    #expect(diagnostics.isEmpty && waves.map(\.wave.label) == ["spring", "autumn"])
    #expect(waves.map(\.fieldwork?.invited) == [100, nil])
  }

  @Test("a part of the same wave keeps the shared days") func sameWave() async throws {
    let (waves, diagnostics) = try await read([
      "a.csv": Self.table(3),
      "a.yml": Self.codebook("wave: spring\nfieldwork: {from: 2025-03-01, to: 2025-03-31, invited: 100}"),
      "b.csv": Self.table(4), "b.yml": "codebook: a.yml\nwave: spring\n",
    ])
    #expect(diagnostics.isEmpty && waves.count == 1 && waves.first?.tally.rows == 7)
    #expect(waves.first?.fieldwork?.invited == 100)
  }

  // MARK: - Words

  @Test("parts may ask in other words or another language") func words() async throws {
    let (waves, diagnostics) = try await read([
      "a.csv": Self.table(3), "a.yml": Self.codebook("wave: 2026-Q1", text: "Waiting?"), "b.csv": Self.table(4),
      "b.yml": Self.codebook("wave: 2026-Q1", text: "Wartezeit"), "c.csv": Self.table(5),
      "c.yml": Self.codebook("wave: 2026-Q1"),
    ])
    #expect(diagnostics.isEmpty && waves.count == 1 && waves.first?.tally.rows == 12)
    #expect(waves.first?.definition.items.map(\.text) == ["Waiting?"])
  }

  @Test("values of a segment are counted over all parts", arguments: [(100, false), (101, true)])
  func values(_ each: Int, isTooMany: Bool) async throws {
    func table(_ first: Int) -> String {
      "P,S\n" + (first..<first + each).map { "\(1 + $0 % 5),v\($0)\n" }.joined()
    }
    let codebook = Self.codebook("wave: 2026-Q1\nsegments: [{id: s, column: S}]\nfiles: [\"*.csv\"]")
    let found = try await read(["a.csv": table(0), "b.csv": table(1000), "s.yml": codebook]).diagnostics
    #expect(found.contains { $0.id == "survey/too-many-values" } == isTooMany, "\(found.map(\.summary))")
  }

  // MARK: - Days

  /// A Google Forms export of the first twelve days of a month, or of January to December; then one more day.
  private static func export(_ last: String) -> String {
    let days = (0..<240).map { "\(String(1 + $0 / 20).paddedToTwo)/02/2026 10:01:00,5\n" }
    return "Timestamp,How good was it? \n" + days.joined() + "\(last)/2026 10:01:00,1\n"
  }

  @Test(
    "the order of day and month is that of the first day that reads one way alone, however late it comes",
    arguments: [("13/02", ["2026-02"], 0), ("02/13", (1...12).map { "2026-" + String($0).paddedToTwo }, 0)])
  func dayFirst(last: String, labels: [String], lost: Int) async throws {
    let codebook = """
      survey: s
      scale: {min: 1, max: 5}
      items: [{id: p, perception: "How good was it?", dimension: reliability}]
      wave: {column: Timestamp, period: month}

      """
    let (waves, diagnostics) = try await read(["a.csv": Self.export(last), "a.yml": codebook])
    #expect(waves.map(\.wave.label) == labels)
    #expect(waves.reduce(0) { $0 + $1.tally.rows } == 241)
    #expect(!diagnostics.contains { $0.id == "survey/no-wave" }, "\(diagnostics.map(\.summary))")
  }
}

extension String {
  fileprivate var paddedToTwo: String { count < 2 ? "0" + self : self }
}
