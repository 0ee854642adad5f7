import Audit
import Testing

@testable import Render

/// Comments in sentences, and how survey, auditors and comments agree.
@Suite struct CommentWordsTests {
  private func finding(
    _ support: Finding.Support?, _ words: Finding.Words?, class findingClass: FindingClass = .major,
    touchpoint: String? = "branch", dimension: String? = "empathy"
  ) -> Finding {
    var finding = Finding(id: "x", kind: .gap, title: "T", findingClass: findingClass, statement: "S")
    (finding.support, finding.words) = (support, words)
    (finding.touchpoint, finding.dimension) = (touchpoint, dimension)
    return finding
  }

  private func words(
    _ says: Finding.Words.Says, _ comments: Int? = 18, of: Int? = 120, bad: Int? = 15, moreOften: Bool = false,
    amongAll: Bool = false
  ) -> Finding.Words {
    var figures = ThemeFigures()
    (figures.comments, figures.of, figures.bad, figures.isAmongAll) = (comments, of, bad, amongAll)
    return Finding.Words(
      says: says, themes: ["Waiting", "Queue"], figures: figures, isMoreOften: moreOften, survey: "s", wave: "")
  }

  @Test("a sentence says how many of how many, and nothing of few") func sentences() throws {
    let context = SiteContext(try SampleReport.make())
    func sentence(_ words: Finding.Words) -> String {
      CommentWords.sentence(words, of: finding(.confirmed, words), context)
    }
    let branch = context.name(ofTouchpoint: "branch")
    #expect(
      sentence(words(.complaints))
        == "18 of 120 comments on \(branch) speak of empathy (Waiting and Queue), 15 of them as a complaint.")
    #expect(
      sentence(words(.named, 1, bad: 0, moreOften: true, amongAll: true))
        == "1 of 120 comments speaks of empathy at “\(branch)” (Waiting and Queue); that is more often than elsewhere, by "
        + "more than chance explains.")
    #expect(sentence(words(.few, nil)) == "Too few of 120 comments on \(branch) speak of empathy to say how many.")
    #expect(
      sentence(words(.few, nil, of: nil)) == "There are too few comments on \(branch) to say what they speak of.")
    #expect(sentence(words(.silent, 0)) == "None of 120 comments on \(branch) speaks of empathy.")
  }

  @Test("confirmed, survey only, seen only; comments are the third strand") func agreement() throws {
    let context = SiteContext(try SampleReport.make())
    func text(_ finding: Finding) -> String? { CommentWords.agreement(finding, context) }
    let both = "Confirmed: what customers answer and what auditors saw agree"
    #expect(text(finding(.confirmed, nil)) == both + ".")
    #expect(text(finding(.confirmed, words(.complaints))) == both + "; comments say so too.")
    #expect(text(finding(.confirmed, words(.praise))) == both + "; most comments on it are praise.")
    #expect(text(finding(.confirmed, words(.silent))) == both + "; no comment speaks of it.")
    #expect(
      text(finding(.surveyOnly, nil)) == "Survey only: customers’ answers show it, no note of an auditor does.")
    #expect(
      text(finding(.seenOnly, words(.complaints), class: .strength))
        == "Seen only: auditors saw it, customers’ answers do not show it; comments complain of it.")
    #expect(
      text(finding(.seenOnly, nil, dimension: "tangibles"))
        == "Seen only: auditors saw it, customers were not asked about it.")
    #expect(text(finding(nil, nil)) == nil)
    #expect(text(finding(.surveyOnly, nil, touchpoint: nil, dimension: nil)) == nil)
  }

  @Test("a comment is text, whatever it looks like") func escaped() {
    let view = QuoteView(comment: "<b>*not* bold</b> & [x](javascript:y)", from: nil)
    #expect(view.text.text == "&lt;b&gt;*not* bold&lt;/b&gt; &amp; [x](javascript:y)")
  }
}
