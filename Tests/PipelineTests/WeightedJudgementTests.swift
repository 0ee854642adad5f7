import Audit
import Diagnose
import Ingest
import Measure
import TestSupport
import Testing

/// Findings of a weighted survey are those of its weighted figures.
@Suite struct WeightedJudgementTests {
  /// So many rows of one kind.
  private struct Rows {
    var count: Int
    var answers: String
    var weight: Double
  }

  private func project(
    _ header: String, _ rows: [Rows], _ codebook: String, isWeighted: Bool
  ) async throws -> Project {
    let folder = try TemporaryFolder()
    let lines = rows.flatMap { row in Array(repeating: "\(row.answers),\(row.weight)\n", count: row.count) }
    try folder.write("\(header),w\n" + lines.joined(), to: "s.csv")
    try folder.write(codebook + (isWeighted ? "\nweight: {column: w}\n" : "\n"), to: "s.yml")
    return try await project(folder)
  }

  private func project(_ folder: TemporaryFolder) async throws -> Project {
    let reading = await ProjectReader.survey(
      csv: folder.path("s.csv"), codebook: folder.path("s.yml"), configuration: Configuration(), jobs: 2)
    withExtendedLifetime(folder) {}
    var project = Project(configuration: Configuration())
    project.surveys = [try #require(reading.survey, "\(reading.log.entries)")]
    return project
  }

  private func published(_ project: Project) -> MeasuredAudit {
    publishable(
      measure(project.surveys, configuration: project.configuration), configuration: project.configuration)
  }

  private func findings(_ project: Project, _ kind: Finding.Kind) throws -> [Finding] {
    let day = try #require(Day(iso: "2026-11-22"))
    return diagnose(project, measured: published(project), asOf: day).findings.filter { $0.kind == kind }
  }

  private static let gaps = """
    scale: {min: 1, max: 7}
    items: [{expectation: e, perception: p, dimension: empathy}]
    """

  /// Half of the rows are four short of what they expect, the other half of nothing.
  private static func halves(short: Double, content: Double) -> [Rows] {
    [Rows(count: 50, answers: "7,3", weight: short), Rows(count: 50, answers: "7,7", weight: content)]
  }

  @Test(
    "A deficiency is one by weighted answers",
    arguments: [(0.1, 1.9, false, FindingClass?.none), (1.9, 0.1, true, .critical)])
  func gate(_ test: (short: Double, content: Double, isFound: Bool, grade: FindingClass?)) async throws {
    let rows = Self.halves(short: test.short, content: test.content)
    let plain = try findings(try await project("e,p", rows, Self.gaps, isWeighted: false), .gap)
    #expect(plain.map(\.findingClass) == [.critical])
    #expect(plain.first?.evidence.first?.figure == "dimension/empathy/failed.share")
    let weighted = try await project("e,p", rows, Self.gaps, isWeighted: true)
    let found = try findings(weighted, .gap)
    #expect(found.first?.findingClass == test.grade)
    guard test.isFound, let finding = found.first else { return #expect(found.isEmpty) }
    let evidence = try #require(finding.evidence.first)
    #expect(evidence.figure == "dimension/empathy/failed.share.weighted")
    #expect(abs((evidence.value ?? 0) - 0.95) < 1e-12)
    #expect(finding.reach.map { abs($0.share - 0.95) < 1e-12 } == true)
    #expect(finding.remarks.contains("answers count by their weights"))
    // F1 is 0.95·4/6, and n_eff 10 000/(50·(1.9² + 0.1²)).
    #expect(finding.severity.map { abs($0 - 100 * 0.95 * 4 / 6) < 1e-9 } == true)
    #expect(finding.size.map { abs($0.n - 10_000 / 181) < 1e-9 } == true)
    let path = gatePath(of: finding, in: weighted, measured: published(weighted))
    #expect(path.compactMap(\.statistic).contains(.weightedGapQ))
    #expect(!path.compactMap(\.statistic).contains { $0.weighted != nil })
  }

  @Test("Few who are seriously failed are many by weight") func reversedGate() async throws {
    let rows = [
      Rows(count: 97, answers: "7,7", weight: 0.5), Rows(count: 3, answers: "7,6", weight: 0.5),
      Rows(count: 20, answers: "7,2", weight: 20),
    ]
    let few = [rows[0], rows[1], Rows(count: 5, answers: "7,2", weight: 40)]
    #expect(try findings(try await project("e,p", few, Self.gaps, isWeighted: false), .gap).isEmpty)
    #expect(
      try findings(try await project("e,p", rows, Self.gaps, isWeighted: true), .gap).map(\.findingClass) == [.critical]
    )
  }

  @Test("Raked weights judge as those of a column do") func raked() async throws {
    let folder = try TemporaryFolder()
    let lines = (0..<50).map { _ in "7,3,a\n" } + (0..<50).map { _ in "7,7,b\n" }
    try folder.write("e,p,tier\n" + lines.joined(), to: "s.csv")
    let book = Self.gaps + "\nsegments: [{column: tier}]\n"
    try folder.write(book, to: "s.yml")
    #expect(try findings(try await project(folder), .gap).map(\.findingClass) == [.critical])
    try folder.write(book + "weight: {rake: {tier: {a: 5%, b: 95%}}}\n", to: "s.yml")
    #expect(try findings(try await project(folder), .gap).isEmpty)
    try folder.write(book + "weight: {rake: {tier: {a: 20%, b: 80%}}}\n", to: "s.yml")
    #expect(try findings(try await project(folder), .gap).map(\.findingClass) == [.minor])
  }

  private static let tiers = """
    scale: {min: 1, max: 7}
    items: [{perception: p, dimension: empathy}]
    segments: [{column: tier}]
    """

  /// Two groups; of the first some answer low.
  private static func tiers(low: Rows, high: Rows) -> [Rows] {
    [low, high, Rows(count: 30, answers: "5,b", weight: 1), Rows(count: 30, answers: "6,b", weight: 1)]
  }

  @Test("A group is served worse by weighted answers") func parity() async throws {
    let heavy = Self.tiers(
      low: Rows(count: 30, answers: "2,a", weight: 0.1), high: Rows(count: 30, answers: "6,a", weight: 1.9))
    let plain = try findings(try await project("p,tier", heavy, Self.tiers, isWeighted: false), .parity)
    #expect(plain.map(\.id) == ["parity.tier.a"])
    let none = try findings(try await project("p,tier", heavy, Self.tiers, isWeighted: true), .parity)
    #expect(!none.contains { $0.id == "parity.tier.a" })
    let light = Self.tiers(
      low: Rows(count: 6, answers: "1,a", weight: 20), high: Rows(count: 54, answers: "6,a", weight: 1))
    #expect(try findings(try await project("p,tier", light, Self.tiers, isWeighted: false), .parity).isEmpty)
    let found = try findings(try await project("p,tier", light, Self.tiers, isWeighted: true), .parity)
    let finding = try #require(found.first)
    #expect(finding.id == "parity.tier.a")
    #expect(finding.evidence.first?.figure == "parity/tier/overall/difference.weighted[tier=a]")
    // (6·20·1 + 54·6)/174 less 5.5.
    #expect(finding.evidence.first?.value.map { abs($0 - (444.0 / 174 - 5.5)) < 1e-12 } == true)
    // The group bears its share of the burden by weight: 174 of 234.
    #expect(abs(finding.part - 174.0 / 234) < 1e-12)
    #expect(finding.statement.contains("60 customers rate the service 2.9 points lower than the 60 others"))
  }

  private static let waves = """
    scale: {min: 1, max: 7}
    items: [{perception: p, dimension: empathy}]
    wave: {column: wave}
    """

  private static func waves(low: Rows, high: Rows) -> [Rows] {
    [Rows(count: 30, answers: "5,2026-Q1", weight: 1), Rows(count: 30, answers: "6,2026-Q1", weight: 1), low, high]
  }

  @Test("A change is one of weighted answers") func change() async throws {
    let heavy = Self.waves(
      low: Rows(count: 30, answers: "2,2026-Q2", weight: 0.1), high: Rows(count: 30, answers: "6,2026-Q2", weight: 1.9))
    let plain = try findings(try await project("p,wave", heavy, Self.waves, isWeighted: false), .regression)
    #expect(plain.map(\.id) == ["regression.empathy"])
    #expect(try findings(try await project("p,wave", heavy, Self.waves, isWeighted: true), .regression).isEmpty)
    let light = Self.waves(
      low: Rows(count: 6, answers: "1,2026-Q2", weight: 20), high: Rows(count: 54, answers: "6,2026-Q2", weight: 1))
    #expect(try findings(try await project("p,wave", light, Self.waves, isWeighted: false), .regression).isEmpty)
    let found = try findings(try await project("p,wave", light, Self.waves, isWeighted: true), .regression)
    #expect(found.map(\.id) == ["regression.empathy"])
    #expect(found.first?.evidence.first?.figure == "change/empathy/difference.weighted@2026-Q1>2026-Q2")
  }

  @Test(
    "Neither the order of rows nor the number of threads changes a figure",
    arguments: ["{column: w}", "{rake: {tier: {a: 30%, b: 70%}, region: {n: 45%, s: 55%}}}"])
  func order(_ weight: String) async throws {
    var random = SeededGenerator(seed: 5)
    var lines = (0..<300).map { _ in
      let answers = (0..<4).map { _ in String(Int.random(in: 1...7, using: &random)) }.joined(separator: ",")
      let (tier, region) = (["a", "b"].randomElement(using: &random), ["n", "s", ""].randomElement(using: &random))
      let place = ["branch", "web"].randomElement(using: &random)
      return "\(answers),\(tier ?? ""),\(region ?? ""),\(place ?? ""),\(Double.random(in: 0.2...3, using: &random))\n"
    }
    func measured(jobs: Int) async throws -> MeasuredAudit {
      let folder = try TemporaryFolder()
      try folder.write("e1,p1,e2,p2,tier,region,place,w\n" + lines.joined(), to: "s.csv")
      try folder.write(
        """
        scale: {min: 1, max: 7}
        items:
          - {expectation: e1, perception: p1, dimension: empathy}
          - {expectation: e2, perception: p2, dimension: reliability}
        touchpoint: {column: place, map: {branch: branch, web: web}}
        segments: [{column: tier}, {column: region}]
        cross: [[tier, region]]
        weight: \(weight)
        """, to: "s.yml")
      let reading = await ProjectReader.survey(
        csv: folder.path("s.csv"), codebook: folder.path("s.yml"), configuration: Configuration(), jobs: jobs)
      withExtendedLifetime(folder) {}
      return measure([try #require(reading.survey, "\(reading.log.entries)")], configuration: Configuration())
    }
    let one = try await measured(jobs: 1)
    #expect(one.measurements.contains { $0.key.kind == .cell && $0[.weightedGap] != nil })
    lines.shuffle(using: &random)
    let other = try await measured(jobs: 4)
    #expect(one.measurements == other.measurements)
  }
}
