import Audit
import Testing

@testable import Diagnose

/// The consultant's word on findings.
struct WordsTests {
  static let measured = audit([TestCell("branch", "empathy"), TestCell("phone", "empathy")])

  static func word(_ finding: String, _ change: (inout ConsultantWord) -> Void) -> ConsultantWord {
    let file = "content/findings/\(finding).md"
    var word = ConsultantWord(
      finding: finding, file: file, body: MarkdownText(text: "", file: file, firstLine: 1))
    change(&word)
    return word
  }

  static func diagnosis(_ words: [ConsultantWord], _ change: (inout Project) -> Void = { _ in }) -> Diagnosis {
    var project = Project.bank
    project.words = words
    change(&project)
    return diagnose(project, measured: measured, asOf: reportDay)
  }

  static func reference(_ id: String) -> Correction.Reference {
    Correction.Reference(id: id, location: SourceLocation("content/findings/x.md", line: 3))
  }

  @Test("headline, class and cause are the consultant's; what was computed stays beside them") func replaces() throws {
    let found = try #require(
      Self.diagnosis([
        Self.word("gap.branch.empathy") {
          ($0.headline, $0.findingClass, $0.cause) = ("Nobody has time", .minor, .delivery)
          $0.because = "Seasonal: the branch was being rebuilt."
        }
      ]).findings.first { $0.id == "gap.branch.empathy" })
    #expect(found.title == "Nobody has time")
    #expect(found.findingClass == .minor)
    #expect(found.cause == .delivery)
    #expect(found.remarks.first == "minor by the consultant’s word; computed: major")
    #expect(found.computed?.title == "Branch: empathy falls short")
    #expect(found.computed?.findingClass == .major)
    #expect(found.computed?.cause == nil)
    #expect(found.computed?.because == "Seasonal: the branch was being rebuilt.")
  }

  @Test("a class that is no longer major asks for no plan, one that is made so does") func plans() {
    func unplanned(_ findingClass: FindingClass?) -> [String] {
      let words = findingClass.map { named in
        [Self.word("gap.branch.empathy") { ($0.findingClass, $0.because) = (named, "so") }]
      }
      return Self.diagnosis(words ?? []).findings.filter { $0.kind == .noPlan }.map(\.id)
    }
    #expect(unplanned(nil) == ["no-plan.gap.branch.empathy", "no-plan.gap.phone.empathy"])
    #expect(unplanned(.minor) == ["no-plan.gap.phone.empathy"])
  }

  @Test("what is hidden is not listed, and kept with its reason") func hides() {
    let diagnosis = Self.diagnosis([
      Self.word("gap.branch.empathy") { ($0.isHidden, $0.because) = (true, "Closed since June.") }
    ])
    #expect(!diagnosis.findings.contains { $0.id == "gap.branch.empathy" })
    #expect(diagnosis.hidden.map(\.id) == ["gap.branch.empathy"])
    #expect(diagnosis.hidden.first?.computed?.because == "Closed since June.")
    #expect(diagnosis.rules.first { $0.id == .gap }?.findings == 1)
  }

  @Test("what is merged becomes part of the other, with its evidence, its words and its plans") func merges() throws {
    let plan = plan("calls", ["gap.phone.empathy"])
    let diagnosis = Self.diagnosis([
      Self.word("gap.branch.empathy") { $0.merged = [Self.reference("gap.phone.empathy")] }
    ]) { $0.corrections = [plan] }
    let found = diagnosis.findings.filter { $0.kind == .gap }
    try #require(found.map(\.id) == ["gap.branch.empathy"])
    #expect(found[0].evidence.contains { $0.figure == "cell/phone/empathy/failed.share" })
    #expect(found[0].statement.contains("Joined with “Phone enquiry: empathy falls short”: 35"))
    #expect(found[0].plan?.correction == "calls")
    #expect(found[0].computed?.merged == ["gap.phone.empathy"])
    #expect(diagnosis.diagnostics.isEmpty)
  }

  @Test("the graver class of what is joined stands") func lifts() {
    let graver = audit([
      TestCell("branch", "empathy", CellFigures().changed { $0.failed = 0.2 }), TestCell("phone", "empathy"),
    ])
    var project = Project.bank
    project.words = [Self.word("gap.branch.empathy") { $0.merged = [Self.reference("gap.phone.empathy")] }]
    let found = diagnose(project, measured: graver, asOf: reportDay).findings.first
    #expect(found?.findingClass == .major)
    #expect(found?.remarks.first == "raised because it is joined with “Phone enquiry: empathy falls short”")
  }

  @Test("a word on a plan that is late speaks of that") func onPlans() {
    let diagnosis = Self.diagnosis([
      Self.word("no-plan.gap.branch.empathy") { ($0.isHidden, $0.because) = (true, "Under way.") }
    ])
    #expect(diagnosis.hidden.map(\.id) == ["no-plan.gap.branch.empathy"])
    #expect(diagnosis.diagnostics.isEmpty)
  }

  @Test("what cannot be is said, with the nearest id") func problems() {
    let diagnosis = Self.diagnosis([
      Self.word("gap.branch.empaty") { $0.headline = "x" },
      Self.word("gap.branch.empathy") {
        $0.merged = [Self.reference("gap.phone.empatty"), Self.reference("gap.phone.empathy")]
      },
      Self.word("gap.phone.empathy") { $0.merged = [Self.reference("gap.branch.empathy")] },
    ])
    #expect(
      diagnosis.diagnostics.map(\.id) == [
        "finding/unknown", "finding/unknown-merged", "finding/merged-twice", "finding/merged-twice",
      ])
    #expect(diagnosis.diagnostics.first?.hint?.contains("gap.branch.empathy") == true)
    #expect(diagnosis.findings.count { $0.kind == .gap } == 2)
  }
}
