import Audit
import Testing

@testable import Render

struct PrintEditionTests {
  private static let page = PrintedPage(
    path: "deficiencies/a.html", id: "p2",
    chapters: ["deficiencies/a.html": "p2", "notes/b.html": "p3", "index.html": "p1"])

  @Test(
    "ids, links and headings of a chapter",
    arguments: [
      (#"<h1 id="x">T</h1>"#, #"<h2 id="p2-x">T</h2>"#), (#"<h5>a</h5><h6>b</h6>"#, #"<h6>a</h6><h6>b</h6>"#),
      (#"<a href="../notes/b.html">b</a>"#, ##"<a href="#p3">b</a>"##),
      (#"<a class="c" href="../notes/b.html#s">b</a>"#, ##"<a class="c" href="#p3-s">b</a>"##),
      (##"<a href="#x">b</a>"##, ##"<a href="#p2-x">b</a>"##),
      (#"<a href="../index.html">b</a>"#, ##"<a href="#p1">b</a>"##),
      (#"<a href="index.html#class=minor">b</a>"#, #"<a href="deficiencies/index.html#class=minor">b</a>"#),
      (#"<a href="https://example.org/a#b">b</a>"#, #"<a href="https://example.org/a#b">b</a>"#),
      (#"<a href="mailto:a@example.org">b</a>"#, #"<a href="mailto:a@example.org">b</a>"#),
      (#"<img src="../photos/a.jpg" alt="a > b">"#, #"<img src="photos/a.jpg" alt="a > b">"#),
      (
        #"<svg aria-labelledby="t d"><title id="t">1 &lt; 2</title></svg>"#,
        #"<svg aria-labelledby="p2-t p2-d"><title id="p2-t">1 &lt; 2</title></svg>"#
      ),
      ("a < b <br> c", "a < b <br> c"), ("", ""),
    ])
  func rewriting(html: String, expected: String) {
    #expect(Self.page.rewritten(html) == expected)
    #expect(Self.page.rewritten("<body><main id=\"main\">\(html)</main></body>") == expected)
  }

  @Test("every page of the site is a chapter, in the contents, and no id stands twice")
  func complete() throws {
    let report = try SampleReport.make()
    let site = render(report).site
    let file = try #require(site.files.first { $0.path == "print.html" })
    let html = String(decoding: file.bytes, as: UTF8.self)
    let page = PageReader(html)
    #expect(page.problem == nil)
    #expect(Set(page.ids).count == page.ids.count)
    let pages = site.files.filter { $0.path.hasSuffix(".html") }.count - 1
    #expect(page.ids.filter { $0.wholeMatch(of: /p\d+/) != nil }.count == pages)
    for link in page.links where link.hasPrefix("#") { #expect(page.ids.contains(String(link.dropFirst())), "\(link)") }
  }

  @Test("of very many findings the first have a sheet, and it says so")
  func limited() throws {
    var report = try SampleReport.make()
    let model = try #require(report.findings.first { $0.findingClass.isDeficiency && $0.isAboutService })
    for number in 0..<250 {
      var finding = model
      finding.id = "more.\(number)"
      report.findings.append(finding)
    }
    let file = try #require(render(report).site.files.first { $0.path == "print.html" })
    let html = String(decoding: file.bytes, as: UTF8.self)
    #expect(html.contains("findings the first 200 have a sheet"))
    #expect(html.contains("deficiencies/more.249.html"))
  }
}
