import CommonMark
import Testing

@Suite struct AlertTests {
  private func alerts(_ text: String) throws -> [Alert] {
    try Document(parsing: text).blocks.compactMap { block in
      if case .alert(let alert) = block.kind { alert } else { nil }
    }
  }

  private static let deficiency = """
    > [!DEFICIENCY] Nobody greets *a* customer
    > severity: major
    >  measure:   gap.*.branch.* \\
    > id:
    > We waited: **four** minutes.
    > cause: delivery
    >
    > - second
    """

  @Test func readsTitleFieldsAndBody() throws {
    let alert = try #require(try alerts(Self.deficiency).first)
    #expect(alert.word == "DEFICIENCY")
    #expect(alert.wordColumn == 5)
    #expect(alert.title == "Nobody greets a customer")
    #expect(alert.fields.map(\.key) == ["severity", "measure", "id"])
    #expect(alert.fields.map(\.value) == ["major", "gap.*.branch.*", ""])
    #expect(alert.fields.map(\.line) == [2, 3, 4])
    #expect(alert.fields.map(\.keyColumn) == [3, 4, 3])
    #expect(alert.fields.map(\.valueColumn) == [13, 15, 6])
    #expect(alert.body.map(\.text) == ["We waited: **four** minutes.", "cause: delivery", "", "- second"])
    #expect(alert.body.map(\.number) == [5, 6, 7, 8])
  }

  @Test func rendersTitleFieldsAndBody() throws {
    #expect(
      try Document(parsing: Self.deficiency).html(RenderingOptions(alertNames: ["deficiency": "Mangel"])).html == """
        <div class="alert alert-deficiency" role="note">
        <p class="alert-title"><span class="alert-kind">Mangel</span> Nobody greets a customer</p>
        <dl class="alert-fields">
        <div><dt>severity</dt> <dd>major</dd></div>
        <div><dt>measure</dt> <dd>gap.*.branch.*</dd></div>
        <div><dt>id</dt> <dd></dd></div>
        </dl>
        <p>We waited: <strong>four</strong> minutes.
        cause: delivery</p>
        <ul>
        <li>second</li>
        </ul>
        </div>

        """)
  }

  @Test(arguments: [
    ("> [!QUOTE]\n> said so", "said so"), ("> [!QUOTE]\n>\n> said so", "said so"),
    ("> [!QUOTE] Anna\nsaid so", "said so"),
  ])
  func aBodyIsRenderedOnce(markdown: String, body: String) throws {
    let html = try Document(parsing: markdown).html().html
    #expect(html.contains("<p>\(body)</p>"))
    #expect(html.split(separator: "said").count == 2)
  }

  @Test func anAlertMayBeATitleAlone() throws {
    #expect(
      try Document(parsing: "> [!STRENGTH] <b> & \"c\"").html().html == """
        <div class="alert alert-strength" role="note">
        <p class="alert-title"><span class="alert-kind">Strength</span> &lt;b&gt; &amp; &quot;c&quot;</p>
        </div>

        """)
  }

  @Test func anAlertInAListAndInAQuoteKeepsItsPlaces() throws {
    let found = try alerts("- a\n  > [!X] one\n  > k: v\n\n> > [!Y] two\n> > b\n> c")
    #expect(found.map(\.word) == ["X", "Y"])
    #expect(found[0].fields.map(\.valueColumn) == [8])
    #expect(found[0].fields.map(\.line) == [3])
    #expect(found[1].body.map(\.text) == ["b", "c"])
  }

  @Test(arguments: [
    "> [DEFICIENCY] a", "> [!] a", "> [!TWO WORDS] a", "> a\n> [!X] b", "[!X] a", "> # [!X] a", "> [!X", "> [!Ä] a",
  ])
  func anyOtherQuoteIsNone(markdown: String) throws {
    #expect(try alerts(markdown).isEmpty)
  }

  @Test(arguments: ["see https://example.org", "two words: a", "10:30 was late", "größe: 3", "key :a", "`k`: v"])
  func anyOtherLineEndsTheFields(line: String) throws {
    let alert = try #require(try alerts("> [!X] t\n> a: 1\n> \(line)\n> b: 2").first)
    #expect(alert.fields.map(\.key) == ["a"])
    #expect(alert.body.map(\.text) == [line, "b: 2"])
  }
}
