import Audit
import Foundation
import TestSupport
import Testing

/// What the example of this repository has to show. It is read from `site/`, which `DeterminismTests` holds against a build.
@Suite("The example") struct Example {
  private struct Register: Decodable {
    struct Rule: Decodable {
      var id: String
      var findings: Int
      var notRun: String?
    }

    struct Entry: Decodable {
      struct Verdict: Decodable { var word: String? }
      struct History: Decodable { var state: String }
      struct Plan: Decodable { var owner: String? }
      struct Rank: Decodable { var act: Int? }

      var id: String
      var `class`: String
      var status: String
      var support: String?
      var touchpoint: String?
      var verdict: Verdict?
      var history: History?
      var plan: Plan?
      var rank: Rank?
    }

    struct History: Decodable {
      struct Gone: Decodable { var state: String }
      var gone: [Gone]
    }

    var rules: [Rule]
    var findings: [Entry]
    var history: History?
  }

  private let register: Register

  init() throws {
    let file = Repository.root.appending(path: "site/data/findings.json")
    register = try JSONDecoder().decode(Register.self, from: Data(contentsOf: file))
  }

  @Test("every rule finds something")
  func rules() {
    #expect(register.rules.map(\.id) == Finding.Kind.allCases.map(\.rawValue))
    for rule in register.rules {
      #expect(rule.findings > 0, "\(rule.id) finds nothing: \(rule.notRun ?? "it ran")")
    }
  }

  @Test(
    "every class, state, strand of evidence, verdict and turn of history is there",
    arguments: [
      ("class", FindingClass.allCases.map(\.rawValue).filter { $0 != "watch" }),
      ("status", Finding.Status.allCases.map(\.rawValue)),
      ("support", Finding.Support.allCases.map(\.rawValue)),
      ("verdict", VerdictWord.allCases.map(\.rawValue)),
      ("history", Finding.History.State.allCases.map(\.rawValue)),
      ("gone", GoneFinding.State.allCases.map(\.rawValue)),
    ])
  func words(_ key: String, _ wanted: [String]) throws {
    let shown: [String?] =
      switch key {
      case "class": register.findings.map(\.class)
      case "status": register.findings.map(\.status)
      case "support": register.findings.map(\.support)
      case "verdict": register.findings.map { $0.verdict?.word }
      case "history": register.findings.map { $0.history?.state }
      default: try #require(register.history).gone.map(\.state)
      }
    #expect(Set(wanted).subtracting(shown.compactMap(\.self)) == [])
  }

  @Test("what is to be done first has an owner and a state on the first page")
  func firstFive() throws {
    let page = try String(contentsOf: Repository.root.appending(path: "site/index.html"), encoding: .utf8)
    let first = register.findings.compactMap { entry in entry.rank?.act.map { (place: $0, entry: entry) } }
      .sorted { $0.place < $1.place }.prefix(5).map(\.entry)
    #expect(first.count == 5)
    for entry in first {
      #expect(page.contains("deficiencies/\(entry.id).html"), "\(entry.id) is not on the first page")
      #expect(entry.plan?.owner != nil || entry.touchpoint != nil, "nobody answers for \(entry.id)")
    }
  }

  @Test("some of its gates pass, and some are broken")
  func gates() throws {
    let run = try Command.run(["check"], in: Project.example())
    #expect(run.status == 1)
    for line in ["critical-without-plan", "nps"] {
      #expect(run.output.split(separator: "\n").contains { $0.hasPrefix(line) && $0.contains(" passed ") }, "\(line)")
    }
    for line in ["overdue", "regression"] {
      #expect(run.output.split(separator: "\n").contains { $0.hasPrefix(line) && $0.contains(" failed ") }, "\(line)")
    }
  }

  @Test("its snapshot is what a build of its first report gives")
  func snapshot() throws {
    let folder = try TemporaryFolder()
    let generator = Process()
    generator.executableURL = URL(filePath: "/usr/bin/env")
    generator.arguments = [
      "python3", Repository.root.appending(path: "content/generate.py").path(percentEncoded: false), "--first-report",
      folder.url.path(percentEncoded: false),
    ]
    try generator.run()
    generator.waitUntilExit()
    try #require(generator.terminationStatus == 0)
    #expect(try Command.run(["snapshot"], in: folder).status == 0)
    let kept = try Self.ids(Data(contentsOf: Repository.root.appending(path: "content/history/2026-03-31.json")))
    let built = try Self.ids(Data(folder.read("content/history/2026-03-31.json").utf8))
    #expect(Set(built) == Set(kept))
  }

  /// Figures may change with the program, and a snapshot stays; what was found then is the same.
  private static func ids(_ data: Data) throws -> [String] {
    try JSONDecoder().decode(Register.self, from: data).findings.map(\.id)
  }
}
