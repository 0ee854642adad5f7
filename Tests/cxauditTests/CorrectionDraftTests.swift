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
