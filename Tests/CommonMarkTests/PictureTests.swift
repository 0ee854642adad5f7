import Testing

@testable import CommonMark

@Suite struct Pictures {
  private func html(_ text: String, hasFigures: Bool = true) throws -> String {
    let options = RenderingOptions(hasFigures: hasFigures)
    let picture = Picture(address: "../photos/a b.jpg", width: 6, height: 4, remark: "Masked.", title: "t\"")
    return try Document(parsing: text).html(options) { $0.kind == .image ? .picture(picture) : .missing }.html
  }

  private let image =
    "<img src=\"../photos/a%20b.jpg\" width=\"6\" height=\"4\" alt=\"One &lt;b&gt;\" title=\"t&quot;\" loading=\"lazy\">"

  @Test func aParagraphOfPicturesBecomesFigures() throws {
    let figure = """
      <figure class="photo">
      \(image)
      <figcaption>One &lt;b&gt; <span class="photo-people">Masked.</span></figcaption>
      </figure>

      """
    #expect(try html("![One \\<b>](x)") == figure)
    #expect(try html("![One \\<b>](x)\n![*One* \\<b>](x)") == figure + "\n" + figure)
    #expect(try html("> [!DEFICIENCY] Door\n> severity: major\n> ![One \\<b>](x)").contains("</dl>\n" + figure))
    #expect(try html("- ![One \\<b>](x)") == "<ul>\n<li>\n\(figure)</li>\n</ul>\n")
  }

  @Test func aPictureInASentenceStandsInIt() throws {
    let span = """
      <span class="photo">\(image) <span class="photo-caption">One &lt;b&gt; \
      <span class="photo-people">Masked.</span></span></span>
      """
    #expect(try html("See ![One \\<b>](x) here") == "<p>See \(span) here</p>\n")
    #expect(try html("![One \\<b>](x)", hasFigures: false) == "<p>\(span)</p>\n")
    #expect(try html("| a |\n|---|\n| ![One \\<b>](x) |").contains("<td>\(span)</td>"))
    #expect(try html("a[^1]\n\n[^1]: ![One \\<b>](x)").contains("<p>\(span) <a href=\"#fnref-1\""))
    #expect(try html("- [ ] ![One \\<b>](x)").contains("<label>"))
  }

  @Test func aLinkShowsNoPicture() throws {
    let rendering = try Document(parsing: "[a](x)").html { _ in .picture(Picture(address: "p", width: 1, height: 1)) }
    #expect(rendering.html == "<p><span class=\"missing-link\">a</span></p>\n")
  }

  @Test(arguments: [
    ("a.jpg", "content/notes/a.jpg"), ("./b/../a.jpg", "content/notes/a.jpg"), ("../p/a.jpg", "content/p/a.jpg"),
    ("/content/a.jpg", "content/a.jpg"), ("../../../a.jpg", "../a.jpg"), ("../../../../content/a", "../../content/a"),
  ])
  func pathsAreReadFromTheFilesFolder(_ case: (path: String, resolved: String)) {
    #expect(RelativePath.resolved(`case`.path, from: "content/notes/visit.md") == `case`.resolved)
  }
}
