import Audit
import Testing

@testable import Diagnose

/// Which remedy is suggested.
struct PlaybookTests {
  static func remedy(
    _ title: String, rule: String? = "gap", dimension: String? = nil, cause: Cause? = nil, isProjects: Bool = false
  ) -> Remedy {
    var remedy = Remedy(
      file: "\(title).md", title: title, text: MarkdownText(text: "", file: "", firstLine: 1),
      steps: ["Step of \(title)"],
      isProjects: isProjects)
    (remedy.rule, remedy.dimension, remedy.cause) = (rule, dimension, cause)
    return remedy
  }

  static let book = Playbook(remedies: [
    remedy("any"), remedy("any-delivery", cause: .delivery), remedy("empathy", dimension: "empathy"),
    remedy("empathy-delivery", dimension: "empathy", cause: .delivery), remedy("seen", rule: "observed"),
    remedy("house-empathy", dimension: "empathy", isProjects: true), remedy("house", isProjects: true),
  ])

  static let choices: [(Finding.Kind, String?, Cause?, String)] = [
    (.gap, "empathy", .delivery, "empathy-delivery"),
    (.gap, "empathy", nil, "house-empathy"),
    (.gap, "empathy", .knowledge, "house-empathy"),
    (.gap, "speed", .delivery, "any-delivery"),
    (.gap, "speed", nil, "house"),
    (.gap, nil, .standards, "house"),
    (.observed, nil, nil, "seen"),
    (.observed, "empathy", .delivery, "empathy-delivery"),
  ]

  @Test("the most specific entry wins, the project's own before the built-in one", arguments: choices)
  func choice(kind: Finding.Kind, dimension: String?, cause: Cause?, title: String) {
    var finding = Finding(id: "x", kind: kind, title: "", findingClass: .major, statement: "")
    (finding.dimension, finding.cause) = (dimension, cause)
    #expect(Self.book.remedy(for: finding)?.title == title)
  }

  @Test("where an entry for the cause and one for the dimension fit as well, the cause decides")
  func tie() {
    let book = Playbook(remedies: [
      Self.remedy("dimension", dimension: "empathy"), Self.remedy("cause", cause: .delivery),
    ])
    var finding = Finding(id: "x", kind: .gap, title: "", findingClass: .major, statement: "")
    (finding.dimension, finding.cause) = ("empathy", .delivery)
    #expect(book.remedy(for: finding)?.title == "cause")
  }

  @Test("entries for other rules, dimensions or causes fit nothing")
  func none() {
    let book = Playbook(remedies: [
      Self.remedy("a", rule: "parity"), Self.remedy("b", dimension: "empathy"), Self.remedy("c", cause: .delivery),
    ])
    let finding = Finding(id: "x", kind: .gap, title: "", findingClass: .major, statement: "")
    #expect(book.remedy(for: finding) == nil)
  }
}
