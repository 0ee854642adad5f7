import CommonMark
import Testing

/// A Markdown text and the HTML it becomes.
struct Example: CustomTestStringConvertible, Sendable {
  let name: String
  let markdown: String
  let html: String

  init(_ name: String, _ markdown: String, _ html: String) {
    self.name = name
    self.markdown = markdown
    self.html = html
  }

  var testDescription: String { name }
}

@Suite struct MarkdownTests {
  @Test(arguments: blocks + inlines + tables + tasks + footnotes)
  func becomesHTML(_ example: Example) throws {
    let document = try Document(parsing: example.markdown)
    #expect(document.html().html == example.html + "\n")
  }

  @Test func breaksLinesAtLineFeedCarriageReturnAndBoth() throws {
    let expected = try Document(parsing: "# A\n\n- b\n- c\n\n| d |\n|---|\n| e |\n").html()
    #expect(try Document(parsing: "# A\r\n\r\n- b\r\n- c\r\n\r\n| d |\r\n|---|\r\n| e |\r\n").html() == expected)
    #expect(try Document(parsing: "# A\r\r- b\r- c\r\r| d |\r|---|\r| e |").html() == expected)
  }

  @Test func overlooksAByteOrderMark() throws {
    #expect(try Document(parsing: "\u{FEFF}# A").html().html == "<h1 id=\"a\">A</h1>\n")
  }

  @Test func shiftsHeadingsDownToTheSixthLevel() throws {
    let document = try Document(parsing: "# A\n\n##### B\n\n###### C")
    let rendering = document.html(RenderingOptions(headingOffset: 1))
    #expect(rendering.html == "<h2 id=\"a\">A</h2>\n<h6 id=\"b\">B</h6>\n<h6 id=\"c\">C</h6>\n")
    #expect(rendering.headings.map(\.level) == [2, 6, 6])
    #expect(rendering.headings.map(\.text) == ["A", "B", "C"])
  }

  @Test func anEmptyTextIsAnEmptyPage() throws {
    let document = try Document(parsing: "")
    #expect(document.html().html.isEmpty)
    #expect(document.blocks.isEmpty)
    #expect(document.summary == nil)
  }

  static let blocks = [
    Example("paragraphs", "a\nb\n\nc", "<p>a\nb</p>\n<p>c</p>"),
    Example("quote", "> a\n> b", "<blockquote>\n<p>a\nb</p>\n</blockquote>"),
    Example("tight list", "- a\n- b\n  - c", "<ul>\n<li>a</li>\n<li>b\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>"),
    Example("loose list", "- a\n\n- b", "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>"),
    Example("numbered from 3", "3. a\n4. b", "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>"),
    Example(
      "fenced code", "```swift x\na < \"b\"\n```",
      "<pre tabindex=\"0\"><code class=\"language-swift\">a &lt; &quot;b&quot;\n</code></pre>"),
    Example("rule", "a\n\n---\n\nb", "<p>a</p>\n<hr>\n<p>b</p>"),
    Example("comment", "a\n\n<!-- not for readers -->\n\nb", "<p>a</p>\n<p>b</p>"),
    Example(
      "HTML block", "<div onclick=\"x\">\na\n</div>",
      "<pre class=\"raw-html\" tabindex=\"0\"><code>&lt;div onclick=&quot;x&quot;&gt;\na\n&lt;/div&gt;\n</code></pre>"),
  ]

  static let inlines = [
    Example(
      "emphasis", "*a* __b__ ~~c~~ `d<`",
      "<p><em>a</em> <strong>b</strong> <del>c</del> <code>d&lt;</code></p>"),
    Example("hard line breaks", "a  \nb\\\nc<br>d", "<p>a<br>\nb<br>\nc<br>d</p>"),
    Example("inline comment", "a<!-- b -->c", "<p>ac</p>"),
    Example("script", "<script>alert(1)</script>x", "\(raw)&lt;script&gt;alert(1)&lt;/script&gt;x\n</code></pre>"),
    Example("inline HTML", "a <b onload=x>b</b>", "<p>a &lt;b onload=x&gt;b&lt;/b&gt;</p>"),
    Example("entities", "&amp; &lt;b&gt; &copy; & <", "<p>&amp; &lt;b&gt; © &amp; &lt;</p>"),
    Example("quotes stay as they are typed", "\"a\" -- 'b'...", "<p>&quot;a&quot; -- 'b'...</p>"),
    Example(
      "characters that HTML forbids", "a&#1;b&#x7f;c\u{0}d&#xFFFE;", "<p>a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}</p>"),
    Example(
      "web address", "See www.example.org/a?b=1&c=2.",
      "<p>See <a href=\"http://www.example.org/a?b=1&amp;c=2\" rel=\"noopener\">www.example.org/a?b=1&amp;c=2</a>.</p>"),
    Example("mail address", "a@example.org", "<p><a href=\"mailto:a@example.org\">a@example.org</a></p>"),
    Example(
      "image", "![a \"b\" *c*](<d e.png> \"t<\")",
      "<p><img src=\"d%20e.png\" alt=\"a &quot;b&quot; c\" title=\"t&lt;\" loading=\"lazy\"></p>"),
  ]

  static let tables = [
    Example(
      "table", "| a | b | c | |\n|:--|:-:|--:|---|\n| *1* | 2 | 3 | 4 |",
      """
      <div class="table" tabindex="0">
      <table>
      <thead>
      <tr>
      <th scope="col" class="left">a</th>
      <th scope="col" class="center">b</th>
      <th scope="col" class="right">c</th>
      <td></td>
      </tr>
      </thead>
      <tbody>
      <tr>
      <td class="left"><em>1</em></td>
      <td class="center">2</td>
      <td class="right">3</td>
      <td>4</td>
      </tr>
      </tbody>
      </table>
      </div>
      """),
    Example(
      "short row and escaped bar", "a | b\n--|--\n1 \\| 2",
      """
      <div class="table" tabindex="0">
      <table>
      <thead>
      <tr>
      <th scope="col">a</th>
      <th scope="col">b</th>
      </tr>
      </thead>
      <tbody>
      <tr>
      <td>1 | 2</td>
      <td></td>
      </tr>
      </tbody>
      </table>
      </div>
      """),
    Example(
      "header alone", "| a |\n|---|",
      """
      <div class="table" tabindex="0">
      <table>
      <thead>
      <tr>
      <th scope="col">a</th>
      </tr>
      </thead>
      </table>
      </div>
      """),
  ]

  static let tasks = [
    Example(
      "tasks", "- [x] a\n- [ ] b [x]\n- c",
      """
      <ul class="tasks">
      <li class="task done"><label><input type="checkbox" disabled checked> a</label></li>
      <li class="task"><label><input type="checkbox" disabled> b [x]</label></li>
      <li>c</li>
      </ul>
      """),
    Example(
      "numbered tasks in a quote", "> 1. [X] a\n>\n> 2. [ ] b",
      """
      <blockquote>
      <ol class="tasks">
      <li class="task done">
      <p><label><input type="checkbox" disabled checked> a</label></p>
      </li>
      <li class="task">
      <p><label><input type="checkbox" disabled> b</label></p>
      </li>
      </ol>
      </blockquote>
      """),
    Example("a box needs words", "- [ ]\n- [x]a", "<ul>\n<li>[ ]</li>\n<li>[x]a</li>\n</ul>"),
    Example("a box stands first", "- a\n\n  [x] b", "<ul>\n<li>\n<p>a</p>\n<p>[x] b</p>\n</li>\n</ul>"),
  ]

  static let footnotes = [
    Example(
      "footnotes", "a[^x] b[^y] c[^x]\n\n[^y]: why\n[^x]: ex",
      """
      <p>a<sup class="footnote-ref" id="fnref-1"><a href="#fn-1" role="doc-noteref">1</a></sup> \
      b<sup class="footnote-ref" id="fnref-2"><a href="#fn-2" role="doc-noteref">2</a></sup> \
      c<sup class="footnote-ref" id="fnref-1-1"><a href="#fn-1" role="doc-noteref">1</a></sup></p>
      <div class="footnotes" role="doc-endnotes">
      <ol>
      <li id="fn-1">
      <p>ex <a href="#fnref-1" class="footnote-back" role="doc-backlink" aria-label="Back to the text">↩</a> \
      <a href="#fnref-1-1" class="footnote-back" role="doc-backlink" aria-label="Back to the text (2)">↩</a></p>
      </li>
      <li id="fn-2">
      <p>why <a href="#fnref-2" class="footnote-back" role="doc-backlink" aria-label="Back to the text">↩</a></p>
      </li>
      </ol>
      </div>
      """),
    Example(
      "a reference inside a link is no link", "[a[^x]](b)\n\n[^x]: - c",
      """
      <p><a href="b">a<sup class="footnote-ref" id="fnref-1">1</sup></a></p>
      <div class="footnotes" role="doc-endnotes">
      <ol>
      <li id="fn-1">
      <ul>
      <li>c</li>
      </ul>
      <p> <a href="#fnref-1" class="footnote-back" role="doc-backlink" aria-label="Back to the text">↩</a></p>
      </li>
      </ol>
      </div>
      """),
  ]

  private static let raw = "<pre class=\"raw-html\" tabindex=\"0\"><code>"
}
