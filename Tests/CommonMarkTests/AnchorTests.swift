import CommonMark
import Testing

@Suite struct AnchorTests {
  @Test(arguments: [
    ("Waiting at the door", "waiting-at-the-door"), ("  A  &  B  ", "a-b"), ("What? (2026)", "what-2026"),
    ("snake_case-and-dash", "snake-case-and-dash"), ("Größe, Façade, Łódź", "grosse-facade-lodz"),
    ("✅ Done", "done"), ("대기 시간", "section"), ("---", "section"), ("\"><script>", "script"), ("İ K", "i-k"),
  ])
  func aSlugHoldsLettersDigitsAndHyphens(text: String, slug: String) {
    #expect(Anchors.slug(of: text) == slug)
  }

  @Test func noIdIsGivenTwice() {
    var anchors = Anchors(reserved: ["main"])
    let ids = ["A", "a", "A-1", "a", "Main", "대기", "시간"].map { anchors.claim($0) }
    #expect(ids == ["a", "a-1", "a-1-1", "a-2", "main-1", "section", "section-1"])
  }

  @Test func idsStayUniqueOverSeveralTextsOfAPage() throws {
    var anchors = Anchors()
    let first = try Document(parsing: "# A\n\nx[^1]\n\n[^1]: y").html(anchors: &anchors)
    let second = try Document(parsing: "# A\n\nx[^1]\n\n[^1]: y").html(anchors: &anchors)
    let ids = (first.html + second.html).split(separator: "id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(ids.count == 6)
    #expect(Set(ids).count == 6)
    #expect(second.html.contains("href=\"#fn-1-1\"") && second.html.contains("href=\"#fnref-1-1\""))
  }
}
