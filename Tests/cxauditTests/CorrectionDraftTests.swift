import Audit
import Testing

@testable import cxaudit

@Suite struct CorrectionDraftTests {
  private func draft(_ id: String) throws -> CorrectionDraft {
    try CorrectionDraft(
      finding: Finding(id: id, kind: .parity, title: "T", findingClass: .minor, statement: "S."), remedy: nil,
      start: #require(Day(year: 2026, month: 3, day: 31)))
  }

  @Test(
    "lies in the folder of plans whatever respondents wrote",
    arguments: [
      ("gap.phone.empathy", "gap.phone.empathy"),
      ("parity.region.../../../../pwned", "parity.region...-..-..-..-pwned"),
      ("parity.region.North/East", "parity.region.north-east"),
      ("parity.age.<18", "parity.age.-18"),
      ("..", "5ec1f7e7"),
    ])
  func path(id: String, name: String) throws { #expect(try draft(id).path == "content/corrections/\(name).md") }

  @Test("another plan has a number behind, and not the steps of the one that failed")
  func another() throws {
    var finding = Finding(id: "gap.a.b", kind: .gap, title: "T", findingClass: .minor, statement: "S.")
    finding.steps = [Step(text: "Tried.", done: true, source: .plan), Step(text: "Advised.", source: .note)]
    let start = try #require(Day(year: 2026, month: 3, day: 31))
    func draft(_ taken: Set<String>) -> CorrectionDraft {
      CorrectionDraft(finding: finding, remedy: nil, start: start, taken: taken)
    }
    #expect(draft(["other"]).path == "content/corrections/gap.a.b.md")
    #expect(draft(["gap.a.b"]).path == "content/corrections/gap.a.b-2.md")
    #expect(draft(["gap.a.b", "gap.a.b-2"]).path == "content/corrections/gap.a.b-3.md")
    #expect(draft([]).text.hasSuffix("1. [ ] Advised.\n"))
  }

  @Test("says of which day its words are, and offers a due day after the start") func days() throws {
    let text = try draft("gap.a.b").text
    #expect(text.contains("\nAs of 2026-03-31: S.\n"))
    #expect(text.contains("\nstart: 2026-03-31\n# due: 2026-06-30\n"))
  }

  @Test(
    "its front matter reads back as the id",
    arguments: [
      ("gap.phone.empathy", "[gap.phone.empathy]"),
      ("parity.income.$25,000 - $49,999", "[\"parity.income.$25,000 - $49,999\"]"),
      ("parity.region.n: m", "[\"parity.region.n: m\"]"), ("parity.region.x #1", "[\"parity.region.x #1\"]"),
      ("parity.region.R \"D\"", "[\"parity.region.R \\\"D\\\"\"]"),
    ])
  func corrects(id: String, list: String) throws { #expect(try draft(id).text.hasPrefix("---\ncorrects: \(list)\n")) }
}
