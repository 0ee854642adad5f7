import Audit
import Testing

@testable import Diagnose

/// Comments as the third strand beside survey and auditors.
struct CommentEvidenceTests {
  static func figures(_ comments: Int?, of: Int?, bad: Int?, good: Int? = 0) -> ThemeFigures {
    var figures = ThemeFigures()
    (figures.comments, figures.of, figures.bad, figures.good) = (comments, of, bad, good)
    if let comments, let of, of > 0 { figures.share = Double(comments) / Double(of) }
    return figures
  }

  static func audited(_ figures: ThemeFigures, quotes: [String] = []) -> MeasuredAudit {
    let theme = CommentTheme(id: "waiting", name: "Waiting", dimension: "empathy")
    var comments = MeasuredComments(survey: "customers", wave: "2026-Q3", files: ["content/surveys/c.csv"])
    comments.cells = [
      MeasuredWords(cell: Cell(touchpoint: "branch", dimension: "empathy"), themes: ["Waiting"], figures: figures)
    ]
    comments.quotes = [
      QuotedComments(
        touchpoint: "branch", theme: theme,
        quotes: quotes.enumerated().map {
          QuotedComments.Quote(text: $0.element, respondent: "\($0.offset)", band: .low)
        })
    ]
    return MeasuredAudit(surveys: audit([TestCell("branch", "empathy")]).surveys, comments: [comments])
  }

  static let cases: [(ThemeFigures, Finding.Words.Says)] = [
    (figures(20, of: 80, bad: 15), .complaints), (figures(20, of: 80, bad: 5, good: 15), .praise),
    (figures(20, of: 80, bad: 0), .named), (figures(20, of: 80, bad: nil), .named),
    (figures(0, of: 80, bad: 0), .silent),
    (figures(nil, of: 80, bad: nil), .few),
  ]

  @Test("what comments say stands beside the finding and changes neither class nor support", arguments: cases)
  func says(figures: ThemeFigures, says: Finding.Words.Says) throws {
    let without = try #require(deficiencies(audit([TestCell("branch", "empathy")]), .bank).first)
    let found = try #require(deficiencies(Self.audited(figures), .bank).first)
    #expect(found.words?.says == says)
    #expect(found.findingClass == without.findingClass)
    #expect(found.support == .surveyOnly)
    #expect(found.statement == without.statement)
    let counted = found.evidence.filter { $0.kind == .verbatim }
    #expect(counted.count == ((figures.comments ?? 0) > 0 ? 1 : 0))
    #expect(counted.first?.n == (counted.isEmpty ? nil : 80))
  }

  @Test("cleared comments are evidence, without a line that would lead to their writer; six at most") func quotes()
    throws
  {
    let texts = (0..<8).map { "slow \($0)" }
    let found = try #require(deficiencies(Self.audited(Self.figures(20, of: 80, bad: 15), quotes: texts), .bank).first)
    let quotes = found.evidence.filter { $0.kind == .verbatim && $0.value == nil }
    #expect(quotes.map(\.text) == texts.prefix(6).map(Optional.some))
    #expect(quotes.allSatisfy { $0.line == nil && $0.source == "content/surveys/c.csv" })
  }

  @Test("a finding of another cell has no words") func elsewhere() throws {
    let measured = Self.audited(Self.figures(20, of: 80, bad: 15))
    var project = Project.bank
    project.notes = [note("main", touchpoint: "phone", [alert("Cold", .major, dimension: "assurance")])]
    let found = deficiencies(measured, project)
    #expect(found.first { $0.touchpoint == "phone" }?.words == nil)
    #expect(found.first { $0.touchpoint == "branch" }?.words != nil)
  }
}
