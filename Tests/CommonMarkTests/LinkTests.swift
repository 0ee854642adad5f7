import CommonMark
import Testing

@Suite struct LinkTests {
  @Test(arguments: [
    ("a.md", Destination.relative(path: "a.md", query: nil, fragment: nil)),
    ("../a%20b.md?c#d%C3%A9", .relative(path: "../a b.md", query: "c", fragment: "dé")),
    ("/a:b", .relative(path: "/a:b", query: nil, fragment: nil)),
    ("a%zz%ff", .relative(path: "a%zz%ff", query: nil, fragment: nil)),
    ("#a", .fragment("a")), ("", .empty),
    ("https://example.org", .external), ("HTTP://example.org", .external), ("//example.org", .external),
    ("mailto:a@b", .mail),
    ("javascript:alert(1)", .refused(scheme: "javascript")), ("JaVaScRiPt:x", .refused(scheme: "javascript")),
    (" java\tscript:x", .refused(scheme: "javascript")), ("\u{1}javascript:x", .refused(scheme: "javascript")),
    ("data:text/html,x", .refused(scheme: "data")), ("vbscript:x", .refused(scheme: "vbscript")),
    ("file:///etc/passwd", .refused(scheme: "file")), ("ftp://a", .refused(scheme: "ftp")),
  ])
  func anAddressIsOneOfAFewThings(address: String, destination: Destination) {
    #expect(Destination(address) == destination)
  }

  @Test(arguments: [
    "[a](javascript:alert(1))", "[a](JAVASCRIPT:x)", "[a](<java\tscript:x>)", "[a](&#106;avascript:x)",
    "[a](data:text/html;base64,PHNjcmlwdD4=)", "<javascript:x>", "![a](data:image/png;base64,AAAA)",
    "[a][b]\n\n[b]: vbscript:x", "[a](file:///x)",
  ])
  func losesALinkWithAnotherScheme(markdown: String) throws {
    let rendering = try Document(parsing: markdown).html()
    #expect(!rendering.html.contains("href") && !rendering.html.contains("src"))
    #expect(rendering.remarks.count == 1)
    guard case .refusedLink(let link) = rendering.remarks.first else {
      Issue.record("no refused link among \(rendering.remarks)")
      return
    }
    #expect(rendering.html.contains(link.kind == .image ? "<span class=\"missing-image\">a</span>" : "missing-link"))
  }

  @Test(arguments: [
    ("[a](b.md \"c \\\" onmouseover=x\")", "<a href=\"b.md\" title=\"c &quot; onmouseover=x\">a</a>"),
    ("[a](<b\" onclick=\"x>)", "<a href=\"b%22%20onclick=%22x\">a</a>"),
    ("[a](b'c&d)", "<a href=\"b'c&amp;d\">a</a>"),
    ("[a](é%C3%A9%z#b#c)", "<a href=\"%C3%A9%C3%A9%25z#b%23c\">a</a>"),
    ("[a](https://example.org \"t\")", "<a href=\"https://example.org\" title=\"t\" rel=\"noopener\">a</a>"),
    ("[a](//example.org)", "<a href=\"//example.org\" rel=\"noopener\">a</a>"),
    ("[a](mailto:b@c)", "<a href=\"mailto:b@c\">a</a>"),
    ("[a]()", "<a href=\"\">a</a>"), ("![a]()", "<span class=\"missing-image\">a</span>"),
  ])
  func writesAnAddressSoThatItEndsWhereItShould(markdown: String, html: String) throws {
    #expect(try Document(parsing: markdown).html().html == "<p>\(html)</p>\n")
  }

  @Test(arguments: [
    (
      "![a *b*](https://example.org/c.png)",
      "<a class=\"external-image\" href=\"https://example.org/c.png\" rel=\"noopener\">a b</a>"
    ),
    ("[![a](//example.org/b.png)](c)", "<a href=\"c\"><span class=\"missing-image\">a</span></a>"),
  ])
  func anImageFromElsewhereIsNotLoadedButLinkedTo(markdown: String, html: String) throws {
    let rendering = try Document(parsing: markdown).html()
    #expect(rendering.html == "<p>\(html)</p>\n")
    guard case .externalImage = rendering.remarks.first else {
      Issue.record("no external image among \(rendering.remarks)")
      return
    }
  }

  @Test func asksOnceForEachLinkAndImageInTheOrderOfTheText() throws {
    let document = try Document(parsing: "[a](1) ![b](2) [![c](3)](4)\n\n| [d](5) |\n|---|\n\n[e][f]\n\n[f]: 6")
    var asked: [String] = []
    _ = document.html(resolving: { link in
      asked.append(link.address)
      return .asWritten
    })
    #expect(asked == ["1", "2", "4", "3", "5", "6"])
    #expect(document.links.map(\.address) == asked)
    #expect(document.links.map(\.kind) == [.link, .image, .link, .image, .link, .link])
    #expect(document.links.map(\.text) == ["a", "b", "c", "c", "d", "e"])
  }

  @Test func rewritesAsItIsTold() throws {
    let document = try Document(parsing: "[a](a.md#x) [b](gone.md) ![c](gone.png) ![d](d.png) [e](e.md)")
    let rendering = document.html(resolving: { link in
      switch link.destination {
      case .relative("a.md", _, let fragment): .address("../notes/a.html#\(fragment ?? "")")
      case .relative("d.png", _, _): .address("../images/d 1.png")
      case .relative("e.md", _, _): .address("javascript:x")
      default: .missing
      }
    })
    #expect(
      rendering.html == """
        <p><a href="../notes/a.html#x">a</a> <span class="missing-link">b</span> \
        <span class="missing-image">c</span> <img src="../images/d%201.png" alt="d" loading="lazy"> \
        <span class="missing-link">e</span></p>

        """)
    #expect(rendering.remarks.count == 1)
  }

  @Test func tellsTheLineAndTheColumnOfAnAddress() throws {
    let text = """
      Ünder the [first](a.md) and
      [second](a.md), `code
      over lines` [third](b.md)

      > - quoted [link](c.md)
      >   and ![image](d.png)

      | x | y |
      |---|---|
      | [cell](e.md) | [cell](f.md) |

      See [by name] and
      www.example.org.

      [by name]: g.md
      """
    let links = try Document(parsing: text, firstLine: 11).links
    #expect(
      links.map(\.address) == [
        "a.md", "a.md", "b.md", "c.md", "d.png", "e.md", "f.md", "g.md", "http://www.example.org",
      ])
    #expect(links.map(\.line) == [11, 12, 13, 15, 16, 20, 20, 22, 23])
    #expect(links.map(\.column) == [19, 10, 21, 19, 18, 10, 25, 6, 1])
  }

  @Test func findsTheHeadingThatAFragmentNames() throws {
    let text =
      "[a](#two-words) [b](#Über%20uns) [c](#same-1) [d](#gone) [e](#)\n\n# Two words\n\n# Über uns\n\n# Same\n\n# Same"
    var anchors = Anchors(reserved: ["same"])
    let rendering = try Document(parsing: text).html(anchors: &anchors)
    #expect(rendering.headings.map(\.id) == ["two-words", "uber-uns", "same-1", "same-2"])
    #expect(
      rendering.html.hasPrefix("<p><a href=\"#two-words\">a</a> <a href=\"#uber-uns\">b</a> <a href=\"#same-2\">c</a>"))
    #expect(rendering.remarks.count == 1)
    guard case .unknownFragment(let link) = rendering.remarks.first else { return }
    #expect(link.text == "d")
  }
}
