import Audit
import Ingest
import TestSupport
import Testing

@testable import Diagnose

/// The remedies that come with the tool.
@Suite struct BuiltInPlaybookTests {
  /// A project with one note has no remedies of its own.
  private static func remedies() async throws -> [Remedy] {
    let folder = try TemporaryFolder()
    try folder.write("Nothing to see.", to: "content/notes/a.md")
    let reading = await ProjectReader(root: folder.path(""), jobs: 1).read()
    return try #require(reading.project).remedies
  }

  private static let servqual = ["tangibles", "reliability", "responsiveness", "assurance", "empathy"]

  @Test("every cause in every dimension has a remedy of its own, and so has a gap whose cause is not known")
  func gaps() async throws {
    let book = Playbook(remedies: try await Self.remedies())
    for dimension in Self.servqual {
      for cause in [nil] + Cause.allCases.map(Optional.some) {
        let remedy = book.remedy(for: Self.finding(.gap, dimension, cause))
        #expect(remedy?.dimension == dimension && remedy?.cause == cause, "\(dimension), \(String(describing: cause))")
      }
    }
    for cause in Cause.allCases {
      #expect(book.remedy(for: Self.finding(.gap, "speed", cause))?.cause == cause)
      #expect(book.remedy(for: Self.finding(.gap, nil, cause))?.cause == cause)
    }
  }

  @Test(
    "every rule that asks for steps has some, whatever the dimension and the cause", arguments: Finding.Kind.allCases)
  func rules(kind: Finding.Kind) async throws {
    guard kind.asksForSteps else { return }
    let book = Playbook(remedies: try await Self.remedies())
    for dimension in [nil, "speed"] + Self.servqual.map(Optional.some) {
      for cause in [nil] + Cause.allCases.map(Optional.some) {
        let remedy = book.remedy(for: Self.finding(kind, dimension, cause))
        #expect(remedy != nil, "\(kind.rawValue), \(dimension ?? "no dimension"), \(cause?.rawValue ?? "no cause")")
      }
    }
  }

  @Test("what is no trouble of a cell has an entry of its own, which goes before those for gaps", arguments: ownEntries)
  func own(kind: Finding.Kind) async throws {
    let book = Playbook(remedies: try await Self.remedies())
    for dimension in [nil, "speed", "empathy"] {
      #expect(book.remedy(for: Self.finding(kind, dimension, .delivery))?.rule == kind.rawValue)
    }
  }

  static let ownEntries: [Finding.Kind] = [
    .parity, .consistency, .weakestLink, .knowledge, .belief, .employees, .internal, .information, .loyalty, .risingBar,
    .regression, .blindSpot, .dataQuality, .instrument,
  ]

  private static func finding(_ kind: Finding.Kind, _ dimension: String?, _ cause: Cause?) -> Finding {
    var finding = Finding(id: "x", kind: kind, title: "", findingClass: .major, statement: "")
    (finding.dimension, finding.cause) = (dimension, cause)
    return finding
  }

  @Test("every entry says who, how long, what to measure, what to expect and where it comes from") func complete()
    async throws
  {
    let remedies = try await Self.remedies()
    #expect(remedies.count >= 50 && remedies.allSatisfy { !$0.isProjects })
    for remedy in remedies {
      let parts = [remedy.owner, remedy.measure, remedy.expect, remedy.source]
      #expect(parts.allSatisfy { ($0?.count ?? 0) >= 10 }, "\(remedy.file): \(parts)")
      #expect(remedy.effort.map { (1...60).contains($0.days) } == true, "\(remedy.file): effort")
      #expect(remedy.rule != nil && remedy.title.count >= 15 && remedy.text.text.count > 400, "\(remedy.file)")
      #expect((4...9).contains(remedy.steps.count), "\(remedy.file): \(remedy.steps.count) steps")
      for step in remedy.steps { #expect((30...420).contains(step.count), "\(remedy.file): \(step)") }
    }
    #expect(Set(remedies.map(\.title)).count == remedies.count)
    let steps = remedies.flatMap(\.steps)
    #expect(Set(steps).count == steps.count)
  }
}
