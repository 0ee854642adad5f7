import Audit
import Ingest
import Measure
import TestSupport
import Testing

/// From a codebook's `rake` to weighted figures.
@Suite struct RakingTests {
  /// Example X15 of the methodology: answers from 1 up, by row and column of the cell.
  private static let cells: [(row: String, column: String, answers: [Int: Int])] = [
    ("a", "x", [2: 10, 3: 20, 4: 20, 5: 10]), ("a", "y", [3: 10, 4: 20, 5: 10]), ("a", "z", [4: 5, 5: 15]),
    ("b", "x", [1: 5, 2: 10, 3: 10, 4: 5]), ("b", "y", [2: 20, 3: 30, 4: 30, 5: 10]),
    ("b", "z", [3: 10, 4: 30, 5: 20]),
  ]
  private static let targets = "r: {a: 50%, b: 50%}, c: {x: 30%, y: 40%, z: 30%}"

  private static func codebook(_ rake: String, more: String = "") -> String {
    """
    scale: {min: 1, max: 5}
    items: [{perception: q, dimension: empathy}]
    segments: [{column: r}, {column: c}]
    weight: {rake: {\(rake)}}
    \(more)
    """
  }

  private static func csv(_ cells: [(row: String, column: String, answers: [Int: Int])]) -> String {
    let rows = cells.flatMap { cell in
      cell.answers.sorted { $0.key < $1.key }.flatMap { value, count in
        Array(repeating: "\(value),\(cell.row),\(cell.column)", count: count)
      }
    }
    return "q,r,c\n" + rows.map { $0 + "\n" }.joined()
  }

  private func survey(_ csv: String, _ codebook: String) async throws -> (survey: Survey?, log: DiagnosticLog) {
    let folder = try TemporaryFolder()
    try folder.write(csv, to: "s.csv")
    try folder.write(codebook, to: "s.yml")
    let reading = await ProjectReader.survey(
      csv: folder.path("s.csv"), codebook: folder.path("s.yml"), configuration: Configuration(), jobs: 2)
    withExtendedLifetime(folder) {}
    return reading
  }

  private func measured(_ cells: [(row: String, column: String, answers: [Int: Int])], _ rake: String)
    async throws -> (audit: MeasuredAudit, remarks: [Diagnostic])
  {
    let reading = try await survey(Self.csv(cells), Self.codebook(rake))
    let survey = try #require(reading.survey, "\(reading.log.entries)")
    return (measure([survey], configuration: Configuration()), weightRemarks([survey]))
  }

  private func near(_ value: Double?, _ expected: Double) -> Bool { abs((value ?? .infinity) - expected) <= 5.001e-7 }

  @Test("Example X15, and the raked cells are no slices") func example() async throws {
    let (audit, remarks) = try await measured(Self.cells, Self.targets)
    #expect(remarks.isEmpty)
    let all = try #require(audit.surveys.first?.waves.first?.all)
    let weights = try #require(all.measurement(.weights, "all"))
    #expect(near(weights[.deff], 1.057221))
    #expect(near(weights[.effectiveN], 283.762886))
    #expect(near(weights[.leastWeight], 0.712189))
    #expect(near(weights[.mostWeight], 1.569156))
    let item = try #require(all.measurement(.item, "q"))
    #expect(near(item[.perceptionMean], 3.633333))
    #expect(near(item[.weightedPerception], 3.734209))
    #expect(near(item[.weightedPerceptionSE], 0.058217))
    let dimension = try #require(all.measurement(.dimension, "empathy"))
    #expect(near(dimension[.weightedPerception], 3.734209))
    #expect(dimension.figure(.weightedPerceptionSE)?.value == item[.weightedPerceptionSE])
    #expect(dimension.figure(.weightedGap) == nil)
    // t(0.975; n-eff − 1) times the standard error of the example.
    let margin = 1.968389 * 0.058217
    #expect(abs((item[.weightedPerceptionHigh] ?? 0) - 3.734209 - margin) < 3e-6)
    #expect(audit.surveys[0].waves[0].slices.map(\.slice.key) == ["all", "r=a", "r=b", "c=x", "c=y", "c=z"])
  }

  @Test("A crossed slice that was asked for stays, and changes no weight") func crossed() async throws {
    let reading = try await survey(Self.csv(Self.cells), Self.codebook(Self.targets, more: "cross: [[r, c]]"))
    let audit = measure([try #require(reading.survey)], configuration: Configuration())
    #expect(audit.surveys[0].waves[0].slices.count == 12)
    #expect(near(audit.surveys[0].waves[0].all?.measurement(.item, "q")?[.weightedPerception], 3.734209))
  }

  @Test("One segment alone is post-stratified") func oneSegment() async throws {
    let (audit, _) = try await measured(Self.cells, "r: {a: 50%, b: 50%}")
    let all = try #require(audit.surveys[0].waves[0].all)
    for subject in [all.measurement(.item, "q"), all.measurement(.dimension, "empathy")] {
      #expect(near(subject?[.weightedPerception], 3.673611))
      #expect(near(subject?[.weightedPerceptionSE], 0.057597))
    }
  }

  @Test(
    "What cannot be raked is unweighted, and said",
    arguments: [
      (
        "r: {a: 50%, b: 40%, d: 10%}", "survey/not-rakeable", "'rake' names a share of 'd' in 'r', and no answer has it"
      ),
      ("c: {x: 50%, y: 50%}", "survey/not-rakeable", "answers have 'z' in 'c', and 'rake' names no share of it"),
    ])
  func notRakeable(_ rake: String, _ id: String, _ message: String) async throws {
    let (audit, remarks) = try await measured(Self.cells, rake)
    #expect(remarks.map(\.id) == [id])
    #expect(remarks.first?.summary.hasPrefix(message) == true, "\(remarks)")
    #expect(remarks.first?.severity == .warning)
    let all = try #require(audit.surveys[0].waves[0].all)
    #expect(all.measurement(.weights, "all") == nil)
    #expect(all.measurement(.item, "q")?.figure(.weightedPerception) == nil)
  }

  @Test("Margins that contradict each other give no weights") func noConvergence() async throws {
    let apart = [Self.cells[0], Self.cells[4]]
    let (audit, remarks) = try await measured(apart, "r: {a: 50%, b: 50%}, c: {x: 30%, y: 70%}")
    #expect(remarks.map(\.id) == ["survey/rake-diverges"])
    #expect(audit.surveys[0].waves[0].all?.measurement(.weights, "all") == nil)
  }

  @Test("Uneven weights are warned of, and rows that lack a value counted") func uneven() async throws {
    let (_, remarks) = try await measured(
      [("a", "x", [3: 97]), ("b", "x", [4: 3]), ("", "x", [5: 2])], "r: {a: 20%, b: 80%}")
    #expect(remarks.map(\.id) == ["survey/design-effect", "survey/weights-trimmed", "survey/rake-rows-left"])
  }

  @Test("A raked segment that the codebook does not have is an error") func unknownSegment() async throws {
    let reading = try await survey(Self.csv(Self.cells), Self.codebook("tier: {a: 50%, b: 50%}"))
    #expect(reading.survey == nil)
    #expect(Set(reading.log.entries.map(\.id)) == ["codebook/no-segment"])
  }
}
